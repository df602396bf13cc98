import { html, type SafeHtml } from '@remix-run/html-template';
import type { Teamlage } from '../../api/arbeitslisten/formen.ts';
import type { Beschwerde } from '../../api/qualitaet/formen.ts';
import {
  beschwerdeantwort,
  beschwerdeaufnahme,
  befragungsanlage,
  zielwertfestlegung,
} from '../../api/qualitaet/routen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { klartext } from '../../domain/klartext.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { schreibknoepfe, schreibverweis } from '../schreiben/verweis.ts';

const SCHREIBEND = [
  { name: beschwerdeaufnahme.name, wort: 'Beschwerde aufnehmen' },
  { name: befragungsanlage.name, wort: 'Befragung erfassen' },
  { name: zielwertfestlegung.name, wort: 'Zielwert festlegen' },
] as const;

function antwort(konto: Konto, teamId: string, { id, art }: Beschwerde): SafeHtml {
  const verweis = schreibverweis(konto, {
    name: beschwerdeantwort.name,
    kennungen: [teamId, id],
    wort: 'Antwort festhalten',
    wovon: klartext(art),
  });
  return verweis ?? html`noch nicht beantwortet`;
}

function beschwerden(konto: Konto, teamId: string, eintraege: readonly Beschwerde[]): SafeHtml {
  if (eintraege.length === 0) return html`<p class="kern-body">Keine Beschwerde.</p>`;
  return html`<ul class="meldungen">
    ${eintraege.map(
      (eine) =>
        html`<li>
          ${klartext(eine.art)}, eingegangen ${tagMitWochentag(eine.eingegangenAm)}:
          ${eine.beantwortetAm === null ? antwort(konto, teamId, eine) : `beantwortet ${tagMitWochentag(eine.beantwortetAm)}`}
        </li>`,
    )}
  </ul>`;
}

/** What those say who use the service, and what the team is measured by; nothing for roles that have no part in it. */
export function qualitaet(konto: Konto, lage: Teamlage): SafeHtml | null {
  if (lage.qualitaet === null) return null;
  const { beschwerden: liste, zielwerte } = lage.qualitaet;
  return html`<h3>Beschwerden und Ziele</h3>
    ${beschwerden(konto, lage.id, liste)}
    ${
      zielwerte.length === 0
        ? null
        : html`<ul class="meldungen">
            ${zielwerte.map(
              ({ kennzahl, wert, einheit, richtung, von, bis }) =>
                html`<li>
                  Ziel ${kennzahl}: ${klartext(richtung)} ${wert} ${klartext(einheit)},
                  ${tagMitWochentag(von)} bis ${tagMitWochentag(bis)}
                </li>`,
            )}
          </ul>`
    }
    ${schreibknoepfe(
      konto,
      SCHREIBEND.map((was) => ({ ...was, kennungen: [lage.id], wovon: `im Team ${lage.kennzeichen}` })),
    )}`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import { angefangenes } from '../../api/formularentwurf/faelle.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { tabelle } from '../kern/tabelle.ts';
import { befehlAus } from '../kern/taten.ts';
import { zeileMit } from '../kern/zeilen.ts';
import { formulartitel } from '../tun/formulare.ts';

const WORT = /\/(?:tun|beginnen)\/([\w-]+)|^\/besprechung\/[\w-]+\/([\w-]+)/u;

/** What the form at this address does. */
function titelVon(ort: string): string {
  const [, allein, imTeam] = WORT.exec(ort) ?? [];
  const wort = allein ?? imTeam ?? '';
  const befehl = BEFEHLSZEILEN.find(({ vertrag }) => vertrag.befehl === befehlAus(wort));
  if (befehl !== undefined) return formulartitel(befehl.vertrag.befehl, befehl.vertrag.titel);
  return zeileMit(wort)?.titel ?? 'Zugriff begründen';
}

/** What somebody has begun and not recorded, and the way back to it. */
export async function begonneneEingaben({ umgebung, konto }: Seitenanfrage): Promise<SafeHtml> {
  const begonnene = await angefangenes(umgebung, konto);
  const inhalt =
    begonnene.length === 0
      ? html`<p class="kern-body">
          Keine. Was Sie in einem Formular zwischenspeichern, finden Sie hier wieder.
        </p>`
      : tabelle(begonnene, [
          {
            kopf: 'Formular',
            zelle: ({ ort }) => html`<a class="kern-link" href="${ort}">${titelVon(ort)}</a>`,
          },
          { kopf: 'Fall', zelle: ({ fallnummer }) => fallnummer ?? 'ohne Fall' },
          { kopf: 'Gespeichert', zelle: ({ gespeichertAm }) => zeitpunkt(gespeichertAm) },
          { kopf: 'Bleibt bis', zelle: ({ bis }) => tagMitWochentag(bis) },
        ]);
  return html`<section aria-labelledby="begonnen">
    <h2 class="kern-heading-medium" id="begonnen">Begonnene Eingaben</h2>
    ${inhalt}
  </section>`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Befehlszeile } from '../../api/befehle/routen.ts';
import { ABSCHNITTE, uebergaengeAus, type Abschnitt } from '../../domain/fall/uebergaenge/katalog.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { knopfzeile } from '../kern/knopf.ts';
import { tatort } from '../kern/taten.ts';
import { FALLBEFEHLE, type Moeglichkeiten } from '../tun/moeglich.ts';

/** What is done most, as buttons; in the words of a day at the desk. */
const HAEUFIGE: Readonly<Partial<Record<Sachbefehl, string>>> = {
  zuordnen: 'Zuordnen',
  uebernahmegespraech_vereinbaren: 'Übernahmegespräch vereinbaren',
  uebernahmegespraech_fuehren: 'Übernahmegespräch festhalten',
  uebergabe_bestaetigen: 'Übergabe bestätigen',
  erstgespraech_fuehren: 'Erstgespräch festhalten',
  zugang_entscheiden: 'Über Zugang entscheiden',
  kontakt_erfassen: 'Kontakt erfassen',
  teilziel_setzen: 'Teilziel setzen',
  leistung_zuweisen: 'Leistung zuweisen',
  ueberpruefen: 'Überprüfen',
  aufnehmende_stelle_klaeren: 'Aufnehmende Stelle klären',
  rueckgabegespraech_fuehren: 'Rückgabegespräch festhalten',
  fallabgang_dokumentieren: 'Fallabgang dokumentieren',
  wiedervorlage_bearbeiten: 'Wiedervorlage bearbeiten',
  verbleib_erfassen: 'Verbleib erfassen',
};
const HAEUFIGES_WORT: ReadonlyMap<string, string> = new Map(Object.entries(HAEUFIGE));

const ABSCHNITTSNAMEN: Readonly<Record<Abschnitt, string>> = {
  zugang: 'Zugang zum Fallmanagement',
  begleitung: 'Begleitung und Planung',
  leistung: 'Leistungen und Netzwerk',
  abgang: 'Abgang',
  danach: 'Nach dem Abgang',
};

/** The part of the procedure a command belongs to, by its first transition. */
function abschnittVon({ vertrag }: Befehlszeile): Abschnitt | null {
  const [erster] = uebergaengeAus(vertrag.befehl);
  for (const abschnitt of ['zugang', 'begleitung', 'leistung', 'abgang', 'danach'] as const)
    if (erster !== undefined && Object.hasOwn(ABSCHNITTE[abschnitt], erster)) return abschnitt;
  return null;
}

/** Worked out once, for all there are. */
const ABSCHNITT_VON: ReadonlyMap<string, Abschnitt | null> = new Map(
  FALLBEFEHLE.map((zeile) => [zeile.vertrag.befehl, abschnittVon(zeile)]),
);

function knoepfe(fallId: string, zeilen: readonly Befehlszeile[]): SafeHtml {
  const haeufige = zeilen.flatMap(({ vertrag: { befehl } }) => {
    const wort = HAEUFIGES_WORT.get(befehl);
    return wort === undefined ? [] : [{ befehl, wort }];
  });
  return knopfzeile(haeufige.map(({ befehl, wort }) => ({ ort: tatort(fallId, befehl), wort })));
}

function gruppe(fallId: string, name: string, zeilen: readonly Befehlszeile[]): SafeHtml | null {
  if (zeilen.length === 0) return null;
  return html`<details>
    <summary>${name} <span class="zahl">${zeilen.length}</span></summary>
    <ul class="taten">
      ${zeilen.map(
        ({ vertrag }) =>
          html`<li><a class="kern-link" href="${tatort(fallId, vertrag.befehl)}">${vertrag.titel}</a></li>`,
      )}
    </ul>
  </details>`;
}

/** What can be recorded now, by the parts of the procedure; and what cannot, with the reason. */
export function taten(fallId: string, { jetzt, spaeter }: Moeglichkeiten): SafeHtml {
  if (jetzt.length + spaeter.length === 0)
    return html`<p class="kern-body">Ihre Rolle liest diesen Fall; festzuhalten hat sie hier nichts.</p>`;
  const namen = [...Object.entries(ABSCHNITTSNAMEN), ['', 'Weiteres'] as const];
  return html`${knoepfe(fallId, jetzt)}
  ${namen.map(([abschnitt, name]) =>
    gruppe(
      fallId,
      name,
      jetzt.filter(({ vertrag }) => (ABSCHNITT_VON.get(vertrag.befehl) ?? '') === abschnitt),
    ),
  )}
  ${
    spaeter.length === 0
      ? null
      : html`<details>
          <summary>Was jetzt nicht geht, und warum <span class="zahl">${spaeter.length}</span></summary>
          <ul class="taten">
            ${spaeter.map(
              ({ zeile, warum }) =>
                html`<li>
                  <span class="gesperrt">${zeile.vertrag.titel}.</span> <span class="leise">${warum}</span>
                </li>`,
            )}
          </ul>
        </details>`
  }`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Vormerkung } from '../../api/arbeitslisten/formen.ts';
import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { auslastungstafel } from '../heute/auslastung.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { merkmale } from '../kern/merkmale.ts';
import { absageAus, ausAbsage } from '../tun/fehler.ts';
import { OFFEN, pruefeKonto } from '../tun/absenden.ts';
import { ladeLage, type Besprechungslage } from './lage.ts';
import { ergebnis, zurueckweisung, type Zurueckgewiesen } from './meldung.ts';
import { besprechungsort } from './ort.ts';
import { angabenZu, nameFuer } from './person.ts';
import { abschlussverweis, stand, warteliste, zugeordnete } from './tafeln.ts';
import { vorschlaege } from './vorschlaege.ts';

const ZUORDNEN = BEFEHLSZEILEN.find(({ vertrag }) => vertrag.befehl === 'zuordnen');

/** The one the meeting speaks about, with those before and behind it. */
type Dran = {
  readonly vormerkung: Vormerkung;
  readonly nummer: number;
  readonly vorige: string | null;
  readonly naechste: string | null;
};

function dranIn({ wartende: { eintraege } }: Besprechungslage, fallId: string | null): Dran | null {
  const stelle = Math.max(
    0,
    eintraege.findIndex((eine) => eine.fallId === fallId),
  );
  const vormerkung = eintraege[stelle];
  if (vormerkung === undefined) return null;
  const vorige = stelle === 0 ? null : (eintraege[stelle - 1]?.fallId ?? null);
  return { vormerkung, nummer: stelle + 1, vorige, naechste: eintraege[stelle + 1]?.fallId ?? null };
}

function verweise(anfrage: Seitenanfrage, { vormerkung, vorige, naechste }: Dran): SafeHtml {
  const { fallId, herkunft } = vormerkung;
  const zu = (fall: string | null, name: string, rel: string): SafeHtml | null =>
    fall === null
      ? null
      : html`<a class="kern-link" rel="${rel}" href="${besprechungsort(anfrage, { fall })}">${name}</a>`;
  const tun = (befehl: string, name: string): SafeHtml =>
    html`<a
      class="kern-link"
      href="${besprechungsort(anfrage, { naechster: naechste }, `/${fallId}/${befehl}`)}"
      >${name}</a
    >`;
  return html`<nav class="blaettern" aria-label="In der Besprechung">
    ${zu(vorige, 'Zurück', 'prev')} ${zu(naechste, 'Nächste', 'next')}
    <a class="kern-link" href="${besprechungsort(anfrage, { fall: naechste, bleibt: fallId })}"
      >Nicht jetzt</a
    >
    ${tun('zuordnen', 'Grund angeben')} ${tun('vormerkung-beantworten', 'Antworten')}
    ${herkunft === 'jour_fixe_av' ? tun('ohne-warme-uebergabe-zuordnen', 'Ohne warme Übergabe zuordnen') : null}
  </nav>`;
}

type Stand = {
  readonly lage: Besprechungslage;
  readonly dran: Dran;
  readonly zurueckgewiesen: Zurueckgewiesen | null;
};

async function aufgerufen(anfrage: Seitenanfrage, { lage, dran, zurueckgewiesen }: Stand): Promise<SafeHtml> {
  const { vormerkung, nummer, naechste } = dran;
  const { fallId, fallnummer, person } = vormerkung;
  const { alter, angaben } = await angabenZu(anfrage, vormerkung, lage);
  const wer = [nameFuer(anfrage, person), ...(alter === null ? [] : [`${String(alter)} Jahre`])].join(', ');
  const offen = zurueckgewiesen !== null && OFFEN.has(zurueckgewiesen.absage.code) ? zurueckgewiesen : null;
  const fokus = zurueckgewiesen === null || zurueckgewiesen.fallId === fallId;
  return html`<section class="aufgerufen" aria-labelledby="dran">
    <h2 id="dran" class="kern-heading-medium">
      ${nummer} von ${lage.wartende.gesamt}: ${wer} <span class="kennung">${fallnummer}</span>
    </h2>
    ${merkmale(angaben)}
    ${vorschlaege(anfrage, lage.vorschlaege, { fallId, naechster: naechste ?? dran.vorige, offen, fokus })}
    ${verweise(anfrage, dran)}
  </section>`;
}

async function zeige(
  anfrage: Seitenanfrage,
  zurueckgewiesen: Zurueckgewiesen | null,
): Promise<Seitenantwort> {
  const fall = zurueckgewiesen?.fallId ?? anfrage.abfrage.get('fall');
  const lage = await ladeLage(anfrage, fall);
  const dran = dranIn(lage, fall);
  const meldung = zurueckgewiesen === null ? ergebnis(anfrage, lage) : zurueckweisung(lage, zurueckgewiesen);
  const inhalt = html`<div id="ergebnis">${meldung}</div>
    <h1 class="kern-heading-large">Besprechung</h1>
    ${stand(anfrage, lage)}
    <div class="spalten">
      <div>
        ${dran === null ? null : await aufgerufen(anfrage, { lage, dran, zurueckgewiesen })}
        ${warteliste(anfrage, lage, dran?.vormerkung ?? null)} ${zugeordnete(anfrage, lage)}
        ${abschlussverweis(anfrage, lage)}
      </div>
      ${auslastungstafel(lage.auslastung)}
    </div>`;
  return {
    art: 'seite',
    titel: `${zurueckgewiesen === null ? '' : 'Fehler: '}Besprechung`,
    inhalt,
    bereich: 'besprechung',
    ...(zurueckgewiesen === null ? {} : { status: ausAbsage(zurueckgewiesen.absage).status }),
  };
}

/** The weekly meeting: one Vormerkung after the other, by keyboard and before a projector (T-41, AC-10). */
export const besprechung = (anfrage: Seitenanfrage): Promise<Seitenantwort> => zeige(anfrage, null);

/** Assigns, and goes on to the next one. What was refused is said on the same page; nothing is lost by it. */
export async function ordneZu(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  if (ZUORDNEN === undefined) throw new Error('Es gibt keine Zeile zum Zuordnen');
  const { umgebung, konto, rumpf } = anfrage;
  const feld = (name: string): string => rumpf.get(name) ?? '';
  const [fallId, fm, schluessel] = [feld('fall'), feld('fm'), feld('_schluessel')];
  const was = { konto, pfad: { fallId }, rumpf: { fm }, schluessel };
  try {
    const { offeneHinweise } = await frage(umgebung, ZUORDNEN.route, was);
    const grund = offeneHinweise.includes('V-70') ? 'V-70' : null;
    const fall = feld('naechster') === '' ? null : feld('naechster');
    return { art: 'weiter', ort: besprechungsort(anfrage, { fall, zugeordnet: fallId, grund }) };
  } catch (roh) {
    return zeige(anfrage, { absage: absageAus(roh), fallId, fm, schluessel });
  }
}

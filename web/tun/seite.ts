import { randomUUID } from 'node:crypto';
import { html, type SafeHtml } from '@remix-run/html-template';
import type { Befehlszeile } from '../../api/befehle/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { Absage } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { uebersetze } from '../../api/kern/fehlerantwort.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { fallkopf } from '../fall/kopf.ts';
import { ladeAuswahl } from './auswahl.ts';
import { zeigeFeld, type Formularstand } from './darstellung.ts';
import { felderVon, type Feld } from './feld.ts';
import { fehlerkasten, fehlerJeFeld, type Formularfehler } from './fehler.ts';
import { formularbild } from './formulare.ts';
import { leseEingabe } from './lies.ts';
import { FALLBEFEHLE } from './moeglich.ts';

type Formular = {
  readonly zeile: Befehlszeile;
  readonly fall: Fallansicht;
  readonly felder: readonly Feld[];
};

const FELDER = new Map<string, readonly Feld[]>();

/** The fields of a command, worked out once. */
function felderFuer({ vertrag }: Befehlszeile): readonly Feld[] {
  const bekannte = FELDER.get(vertrag.befehl);
  if (bekannte !== undefined) return bekannte;
  const felder = felderVon(vertrag.eingabe);
  FELDER.set(vertrag.befehl, felder);
  return felder;
}

/** @throws Absage NICHT_GEFUNDEN for a command there is not, and as reading the case does. */
async function formularFuer(anfrage: Seitenanfrage): Promise<Formular> {
  const { umgebung, konto } = anfrage;
  const befehl = teil(anfrage, 'befehl').replaceAll('-', '_');
  const zeile = FALLBEFEHLE.find(({ vertrag }) => vertrag.befehl === befehl);
  if (zeile === undefined) throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  const fall = await frage(umgebung, fallroute, { konto, pfad: { fallId: teil(anfrage, 'fallId') } });
  return { zeile, fall, felder: felderFuer(zeile) };
}

/** Day of the event: today, unless somebody says otherwise. */
function ereignistag(werte: URLSearchParams, heute: string, meldung: string | undefined): SafeHtml {
  return html`<div class="kern-form-input ${meldung === undefined ? '' : 'kern-form-input--error'}">
    <label class="kern-label" for="feld-ereignisAm">Wann war das?</label>
    <input
      class="kern-form-input__input tag"
      type="date"
      id="feld-ereignisAm"
      name="ereignisAm"
      max="${heute}"
      value="${werte.get('ereignisAm') ?? heute}"
    />
    ${meldung === undefined ? null : html`<p class="kern-error"><span class="kern-body">${meldung}</span></p>`}
  </div>`;
}

/** A rule that asks for a reason gets its own field, and keeps it once it was filled. */
function begruendungen(werte: URLSearchParams, regel: string | null): SafeHtml[] {
  const genannte = [...werte.keys()].flatMap((name) =>
    name.startsWith('begruendungen.') ? [name.slice('begruendungen.'.length)] : [],
  );
  const regeln = new Set([...genannte, ...(regel === null ? [] : [regel])]);
  return [...regeln].map(
    (eine) =>
      html`<div class="kern-form-input">
        <label class="kern-label" for="feld-begruendungen-${eine}"
          >Begründung zu ${eine}<span class="kern-label__optional">
            (wo die Regel eine Begründung zulässt)</span
          ></label
        >
        <textarea
          class="kern-form-input__input"
          rows="2"
          id="feld-begruendungen-${eine}"
          name="begruendungen.${eine}"
        >
${werte.get(`begruendungen.${eine}`)}</textarea>
      </div>`,
  );
}

/** What few need, closed until somebody opens it; open where something in it was filled or is wrong. */
function weitereAngaben(felder: readonly Feld[], stand: Formularstand): SafeHtml | null {
  if (felder.length === 0) return null;
  const gefuellt = [...stand.werte].flatMap(([name, wert]) => (wert === '' ? [] : [name]));
  const betroffen = felder.some(({ pfad }) =>
    [...gefuellt, ...stand.fehler.keys()].some((name) => name === pfad || name.startsWith(`${pfad}.`)),
  );
  return html`<details ${betroffen ? html`open` : null}>
    <summary>Weitere Angaben <span class="zahl">${felder.length}</span></summary>
    <div class="formular">${felder.map((feld) => zeigeFeld(feld, stand))}</div>
  </details>`;
}

type Darstellung = {
  readonly werte: URLSearchParams;
  readonly fehler: Formularfehler | null;
  readonly schluessel: string;
};

async function zeige(anfrage: Seitenanfrage, formular: Formular, was: Darstellung): Promise<Seitenantwort> {
  const { zeile, fall, felder } = formular;
  const { werte, fehler, schluessel } = was;
  const { vertrag } = zeile;
  const je = fehler === null ? new Map<string, string>() : fehlerJeFeld(fehler);
  const bild = formularbild(vertrag, felder);
  const stand: Formularstand = {
    befehl: vertrag.befehl,
    werte,
    fokus: fehler === null ? bild.fokus : null,
    fehler: je,
    auswahl: await ladeAuswahl({ anfrage, fall }, felder),
  };
  const heute = ortstag(anfrage.umgebung.uhr.jetzt());
  const inhalt = html`${fallkopf(fall)}
    ${fehler === null ? null : fehlerkasten(fehler, felder, vertrag.befehl)}
    <h1 class="kern-heading-large">${bild.titel}</h1>
    <form method="post" class="formular" autocomplete="off" novalidate>
      <input type="hidden" name="_schluessel" value="${schluessel}" />
      <input type="hidden" name="_konto" value="${anfrage.konto.id}" />
      ${ereignistag(werte, heute, je.get('ereignisAm'))} ${bild.vorn.map((feld) => zeigeFeld(feld, stand))}
      ${weitereAngaben(bild.weitere, stand)} ${begruendungen(werte, fehler?.regel ?? null)}
      <div class="knoepfe">
        <button class="kern-btn kern-btn--primary"><span class="kern-label">Festhalten</span></button>
        <a class="kern-link" href="/faelle/${fall.id}">Abbrechen</a>
      </div>
    </form>`;
  return {
    art: 'seite',
    titel: `${fehler === null ? '' : 'Fehler: '}${bild.titel}, ${fall.fallnummer}`,
    inhalt,
    bereich: 'faelle',
    ...(fehler === null ? {} : { status: fehler.status }),
  };
}

/** The form of a command on a case. */
export async function formular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const gefunden = await formularFuer(anfrage);
  const { vorbelegt } = formularbild(gefunden.zeile.vertrag, gefunden.felder);
  const werte = new URLSearchParams({ ...vorbelegt, ...Object.fromEntries(anfrage.abfrage) });
  return zeige(anfrage, gefunden, { werte, fehler: null, schluessel: randomUUID() });
}

/** @throws Absage when somebody else has signed in since the form was opened. */
function pruefeKonto({ konto, rumpf }: Seitenanfrage): void {
  const wer = rumpf.get('_konto');
  if (wer !== null && wer !== konto.id)
    throw new Absage(
      'NICHT_BERECHTIGT',
      `Angemeldet ist jetzt ${konto.anzeigename}; das Formular hat jemand anderes begonnen.`,
    );
}

/** Gives the command; what is wrong comes back with everything that was typed. */
export async function schickeAb(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  const { umgebung, konto, rumpf } = anfrage;
  const gefunden = await formularFuer(anfrage);
  const { zeile, fall, felder } = gefunden;
  const schluessel = rumpf.get('_schluessel') ?? randomUUID();
  try {
    const eingabe = leseEingabe(felder, rumpf);
    await frage(umgebung, zeile.route, { konto, pfad: { fallId: fall.id }, rumpf: eingabe, schluessel });
  } catch (roh) {
    const fehler = uebersetze(roh);
    if (!(fehler instanceof Absage)) throw roh;
    // Until the outcome is known the same key asks for it; what was refused gets a new one with the next attempt.
    const offen = fehler.code === 'AUSGANG_UNBEKANNT' || fehler.code === 'NICHT_ERREICHBAR';
    return zeige(anfrage, gefunden, {
      werte: rumpf,
      fehler: { ...ausAbsage(fehler) },
      schluessel: offen ? schluessel : randomUUID(),
    });
  }
  return {
    art: 'weiter',
    ort: `/faelle/${fall.id}?festgehalten=${zeile.vertrag.befehl.replaceAll('_', '-')}`,
  };
}

const STATUS: Readonly<Partial<Record<Absage['code'], number>>> = {
  NICHT_BERECHTIGT: 403,
  EINGABE_UNGUELTIG: 400,
  AUSGANG_UNBEKANNT: 503,
  NICHT_ERREICHBAR: 503,
};

function ausAbsage({ code, message, regel, felder }: Absage): Formularfehler {
  return { code, satz: message, regel, felder, status: STATUS[code] ?? 422 };
}

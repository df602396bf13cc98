import { readdirSync, readFileSync } from 'node:fs';
import { oeffneDatenbank } from '../../db/client.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { vertragAn } from '../../api/befehle/vertraege.ts';
import { prueftresor } from '../../tools/probehaus/tresor.ts';
import { starteApiVor, type Pruefapi } from '../../tools/probehaus/api.ts';
import type { Vorgangsbezug } from '../../db/verweis.ts';
import type { Befehlsschritt, Geschichte } from '../../tools/szenario/geschichte.ts';
import { leseGeschichte } from '../../tools/szenario/lesen.ts';
import {
  istAmtsbefehl,
  istBlick,
  istDienstbefehl,
  istEaktenbefehl,
  istExtern,
  type Blick,
  type ExternerBefehl,
} from '../../tools/szenario/stammdaten.ts';
import { kennung, TEAM, TEAMLABEL } from '../../tools/szenario/verweise.ts';
import { sendeAmtsbefehl } from '../../tools/szenario/voll/amt.ts';
import { sendeDienstbefehl } from '../../tools/szenario/voll/dienst.ts';
import { sendeEaktenbefehl } from '../../tools/szenario/voll/eakte.ts';
import { legeAn } from '../../tools/szenario/voll/stammdaten.ts';
import {
  rufe,
  sendeAktenbefehl,
  sendeSachbefehl,
  sendungFuer,
  type Stammschritt,
} from '../../tools/szenario/voll/zugriff.ts';
import { faelleOhneTemporal } from '../support/faelle-ohne-temporal.ts';
import { mitVersuchen } from '../support/versuch.ts';
import { stelleZu } from '../support/zustellung-ohne-temporal.ts';
import { fehlerbuch, type Auffuehrung } from './buehne.ts';

const ORDNER = new URL('../szenarien/', import.meta.url);

/** Every story of the procedure. */
export function alleGeschichten(): Geschichte[] {
  return readdirSync(ORDNER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => leseGeschichte(name, readFileSync(new URL(name, ORDNER), 'utf8')));
}

type Welt = {
  readonly geschichte: Geschichte;
  readonly api: Pruefapi;
  readonly orte: Map<string, Vorgangsbezug>;
  /** Secrets of the newest mails to providers, by the number of the service. */
  readonly zugaenge: Map<number, string>;
};

/** Pages of a case, asked in turn by whoever took a step in it. */
const SEITEN = ['', '/fallblatt', '/assessment', '/fristen/T-01/1'];

async function lies({ api }: Welt, schritt: Befehlsschritt, pfad: string): Promise<void> {
  await rufe(api, schritt, { methode: 'GET', pfad: `/api/v1/faelle/${pfad}`, rumpf: null });
}

/** A provider without an account reports over the link of the newest mail. */
async function meldeZurueck(
  { api, zugaenge }: Welt,
  schritt: Stammschritt,
  befehl: ExternerBefehl,
): Promise<void> {
  const { leistung, art, tag = ortstag(schritt.am), bericht, ergebnis } = befehl;
  const rumpf = { zugang: zugaenge.get(leistung), art, tag, bericht, ergebnis };
  await rufe(api, schritt, { methode: 'POST', pfad: '/api/v1/rueckmeldungen', rumpf });
}

const erstePerson = ({ geschichte }: Welt): string => geschichte.personen[0]?.id ?? '';

async function blicke(welt: Welt, schritt: Stammschritt, { befehl }: Blick): Promise<void> {
  const seite = befehl === 'vorschlaege_ansehen' ? '/zuordnung/vorschlaege' : '/fallblatt';
  const fall = welt.orte.get(schritt.fall);
  // A case that a disturbed story never opened has no page.
  if (fall !== undefined) await lies(welt, schritt, `${fall.id}${seite}`);
}

async function stammbefehl(welt: Welt, schritt: Stammschritt): Promise<void> {
  const { api, orte } = welt;
  const { stammdaten: befehl } = schritt;
  if (istExtern(befehl)) await meldeZurueck(welt, schritt, befehl);
  else if (istAmtsbefehl(befehl)) await sendeAmtsbefehl({ api, schritt, labelVon: (id) => id }, befehl);
  else if (istDienstbefehl(befehl)) await sendeDienstbefehl({ api, schritt }, befehl);
  else if (istBlick(befehl)) await blicke(welt, schritt, befehl);
  else if (istEaktenbefehl(befehl)) {
    const fallId = orte.get(schritt.fall)?.id ?? '';
    await sendeEaktenbefehl(api, schritt, { befehl, fallId, heute: ortstag(schritt.am) });
  } else {
    const { person = erstePerson(welt) } = befehl;
    await sendeAktenbefehl(api, schritt, { befehl, person, heute: ortstag(schritt.am) });
  }
}

async function spieleSchritt(welt: Welt, schritt: Befehlsschritt): Promise<void> {
  const { api, orte } = welt;
  if (!('eingabe' in schritt)) {
    await stammbefehl(welt, schritt);
    return;
  }
  const bezug = orte.get(schritt.fall) ?? null;
  const oeffnet = vertragAn(schritt.ziel, schritt.befehl)?.pfad === null;
  if (bezug === null && !oeffnet) return;
  const sendung = sendungFuer(schritt, (label) => orte.get(label)?.id ?? '');
  const { eroeffnet } = await sendeSachbefehl(api, schritt, { ...sendung, bezug });
  if (eroeffnet !== null) orte.set(schritt.fall, { art: 'fall', id: eroeffnet });
  if (bezug?.art === 'fall')
    await lies(welt, schritt, `${bezug.id}${SEITEN[schritt.nummer % SEITEN.length] ?? ''}`);
}

/** What a story expects to be refused is its own test's business. */
export const sollGelingen = ({ erwarte }: Befehlsschritt): boolean =>
  erwarte.ergebnis === undefined || erwarte.ergebnis === 'ok';

/**
 * Plays a story over HTTP before the domain and the recording, without Temporal; a step that a disturbed case cannot take any
 * more is refused.
 */
export async function spieleUeberHttp(
  geschichte: Geschichte,
  { databaseUrl, runde, vor }: Auffuehrung,
): Promise<void> {
  const beginn = geschichte.schritte[0]?.am ?? '1995-01-01T00:00:00Z';
  let uhr: Instant = beginn;
  const db = mitVersuchen(oeffneDatenbank(databaseUrl, 10));
  const { tresor, ende } = await prueftresor(databaseUrl);
  const faelle = faelleOhneTemporal(db);
  const { log, nimm } = fehlerbuch();
  const api = await starteApiVor(faelle, { db, tresor, uhr: { jetzt: () => uhr }, log });
  const davor = await vor({ stueck: geschichte.datei, runde, url: api.url, db, serverfehler: nimm });
  const orte = new Map<string, Vorgangsbezug>([[TEAMLABEL, { art: 'team', id: TEAM }]]);
  try {
    await legeAn(db, geschichte, { tag: ortstag(beginn), instant: beginn });
    for (const { id } of geschichte.personen) orte.set(id, { art: 'potenzial', id: kennung('person', id) });
    const zugaenge = new Map<number, string>();
    const welt: Welt = { geschichte, api: { ...api, url: davor.url }, orte, zugaenge };
    for (const schritt of geschichte.schritte) {
      uhr = schritt.am;
      await stelleZu({ db, faelle, jetzt: () => uhr }, zugaenge);
      if (schritt.art === 'befehl' && sollGelingen(schritt))
        await spieleSchritt(welt, schritt).catch(() => undefined);
    }
  } finally {
    davor.stop();
    await api.stop();
    await ende();
    await db.schliesse();
  }
}

import { isDeepStrictEqual } from 'node:util';
import { setTimeout as warte } from 'node:timers/promises';
import { mitAkteur } from '../../db/client.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { ablaufQuery, workflowIdVon } from '../../workflows/contract.ts';
import { starteApi, type Pruefapi } from '../probehaus/api.ts';
import type { Nutzlastschutz } from '../../temporal/einstellung.ts';
import { starteDatenbanken, type Datenbanken } from '../probehaus/datenbanken.ts';
import { PRUEFSCHUTZ } from '../probehaus/schutz.ts';
import { baueStand, zeitreiseserver, type Stand } from '../probehaus/stand.ts';
import { liesAkte } from '../../activities/aufzeichnung/akte.ts';
import { folgelabel } from './form.ts';
import type { Geschichte } from './geschichte.ts';
import type { Befehlsergebnis, Motor } from './motor.ts';
import {
  istRuhig,
  liesFolgefall,
  liesNachrichten,
  liesSichten,
  liesUnvermerkte,
  type Marke,
} from './voll/einblick.ts';
import { legeAn } from './voll/stammdaten.ts';
import { kennung, TEAM, TEAMLABEL } from './verweise.ts';
import {
  istAmtsbefehl,
  istBlick,
  istDienstbefehl,
  istEaktenbefehl,
  istExtern,
  type Amtsbefehl,
  type Blick,
} from './stammdaten.ts';
import { sendeAmtsbefehl } from './voll/amt.ts';
import { liesBlatt } from './voll/blatt.ts';
import { sendeDienstbefehl } from './voll/dienst.ts';
import { sendeEaktenbefehl } from './voll/eakte.ts';
import { meldeZurueck } from './voll/erbringer.ts';
import { siehVoraus } from './voll/vorschau.ts';
import { liesVorschlaege } from './voll/zuordnung.ts';
import { sendeAktenbefehl, sendeSachbefehl, sendungFuer, type Stammschritt } from './voll/zugriff.ts';

/** The server is started a little before the story, because its clock runs on while everything else starts. */
const VORLAUF_MS = 10 * 60_000;
const GEDULD_MS = 60_000;
const UEBERNAHME_MS = 5_000;

type Welt = {
  readonly geschichte: Geschichte;
  readonly reise: Awaited<ReturnType<typeof zeitreiseserver>>;
  readonly stand: Stand;
  readonly api: Pruefapi;
  readonly haltWorker: () => Promise<void>;
  /** The check record of every person, and the cases in the order they were opened. */
  readonly marken: Marke[];
  readonly gesehen: Set<string>;
  uhr: Instant;
};

/** Called for every Vorgang before its story ends, to keep its histories. */
export type Nachlass = (stand: Stand, marke: Marke, geschichte: Geschichte) => Promise<void>;

async function baue(geschichte: Geschichte, databaseUrl: string, schutz: Nutzlastschutz): Promise<Welt> {
  const beginn = geschichte.schritte[0]?.am ?? '1995-01-01T00:00:00Z';
  const reise = await zeitreiseserver(new Date(Date.parse(beginn) - VORLAUF_MS).toISOString());
  const welt = { uhr: beginn };
  const jetzt = (): Instant => welt.uhr;
  const stand = await baueStand({ temporal: reise, jetzt, databaseUrl, schutz });
  await legeAn(stand.db, geschichte, { tag: ortstag(beginn), instant: beginn });
  const api = await starteApi({
    db: stand.apiDb,
    tresor: stand.tresor,
    client: stand.client,
    uhr: { jetzt },
  });
  const haltWorker = await stand.starteWorker();
  const marken = geschichte.personen.map(({ id: label }): Marke => {
    return { label, bezug: { art: 'potenzial', id: kennung('person', label) } };
  });
  if (geschichte.teams !== null) marken.push({ label: TEAMLABEL, bezug: { art: 'team', id: TEAM } });
  const gesehen = new Set<string>();
  const gebaut = Object.assign(welt, { geschichte, reise, stand, api, haltWorker, marken, gesehen });
  await stand.activities.stosseZustellungAn();
  await stelleUhr(gebaut, beginn);
  // What the office knew before the story is no news in it.
  await liesNachrichten(stand.db, gebaut);
  return gebaut;
}

async function stelleUhr(welt: Welt, bis: Instant): Promise<void> {
  const jetzt = await welt.reise.jetztMs();
  const ziel = Date.parse(bis) + 500;
  if (ziel > jetzt) await welt.reise.schlafe(ziel - jetzt);
  await beruhige(welt, bis);
  welt.uhr = bis;
}

/** Waits until each Vorgang has taken all that is due and the outbox is empty. */
async function beruhige(welt: Welt, bis: Instant): Promise<void> {
  const ende = Date.now() + GEDULD_MS;
  while (!(await istRuhig(welt.stand.db, welt.marken, bis))) {
    if (Date.now() > ende) throw new Error(`Bis ${bis} ist nicht alles Fällige geschehen`);
    await warte(20);
  }
}

/** The newest Vorgang of that label. */
function markeVon({ marken }: Pick<Welt, 'marken'>, label: string): Marke | undefined {
  return marken.findLast((marke) => marke.label === label);
}

/** The case that began in another team with a step of this one (TR64). */
async function neueFolgefaelle(
  { stand: { db }, marken }: Welt,
  fall: string,
  fallId: string,
): Promise<Marke[]> {
  const id = await liesFolgefall(db, fallId);
  if (id === null || marken.some(({ bezug }) => bezug.id === id)) return [];
  return [{ label: folgelabel(fall), bezug: { art: 'fall', id } }];
}

/** What a page of the case shows to the one who looks; nothing changes. */
async function blicke(welt: Welt, { befehl }: Blick, schritt: Stammschritt): ReturnType<Motor['befehl']> {
  const { api, stand, uhr, geschichte } = welt;
  const marke = markeVon(welt, schritt.fall);
  const fallId = marke?.bezug.id ?? '';
  if (befehl === 'vorschlaege_ansehen')
    return liesVorschlaege(api, schritt, { fallId, personal: geschichte.personal });
  const sicht = marke === undefined ? [] : await liesSichten(stand.db, [marke], uhr);
  return liesBlatt(api, schritt, { fallId, seite: befehl, zustand: sicht[0]?.zustand ?? null });
}

async function stammbefehl(welt: Welt, schritt: Stammschritt): ReturnType<Motor['befehl']> {
  const { stand, uhr } = welt;
  const { stammdaten } = schritt;
  if (istBlick(stammdaten)) return blicke(welt, stammdaten, schritt);
  const befehlsausgang = await sende(welt, schritt, stammdaten);
  // A refused feedback is news for the case, too.
  if (!('fakten' in befehlsausgang) && !istExtern(stammdaten)) return befehlsausgang;
  // Nothing was recorded that would poke the delivery; in production the schedule does.
  await stand.activities.stosseZustellungAn();
  await beruhige(welt, uhr);
  if (!('fakten' in befehlsausgang)) return befehlsausgang;
  const marke = markeVon(welt, schritt.fall);
  const sicht = marke === undefined ? [] : await liesSichten(stand.db, [marke], uhr);
  const zustand = sicht[0]?.zustand ?? null;
  return { ergebnis: 'ok', zustand, neben: [], warnungen: [], fakten: befehlsausgang.fakten };
}

type Befehlsausgang = Befehlsergebnis | { readonly fakten: Readonly<Record<string, unknown>> };

/** Changes master data; only what the office decides for all shows more than that it was done. */
async function sende(
  welt: Welt,
  schritt: Stammschritt,
  befehl: Exclude<Stammschritt['stammdaten'], Blick>,
): Promise<Befehlsausgang> {
  const { api, marken } = welt;
  if (!istAmtsbefehl(befehl)) return (await sendeStammbefehl(welt, schritt, befehl)) ?? { fakten: {} };
  const labelVon = (id: string): string => marken.find(({ bezug }) => bezug.id === id)?.label ?? id;
  return sendeAmtsbefehl({ api, schritt, labelVon }, befehl);
}

function sendeStammbefehl(
  welt: Welt,
  schritt: Stammschritt,
  befehl: Exclude<Stammschritt['stammdaten'], Amtsbefehl | Blick>,
): Promise<Befehlsergebnis | null> {
  const { api, stand, uhr } = welt;
  const heute = ortstag(uhr);
  if (istDienstbefehl(befehl)) return sendeDienstbefehl({ api, schritt }, befehl);
  if (istExtern(befehl)) return meldeZurueck({ api, postfach: stand.postfach, heute }, befehl);
  if (istEaktenbefehl(befehl))
    return sendeEaktenbefehl(api, schritt, {
      befehl,
      fallId: markeVon(welt, schritt.fall)?.bezug.id ?? '',
      heute,
    });
  const person = befehl.person ?? personDesFalls(welt, schritt);
  return sendeAktenbefehl(api, schritt, { befehl, person, heute });
}

/** The person a step means that names none: the one of its case, else the first of the story. */
function personDesFalls(welt: Welt, schritt: Stammschritt): string {
  const genannte = welt.geschichte.schritte
    .filter((s) => s.art === 'befehl' && 'eingabe' in s && s.fall === schritt.fall)
    .flatMap((s) =>
      'eingabe' in s && typeof s.eingabe['person'] === 'string' ? [s.eingabe['person']] : [],
    )[0];
  const imFall = markeVon(welt, schritt.fall) === undefined ? undefined : genannte;
  return imFall ?? welt.geschichte.personen[0]?.id ?? '';
}

/** After every story the state folded from PostgreSQL's events equals what the workflow says of itself, and each event is on record (S4). */
async function pruefeGleichheit({ stand: { db, client }, marken }: Welt): Promise<void> {
  for (const { label, bezug } of marken) {
    const akte = await mitAkteur(db, { system: 'wartung' }, (tx) => liesAkte(tx, bezug.id));
    if (akte === null) continue;
    const unvermerkt = await liesUnvermerkte(db, bezug.id);
    if (unvermerkt.length > 0)
      throw new Error(`${label}: ${unvermerkt.join(', ')} nicht genau einmal im Protokoll`);
    const soll: unknown = JSON.parse(JSON.stringify(akte.gefaltet));
    const handle = client.workflow.getHandle(workflowIdVon(bezug));
    // The workflow takes a recording over a moment after it stands in PostgreSQL.
    const ende = Date.now() + UEBERNAHME_MS;
    while (!isDeepStrictEqual(soll, (await handle.query(ablaufQuery)).stand)) {
      if (Date.now() > ende) throw new Error(`${label} steht im Workflow anders als in PostgreSQL`);
      await warte(20);
    }
  }
}

async function raeumeAb(welt: Welt, nachlass: Nachlass | undefined): Promise<void> {
  try {
    await pruefeGleichheit(welt);
    for (const marke of welt.marken) await nachlass?.(welt.stand, marke, welt.geschichte);
  } finally {
    await welt.api.stop();
    await welt.haltWorker();
    await welt.stand.beende();
  }
}

type Vollwahl = {
  readonly nachlass?: Nachlass;
  readonly schutz?: Nutzlastschutz;
  /** Of every so many commands on a case one is previewed first, and has to do what was foretold (ADR 65). */
  readonly vorschauJede?: number;
};

/**
 * Plays a story through the real HTTP API, the real workflow on the time-skipping server and a real PostgreSQL.
 * @param datenbanken shared by all stories of one call; started when the first one needs it
 */
export function vollMotor(
  datenbanken: () => Promise<Datenbanken>,
  { nachlass, schutz = PRUEFSCHUTZ, vorschauJede = 1 }: Vollwahl = {},
): Motor {
  let welt: Welt | null = null;
  const offen = (): Welt => {
    if (welt === null) throw new Error('Die Geschichte hat noch nicht begonnen');
    return welt;
  };
  return {
    beginne: async (geschichte) => {
      welt = await baue(geschichte, await (await datenbanken()).neue(), schutz);
    },
    befehl: async (schritt) => {
      const gegenwart = offen();
      if (!('eingabe' in schritt)) return stammbefehl(gegenwart, schritt);
      const { api, marken, stand } = gegenwart;
      const bisher = markeVon(gegenwart, schritt.fall)?.bezug ?? null;
      const sendung = sendungFuer(schritt, (label) => markeVon(gegenwart, label)?.bezug.id ?? '');
      const vergleiche = await siehVoraus(api, schritt, { ...sendung, bezug: bisher, jede: vorschauJede });
      const { ergebnis, eroeffnet } = await sendeSachbefehl(api, schritt, { ...sendung, bezug: bisher });
      await vergleiche(ergebnis, stand.db, eroeffnet);
      if (eroeffnet !== null) marken.push({ label: schritt.fall, bezug: { art: 'fall', id: eroeffnet } });
      if (bisher?.art === 'fall') marken.push(...(await neueFolgefaelle(gegenwart, schritt.fall, bisher.id)));
      await beruhige(gegenwart, gegenwart.uhr);
      return ergebnis;
    },
    stelleUhr: (bis) => stelleUhr(offen(), bis),
    sicht: async () => {
      const { stand, marken, uhr } = offen();
      return {
        faelle: await liesSichten(stand.db, marken, uhr),
        nachrichten: await liesNachrichten(stand.db, offen()),
      };
    },
    schliesse: async () => {
      const letzte = welt;
      welt = null;
      if (letzte !== null) await raeumeAb(letzte, nachlass);
    },
  };
}

let gemeinsam: Promise<Datenbanken> | undefined;

/** One PostgreSQL for all stories of this process; it ends with the process. */
export function gemeinsameDatenbanken(): Promise<Datenbanken> {
  gemeinsam ??= starteDatenbanken();
  return gemeinsam;
}

/** Stops what the stories shared. */
export async function beendeGemeinsames(): Promise<void> {
  await (await gemeinsam)?.stop();
  gemeinsam = undefined;
}

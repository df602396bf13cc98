import { isDeepStrictEqual } from 'node:util';
import { setTimeout as warte } from 'node:timers/promises';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { starteApi, type Pruefapi } from '../pruefstand/api.ts';
import { starteDatenbanken, type Datenbanken } from '../pruefstand/datenbanken.ts';
import { baueStand, frage, zeitreiseserver, type Stand } from '../pruefstand/stand.ts';
import type { Geschichte } from './geschichte.ts';
import type { Motor } from './motor.ts';
import { faltung, istRuhig, liesFaelle, liesNachrichten, type Fallmarke } from './voll/einblick.ts';
import { legeAn } from './voll/stammdaten.ts';
import { istBlick, istDienstbefehl } from './stammdaten.ts';
import { sendeDienstbefehl } from './voll/dienst.ts';
import { liesVorschlaege } from './voll/zuordnung.ts';
import { sendeAktenbefehl, sendeSachbefehl, type Stammschritt } from './voll/zugriff.ts';

/** The server is started a little before the story, because its clock runs on while everything else starts. */
const VORLAUF_MS = 10 * 60_000;
const GEDULD_MS = 60_000;

type Welt = {
  readonly geschichte: Geschichte;
  readonly reise: Awaited<ReturnType<typeof zeitreiseserver>>;
  readonly stand: Stand;
  readonly api: Pruefapi;
  readonly haltWorker: () => Promise<void>;
  readonly faelle: Fallmarke[];
  readonly gesehen: Set<string>;
  uhr: Instant;
};

/** Called for every case before its story ends, to keep its histories. */
export type Nachlass = (stand: Stand, fall: Fallmarke, geschichte: Geschichte) => Promise<void>;

async function baue(geschichte: Geschichte, datenbanken: Datenbanken): Promise<Welt> {
  const beginn = geschichte.schritte[0]?.am ?? '1995-01-01T00:00:00Z';
  const reise = await zeitreiseserver(new Date(Date.parse(beginn) - VORLAUF_MS).toISOString());
  const welt = { uhr: beginn };
  const jetzt = (): Instant => welt.uhr;
  const stand = await baueStand({ temporal: reise, jetzt, databaseUrl: await datenbanken.neue() });
  await legeAn(stand.db, geschichte, { tag: ortstag(beginn), instant: beginn });
  const api = await starteApi({ db: stand.db, client: stand.client, uhr: { jetzt } });
  const haltWorker = await stand.starteWorker();
  return Object.assign(welt, {
    geschichte,
    reise,
    stand,
    api,
    haltWorker,
    faelle: [],
    gesehen: new Set<string>(),
  });
}

async function stelleUhr(welt: Welt, bis: Instant): Promise<void> {
  const jetzt = await welt.reise.env.currentTimeMs();
  const ziel = Date.parse(bis) + 500;
  if (ziel > jetzt) await welt.reise.env.sleep(ziel - jetzt);
  await beruhige(welt, bis);
  welt.uhr = bis;
}

/** Waits until each case has taken all that is due and the outbox is empty. */
async function beruhige(welt: Welt, bis: Instant): Promise<void> {
  const ende = Date.now() + GEDULD_MS;
  while (!(await istRuhig(welt.stand.db, welt.faelle, bis))) {
    if (Date.now() > ende) throw new Error(`Bis ${bis} ist nicht alles Fällige geschehen`);
    await warte(20);
  }
}

function fallmarke(welt: Welt, label: string): Fallmarke | undefined {
  return welt.faelle.findLast((f) => f.label === label);
}

async function stammbefehl(welt: Welt, schritt: Stammschritt): ReturnType<Motor['befehl']> {
  const { api, stand, uhr } = welt;
  const { stammdaten } = schritt;
  if (istBlick(stammdaten)) {
    const fallId = fallmarke(welt, schritt.fall)?.fallId ?? '';
    return liesVorschlaege(api, schritt, { fallId, personal: welt.geschichte.personal });
  }
  const absage = istDienstbefehl(stammdaten)
    ? await sendeDienstbefehl({ api, schritt }, stammdaten)
    : await sendeAktenbefehl(api, schritt, {
        befehl: stammdaten,
        person: stammdaten.person ?? personDesFalls(welt, schritt),
        heute: ortstag(uhr),
      });
  if (absage !== null) return absage;
  // Nothing was recorded that would poke the delivery; in production the schedule does.
  await stand.activities.stosseZustellungAn();
  await beruhige(welt, uhr);
  const marke = fallmarke(welt, schritt.fall);
  const sicht = marke === undefined ? [] : await liesFaelle(stand.db, [marke], uhr);
  const zustand = sicht[0]?.zustand ?? null;
  return { ergebnis: 'ok', zustand, neben: [], warnungen: [], fakten: {} };
}

/** The person a step means that names none: the one of its case, else the first of the story. */
function personDesFalls(welt: Welt, schritt: Stammschritt): string {
  const genannte = welt.geschichte.schritte
    .filter((s) => s.art === 'befehl' && 'eingabe' in s && s.fall === schritt.fall)
    .flatMap((s) =>
      'eingabe' in s && typeof s.eingabe['person'] === 'string' ? [s.eingabe['person']] : [],
    )[0];
  const imFall = fallmarke(welt, schritt.fall) === undefined ? undefined : genannte;
  return imFall ?? welt.geschichte.personen[0]?.id ?? '';
}

/** After every story the state folded from PostgreSQL's events equals what the workflow says of itself. */
async function pruefeGleichheit(welt: Welt): Promise<void> {
  for (const { label, fallId } of welt.faelle) {
    const gefaltet = await faltung(welt.stand.db, fallId);
    const { stand } = await frage(welt.stand.client, fallId);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(gefaltet)), stand)) {
      throw new Error(`Der Fall ${label} steht im Workflow anders als in PostgreSQL`);
    }
  }
}

async function raeumeAb(welt: Welt, nachlass: Nachlass | undefined): Promise<void> {
  try {
    await pruefeGleichheit(welt);
    for (const fall of welt.faelle) await nachlass?.(welt.stand, fall, welt.geschichte);
  } finally {
    await welt.api.stop();
    await welt.haltWorker();
    await welt.stand.beende();
  }
}

/**
 * Plays a story through the real HTTP API, the real workflow on the time-skipping server and a real PostgreSQL.
 * @param datenbanken shared by all stories of one call; started when the first one needs it
 */
export function vollMotor(datenbanken: () => Promise<Datenbanken>, nachlass?: Nachlass): Motor {
  let welt: Welt | null = null;
  const offen = (): Welt => {
    if (welt === null) throw new Error('Die Geschichte hat noch nicht begonnen');
    return welt;
  };
  return {
    beginne: async (geschichte) => {
      welt = await baue(geschichte, await datenbanken());
    },
    befehl: async (schritt) => {
      const gegenwart = offen();
      if (!('eingabe' in schritt)) return stammbefehl(gegenwart, schritt);
      const marke = fallmarke(gegenwart, schritt.fall);
      const { ergebnis, fallId } = await sendeSachbefehl(gegenwart.api, schritt, marke?.fallId ?? null);
      const neu = fallId !== null && fallId !== marke?.fallId;
      if (neu) gegenwart.faelle.push({ label: schritt.fall, fallId });
      await beruhige(gegenwart, gegenwart.uhr);
      return ergebnis;
    },
    stelleUhr: (bis) => stelleUhr(offen(), bis),
    sicht: async () => {
      const { stand, faelle, geschichte, gesehen, uhr } = offen();
      return {
        faelle: await liesFaelle(stand.db, faelle, uhr),
        nachrichten: await liesNachrichten(stand.db, { faelle, geschichte, gesehen }),
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

import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import type { Logger } from 'pino';
import { vertragFuer } from '../../../api/befehle/vertraege.ts';
import { pfadVon as pfadDesBefehls } from '../../../api/befehle/routen.ts';
import type { Umgebung } from '../../../api/kern/umgebung.ts';
import type { Activities } from '../../../activities/index.ts';
import { mitAkteur } from '../../../db/client.ts';
import { kuendigeAktenlageAn, potenzialkopf } from '../../../db/potenzial.ts';
import { kuendigeOrganisationAn, teamkopf } from '../../../db/team.ts';
import { erzeugeLogger } from '../../../log/logger.ts';
import type { Nutzlastschutz } from '../../../temporal/einstellung.ts';
import { freierPort } from '../../../tools/lokal/ports.ts';
import { starteApi, type Pruefapi } from '../../../tools/probehaus/api.ts';
import { leiseLaufzeit } from '../../../tools/probehaus/laufzeit.ts';
import { legePersonAn, PERSONAL } from '../../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, type Stand } from '../../../tools/probehaus/stand.ts';
import { sdkProtokoll } from '../../../worker/logger.ts';
import type { Leistungswelt } from '../leistungsfall.ts';
import {
  bedienung,
  HEUTE,
  pfadVon,
  type Antwort,
  type Aufruf,
  type Bedienung,
  type Wer,
} from '../operationen/bedienung.ts';
import { besucheSeiten, seitenOhneAnbieter, type Besuch } from '../../../tools/probehaus/seiten.ts';
import { spurVon } from '../seiten/haus.ts';
import { bote, type Botengang } from './bote.ts';
import { markenbuch, type Markenbuch } from './marken.ts';
import { sammle, type Spuren } from './spuren.ts';

/** In memory where the system has such a folder: the server waits for the disk with each step. */
const SCHNELL = '/dev/shm';
const BEGINN = `${HEUTE}T08:00:00Z`;
/** News of all cases at once take minutes on a busy machine: the end is for what never comes. */
const GEDULD_MS = 300_000;

type Anfrage = { readonly methode: string; readonly pfad: string; readonly rumpf?: unknown };

/** The whole of Lotse, with all it says to anybody kept. */
export type Kanarienwelt = {
  readonly stand: Stand;
  readonly api: Pruefapi;
  readonly buch: Markenbuch;
  readonly gang: Botengang;
  readonly wie: Bedienung;
  /** Cases opened on the way, with the person. */
  readonly faelle: readonly { readonly fallId: string; readonly person: string }[];
  readonly log: { readonly api: Logger; readonly worker: Logger };
  /** A request past the messenger, with signs the caller put in. */
  readonly rufe: (wer: Wer, anfrage: Anfrage) => Promise<{ status: number; inhalt: unknown }>;
  /** Opens a page as somebody, with everything a browser would keep of it noted down. */
  readonly besuche: Besuch;
  readonly starteWorker: (activities?: Activities) => Promise<void>;
  readonly haltWorker: () => Promise<void>;
  readonly spuren: () => Promise<Spuren>;
  readonly beende: () => Promise<void>;
};

/** Polls until it is there. @throws when it does not come */
export async function bis<T>(was: string, lies: () => Promise<T | null>): Promise<T> {
  const ende = Date.now() + GEDULD_MS;
  for (;;) {
    const wert = await lies();
    if (wert !== null) return wert;
    if (Date.now() > ende) throw new Error(`Es kommt nicht: ${was}`);
    await warte(50);
  }
}

/** What becomes of news in the real engine: the outbox carries them. */
function nachrichtenweg(stand: Stand): Leistungswelt['faelle'] {
  return {
    sende: async ({ bezug: { art, id } }) => {
      await mitAkteur(stand.db, { system: 'wartung' }, (tx) =>
        art === 'team' ? kuendigeOrganisationAn(tx, BEGINN) : kuendigeAktenlageAn(tx, id, BEGINN),
      );
      await stand.activities.stosseZustellungAn();
      const liesVorgang = art === 'team' ? teamkopf : potenzialkopf;
      await bis(`${art} ${id}`, () =>
        mitAkteur(stand.db, { system: 'wartung' }, async (tx) => await liesVorgang(tx, id)),
      );
      return { art: 'ungewiss' };
    },
  };
}

/** The secret in the newest mail to a provider. */
function einmallinkAus({ postfach }: Stand): Promise<string | null> {
  return bis('Einmallink', () => {
    const links = postfach
      .nachrichten()
      .flatMap(({ text }) => /rueckmeldung#([\w-]+)/u.exec(text)?.[1] ?? []);
    return Promise.resolve(links.at(-1) ?? null);
  });
}

/** Lines a logger writes, as they leave the process. */
function zeilenVon(dienst: 'api' | 'worker'): { zeilen: string[]; log: Logger } {
  const zeilen: string[] = [];
  return { zeilen, log: erzeugeLogger(dienst, 'trace', { write: (zeile) => void zeilen.push(zeile) }) };
}

/** @param schutz of the payloads; null leaves them in clear */
export async function baueKanarienwelt(schutz: Nutzlastschutz): Promise<Kanarienwelt> {
  const [vonApi, vomWorker] = [zeilenVon('api'), zeilenVon('worker')];
  const metriken = `127.0.0.1:${String(await freierPort())}`;
  leiseLaufzeit({ logger: sdkProtokoll(vomWorker.log), metriken });
  const ordner = mkdtempSync(path.join(existsSync(SCHNELL) ? SCHNELL : tmpdir(), 'lotse-kanarien-'));
  const dbDatei = path.join(ordner, 'temporal.db');
  const temporal = await echtzeitserver({ dbDatei });
  const jetzt = (): string => BEGINN;
  const stand = await baueStand({ temporal, schutz, jetzt, log: vomWorker.log });
  const { apiDb: db, tresor, client } = stand;
  const seiten = (umgebung: Umgebung, adresse: string) => seitenOhneAnbieter(umgebung, adresse, vonApi.log);
  const api = await starteApi({ db, tresor, client, uhr: { jetzt }, log: vonApi.log, seiten });
  const besucher = besucheSeiten(api.umgebung, api.url);
  const seitenspuren: string[] = [];
  const buch = markenbuch();
  const { gang, vor } = bote(buch);
  const davor = await vor(api.url);
  let halt: () => Promise<void> = () => Promise.resolve();

  async function schicke(url: string, wer: Wer, { methode, pfad, rumpf }: Anfrage) {
    const antwort = await fetch(`${url}${pfad}`, {
      method: methode.toUpperCase(),
      headers: {
        authorization: `Bearer ${await api.token(PERSONAL[wer])}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    return { status: antwort.status, inhalt: await antwort.json() };
  }

  async function gelungen(wer: Wer, anfrage: Anfrage): Promise<Antwort> {
    const { status, inhalt } = await schicke(davor.url, wer, anfrage);
    if (status >= 300)
      throw new Error(`${anfrage.methode} ${anfrage.pfad}: ${status} ${JSON.stringify(inhalt)}`);
    return inhalt as Antwort;
  }

  const faelle: { fallId: string; person: string }[] = [];
  const gib: Leistungswelt['gib'] = async (wer, befehl, { fallId, eingabe }) => {
    const pfad = pfadDesBefehls(vertragFuer(befehl)).replace('{fallId}', fallId ?? '');
    const ergebnis = await gelungen(wer, { methode: 'post', pfad, rumpf: eingabe });
    const { person } = eingabe as { person?: string };
    const id = String(ergebnis['fallId']);
    if (fallId === null && person !== undefined) faelle.push({ fallId: id, person });
    return ergebnis as unknown as Awaited<ReturnType<Leistungswelt['gib']>>;
  };
  const a: Leistungswelt = {
    db: stand.db,
    umgebung: api.umgebung,
    konto: api.konto,
    gib,
    merkeVor: async (marke) => {
      const eingabe = { person: await legePersonAn(stand.db, marke), gruende: 'Besprochen am Telefon.' };
      return gib('pap', 'vormerken', { fallId: null, eingabe });
    },
    faelle: nachrichtenweg(stand),
  };
  const ruf = ({ wer, op, werte, rumpf }: Aufruf): Promise<Antwort> => {
    const [methode = '', muster = ''] = op.split(' ');
    return gelungen(wer, { methode, pfad: pfadVon(muster, werte), rumpf });
  };
  return {
    stand,
    api,
    buch,
    gang,
    wie: bedienung(a, ruf, () => einmallinkAus(stand)),
    faelle,
    log: { api: vonApi.log, worker: vomWorker.log },
    rufe: (wer, anfrage) => schicke(davor.url, wer, anfrage),
    besuche: async (subjekt, pfad, formular) => {
      gang.adressen.push(pfad);
      const abruf = await besucher(subjekt, pfad, formular);
      seitenspuren.push(spurVon(abruf));
      return abruf;
    },
    starteWorker: async (activities) => {
      halt = await stand.starteWorker(activities);
    },
    haltWorker: () => halt(),
    spuren: () =>
      sammle(stand, {
        schutz,
        dbDatei,
        metriken,
        api: vonApi.zeilen,
        worker: vomWorker.zeilen,
        adressen: gang.adressen,
        seiten: seitenspuren,
      }),
    beende: async () => {
      davor.stop();
      await api.stop();
      await halt();
      await stand.beende();
      rmSync(ordner, { recursive: true });
    },
  };
}

import { randomBytes, randomUUID } from 'node:crypto';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { fuehreAus, type Befehlsergebnis } from '../../api/befehle/ausfuehrung.ts';
import { ladeKonto } from '../../api/kern/konto.ts';
import { erzeugeUmgebung, type Konto, type Umgebung } from '../../api/kern/umgebung.ts';
import type { Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import { erzeugeSchranke } from '../../api/kern/schranke.ts';
import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { starteDatenbanken } from '../../tools/probehaus/datenbanken.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import type { Nutzlastschutz } from '../../temporal/einstellung.ts';
import { einsichtIn, type Einsicht } from '../../temporal/einsicht.ts';
import { leseSchluesselbund } from '../../temporal/schluesselbund.ts';
import { prueftresor, type Prueftresor } from '../../tools/probehaus/tresor.ts';
import { legePersonalAn, legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { faelleOhneTemporal } from '../support/faelle-ohne-temporal.ts';

type Wer = keyof typeof PERSONAL;

const bund = leseSchluesselbund('Nutzlasten', `pruefung:${randomBytes(32).toString('base64')}`);
/** Key of payloads in a test house. */
export const NUTZLASTSCHUTZ: Nutzlastschutz = bund === null ? null : { bund, klartextBis: null };

/** Use cases over a real PostgreSQL; the clock stands until `stelle` moves it. */
export type Aufbau = {
  /** The owner's, for what the test itself writes and looks up. */
  readonly db: Datenbank;
  /** The login of the API, which row-level security holds back. */
  readonly apiDb: Datenbank;
  readonly schutz: Prueftresor;
  /** Of the owner. */
  readonly url: string;
  /** What use cases are called with. */
  readonly umgebung: Umgebung;
  /** The colleague behind a token. */
  readonly konto: (subjekt: string) => Promise<Konto>;
  readonly faelle: ReturnType<typeof faelleOhneTemporal>;
  readonly stelle: (instant: string) => void;
  /** The same house before other workflows; null: nobody sees payloads. */
  readonly mitFaellen: (faelle: Vorgangsablaeufe, einsicht?: Einsicht | null) => Umgebung;
  readonly gib: (wer: Wer, befehl: Sachbefehl, wo: Wo) => Promise<Befehlsergebnis>;
  /** A Vormerkung of a new person. */
  readonly merkeVor: (marke: string) => Promise<Befehlsergebnis>;
  readonly ende: () => Promise<void>;
};

type Wo = { readonly fallId: string | null; readonly eingabe: unknown; readonly schluessel?: string };

async function eigeneDatenbank(): Promise<{ url: string; stop: () => Promise<void> }> {
  const datenbanken = await starteDatenbanken();
  return { url: await datenbanken.neue(), stop: datenbanken.stop };
}

/** @param vorhandene a migrated, empty database; without it one of its own, with the demo staff in either. */
export async function baueAuf(beginn: string, vorhandene?: string): Promise<Aufbau> {
  const postgres =
    vorhandene === undefined ? await eigeneDatenbank() : { url: vorhandene, stop: () => Promise.resolve() };
  const db = oeffneDatenbank(postgres.url, 20);
  await legePersonalAn(db);
  const zugaenge = await richteZugaengeEin(postgres.url);
  const apiDb = oeffneDatenbank(zugaenge.api, 20);
  const workerDb = oeffneDatenbank(zugaenge.worker, 20);
  const schutz = await prueftresor(postgres.url);
  let jetzt = beginn;
  const uhr = { jetzt: () => jetzt };
  const faelle = faelleOhneTemporal(workerDb);
  const mitFaellen: Aufbau['mitFaellen'] = (andere, einsicht = einsichtIn(NUTZLASTSCHUTZ, 'default')) =>
    erzeugeUmgebung({
      db: apiDb,
      uhr,
      ablaeufe: andere,
      schranke: erzeugeSchranke({ gleichzeitig: 8, wartend: 64 }),
      tresor: schutz.tresor,
      einsicht,
    });
  const umgebung = mitFaellen(faelle);
  const konto: Aufbau['konto'] = (subjekt) => ladeKonto(umgebung, subjekt);
  const gib: Aufbau['gib'] = async (wer, befehl, { fallId, eingabe, schluessel = randomUUID() }) =>
    fuehreAus(umgebung, await konto(PERSONAL[wer]), {
      vertrag: vertragFuer(befehl),
      id: fallId,
      schluessel,
      eingabe,
    });
  return {
    db,
    apiDb,
    schutz,
    url: postgres.url,
    umgebung,
    konto,
    faelle,
    mitFaellen,
    gib,
    stelle: (instant) => {
      jetzt = instant;
    },
    merkeVor: async (marke) => {
      const person = await legePersonAn(db, marke);
      return gib('pap', 'vormerken', {
        fallId: null,
        eingabe: { person, gruende: 'Besprochen am Telefon.' },
      });
    },
    ende: async () => {
      await schutz.ende();
      await Promise.all([db, apiDb, workerDb].map((handle) => handle.schliesse()));
      await postgres.stop();
    },
  };
}

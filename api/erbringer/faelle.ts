import { randomUUID } from 'node:crypto';
import { kollegin } from '../../db/mitarbeitende.ts';
import type { Auszug } from '../../db/blatt.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/leistung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { erbringerfakten } from '../../domain/leistung/verzeichnis.ts';
import type { Seite, Seitenwahl } from '../kern/seiten.ts';
import { seiteVon } from '../kern/blaettern.ts';
import type { Angelegt } from '../kern/felder.ts';
import type {
  Erbringerabfrage,
  ErbringerAenderung,
  Erbringerakte,
  Erbringeransicht,
  ErbringerNeu,
  Luecken,
  VereinbarungNeu,
} from './formen.ts';
import { Absage, nichtGefunden, veraltet } from '../kern/absage.ts';
import { einmalig, vermerke, type Schreiben, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** What the network lacks, as the own teams reported it; neither case nor person is named (E33). */
export function angebotsluecken({ db }: Umgebung, konto: Konto): Promise<Luecken> {
  return mitAkteur(db, akteurVon(konto), (tx) => ablage.liesAngebotsluecken(tx, konto.teams));
}

function ansicht(
  zeile: ablage.Erbringerzeile,
  vereinbarungen: readonly ablage.Vereinbarungszeile[],
  heute: string,
): Erbringeransicht {
  const { themenverantwortlichId: themenverantwortlich, ...felder } = zeile;
  const { grundlage } = erbringerfakten({ ...zeile, vereinbarungen }, heute);
  return { ...felder, themenverantwortlich, grundlage };
}

type Gelesen = {
  readonly zeile: ablage.Erbringerzeile;
  readonly vereinbarungen: readonly ablage.Vereinbarungszeile[];
};

/** A page of the directory, by problem field (E23). */
export async function erbringerseite(
  { db, uhr }: Umgebung,
  konto: Konto,
  wahl: Erbringerabfrage,
): Promise<Seite<Erbringeransicht>> {
  const heute = ortstag(uhr.jetzt());
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const lies = async (blatt: Seitenwahl): Promise<Auszug<Gelesen>> => {
      const { zeilen, gesamt } = await ablage.liesErbringer(tx, { ...wahl, ...blatt });
      const alle = await ablage.liesVereinbarungen(
        tx,
        zeilen.map(({ id }) => id),
      );
      const mitIhren = zeilen.map((zeile) => ({
        zeile,
        vereinbarungen: alle.filter((v) => v.leistungserbringerId === zeile.id),
      }));
      return { gesamt, zeilen: mitIhren };
    };
    return seiteVon(wahl, lies, ({ zeile, vereinbarungen }) => ansicht(zeile, vereinbarungen, heute));
  });
}

/** One provider with its Kooperationsvereinbarungen (E24). */
export async function erbringer({ db, uhr }: Umgebung, konto: Konto, id: string): Promise<Erbringerakte> {
  const heute = ortstag(uhr.jetzt());
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const zeile = await vorhanden(tx, id);
    const vereinbarungen = await ablage.liesVereinbarungen(tx, [id]);
    return {
      ...ansicht(zeile, vereinbarungen, heute),
      vereinbarungen: vereinbarungen.map((v) => {
        const { gueltigAb, gueltigBis, punkte, jahresbericht } = v;
        return { id: v.id, gueltigAb, gueltigBis, punkte, jahresbericht };
      }),
    };
  });
}

async function vorhanden(tx: Transaktion, id: string): Promise<ablage.Erbringerzeile> {
  const zeile = await ablage.liesEinenErbringer(tx, id);
  if (zeile === null) throw nichtGefunden('Diesen Leistungserbringer');
  return zeile;
}

/** Responsible for a theme can only be somebody who works here. @throws Absage REGEL */
async function pruefeZustaendig(tx: Transaktion, id: string | null | undefined): Promise<void> {
  if (id === null || id === undefined) return;
  if ((await kollegin(tx, id))?.aktiv === true) return;
  throw new Absage('REGEL', 'Themenverantwortlich kann nur sein, wer aktiv ist.');
}

export function legeErbringerAn(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<ErbringerNeu>,
): Promise<Angelegt> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { themenverantwortlich: themenverantwortlichId, ...felder } = rumpf;
    await pruefeZustaendig(tx, themenverantwortlichId);
    const id = randomUUID();
    await ablage.legeErbringerAn(tx, { ...felder, id, themenverantwortlichId });
    await vermerke(tx, konto, { am, aktion: 'erbringer_angelegt', gegenstand: `leistungserbringer:${id}` });
    return { id, version: 1 };
  });
}

export function aendereErbringer(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<ErbringerAenderung>,
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await vorhanden(tx, id);
    const { version, themenverantwortlich, ...felder } = rumpf;
    await pruefeZustaendig(tx, themenverantwortlich);
    const werte = Object.fromEntries(
      Object.entries({ ...felder, themenverantwortlichId: themenverantwortlich }).filter(
        ([, wert]) => wert !== undefined,
      ),
    );
    const neu = await ablage.aendereErbringer(tx, { id, version }, werte);
    if (neu === null) throw veraltet();
    await vermerke(tx, konto, { am, aktion: 'erbringer_geaendert', gegenstand: `leistungserbringer:${id}` });
    return { id, version: neu };
  });
}

/** A new Kooperationsvereinbarung, or a new version of one (E24). */
export function schliesseVereinbarung(
  umgebung: Umgebung,
  konto: Konto,
  { id: leistungserbringerId, schluessel, rumpf }: SchreibenAn<VereinbarungNeu>,
): Promise<Angelegt> {
  const was = {
    ort: leistungserbringerId,
    schluessel,
    rumpf,
  };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await vorhanden(tx, leistungserbringerId);
    const { gueltigAb, gueltigBis } = rumpf;
    if (gueltigBis !== null && gueltigBis < gueltigAb) {
      throw new Absage('REGEL', 'Die Vereinbarung endet vor ihrem Beginn.', { regel: 'V-53' });
    }
    const id = randomUUID();
    const herkunft = { leistungserbringerId, erfasstAm: am, erfasstVon: konto.id };
    const version = await ablage.fuegeVereinbarungAn(tx, { ...rumpf, id, ...herkunft });
    const gegenstand = `kooperationsvereinbarung:${id}`;
    await vermerke(tx, konto, { am, aktion: 'kooperation_vereinbart', gegenstand });
    return { id, version };
  });
}

import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { team } from '../../db/schema/index.ts';
import { kuendigeNeuenTeamsAn } from '../../db/team.ts';
import { instantAus, ortstag } from '../../domain/frist/zeitzone.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { Melder } from '../lokal/melder.ts';
import { legePersonalAn } from '../probehaus/stammdaten.ts';
import { holeToken } from '../token/hole-token.ts';
import { erzeugeSender } from './api-anmeldung.ts';
import type { Kuerzel } from './bestand.ts';
import { legeZugaengeAn, uebernimmBestand } from './faelle.ts';
import { demoId, legePersonenAn } from './personen.ts';
import { legeQualitaetAn } from './qualitaet.ts';
import { geheSonderwege } from './sonderwege.ts';
import { legeSpezialteamAn } from './spezialteam.ts';
import { istFertig, liesStichtag, vermerke } from './stichtag.ts';

const WARTUNG = { system: 'wartung' } as const;
const VERMITTLUNG = demoId('team-715');

const jetzt = (): string => instantAus(Date.now());

/** The office and its people; @returns the day all dates count back from. */
async function legeStammdatenAn(db: Datenbank, melde: Melder): Promise<Tag> {
  const begonnen = await mitAkteur(db, WARTUNG, (tx) => liesStichtag(tx));
  if (begonnen !== null) return begonnen;
  await mitAkteur(db, WARTUNG, (tx) =>
    tx
      .insert(team)
      .values({ id: VERMITTLUNG, kennzeichen: '715', art: 'vermittlung', land: 'HB' })
      .onConflictDoNothing(),
  );
  await legePersonalAn(db, VERMITTLUNG);
  await mitAkteur(db, WARTUNG, (tx) => legeSpezialteamAn(tx));
  const am = jetzt();
  const anzahl = await mitAkteur(db, WARTUNG, async (tx) => {
    await vermerke(tx, 'begonnen', am);
    await kuendigeNeuenTeamsAn(tx, am);
    await legeQualitaetAn(tx, ortstag(am), am);
    return legePersonenAn(tx, ortstag(am));
  });
  melde(`Demodaten: Personal und ${String(anzahl)} erfundene Personen sind angelegt.`);
  return ortstag(am);
}

/**
 * Fills an empty Lotse through an open database and the HTTP API. A second call changes nothing, one after an
 * interruption goes on where the first stopped.
 */
export async function saee(o: {
  db: Datenbank;
  apiUrl: string;
  token: (kuerzel: Kuerzel) => Promise<string>;
  melde: Melder;
}): Promise<void> {
  const { db, melde } = o;
  if (await mitAkteur(db, WARTUNG, (tx) => istFertig(tx))) {
    melde('Demodaten: sind schon da.');
    return;
  }
  const stichtag = await legeStammdatenAn(db, melde);
  const sende = erzeugeSender(o);
  const laufende = await uebernimmBestand(sende, stichtag);
  melde(`Demodaten: ${String(laufende)} laufende Fälle sind übernommen.`);
  const zugaenge = await legeZugaengeAn(sende, stichtag);
  melde(`Demodaten: ${String(zugaenge)} Vormerkungen sind angelegt.`);
  await geheSonderwege(sende, stichtag);
  melde(
    'Demodaten: eine Übergabe aus dem FM U25 ist verlegt, ein Fall an das FM Migrantinnen weitergeleitet.',
  );
  await mitAkteur(db, WARTUNG, (tx) => vermerke(tx, 'fertig', jetzt()));
}

/** Fills an empty Lotse with a synthetic case load; does nothing where one is there already. */
export async function saeeDemodaten(o: {
  databaseUrl: string;
  apiUrl: string;
  issuer: string;
  melde: Melder;
}): Promise<void> {
  const db = oeffneDatenbank(o.databaseUrl, 2);
  const tokens = new Map<Kuerzel, Promise<string>>();
  const token = (kuerzel: Kuerzel): Promise<string> => {
    const bekannt = tokens.get(kuerzel) ?? holeToken(o.issuer, kuerzel);
    tokens.set(kuerzel, bekannt);
    return bekannt;
  };
  try {
    await saee({ db, token, apiUrl: o.apiUrl, melde: o.melde });
  } finally {
    await db.schliesse();
  }
}

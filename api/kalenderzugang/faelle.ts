import { alsGrundteil, mitAkteur, type Transaktion } from '../../db/client.ts';
import { liesOffeneFristen } from '../../db/fristliste.ts';
import * as ablage from '../../db/kalenderzugang.ts';
import { liesUebergabeprotokolle } from '../../db/uebergabeprotokoll.ts';
import { kalendereintragDerFrist } from '../../domain/fall/fristtermin.ts';
import { kalendereintragVon } from '../../domain/fall/uebergabetermin.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { liestFaelle } from '../../domain/rollen/befehlsrechte.ts';
import { kalenderdatei, type Kalendereintrag } from '../../domain/termin/kalenderdatei.ts';
import { meinePflichten } from '../arbeitslisten/faelle.ts';
import { nichtBerechtigt } from '../kern/absage.ts';
import { neuesGeheimnis, pruefwertVon } from '../kern/geheimnis.ts';
import { aktivesKonto } from '../kern/konto.ts';
import { vermerkeListe } from '../kern/lesespur.ts';
import { vermerke } from '../kern/schreiben.ts';
import { sichtVon } from '../kern/sicht.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

const GEHEIMNIS = /^[\w-]{43}$/u;
/** More than anybody has open; a calendar has no second page. */
const FRISTEN_HOECHSTENS = 2_000;

/** Whether somebody has cases a calendar could show. */
export const hatKalender = ({ rolle }: Pick<Konto, 'rolle'>): boolean => liestFaelle(rolle);

/** Since when the colleague has an address for their calendar; null without one. */
export function kalenderzugangSeit({ db }: Umgebung, konto: Konto): Promise<Instant | null> {
  return mitAkteur(db, akteurVon(konto), (tx) => ablage.kalenderzugangSeit(tx, konto.id));
}

async function halteFest(tx: Transaktion, konto: Konto, was: { am: Instant; aktion: string }): Promise<void> {
  await vermerke(tx, konto, { ...was, gegenstand: `kalenderzugang:${konto.id}` });
}

/**
 * Makes an address, in place of the one before. It has no row of the API: the answer of a write is kept with its key, and the
 * secret is kept nowhere.
 * @returns the secret, which nobody sees a second time @throws Absage NICHT_BERECHTIGT for who has no cases
 */
export async function erneuereKalenderzugang({ db, uhr }: Umgebung, konto: Konto): Promise<string> {
  if (!hatKalender(konto)) throw nichtBerechtigt('Ihre Rolle hat keine Fälle für einen Kalender.');
  const geheimnis = neuesGeheimnis();
  const am = uhr.jetzt();
  await mitAkteur(db, akteurVon(konto), async (tx) => {
    const zeile = { kontoId: konto.id, pruefwert: pruefwertVon(geheimnis), angelegtAm: am };
    await ablage.setzeKalenderzugang(tx, zeile);
    await halteFest(tx, konto, { am, aktion: 'kalenderzugang_angelegt' });
  });
  return geheimnis;
}

/** The address opens nothing any more. */
export async function widerrufeKalenderzugang({ db, uhr }: Umgebung, konto: Konto): Promise<void> {
  await mitAkteur(db, akteurVon(konto), async (tx) => {
    const gab = await ablage.loescheKalenderzugang(tx, konto.id);
    if (gab) await halteFest(tx, konto, { am: uhr.jetzt(), aktion: 'kalenderzugang_widerrufen' });
  });
}

/** Who a calendar belongs to, with today's role and teams; null where the secret opens none, or its account has left. */
export async function kontoZumKalender({ db, uhr }: Umgebung, geheimnis: string): Promise<Konto | null> {
  if (!GEHEIMNIS.test(geheimnis)) return null;
  const am = uhr.jetzt();
  const zeile = await alsGrundteil(db, 'anmeldung', (tx) =>
    ablage.kontoZumKalender(tx, pruefwertVon(geheimnis), ortstag(am)),
  );
  if (zeile?.aktiv !== true || !hatKalender(zeile)) return null;
  // Only what is one's own: who stands in for somebody for a week looks into Lotse.
  return { ...aktivesKonto(zeile, am), vertritt: [] };
}

async function fristtermine(tx: Transaktion, konto: Konto, adresse: string): Promise<Kalendereintrag[]> {
  const blatt = { limit: FRISTEN_HOECHSTENS, offset: 0, sortierung: 'faellig' } as const;
  const wahl = { ...blatt, ...meinePflichten(konto), heute: ortstag(konto.am) };
  const { zeilen } = await liesOffeneFristen(tx, wahl);
  const faelle = [...new Set(zeilen.flatMap(({ fallId }) => fallId ?? []))];
  const fortschritte = await ablage.liesFortschritte(tx, faelle);
  return zeilen.flatMap(({ fallId, fallnummer, ...frist }) => {
    if (fallId === null || fallnummer === null) return [];
    const { sequenz = 0, zuletzt = null } = fortschritte.get(fallId) ?? {};
    const stand = { sequenz, zuletzt: zuletzt ?? konto.am };
    return [kalendereintragDerFrist({ ...frist, fallId, fallnummer, ...stand }, adresse)];
  });
}

/** Appointments of handovers that are still ahead. */
async function uebergabetermine(tx: Transaktion, konto: Konto, adresse: string): Promise<Kalendereintrag[]> {
  const heute = ortstag(konto.am);
  const eintraege: Kalendereintrag[] = [];
  for (const { id: fallId, fallnummer } of await ablage.faelleMitTermin(tx, sichtVon(konto), heute)) {
    const letzte = (await liesUebergabeprotokolle(tx, fallId)).at(-1);
    if (letzte === undefined || letzte.gefuehrt !== null || letzte.abgesagt !== null) continue;
    const eintrag = kalendereintragVon(letzte, { fallId, fallnummer, adresse });
    if (eintrag !== null && eintrag.tag >= heute) eintraege.push(eintrag);
  }
  return eintraege;
}

/**
 * Open Fristen and appointments ahead, read as this account and with its rights of today. What is done is not in it, so
 * calendars take it away.
 */
export function kalenderVon(umgebung: Umgebung, konto: Konto, adresse: string): Promise<string> {
  return mitAkteur(umgebung.db, akteurVon(konto), async (tx) => {
    const eintraege = [
      ...(await fristtermine(tx, konto, adresse)),
      ...(await uebergabetermine(tx, konto, adresse)),
    ];
    await vermerkeListe(tx, umgebung, { liste: 'kalender', wahl: {}, zeilen: eintraege.length });
    return kalenderdatei(eintraege, 'PUBLISH');
  });
}

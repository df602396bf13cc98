import { createHash, randomBytes } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/sitzung.ts';
import { instantAus, type Instant } from '../../domain/frist/zeitzone.ts';
import { ladeKonto } from '../kern/konto.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

const MINUTE_MS = 60_000;
/** Whoever is away for an hour signs in again; nobody works longer than twelve with one sign-in. */
const OHNE_BENUTZUNG_MS = 60 * MINUTE_MS;
const HOECHSTENS_MS = 12 * 60 * MINUTE_MS;
/** A secret that was seen somewhere is soon worth nothing; requests under way have a minute more. */
const WECHSEL_MS = 15 * MINUTE_MS;
const ALTES_GILT_MS = MINUTE_MS;
/** The use is written down once a minute, not with every click. */
const MERKEN_MS = MINUTE_MS;

const SYSTEM = { system: 'anmeldung' } as const;

type Mittel = Pick<Umgebung, 'db' | 'uhr'>;

/** Who is signed in, and the secret their browser shall hold from now on. */
export type Sitzung = { readonly konto: Konto; readonly geheimnis: string };

const kennungVon = (geheimnis: string): Buffer => createHash('sha256').update(geheimnis).digest();
const neuesGeheimnis = (): string => randomBytes(32).toString('base64url');
const vor = (am: Instant, ms: number): Instant => instantAus(Date.parse(am) - ms);
const grenzenAm = (am: Instant): ablage.Sitzungsgrenzen => ({
  benutztSeit: vor(am, OHNE_BENUTZUNG_MS),
  begonnenSeit: vor(am, HOECHSTENS_MS),
  gewechseltSeit: vor(am, ALTES_GILT_MS),
});
const seitMs = (am: Instant, frueher: Instant): number => Date.parse(am) - Date.parse(frueher);

/** Somebody has just signed in at the identity provider. @throws Absage KONTO_UNBEKANNT. */
export async function beginneSitzung({ db, uhr }: Mittel, subjekt: string): Promise<Sitzung> {
  const konto = await ladeKonto({ db, uhr }, subjekt);
  const geheimnis = neuesGeheimnis();
  const am = uhr.jetzt();
  const zeile = { kennung: kennungVon(geheimnis), subjekt, begonnenAm: am };
  await mitAkteur(db, SYSTEM, (tx) => ablage.legeSitzungAn(tx, zeile));
  return { konto, geheimnis };
}

/** Writes the use down and exchanges an old secret. @returns the secret to go on with. */
async function fuehreFort(
  tx: Transaktion,
  zeile: ablage.Sitzungszeile,
  { geheimnis, am }: { readonly geheimnis: string; readonly am: Instant },
): Promise<string> {
  const alt = kennungVon(geheimnis);
  if (!zeile.kennung.equals(alt)) return geheimnis;
  if (seitMs(am, zeile.gewechseltAm) >= WECHSEL_MS) {
    const neues = neuesGeheimnis();
    return (await ablage.wechsleKennung(tx, { alt, neu: kennungVon(neues), am })) ? neues : geheimnis;
  }
  if (seitMs(am, zeile.zuletztAm) >= MERKEN_MS) await ablage.merkeBenutzung(tx, alt, am);
  return geheimnis;
}

/** The session of a secret; null when it is over. @throws Absage KONTO_UNBEKANNT for an account that has been closed. */
export async function findeSitzung(mittel: Mittel, geheimnis: string): Promise<Sitzung | null> {
  const { db, uhr } = mittel;
  const am = uhr.jetzt();
  const gefunden = await mitAkteur(db, SYSTEM, async (tx) => {
    const zeile = await ablage.liesSitzung(tx, kennungVon(geheimnis), grenzenAm(am));
    if (zeile === null) return null;
    return { subjekt: zeile.subjekt, geheimnis: await fuehreFort(tx, zeile, { geheimnis, am }) };
  });
  if (gefunden === null) return null;
  return { konto: await ladeKonto(mittel, gefunden.subjekt), geheimnis: gefunden.geheimnis };
}

/** Signs out here. */
export async function beendeSitzung({ db }: Mittel, geheimnis: string): Promise<void> {
  await mitAkteur(db, SYSTEM, (tx) => ablage.loescheSitzung(tx, kennungVon(geheimnis)));
}

/** Signs out everywhere: every browser in which the account of this session is signed in. */
export async function beendeAlleSitzungen({ db, uhr }: Mittel, geheimnis: string): Promise<void> {
  const am = uhr.jetzt();
  await mitAkteur(db, SYSTEM, async (tx) => {
    const zeile = await ablage.liesSitzung(tx, kennungVon(geheimnis), grenzenAm(am));
    if (zeile !== null) await ablage.loescheSitzungenVon(tx, zeile.subjekt);
  });
}

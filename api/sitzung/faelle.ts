import { alsGrundteil, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/sitzung.ts';
import { instantAus, ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { neuesGeheimnis, pruefwertVon } from '../kern/geheimnis.ts';
import { aktivesKonto, ladeKonto } from '../kern/konto.ts';
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

type Mittel = Pick<Umgebung, 'db' | 'uhr'>;

/** Who is signed in, and the secret their browser shall hold from now on. */
export type Sitzung = { readonly konto: Konto; readonly geheimnis: string };

const vor = (am: Instant, ms: number): Instant => instantAus(Date.parse(am) - ms);
const grenzenAm = (am: Instant): ablage.Sitzungsgrenzen => ({
  benutztSeit: vor(am, OHNE_BENUTZUNG_MS),
  begonnenSeit: vor(am, HOECHSTENS_MS),
  gewechseltSeit: vor(am, ALTES_GILT_MS),
});
/** One statement at a time: none of them needs another one to stand or fall with it. */
const anmeldung = <T>({ db }: Pick<Mittel, 'db'>, frage: (tx: Transaktion) => Promise<T>): Promise<T> =>
  alsGrundteil(db, 'anmeldung', frage);
const seitMs = (am: Instant, frueher: Instant): number => Date.parse(am) - Date.parse(frueher);

/** Somebody has just signed in at the identity provider. @throws Absage KONTO_UNBEKANNT. */
export async function beginneSitzung(mittel: Mittel, subjekt: string): Promise<Sitzung> {
  const konto = await ladeKonto(mittel, subjekt);
  const geheimnis = neuesGeheimnis();
  const zeile = { kennung: pruefwertVon(geheimnis), subjekt, begonnenAm: mittel.uhr.jetzt() };
  await anmeldung(mittel, (tx) => ablage.legeSitzungAn(tx, zeile));
  return { konto, geheimnis };
}

type Benutzung = { readonly geheimnis: string; readonly am: Instant };

/** The living session of a secret; null when it is over. */
function liesLebende(mittel: Mittel, { geheimnis, am }: Benutzung): Promise<ablage.Sitzungszeile | null> {
  return anmeldung(mittel, (tx) => ablage.liesSitzung(tx, pruefwertVon(geheimnis), grenzenAm(am)));
}

/** Writes the use down and exchanges an old secret. @returns the secret to go on with. */
async function fuehreFort(
  mittel: Mittel,
  zeile: ablage.Sitzungszeile,
  { geheimnis, am }: Benutzung,
): Promise<string> {
  const alt = pruefwertVon(geheimnis);
  if (!zeile.kennung.equals(alt)) return geheimnis;
  if (seitMs(am, zeile.gewechseltAm) >= WECHSEL_MS) {
    const neues = neuesGeheimnis();
    const wechsel = { alt, neu: pruefwertVon(neues), am };
    return (await anmeldung(mittel, (tx) => ablage.wechsleKennung(tx, wechsel))) ? neues : geheimnis;
  }
  if (seitMs(am, zeile.zuletztAm) >= MERKEN_MS)
    await anmeldung(mittel, (tx) => ablage.merkeBenutzung(tx, alt, am));
  return geheimnis;
}

/**
 * The session of a secret; null when it is over. With the account behind it, closed or known by another name now, the session is over,
 * too: whoever sits there is asked who they are, and the sign-in says what is wrong.
 */
export async function findeSitzung(mittel: Mittel, geheimnis: string): Promise<Sitzung | null> {
  const benutzung = { geheimnis, am: mittel.uhr.jetzt() };
  const { am } = benutzung;
  const gefunden = await anmeldung(mittel, (tx) =>
    ablage.liesSitzungskonto(tx, pruefwertVon(geheimnis), { ...grenzenAm(am), heute: ortstag(am) }),
  );
  if (gefunden === null) return null;
  if (gefunden.konto?.aktiv !== true) {
    await beendeSitzung(mittel, geheimnis);
    return null;
  }
  const weiter = await fuehreFort(mittel, gefunden.sitzung, benutzung);
  return { konto: aktivesKonto(gefunden.konto, am), geheimnis: weiter };
}

/** Signs out here. */
export async function beendeSitzung(mittel: Mittel, geheimnis: string): Promise<void> {
  await anmeldung(mittel, (tx) => ablage.loescheSitzung(tx, pruefwertVon(geheimnis)));
}

/** Signs out everywhere: the account is signed in nowhere any more. */
export async function beendeAlleSitzungen(mittel: Mittel, geheimnis: string): Promise<void> {
  const zeile = await liesLebende(mittel, { geheimnis, am: mittel.uhr.jetzt() });
  if (zeile !== null) await anmeldung(mittel, (tx) => ablage.loescheSitzungenVon(tx, zeile.subjekt));
}

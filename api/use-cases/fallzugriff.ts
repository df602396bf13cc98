import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { liesFall } from '../../db/fallansicht.ts';
import { protokolliere } from '../../db/nachrichten.ts';
import { liesGeltende } from '../../db/sonderzugriff.ts';
import { teamkopf } from '../../db/team.ts';
import { istVorhanden } from '../../db/vorhanden.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import {
  darfLesen,
  fallbezugVon,
  fuehrt,
  lesbareKlassen,
  vertretenIn,
} from '../../domain/rollen/befehlsrechte.ts';
import { ereignisklasse } from '../../domain/rollen/ereignisklassen.ts';
import { DATENKLASSEN, recht, type Datenklasse, type Rechtsbeziehung } from '../../domain/rollen/matrix.ts';
import { darfStichprobeLesen } from '../../domain/team/team.ts';
import { Absage, nichtBerechtigt } from './absage.ts';
import { unsichtbar } from './unsichtbar.ts';
import { akteurVon, type Konto, type Umgebung } from './umgebung.ts';

export type Gelesen = NonNullable<Awaited<ReturnType<typeof liesFall>>>;

/** What a colleague may see of a case today. */
export type Zugriff = {
  readonly zeile: Gelesen;
  /** Whom they represent. */
  readonly fuer: string | null;
  readonly klassen: readonly Datenklasse[];
  /** Leads the case, or stands in for whoever does. */
  readonly leitet: boolean;
  /** Reads it for a reason given, not by role (DS-29). */
  readonly mitGrund: boolean;
};

/** R12: the Teamleitung reads K3 of a case only while it is in the sample, and for a time (T-50). */
async function istGezogen(tx: Transaktion, { fall }: Gelesen, am: Instant): Promise<boolean> {
  const team = await teamkopf(tx, fall.teamId);
  return team !== null && darfStichprobeLesen(team.stand, fall.id, ortstag(am));
}

/** Draws and reasons under which the colleague reads beyond the own relation. */
async function zusaetzliche(
  tx: Transaktion,
  konto: Konto,
  { zeile, am }: { readonly zeile: Gelesen; readonly am: Instant },
): Promise<Rechtsbeziehung[]> {
  const gruende = await liesGeltende(tx, { wer: konto.id, fallId: zeile.fall.id, jetzt: am });
  const vertritt = vertretenIn(konto, fallbezugVon(zeile.fall.stand)) !== null;
  // A reason counts for whom the matrix gives it to today: a role may have changed since.
  const geltende = gruende
    .map(({ art }) => art)
    .filter((art) => recht(konto.rolle, art).liest.length > 0 && (art === 'notzugriff' || vertritt));
  const gezogen = konto.rolle === 'tl' && (await istGezogen(tx, zeile, am));
  return gezogen ? [...geltende, 'stichprobe'] : geltende;
}

/** @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT. */
export async function zugriffAuf(
  tx: Transaktion,
  konto: Konto,
  { fallId, am }: { readonly fallId: string; readonly am: Instant },
): Promise<Zugriff> {
  const zeile = await liesFall(tx, fallId);
  if (zeile === null) throw await unsichtbar(tx, { tabelle: 'fall', id: fallId });
  const bezug = fallbezugVon(zeile.fall.stand);
  const dazu = await zusaetzliche(tx, konto, { zeile, am });
  const ausAmt = darfLesen(konto, bezug);
  const mitGrund = !ausAmt && dazu.includes('notzugriff');
  if (!ausAmt && !mitGrund) throw nichtBerechtigt();
  const lesbar = new Set<string>([
    ...lesbareKlassen(konto, bezug),
    ...dazu.flatMap((beziehung) => recht(konto.rolle, beziehung).liest),
  ]);
  const klassen = DATENKLASSEN.filter((klasse) => lesbar.has(klasse));
  return { zeile, fuer: vertretenIn(konto, bezug), klassen, leitet: fuehrt(konto, bezug), mitGrund };
}

/** DS-01, V-35: is the event the colleague's business, by its class? */
export function siehtEreignis(art: string, { klassen }: Pick<Zugriff, 'klassen'>): boolean {
  const klasse = ereignisklasse(art);
  return klasse === 'K1' || klassen.some((lesbar) => lesbar === klasse);
}

/** DS-29: every look at texts of the restricted area, and every look of a Vertretung, is on record in the same transaction. */
export async function protokolliereEinsicht(
  tx: Transaktion,
  wer: Konto,
  wo: { fallId: string; am: Instant; fuer: string | null },
): Promise<void> {
  await protokolliere(tx, [
    {
      id: randomUUID(),
      am: wo.am,
      akteurId: wer.id,
      aktion: 'texte_gelesen',
      rechtsgrundlage: 'DS-29',
      fallId: wo.fallId,
      fuerId: wo.fuer,
    },
  ]);
}

/** A refused look at a case is on record, too (DS-29, AC-87): what was read is rolled back, the attempt is not. */
export async function mitVermerk<T>(
  { db }: Umgebung,
  konto: Konto,
  wo: { readonly fallId: string; readonly am: Instant; readonly lies: (tx: Transaktion) => Promise<T> },
): Promise<T> {
  const { fallId, am } = wo;
  try {
    return await mitAkteur(db, akteurVon(konto), wo.lies);
  } catch (fehler) {
    if (!(fehler instanceof Absage) || fehler.code !== 'NICHT_BERECHTIGT') throw fehler;
    await mitAkteur(db, akteurVon(konto), async (tx) => {
      if (!(await istVorhanden(tx, 'fall', fallId))) return;
      const vermerk = { aktion: 'einsicht_verweigert', rechtsgrundlage: 'DS-29', fallId };
      await protokolliere(tx, [{ ...vermerk, id: randomUUID(), am, akteurId: konto.id }]);
    });
    throw fehler;
  }
}

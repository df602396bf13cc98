import type { Transaktion } from '../../db/client.ts';
import { liesFall, liesVerbindungen, type Fallzeile } from '../../db/fallansicht.ts';
import { liesGeltende } from '../../db/sonderzugriff.ts';
import { teamkopf } from '../../db/team.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import {
  beziehungZu,
  darfLesen,
  fallbezugVon,
  fuehrt,
  verbindungenVon,
  vertretenIn,
} from '../../domain/rollen/befehlsrechte.ts';
import { ereignisklasse } from '../../domain/rollen/ereignisklassen.ts';
import { DATENKLASSEN, recht, type Datenklasse, type Rechtsbeziehung } from '../../domain/rollen/matrix.ts';
import { darfStichprobeLesen } from '../../domain/team/team.ts';
import { nichtBerechtigt } from './absage.ts';
import { unsichtbar } from './unsichtbar.ts';
import type { Konto } from './umgebung.ts';

export type Gelesen = Fallzeile;

/** A relation somebody reads in, and what it rests on: the access with a reason, the draw; null where it is the case itself. */
export type Lesegrund = { readonly beziehung: Rechtsbeziehung; readonly id: string | null };

/** What a colleague may see of a case today. */
export type Zugriff = {
  readonly zeile: Gelesen;
  /** Whom they represent. */
  readonly fuer: string | null;
  readonly klassen: readonly Datenklasse[];
  /** Every relation that gives some of them, the own one first. */
  readonly gruende: readonly Lesegrund[];
  /** Leads the case, or stands in for whoever does. */
  readonly leitet: boolean;
  /** Reads it for a reason given, not by role (DS-29). */
  readonly mitGrund: boolean;
  /** Looks at it because an own case, or one of the own team, is linked with it (TR64), and acts on nothing. */
  readonly verbunden: boolean;
};

/** R12: the Teamleitung reads K3 of a case only while it is in the sample, and for a time (T-50). */
async function ziehung(tx: Transaktion, { fall }: Gelesen, am: Instant): Promise<Lesegrund[]> {
  const team = await teamkopf(tx, fall.teamId);
  if (team === null || !darfStichprobeLesen(team.stand, fall.id, ortstag(am))) return [];
  return [{ beziehung: 'stichprobe', id: String(team.stand.stichprobe?.nummer ?? 0) }];
}

/** Draws and reasons under which the colleague reads beyond the own relation. */
async function zusaetzliche(
  tx: Transaktion,
  konto: Konto,
  { zeile, am }: { readonly zeile: Gelesen; readonly am: Instant },
): Promise<Lesegrund[]> {
  const gruende = await liesGeltende(tx, { wer: konto.id, fallId: zeile.fall.id, jetzt: am });
  const vertritt = vertretenIn(konto, fallbezugVon(zeile.fall.stand)) !== null;
  // A reason counts for whom the matrix gives it to today: a role may have changed since.
  const geltende = gruende
    .filter(({ art }) => recht(konto.rolle, art).liest.length > 0 && (art === 'notzugriff' || vertritt))
    .map(({ art, id }) => ({ beziehung: art, id }));
  return konto.rolle === 'tl' ? [...geltende, ...(await ziehung(tx, zeile, am))] : geltende;
}

/** TR64: the own cases this one is linked with. */
async function verbundene(tx: Transaktion, konto: Konto, fallId: string): Promise<Lesegrund[]> {
  const eigene = verbindungenVon(konto, await liesVerbindungen(tx, fallId));
  return eigene.map(({ beziehung, fallId: id }) => ({ beziehung, id }));
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
  const ueber = ausAmt ? [] : await verbundene(tx, konto, fallId);
  const mitGrund = !ausAmt && ueber.length === 0 && dazu.some(({ beziehung }) => beziehung === 'notzugriff');
  if (!ausAmt && ueber.length === 0 && !mitGrund) throw nichtBerechtigt();
  const eigene = beziehungZu(konto, bezug);
  const andere = [...ueber, ...dazu];
  const gruende = eigene === 'keine' ? andere : [{ beziehung: eigene, id: null }, ...andere];
  const lesbar = new Set<string>(gruende.flatMap(({ beziehung }) => recht(konto.rolle, beziehung).liest));
  const klassen = DATENKLASSEN.filter((klasse) => lesbar.has(klasse));
  return {
    zeile,
    fuer: vertretenIn(konto, bezug),
    klassen,
    gruende,
    leitet: fuehrt(konto, bezug),
    mitGrund,
    verbunden: ueber.length > 0,
  };
}

/** DS-01, V-35: is the event the colleague's business, by its class? */
export function siehtEreignis(art: string, { klassen }: Pick<Zugriff, 'klassen'>): boolean {
  const klasse = ereignisklasse(art);
  return klasse === 'K1' || klassen.some((lesbar) => lesbar === klasse);
}

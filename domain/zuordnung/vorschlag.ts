import type { Tag } from '../frist/tag.ts';
import type { Policy } from '../policy/policy.ts';
import type { Sprache } from '../sprachen.ts';
import { auslastung, individuellesSoll, obergrenze, type Auslastung, type Kapazitaet } from './auslastung.ts';

/** What the Vormerkung asks for beside capacity. */
export type Zuordnungsbedarf = {
  /** Language the person needs; null when German will do. */
  readonly sprache: Sprache | null;
  /** Themes of the Vormerkung (E42). */
  readonly themen: readonly Thema[];
  /** TR08: Jour-Fixe without warm handover, so that the theme decides first. */
  readonly nachThema: boolean;
};

/** A theme of the table 5.2.1 as far as a suggestion speaks of it. */
export type Thema = { readonly id: string; readonly name: string };

/** An active Fallmanager of the team at the instant of the meeting. */
export type Bewerberin = Kapazitaet & {
  readonly id: string;
  /** Open cases: assigned and not ended. */
  readonly faelle: number;
  readonly sprachen: readonly Sprache[];
  /** Ids of the themes the colleague is responsible for. */
  readonly themen: readonly string[];
  /** Last day of the newest earlier case of the person with this colleague; null when there was none. */
  readonly begleiteteBis: Tag | null;
  /** The fact alone; why, nobody records. */
  readonly interessenkonflikt: boolean;
  /** Day of the newest Zuordnung of any case, null when there was none. */
  readonly letzteZuordnungAm: Tag | null;
};

/** Everything a suggestion rests on. */
export type Zuordnungslage = {
  readonly policy: Policy;
  readonly bedarf: Zuordnungsbedarf;
  readonly team: readonly Bewerberin[];
};

/** Why somebody cannot be suggested at all. */
export type Ausschlussgrund = 'interessenkonflikt' | 'kein_anteil' | 'abwesend';

/** One Fallmanager with the load before and with this case, and the place in the order. */
export type Kandidatur = {
  readonly wer: Bewerberin;
  readonly vorher: Auslastung;
  readonly nachher: Auslastung;
  readonly ausschluss: Ausschlussgrund | null;
};

/** Somebody who may be suggested: there is capacity, so there is a share. */
export type Vorschlagbare = Kandidatur & {
  readonly ausschluss: null;
  readonly nachher: Auslastung & { readonly prozent: number };
};

/** The criteria in their order; smaller is better. The last two only make the order certain. */
export const KRITERIEN = [
  'thema_zuerst',
  'obergrenze',
  'sprache',
  'kontinuitaet',
  'auslastung',
  'thema',
  'letzte_zuordnung',
] as const;
export type Kriterium = (typeof KRITERIEN)[number];

/** Criteria whose difference makes one candidate better than another; being longer without a new case does not. */
const ENTSCHEIDENDE = KRITERIEN.slice(0, -1);

/** The stated rule in the words of the API and of the worklist. */
export const REIHENFOLGE =
  'Vorgeschlagen werden bis zu drei Fallmanagerinnen und Fallmanager, geordnet nach: ' +
  '(1) nach einem Jour-Fixe ohne warme Übergabe die Zuständigkeit für das Thema; ' +
  '(2) wer mit diesem Fall unter der Obergrenze der Auslastung bleibt; ' +
  '(3) wer die Sprache beherrscht, die die Person braucht; (4) wer die Person schon begleitet hat; ' +
  '(5) die niedrigste Auslastung mit diesem Fall; (6) bei gleicher Auslastung die Zuständigkeit für das Thema; ' +
  '(7) die am längsten zurückliegende letzte Zuordnung. ' +
  'Auslastung = offene Fälle ÷ (Schlüssel × Arbeitszeitanteil × Anwesenheit).';

function ausschlussVon(wer: Bewerberin): Ausschlussgrund | null {
  if (wer.interessenkonflikt) return 'interessenkonflikt';
  if (wer.anteil <= 0) return 'kein_anteil';
  return wer.anwesenheit <= 0 ? 'abwesend' : null;
}

function kandidatur(policy: Policy, wer: Bewerberin): Kandidatur {
  const soll = individuellesSoll(policy, wer);
  return {
    wer,
    vorher: auslastung(wer.faelle, soll),
    nachher: auslastung(wer.faelle + 1, soll),
    ausschluss: ausschlussVon(wer),
  };
}

function istVorschlagbar(k: Kandidatur): k is Vorschlagbare {
  return k.ausschluss === null && k.nachher.prozent !== null;
}

/** Themes of the Vormerkung this colleague is responsible for. */
export function zustaendigeThemen({ themen }: Zuordnungsbedarf, wer: Bewerberin): readonly Thema[] {
  return themen.filter(({ id }) => wer.themen.includes(id));
}

/** Does the colleague know the language the person needs? True, too, where none is needed. */
export function passtSprache({ sprache }: Zuordnungsbedarf, wer: Bewerberin): boolean {
  return sprache === null || wer.sprachen.includes(sprache);
}

/** Would the case lift the colleague over the upper end of the band? */
export function ueberObergrenze(policy: Policy, { nachher }: Kandidatur): boolean {
  return nachher.faelle > obergrenze(policy, nachher.soll);
}

function wert(kriterium: Kriterium, { policy, bedarf }: Zuordnungslage, k: Vorschlagbare): number | string {
  switch (kriterium) {
    case 'thema_zuerst':
      return bedarf.nachThema && zustaendigeThemen(bedarf, k.wer).length > 0 ? 0 : 1;
    case 'obergrenze':
      return ueberObergrenze(policy, k) ? 1 : 0;
    case 'sprache':
      return passtSprache(bedarf, k.wer) ? 0 : 1;
    case 'kontinuitaet':
      return k.wer.begleiteteBis === null ? 1 : 0;
    case 'auslastung':
      return k.nachher.prozent;
    case 'thema':
      return zustaendigeThemen(bedarf, k.wer).length > 0 ? 0 : 1;
    case 'letzte_zuordnung':
      return k.wer.letzteZuordnungAm ?? '';
  }
}

/** Positive when `a` comes after `b`. */
function vergleiche(
  zuordnungslage: Zuordnungslage,
  [a, b]: readonly [Vorschlagbare, Vorschlagbare],
  kriterien: readonly Kriterium[],
): number {
  for (const kriterium of kriterien) {
    const [links, rechts] = [wert(kriterium, zuordnungslage, a), wert(kriterium, zuordnungslage, b)];
    if (links !== rechts) return links < rechts ? -1 : 1;
  }
  return 0;
}

/** Every colleague of the team with the load before and with this case, in the order of their ids. */
export function kandidaturen({ policy, team }: Zuordnungslage): readonly Kandidatur[] {
  return team.map((wer) => kandidatur(policy, wer)).sort((a, b) => (a.wer.id < b.wer.id ? -1 : 1));
}

/** Those who may be suggested, the best first (A-32; the order is `REIHENFOLGE`). */
export function rangfolge(zuordnungslage: Zuordnungslage): readonly Vorschlagbare[] {
  // The sort is stable, so equals stay in the order of their ids.
  return kandidaturen(zuordnungslage)
    .filter(istVorschlagbar)
    .sort((a, b) => vergleiche(zuordnungslage, [a, b], KRITERIEN));
}

/** Does choosing this colleague deviate from the first suggestion? Those on a par with the first are as good (V-70). */
export function weichtAb(zuordnungslage: Zuordnungslage, fm: string): boolean {
  const folge = rangfolge(zuordnungslage);
  const [erste] = folge;
  if (erste === undefined) return true;
  const gewaehlt = folge.find(({ wer }) => wer.id === fm);
  return gewaehlt === undefined || vergleiche(zuordnungslage, [gewaehlt, erste], ENTSCHEIDENDE) > 0;
}

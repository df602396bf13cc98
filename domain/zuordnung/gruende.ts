import { tagInWorten } from '../frist/tag.ts';
import { SPRACHEN } from '../sprachen.ts';
import { obergrenze, type Auslastung } from './auslastung.ts';
import {
  kandidaturen,
  passtSprache,
  rangfolge,
  ueberObergrenze,
  zustaendigeThemen,
  type Ausschlussgrund,
  type Kandidatur,
  type Vorschlagbare,
  type Zuordnungslage,
} from './vorschlag.ts';

/** At most so many suggestions per Vormerkung. */
const VORSCHLAEGE_HOECHSTENS = 3;

const zahl = (wert: number): string => String(wert).replace('.', ',');
/** Neutral: the fact that rules somebody out, never its background. */
const AUSSCHLUSS: Readonly<Record<Ausschlussgrund, string>> = {
  interessenkonflikt: 'Nicht vorgeschlagen: Für diese Person ist ein Interessenkonflikt vermerkt.',
  kein_anteil: 'Nicht vorgeschlagen: Der Arbeitszeitanteil ist 0.',
  abwesend: 'Nicht vorgeschlagen: Im ganzen Zeitraum abwesend.',
};

function stand({ faelle, soll, prozent }: Auslastung): string {
  const anteil = prozent === null ? '' : ` (${zahl(prozent)} %)`;
  return `${zahl(faelle)} ${faelle === 1 ? 'Fall' : 'Fälle'} bei einem Soll von ${zahl(soll)}${anteil}`;
}

/** Where the load with this case stands among those who may be suggested, each with this case. */
function platz(k: Vorschlagbare, alle: readonly Vorschlagbare[]): string {
  const andere = alle.filter(({ wer }) => wer.id !== k.wer.id).map(({ nachher }) => nachher.prozent);
  if (andere.length === 0) return 'Sonst ist niemand vorschlagbar.';
  const niedriger = andere.filter((prozent) => prozent < k.nachher.prozent).length;
  const gleich = andere.filter((prozent) => prozent === k.nachher.prozent).length;
  const bei =
    niedriger === 0 ? 'niemandem sonst, der infrage kommt,' : `${niedriger} anderen, die infrage kommen,`;
  const gleichauf = gleich === 0 ? '' : `, bei ${gleich} anderen gleich`;
  return `Bei ${bei} wäre die Auslastung mit diesem Fall niedriger${gleichauf}.`;
}

function auslastungsgruende(
  { policy }: Zuordnungslage,
  k: Vorschlagbare,
  alle: readonly Vorschlagbare[],
): string[] {
  const { nachher } = k;
  const saetze = [`Mit diesem Fall ${stand(nachher)}.`, platz(k, alle)];
  if (ueberObergrenze(policy, k)) {
    saetze.push(`Die Obergrenze von ${zahl(obergrenze(policy, nachher.soll))} Fällen wäre überschritten.`);
  } else if (nachher.faelle > nachher.soll) saetze.push('Das Soll wäre überschritten.');
  return saetze;
}

function sprachgrund({ bedarf }: Zuordnungslage, { wer }: Kandidatur): string[] {
  if (bedarf.sprache === null) return [];
  const name = SPRACHEN[bedarf.sprache];
  return [
    passtSprache(bedarf, wer)
      ? `Beherrscht ${name}; das braucht die Person.`
      : `Die Person braucht ${name}; hier ist diese Sprache nicht erfasst.`,
  ];
}

function themengrund({ bedarf }: Zuordnungslage, { wer }: Kandidatur): string[] {
  const namen = zustaendigeThemen(bedarf, wer).map(({ name }) => `„${name}“`);
  if (namen.length === 0) return [];
  const satz = `Zuständig für ${namen.length === 1 ? 'das Thema' : 'die Themen'} ${namen.join(', ')}`;
  return [
    bedarf.nachThema
      ? `${satz}; nach einem Jour-Fixe ohne warme Übergabe geht das Thema vor.`
      : `${satz}; das zählt nur bei gleicher Auslastung.`,
  ];
}

/** Why somebody stands where they stand; every sentence can be checked against the record. */
function gruendeFuer(
  zuordnungslage: Zuordnungslage,
  k: Vorschlagbare,
  alle: readonly Vorschlagbare[],
): readonly string[] {
  const { begleiteteBis } = k.wer;
  return [
    ...themengrund(zuordnungslage, k),
    ...sprachgrund(zuordnungslage, k),
    ...(begleiteteBis === null ? [] : [`Hat die Person schon begleitet, bis ${tagInWorten(begleiteteBis)}.`]),
    ...auslastungsgruende(zuordnungslage, k, alle),
  ];
}

/** The load of one colleague before and after a decision. */
export type Wirkung = { readonly fm: string; readonly vorher: Auslastung; readonly nachher: Auslastung };

/** One suggestion: who, why, and what it would do to everybody's load. */
export type Vorschlag = {
  readonly fm: string;
  readonly gruende: readonly string[];
  readonly wirkung: readonly Wirkung[];
};

/** Somebody who is not suggested at all, with the reason in neutral words. */
export type Ausgeschlossene = { readonly fm: string; readonly grund: string };

export type Zuordnungsvorschlaege = {
  readonly vorschlaege: readonly Vorschlag[];
  readonly ausgeschlossen: readonly Ausgeschlossene[];
};

/**
 * Up to three Fallmanager for a Vormerkung, each with reasons in words and the effect on every load; the meeting
 * decides (001 3.2, A-32, V-70). Same facts, same answer.
 */
export function schlageVor(zuordnungslage: Zuordnungslage): Zuordnungsvorschlaege {
  const alle = kandidaturen(zuordnungslage);
  const folge = rangfolge(zuordnungslage);
  return {
    vorschlaege: folge.slice(0, VORSCHLAEGE_HOECHSTENS).map((k) => ({
      fm: k.wer.id,
      gruende: gruendeFuer(zuordnungslage, k, folge),
      wirkung: alle.map(({ wer, vorher, nachher }) => ({
        fm: wer.id,
        vorher,
        nachher: wer.id === k.wer.id ? nachher : vorher,
      })),
    })),
    ausgeschlossen: alle.flatMap(({ wer, ausschluss }) =>
      ausschluss === null ? [] : [{ fm: wer.id, grund: AUSSCHLUSS[ausschluss] }],
    ),
  };
}

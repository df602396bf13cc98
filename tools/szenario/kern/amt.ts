import { kalenderFuer, type Kalender, type Land } from '../../../domain/frist/kalender.ts';
import { abweichungenFuer, type Kalendereintrag } from '../../../domain/frist/kalendereintrag.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import type { Policyentwurf } from '../../../domain/policy/freigabe.ts';
import type { Policywahl } from '../../../domain/policy/policy.ts';
import type { Geschichte } from '../geschichte.ts';

type Version = Policyentwurf & { readonly name: string; readonly freigegebenAm: Instant };

/** What the office of a story has decided for all: its policy versions and its calendar. */
export type Amt = {
  versionen: readonly Version[];
  readonly anfangs: Policywahl;
  readonly land: Land;
  eintraege: readonly Kalendereintrag[];
};

export function neuesAmt({ policy, land }: Geschichte): Amt {
  return { versionen: [], anfangs: policy, land, eintraege: [] };
}

/** The calendar of a team as the office has it now. */
export function kalenderVon({ land, eintraege }: Amt, team: string): Kalender {
  return { ...kalenderFuer(land), abweichungen: abweichungenFuer(eintraege, team) };
}

/** The version a case gets that begins on the day: the newest approved one, else the one the story begins with. */
export function policyAm({ versionen, anfangs }: Amt, tag: Tag): Policywahl {
  const [geltende] = versionen
    .filter(({ urteil, gueltigAb }) => urteil === 'freigegeben' && gueltigAb <= tag)
    .sort((a, b) => b.gueltigAb.localeCompare(a.gueltigAb) || b.freigegebenAm.localeCompare(a.freigegebenAm));
  return geltende === undefined ? anfangs : { ...geltende.wahl, version: geltende.name };
}

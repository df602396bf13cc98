import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { vertretene } from '../../../domain/organisation/vertretung.ts';
import type { Befehlsgeber } from '../../../api/befehle/vorhaben.ts';
import type { Befehlsschritt, Fallschritt, Geschichte } from '../geschichte.ts';
import { kennung, teamVon } from '../verweise.ts';
import type { Amt } from './amt.ts';
import type { Akte } from './akte.ts';
import { vertretungslageAm, type Dienst } from './dienst.ts';
import type { Fallakte } from './fallakte.ts';
import type { Potenzialakte } from './potenzialakte.ts';
import type { Teamakte } from './teamakte.ts';

export type Sachschritt = Fallschritt;
export type Stammschritt = Extract<Befehlsschritt, { stammdaten: unknown }>;

/** The world of one story: its office, its files, its cases, its clock. */
export type Welt = {
  readonly geschichte: Geschichte;
  readonly akten: Map<string, Akte>;
  readonly faelle: Fallakte[];
  /** Check records by the label of their person. */
  readonly potenziale: Map<string, Potenzialakte>;
  readonly dienst: Dienst;
  readonly amt: Amt;
  /** The calendar of the team, in stories that name teams. */
  readonly team: Teamakte | null;
  uhr: Instant;
};

/** @throws when the story names what it does not have. */
export function ein<T>(wert: T | undefined, was: string): T {
  if (wert === undefined) throw new Error(`In der Geschichte fehlt: ${was}`);
  return wert;
}

/** The number the next case of the story gets. */
export function naechsteFallnummer({ uhr, faelle }: Pick<Welt, 'uhr' | 'faelle'>): string {
  return `F-${uhr.slice(0, 4)}-${String(faelle.length + 1).padStart(5, '0')}`;
}

/** The newest case of that label. */
export function fallakte(welt: Welt, label: string): Fallakte | undefined {
  return welt.faelle.findLast((akte) => akte.label === label);
}

/** The colleague with everybody they represent today. */
export function berechtigter({ geschichte, dienst, uhr }: Welt, label: string): Befehlsgeber {
  const { personal } = geschichte;
  const wer = ein(
    personal.find((m) => m.id === label),
    label,
  );
  const id = kennung('personal', label);
  const vertritt = vertretene(id, vertretungslageAm(dienst, personal, ortstag(uhr))).map((fm) => ({
    id: fm,
  }));
  const team = teamVon(wer);
  return { id, rolle: wer.rolle, team: { id: team }, teams: [team], vertritt };
}

import { ZEITRAUMFRISTARTEN } from '../../domain/pflicht/katalog/team.ts';
import type { Austauschpartner } from '../../domain/team/team.ts';

const PARTNER: Readonly<Record<Austauschpartner, string>> = {
  fm_u25: 'Fallmanagement U25',
  fm_migration: 'Fallmanagement Migration',
  familiencoaching: 'Familiencoaching',
};
const PARTNERNAME: ReadonlyMap<string, string> = new Map(Object.entries(PARTNER));
const SAGT_NICHTS_MEHR: ReadonlySet<string | null> = new Set(
  Object.values(ZEITRAUMFRISTARTEN).map(({ gegenstand }) => gegenstand),
);

/** What a duty of a team is about, where its name does not say so already: whom to visit, whom to meet. */
export function gegenstandsname(gegenstand: string | null): string | null {
  if (gegenstand === null || SAGT_NICHTS_MEHR.has(gegenstand)) return null;
  return PARTNERNAME.get(gegenstand) ?? `Team ${gegenstand}`;
}

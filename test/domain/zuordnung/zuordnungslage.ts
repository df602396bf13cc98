import fc from 'fast-check';
import { STANDARD } from '../../../domain/policy/standard.ts';
import type { Bewerberin, Zuordnungslage } from '../../../domain/zuordnung/vorschlag.ts';

/** A colleague with nothing special about them; the test names only what matters. */
export function eine(id: string, anders: Partial<Bewerberin> = {}): Bewerberin {
  return {
    id,
    anteil: 1,
    anwesenheit: 1,
    faelle: 40,
    sprachen: [],
    themen: [],
    begleiteteBis: null,
    interessenkonflikt: false,
    letzteZuordnungAm: null,
    ...anders,
  };
}

export function zuordnungslage(
  team: readonly Bewerberin[],
  bedarf: Partial<Zuordnungslage['bedarf']> = {},
): Zuordnungslage {
  return { policy: STANDARD, team, bedarf: { sprache: null, themen: [], nachThema: false, ...bedarf } };
}

const tag = fc.constantFrom('2025-01-07', '2025-03-12', '2026-11-30');
const bewerberin: fc.Arbitrary<Omit<Bewerberin, 'id'>> = fc.record({
  anteil: fc.constantFrom(0, 0.25, 0.5, 0.75, 0.83, 1),
  anwesenheit: fc.constantFrom(0, 0.4, 0.9, 1),
  faelle: fc.integer({ min: 0, max: 100 }),
  sprachen: fc.subarray(['tr', 'ar', 'uk'] as const),
  themen: fc.subarray(['schulden', 'sucht']),
  begleiteteBis: fc.option(tag),
  interessenkonflikt: fc.boolean(),
  letzteZuordnungAm: fc.option(tag),
});

const THEMEN = [
  { id: 'schulden', name: 'Schulden' },
  { id: 'sucht', name: 'Sucht' },
];

/** Teams of up to eight with whatever can be true of their members, before any need of a person. */
export const zuordnungslagen: fc.Arbitrary<Zuordnungslage> = fc
  .record({
    team: fc.array(bewerberin, { maxLength: 8 }),
    sprache: fc.option(fc.constantFrom('tr' as const, 'ar' as const)),
    themen: fc.subarray(THEMEN),
    nachThema: fc.boolean(),
  })
  .map(({ team, ...bedarf }) =>
    zuordnungslage(
      team.map((b, n) => ({ ...b, id: `fm${n + 1}` })),
      bedarf,
    ),
  );

import { describe, expect, it } from 'vitest';
import { phaseAm } from '../../../domain/fall/phasen.ts';

const PHASEN = [
  { phase: 'fallzugang', seit: '2026-11-02', bis: '2026-11-16' },
  { phase: 'assessment', seit: '2026-11-10', bis: null },
  { phase: 'integrationsplan_vereinbarung', seit: '2026-11-10', bis: '2026-11-30' },
] as const;

describe('E05: die Prozessphase eines Tages', () => {
  it.each([
    ['2026-11-01', null],
    ['2026-11-02', 'fallzugang'],
    ['2026-11-09', 'fallzugang'],
    ['2026-11-10', 'integrationsplan_vereinbarung'],
    ['2026-11-30', 'integrationsplan_vereinbarung'],
    ['2026-12-01', 'assessment'],
  ])('am %s: %s, von mehreren die zuletzt begonnene', (tag, phase) => {
    expect(phaseAm(PHASEN, tag)).toBe(phase);
  });
});

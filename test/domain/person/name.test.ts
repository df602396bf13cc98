import { describe, expect, it } from 'vitest';
import { kannDerselbeNameSein } from '../../../domain/person/name.ts';

describe('Namen, die dieselbe Person meinen können (E01)', () => {
  it.each([
    ['Müller, Anna', 'anna mueller', true],
    ['Müller, Anna', 'Müller, Anna-Maria', true],
    ['Müller-Lüdenscheidt, Anna', 'Anna Müller', true],
    ['Weiß, Jörg', 'WEISS JOERG', true],
    ['Müller, Anna', 'Müller, Hanna', false],
    ['Müller, Anna', 'Meier, Anna', false],
    ['Müller, Anna', '', false],
  ])('%s und %s: %s', (einer, anderer, erwartet) => {
    expect(kannDerselbeNameSein(einer, anderer)).toBe(erwartet);
    expect(kannDerselbeNameSein(anderer, einer)).toBe(erwartet);
  });
});

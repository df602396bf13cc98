import { describe, expect, it } from 'vitest';
import { mailadresse } from '../../api/kern/felder.ts';

describe('Mailadressen (13.8)', () => {
  it.each(['fm@jobcenter.example', 'info@beratung-müller.example', 'a.b+c@sucht.straße.example'])(
    '%s gilt, wie sie geschrieben ist',
    (adresse) => {
      expect(mailadresse.parse(` ${adresse} `)).toBe(adresse);
    },
  );

  it.each([
    '',
    'ohne',
    '@jobcenter.example',
    'a@b@jobcenter.example',
    'a@',
    'müller@jobcenter.example',
    'a b@jobcenter.example',
    `a@${'x'.repeat(200)}.example`,
  ])('%j gilt nicht', (adresse) => {
    expect(mailadresse.safeParse(adresse).success).toBe(false);
  });
});

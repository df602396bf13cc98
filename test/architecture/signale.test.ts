import { expect, it } from 'vitest';
import { SIGNALE } from '../../activities/zustellung/signale.ts';

it('jede Art von Sendung trägt das Signal ihres Namens', () => {
  expect(Object.entries(SIGNALE).filter(([art, { signal }]) => art !== signal)).toEqual([]);
});

import { defineConfig } from 'vitest/config';
import { berichte } from './test/support/berichte.ts';
import { LangeZuerst } from './test/support/reihenfolge.ts';

const lang = {
  testTimeout: 600_000,
  hookTimeout: 900_000,
  globalSetup: 'test/support/pruefablage.ts',
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rein',
          include: [
            'test/domain/**/*.test.ts',
            'test/temporal/**/*.test.ts',
            'test/transport/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            'test/api/**/*.test.ts',
            'test/seiten/**/*.test.ts',
          ],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'db',
          include: ['test/db/**/*.test.ts', 'test/activities/**/*.test.ts', 'test/fuzz/**/*.test.ts'],
          ...lang,
          isolate: false,
        },
      },
      {
        test: {
          name: 'workflows',
          include: ['test/workflows/**/*.test.ts', 'test/histories/**/*.test.ts'],
          ...lang,
        },
      },
      { test: { name: 'simulation', include: ['test/simulation/**/*.test.ts'], ...lang } },
      { test: { name: 'szenarien', include: ['test/szenarien/**/*.test.ts'], ...lang } },
      { test: { name: 'web', include: ['test/web/**/*.test.ts'], ...lang } },
      { test: { name: 'werkzeuge', include: ['test/tools/**/*.test.ts', 'test/ops/**/*.test.ts'], ...lang } },
    ],
    maxWorkers: 2,
    sequence: { sequencer: LangeZuerst },
    reporters: berichte(),
  },
});

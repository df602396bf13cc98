import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const schema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      name: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** A file that failed without a failed test did not load; it must not pass unseen. */
async function zaehle(datei: string): Promise<{ bestanden: number; gescheitert: number }> {
  const { numPassedTests, numFailedTests, testResults } = schema.parse(
    JSON.parse(await readFile(datei, 'utf8')),
  );
  const ungeladen = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { bestanden: numPassedTests, gescheitert: numFailedTests + ungeladen.length };
}

const [datei = '', vorbereitet, getestet, geprueft] = process.argv.slice(2);
const tests = await zaehle(datei).catch(() => ({ bestanden: 0, gescheitert: 1 }));
// The test run itself may fail without naming a test: time limit, unhandled error.
const unbenannt = tests.gescheitert === 0 && getestet !== '0' ? 1 : 0;
const schritte = [vorbereitet, geprueft];
const gescheitert = tests.gescheitert + unbenannt + schritte.filter((code) => code !== '0').length;
const bestanden = tests.bestanden + (geprueft === '0' ? 1 : 0);
console.log(`${String(bestanden)} passed, ${String(gescheitert)} failed`);
process.exitCode = gescheitert === 0 ? 0 : 1;

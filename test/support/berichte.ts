import type { Reporter, TestModule } from 'vitest/node';

type Bericht = 'default' | Reporter | ['json', { outputFile: string }];

const ANZAHL = 15;

type Zeile = { readonly ms: number; readonly was: string };

/** The slowest first, in seconds. */
function langsamste(zeilen: readonly Zeile[], anzahl = ANZAHL): string[] {
  return [...zeilen]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, anzahl)
    .map(({ ms, was }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${was}`);
}

/** With what a file does before its first test: it keeps a lane as long. */
function dauer(modul: TestModule): number {
  const { duration, collectDuration, setupDuration, prepareDuration } = modul.diagnostic();
  return duration + collectDuration + setupDuration + prepareDuration;
}

/** Says at the end which files and tests took longest: where `npm test` grows too long, one sees it here. */
class Langsame implements Reporter {
  onTestRunEnd(module: readonly TestModule[]): void {
    const dateien = module.map((modul) => ({ ms: dauer(modul), was: modul.relativeModuleId }));
    const tests = module.flatMap((modul) =>
      [...modul.children.allTests()].map((test) => ({
        ms: test.diagnostic()?.duration ?? 0,
        was: `${modul.relativeModuleId} > ${test.name}`,
      })),
    );
    const summe = dateien.reduce((bisher, { ms }) => bisher + ms, 0);
    console.log(
      `\nLangsamste Dateien (alle zusammen ${(summe / 60_000).toFixed(1)} Minuten auf ihren Bahnen)`,
    );
    for (const zeile of langsamste(dateien)) console.log(zeile);
    console.log('\nLangsamste Tests');
    for (const zeile of langsamste(tests)) console.log(zeile);
  }
}

/** `.ci/run` counts from a file what passed; a reporter of the command line would replace the list of the slowest. */
export function berichte(): Bericht[] {
  const outputFile = process.env['LOTSE_ERGEBNIS'];
  return ['default', new Langsame(), ...(outputFile === undefined ? [] : [alsJson(outputFile)])];
}

const alsJson = (outputFile: string): Bericht => ['json', { outputFile }];

import { spawnSync } from 'node:child_process';
import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { erzeugeLogger } from '../../log/logger.ts';
import { aktivitaetswaechter } from '../../worker/aktivitaetswaechter.ts';

const WERT = 'KANARIENVOGEL';

function schreibe(felder: object): string {
  const zeilen: string[] = [];
  erzeugeLogger('worker', 'info', { write: (zeile) => void zeilen.push(zeile) }).warn(felder, 'Probe');
  return zeilen.join('\n');
}

/** Errors as the parts under Lotse throw them, each with a value of a row in it. */
const FEHLER: readonly (readonly [string, Error])[] = [
  ['drizzle', new DrizzleQueryError('insert into person values ($1)', [WERT], new Error('duplicate key'))],
  [
    'PostgreSQL',
    Object.assign(new Error(`invalid input syntax for type date: "${WERT}"`), { code: '22007' }),
  ],
  [
    'Einzelheit von PostgreSQL',
    Object.assign(new Error('duplicate key'), { detail: `Key (name)=(${WERT})` }),
  ],
  ['Mailserver', Object.assign(new Error(`550 <${WERT}@jobcenter.example> unknown`), { rejected: [WERT] })],
  ['Ursache', new Error('außen', { cause: new DrizzleQueryError('select $1', [WERT]) })],
];

describe('Logs (S1, DS-20)', () => {
  it.each(FEHLER)('%s: die Zeile nennt den Fehler, aber keinen Wert', (_, err) => {
    // What a log without these serializers would hold.
    expect(JSON.stringify([err.message, err, err.cause ?? null])).toContain(WERT);
    for (const zeile of [schreibe({ err }), schreibe({ sdk: { error: err, activityType: 'zeichneAuf' } })]) {
      expect(zeile).not.toContain(WERT);
      expect(zeile).toContain(err.name);
      expect(zeile).toContain('log.test.ts');
    }
  });

  it.each(FEHLER)(
    '%s: auch in der Historie steht kein Wert, wenn eine Aktivität daran scheitert',
    async (_, err) => {
      const kontext = { info: { scheduledTimestampMs: 0 } } as Parameters<typeof aktivitaetswaechter>[0];
      const fuehre = aktivitaetswaechter(kontext).inbound?.execute;
      const gescheitert = await fuehre?.({ args: [], headers: {} }, () => Promise.reject(err)).catch(
        (fehler: unknown) => fehler,
      );
      expect(gescheitert).toMatchObject({ name: err.name });
      const { message, stack, cause } = gescheitert as Error;
      const ursache = cause instanceof Error ? `${cause.message}${cause.stack ?? ''}` : '';
      expect(`${message}${stack ?? ''}${ursache}${JSON.stringify(gescheitert)}`).not.toContain(WERT);
    },
  );

  it.each(['name', 'texte', 'kundennummer', 'authorization'])('ein Feld %s ist verdeckt', (feld) => {
    expect(schreibe({ [feld]: WERT, a: { [feld]: WERT }, b: { c: { [feld]: WERT } } })).not.toContain(WERT);
    expect(schreibe({ fallId: WERT })).toContain(WERT);
  });

  it('ein Zeilenumbruch beginnt keine neue Zeile (ASVS V16.4.1)', () => {
    const zeile = schreibe({ fallId: 'a\n{"level":60,"msg":"erfunden"}' });
    expect(zeile.trimEnd().split('\n')).toHaveLength(1);
    expect((JSON.parse(zeile) as { fallId: string }).fallId).toContain('erfunden');
  });

  it.each([['worker'], ['api']])('%s: was niemand fängt, endet mit einer Zeile ohne Werte', (dienst) => {
    const laufe = (vorher: string): { stdout: string; stderr: string; status: number | null } => {
      const programm = `import { DrizzleQueryError } from 'drizzle-orm';
        import { erzeugeLogger, meldeAbsturz } from './log/logger.ts';
        ${vorher}
        void Promise.reject(new DrizzleQueryError('select $1', ['${WERT}']));
        setTimeout(() => {}, 5000);`;
      const { execPath } = process;
      return spawnSync(execPath, ['--input-type=module', '-e', programm], { encoding: 'utf8' });
    };
    const gut = laufe(`meldeAbsturz(erzeugeLogger('${dienst}', 'info'));`);
    expect(gut.status).toBe(1);
    expect(gut.stdout + gut.stderr).not.toContain(WERT);
    expect(gut.stdout).toContain('Unerwarteter Fehler, der Prozess endet');
    expect(laufe('void meldeAbsturz;').stderr).toContain(WERT);
  });
});

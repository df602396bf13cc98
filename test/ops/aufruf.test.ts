import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { liesAufruf, uebersicht } from '../../ops/aufruf.ts';
import { UNTERBEFEHLE } from '../../ops/befehle.ts';

const WURZEL = path.join(import.meta.dirname, '../..');
const FALL = '11111111-1111-4111-8111-111111111111';

describe('der Aufruf von npm run ops', () => {
  it('ohne Angaben nennt je Befehl eine Zeile und endet mit 0', () => {
    const zeilen = execFileSync(process.execPath, ['ops/main.ts'], { cwd: WURZEL, encoding: 'utf8' })
      .trimEnd()
      .split('\n');
    const namen = zeilen.slice(1, -1).map((zeile) => /^ {2}(\S+)/u.exec(zeile)?.[1]);
    expect(namen).toEqual([
      'abgleich',
      'wartung',
      'entwuerfe',
      'audit-pruefen',
      'loeschung-nachholen',
      'regelwerk',
      'erstes-konto',
      'subjekte',
      'schluessel-umverpacken',
    ]);
    expect(zeilen.filter((zeile) => zeile.length > 160)).toEqual([]);
  });

  it('die Übersicht kommt aus der Tabelle: ein neuer Befehl steht von selbst da', () => {
    const neu = { angaben: '<id>', zeile: 'tut etwas Neues', lies: () => null };
    expect(uebersicht({ ...UNTERBEFEHLE, neu })).toMatch(/^ {2}neu <id> +tut etwas Neues$/mu);
    expect(uebersicht(UNTERBEFEHLE)).not.toContain('tut etwas Neues');
  });

  it('nimmt, was zu einem Befehl gehört, und nichts sonst', () => {
    const gilt = (...argumente: string[]): boolean => liesAufruf(argumente, UNTERBEFEHLE) !== null;
    expect([
      gilt('abgleich', FALL),
      gilt('abgleich', FALL, '--freigeben'),
      ...['entwuerfe', 'audit-pruefen', 'loeschung-nachholen', 'regelwerk', 'schluessel-umverpacken'].map(
        (name) => gilt(name),
      ),
    ]).toEqual(Array.from({ length: 7 }, () => true));
    expect([
      gilt(),
      gilt('abgleich'),
      gilt('abgleich', 'kein-fall'),
      gilt('abgleich', FALL, FALL),
      gilt('entwuerfe', '--freigeben'),
      gilt('audit-pruefen', FALL),
      gilt('abgleich', FALL, '--fremd'),
      gilt('constructor'),
    ]).toEqual(Array.from({ length: 8 }, () => false));
  });
});

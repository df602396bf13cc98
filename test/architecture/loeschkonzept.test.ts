import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { is } from 'drizzle-orm';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PLAN_FALL, PLAN_PERSON } from '../../db/loeschung/plan.ts';
import * as schema from '../../db/schema/index.ts';
import { loeschkonzepttext } from '../../tools/loeschkonzept/text.ts';
import { LOESCHKLASSEN } from '../../domain/loeschung/klassen.ts';
import { DATENARTEN } from '../../domain/loeschung/konzept.ts';

const tabellen = Object.values(schema)
  .filter((eines) => is(eines, PgTable))
  .map((t) => getTableConfig(t));
const namen = tabellen.map(({ name }) => name).sort();

/** Column names as the database has them. */
const spalten = (name: string): string[] =>
  (tabellen.find((t) => t.name === name)?.columns ?? []).map((s) =>
    s.name.replaceAll(/[A-Z]/g, (b) => `_${b.toLowerCase()}`),
  );

describe('Löschkonzept (DS-10, DS-28)', () => {
  it('nennt jede Tabelle genau einmal', () => {
    expect(DATENARTEN.flatMap((art) => art.tabellen).sort()).toEqual(namen);
  });

  it('steht als Dokument da, wie die Daten es sagen (sonst: node tools/loeschkonzept/main.ts)', async () => {
    const datei = await readFile(new URL('../../docs/datenschutz/loeschkonzept.md', import.meta.url), 'utf8');
    expect(datei).toBe(loeschkonzepttext());
  });

  it('der Plan eines Falls und einer Person kennt jede Tabelle mit ihren Zeilen', () => {
    const mitFall = namen.filter((n) => spalten(n).includes('fall_id') && n !== 'protokoll');
    const mitPerson = namen.filter(
      (n) => spalten(n).includes('person_id') && n !== 'fall' && n !== 'protokoll',
    );
    const mitVorgang = namen.filter((n) => spalten(n).includes('vorgang_id') && n !== 'protokoll');
    const planFall = PLAN_FALL.map(([n]) => n);
    const planPerson = PLAN_PERSON.map(([n]) => n);
    expect(mitFall.filter((n) => !planFall.includes(n))).toEqual([]);
    expect([...mitPerson, ...mitVorgang].filter((n) => !planPerson.includes(n))).toEqual([]);
    expect(mitFall.length).toBeGreaterThan(10);
    expect(mitPerson.length).toBeGreaterThan(5);
  });

  it('löscht jede Datenart mit Personenbezug nach einer Frist oder sagt, warum nicht', () => {
    for (const { loeschklasse, klassen, weg } of DATENARTEN) {
      const { monate, begruendung } = LOESCHKLASSEN[loeschklasse];
      expect(begruendung.length).toBeGreaterThan(30);
      if (klassen.length > 0 && !klassen.includes('K7')) expect(monate, weg).toBeLessThanOrEqual(60);
    }
  });
});

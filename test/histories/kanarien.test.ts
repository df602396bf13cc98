import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const WURZEL = fileURLToPath(new URL('../', import.meta.url));

/** Every payload of a history, decoded: in JSON they are base64 and a plain search would find nothing (technik.md 1.6). */
function entschluesselt(wert: unknown): string[] {
  if (typeof wert !== 'object' || wert === null) return typeof wert === 'string' ? [wert] : [];
  return Object.entries(wert).flatMap(([name, teil]: [string, unknown]) =>
    name === 'data' && typeof teil === 'string'
      ? [Buffer.from(teil, 'base64').toString()]
      : entschluesselt(teil),
  );
}

const historien = readdirSync(path.join(WURZEL, 'histories'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.json.gz'))
  .map((name) => ({
    name,
    text: entschluesselt(
      JSON.parse(gunzipSync(readFileSync(path.join(WURZEL, 'histories', name))).toString()),
    ).join('\n'),
  }));

/** What the office decides for everybody says nothing of a person: names of its closing days stand in derivations (AC-96). */
const OHNE_PERSON = 'schliesstag_erfassen';

/** Texts a clerk wrote in the stories: everything with a blank in it, plus the personal data of the synthetic people. */
function freitexte(wert: unknown): string[] {
  if (typeof wert === 'string') return /\S\s+\S/.test(wert) ? [wert.trim()] : [];
  if (typeof wert !== 'object' || wert === null) return [];
  if ('befehl' in wert && wert.befehl === OHNE_PERSON) return [];
  return Object.entries(wert).flatMap(([name, teil]: [string, unknown]) =>
    name === 'titel' || name === 'erwarte' ? [] : freitexte(teil),
  );
}

const geschichten = readdirSync(path.join(WURZEL, 'szenarien')).filter((name) => name.endsWith('.yaml'));
const texte = new Set(
  geschichten.flatMap((name) => freitexte(parse(readFileSync(path.join(WURZEL, 'szenarien', name), 'utf8')))),
);
const PERSONENDATEN = [
  'Demo Person',
  'Prüfperson',
  'KN-',
  'BG-',
  '1990-05-04',
  '@jobcenter.example',
  'geburtsdatum',
];

function treffer(gesucht: Iterable<string>): string[] {
  return [...gesucht].flatMap((wort) =>
    historien.filter((h) => h.text.includes(wort)).map((h) => `${h.name}: ${wort}`),
  );
}

describe('AC-92: nichts Persönliches in der Historie (DS-20)', () => {
  it('es gibt genug Historien und Texte, dass die Suche etwas sagt', () => {
    expect(historien.length).toBeGreaterThan(100);
    expect(texte.size).toBeGreaterThan(60);
  });

  it('kein Name, keine Nummer und kein Text eines Falls steht in einer Nutzlast', () => {
    expect(treffer(PERSONENDATEN)).toEqual([]);
    expect(treffer(texte)).toEqual([]);
  });

  it('dieselbe Suche findet, was dort stehen darf: Fallnummer und Befehl', () => {
    expect(treffer(['F-20']).length).toBeGreaterThan(50);
    expect(treffer(['zugang_entscheiden']).length).toBeGreaterThan(10);
  });
});

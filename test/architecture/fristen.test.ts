import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FRIST_IDS } from '../../domain/kennungen.ts';
import { fristentext } from '../../tools/ablauf/fristen.ts';
import { KENNUNGEN } from '../../tools/kennungen/verzeichnis.ts';

const text = fristentext();
const ueberschriften = text.split('\n').filter((zeile) => zeile.startsWith('### '));

describe('die Seite der Fristen', () => {
  it('zeigt, was der Katalog heute sagt (sonst: npm run ablauf)', async () => {
    const datei = await readFile(new URL('../../docs/fristen.md', import.meta.url), 'utf8');
    expect(datei).toBe(text);
  });

  it('hat für jede Kennung einer Frist genau eine Überschrift', () => {
    const genannt = ueberschriften.map((zeile) => zeile.slice(4, 8)).sort();
    expect(genannt).toEqual(KENNUNGEN['Fristen']);
  });

  it('verweist aus ihren Tafeln auf Überschriften, die es gibt', () => {
    const anker = ueberschriften.map((zeile) =>
      zeile
        .slice(4)
        .toLowerCase()
        .replace(/[^\p{L}\d -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const ziele = [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, ziel = '']) => ziel);
    expect(ziele.length).toBe(FRIST_IDS.length);
    expect(ziele.filter((ziel) => !anker.includes(ziel))).toEqual([]);
  });
});

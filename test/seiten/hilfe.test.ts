import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROLLEN } from '../../domain/kennungen.ts';
import {
  hilfeort,
  istKapitel,
  KAPITEL,
  KAPITEL_DER_ROLLE,
  kapiteltext,
  SEITENKAPITEL,
} from '../../web/hilfe/kapitel.ts';
import { kapitelAlsHtml } from '../../web/hilfe/text.ts';
import { SEITEN } from '../../web/seiten.ts';

const ALLE = Object.keys(KAPITEL).filter(istKapitel);
const ORDNER = new URL('../../docs/handbuch/', import.meta.url);
/** Overview and stories: for reading in the repository. */
const NUR_IM_HANDBUCH = ['README.md', 'verlaeufe.md'];

describe('Hilfe: das Handbuch im Arbeitsplatz (16.5)', () => {
  it('jedes Kapitel von docs/handbuch ist zu lesen, und keines fehlt dort', () => {
    const dateien = readdirSync(ORDNER).filter((name) => !NUR_IM_HANDBUCH.includes(name));
    expect(dateien.toSorted()).toEqual(ALLE.map((kapitel) => `${kapitel}.md`).toSorted());
  });

  it('jedes Kapitel einer Seite gehört zu einer, und jede Rolle hat ihres', () => {
    const gebraucht = new Set(SEITEN.map(({ hilfe }) => hilfe));
    expect(Object.keys(SEITENKAPITEL).filter((name) => ![...gebraucht].some((k) => k === name))).toEqual([]);
    expect(Object.keys(KAPITEL_DER_ROLLE).toSorted()).toEqual([...ROLLEN].toSorted());
  });

  it.each(ALLE)(
    '%s: eine Hauptüberschrift, keine Ebene übersprungen, jeder Verweis führt zu einem Kapitel',
    (kapitel) => {
      const html = String(kapitelAlsHtml(kapitel));
      const ebenen = [...html.matchAll(/<h(?<ebene>\d)/gu)].map((treffer) =>
        Number(treffer.groups?.['ebene']),
      );
      expect(ebenen.filter((ebene) => ebene === 1)).toHaveLength(1);
      expect(ebenen.every((ebene, n) => n === 0 || ebene <= (ebenen[n - 1] ?? 0) + 1)).toBe(true);
      const orte = new Set(ALLE.map(hilfeort));
      const ziele = [...html.matchAll(/href="(?<ort>[^"]*)"/gu)].map(
        (treffer) => treffer.groups?.['ort'] ?? '',
      );
      expect(ziele.filter((ort) => !orte.has(ort))).toEqual([]);
      // What is said of pages is never left as a name of the code.
      expect(kapiteltext(kapitel).includes('TODO')).toBe(false);
    },
  );
});

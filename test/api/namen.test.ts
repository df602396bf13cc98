import { describe, expect, it } from 'vitest';
import { begleitpersonNeu, personNeu } from '../../api/personen/formen.ts';
import { mitarbeitendeNeu } from '../../api/personal/formen.ts';

const NAMEN = {
  Person: personNeu.shape.name,
  Begleitperson: begleitpersonNeu.shape.name,
  Kollegium: mitarbeitendeNeu.shape.anzeigename,
};

/** Tab, zero width space, right-to-left override, line separator, line break, an own sign of somebody's font. */
const UNSICHTBARE = ['\t', '\u200B', '\u202E', '\u2028', '\n', '\uE000'];

describe.each(Object.entries(NAMEN))('Name: %s (Nachtrag 11.4)', (_, form) => {
  it.each(['Ö', 'Şükrü', "O'Demo-Müller zu Probe", 'Демо', '示例'])('%s ist ein Name', (name) => {
    expect(form.safeParse(name).success).toBe(true);
  });

  it('was niemand sieht, gehört nicht hinein', () => {
    for (const zeichen of UNSICHTBARE)
      expect(form.safeParse(`Demo${zeichen}Person`).success, JSON.stringify(zeichen)).toBe(false);
    expect(form.safeParse('  ').success).toBe(false);
  });
});

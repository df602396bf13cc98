import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { INVARIANTEN } from '../../tools/simulation/invarianten.ts';
import { mitMutant, type Mutant } from '../support/mutant.ts';

/** A planted bug for every invariant; `name` is the beginning of the invariant that must catch it. */
const MUTANTEN: readonly Mutant[] = [
  {
    name: 'Ereignisse sind lückenlos gezählt',
    datei: 'domain/fall/schritt.ts',
    statt: 'sequenz: fall.sequenz + 1,',
    neu: 'sequenz: fall.sequenz + (roh.tr === "TR54" ? 2 : 1),',
  },
  {
    name: 'Aus den Ereignissen faltet sich derselbe Fall',
    datei: 'domain/fall/schritt.ts',
    statt: '  lauf.fall = evolve(fall, ereignis);',
    neu: '  lauf.fall = evolve(fall, ereignis);\n  if (roh.tr === "TR56") lauf.fall = { ...lauf.fall, hinweise: ["V-13"] };',
  },
  {
    name: 'Die Zeit läuft nie zurück',
    datei: 'domain/fall/schritt.ts',
    statt: 'const legal = mitternacht > fall.zuletzt ? mitternacht : fall.zuletzt;',
    neu: 'const legal = mitternacht;',
  },
  {
    name: 'Keine Frist geht verloren',
    datei: 'domain/fall/evolve/fristen.ts',
    statt: '      f.ende === null || fristen',
    neu: '      f.id !== "T-21" && f.ende === null || fristen',
  },
  {
    name: 'Ein Lauf mehr oder weniger (continue-as-new) ändert keine Frist',
    datei: 'domain/fall/fristen.ts',
    statt: '    } else if (!gleich(bisher, frist)) {',
    neu: '    } else if (bisher.id !== "T-10" && !gleich(bisher, frist)) {',
  },
  {
    name: 'Ein offener Fall hat eine offene Pflicht',
    datei: 'domain/fall/pflichten/laeuft.ts',
    statt: "  'T-02': ['zugeordnet'],",
    neu: "  'T-02': [],",
  },
  {
    name: 'Der Fall wacht nur auf',
    datei: 'domain/fall/zeit.ts',
    statt: 'sprossen.slice(stelle + 1).some(',
    neu: 'sprossen.slice(stelle).some(',
  },
];

const ausgang = promisify(execFile);

async function simuliere(wurzel: string): Promise<string> {
  return ausgang(process.execPath, ['tools/simulation/main.ts', '4000', '7', '--roh'], { cwd: wurzel }).then(
    () => 'nichts bemerkt',
    (fehler: unknown) =>
      typeof fehler === 'object' && fehler !== null && 'stderr' in fehler ? String(fehler.stderr) : '',
  );
}

describe('jede Invariante bemerkt einen gepflanzten Fehler', () => {
  it.each(MUTANTEN)('$name', async (mutant) => {
    expect(await mitMutant(mutant, simuliere)).toContain(mutant.name);
  });

  it('keine Invariante ist ohne gepflanzten Fehler', () => {
    const ohne = INVARIANTEN.filter(({ name }) => !MUTANTEN.some((m) => name.startsWith(m.name)));
    expect(ohne.map(({ name }) => name)).toEqual([]);
  });
});

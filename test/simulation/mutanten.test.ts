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
    statt: "fall.zustand === 'neu' || befehl.at >= fall.zuletzt ?",
    neu: 'befehl.befehlId !== "" ?',
  },
  {
    name: 'Keine Frist geht verloren',
    datei: 'domain/fall/fristen.ts',
    statt: 'if (rest.ende === null ||',
    neu: 'if ((rest.ende === null && rest.id !== "T-03") ||',
  },
  {
    name: 'Ein Lauf mehr oder weniger (continue-as-new) ändert keine Frist',
    datei: 'domain/fall/altstand.ts',
    statt: '  return fall;',
    neu: '  return "fristen" in fall ? { ...fall, fristen: fall.fristen.filter((f) => f.ende === null) } : fall;',
  },
  {
    name: 'In der Begleitung läuft immer die nächste Überprüfung',
    datei: 'domain/fall/pflichten/laeuft.ts',
    statt: "  'T-07': [...OFFEN, 'abgang_eingeleitet'],",
    neu: "  'T-07': ['aktiv', 'aktiv_verlaengert', 'abgang_eingeleitet'],",
  },
  {
    name: 'Ein offener Fall hat eine offene Pflicht',
    datei: 'domain/fall/pflichten/laeuft.ts',
    statt: "  'T-01': ['vorgemerkt'],",
    neu: "  'T-01': [],",
  },
  {
    name: 'Der Fall verschläft keine Stufe',
    datei: 'domain/fall/zeit.ts',
    statt: 'const sprosse = lebt(frist) ?',
    neu: 'const sprosse = lebt(frist) && frist.id !== "T-07" ?',
  },
  {
    name: 'Nach dem Fallabgang wirken nur',
    datei: 'domain/fall/decide/begleitung.ts',
    statt: "fall.zustand === 'vorgemerkt' || !laeuftNoch(fall)",
    neu: "fall.zustand === 'vorgemerkt'",
  },
  {
    name: 'Nie zwei zuständige FM',
    datei: 'domain/fall/evolve/zugang.ts',
    statt: '        weg: { ...mitWeg(fall).weg, kontaktaufnahme: tatsache(ereignis) },',
    neu: '        weg: { ...mitWeg(fall).weg, zuordnung: { ...mitWeg(fall).weg.zuordnung, fm: "andere" } },',
  },
  {
    name: 'Eine versäumte Frist ändert den Zustand nicht',
    datei: 'domain/fall/evolve/fristen.ts',
    statt: '  return { ...fall, fristen: gekuerzt(fristen) };',
    neu: '  const versaeumt = fristen.some((f) => f.ende === "versaeumt");\n  return { ...fall, ...(versaeumt && fall.zustand === "aktiv" ? { zustand: "standort_faellig" } : {}), fristen: gekuerzt(fristen) };',
  },
  {
    name: 'Nachrichten gehen an Menschen',
    datei: 'domain/fall/nachrichten.ts',
    statt: "person !== null || (an !== 'fm' && an !== 'pap')",
    neu: 'true',
  },
];

const ausgang = promisify(execFile);

async function simuliere(wurzel: string): Promise<string> {
  return ausgang(process.execPath, ['tools/simulation/main.ts', '1500', '7', '--roh'], { cwd: wurzel }).then(
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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { INVARIANTEN } from '../../tools/simulation/invarianten.ts';
import { mitMutant, type Mutant } from '../support/mutant.ts';

/** A planted bug for every invariant; `name` is the beginning of the invariant that must catch it. */
const MUTANTEN: readonly Mutant[] = [
  {
    name: 'Ereignisse sind lückenlos gezählt',
    datei: 'domain/vorgang/schritt.ts',
    statt: 'sequenz: lage.sequenz + 1,',
    neu: 'sequenz: lage.sequenz + (roh.tr === "TR54" ? 2 : 1),',
  },
  {
    name: 'Aus den Ereignissen faltet sich derselbe Fall',
    datei: 'domain/vorgang/schritt.ts',
    statt: '  mitschrift.lage = stand;',
    neu: '  mitschrift.lage = roh.tr === "TR56" ? { ...stand, hinweise: ["V-13"] } : stand;',
  },
  {
    name: 'Die Zeit läuft nie zurück',
    datei: 'domain/vorgang/schritt.ts',
    statt: 'zuletzt === undefined || befehl.at >= zuletzt ?',
    neu: 'befehl.at !== "" ?',
  },
  {
    name: 'Keine Frist geht verloren',
    datei: 'domain/pflicht/sollfristen.ts',
    statt: 'if (rest.ende === null) return abgeloest',
    neu: 'if (rest.ende === null && rest.id !== "T-03") return abgeloest',
  },
  {
    name: 'Ein Lauf mehr oder weniger (continue-as-new) ändert keine Frist',
    datei: 'domain/fall/altstand.ts',
    statt: '{ ...KOPF, ...fall })',
    neu: '{ ...KOPF, ...fall, fristen: fall.fristen.filter((f) => f.ende === null) })',
  },
  {
    name: 'In der Begleitung läuft immer die nächste Überprüfung',
    datei: 'domain/fall/pflichten/laeuft.ts',
    statt: 'FALLFRISTEN[id].laeuftIn.includes(fall.zustand)) ||',
    neu: 'FALLFRISTEN[id].laeuftIn.includes(fall.zustand) && !(id === "T-07" && fall.zustand === "standort_faellig")) ||',
  },
  {
    name: 'Ein offener Fall hat eine offene Pflicht',
    datei: 'domain/fall/pflichten/laeuft.ts',
    statt: 'FALLFRISTEN[id].laeuftIn.includes(fall.zustand)) ||',
    neu: 'FALLFRISTEN[id].laeuftIn.includes(fall.zustand) && id !== "T-01") ||',
  },
  {
    name: 'Wer kein eLb mehr ist, schuldet nichts mehr',
    datei: 'domain/fall/pflichten/laeuft.ts',
    statt: "return id === 'T-55';",
    neu: "return id !== 'T-07';",
  },
  {
    name: 'Was zurückgezogen ist, trägt der Fall nicht mehr',
    datei: 'domain/fall/evolve/ruecknahme.ts',
    statt: 'istTatsache(wert) && weg.has(wert.ereignis)',
    neu: 'istTatsache(wert) && weg.has(wert.ereignis) && wert.am < "2025-01-01"',
  },
  {
    name: 'Eine zurückgenommene Zuordnung',
    datei: 'domain/fall/evolve/zugang.ts',
    statt: 'zuordnung_zurueckgenommen: nichtZugeordnet,',
    neu: 'zuordnung_zurueckgenommen: (fall) => fall,',
  },
  {
    name: 'Der Fall verschläft keine Stufe',
    datei: 'domain/pflicht/schritte.ts',
    statt: 'const sprosse = lebt(frist) ?',
    neu: 'const sprosse = lebt(frist) && frist.id !== "T-07" ?',
  },
  {
    name: 'Nach dem Fallabgang wirken nur',
    datei: 'domain/fall/uebergaenge/begleitung.ts',
    statt: "  TR54: {\n    name: 'Kontakt',\n    von: ZUGETEILT,",
    neu: "  TR54: {\n    name: 'Kontakt',\n    von: [...ZUGETEILT, 'beendet'],",
  },
  {
    name: 'Ein Wechsel der Zuständigkeit bewegt keine Frist',
    datei: 'domain/fall/evolve/zustaendigkeit.ts',
    statt: 'zuordnung: { ...weg.zuordnung, fm: wechsel.fm }',
    neu: 'zuordnung: { ...weg.zuordnung, am: wechsel.ereignisAm, fm: wechsel.fm }',
  },
  {
    name: 'Nie zwei zuständige FM',
    datei: 'domain/fall/evolve/zugang.ts',
    statt: 'const weg = { ...mitWeg(fall).weg, kontaktaufnahme: tatsache(ereignis) };',
    neu: 'const weg = { ...mitWeg(fall).weg, kontaktaufnahme: tatsache(ereignis), zuordnung: { ...mitWeg(fall).weg.zuordnung, fm: "andere" } };',
  },
  {
    name: 'Eine versäumte Frist ändert den Zustand nicht',
    datei: 'domain/fall/evolve.ts',
    statt: '  ...TEILE.PFLEGE,',
    neu: '  ...TEILE.PFLEGE, fristen_berechnet: (fall, ereignis) => ({ ...TEILE.PFLEGE.fristen_berechnet(fall, ereignis), ...(fall.zustand === "aktiv" && ereignis.eintraege.some((f) => f.ende === "versaeumt") ? { zustand: "standort_faellig" } : {}) }),',
  },
  {
    name: 'Ob das FM U25 zu spät gemeldet hat',
    datei: 'domain/fall/evolve.ts',
    statt: "if (ereignis.art === 'u25_uebergabe_verlegt') return ['V-19'];",
    neu: '',
  },
  {
    name: 'Ohne Einwilligung wartet niemand',
    datei: 'domain/fall/pflichten/leistung.ts',
    statt: 'erwartetRueckmeldung(leistung) && entbindung !== null;',
    neu: 'erwartetRueckmeldung(leistung);',
  },
  {
    name: 'Nachrichten gehen an Menschen',
    datei: 'domain/vorgang/nachricht.ts',
    statt: 'person !== null || !meintPerson(an)',
    neu: 'person !== null || an !== ""',
  },
  {
    name: 'Kein Fall ist ein Erfolg ohne',
    datei: 'domain/fall/abgangsgruende.ts',
    statt: 'return kannZaehlen && FAKTEN[grund]({ abgangslage, fakten });',
    neu: 'return kannZaehlen && fakten.kriteriumA !== null;',
  },
  {
    name: 'Eine zweite gleiche Leistung',
    datei: 'domain/fall/decide/leistung.ts',
    statt: 'leistungsart === art && erbringer === id && ende === null,',
    neu: 'leistungsart === art && erbringer === id && ende !== null,',
  },
  {
    name: 'Ohne genannte Rechtsfolgen',
    datei: 'domain/fall/decide/beratung.ts',
    statt: "return benannt || !gilt('V-84', fall) ?",
    neu: "return !benannt || !gilt('V-84', fall) ?",
  },
  {
    name: 'Wer in ein Team weitergeleitet ist',
    datei: 'domain/fall/folgefall.ts',
    statt: 'fall: von, grundlage',
    neu: 'fall: fallId, grundlage',
  },
];

const starte = promisify(execFile);

async function simuliere(wurzel: string): Promise<string> {
  return starte(process.execPath, ['tools/simulation/main.ts', '1500', '7', '--roh'], { cwd: wurzel }).then(
    () => 'nichts bemerkt',
    (fehler: unknown) =>
      typeof fehler === 'object' && fehler !== null && 'stderr' in fehler ? String(fehler.stderr) : '',
  );
}

describe('jede Invariante bemerkt einen gepflanzten Fehler', () => {
  it.each(MUTANTEN)('$name', async (mutant) => {
    expect(await mitMutant(mutant, 'simulation', simuliere)).toContain(mutant.name);
  });

  it('keine Invariante ist ohne gepflanzten Fehler', () => {
    const ohne = INVARIANTEN.filter(({ name }) => !MUTANTEN.some((m) => name.startsWith(m.name)));
    expect(ohne.map(({ name }) => name)).toEqual([]);
  });
});

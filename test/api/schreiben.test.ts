import { describe, expect, it } from 'vitest';
import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { briefdokument } from '../../api/schreiben/dokument.ts';
import { VORLAGEN, vorlageFuer } from '../../api/schreiben/vorlagen.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { zeileVon } from '../../domain/fall/uebergaenge/katalog.ts';
import { zeilennamen } from '../../domain/tabelle.ts';
import { befehl, BIS_FALLZUGANG, danach, nach } from '../../tools/simulation/bauen.ts';

const BRIEF = {
  absender: 'Jobcenter, Team 621',
  empfaenger: 'Demo & Söhne <b>',
  zeichen: 'F-2026-00001',
  datum: '01.12.2026',
  titel: 'Ihre <Ausfertigung>',
  teile: [
    { art: 'absatz', text: '<script>alert(1)</script>' },
    { art: 'angaben', zeilen: [['Ort"', "<img src='x'>"]] },
    { art: 'abschnitt', titel: 'Gründe', texte: ['Zeile 1\nZeile 2 & mehr'] },
    { art: 'abschnitt', titel: 'Gelöscht', texte: [] },
  ],
  unterschrift: 'Demo Fallmanagement',
  beideUnterschreiben: true,
} as const;

describe('Schreiben an die Person als Seite (TR27, DS-11)', () => {
  const seite = briefdokument(BRIEF);

  it('kein Wort aus der Akte wird zu Auszeichnung, nichts läuft, nichts kommt von außen', () => {
    expect(seite).not.toMatch(/<script|<img|<b>|<Ausfertigung|https?:/u);
    expect(seite).toContain('Demo &amp; Söhne &lt;b&gt;');
    expect(seite).toContain("default-src 'none'");
  });

  it('steht auf Deutsch, mit einer Überschrift, für den Druck auf A4; was gelöscht ist, hat keine', () => {
    expect(seite).toContain('<html lang="de">');
    expect(seite.match(/<h1>/gu)).toHaveLength(1);
    expect(seite).toContain('@page{size:A4');
    expect(seite).toContain('"Seite " counter(page)');
    expect(seite).toContain('Zeile 1\nZeile 2 &amp; mehr');
    expect(seite).not.toContain('Gelöscht');
  });

  it('hat eine Zeile für jede Unterschrift, wo beide unterschreiben', () => {
    expect(seite.match(/Ort, Datum, Unterschrift/gu)).toHaveLength(2);
    expect(briefdokument({ ...BRIEF, beideUnterschreiben: false })).not.toContain('Ort, Datum');
    const beide = zeilennamen(VORLAGEN).filter((tr) =>
      Object.values(VORLAGEN[tr]).some((vorlage) => vorlage.beideUnterschreiben === true),
    );
    expect(beide).toEqual(['TR27', 'TR39', 'TR40', 'TR56']);
  });
});

describe('die Tafel der Vorlagen', () => {
  const texteZu = (tr: keyof typeof VORLAGEN): Map<string, string> => {
    // Changing the time of passive Betreuung is no exit: its words stand in no letter.
    const namen = Object.keys(zeileVon(tr).befehle ?? {}).filter((name) => name !== 'akh_frist_aendern');
    return new Map(
      VERTRAEGE.filter(({ befehl: name }) => namen.includes(name)).flatMap(({ texte }) =>
        Object.entries(texte).map(([pfad, klasse]) => [pfad.split('.').at(-1) ?? '', JSON.stringify(klasse)]),
      ),
    );
  };

  it.each(zeilennamen(VORLAGEN))('%s: jeder Wortlaut ist einer der Akte, und keiner ist K4 oder K5', (tr) => {
    const bekannt = texteZu(tr);
    // What release 0.1 recorded of an agreement was one text.
    if (tr === 'TR27') bekannt.set('inhalt', '"K3"');
    const felder = Object.values(VORLAGEN[tr]).flatMap((vorlage) => Object.keys(vorlage.texte));
    expect(Object.keys(VORLAGEN[tr]).length).toBeGreaterThan(0);
    for (const feld of felder) expect(bekannt.get(feld), feld).toMatch(/^"K[123]"$/u);
  });

  const letztes = (ereignisse: readonly Ereignis[], art: string): Ereignis => {
    const ereignis = ereignisse.findLast((e) => e.art === art);
    if (ereignis === undefined) throw new Error(`kein ${art}`);
    return ereignis;
  };

  it('über einen Tod oder einen Fehleintrag bekommt niemand ein Schreiben, über ein Ende schon', () => {
    const abgehend = danach(nach(...BIS_FALLZUGANG), befehl('abgang_einleiten', '2025-03-03T09:00'));
    const { ereignisse } = danach(abgehend, befehl('fallabgang_dokumentieren', '2025-03-10T09:00'));
    const ende = letztes(ereignisse, 'fallabgang_dokumentiert');
    expect(vorlageFuer(ende)?.titel(ende)).toBe('Ihr Fallmanagement endet');
    expect(vorlageFuer({ ...ende, administrativ: 'tod' } as Ereignis)).toBeNull();
  });

  it('was einer Handlung von selbst folgt, ist kein eigenes Schreiben', () => {
    const { ereignisse } = nach(...BIS_FALLZUGANG);
    const mit = ereignisse.filter((e) => vorlageFuer(e) !== null).map(({ art }) => art);
    expect(mit).toEqual(['uebernahmegespraech_vereinbart']);
  });
});

import { describe, expect, it } from 'vitest';
import { istTagesfeld } from '../../domain/vorgang/tagesfelder.ts';
import { freistellen, type Freistelle } from '../support/grenztypen.ts';
import type { Mutant } from '../support/mutant.ts';

/** Fields that hold opaque ids wherever they stand, beside all that end in `Id`. */
const KENNUNGEN =
  'akteur an bedarfeMitZiel begleitperson begleitpersonen berichtspflichtige bisherigesFm dokument einwilligung eingegangen erbringer ereignis fall fehlende festgelegtVon fm fmU25 ' +
  'folgefall fuer handlungsbedarf handlungsbedarfe id kontaktFm liste massnahme nach offenerFall pap reihenfolge schluessel sendung team ' +
  'teilnehmende thema themen unterlagen von zweckHb';

/** Every other string, each at one place only, and why it says nothing of a person. */
const EINZELNE: Readonly<Record<string, string>> = {
  'antwort.fakten': 'Fakten: ein eigener Typ, unten mit durchsucht',
  'Befehl.texte': 'Name eines Textfelds im Vertrag',
  'auftrag).zeilenversionen': 'Name einer Tabelle mit der Kennung der Zeile',
  'ereignisse[].art': 'Art eines Ereignisses',
  'dokumente[].feld': 'Name eines Textfelds im Vertrag',
  'ablehnung.satz': 'Satz einer Regel aus dem Code, ohne Eingaben (architecture/klartext.test.ts)',
  'abweichungen[].grund': 'Name eines Schließtags der Dienststelle',
  'POL-FEIERTAGE.land': 'Bundesland des Kalenders',
  'policy.version': 'Name einer Fassung der Regeln',
  'fristen[].policy': 'Name einer Fassung der Regeln',
  'fristen[].status': 'Zustand einer Frist',
  'fristen[].warum': 'Satz einer Frist aus dem Code',
  'fristen[].quelle': 'Fundstelle einer Frist',
  'herleitung[].schritt': 'Rechenschritt aus dem Code',
  'herleitung[].norm': 'Paragraf',
  'antwort.zustand': 'Zustand des Vorgangs',
  'stand.zustand': 'Zustand des Vorgangs',
  'stand.fallnummer': 'Fallnummer: steht auch in Mails (DS-30)',
  'Befehl.gruendung.fallnummer': 'Fallnummer: steht auch in Mails (DS-30)',
  'gezogen[].fallnummer': 'Fallnummer: steht auch in Mails (DS-30)',
  'antwort.neben': 'Nebenzustände des Vorgangs',
  'Befehl.bezug.art': 'Art eines Ereignisses',
  'faelle[].fallnummer': 'Fallnummer: steht auch in Mails (DS-30)',
  'auftraege[].gegenstand': 'Kennung eines Teams oder ein Wort der Frist',
  'stand.verpflichtung': 'Prüfsumme der Ziehung',
  'gruendung.verpflichtung': 'Prüfsumme der Ziehung',
  'Teamereignis.verpflichtung': 'Prüfsumme der Ziehung',
  'ziehung.naechsteVerpflichtung': 'Prüfsumme der Ziehung',
  'ziehung.saat': 'Zufallszahl der Ziehung',
  'ziehung.loswort': 'öffentlicher Wurf der Ziehung (R25)',
  'Ereignis.anlass': 'Wort einer Liste des Vertrags',
  'Ereignis.status': 'Wort einer Liste des Vertrags',
  'kontakt.anlass': 'Wort einer Liste des Vertrags',
  'kontakt.status': 'Wort einer Liste des Vertrags',
  'Ereignis.arbeitsaufnahme': 'Kennung einer Tatsache',
  'Ereignis.bezug': 'Kennung einer Tatsache',
  'Ereignis.bezugArt': 'Art eines Ereignisses',
};

const UEBERALL = new Set(KENNUNGEN.split(' '));
const istKennung = (name: string): boolean => UEBERALL.has(name) || name.endsWith('Id');

function istErlaubt({ pfad, art }: Freistelle): boolean {
  const ohneListe = pfad.replace(/(\[\])+$/u, '');
  const name = ohneListe.split('.').at(-1) ?? '';
  if (art === 'text' && (istKennung(name) || istTagesfeld(name))) return true;
  return Object.keys(EINZELNE).some(
    (stelle) => `.${ohneListe}`.endsWith(`.${stelle}`) || ohneListe.endsWith(stelle),
  );
}

/** A free string at each side of the border: an event, the answer of an activity, a signal. */
const GEPFLANZT: readonly Mutant[] = [
  {
    name: 'Ereignis',
    datei: 'domain/vorgang/ereignis.ts',
    statt: '  readonly sequenz: number;',
    neu: '  readonly sequenz: number;\n  readonly vermerk: string;',
  },
  {
    name: 'Antwort einer Activity',
    datei: 'activities/aufzeichnung/auftrag.ts',
    statt: "  | { readonly art: 'veraltet' }",
    neu: "  | { readonly art: 'veraltet'; readonly wer: { readonly name: string } }",
  },
  {
    name: 'Signal',
    datei: 'workflows/contract.ts',
    statt: '  defineSignal<[{ schluessel: string; zaehlende: number; am: string }]>',
    neu: '  defineSignal<[{ schluessel: string; zaehlende: number; am: string; bezeichnungen: string[] }]>',
  },
];

describe('DS-20: die Typen an der Grenze zu den Workflows lassen keinen freien Text durch', () => {
  const stellen = freistellen();

  it('Kennungen, Tage, Listen, Zahlen und Schalter; jede andere Zeichenkette ist begründet', () => {
    expect(stellen.length).toBeGreaterThan(700);
    expect(stellen.filter((stelle) => !istErlaubt(stelle))).toEqual([]);
  });

  it('keine Begründung steht da ohne ihre Stelle', () => {
    const unnoetig = Object.keys(EINZELNE).filter(
      (stelle) => !stellen.some(({ pfad }) => pfad.replace(/(\[\])+$/u, '').endsWith(stelle)),
    );
    const namen = new Set(
      stellen.map(({ pfad }) =>
        pfad
          .replace(/(\[\])+$/u, '')
          .split('.')
          .at(-1),
      ),
    );
    expect([...unnoetig, ...[...UEBERALL].filter((name) => !namen.has(name))]).toEqual([]);
  });

  it('ein freies Feld in einem Ereignis, der Antwort einer Activity oder einem Signal fällt auf', () => {
    const neue = freistellen(GEPFLANZT).filter((stelle) => !istErlaubt(stelle));
    const namen = new Set(
      neue.map(({ pfad }) =>
        pfad
          .replace(/(\[\])+$/u, '')
          .split('.')
          .at(-1),
      ),
    );
    expect([...namen].sort()).toEqual(['bezeichnungen', 'name', 'vermerk']);
  });
});

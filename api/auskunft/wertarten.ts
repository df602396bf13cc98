import { spaltentyp } from '../../db/auskunft.ts';
import { istTagesfeld } from '../../domain/vorgang/tagesfelder.ts';

/**
 * What a value is, for people: an id, a point in time, a day, a word of the program, what the program noted in fields of its own, or
 * what somebody wrote. It comes from its column or field, never from its looks: a text may look like anything.
 */
export type Wertart = 'kennung' | 'zeit' | 'tag' | 'wort' | 'angaben' | 'geschrieben';

/** Columns of text that hold a word of a list; in every other one stands what somebody wrote, or a number. */
const WOERTER: ReadonlySet<string> = new Set(
  (
    'ausgang.art ausgang.weg bedarfsentscheidung.entscheidung bedarfspruefung.anlass begleitperson.rolle bestreitung.stand ' +
    'dokument.feld dokument.stand eaktenverweis.ruecknahmegrund eingang.anRolle eingang.anlass eingang.stufe ' +
    'einwilligung.zweck einwilligung.datenkategorien einwilligung.form fall.zustand fall.neben fall.herkunft ' +
    'fall.auffaelligkeiten fall.abgangsgrund fall_ereignis.art frist.status frist.lauf handlungsbedarf.schluesselgruppe ' +
    'handlungsbedarf.status handlungsbedarf.erkanntVon handlungsbedarf.erkanntInPhase handlungsbedarf_naeheres.handlungsfeld ' +
    'handlungsbedarf_naeheres.wirksamesInstrument handlungsbedarf_verlauf.status neuzugang.grund person.rechtskreis ' +
    'person.bevorzugteSprache policymigrationsschritt.art profiling.profillage profiling.anlass rueckmeldung.art ' +
    'rueckmeldung.ergebnis sonderzugriff.art sonderzugriff_pruefung.ergebnis vorgang.art vorgang.zustand vorgang_ereignis.art ' +
    'vorgang_frist.status vorgang_frist.lauf'
  ).split(' '),
);

/** Fields of notes in which somebody wrote: what a strength is called, why the house is closed, how a version is called. */
const BESCHRIFTET: ReadonlySet<string> = new Set(['bezeichnung', 'abweichungen', 'version']);

export function wertartDerSpalte(tabelle: string, spalte: string): Wertart {
  const typ = spaltentyp(tabelle, spalte) ?? '';
  if (typ.startsWith('uuid')) return 'kennung';
  if (typ === 'timestamp with time zone') return 'zeit';
  if (typ === 'date') return 'tag';
  if (typ === 'jsonb') return 'angaben';
  return WOERTER.has(`${tabelle}.${spalte}`) ? 'wort' : 'geschrieben';
}

/** What stands in a field of what `art` is. */
export function wertartDesFelds(art: Wertart, feld: string): Wertart {
  if (art !== 'angaben') return art;
  if (BESCHRIFTET.has(feld)) return 'geschrieben';
  return istTagesfeld(feld) ? 'zeit' : 'angaben';
}

import type { liesFristen, Mensch, Text } from '../../db/geschichte.ts';
import type { Fristid } from '../../domain/kennungen.ts';
import { fristname, pflichtgrund } from '../../domain/pflicht/katalog/katalog.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';

/** What is said of an event elsewhere than among its details, and the Gründung, which is nobody's business. */
export const EREIGNISKOPF: Readonly<Record<keyof AllgemeinesEreignis | 'gruendung', true>> = {
  id: true,
  sequenz: true,
  am: true,
  akteur: true,
  fuer: true,
  tr: true,
  ereignisAm: true,
  dokumente: true,
  warnungen: true,
  offeneHinweise: true,
  art: true,
  gruendung: true,
};

/** Who acted, as people say it (R08). */
function inWorten(akteur: Mensch, fuer: Mensch | null): string {
  return fuer === null ? akteur.anzeigename : `${akteur.anzeigename} in Vertretung für ${fuer.anzeigename}`;
}

/** An event of any record, with the texts this colleague may read. */
export function ereignisansicht(
  { daten, akteur, fuer }: { daten: AllgemeinesEreignis; akteur: Mensch | null; fuer: Mensch | null },
  texte: ReadonlyMap<string, Text>,
) {
  const { id, sequenz, art, am, ereignisAm, tr, warnungen, offeneHinweise, dokumente } = daten;
  return {
    id,
    sequenz,
    art,
    am,
    ereignisAm,
    uebergang: tr,
    akteur,
    fuer,
    wer: akteur === null ? null : inWorten(akteur, fuer),
    warnungen: [...warnungen],
    offeneHinweise: [...offeneHinweise],
    angaben: Object.fromEntries(Object.entries(daten).filter(([feld]) => !Object.hasOwn(EREIGNISKOPF, feld))),
    texte: dokumente.flatMap((d) => {
      const text = texte.get(d.id);
      if (text === undefined) return [];
      const { feld, klasse, bestreitung } = text;
      return [{ feld, klasse, text: text.text, ...(bestreitung === undefined ? {} : { bestreitung }) }];
    }),
  };
}

/** T-12 names documents of a Gutachten (DS-01). */
export const VERTRAULICHE_FRIST: Fristid = 'T-12';

/** Others see that a Frist runs, not from what it follows. */
export function ohneHerleitung<F extends { readonly id: string; readonly herleitung: readonly unknown[] }>(
  frist: F,
): F {
  return frist.id === VERTRAULICHE_FRIST ? { ...frist, herleitung: [] } : frist;
}

type Fristzeile = Pick<
  Awaited<ReturnType<typeof liesFristen>>[number],
  'fristId' | 'vorkommen' | 'beginn' | 'roh' | 'faellig' | 'status' | 'offen' | 'ruht' | 'herleitung'
>;

/** A duty of any record on a day. Overdue is computed from the due day, never from a stored status (architecture.md 4). */
export function fristansicht(
  { fristId, vorkommen, beginn, roh, faellig, status, offen, ruht, herleitung }: Fristzeile,
  heute: string,
) {
  return {
    id: fristId,
    name: fristname(fristId),
    vorkommen,
    beginn,
    roh,
    faellig,
    status,
    offen,
    ruht,
    ueberfaellig: offen && !ruht && faellig < heute,
    herleitung: [...herleitung],
    ...pflichtgrund(fristId),
  };
}

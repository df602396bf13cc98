import { recht, type Klasse, type Rechtsbeziehung } from './matrix.ts';
import type { Berechtigter } from './befehlsrechte.ts';

/** What rights need to know of a person: who looks after them, and their cases. */
export type Personenbezug = {
  readonly papId: string;
  readonly fmU25Id: string | null;
  readonly faelle: readonly {
    readonly team: string;
    readonly fm: string | null;
    readonly pap: string | null;
    readonly aufnehmenderPap: string | null;
    readonly extern: string | null;
    readonly inBegleitung: boolean;
  }[];
};

/** Every way a colleague stands to a person: through each case, as pAp or FM U25, at the Jour-Fixe, by role alone. */
function beziehungen(wer: Berechtigter, { papId, fmU25Id, faelle }: Personenbezug): Rechtsbeziehung[] {
  const { id, teams, vertritt } = wer;
  const gilt: [Rechtsbeziehung, boolean][] = [
    ['haus', true],
    ['betreuend', papId === id || fmU25Id === id],
    // Whoever comes to the Jour-Fixe is not in bFM yet, or no longer (R11).
    ['jour_fixe', !faelle.some((f) => f.inBegleitung)],
    ['zustaendig', faelle.some(({ fm }) => fm === id)],
    ['vertretung', faelle.some(({ fm }) => vertritt.some((v) => v.id === fm))],
    ['beauftragt', faelle.some(({ extern }) => extern === id)],
    ['abgebend', faelle.some(({ pap }) => pap === id)],
    ['aufnehmend', faelle.some(({ aufnehmenderPap }) => aufnehmenderPap === id)],
    ['team', faelle.some(({ team }) => teams.includes(team))],
  ];
  return gilt.flatMap(([beziehung, trifftZu]) => (trifftZu ? [beziehung] : []));
}

type Frage = { readonly klasse: Klasse; readonly art: 'liest' | 'schreibt' };

/** The relations that let the colleague read or write this class of the person's file (rollen.md 3). */
export function gruendeAnPerson(
  wer: Berechtigter,
  person: Personenbezug,
  { klasse, art }: Frage,
): Rechtsbeziehung[] {
  return beziehungen(wer, person).filter((beziehung) => recht(wer.rolle, beziehung)[art].includes(klasse));
}

/** May the colleague read or write this class of the person's file? */
export function darfAnPerson(wer: Berechtigter, person: Personenbezug, frage: Frage): boolean {
  return gruendeAnPerson(wer, person, frage).length > 0;
}

/** Relations that come with the role alone; with every other one the person is somebody's own. */
const OHNE_BEZUG: readonly Rechtsbeziehung[] = ['haus', 'jour_fixe'];

/** Does nothing but the role let the colleague see who this is? Such a look is on record (DS-29, ADR 61). */
export function siehtOhneBezug(wer: Berechtigter, person: Personenbezug): boolean {
  const gruende = gruendeAnPerson(wer, person, { klasse: 'K0', art: 'liest' });
  return gruende.every((beziehung) => OHNE_BEZUG.includes(beziehung));
}

/** K2: pAp, FM U25 and Jour-Fixe keep the profile before the Fallzugang and after the Fallabgang, the FM in between and before. */
export function fuehrtProfil(
  { rolle, id }: Pick<Berechtigter, 'rolle' | 'id'>,
  { papId, fmU25Id, faelle }: Personenbezug,
): boolean {
  if (rolle === 'fm' && faelle.some(({ fm }) => fm === id)) return true;
  const vorher = rolle === 'jour_fixe_av' || (rolle === 'pap' ? papId : fmU25Id) === id;
  return vorher && !faelle.some(({ inBegleitung }) => inBegleitung);
}

/** A consent binds the Jobcenter: whoever leads a case of the person takes it down; a revocation whoever stands in for them, too (R08, R23). */
export const fuehrtFall = (
  { id }: Pick<Berechtigter, 'id'>,
  { faelle }: Pick<Personenbezug, 'faelle'>,
  vertritt: Berechtigter['vertritt'] = [],
): boolean => faelle.some(({ fm }) => fm === id || vertritt.some((v) => v.id === fm));

/** Parts of the file of a person, by who may change them. */
export const AENDERBARES = ['angaben', 'profil', 'einwilligungen', 'widerruf'] as const;
export type Aenderbares = (typeof AENDERBARES)[number];

/** What of the person's file this colleague may change, by the rules the writes ask. */
export function aenderbaresFuer(wer: Berechtigter, person: Personenbezug): Aenderbares[] {
  const istFm = wer.rolle === 'fm';
  const gilt: Readonly<Record<Aenderbares, boolean>> = {
    angaben: darfAnPerson(wer, person, { klasse: 'K0', art: 'schreibt' }),
    profil: fuehrtProfil(wer, person),
    einwilligungen: istFm && fuehrtFall(wer, person),
    widerruf: istFm && fuehrtFall(wer, person, wer.vertritt),
  };
  return AENDERBARES.filter((was) => gilt[was]);
}

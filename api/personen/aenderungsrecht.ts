import { darfAnPerson, type Personenbezug } from '../../domain/rollen/personenrechte.ts';
import type { Konto } from '../kern/umgebung.ts';
import type { Aenderbares } from './formen.ts';

type Bezug = { readonly person: Omit<Personenbezug, 'faelle'>; readonly faelle: Personenbezug['faelle'] };

/** K2: pAp, FM U25 and Jour-Fixe keep the profile before the Fallzugang and after the Fallabgang, the FM in between and before. */
export function fuehrtProfil({ rolle, id }: Konto, { person, faelle }: Bezug): boolean {
  if (rolle === 'fm' && faelle.some(({ fm }) => fm === id)) return true;
  const vorher = rolle === 'jour_fixe_av' || (rolle === 'pap' ? person.papId : person.fmU25Id) === id;
  return vorher && !faelle.some(({ inBegleitung }) => inBegleitung);
}

/** A consent binds the Jobcenter: whoever leads a case of the person takes it down; `fuer` for those, too (R08, R23). */
export const fuehrtFall = (
  konto: Konto,
  { faelle }: Pick<Bezug, 'faelle'>,
  fuer: Konto['vertritt'] = [],
): boolean => faelle.some(({ fm }) => [konto, ...fuer].some(({ id }) => id === fm));

/** What of the person's file this colleague may change, by the same rules the writes ask. */
export function aenderbaresFuer(konto: Konto, bezug: Bezug): Aenderbares[] {
  const { rolle, vertritt } = konto;
  const gilt: readonly (readonly [Aenderbares, boolean])[] = [
    [
      'angaben',
      darfAnPerson(konto, { ...bezug.person, faelle: bezug.faelle }, { klasse: 'K0', art: 'schreibt' }),
    ],
    ['profil', fuehrtProfil(konto, bezug)],
    ['einwilligungen', rolle === 'fm' && fuehrtFall(konto, bezug)],
    ['widerruf', rolle === 'fm' && fuehrtFall(konto, bezug, vertritt)],
  ];
  return gilt.flatMap(([was, darf]) => (darf ? [was] : []));
}

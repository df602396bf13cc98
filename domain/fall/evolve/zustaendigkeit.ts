import type { EreignisVon } from '../ereignisse.ts';
import type { Abgangseinleitung, BestehenderFall } from '../fall.ts';
import { mitWeg } from './zugang.ts';
import type { Folgezeilen } from './zeilen.ts';

type Wechsel = EreignisVon<'pap_gewechselt'>;

function stelle(einleitung: Abgangseinleitung, { von, pap }: Wechsel): Abgangseinleitung {
  const { stelleGeklaert } = einleitung;
  return stelleGeklaert?.pap === von
    ? { ...einleitung, stelleGeklaert: { ...stelleGeklaert, pap } }
    : einleitung;
}

/** Another pAp takes the place of the one who left, wherever the case names them. */
function mitPap(fall: BestehenderFall, wechsel: Wechsel): BestehenderFall {
  const neu = fall.pap === wechsel.von ? { ...fall, pap: wechsel.pap } : fall;
  if (neu.zustand === 'abgang_eingeleitet') return { ...neu, abgang: stelle(neu.abgang, wechsel) };
  if (neu.zustand !== 'beendet' || neu.fallabgang.einleitung === null) return neu;
  const einleitung = stelle(neu.fallabgang.einleitung, wechsel);
  return { ...neu, fallabgang: { ...neu.fallabgang, einleitung } };
}

/** TR51: the duties go with the case; the day of the Zuordnung stays the anchor it was. */
function mitFm(fall: BestehenderFall, wechsel: EreignisVon<'fm_gewechselt'>): BestehenderFall {
  const { weg } = mitWeg(fall);
  return { ...fall, weg: { ...weg, zuordnung: { ...weg.zuordnung, fm: wechsel.fm } } } as BestehenderFall;
}

export const ZUSTAENDIGKEIT = {
  pap_gewechselt: mitPap,
  fm_gewechselt: mitFm,
} satisfies Partial<Folgezeilen>;

import type { EreignisVon } from '../ereignisse.ts';
import type { Abgangseinleitung, BestehenderFall } from '../fall.ts';

type Wechsel = EreignisVon<'pap_gewechselt'>;

function stelle(einleitung: Abgangseinleitung, { von, pap }: Wechsel): Abgangseinleitung {
  const { stelleGeklaert } = einleitung;
  return stelleGeklaert?.pap === von
    ? { ...einleitung, stelleGeklaert: { ...stelleGeklaert, pap } }
    : einleitung;
}

/** Another pAp takes the place of the one who left, wherever the case names them. */
export function mitPap(fall: BestehenderFall, wechsel: Wechsel): BestehenderFall {
  const neu = fall.pap === wechsel.von ? { ...fall, pap: wechsel.pap } : fall;
  if (neu.zustand === 'abgang_eingeleitet') return { ...neu, abgang: stelle(neu.abgang, wechsel) };
  if (neu.zustand !== 'beendet' || neu.fallabgang.einleitung === null) return neu;
  const einleitung = stelle(neu.fallabgang.einleitung, wechsel);
  return { ...neu, fallabgang: { ...neu.fallabgang, einleitung } };
}

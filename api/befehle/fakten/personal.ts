import type { Fallkopf } from '../../../db/akte.ts';
import type { Kollegin } from '../../../db/mitarbeitende.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { fehlendeNachweise, type Nachweisart } from '../../../domain/organisation/nachweis.ts';
import { zuordnungsfakten, type Zuordnungsfakten } from '../../../domain/zuordnung/fakten.ts';
import { frageVon } from '../../zuordnung/faelle.ts';
import { tagDes, type Fallvorhaben, type MitTag, type Zeilenversionen } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { abgelehnt, geladen, type Geladen, type Lader } from './lader.ts';

type MitFm = { readonly fm: string };

/** The version of a colleague's row, for a command that rests on it. */
export function versionVon(wer: Kollegin | null): Zeilenversionen {
  return wer === null ? {} : { [`mitarbeitende:${wer.id}`]: wer.version };
}

const istFallmanager = (wer: Kollegin | null, { team }: Pick<Fallkopf, 'team'>): boolean =>
  wer !== null && wer.aktiv && wer.rolle === 'fm' && wer.team === team;

/** TR57: only an active Fallmanager of the team of the case. */
export async function fmIstFallmanager(
  leser: Aktenleser,
  { eingabe, kopf }: Fallvorhaben<MitFm>,
): Promise<Geladen<boolean>> {
  const wer = await leser.kollegin(eingabe.fm);
  return geladen(istFallmanager(wer, kopf), versionVon(wer));
}

/** What speaks for and against the chosen colleague: active in the team of the case (TR07), in conflict with the person. */
export type Fmwahl = { readonly fmIstFallmanager: boolean; readonly fmBefangen: boolean };

/** TR51 */
export async function fmWechsel(
  leser: Aktenleser,
  { eingabe: { fm }, kopf }: Fallvorhaben<MitFm>,
): Promise<Geladen<Fmwahl>> {
  const wer = await leser.kollegin(fm);
  const fmBefangen = (await leser.befangene(kopf.personId)).has(fm);
  return geladen({ fmIstFallmanager: istFallmanager(wer, kopf), fmBefangen }, versionVon(wer));
}

/** TR07, TR08: the load of all at this instant, too (E09, V-70). */
export async function zuordnung(
  leser: Aktenleser,
  { eingabe: { fm }, kopf, at }: Fallvorhaben<MitFm>,
): Promise<Geladen<Fmwahl & { readonly last: Zuordnungsfakten | null }>> {
  const wer = await leser.kollegin(fm);
  const { lage: zuordnungslage, zeilenversionen } = await leser.zuordnungslage(frageVon(kopf, ortstag(at)));
  const fmBefangen = zuordnungslage.team.some(
    ({ id, interessenkonflikt }) => id === fm && interessenkonflikt,
  );
  return geladen(
    { fmIstFallmanager: istFallmanager(wer, kopf), fmBefangen, last: zuordnungsfakten(zuordnungslage, fm) },
    { ...zeilenversionen, ...versionVon(wer) },
  );
}

/** What entitles somebody to take a case over from outside. */
export type Externwahl = {
  readonly fmIstExtern: boolean;
  readonly fehlendeNachweise: readonly Nachweisart[];
};

/** V-52: only an active external Fallmanagement, with proofs that hold on the day of the commission (003 ch8). */
export async function externwahl(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<MitFm & MitTag>,
): Promise<Geladen<Externwahl>> {
  const { fm } = vorhaben.eingabe;
  const wer = await leser.kollegin(fm);
  const fmIstExtern = wer !== null && wer.aktiv && wer.rolle === 'fm_extern';
  const nachweise = await leser.externnachweise(fm);
  const fehlend = fehlendeNachweise(nachweise, tagDes(vorhaben));
  return geladen({ fmIstExtern, fehlendeNachweise: fehlend }, versionVon(wer));
}

/** TR16: whether the named colleague works in specialised care. */
export async function anIstFmSpezial(
  leser: Aktenleser,
  { eingabe }: Fallvorhaben<{ readonly weiterleitung?: { readonly an?: string | undefined } | undefined }>,
): Promise<Geladen<boolean>> {
  const an = eingabe.weiterleitung?.an;
  const wer = an === undefined ? null : await leser.kollegin(an);
  return geladen(wer !== null && wer.aktiv && wer.rolle === 'fm_spezial', versionVon(wer));
}

/** The pAp a case is given to exists and is active; the record could not be written otherwise. */
export function papFuer(tr: 'TR42' | 'TR51'): Lader<Fallvorhaben<{ readonly pap: string }>, Kollegin> {
  return async (leser, { eingabe }) => {
    const wer = await leser.kollegin(eingabe.pap);
    if (wer === null || !wer.aktiv || wer.rolle !== 'pap')
      return abgelehnt(tr, 'Das kann nur eine aktive Ansprechpartnerin oder ein Ansprechpartner sein.');
    return geladen(wer, versionVon(wer));
  };
}

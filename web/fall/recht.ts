import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import {
  beziehungZu,
  darf,
  darfProtokollLesen,
  fuehrt,
  type Fallbezug,
  type Sachbefehl,
} from '../../domain/rollen/befehlsrechte.ts';
import { darfVerweisFuehren } from '../../domain/rollen/eaktenrechte.ts';
import { darfLoeschen, type Loeschhandlung } from '../../domain/rollen/loeschrechte.ts';

type Beteiligte = Pick<Fallansicht, 'team' | 'fm' | 'pap' | 'abgebend' | 'aufnehmenderPap'>;

/** Who has to do with a case, from what its page shows. An external FM sees no other cases than those entrusted to them (R23). */
function bezugVon({ team, fm, pap, abgebend, aufnehmenderPap }: Beteiligte, { id, rolle }: Konto): Fallbezug {
  return {
    team: team.id,
    fm: fm?.id ?? null,
    pap: pap?.id ?? null,
    aufnehmenderPap: aufnehmenderPap?.id ?? null,
    abgebend: abgebend?.id ?? null,
    extern: rolle === 'fm_extern' ? id : null,
    // R10 records nothing in a case.
    weitergeleitetAn: null,
  };
}

/** Whether a command on this case is this colleague's to give: the same rule as the row asks. */
export const darfAmFall = (fall: Beteiligte, konto: Konto, befehl: Sachbefehl): boolean =>
  darf(konto, befehl, bezugVon(fall, konto));

/** Whether references to the eAkte of this case are this colleague's to keep. */
export const darfEakteFuehren = (fall: Beteiligte, konto: Konto): boolean =>
  darfVerweisFuehren(konto, bezugVon(fall, konto), { titel: null });

/** Whether a decision about erasing parts of this case is this colleague's. */
export function darfAnLoeschung(
  fall: Beteiligte & Pick<Fallansicht, 'inVertretung'>,
  konto: Konto,
  handlung: Loeschhandlung,
): boolean {
  const bezug = bezugVon(fall, konto);
  const anstelle = fall.inVertretung || beziehungZu(konto, bezug) === 'keine';
  return darfLoeschen(handlung, { rolle: konto.rolle, leitet: fuehrt(konto, bezug), anstelle });
}

/** Whether this colleague may read who looked at the case. */
export const darfProtokoll = (fall: Beteiligte, konto: Konto): boolean =>
  darfProtokollLesen(konto, bezugVon(fall, konto));

/** The same for a case out of a list of the colleague's own: it stands there because they have to do with it. */
export function darfAusListe(
  { team, fm }: Pick<Fallansicht, 'team' | 'fm'>,
  konto: Konto,
  befehl: Sachbefehl,
): boolean {
  const ich = { id: konto.id, anzeigename: konto.anzeigename };
  return darfAmFall({ team, fm, pap: ich, abgebend: ich, aufnehmenderPap: null }, konto, befehl);
}

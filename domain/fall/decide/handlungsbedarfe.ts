import { verstoss } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Bedarfsstand } from '../befehle/kopf.ts';
import { istInBegleitung, type BestehenderFall } from '../fall.ts';
import { angenommen, geschehen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/**
 * V-65, A-41: the file of the person changed. Fewer counting Handlungsbedarfe than access asks for end nothing; they are
 * an Auffälligkeit that is to be explained, at the latest in the next Überprüfung. Where the access was a deviation, the
 * reason is known already.
 */
function handlungsbedarfeUebernehmen(
  fall: BestehenderFall,
  befehl: BefehlVon<'handlungsbedarfe_uebernehmen'>,
): Entwurf {
  if (!istInBegleitung(fall)) return verstoss('V-65', 'Der Fall wird nicht begleitet.');
  const { zaehlende } = befehl;
  const { auffaelligkeiten } = fall;
  const zuWenige = zaehlende < policyAus(fall.policy)['POL-HB'].min;
  const unterMindestzahl = zuWenige && !auffaelligkeiten.includes('abweichung');
  const warnungen: Regelid[] =
    unterMindestzahl && !auffaelligkeiten.includes('handlungsbedarfe') ? ['V-65'] : [];
  const daten = { art: 'handlungsbedarfe_uebernommen', zaehlende, unterMindestzahl } as const;
  return angenommen(geschehen(befehl, { tr: null, warnungen }, daten));
}

const ERLEDIGT: readonly Bedarfsstand['status'][] = ['abgebaut', 'verworfen'];

/** The Handlungsbedarfe of the person that are still to be worked on. */
export function offeneBedarfe<Bedarf extends Pick<Bedarfsstand, 'status'>>(
  bedarfe: readonly Bedarf[],
): readonly Bedarf[] {
  return bedarfe.filter(({ status }) => !ERLEDIGT.includes(status));
}

/** Does the id name a Handlungsbedarf of the person that is still to be worked on? */
export function istOffenerBedarf(bedarfe: readonly Bedarfsstand[], id: string): boolean {
  return offeneBedarfe(bedarfe).some((bedarf) => bedarf.id === id);
}

export const HANDLUNGSBEDARFE = {
  handlungsbedarfe_uebernehmen: {
    updatename: 'klar',
    durch: handlungsbedarfeUebernehmen,
    ereignistag: 'technisch',
  },
} satisfies Partial<Folgezeilen>;

import type { Fallblattansicht, Protokollansicht } from '../../../api/contracts/fallblatt.ts';
import type { Pruefapi } from '../../pruefstand/api.ts';
import { blattfakten, protokollfakten } from '../blattfakten.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { absage, rufe, type Stammschritt } from './zugriff.ts';

/** What the API shows of a case to those who lead it. */
export async function liesBlatt(
  api: Pruefapi,
  schritt: Stammschritt,
  wo: {
    readonly fallId: string;
    readonly seite: 'fallblatt' | 'assessment';
    readonly zustand: string | null;
  },
): Promise<Befehlsergebnis> {
  const { fallId, seite, zustand } = wo;
  const pfad = `/api/v1/faelle/${fallId}/${seite}`;
  const { status, inhalt } = await rufe(api, schritt, { methode: 'GET', pfad, rumpf: null });
  if (status !== 200) return absage(status, inhalt);
  const fakten =
    seite === 'fallblatt'
      ? blattfakten(inhalt as Fallblattansicht)
      : protokollfakten(inhalt as Protokollansicht);
  return { ergebnis: 'ok', zustand, neben: [], warnungen: [], fakten };
}

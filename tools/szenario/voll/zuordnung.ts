import { vorschlaegeSchema } from '../../../api/zuordnung/formen.ts';
import type { Pruefapi } from '../../probehaus/api.ts';
import type { Mitarbeitende } from '../geschichte.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { vorschlagsfakten } from '../vorschlagsfakten.ts';
import { absage, rufe, type Stammschritt } from './zugriff.ts';

/** What the API suggests for the Vormerkung of a case. */
export async function liesVorschlaege(
  api: Pruefapi,
  schritt: Stammschritt,
  wo: { readonly fallId: string; readonly personal: readonly Mitarbeitende[] },
): Promise<Befehlsergebnis> {
  const pfad = `/api/v1/faelle/${wo.fallId}/zuordnung/vorschlaege`;
  const { status, inhalt } = await rufe(api, schritt, { methode: 'GET', pfad, rumpf: null });
  if (status !== 200) return absage(status, inhalt);
  const { vorschlaege, ausgeschlossen } = vorschlaegeSchema.parse(inhalt);
  const fakten = vorschlagsfakten(
    {
      vorschlaege: vorschlaege.map(({ fm, gruende, wirkung }) => ({
        fm: fm.id,
        gruende,
        wirkung: wirkung.map((w) => ({ ...w, fm: w.fm.id })),
      })),
      ausgeschlossen: ausgeschlossen.map(({ fm, grund }) => ({ fm: fm.id, grund })),
    },
    wo.personal,
  );
  return { ergebnis: 'ok', zustand: 'vorgemerkt', neben: [], warnungen: [], fakten };
}

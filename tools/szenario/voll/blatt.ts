import { fallSchema } from '../../../api/faelle/formen.ts';
import { fallblattSchema, protokollSchema } from '../../../api/faelle/blattformen.ts';
import type { Pruefapi } from '../../probehaus/api.ts';
import { blattfakten, protokollfakten, textfakten } from '../blattfakten.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { absage, rufe, type Stammschritt } from './zugriff.ts';

/** What a page of a case shows, by the name of its look. */
const SEITEN = {
  fall_ansehen: {
    pfad: '',
    fakten: (inhalt: unknown) => textfakten(fallSchema.parse(inhalt).geschichte.flatMap((e) => e.texte)),
  },
  fallblatt_ansehen: {
    pfad: '/fallblatt',
    fakten: (inhalt: unknown) => blattfakten(fallblattSchema.parse(inhalt)),
  },
  assessment_ansehen: {
    pfad: '/assessment',
    fakten: (inhalt: unknown) => protokollfakten(protokollSchema.parse(inhalt)),
  },
} as const;
export type Seite = keyof typeof SEITEN;

/** What the API shows of a case to the one who looks. */
export async function liesBlatt(
  api: Pruefapi,
  schritt: Stammschritt,
  wo: {
    readonly fallId: string;
    readonly seite: Seite;
    readonly zustand: string | null;
  },
): Promise<Befehlsergebnis> {
  const { fallId, seite, zustand } = wo;
  const pfad = `/api/v1/faelle/${fallId}${SEITEN[seite].pfad}`;
  const { status, inhalt } = await rufe(api, schritt, { methode: 'GET', pfad, rumpf: null });
  if (status !== 200) return absage(status, inhalt);
  const fakten = SEITEN[seite].fakten(inhalt);
  return { ergebnis: 'ok', zustand, neben: [], warnungen: [], fakten };
}

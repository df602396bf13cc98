/**
 * Faults planted into the columns for days (V-74): tsc itself fails here once one of them would compile. Nothing runs.
 */
import { EROEFFNUNGEN, FOLGEBEFEHLE } from '../../domain/fall/befehlstafel.ts';
import type { Eroeffnungszeilen, Folgezeilen } from '../../domain/fall/decide/zeilen.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { B } from '../../domain/vorgang/befehl.ts';
import type { Tagesspalte } from '../../domain/vorgang/tage.ts';

const { fm_wechseln, zugang_entscheiden, verbleib_erfassen, integrationsplan_aufstellen } = FOLGEBEFEHLE;

export const UNGENANNT = {
  // @ts-expect-error the day `warmeUebergabeAm` has no class
  fm_wechseln: { durch: fm_wechseln.durch },
  // @ts-expect-error `besprochenAm` is missing beside the others
  zugang_entscheiden: { ...zugang_entscheiden, tage: { fmVorgestelltAm: 'tatsache', person: 'akte' } },
  // @ts-expect-error a day inside `angaben` is missing
  verbleib_erfassen: { ...verbleib_erfassen, tage: { arbeitsaufnahmeAm: 'tatsache', angaben: {} } },
  // @ts-expect-error a day in each entry of a list is missing
  integrationsplan_aufstellen: { ...integrationsplan_aufstellen, tage: { schritte: { von: 'plan' } } },
} satisfies Partial<Folgezeilen>;

export const UMBENANNT = {
  fm_wechseln: {
    durch: fm_wechseln.durch,
    // @ts-expect-error the command has no field of this name
    tage: { warmeUebergabeTag: 'tatsache' },
  },
} satisfies Partial<Folgezeilen>;

export const VERSCHRIEBEN = {
  // @ts-expect-error there is no such class
  fm_wechseln: { durch: fm_wechseln.durch, tage: { warmeUebergabeAm: 'tatsachen' } },
} satisfies Partial<Folgezeilen>;

export const KEIN_TAG = {
  feedback_geben: {
    durch: FOLGEBEFEHLE.feedback_geben.durch,
    // @ts-expect-error the command brings no day beside its own
    tage: { ereignisAm: 'tatsache' },
  },
} satisfies Partial<Folgezeilen>;

export const EROEFFNUNG = {
  // @ts-expect-error `erlaeutertAm` has no class
  vormerken: { ...EROEFFNUNGEN.vormerken, tage: { gruendung: 'akte', person: 'akte' } },
} satisfies Partial<Eroeffnungszeilen>;

type Neu = B<
  'neu',
  { gefragtAm?: Tag | null; name: string; stand: 'ja' | 'nein'; angaben: { n: number } | null }
>;
export const NEU: Tagesspalte<Neu> = { tage: { gefragtAm: 'tatsache' } };
// @ts-expect-error a new day field is a day field, optional and nullable as it may be
export const NEU_OHNE: Tagesspalte<Neu> = {};
// @ts-expect-error a text is no day
export const TEXT: Tagesspalte<B<'neu', { name: string }>> = { tage: { name: 'tatsache' } };

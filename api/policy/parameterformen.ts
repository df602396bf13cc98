import { z } from 'zod';
import { FRISTVARIANTEN } from '../../domain/frist/berechnung.ts';
import { ABGANGSGRUENDE, FRIST_IDS } from '../../domain/kennungen.ts';
import {
  GESPRAECHSARTEN,
  type Policy,
  type Policyaenderungen,
  type Policybasis,
} from '../../domain/policy/policy.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { kontaktart, tag } from '../kern/felder.ts';
import { profillagen, schluesselgruppe } from '../personen/formen.ts';

const anzahl = z.int().min(0).max(1000);
const mindestensEins = z.int().min(1).max(1000);
/** Values of the policy table are written small in data and large in the Fachkonzept; both are read. */
const klein = <T extends string>(...werte: readonly [T, ...T[]]): z.ZodType<T, string> =>
  z.preprocess((wert) => (typeof wert === 'string' ? wert.toLowerCase() : wert), z.enum(werte));

const dauer = z.strictObject({
  einheit: z.enum(['tage', 'arbeitstage', 'wochen', 'monate', 'jahre']),
  anzahl: mindestensEins,
});
const gespraechsarten = z.array(z.enum(GESPRAECHSARTEN)).optional();
const hoechstdauerart = klein('hard', 'soft', 'none');

const eskalation = z.strictObject({
  fristen: z.union([z.literal('alle'), z.array(z.enum(FRIST_IDS))]),
  ausser: z.array(z.enum(FRIST_IDS)).optional(),
  versatz: z.int().min(-366).max(366),
  einheit: z.enum(['tage', 'arbeitstage']),
  rolle: z.enum(['verantwortlich', 'fm', 'tl', 'bereichsleitung', 'koordinator', 'leistungserbringer']),
  stufe: z.enum(['erinnerung', 'faellig', 'ueberfaellig']),
  nurZaehler: z.boolean().optional(),
});

/** Deviations from a built-in version, by parameter; parts of a parameter that are left out stay as they are there. */
export const policyaenderungen = z.strictObject({
  'POL-KOMPLEX': z.array(profillagen).optional(),
  'POL-PROFIL-QUELLE': klein('profillage', 'hb_allein', 'profillage_oder_einschaetzung').optional(),
  'POL-ABWEICHUNG': klein('verboten', 'mit_grund', 'mit_grund_und_tl_freigabe').optional(),
  'POL-VEREINBARUNG': z
    .array(z.strictObject({ ab: tag, typ: klein('egv', 'kooperationsplan') }))
    .min(1)
    .max(20)
    .optional(),
  'POL-ANKER': klein('zuordnung', 'uebernahmegespraech', 'fallzugang').optional(),
  'POL-ERST-START': klein('vormerkung', 'zuordnung', 'uebernahmegespraech').optional(),
  'POL-REVIEW': z
    .union([
      klein('rollierend').transform((art) => ({ art })),
      z.strictObject({ art: klein('rollierend') }),
      z.strictObject({ art: klein('fix_mit_fenster'), tage: anzahl }),
    ])
    .optional(),
  'POL-U25': z.enum(FRISTVARIANTEN).optional(),
  'POL-AKH-CHECK': klein('dokumentieren', 'aussetzen').optional(),
  'POL-HB': z
    .strictObject({ gruppen: z.array(schluesselgruppe).optional(), min: anzahl.optional() })
    .optional(),
  'POL-HOECHSTDAUER': z
    .union([
      hoechstdauerart.transform((art) => ({ art })),
      z.strictObject({ monate: z.int().min(1).max(120).optional(), art: hoechstdauerart.optional() }),
    ])
    .optional(),
  'POL-VERLAENGERUNG': z.int().min(1).max(120).optional(),
  'POL-KORREKTUR': z.strictObject({ umkehr: anzahl.optional(), nachtrag: anzahl.optional() }).optional(),
  'POL-KONTAKT': z
    .strictObject({
      zaehlendeArten: z.array(kontaktart).optional(),
      art: klein('rollierend', 'kalendermonat').optional(),
    })
    .optional(),
  'POL-GESPRAECH': z
    .strictObject({
      erst: gespraechsarten,
      uebernahme: gespraechsarten,
      standort: gespraechsarten,
      rueckgabe: gespraechsarten,
    })
    .optional(),
  'POL-ALTER': z.strictObject({ ab: z.literal(25).nullable() }).optional(),
  'POL-BESPRECHUNG': z
    .strictObject({
      wochentag: z.int().min(1).max(5).optional().describe('1 = Montag'),
      anFeiertag: klein('naechster_arbeitstag', 'ausfall').optional(),
    })
    .optional(),
  'POL-SCHLUESSEL': z
    .strictObject({ soll: anzahl.optional(), min: anzahl.optional(), warnMax: anzahl.optional() })
    .optional(),
  'POL-ERFOLG': z.array(z.enum(ABGANGSGRUENDE)).optional(),
  'POL-ESC': z.array(eskalation).optional(),
  'POL-FRIST': z
    .partialRecord(
      z.enum(FRIST_IDS),
      z.strictObject({ aktiv: z.boolean().optional(), dauer: dauer.nullable().optional() }),
    )
    .optional(),
  'POL-ROLL': z.partialRecord(z.enum(FRIST_IDS), z.boolean()).optional(),
});
type Form = z.output<typeof policyaenderungen>;

/** `aus_teilen`: the named parts are laid over those of the built-in version one by one; `ganz`: the value replaces it. */
export const LEGUNG: Readonly<Record<Exclude<keyof Form, 'POL-FRIST'>, 'ganz' | 'aus_teilen'>> = {
  'POL-KOMPLEX': 'ganz',
  'POL-PROFIL-QUELLE': 'ganz',
  'POL-ABWEICHUNG': 'ganz',
  'POL-VEREINBARUNG': 'ganz',
  'POL-ANKER': 'ganz',
  'POL-ERST-START': 'ganz',
  'POL-REVIEW': 'ganz',
  'POL-U25': 'ganz',
  'POL-ALTER': 'ganz',
  'POL-AKH-CHECK': 'ganz',
  'POL-HB': 'aus_teilen',
  'POL-HOECHSTDAUER': 'aus_teilen',
  'POL-VERLAENGERUNG': 'ganz',
  'POL-KORREKTUR': 'aus_teilen',
  'POL-KONTAKT': 'aus_teilen',
  'POL-GESPRAECH': 'aus_teilen',
  'POL-BESPRECHUNG': 'aus_teilen',
  'POL-SCHLUESSEL': 'aus_teilen',
  'POL-ERFOLG': 'ganz',
  'POL-ESC': 'ganz',
  'POL-ROLL': 'aus_teilen',
};

function ueber<T extends object>(basis: T, neu: object): T {
  return { ...basis, ...Object.fromEntries(Object.entries(neu).filter(([, wert]) => wert !== undefined)) };
}

function fristen(
  basis: Policy['POL-FRIST'],
  neu: NonNullable<Form['POL-FRIST']>,
): Partial<Policy['POL-FRIST']> {
  const genannte = FRIST_IDS.filter((id) => neu[id] !== undefined);
  return Object.fromEntries(genannte.map((id) => [id, ueber(basis[id], neu[id] ?? {})]));
}

/** The deviations with every named parameter complete, as a version stores them. */
export function vollstaendigeAenderungen(basis: Policybasis, form: Form): Policyaenderungen {
  const eingebaut = policyAus({ basis, aenderungen: {} });
  const eintraege = Object.entries(form).flatMap(([name, wert]): (readonly [string, unknown])[] => {
    const parameter = name as keyof Form;
    if (wert === undefined) return [];
    if (parameter === 'POL-FRIST') return [[name, fristen(eingebaut[parameter], form[parameter] ?? {})]];
    const basiswert = eingebaut[parameter];
    if (LEGUNG[parameter] === 'ganz' || typeof wert !== 'object' || typeof basiswert !== 'object')
      return [[name, wert]];
    return [[name, ueber(basiswert, wert)]];
  });
  // The form was parsed by the schema above, which knows the parameters and their parts.
  return Object.fromEntries(eintraege);
}

import { z } from 'zod';
import { FRISTVARIANTEN } from '../../domain/frist/berechnung.ts';
import { ABGANGSGRUENDE, FRIST_IDS } from '../../domain/kennungen.ts';
import type { Policy, Policywahl } from '../../domain/policy/policy.ts';
import { STANDARD } from '../../domain/policy/standard.ts';
import { STANDARDWAHL } from '../../domain/policy/wahl.ts';
import { kontaktart } from '../../api/contracts/felder.ts';
import { profillagen } from '../../api/contracts/stammdaten.ts';

const anzahl = z.int().min(0);
const gruppe = z.enum([
  'qualifikation',
  'leistungsfaehigkeit',
  'motivation',
  'rahmenbedingungen',
  'arbeitsmarktbedingungen',
]);
/** Values of the policy table are written small in data and large in the specification; both are read. */
const klein = <T extends string>(...werte: readonly [T, ...T[]]): z.ZodType<T, string> =>
  z.preprocess((wert) => (typeof wert === 'string' ? wert.toLowerCase() : wert), z.enum(werte));

const dauer = z.strictObject({
  einheit: z.enum(['tage', 'arbeitstage', 'wochen', 'monate', 'jahre']),
  anzahl,
});
const hoechstdauerart = klein('hard', 'soft', 'none');

const eskalation = z.strictObject({
  fristen: z.union([z.literal('alle'), z.array(z.enum(FRIST_IDS))]),
  ausser: z.array(z.enum(FRIST_IDS)).optional(),
  versatz: z.int(),
  einheit: z.enum(['tage', 'arbeitstage']),
  rolle: z.enum(['verantwortlich', 'fm', 'tl', 'bereichsleitung']),
  stufe: z.enum(['erinnerung', 'faellig', 'ueberfaellig']),
  nurZaehler: z.boolean().optional(),
});

/** The parameters whose alternatives act in this release; parts that are left out stay as in `standard`. */
const aenderungen = z.strictObject({
  'POL-KOMPLEX': z.array(profillagen).optional(),
  'POL-PROFIL-QUELLE': klein('profillage', 'hb_allein', 'profillage_oder_einschaetzung').optional(),
  'POL-ABWEICHUNG': klein('verboten', 'mit_grund', 'mit_grund_und_tl_freigabe').optional(),
  'POL-U25': z.enum(FRISTVARIANTEN).optional(),
  'POL-AKH-CHECK': klein('dokumentieren', 'aussetzen').optional(),
  'POL-HB': z.strictObject({ gruppen: z.array(gruppe).optional(), min: anzahl.optional() }).optional(),
  'POL-HOECHSTDAUER': z
    .union([hoechstdauerart, z.strictObject({ monate: anzahl.optional(), art: hoechstdauerart.optional() })])
    .optional(),
  'POL-VERLAENGERUNG': z.int().min(1).optional(),
  'POL-KORREKTUR': z.strictObject({ umkehr: anzahl.optional(), nachtrag: anzahl.optional() }).optional(),
  'POL-KONTAKT': z
    .strictObject({
      zaehlendeArten: z.array(kontaktart).optional(),
      art: klein('rollierend', 'kalendermonat').optional(),
    })
    .optional(),
  'POL-BESPRECHUNG': z
    .strictObject({
      wochentag: z.int().min(1).max(7).optional(),
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

export const policyform = z.union([
  z.literal('standard'),
  z.strictObject({ basis: z.literal('standard'), aenderungen: aenderungen.optional() }),
]);

/** Lays what a story names of a parameter over the standard; what it leaves undefined stays. */
function ueber<T extends object>(basis: T, neu: object): T {
  return { ...basis, ...Object.fromEntries(Object.entries(neu).filter(([, wert]) => wert !== undefined)) };
}

function fristdauern(neu: NonNullable<z.output<typeof aenderungen>['POL-FRIST']>): Policy['POL-FRIST'] {
  const dauern = { ...STANDARD['POL-FRIST'] };
  for (const id of FRIST_IDS) dauern[id] = ueber(dauern[id], neu[id] ?? {});
  return dauern;
}

type Form = z.output<typeof aenderungen>;
type Aenderungen = Policywahl['aenderungen'];

function hoechstdauer(form: NonNullable<Form['POL-HOECHSTDAUER']>): Aenderungen {
  const angaben = typeof form === 'string' ? { art: form } : form;
  return { 'POL-HOECHSTDAUER': ueber(STANDARD['POL-HOECHSTDAUER'], angaben) };
}

function leiter(form: NonNullable<Form['POL-ESC']>): Aenderungen {
  return {
    'POL-ESC': form.map(({ ausser, nurZaehler, ...regel }) => ({
      ...regel,
      ...(ausser === undefined ? {} : { ausser }),
      ...(nurZaehler === undefined ? {} : { nurZaehler }),
    })),
  };
}

/** A parameter the story names, as a complete value; nothing when it is left out. */
function teil<T>(wert: T | undefined, vollstaendig: (wert: T) => Aenderungen): Aenderungen {
  return wert === undefined ? {} : vollstaendig(wert);
}

/** The choice a case of the story carries. */
export function policywahl(form: z.output<typeof policyform> | undefined): Policywahl {
  if (form === undefined || form === 'standard') return STANDARDWAHL;
  const neu = form.aenderungen ?? {};
  return {
    basis: 'standard',
    aenderungen: {
      ...teil(neu['POL-KOMPLEX'], (wert) => ({ 'POL-KOMPLEX': wert })),
      ...teil(neu['POL-PROFIL-QUELLE'], (wert) => ({ 'POL-PROFIL-QUELLE': wert })),
      ...teil(neu['POL-ABWEICHUNG'], (wert) => ({ 'POL-ABWEICHUNG': wert })),
      ...teil(neu['POL-U25'], (wert) => ({ 'POL-U25': wert })),
      ...teil(neu['POL-AKH-CHECK'], (wert) => ({ 'POL-AKH-CHECK': wert })),
      ...teil(neu['POL-HB'], (wert) => ({ 'POL-HB': ueber(STANDARD['POL-HB'], wert) })),
      ...teil(neu['POL-HOECHSTDAUER'], hoechstdauer),
      ...teil(neu['POL-VERLAENGERUNG'], (wert) => ({ 'POL-VERLAENGERUNG': wert })),
      ...teil(neu['POL-KORREKTUR'], (wert) => ({ 'POL-KORREKTUR': ueber(STANDARD['POL-KORREKTUR'], wert) })),
      ...teil(neu['POL-KONTAKT'], (wert) => ({ 'POL-KONTAKT': ueber(STANDARD['POL-KONTAKT'], wert) })),
      ...teil(neu['POL-BESPRECHUNG'], (wert) => ({
        'POL-BESPRECHUNG': ueber(STANDARD['POL-BESPRECHUNG'], wert),
      })),
      ...teil(neu['POL-SCHLUESSEL'], (wert) => ({
        'POL-SCHLUESSEL': ueber(STANDARD['POL-SCHLUESSEL'], wert),
      })),
      ...teil(neu['POL-ERFOLG'], (wert) => ({ 'POL-ERFOLG': wert })),
      ...teil(neu['POL-ESC'], leiter),
      ...teil(neu['POL-FRIST'], (wert) => ({ 'POL-FRIST': fristdauern(wert) })),
      ...teil(neu['POL-ROLL'], (wert) => ({ 'POL-ROLL': ueber(STANDARD['POL-ROLL'], wert) })),
    },
  };
}

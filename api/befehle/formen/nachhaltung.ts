import { z } from 'zod';
import { freitext, gemeinsam, mitarbeitendeVerweis, tag } from '../../kern/felder.ts';
import { neuerFall } from '../fakten/fall.ts';
import { fmIstFallmanager } from '../fakten/personal.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

export const nachhaltungsvertraege = {
  verbleib_erfassen: fallvertrag({
    befehl: 'verbleib_erfassen',
    pfad: '/verbleib',
    titel: 'Verbleib nach 6, 12 oder 24 Monaten erfassen',
    eingabe: z.strictObject({
      messpunkt: z.union([z.literal(6), z.literal(12), z.literal(24)]),
      arbeitsaufnahmeAm: tag.optional(),
      ausbildungsaufnahmeAm: tag.optional(),
      svPflichtig: z.boolean().optional(),
      leistungsbezug: z.boolean().optional(),
      neuerAntrag: z.boolean().optional(),
      ursacheUnbekannt: z
        .enum(['wegzug', 'partnereinkommen', 'sonstiges'])
        .optional()
        .describe('Warum der Leistungsbezug endete, wenn nicht durch Arbeit (003 I4)'),
      quelle: z
        .enum(['person', 'arbeitgeber', 'leistungsgewaehrung', 'fachverfahren', 'sonstige'])
        .default('fachverfahren'),
      vermerk: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { vermerk: 'K1' },
    fakten: {},
    zuBefehl: ({ messpunkt, arbeitsaufnahmeAm, ...e }, kopf) => ({
      ...kopf,
      befehl: 'verbleib_erfassen',
      messpunkt,
      arbeitsaufnahmeAm: arbeitsaufnahmeAm ?? null,
      angaben: {
        ausbildungsaufnahmeAm: e.ausbildungsaufnahmeAm ?? null,
        svPflichtig: e.svPflichtig ?? null,
        leistungsbezug: e.leistungsbezug ?? null,
        neuerAntrag: e.neuerAntrag ?? null,
        ursacheUnbekannt: e.ursacheUnbekannt ?? null,
        quelle: e.quelle,
      },
    }),
  }),

  integration_pruefen: fallvertrag({
    befehl: 'integration_pruefen',
    pfad: '/verbleib/integration',
    titel: 'Feststellen, ob eine Integration länger als sechs Monate besteht',
    eingabe: z.strictObject({
      besteht: z.boolean(),
      endeAm: tag.optional().describe('Ende der Arbeit, wenn sie nicht mehr besteht'),
      vermerk: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { vermerk: 'K1' },
    fakten: {},
    zuBefehl: ({ besteht, endeAm }, kopf) => ({
      ...kopf,
      befehl: 'integration_pruefen',
      besteht,
      endeAm: endeAm ?? null,
    }),
  }),

  nachhaltung_uebertragen: fallvertrag({
    befehl: 'nachhaltung_uebertragen',
    pfad: '/verbleib/zustaendigkeit',
    titel: 'Die Nachhaltung einer anderen Fallmanagerin oder einem anderen Fallmanager übertragen',
    eingabe: z.strictObject({ fm: mitarbeitendeVerweis, ...gemeinsam }),
    texte: {},
    fakten: { fmIstFallmanager },
    zuBefehl: ({ fm }, kopf, { fmIstFallmanager }) => ({
      ...kopf,
      befehl: 'nachhaltung_uebertragen',
      fm,
      fmIstFallmanager,
    }),
  }),

  umkehr_beantragen: fallvertrag({
    befehl: 'umkehr_beantragen',
    pfad: '/fallabgang/umkehr',
    titel: 'Umkehr eines irrtümlichen Fallabgangs beantragen',
    eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
    texte: { grund: 'K1' },
    fakten: { neuerFall },
    zuBefehl: (_, kopf, { neuerFall }) => ({
      ...kopf,
      befehl: 'umkehr_beantragen',
      neuerFall,
      verfaellt: true,
    }),
  }),

  umkehr_entscheiden: fallvertrag({
    befehl: 'umkehr_entscheiden',
    pfad: '/fallabgang/umkehr/entscheidung',
    titel: 'Über die Umkehr des Fallabgangs entscheiden',
    eingabe: z.strictObject({ gewaehrt: z.boolean(), begruendung: freitext, ...gemeinsam }),
    texte: { begruendung: 'K1' },
    fakten: { neuerFall },
    zuBefehl: ({ gewaehrt }, kopf, { neuerFall }) => ({
      ...kopf,
      befehl: 'umkehr_entscheiden',
      gewaehrt,
      neuerFall,
    }),
  }),
} satisfies Partial<Fallvertraege>;

import { z } from 'zod';
import {
  mitarbeitendeVerweis,
  personVerweis,
  version,
  kennung,
  kurztext,
  teamVerweis,
} from '../kern/felder.ts';
import { menschSchema, teamVerweisSchema } from '../faelle/formen.ts';

const name = kurztext;

const zustaendigkeit = z.strictObject({
  fm: mitarbeitendeVerweis.describe('Zuständige Fallmanagerin oder zuständiger Fallmanager'),
  kontaktTeam: teamVerweis
    .nullable()
    .default(null)
    .describe('Kontakt-Team; manche Themen haben keines (A-33)'),
});
const zustaendig = z.array(zustaendigkeit).max(50);

export const themaNeu = z.strictObject({ name, zustaendig: zustaendig.default([]) });
export type ThemaNeu = z.output<typeof themaNeu>;

export const themaAenderung = z.strictObject({
  version,
  name: name.optional(),
  aktiv: z.boolean().optional(),
  zustaendig: zustaendig.optional().describe('Ersetzt alle bisherigen Zuständigkeiten'),
});
export type ThemaAenderung = z.output<typeof themaAenderung>;

export const themaSchema = z.strictObject({
  id: kennung,
  name: z.string(),
  aktiv: z.boolean(),
  version: z.int(),
  zustaendig: z.array(z.strictObject({ fm: menschSchema, kontaktTeam: teamVerweisSchema.nullable() })),
});
export type Themaeintrag = z.infer<typeof themaSchema>;

export const konfliktNeu = z.strictObject({
  person: personVerweis,
  fm: mitarbeitendeVerweis.optional().describe('Ohne Angabe man selbst'),
});
export type KonfliktNeu = z.output<typeof konfliktNeu>;

export const konfliktSchema = z
  .strictObject({
    id: kennung,
    fm: menschSchema.describe('Wer sich um diese Person nicht kümmert'),
    vermerktAm: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Interessenkonflikt' });
export type Konfliktansicht = z.infer<typeof konfliktSchema>;
export const konflikteSchema = z.strictObject({ eintraege: z.array(konfliktSchema) });

export const konfliktAufhebung = z.strictObject({ version });
export type KonfliktAufhebung = z.output<typeof konfliktAufhebung>;

const auslastung = z.strictObject({
  faelle: z.number().describe('Offene Fälle'),
  soll: z.number().describe('Schlüssel × Arbeitszeitanteil × Anwesenheit'),
  prozent: z.number().nullable().describe('Leer, wo es kein Soll gibt'),
});

export const auslastungSchema = z.strictObject({
  fm: menschSchema,
  anteil: z.number(),
  anwesenheit: z.number().describe('Anteil der Arbeitstage der nächsten vier Wochen'),
  auslastung,
});
export type Auslastungseintrag = z.infer<typeof auslastungSchema>;
/** Whose load there is to see: an FM the own, those who lead that of their teams (rollen.md 3). */
export const AUSGELASTETE = ['fm', 'tl', 'bereichsleitung'] as const;
export const auslastungsabfrage = z.strictObject({ team: kennung.optional() });

export const vorschlaegeSchema = z
  .strictObject({
    fallId: kennung,
    fallnummer: z.string(),
    reihenfolge: z.string().describe('Die Regel, nach der geordnet ist'),
    vorschlaege: z
      .array(
        z.strictObject({
          fm: menschSchema,
          gruende: z.array(z.string()),
          wirkung: z
            .array(z.strictObject({ fm: menschSchema, vorher: auslastung, nachher: auslastung }))
            .describe('Auslastung aller, wenn der Fall so zugeordnet wird'),
        }),
      )
      .max(3),
    ausgeschlossen: z.array(z.strictObject({ fm: menschSchema, grund: z.string() })),
  })
  .meta({ id: 'Zuordnungsvorschlaege' });
export type Vorschlaegeansicht = z.infer<typeof vorschlaegeSchema>;

import { z } from 'zod';
import { AUSTAUSCHPARTNER } from '../../domain/team/team.ts';
import { ereignisSchema, fristSchema, menschSchema } from '../faelle/formen.ts';
import { kennung } from '../kern/felder.ts';

export const teamIdSchema = z.strictObject({ teamId: kennung });

const gegenstand = z
  .string()
  .nullable()
  .describe(`Worum es geht: Kennzeichen des besuchten Teams oder ${AUSTAUSCHPARTNER.join(', ')}`);

/** The calendar of a team: what it owes, whom it visits, the newest sample, what happened. */
export const teamkalenderSchema = z
  .strictObject({
    teamId: kennung,
    seit: z.string(),
    sequenz: z.int(),
    offeneHinweise: z.array(z.string()),
    kontaktteams: z.array(
      z.strictObject({ team: kennung, kennzeichen: z.string(), kontaktFm: z.array(menschSchema) }),
    ),
    fristen: z.array(z.strictObject({ ...fristSchema.shape, gegenstand })),
    betreuungsschluessel: z
      .array(
        z.strictObject({ am: z.string(), faelle: z.int(), vollzeit: z.number(), schluessel: z.number() }),
      )
      .describe('Je Monat der zuletzt festgestellte Stand (T-44)'),
    stichprobe: z
      .strictObject({
        nummer: z.int(),
        gezogenAm: z.string(),
        leseBis: z.string().describe('So lange darf die Teamleitung K3 der gezogenen Fälle lesen'),
        faelle: z.array(
          z.strictObject({ fallId: kennung, fallnummer: z.string(), geprueftAm: z.string().nullable() }),
        ),
      })
      .nullable(),
    naechsteVerpflichtung: z.string().describe('SHA-256 der Saat der nächsten Ziehung'),
    geschichte: z.array(ereignisSchema),
  })
  .meta({ id: 'Teamkalender' });
export type Teamkalender = z.infer<typeof teamkalenderSchema>;

/** A draw with everything needed to repeat it. */
export const ziehungSchema = z
  .strictObject({
    nummer: z.int(),
    am: z.string(),
    verpflichtung: z.string().describe('Vor der Ziehung veröffentlicht: SHA-256 der Saat'),
    saat: z.string(),
    loswort: z.string().describe('Beitrag der Bereichsleitung, den Lotse vorher nicht kannte'),
    liste: z.array(z.string()).describe('Alle Fallnummern, aus denen gezogen wurde'),
    gezogen: z.array(z.string()),
    nachrechnen: z.string().describe('Wie man die Ziehung nachrechnet'),
  })
  .meta({ id: 'Ziehung' });
export type Ziehungsansicht = z.infer<typeof ziehungSchema>;

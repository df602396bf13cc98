import { z } from 'zod';
import {
  ASSESSMENTBEREICHE,
  ASSESSMENTQUELLEN,
  REAKTIONEN,
  VEREINBARUNGSTYPEN,
} from '../../domain/fall/beratung.ts';
import { phasenSchema } from './formen.ts';
import { bedarfSchema, teilzielSchema, texte } from './planungsformen.ts';
import { kennung } from '../kern/felder.ts';

const vereinbarung = z.strictObject({
  typ: z.enum(VEREINBARUNGSTYPEN),
  fassung: z.int(),
  seit: z.string(),
  gueltigBis: z.string(),
  handlungsbedarfe: z.array(kennung),
  teilziele: z.array(z.int()),
  texte,
});

/** V-66: what is enough to step in for a colleague. */
export const fallblattSchema = z
  .strictObject({
    fallId: kennung,
    fallnummer: z.string(),
    phasen: phasenSchema,
    arbeitsbuendnis: z.enum(['tragfaehig', 'nicht_zustande', 'beendet']).nullable(),
    handlungsbedarfe: z.array(bedarfSchema).describe('Offene, in der Reihenfolge der Bearbeitung'),
    teilziele: z.array(teilzielSchema),
    vereinbarung: vereinbarung.nullable(),
    unvollstaendig: z
      .array(z.strictObject({ regel: z.string(), was: z.string() }))
      .describe('Was fehlt, damit eine Vertretung den Fall übernehmen kann (V-66, V-67)'),
  })
  .meta({ id: 'Fallblatt' });
export type Fallblattansicht = z.infer<typeof fallblattSchema>;

const eintrag = z.strictObject({
  nummer: z.int(),
  fassung: z.int(),
  erfasstAm: z.string(),
  bereich: z.enum(ASSESSMENTBEREICHE),
  handlungsbedarf: kennung.describe('Wofür der Eintrag gebraucht wird (V-21)'),
  quelle: z.enum(ASSESSMENTQUELLEN),
  aussage: z.enum(['tatsache', 'einschaetzung']),
  nachEigenemBekunden: z.boolean(),
  ueberBg: z.boolean(),
  reaktion: z.enum(REAKTIONEN).describe('Die letzte; ein verworfener Eintrag bleibt stehen'),
  loeschenSpaetestens: z.string(),
  texte,
});

/** E16 with everything that was said to it. */
export const protokollSchema = z
  .strictObject({
    fallId: kennung,
    fassungen: z.array(
      z.strictObject({
        fassung: z.int(),
        begonnenAm: z.string(),
        freiwilligkeitErklaertAm: z.string(),
        abgeschlossenAm: z.string().nullable(),
        unterrichtetAm: z.string().nullable(),
        texte,
      }),
    ),
    eintraege: z.array(eintrag),
  })
  .meta({ id: 'Assessmentprotokoll' });
export type Protokollansicht = z.infer<typeof protokollSchema>;

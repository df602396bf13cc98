import { z } from 'zod';
import { AUFFAELLIGKEITEN, FRISTENDEN, FRISTLAEUFE } from '../../domain/fall/fall.ts';
import { HERKUENFTE } from '../../domain/fall/herkunft.ts';
import { PHASEN } from '../../domain/fall/phasen.ts';
import { ABGANGSGRUENDE, FRIST_IDS, ZUSTAENDE } from '../../domain/kennungen.ts';
import { LEISTUNGSARTEN, LEISTUNGSERGEBNISSE, VERBINDLICHKEITEN } from '../../domain/leistung/leistung.ts';
import { kennung, tag } from '../kern/felder.ts';
import { bedarfSchema, textSchema, teilzielSchema } from './planungsformen.ts';

export const fallIdSchema = z.strictObject({ fallId: kennung });

export const fallabfrage = z.strictObject({
  stand: tag
    .optional()
    .describe(
      'Die Akte, wie sie am Ende dieses Tages war, mit den Rechten von heute; ohne Angabe die heutige',
    ),
});

const herleitung = z.array(z.strictObject({ schritt: z.string(), norm: z.string(), datum: z.string() }));

export const friststatus = z.enum([...FRISTLAEUFE, ...FRISTENDEN]);

/** no errors; Teamleitung and Controlling ask why. */
export const auffaelligkeiten = z.array(z.enum(AUFFAELLIGKEITEN));

export const menschSchema = z.strictObject({ id: kennung, anzeigename: z.string() }).meta({ id: 'Mensch' });
export const teamVerweisSchema = z.strictObject({ id: kennung, kennzeichen: z.string() });

export const fristSchema = z.strictObject({
  id: z.enum(FRIST_IDS),
  name: z.string(),
  vorkommen: z.int(),
  beginn: z.string(),
  roh: z.string(),
  faellig: z.string(),
  status: friststatus.describe('Wie zuletzt aufgezeichnet'),
  offen: z.boolean(),
  ruht: z.boolean(),
  ueberfaellig: z.boolean().describe('Aus dem Fälligkeitstag und dem heutigen Tag berechnet'),
  herleitung,
  warum: z.string().describe('Warum es diese Frist gibt'),
  quelle: z.string().describe('Welche Regel sie verlangt'),
});

const rechengrund = z.enum(['tatsache', 'berichtigung', 'kalender', 'policy', 'regelwerk', 'zeit']);
export const fristverweisSchema = z.strictObject({
  fallId: kennung,
  fristId: z.enum(FRIST_IDS),
  vorkommen: z.coerce.number().int().min(1).max(1_000_000),
});
export const fristerklaerungSchema = z
  .strictObject({
    ...fristSchema.shape,
    policy: z.string().describe('Policy-Version, unter der die Frist zuletzt berechnet wurde'),
    verlauf: z.array(
      z.strictObject({
        am: z.string(),
        akteur: menschSchema.nullable().describe('Leer, wenn die Zeit oder das System gehandelt hat'),
        grund: rechengrund,
        durch: z.string().nullable().describe('Ereignis, aus dem die Änderung folgte'),
        policy: z.string(),
        vorher: z.string().nullable().describe('Fälligkeitstag vor einer Verlegung'),
        faellig: z.string(),
        ende: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Fristerklaerung' });
export type Fristerklaerung = z.infer<typeof fristerklaerungSchema>;

export const ereignisSchema = z.strictObject({
  id: z.string(),
  sequenz: z.int(),
  art: z.string(),
  am: z.string(),
  ereignisAm: z.string().nullable(),
  uebergang: z.string().nullable(),
  akteur: menschSchema.nullable().describe('Leer, wenn die Zeit oder das System gehandelt hat'),
  fuer: menschSchema.nullable().describe('Wen der Akteur vertreten hat'),
  wer: z.string().nullable().describe('In Worten, etwa „A in Vertretung für B“'),
  warnungen: z.array(z.string()),
  offeneHinweise: z.array(z.string()),
  angaben: z.record(z.string(), z.unknown()).describe('Was dieses Ereignis noch sagt, ohne Texte'),
  texte: z.array(textSchema).describe('Nur Klassen, die die Rolle in diesem Fall lesen darf'),
});

/** 3.1: phases overlap; each stretch with its days, the newest last. */
export const phasenSchema = z.array(
  z.strictObject({ phase: z.enum(PHASEN), seit: z.string(), bis: z.string().nullable() }),
);

const leistungSchema = z.strictObject({
  nummer: z.int(),
  leistungsart: z.enum(LEISTUNGSARTEN),
  erbringer: kennung,
  verbindlichkeit: z.enum(VERBINDLICHKEITEN),
  rueckmeldung: z.boolean(),
  zugewiesenAm: z.string(),
  beginnAm: z.string().nullable(),
  wartezeitTage: z.int().nullable().describe('Von der Zuweisung bis zum Beginn'),
  endeAm: z.string().nullable(),
  ergebnis: z.enum(LEISTUNGSERGEBNISSE).nullable(),
  austauschErlaubt: z.boolean().describe('Heute gilt eine Schweigepflichtentbindung (V-46)'),
  einwilligungBis: z.string().nullable(),
});

export const fallSchema = z
  .strictObject({
    id: kennung,
    fallnummer: z.string(),
    standVom: z
      .string()
      .nullable()
      .describe(
        'Tag, an dessen Ende die Akte so war; leer: heute. Im Rückblick haben Fristen keine Herleitung',
      ),
    zustand: z.enum(ZUSTAENDE),
    neben: z.array(z.string()),
    person: z.strictObject({ id: kennung, name: z.string() }).nullable().describe('Leer für Rollen ohne K0'),
    team: teamVerweisSchema,
    fm: menschSchema.nullable(),
    pap: menschSchema.nullable(),
    abgebend: menschSchema
      .nullable()
      .describe('FM U25 oder Jour-Fixe, wenn nicht die oder der pAp übergeben hat'),
    inVertretung: z.boolean().describe('Sie lesen den Fall in Vertretung für den zuständigen FM'),
    aufnehmenderPap: menschSchema.nullable().describe('Ab der Klärung der Rückgabe (TR42)'),
    vorgemerktAm: z.string(),
    fallzugangAm: z.string().nullable(),
    fallabgangAm: z.string().nullable(),
    abgangsgrund: z.enum(ABGANGSGRUENDE).nullable(),
    erfolgreich: z.boolean().nullable().describe('A-21; leer vor dem Fallabgang'),
    abbruch: z.boolean().nullable().describe('003 I3; leer vor dem Fallabgang'),
    ueber24Monate: z.boolean(),
    herkunft: z.enum(HERKUENFTE),
    laufendeNummer: z.int().describe('Die wievielte Aufnahme der Person, ab 1'),
    vorgaenger: z.strictObject({ id: kennung, fallnummer: z.string() }).nullable(),
    folgefall: z
      .strictObject({ id: kennung, fallnummer: z.string() })
      .nullable()
      .describe('Der Fall, in dem dieser bei einem anderen Team weitergeht (TR64)'),
    auffaelligkeiten,
    offeneHinweise: z.array(z.string()),
    sequenz: z.int(),
    policy: z.string().describe('Policy-Version, unter der der Fall läuft (E48)'),
    angehaltenSeit: z.string().nullable().describe('V-76: angehalten bis zum Abgleich'),
    phasen: phasenSchema.describe('Prozessphasen mit ihrer Geschichte; ohne „bis“ läuft sie noch'),
    kontaktregime: z
      .enum(['monatlich', 'dreimonatlich_massnahme', 'ausgesetzt'])
      .nullable()
      .describe('E28, heute; leer außerhalb der Begleitung und für alle, die den Fall nicht führen'),
    leistungen: z
      .array(leistungSchema)
      .describe('Leistungen nach § 16a SGB II; leer für alle, die den Fall nicht führen'),
    offeneTerminabsagen: z
      .array(
        z.strictObject({
          nummer: z.int().describe('Vorkommen von T-32'),
          am: z.string(),
          begleitperson: kennung.nullable().describe('Leer: alle, die es wünschen'),
        }),
      )
      .describe('Wer noch von welcher Absage erfahren muss (V-69); leer für alle, die den Fall nicht führen'),
    bedarfsgemeinschaft: z
      .array(
        z.strictObject({
          id: kennung,
          fallnummer: z.string(),
          zustand: z.enum(ZUSTAENDE),
          person: z.strictObject({ id: kennung, name: z.string() }),
        }),
      )
      .describe(
        'Ihre Fälle anderer Personen mit derselben Nummer der Bedarfsgemeinschaft; was nicht bei Ihnen liegt, steht hier nicht. Leer im Rückblick',
      ),
    planung: z
      .strictObject({ handlungsbedarfe: z.array(bedarfSchema), teilziele: z.array(teilzielSchema) })
      .nullable()
      .describe(
        'Im Rückblick, für alle, die das Fallblatt lesen: offene Handlungsbedarfe und Teilziele an diesem Tag',
      ),
    fristen: z.array(fristSchema),
    geschichte: z.array(ereignisSchema),
  })
  .meta({ id: 'Fall' });
export type Fallansicht = z.infer<typeof fallSchema>;

/** What the running workflow says about itself. */
export const ablaufSchema = z
  .strictObject({
    zustand: z.string(),
    sequenz: z.int(),
    naechsterSchrittAm: z.string().nullable(),
    wartendeBefehle: z.int(),
    angehalten: z.boolean(),
    fristen: z.array(
      z.strictObject({
        id: z.string(),
        vorkommen: z.int(),
        beginn: z.string(),
        roh: z.string(),
        faellig: z.string(),
        status: z.string(),
        ruht: z.boolean(),
        herleitung,
        warum: z.string(),
        quelle: z.string(),
        policy: z.string().describe('Policy-Version, unter der der Ablauf rechnet'),
        verlegt: z
          .strictObject({
            am: z.string(),
            akteur: z.string().nullable(),
            grund: rechengrund,
            vorher: z.string(),
          })
          .nullable()
          .describe('Wer den Fälligkeitstag zuletzt verlegt hat, und warum'),
      }),
    ),
  })
  .meta({ id: 'Ablauf' });
export type Ablaufansicht = z.infer<typeof ablaufSchema>;

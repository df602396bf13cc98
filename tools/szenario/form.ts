import { z } from 'zod';
import { friststatus } from '../../api/faelle/formen.ts';
import { tag } from '../../api/kern/felder.ts';
import { AUFFAELLIGKEITEN } from '../../domain/fall/fall.ts';
import { PHASEN } from '../../domain/fall/phasen.ts';
import { istTag } from '../../domain/frist/tag.ts';
import { LAENDER } from '../../domain/frist/kalender.ts';
import { REGELNUMMER, ROLLEN, ZIELSTELLEN, ZUSTAENDE } from '../../domain/kennungen.ts';
import { POTENZIALZUSTAENDE } from '../../domain/potenzial/potenzial.ts';
import { policyform } from './policyform.ts';
import { hbstatus, profillagen, sprache } from '../../api/personen/formen.ts';

/** What a story calls the case that goes on in another team (TR64). */
export function folgelabel(fall: string): string {
  return `${fall}-weiter`;
}

const label = z.string().min(1).max(60);
/** Local time Europe/Berlin; a mere day is its beginning. */
const ortszeit = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'Keine Ortszeit wie 2026-12-01T09:00')
  .describe('Ortszeit Europe/Berlin');
/** A day of birth may lie before the years for which Fristen are computed. */
const geburtstag = z
  .string()
  .refine((wert) => istTag(wert) && wert >= '1900-01-01' && wert <= '2100-12-31', {
    message: 'Kein Kalendertag im Format JJJJ-MM-TT',
  })
  .meta({ format: 'date' });
const regel = z.string().regex(REGELNUMMER, 'Keine Regel wie V-13');
const fristid = z.string().regex(/^T-\d{2}$/, 'Keine Fristnummer wie T-07');

const STUFEN = ['erinnerung', 'faellig', 'ueberfaellig', 'mitteilung'] as const;

export const schluesselgruppe = z.enum([
  'qualifikation',
  'leistungsfaehigkeit',
  'motivation',
  'rahmenbedingungen',
  'arbeitsmarktbedingungen',
]);

const frist = z.union([
  z.strictObject({ fehlt: fristid }),
  z.strictObject({
    id: fristid,
    vorkommen: z.int().min(1).optional(),
    roh: tag.optional(),
    faellig: tag.optional(),
    status: friststatus.optional(),
    ruht: z.boolean().optional(),
  }),
]);

const nachricht = z.strictObject({
  an: label,
  anlass: z.string().regex(/^(T-\d{2}|TR\d{2})$/, 'Kein Anlass wie T-07 oder TR14'),
  stufe: z.enum(STUFEN),
  fall: label.optional(),
});

const ergebnis = z.union([
  z.literal('ok'),
  z.strictObject({
    abgelehnt: z
      .string()
      .regex(/^(V-\d{2}|TR\d{2}|T-\d{2}|E48|POL-[A-Z0-9-]+)$/, 'Keine Nummer wie V-53, TR39, T-41 oder E48'),
  }),
  z.strictObject({ verboten: z.literal(true) }),
]);

/** What must hold after a step. */
const erwartung = z.strictObject({
  ergebnis: ergebnis.optional().describe('ohne Angabe ok'),
  zustand: z.enum([...ZUSTAENDE, ...POTENZIALZUSTAENDE, 'taetig']).optional(),
  neben: z.array(z.enum(['nachhaltung', 'akh_passiv'])).optional(),
  warnungen: z.array(regel).optional().describe('genau diese Regeln der Stufe W oder I'),
  hinweise: z.array(regel).optional().describe('genau diese Warnungen warten noch auf ihre Begründung'),
  auffaelligkeiten: z.array(z.enum(AUFFAELLIGKEITEN)).optional().describe('genau diese (A-03)'),
  phasen: z.array(z.enum(PHASEN)).optional().describe('genau diese Prozessphasen laufen gerade'),
  policy: z.string().optional().describe('Name der Policy-Version, unter der der Fall läuft (E48)'),
  vorgaenger: label.optional().describe('Name des Falls, dem dieser folgt (TR49)'),
  fakten: z.record(z.string(), z.unknown()).optional(),
  fristen: z.array(frist).optional().describe('diese Fristen sind so; weitere dürfen bestehen'),
  nachrichten: z
    .array(nachricht)
    .optional()
    .describe('genau diese seit dem vorigen Schritt, Reihenfolge beliebig'),
});

/** The frame of a step; `daten` is checked against the contract of its command. */
export const schritt = z.strictObject({
  am: ortszeit.optional(),
  bis: ortszeit.optional(),
  als: label.optional(),
  fall: label.optional(),
  befehl: label.optional(),
  daten: z.record(z.string(), z.unknown()).optional(),
  ereignisAm: tag.optional(),
  begruendungen: z.record(regel, z.string()).optional(),
  erwarte: erwartung.optional(),
});

const handlungsbedarfe = z.union([
  z.partialRecord(schluesselgruppe, z.int().min(0).max(50)),
  z.array(
    z.strictObject({
      schluesselgruppe,
      bezeichnung: z.string().min(1).optional(),
      status: hbstatus.optional(),
      massgeblich: z.boolean().optional().describe('maßgeblich für die Übergabe (E05)'),
    }),
  ),
]);

/** A whole story without the `daten` of its steps. */
export const geschichte = z.strictObject({
  titel: z.string().min(1),
  quelle: z.array(z.string().min(1)).optional(),
  land: z.enum(LAENDER).optional(),
  policy: policyform.optional(),
  personal: z
    .array(
      z.strictObject({
        id: label,
        rolle: z.enum(ROLLEN),
        anteil: z.number().min(0).max(1).optional(),
        sprachen: z.array(sprache).optional(),
        nachweiseBis: tag
          .nullable()
          .optional()
          .describe(
            'Bis wann die Nachweise eines externen FM gelten; null: es hat keine; ohne Angabe gelten sie',
          ),
        aktiv: z.boolean().optional().describe('false: hat das Jobcenter schon verlassen'),
        zielstelle: z
          .enum(ZIELSTELLEN)
          .optional()
          .describe(
            'arbeitet im spezialisierten Team oder leitet es (TR64); zusätzlich zur üblichen Besetzung',
          ),
      }),
    )
    .optional(),
  personen: z
    .array(
      z.strictObject({
        id: label,
        geburtsdatum: geburtstag.optional(),
        erwerbsfaehig: z.boolean().optional(),
        rechtskreis: z.enum(['sgb_ii', 'sgb_iii', 'sonstiger']).optional(),
        verstorbenAm: tag.optional(),
        verzogenAm: tag.optional(),
        pap: label.optional(),
        fmU25: label.optional().describe('Fallmanagement U25 der Person'),
        abgesichert: z.boolean().optional().describe('Ist das erste Profiling abgesichert (V-08)?'),
        profillage: profillagen.nullable().optional(),
        handlungsbedarfe: handlungsbedarfe.optional(),
        sprache: sprache.optional(),
        befangene: z.array(label).optional().describe('Fallmanagement mit Interessenkonflikt'),
      }),
    )
    .optional(),
  leistungserbringer: z
    .array(
      z.strictObject({
        id: label,
        grundlage: z.enum(['vereinbarung', 'formlos', 'keine']).optional().describe('V-53'),
        wartezeitTage: z.int().min(1).optional().describe('Zusage bis zum Beginn (T-19)'),
      }),
    )
    .optional()
    .describe('Verzeichnis; ohne Angabe eine Beratungsstelle mit Kooperationsvereinbarung'),
  themen: z.array(z.strictObject({ id: label, zustaendig: z.array(label).optional() })).optional(),
  teams: z
    .array(
      z.strictObject({
        id: label,
        kontaktFm: z.array(label).optional(),
        ohneKontaktFm: z.boolean().optional(),
      }),
    )
    .optional()
    .describe(
      'Teams neben dem Fallmanagement; wer sie nennt, spielt mit dem Kalender des Teams (fall: team)',
    ),
  schritte: z.array(schritt).min(1),
});

export type Geschichtenform = z.output<typeof geschichte>;
export type Schrittform = z.output<typeof schritt>;

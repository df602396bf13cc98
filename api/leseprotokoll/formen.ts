import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import { DATENKLASSEN } from '../../domain/rollen/matrix.ts';
import { menschSchema } from '../faelle/formen.ts';
import { kennung, kurztext, personVerweis, tag } from '../kern/felder.ts';
import { seite, seitenabfrage } from '../kern/seiten.ts';

const art = {
  art: z.enum(['gelesen', 'geaendert']).optional().describe('Nur Lesezugriffe oder nur Änderungen'),
};

export const protokollabfrage = z.strictObject({ ...seitenabfrage, ...art });
export type Protokollabfrage = z.output<typeof protokollabfrage>;

export const hausabfrage = z.strictObject({
  ...seitenabfrage,
  ...art,
  konto: kennung.optional().describe('Nur, was dieses Konto gelesen und geändert hat'),
  seit: tag.optional().describe('Ab diesem Tag; ohne Angabe die letzten 30 Tage'),
});
export type Hausabfrage = z.output<typeof hausabfrage>;

/** What the filters of lists are called that name somebody. */
const SUCHFELDER = ['kundennummer', 'fallnummer', 'person', 'fall', 'konto'] as const;

/** The value stands in the body, never in an address (DS-20). */
export const protokollsuche = z.strictObject({
  feld: z.enum(SUCHFELDER).describe('Wonach gesucht worden ist'),
  wert: kurztext.describe('Wert, wie er eingegeben worden sein kann; wird nicht gespeichert'),
  limit: z.int().min(1).max(100).default(50),
  offset: z.int().min(0).max(1_000_000).default(0),
});
export type Protokollsuche = z.output<typeof protokollsuche>;

export const personId = z.strictObject({ personId: personVerweis });

const eintrag = z.strictObject({
  id: kennung,
  am: z.string(),
  aktion: z.string(),
  bezeichnung: z.string().describe('Die Aktion in Worten'),
  wer: menschSchema.nullable().describe('Leer: Lotse selbst oder ein Leistungserbringer'),
  rolle: z.enum(ROLLEN).nullable(),
  rollenname: z.string().nullable(),
  fuer: menschSchema.nullable().describe('Wer vertreten wurde'),
  warum: z.string().nullable().describe('Beziehung oder Grund; bei Änderungen die Rechtsgrundlage'),
  begruendung: z
    .string()
    .nullable()
    .describe('Bei einem Zugriff mit Grund dessen Worte, für alle, die ihn prüfen; mit dem Fall gelöscht'),
  klassen: z.array(z.enum(DATENKLASSEN)).nullable().describe('Gelesene Datenklassen; leer bei Änderungen'),
  fallId: kennung.nullable(),
  personId: kennung.nullable(),
  liste: z
    .strictObject({
      name: z.string(),
      zeilen: z.int().describe('Gezeigte Zeilen, über alle Abrufe gezählt'),
      abrufe: z.int().describe('Seiten und Tastendrücke derselben Suche'),
      filter: z.array(z.string()).describe('Felder, nach denen gesucht wurde; nie der Wert'),
    })
    .nullable()
    .describe('Bei Listen und Suchen (DS-29)'),
});
export type Protokollansicht = z.infer<typeof eintrag>;
export const protokollseite = seite(eintrag);

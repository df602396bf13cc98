import { z } from 'zod';
import { BEFRAGUNGSARTEN, EINHEITEN } from '../../domain/qualitaet/befragung.ts';
import { BESCHWERDEANTWORTEN, BESCHWERDEARTEN } from '../../domain/qualitaet/beschwerde.ts';
import { KENNZAHLEN, RICHTUNGEN } from '../../domain/qualitaet/kennzahl.ts';
import { kurztext, tag, kennung, version, absatz } from '../kern/felder.ts';
import { seite } from '../kern/seiten.ts';

export const teamIdSchema = z.strictObject({ id: kennung });
export const beschwerdeverweis = z.strictObject({ id: kennung, beschwerdeId: kennung });

const text = absatz(4_000);
const zahl = z.number().min(-1_000_000_000).max(1_000_000_000);

export const beschwerdeNeu = z.strictObject({
  art: z.enum(BESCHWERDEARTEN).describe('Worum es geht; der Wortlaut steht in der eAkte'),
  eingegangenAm: tag,
});
export type BeschwerdeNeu = z.output<typeof beschwerdeNeu>;

export const antwortNeu = z.strictObject({
  version,
  antwort: z.enum(BESCHWERDEANTWORTEN),
  beantwortetAm: tag,
});
export type AntwortNeu = z.output<typeof antwortNeu>;

export const beschwerdeSchema = z
  .strictObject({
    id: kennung,
    art: z.enum(BESCHWERDEARTEN),
    eingegangenAm: z.string(),
    antwort: z.enum(BESCHWERDEANTWORTEN).nullable(),
    beantwortetAm: z.string().nullable(),
    tageBisAntwort: z.int().nullable().describe('Kalendertage vom Eingang bis zur Antwort, gerechnet'),
    version: z.int(),
  })
  .meta({ id: 'Beschwerde' });
export type Beschwerde = z.infer<typeof beschwerdeSchema>;
export const beschwerdeseite = seite(beschwerdeSchema);

const ergebnis = z.strictObject({
  merkmal: kurztext.describe('Wonach gefragt wurde, ohne Namen'),
  wert: zahl,
  einheit: z.enum(EINHEITEN),
});

const angaben = {
  art: z.enum(BEFRAGUNGSARTEN),
  von: tag,
  bis: tag.describe('Letzter Tag der Befragung; beim Kundenbeirat der Tag der Sitzung'),
  teilnehmende: z.int().min(1).max(100_000).describe('Unter drei werden keine Zahlen geführt (DS-31)'),
  ergebnisse: z.array(ergebnis).min(1).max(100),
};
export const befragungNeu = z.strictObject(angaben);
export type BefragungNeu = z.output<typeof befragungNeu>;

const befragungSchema = z
  .strictObject({ id: kennung, ...angaben, von: z.string(), bis: z.string() })
  .meta({ id: 'Befragung' });
export type Befragung = z.infer<typeof befragungSchema>;
export const befragungsseite = seite(befragungSchema);

const ziel = {
  kennzahl: z.enum(KENNZAHLEN),
  von: tag,
  bis: tag,
  wert: zahl,
  einheit: z.enum(EINHEITEN),
  richtung: z.enum(RICHTUNGEN),
  grundlage: text.describe('Wer es wo beschlossen hat'),
};
export const zielwertNeu = z
  .strictObject(ziel)
  .describe('Für dieselbe Kennzahl und Zeit gilt, was zuletzt festgelegt ist');
export type ZielwertNeu = z.output<typeof zielwertNeu>;

export const zielwertSchema = z
  .strictObject({ id: kennung, ...ziel, von: z.string(), bis: z.string() })
  .meta({ id: 'Zielwert' });
export const zielwerteSchema = z.strictObject({ eintraege: z.array(zielwertSchema) });
export type Zielwerte = z.infer<typeof zielwerteSchema>;

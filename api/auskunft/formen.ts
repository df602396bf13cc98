import { z } from 'zod';
import { KLASSEN } from '../../domain/rollen/matrix.ts';

const abschnitt = z.strictObject({
  name: z.string().describe('Datenart des Löschkonzepts'),
  klassen: z.array(z.enum(KLASSEN)),
  loeschung: z.strictObject({ klasse: z.string(), frist: z.string(), begruendung: z.string() }),
  tabellen: z.array(
    z.strictObject({
      tabelle: z.string(),
      bezeichnung: z.string(),
      eintraege: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
});

const spur = z.strictObject({
  am: z.string(),
  rolle: z.string().nullable().describe('Leer: Lotse selbst oder ein Leistungserbringer'),
  was: z.string(),
  klassen: z.array(z.string()),
  warum: z.string().nullable(),
});

const auskunft = z.strictObject({
  erstelltAm: z.string(),
  rechtsgrundlage: z.string(),
  hinweise: z.array(z.strictObject({ titel: z.string(), text: z.string() })),
  empfaenger: z.array(z.string()).describe('Wer Daten bekommen hat oder bekommen darf'),
  datenarten: z.array(abschnitt),
  protokoll: z.array(spur).describe('Wer in welcher Rolle gelesen und geändert hat'),
  nichtEnthalten: z.array(z.string()).describe('Was andere Stellen dazugeben'),
});
export type Auskunft = z.infer<typeof auskunft>;
export type Auskunftsabschnitt = z.infer<typeof abschnitt>;

export const auskunftSchema = z.strictObject({
  auskunft,
  dokument: z.string().describe('Dieselben Angaben als druckbares HTML-Dokument'),
});
export type Auskunftsantwort = z.infer<typeof auskunftSchema>;

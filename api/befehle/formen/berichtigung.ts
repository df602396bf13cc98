import { z } from 'zod';
import { fallVerweis, freitext, gemeinsam, tag, nummer, zeile } from '../../kern/felder.ts';
import { eintragMitZiel } from '../fakten/eintrag.ts';
import { bezug } from '../fakten/fall.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

const eintrag = z.strictObject({
  art: zeile(60).describe('Art des Eintrags, z. B. kontakt_erfasst'),
  nummer: nummer
    .optional()
    .describe('Der wievielte dieser Art, zurückgezogene nicht gezählt; ohne Angabe der neueste'),
});

export const berichtigungsvertraege = {
  berichtigen: fallvertrag({
    befehl: 'berichtigen',
    pfad: '/berichtigungen',
    titel: 'Eine dokumentierte Tatsache berichtigen',
    eingabe: z.strictObject({
      bezug: eintrag.extend({
        teil: zeile(60)
          .optional()
          .describe('Ein Datum eines übernommenen Falls, z. B. fallzugang oder kontakt-2; arbeitsaufnahme'),
      }),
      neuesDatum: tag.optional(),
      neuerText: freitext.optional(),
      grund: freitext,
      ...gemeinsam,
    }),
    texte: { neuerText: 'K3', grund: 'K1' },
    fakten: { bezug },
    zuBefehl: ({ neuesDatum }, kopf, { bezug }) => ({
      ...kopf,
      befehl: 'berichtigen',
      bezug,
      neuesDatum: neuesDatum ?? null,
    }),
  }),

  eintrag_zurueckziehen: fallvertrag({
    befehl: 'eintrag_zurueckziehen',
    pfad: '/eintraege/ruecknahme',
    titel: 'Einen Eintrag zurückziehen oder in die richtige Akte verlegen',
    eingabe: z.strictObject({
      bezug: eintrag,
      falscheAkte: z
        .boolean()
        .default(false)
        .describe(
          'Der Eintrag handelt von einer anderen Person: Seine Texte sieht niemand mehr, sie werden gelöscht',
        ),
      ziel: fallVerweis.optional().describe('Der Fall, in den ein Kontakt gehört; er wird dorthin verlegt'),
      grund: freitext,
      ...gemeinsam,
    }),
    texte: { grund: 'K1' },
    fakten: { eintrag: eintragMitZiel },
    zuBefehl: ({ falscheAkte }, kopf, { eintrag: gefunden }) => ({
      ...kopf,
      ...gefunden,
      befehl: 'eintrag_zurueckziehen',
      falscheAkte,
    }),
  }),
} satisfies Partial<Fallvertraege>;

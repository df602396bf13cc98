import { z } from 'zod';
import { NICHTZUGANGSGRUENDE } from '../../../domain/kennungen.ts';
import { PRUEFERGEBNISSE } from '../../../domain/potenzial/befehle.ts';
import { freitext, gemeinsam } from '../../kern/felder.ts';
import { NACHTRAG } from './nachtrag.ts';
import { pruefakten } from '../fakten/potenzial.ts';
import { potenzialvertrag } from '../zutritt/potenzial.ts';
import type { Potenzialvertraege } from './zeilen.ts';

export const potenzialvertraege = {
  komplexprofil_pruefen: potenzialvertrag({
    befehl: 'komplexprofil_pruefen',
    pfad: '/pruefungen',
    titel: 'Prüfung des Komplexprofils dokumentieren',
    eingabe: z.strictObject({
      ergebnis: z.enum(PRUEFERGEBNISSE),
      grund: z.enum(NICHTZUGANGSGRUENDE).optional().describe('Grund, wenn kein Zugang folgt (E12)'),
      kriteriumB: z.enum(['ja', 'nein', 'unklar']).default('unklar'),
      begruendung: freitext
        .optional()
        .describe('Maßgebliche Gründe; bei kein_zugang und nichtvormerkung nötig'),
      ...gemeinsam,
    }),
    texte: { begruendung: 'K2' },
    fakten: { fakten: pruefakten },
    zuBefehl: ({ ergebnis, grund, kriteriumB }, kopf, { fakten }) => ({
      ...kopf,
      befehl: 'komplexprofil_pruefen',
      ergebnis,
      grund: grund ?? null,
      kriteriumB,
      fakten,
    }),
  }),

  uebergang_anregen: potenzialvertrag({
    befehl: 'uebergang_anregen',
    pfad: '/anregungen',
    titel: 'Als Fallmanagement einen Übergang anregen',
    eingabe: z.strictObject({ hinweis: freitext, ...gemeinsam }),
    texte: { hinweis: 'K2' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'uebergang_anregen' }),
  }),

  kein_bfm_ue25_entscheiden: potenzialvertrag({
    befehl: 'kein_bfm_ue25_entscheiden',
    pfad: '/u25-entscheidung',
    titel: 'Als FM U25 entscheiden, dass kein bFM Ü25 folgt',
    eingabe: z.strictObject({ begruendung: freitext, ...gemeinsam }),
    texte: { begruendung: 'K2' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'kein_bfm_ue25_entscheiden' }),
  }),

  begruendung_nachreichen: potenzialvertrag({
    ...NACHTRAG,
    fakten: {},
    zuBefehl: ({ regel }, kopf) => ({ ...kopf, befehl: NACHTRAG.befehl, regel }),
  }),
} satisfies Potenzialvertraege;

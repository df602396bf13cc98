import { z } from 'zod';
import { KONFERENZTEILNEHMER, MELDEWEGE } from '../../../domain/fall/befehle/netzwerk.ts';
import { LEISTUNGSARTEN } from '../../../domain/leistung/leistung.ts';
import { freitext, gemeinsam, leistungsnummer } from '../../kern/felder.ts';
import { besprocheneLeistungen } from '../fakten/austausch.ts';
import { fachdiensteinwilligung } from '../fakten/einwilligung.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

export const netzwerkvertraege = {
  fallkonferenz_fuehren: fallvertrag({
    befehl: 'fallkonferenz_fuehren',
    pfad: '/fallkonferenzen',
    titel: 'Fallkonferenz festhalten',
    eingabe: z.strictObject({
      teilnehmer: z.array(z.enum(KONFERENZTEILNEHMER)).min(1).max(KONFERENZTEILNEHMER.length),
      leistungen: z
        .array(leistungsnummer)
        .max(20)
        .default([])
        .describe('Nummern der Leistungen, um die es geht; mit einem Leistungserbringer am Tisch nötig'),
      anlass: freitext.optional(),
      ergebnis: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { anlass: 'K4', ergebnis: 'K4' },
    fakten: { leistungen: besprocheneLeistungen, einwilligung: fachdiensteinwilligung },
    zuBefehl: ({ teilnehmer }, kopf, { leistungen, einwilligung }) => ({
      ...kopf,
      befehl: 'fallkonferenz_fuehren',
      teilnehmer,
      leistungen,
      einwilligung,
    }),
  }),

  angebotsluecke_melden: fallvertrag({
    befehl: 'angebotsluecke_melden',
    pfad: '/angebotsluecken',
    titel: 'Fehlendes Angebot an die Koordination melden',
    eingabe: z.strictObject({
      bereich: z.enum([...LEISTUNGSARTEN, 'andere']),
      gemeldetAn: z.enum(MELDEWEGE).default('koordinator'),
      bedarf: freitext
        .optional()
        .describe('Welches Angebot fehlt, ohne Bezug zur Person: andere planen danach'),
      ...gemeinsam,
    }),
    texte: { bedarf: 'K6' },
    fakten: {},
    zuBefehl: ({ bereich, gemeldetAn }, kopf) => ({
      ...kopf,
      befehl: 'angebotsluecke_melden',
      bereich,
      gemeldetAn,
    }),
  }),

  feedback_geben: fallvertrag({
    befehl: 'feedback_geben',
    pfad: '/feedback',
    titel: 'Feedback an den abgebenden pAp geben',
    eingabe: z.strictObject({ inhalt: freitext, ...gemeinsam }),
    texte: { inhalt: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'feedback_geben' }),
  }),
} satisfies Partial<Fallvertraege>;

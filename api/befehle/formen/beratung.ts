import { z } from 'zod';
import { dauer } from '../../../domain/fall/gespraechsangaben.ts';
import { ASSESSMENTBEREICHE, ASSESSMENTQUELLEN, REAKTIONEN } from '../../../domain/fall/beratung.ts';
import {
  bedarfVerweis,
  freitext,
  gemeinsam,
  gespraechsdauer,
  kontaktart,
  ortDes,
  raum,
  tag,
  assessmentnummer,
} from '../../kern/felder.ts';
import { eintragseinwilligung } from '../fakten/einwilligung.ts';
import { bedarfsstaende } from '../fakten/person.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

const reaktion = z.enum(REAKTIONEN);

export const beratungsvertraege = {
  erstgespraech_fuehren: fallvertrag({
    befehl: 'erstgespraech_fuehren',
    pfad: '/erstgespraech',
    titel: 'Geführtes Erstgespräch dokumentieren',
    eingabe: z.strictObject({
      art: kontaktart,
      raum,
      ...gespraechsdauer,
      ausgangslage: z
        .enum(['unmotiviert_gewinnen', 'verbindliche_beratung'])
        .optional()
        .describe('Ist die Person erst zu gewinnen oder wird schon verbindlich beraten?'),
      aufklaerungMitwirkungUndFolgen: z
        .boolean()
        .default(false)
        .describe('Über Mitwirkung und ihre Folgen aufgeklärt'),
      ergebnis: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { ergebnis: 'K3' },
    fakten: {},
    zuBefehl: (eingabe, kopf) => ({
      ...kopf,
      ...ortDes(eingabe),
      befehl: 'erstgespraech_fuehren',
      art: eingabe.art,
      ...dauer(eingabe),
      dauerMinuten: eingabe.dauerMinuten ?? null,
      ausgangslage: eingabe.ausgangslage ?? null,
      aufgeklaert: eingabe.aufklaerungMitwirkungUndFolgen,
    }),
  }),

  rechtsfolgen_benennen: fallvertrag({
    befehl: 'rechtsfolgen_benennen',
    pfad: '/rechtsfolgen',
    titel: 'Festhalten, dass der Person mögliche Rechtsfolgen genannt wurden',
    eingabe: z.strictObject({
      worte: freitext.describe('Was der Person gesagt wurde, mit den Worten, die sie gehört hat'),
      ...gemeinsam,
    }),
    texte: { worte: 'K3' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'rechtsfolgen_benennen' }),
  }),

  arbeitsbuendnis_schliessen: fallvertrag({
    befehl: 'arbeitsbuendnis_schliessen',
    pfad: '/arbeitsbuendnis',
    titel: 'Tragfähiges Arbeitsbündnis dokumentieren',
    eingabe: z.strictObject({ erwartungen: freitext.optional(), ...gemeinsam }),
    texte: { erwartungen: 'K3' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'arbeitsbuendnis_schliessen' }),
  }),

  arbeitsbuendnis_scheitern: fallvertrag({
    befehl: 'arbeitsbuendnis_scheitern',
    pfad: '/arbeitsbuendnis/scheitern',
    titel: 'Festhalten, dass kein Arbeitsbündnis zustande kommt oder eines nicht mehr trägt',
    eingabe: z.strictObject({
      konsequenz: z.enum(['fm_wechsel', 'information_aufklaerung', 'rueckgabe']),
      gruende: freitext,
      ...gemeinsam,
    }),
    texte: { gruende: 'K3' },
    fakten: {},
    zuBefehl: ({ konsequenz }, kopf) => ({ ...kopf, befehl: 'arbeitsbuendnis_scheitern', konsequenz }),
  }),

  assessment_beginnen: fallvertrag({
    befehl: 'assessment_beginnen',
    pfad: '/assessment',
    titel: 'Assessment beginnen oder fortschreiben',
    eingabe: z.strictObject({
      freiwilligkeitErklaertAm: tag
        .optional()
        .describe('Tag, an dem die Freiwilligkeit erklärt wurde (V-25)'),
      ...gemeinsam,
    }),
    texte: {},
    fakten: {},
    zuBefehl: ({ freiwilligkeitErklaertAm }, kopf) => ({
      ...kopf,
      befehl: 'assessment_beginnen',
      freiwilligkeitErklaertAm: freiwilligkeitErklaertAm ?? null,
    }),
  }),

  assessment_eintrag_erfassen: fallvertrag({
    befehl: 'assessment_eintrag_erfassen',
    pfad: '/assessment/eintraege',
    titel: 'Eintrag im Assessment erfassen',
    eingabe: z.strictObject({
      bereich: z.enum(ASSESSMENTBEREICHE),
      thema: z
        .enum(['selbstvertrauen', 'belastbarkeit'])
        .optional()
        .describe('Hemmnisse, die nur nach eigenem Bekunden festgehalten werden (V-30)'),
      text: freitext.describe(
        'Tatsache oder Einschätzung in einfacher Sprache; Gesundheit nur funktionsbezogen',
      ),
      zweckHb: bedarfVerweis.optional().describe('Handlungsbedarf, für den es gebraucht wird (V-21)'),
      quelle: z.enum(ASSESSMENTQUELLEN),
      aussage: z.enum(['tatsache', 'einschaetzung']).describe('V-27'),
      reaktionKunde: reaktion.default('offen'),
      nachEigenemBekunden: z.boolean().default(false),
      betrifftBedarfsgemeinschaft: z
        .boolean()
        .default(false)
        .describe('Über ein anderes Mitglied der Bedarfsgemeinschaft, mit dessen Einwilligung (V-31)'),
      loeschenSpaetestens: tag.optional().describe('Ohne Angabe fünf Jahre nach der Erfassung (V-33)'),
      ...gemeinsam,
    }),
    texte: { text: { sonst: 'K3', bei: { bereich: 'gesundheit' }, klasse: 'K4' } },
    fakten: { bedarfe: bedarfsstaende, abgedeckt: eintragseinwilligung },
    zuBefehl: (eingabe, kopf, { bedarfe, abgedeckt }) => ({
      ...kopf,
      befehl: 'assessment_eintrag_erfassen',
      bereich: eingabe.bereich,
      thema: eingabe.thema ?? null,
      quelle: eingabe.quelle,
      aussage: eingabe.aussage,
      reaktion: eingabe.reaktionKunde,
      nachEigenemBekunden: eingabe.nachEigenemBekunden,
      ueberBg: eingabe.betrifftBedarfsgemeinschaft,
      zweckHb: eingabe.zweckHb ?? null,
      loeschenSpaetestens: eingabe.loeschenSpaetestens ?? null,
      bedarfe,
      ...abgedeckt,
    }),
  }),

  assessment_reaktion_erfassen: fallvertrag({
    befehl: 'assessment_reaktion_erfassen',
    pfad: '/assessment/reaktionen',
    titel: 'Reaktion der Person auf einen Eintrag festhalten',
    eingabe: z.strictObject({
      eintrag: assessmentnummer.describe('Nummer des Eintrags'),
      reaktion: reaktion.exclude(['offen']),
      stellungnahme: freitext.optional().describe('Was die Person dazu sagt'),
      ...gemeinsam,
    }),
    // Which entry it is about shows from the record alone; so the strictest class an entry may have.
    texte: { stellungnahme: 'K4' },
    fakten: {},
    zuBefehl: ({ eintrag, reaktion: gezeigt }, kopf) => ({
      ...kopf,
      befehl: 'assessment_reaktion_erfassen',
      eintrag,
      reaktion: gezeigt,
    }),
  }),

  assessment_abschliessen: fallvertrag({
    befehl: 'assessment_abschliessen',
    pfad: '/assessment/abschluss',
    titel: 'Assessment abschließen',
    eingabe: z.strictObject({
      unterrichtetAm: tag
        .optional()
        .describe('Tag, an dem die Person ungefragt Inhalt und Umfang des Protokolls erfuhr (V-26)'),
      staerkenSchwaechen: freitext,
      ...gemeinsam,
    }),
    texte: { staerkenSchwaechen: 'K3' },
    fakten: {},
    zuBefehl: ({ unterrichtetAm }, kopf) => ({
      ...kopf,
      befehl: 'assessment_abschliessen',
      unterrichtetAm: unterrichtetAm ?? null,
    }),
  }),
} satisfies Partial<Fallvertraege>;

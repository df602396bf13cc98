import { z } from 'zod';
import { dauer } from '../../../domain/fall/gespraechsangaben.ts';
import { AKH_GRUENDE, ZIELERREICHUNGEN } from '../../../domain/kennungen.ts';
import { abgangsangaben, alsAbgangsangaben } from './begleitung.ts';
import {
  administrativ,
  freitext,
  gemeinsam,
  gespraechsdauer,
  kontaktart,
  ortDes,
  raum,
  mitarbeitendeVerweis,
  tag,
} from '../../kern/felder.ts';
import { person } from '../fakten/person.ts';
import { papFuer } from '../fakten/personal.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

/** E35: what every documented Fallabgang says. */
const abschluss = {
  begruendung: freitext,
  abschlussvermerk: freitext.describe('Offener Abschlussvermerk, für die oder den pAp lesbar (K1)'),
  verzichtRueckgabe: freitext.optional().describe('Grund, wenn niemand warm übernimmt (V-60)'),
  zielerreichung: z.enum(ZIELERREICHUNGEN).describe('V-64, 003 I3'),
};

const abschlusstexte = { begruendung: 'K3', abschlussvermerk: 'K1', verzichtRueckgabe: 'K1' } as const;

export const abgangsvertraege = {
  abgang_einleiten: fallvertrag({
    befehl: 'abgang_einleiten',
    pfad: '/abgang',
    titel: 'Abgang einleiten',
    eingabe: z.strictObject({
      ...abgangsangaben,
      begruendung: freitext,
      prognose: freitext.optional().describe('X1: warum die Integration von Dauer sein wird (A-22)'),
      ...gemeinsam,
    }),
    texte: { begruendung: 'K3', prognose: 'K3' },
    fakten: {},
    zuBefehl: (eingabe, kopf) => ({
      ...kopf,
      befehl: 'abgang_einleiten',
      abgang: alsAbgangsangaben(eingabe),
    }),
  }),

  abgang_zuruecknehmen: fallvertrag({
    befehl: 'abgang_zuruecknehmen',
    pfad: '/abgang/ruecknahme',
    titel: 'Eingeleiteten Abgang zurücknehmen',
    eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
    texte: { grund: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'abgang_zuruecknehmen' }),
  }),

  aufnehmende_stelle_klaeren: fallvertrag({
    befehl: 'aufnehmende_stelle_klaeren',
    pfad: '/abgang/aufnehmende-stelle',
    titel: 'Aufnehmende Stelle klären',
    eingabe: z.strictObject({
      weg: z.enum(['vormaliger_pap', 'dkz_tool']),
      pap: mitarbeitendeVerweis.describe('Aufnehmende/r pAp'),
      vormaligerPapGefragtAm: tag.optional().describe('Vormalige/r pAp zuerst gefragt am (V-59)'),
      ...gemeinsam,
    }),
    texte: {},
    fakten: { pap: papFuer('TR42') },
    zuBefehl: ({ weg, vormaligerPapGefragtAm }, kopf, { pap }) => ({
      ...kopf,
      befehl: 'aufnehmende_stelle_klaeren',
      weg,
      pap: pap.id,
      vormaligerPapGefragtAm: vormaligerPapGefragtAm ?? null,
    }),
  }),

  rueckgabegespraech_fuehren: fallvertrag({
    befehl: 'rueckgabegespraech_fuehren',
    pfad: '/abgang/rueckgabegespraech',
    titel: 'Geführtes Rückgabegespräch dokumentieren',
    eingabe: z.strictObject({
      teilnehmer: z
        .array(z.enum(['bewerber', 'pap', 'fm', 'fm_spezial']))
        .min(1)
        .max(4),
      art: kontaktart,
      raum,
      ...gespraechsdauer,
      naechsteSchritte: freitext,
      inhalt: freitext.optional().describe('Für die aufnehmende Stelle lesbar (R05)'),
      ...gemeinsam,
    }),
    texte: { naechsteSchritte: 'K1', inhalt: 'K3' },
    fakten: {},
    zuBefehl: ({ teilnehmer: wer, art, raum: wo, ...minuten }, kopf) => ({
      ...kopf,
      ...ortDes({ raum: wo }),
      ...dauer(minuten),
      befehl: 'rueckgabegespraech_fuehren',
      teilnehmer: wer,
      art,
    }),
  }),

  fallbesprechung_fuehren: fallvertrag({
    befehl: 'fallbesprechung_fuehren',
    pfad: '/abgang/fallbesprechung',
    titel: 'Fallbesprechung mit der aufnehmenden Stelle ohne die Person dokumentieren',
    eingabe: z.strictObject({
      naechsteSchritte: freitext,
      inhalt: freitext.optional().describe('Für die aufnehmende Stelle lesbar (R05)'),
      grundOhnePerson: freitext.optional().describe('X6: warum ohne die Person (A-29)'),
      ...gemeinsam,
    }),
    texte: { naechsteSchritte: 'K1', inhalt: 'K3', grundOhnePerson: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'fallbesprechung_fuehren' }),
  }),

  fallabgang_dokumentieren: fallvertrag({
    befehl: 'fallabgang_dokumentieren',
    pfad: '/fallabgang',
    titel: 'Fallabgang dokumentieren',
    eingabe: z.strictObject({
      ...abschluss,
      administrativ: administrativ.optional(),
      abgang: z
        .strictObject(abgangsangaben)
        .optional()
        .describe('Der zutreffende Grund, wenn der eingeleitete sich nicht bestätigt (V-78)'),
      prognose: freitext.optional().describe('X1: warum die Integration von Dauer sein wird (A-22)'),
      ...gemeinsam,
    }),
    texte: { ...abschlusstexte, prognose: 'K3' },
    fakten: { person },
    zuBefehl: (eingabe, kopf, { person }) => ({
      ...kopf,
      befehl: 'fallabgang_dokumentieren',
      administrativ: eingabe.administrativ ?? null,
      zielerreichung: eingabe.zielerreichung,
      abgang: eingabe.abgang === undefined ? null : alsAbgangsangaben(eingabe.abgang),
      person,
    }),
  }),

  // Paths of this part stand in logs: they say nothing that hints at health (zustaende.md 6).
  akh_festlegen: fallvertrag({
    befehl: 'akh_festlegen',
    pfad: '/fallabgang/mit-zeitraum',
    titel: 'Fallabgang mit AKH und passiver Betreuung für eine feste Zeit dokumentieren',
    eingabe: z.strictObject({
      ...abschluss,
      gruende: z.array(z.enum(AKH_GRUENDE)).max(AKH_GRUENDE.length),
      ausfuehrlicheBegruendung: freitext.describe('V-61'),
      von: tag.optional().describe('Beginn der passiven Betreuung; ohne Angabe der Tag des Fallabgangs'),
      bis: tag.optional().describe('Ende der passiven Betreuung (V-61)'),
      sgb12Geprueft: z
        .boolean()
        .default(false)
        .describe('Der Übergang in das SGB XII ist geprüft und scheidet aus'),
      ...gemeinsam,
    }),
    texte: { ...abschlusstexte, ausfuehrlicheBegruendung: 'K4' },
    fakten: { person },
    zuBefehl: ({ zielerreichung, gruende, von, bis, sgb12Geprueft }, kopf, { person }) => ({
      ...kopf,
      befehl: 'akh_festlegen',
      person,
      zielerreichung,
      gruende: [...new Set(gruende)],
      von: von ?? kopf.ereignisAm,
      bis: bis ?? null,
      sgb12Geprueft,
    }),
  }),

  akh_frist_aendern: fallvertrag({
    befehl: 'akh_frist_aendern',
    pfad: '/zeitraum',
    titel: 'Neu über die Dauer der passiven Betreuung entscheiden',
    eingabe: z.strictObject({ bis: tag, begruendung: freitext, ...gemeinsam }),
    texte: { begruendung: 'K4' },
    fakten: {},
    zuBefehl: ({ bis }, kopf) => ({ ...kopf, befehl: 'akh_frist_aendern', bis }),
  }),

  wiedervorlage_bearbeiten: fallvertrag({
    befehl: 'wiedervorlage_bearbeiten',
    pfad: '/wiedervorlage',
    titel: 'Wiedervorlage am Ende der passiven Betreuung bearbeiten',
    eingabe: z.strictObject({
      ergebnis: freitext.describe('Wie es mit der Person weitergeht (E31)'),
      ...gemeinsam,
    }),
    texte: { ergebnis: 'K1' },
    fakten: { person },
    zuBefehl: (_, kopf, { person }) => ({
      ...kopf,
      befehl: 'wiedervorlage_bearbeiten',
      person,
    }),
  }),

  ohne_gespraech_beenden: fallvertrag({
    befehl: 'ohne_gespraech_beenden',
    pfad: '/fallabgang/ohne-gespraech',
    titel: 'Fall ohne Gespräch beenden (Ausscheiden, administrativ)',
    eingabe: z.strictObject({
      grund: z.enum(['X7', 'X15']),
      begruendung: freitext,
      verzichtRueckgabe: freitext.optional(),
      administrativ: administrativ.optional(),
      ...gemeinsam,
    }),
    texte: { begruendung: 'K3', verzichtRueckgabe: 'K1' },
    fakten: {},
    zuBefehl: (eingabe, kopf) => ({
      ...kopf,
      befehl: 'ohne_gespraech_beenden',
      grund: eingabe.grund,
      administrativ: eingabe.administrativ ?? null,
    }),
  }),
} satisfies Partial<Fallvertraege>;

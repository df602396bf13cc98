import { z } from 'zod';
import { abgangsangaben } from './begleitung.ts';
import {
  administrativ,
  freitext,
  gemeinsam,
  kontaktart,
  mitarbeitendeVerweis,
  tag,
  teilnehmer,
} from './felder.ts';
import { gebraucht, vertrag } from './vertrag.ts';

export const abgangEinleiten = vertrag({
  befehl: 'abgang_einleiten',
  pfad: '/abgang',
  titel: 'Abgang einleiten',
  uebergaenge: ['TR37'],
  eingabe: z.strictObject({ ...abgangsangaben, begruendung: freitext, ...gemeinsam }),
  texte: { begruendung: 'K3' },
  zuBefehl: ({ grund, kriterienEntfallen, ohneFmMoeglich }, { kopf }) => ({
    ...kopf,
    befehl: 'abgang_einleiten',
    abgang: { grund, kriterienEntfallen, ohneFmMoeglich },
  }),
});

export const abgangZuruecknehmen = vertrag({
  befehl: 'abgang_zuruecknehmen',
  pfad: '/abgang/ruecknahme',
  titel: 'Eingeleiteten Abgang zurücknehmen',
  uebergaenge: ['TR46'],
  eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
  texte: { grund: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'abgang_zuruecknehmen' }),
});

export const stelleKlaeren = vertrag({
  befehl: 'aufnehmende_stelle_klaeren',
  pfad: '/abgang/aufnehmende-stelle',
  titel: 'Aufnehmende Stelle klären',
  uebergaenge: ['TR42'],
  eingabe: z.strictObject({
    weg: z.enum(['vormaliger_pap', 'dkz_tool']),
    pap: mitarbeitendeVerweis.describe('Aufnehmende/r pAp'),
    vormaligerPapGefragtAm: tag.optional().describe('Vormalige/r pAp zuerst gefragt am (V-59)'),
    ...gemeinsam,
  }),
  texte: {},
  zuBefehl: ({ weg, pap, vormaligerPapGefragtAm }, { kopf }) => ({
    ...kopf,
    befehl: 'aufnehmende_stelle_klaeren',
    weg,
    pap,
    vormaligerPapGefragtAm: vormaligerPapGefragtAm ?? null,
  }),
});

export const rueckgabegespraechFuehren = vertrag({
  befehl: 'rueckgabegespraech_fuehren',
  pfad: '/abgang/rueckgabegespraech',
  titel: 'Geführtes Rückgabegespräch dokumentieren',
  uebergaenge: ['TR43'],
  eingabe: z.strictObject({
    teilnehmer,
    art: kontaktart.default('persoenlich'),
    naechsteSchritte: freitext,
    ...gemeinsam,
  }),
  texte: { naechsteSchritte: 'K1' },
  zuBefehl: ({ teilnehmer: wer, art }, { kopf }) => ({
    ...kopf,
    befehl: 'rueckgabegespraech_fuehren',
    teilnehmer: wer,
    art,
  }),
});

export const fallabgangDokumentieren = vertrag({
  befehl: 'fallabgang_dokumentieren',
  pfad: '/fallabgang',
  titel: 'Fallabgang dokumentieren',
  uebergaenge: ['TR44', 'TR48'],
  eingabe: z.strictObject({
    begruendung: freitext,
    abschlussvermerk: freitext.describe('Offener Abschlussvermerk, für die oder den pAp lesbar (K1)'),
    verzichtRueckgabe: freitext.optional().describe('Grund, wenn es kein Rückgabegespräch gab (V-60)'),
    zielerreichung: freitext.optional(),
    administrativ: administrativ.optional(),
    ...gemeinsam,
  }),
  texte: { begruendung: 'K3', abschlussvermerk: 'K1', verzichtRueckgabe: 'K1', zielerreichung: 'K3' },
  zuBefehl: (eingabe, { kopf, person }) => ({
    ...kopf,
    befehl: 'fallabgang_dokumentieren',
    administrativ: eingabe.administrativ ?? null,
    person: gebraucht(person, 'Person'),
  }),
});

export const ohneGespraechBeenden = vertrag({
  befehl: 'ohne_gespraech_beenden',
  pfad: '/fallabgang/ohne-gespraech',
  titel: 'Fall ohne Gespräch beenden (Ausscheiden, administrativ)',
  uebergaenge: ['TR50', 'TR48'],
  eingabe: z.strictObject({
    grund: z.enum(['X7', 'X15']),
    begruendung: freitext,
    verzichtRueckgabe: freitext.optional(),
    administrativ: administrativ.optional(),
    ...gemeinsam,
  }),
  texte: { begruendung: 'K3', verzichtRueckgabe: 'K1' },
  zuBefehl: (eingabe, { kopf }) => ({
    ...kopf,
    befehl: 'ohne_gespraech_beenden',
    grund: eingabe.grund,
    administrativ: eingabe.administrativ ?? null,
  }),
});

export const verbleibErfassen = vertrag({
  befehl: 'verbleib_erfassen',
  pfad: '/verbleib',
  titel: 'Verbleib nach 6, 12 oder 24 Monaten erfassen',
  uebergaenge: ['TR57'],
  eingabe: z.strictObject({
    messpunkt: z.union([z.literal(6), z.literal(12), z.literal(24)]),
    arbeitsaufnahmeAm: tag.optional(),
    vermerk: freitext.optional(),
    ...gemeinsam,
  }),
  texte: { vermerk: 'K1' },
  zuBefehl: ({ messpunkt, arbeitsaufnahmeAm }, { kopf }) => ({
    ...kopf,
    befehl: 'verbleib_erfassen',
    messpunkt,
    arbeitsaufnahmeAm: arbeitsaufnahmeAm ?? null,
  }),
});

export const umkehrBeantragen = vertrag({
  befehl: 'umkehr_beantragen',
  pfad: '/fallabgang/umkehr',
  titel: 'Umkehr eines irrtümlichen Fallabgangs beantragen',
  uebergaenge: ['TR59'],
  eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
  texte: { grund: 'K1' },
  zuBefehl: (_, { kopf, neuerFall }) => ({ ...kopf, befehl: 'umkehr_beantragen', neuerFall }),
});

export const umkehrEntscheiden = vertrag({
  befehl: 'umkehr_entscheiden',
  pfad: '/fallabgang/umkehr/entscheidung',
  titel: 'Über die Umkehr des Fallabgangs entscheiden',
  uebergaenge: ['TR59'],
  eingabe: z.strictObject({ gewaehrt: z.boolean(), begruendung: freitext, ...gemeinsam }),
  texte: { begruendung: 'K1' },
  zuBefehl: ({ gewaehrt }, { kopf, neuerFall }) => ({
    ...kopf,
    befehl: 'umkehr_entscheiden',
    gewaehrt,
    neuerFall,
  }),
});

export const berichtigen = vertrag({
  befehl: 'berichtigen',
  pfad: '/berichtigungen',
  titel: 'Eine dokumentierte Tatsache berichtigen',
  uebergaenge: ['TR58'],
  eingabe: z.strictObject({
    bezug: z.strictObject({
      art: z.string().min(1).max(60).describe('Art des Eintrags, z. B. fallzugang_dokumentiert'),
      nummer: z
        .int()
        .min(1)
        .max(10_000)
        .optional()
        .describe('Der wievielte dieser Art; ohne Angabe der neueste'),
    }),
    neuesDatum: tag.optional(),
    neuerText: freitext.optional(),
    grund: freitext,
    ...gemeinsam,
  }),
  texte: { neuerText: 'K3', grund: 'K1' },
  zuBefehl: ({ neuesDatum }, { kopf, bezug }) => ({
    ...kopf,
    befehl: 'berichtigen',
    bezug: gebraucht(bezug, 'Bezug der Berichtigung'),
    neuesDatum: neuesDatum ?? null,
  }),
});

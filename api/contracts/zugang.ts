import { z } from 'zod';
import {
  freitext,
  gemeinsam,
  kontaktart,
  mitarbeitendeVerweis,
  personVerweis,
  tag,
  teilnehmer,
} from './felder.ts';
import { gebraucht, vertrag } from './vertrag.ts';

export const vormerken = vertrag({
  befehl: 'vormerken',
  pfad: null,
  titel: 'Person für das Fallmanagement vormerken',
  uebergaenge: ['TR03'],
  eingabe: z.strictObject({
    person: personVerweis,
    gruende: freitext.describe('Gründe der Vormerkung, vorher mit der Person besprochen'),
    erlaeutertAm: tag.optional().describe('Tag, an dem die Gründe mit der Person besprochen wurden (V-13)'),
    adressat: mitarbeitendeVerweis.optional().describe('Wird immer durch die Teamleitung ersetzt (V-12)'),
    ...gemeinsam,
  }),
  texte: { gruende: 'K2' },
  zuBefehl: ({ erlaeutertAm, adressat }, { kopf, gruendung, person }) => ({
    ...kopf,
    befehl: 'vormerken',
    gruendung: gebraucht(gruendung, 'Gründung'),
    person: gebraucht(person, 'Person'),
    erlaeutertAm: erlaeutertAm ?? null,
    adressatErsetzt: adressat !== undefined,
  }),
});

const tage = z.array(tag).max(600).default([]);

export const fallUebernehmen = vertrag({
  befehl: 'fall_uebernehmen',
  pfad: null,
  titel: 'Laufenden Bestandsfall mit seinen bisherigen Daten übernehmen',
  uebergaenge: [],
  eingabe: z.strictObject({
    person: personVerweis,
    bestand: z.strictObject({
      vorgemerktAm: tag,
      zuordnung: z.strictObject({ am: tag, fm: mitarbeitendeVerweis }),
      uebernahmegespraechAm: tag.nullable().default(null),
      erstgespraechAm: tag.nullable().default(null),
      fallzugangAm: tag.nullable().default(null),
      vereinbarungenAm: tage,
      kontakteAm: tage,
      ueberpruefungenAm: tage,
      standortgespraecheAm: tage,
      feedbackAm: tag.nullable().default(null),
    }),
    ...gemeinsam,
  }),
  texte: {},
  zuBefehl: ({ bestand }, { kopf, gruendung, person }) => ({
    ...kopf,
    befehl: 'fall_uebernehmen',
    gruendung: gebraucht(gruendung, 'Gründung'),
    person: gebraucht(person, 'Person'),
    bestand,
  }),
});

export const vormerkungBeantworten = vertrag({
  befehl: 'vormerkung_beantworten',
  pfad: '/vormerkung/antwort',
  titel: 'Der oder dem pAp auf die Vormerkung antworten',
  uebergaenge: ['TR03'],
  eingabe: z.strictObject({ text: freitext, ...gemeinsam }),
  texte: { text: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'vormerkung_beantworten' }),
});

export const zuordnen = vertrag({
  befehl: 'zuordnen',
  pfad: '/zuordnung',
  titel: 'In der Teambesprechung einer Fallmanagerin zuordnen',
  uebergaenge: ['TR07'],
  eingabe: z.strictObject({ fm: mitarbeitendeVerweis, ...gemeinsam }),
  texte: {},
  zuBefehl: ({ fm }, { kopf, fmIstFallmanager, last }) => ({
    ...kopf,
    befehl: 'zuordnen',
    fm,
    fmIstFallmanager,
    last,
  }),
});

export const fmWechseln = vertrag({
  befehl: 'fm_wechseln',
  pfad: '/fallmanagement',
  titel: 'Den Fall einer anderen Fallmanagerin oder einem anderen Fallmanager geben',
  uebergaenge: ['TR51'],
  eingabe: z.strictObject({
    fm: mitarbeitendeVerweis,
    grund: freitext.optional().describe('Warum gewechselt wird (V-68)'),
    warmeUebergabeAm: tag.optional().describe('Tag des Gesprächs, in dem übergeben wurde'),
    ...gemeinsam,
  }),
  texte: { grund: 'K1' },
  zuBefehl: ({ fm, warmeUebergabeAm }, { kopf, fmIstFallmanager }) => ({
    ...kopf,
    befehl: 'fm_wechseln',
    fm,
    fmIstFallmanager,
    warmeUebergabeAm: warmeUebergabeAm ?? null,
  }),
});

export const terminVereinbaren = vertrag({
  befehl: 'uebernahmegespraech_vereinbaren',
  pfad: '/uebernahmegespraech/termin',
  titel: 'Termin des Übernahmegesprächs vereinbaren',
  uebergaenge: ['TR10'],
  eingabe: z.strictObject({ termin: tag, ...gemeinsam }),
  texte: {},
  zuBefehl: ({ termin }, { kopf }) => ({ ...kopf, befehl: 'uebernahmegespraech_vereinbaren', termin }),
});

export const uebernahmegespraechFuehren = vertrag({
  befehl: 'uebernahmegespraech_fuehren',
  pfad: '/uebernahmegespraech',
  titel: 'Geführtes Übernahmegespräch dokumentieren',
  uebergaenge: ['TR12'],
  eingabe: z.strictObject({
    teilnehmer,
    art: kontaktart.default('persoenlich'),
    vorteilsuebersetzung: freitext.optional(),
    ...gemeinsam,
  }),
  texte: { vorteilsuebersetzung: 'K3' },
  zuBefehl: ({ teilnehmer: wer, art }, { kopf, person }) => ({
    ...kopf,
    befehl: 'uebernahmegespraech_fuehren',
    teilnehmer: wer,
    art,
    person: gebraucht(person, 'Person'),
  }),
});

export const zurueckziehen = vertrag({
  befehl: 'zurueckziehen',
  pfad: '/rueckzug',
  titel: 'Vormerkung zurückziehen',
  uebergaenge: ['TR13'],
  eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
  texte: { grund: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'zurueckziehen' }),
});

export const zugangEntscheiden = vertrag({
  befehl: 'zugang_entscheiden',
  pfad: '/zugangsentscheidung',
  titel: 'Über den Zugang entscheiden',
  uebergaenge: ['TR14', 'TR15'],
  eingabe: z.strictObject({
    ergebnis: z.enum(['uebernahme', 'abweisung']),
    kriteriumB: z.strictObject({ ergebnis: z.enum(['ja', 'nein', 'unklar']), begruendung: freitext }),
    begruendung: freitext.optional().describe('Maßgebliche Gründe; bei Abweisung Pflicht (V-10)'),
    besprochenAm: tag.optional().describe('Gründe mit der Person besprochen am (V-16)'),
    fmVorgestelltAm: tag
      .optional()
      .describe('Die Person kennt Name und Kontakt ihrer Fallmanagerin seit (V-15)'),
    ...gemeinsam,
  }),
  texte: { 'kriteriumB.begruendung': 'K3', begruendung: 'K2' },
  zuBefehl: ({ ergebnis, kriteriumB, besprochenAm, fmVorgestelltAm }, { kopf, person }) => ({
    ...kopf,
    befehl: 'zugang_entscheiden',
    ergebnis,
    kriteriumB: kriteriumB.ergebnis,
    besprochenAm: besprochenAm ?? null,
    fmVorgestelltAm: fmVorgestelltAm ?? null,
    person: gebraucht(person, 'Person'),
  }),
});

import { z } from 'zod';
import {
  freitext,
  gemeinsam,
  kriteriumB,
  mitarbeitendeVerweis,
  personVerweis,
  tag,
  themaVerweis,
} from '../../kern/felder.ts';
import {
  gerufenIstFallmanager,
  grundlage,
  uebergabe,
  type Vormerkungsgrundlage,
} from '../fakten/eroeffnung.ts';
import { neueUebergabe } from '../fakten/person.ts';
import { eroeffnungsvertrag } from '../zutritt/eroeffnung.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

/** What every route to a Vormerkung tells (E08). */
const vormerkung = {
  person: personVerweis,
  gruende: freitext.describe('Gründe der Vormerkung, vorher mit der Person besprochen'),
  erlaeutertAm: tag.optional().describe('Tag, an dem die Gründe mit der Person besprochen wurden (V-13)'),
  reaktion: freitext.optional().describe('Reaktion der Person auf die Gründe'),
  einschaetzungKriteriumB: kriteriumB.optional().describe('Vorschlag; es entscheidet das Fallmanagement'),
};

const texte = { gruende: 'K2', reaktion: 'K2' } as const;

type Angaben = {
  readonly erlaeutertAm?: string | undefined;
  readonly einschaetzungKriteriumB?: z.output<typeof kriteriumB> | undefined;
};

function grunddaten(
  { erlaeutertAm, einschaetzungKriteriumB }: Angaben,
  { gruendung, person, akh }: Vormerkungsgrundlage,
) {
  return {
    gruendung,
    person,
    ...(akh === undefined ? {} : { akh }),
    erlaeutertAm: erlaeutertAm ?? null,
    einschaetzungKriteriumB: einschaetzungKriteriumB ?? null,
  };
}

const tage = z.array(tag).max(600).default([]);

export const vormerkungsvertraege = {
  vormerken: eroeffnungsvertrag({
    befehl: 'vormerken',
    pfad: null,
    titel: 'Person für das Fallmanagement vormerken',
    eingabe: z.strictObject({
      ...vormerkung,
      adressat: mitarbeitendeVerweis.optional().describe('Wird immer durch die Teamleitung ersetzt (V-12)'),
      ...gemeinsam,
    }),
    texte,
    fakten: { grundlage },
    zuBefehl: (eingabe, kopf, fakten) => ({
      ...kopf,
      ...grunddaten(eingabe, fakten.grundlage),
      befehl: 'vormerken',
      adressatErsetzt: eingabe.adressat !== undefined,
    }),
  }),

  im_jour_fixe_vormerken: eroeffnungsvertrag({
    befehl: 'im_jour_fixe_vormerken',
    pfad: null,
    titel: 'Person im Jour-Fixe vormerken und ein Fallmanagement dazurufen',
    eingabe: z.strictObject({
      ...vormerkung,
      erlaeutertAm: tag
        .optional()
        .describe('Ohne Angabe der Tag des Gesprächs: dort werden die Gründe besprochen'),
      anruf: z
        .enum(['kommt_dazu', 'feste_termine', 'nicht_erreicht'])
        .describe('Ergebnis des Versuchs, jemanden dazuzurufen'),
      fm: mitarbeitendeVerweis.optional().describe('Wer gerufen wurde; wer dazukommt, übernimmt den Fall'),
      themen: z.array(themaVerweis).max(10).default([]).describe('Themen des Gesprächs (E42)'),
      ...gemeinsam,
    }),
    texte,
    fakten: { grundlage, fmIstFallmanager: gerufenIstFallmanager },
    zuBefehl: (eingabe, kopf, fakten) => ({
      ...kopf,
      ...grunddaten({ ...eingabe, erlaeutertAm: eingabe.erlaeutertAm ?? kopf.ereignisAm }, fakten.grundlage),
      befehl: 'im_jour_fixe_vormerken',
      anruf: { fm: eingabe.fm ?? null, ergebnis: eingabe.anruf },
      fmIstFallmanager: fakten.fmIstFallmanager,
      themen: eingabe.themen,
    }),
  }),

  u25_uebergabe_anmelden: eroeffnungsvertrag({
    befehl: 'u25_uebergabe_anmelden',
    pfad: null,
    titel: 'Übergabe einer Person aus dem Fallmanagement U25 anmelden',
    eingabe: z.strictObject({
      ...vormerkung,
      uebergabeAm: tag
        .optional()
        .describe('Geplanter Tag der Übergabe; ohne Angabe der 25. Geburtstag (A-37)'),
      ...gemeinsam,
    }),
    texte,
    fakten: { grundlage, uebergabe },
    zuBefehl: (eingabe, kopf, fakten) => ({
      ...kopf,
      ...grunddaten(eingabe, fakten.grundlage),
      befehl: 'u25_uebergabe_anmelden',
      uebergabe: fakten.uebergabe,
    }),
  }),

  u25_uebergabe_verlegen: fallvertrag({
    befehl: 'u25_uebergabe_verlegen',
    pfad: '/uebergabe/verlegung',
    titel: 'Tag der Übergabe aus dem Fallmanagement U25 verlegen',
    eingabe: z.strictObject({
      uebergabeAm: tag.describe('Neuer Tag der Übergabe'),
      grund: freitext,
      ...gemeinsam,
    }),
    texte: { grund: 'K1' },
    fakten: { uebergabe: neueUebergabe },
    zuBefehl: (_, kopf, { uebergabe: neue }) => ({
      ...kopf,
      befehl: 'u25_uebergabe_verlegen',
      uebergabe: neue,
    }),
  }),

  fall_uebernehmen: eroeffnungsvertrag({
    befehl: 'fall_uebernehmen',
    pfad: null,
    titel: 'Laufenden Bestandsfall mit seinen bisherigen Daten übernehmen',
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
    fakten: { grundlage },
    zuBefehl: ({ bestand }, kopf, { grundlage: { gruendung, person } }) => ({
      ...kopf,
      befehl: 'fall_uebernehmen',
      gruendung,
      person,
      bestand,
    }),
  }),

  vormerkung_beantworten: fallvertrag({
    befehl: 'vormerkung_beantworten',
    pfad: '/vormerkung/antwort',
    titel: 'Der oder dem pAp auf die Vormerkung antworten',
    eingabe: z.strictObject({ text: freitext, ...gemeinsam }),
    texte: { text: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'vormerkung_beantworten' }),
  }),
} satisfies Partial<Fallvertraege>;

import { z } from 'zod';
import type { Gewaehlt } from '../../../domain/fall/befehle.ts';
import { BESTAETIGBAR } from '../../../domain/fall/uebergabeprotokoll.ts';
import { dauer, terminangaben as termindaten } from '../../../domain/fall/gespraechsangaben.ts';
import {
  freitext,
  gemeinsam,
  gespraechsdauer,
  kontaktart,
  mitarbeitendeVerweis,
  ortDes,
  raum,
  tag,
  teilnehmer,
  terminangaben,
  themaVerweis,
} from '../../kern/felder.ts';
import { bestaetigungsstand, zuordnungsfolgen } from '../fakten/fall.ts';
import { person, zuInformieren } from '../fakten/person.ts';
import { fmWechsel, papFuer, zuordnung, type Fmwahl } from '../fakten/personal.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

/** The chosen colleague with what speaks against the choice; what does not is left out, as before it was asked for. */
function gewaehlt(fm: string, { fmIstFallmanager, fmBefangen }: Fmwahl): Gewaehlt {
  return fmBefangen ? { fm, fmIstFallmanager, fmBefangen } : { fm, fmIstFallmanager };
}

export const zugangsvertraege = {
  zuordnen: fallvertrag({
    befehl: 'zuordnen',
    pfad: '/zuordnung',
    titel: 'In der Teambesprechung einer Fallmanagerin zuordnen',
    eingabe: z.strictObject({ fm: mitarbeitendeVerweis, ...gemeinsam }),
    texte: {},
    fakten: { wahl: zuordnung },
    zuBefehl: ({ fm }, kopf, { wahl }) => ({
      ...kopf,
      befehl: 'zuordnen',
      ...gewaehlt(fm, wahl),
      last: wahl.last,
    }),
  }),

  ohne_warme_uebergabe_zuordnen: fallvertrag({
    befehl: 'ohne_warme_uebergabe_zuordnen',
    pfad: '/zuordnung/ohne-warme-uebergabe',
    titel: 'Nach einem Jour-Fixe ausnahmsweise ohne warme Übergabe zuordnen',
    eingabe: z.strictObject({
      fm: mitarbeitendeVerweis,
      thema: themaVerweis.optional().describe('Thema, nach dem zugeordnet wird (E42)'),
      ...gemeinsam,
    }),
    texte: {},
    fakten: { wahl: zuordnung },
    zuBefehl: ({ fm, thema }, kopf, { wahl }) => ({
      ...kopf,
      befehl: 'ohne_warme_uebergabe_zuordnen',
      ...gewaehlt(fm, wahl),
      thema: thema ?? null,
      last: wahl.last,
    }),
  }),

  zuordnung_zuruecknehmen: fallvertrag({
    befehl: 'zuordnung_zuruecknehmen',
    pfad: '/zuordnung/ruecknahme',
    titel: 'Eine Zuordnung zurücknehmen, solange die Besprechung läuft und niemand im Fall gehandelt hat',
    eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
    texte: { grund: 'K1' },
    fakten: { folgen: zuordnungsfolgen },
    zuBefehl: (_, kopf, { folgen }) => ({ ...kopf, ...folgen, befehl: 'zuordnung_zuruecknehmen' }),
  }),

  uebernahmegespraech_vereinbaren: fallvertrag({
    befehl: 'uebernahmegespraech_vereinbaren',
    pfad: '/uebernahmegespraech/termin',
    titel: 'Termin des Übernahmegesprächs vereinbaren',
    eingabe: z.strictObject({ termin: tag, ...terminangaben, ...gemeinsam }),
    texte: { videolink: 'K1' },
    fakten: {},
    zuBefehl: ({ termin, ...angaben }, kopf) => ({
      ...kopf,
      ...termindaten(angaben),
      befehl: 'uebernahmegespraech_vereinbaren',
      termin,
    }),
  }),

  fm_wechseln: fallvertrag({
    befehl: 'fm_wechseln',
    pfad: '/fallmanagement',
    titel: 'Den Fall einer anderen Fallmanagerin oder einem anderen Fallmanager geben',
    eingabe: z.strictObject({
      fm: mitarbeitendeVerweis,
      grund: freitext.optional().describe('Warum gewechselt wird (V-68)'),
      warmeUebergabeAm: tag.optional().describe('Tag des Gesprächs, in dem übergeben wurde'),
      ...gemeinsam,
    }),
    texte: { grund: 'K1' },
    fakten: { wahl: fmWechsel },
    zuBefehl: ({ fm, warmeUebergabeAm }, kopf, { wahl }) => ({
      ...kopf,
      befehl: 'fm_wechseln',
      ...gewaehlt(fm, wahl),
      warmeUebergabeAm: warmeUebergabeAm ?? null,
    }),
  }),

  pap_wechseln: fallvertrag({
    befehl: 'pap_wechseln',
    pfad: '/ansprechpartner',
    titel:
      'An die Stelle einer ausscheidenden Ansprechpartnerin oder eines Ansprechpartners tritt jemand anderes',
    eingabe: z.strictObject({
      von: mitarbeitendeVerweis,
      pap: mitarbeitendeVerweis,
      grund: freitext.optional().describe('Warum gewechselt wird (V-68)'),
      ...gemeinsam,
    }),
    texte: { grund: 'K1' },
    fakten: { pap: papFuer('TR51') },
    zuBefehl: ({ von }, kopf, { pap }) => ({ ...kopf, befehl: 'pap_wechseln', von, pap: pap.id }),
  }),

  termin_verlegen: fallvertrag({
    befehl: 'termin_verlegen',
    pfad: '/uebernahmegespraech/verlegung',
    titel: 'Übernahmegespräch absagen oder verlegen',
    eingabe: z.strictObject({
      termin: tag.optional().describe('Neuer Termin; ohne Angabe ist das Gespräch abgesagt'),
      ...terminangaben,
      grund: freitext,
      ...gemeinsam,
    }),
    texte: { grund: 'K1', videolink: 'K1' },
    fakten: { absage: zuInformieren },
    zuBefehl: ({ termin, ...angaben }, kopf, { absage }) => ({
      ...kopf,
      ...absage,
      ...termindaten(angaben),
      befehl: 'termin_verlegen',
      termin: termin ?? null,
    }),
  }),

  uebernahmegespraech_fuehren: fallvertrag({
    befehl: 'uebernahmegespraech_fuehren',
    pfad: '/uebernahmegespraech',
    titel: 'Geführtes Übernahmegespräch dokumentieren',
    eingabe: z.strictObject({
      teilnehmer,
      art: kontaktart,
      ort: z
        .enum(['fm_buero', 'anderer_ort'])
        .optional()
        .describe('Bei einer Übergabe aus dem Fallmanagement U25: im Büro des neuen Fallmanagements (A-38)'),
      raum,
      ...gespraechsdauer,
      vorteilsuebersetzung: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { vorteilsuebersetzung: 'K3' },
    fakten: { person },
    zuBefehl: ({ teilnehmer: wer, art, ort, raum: wo, ...minuten }, kopf, { person }) => ({
      ...kopf,
      ...ortDes({ raum: wo }),
      ...dauer(minuten),
      befehl: 'uebernahmegespraech_fuehren',
      teilnehmer: wer,
      art,
      imFmBuero: ort === 'fm_buero',
      person,
    }),
  }),

  uebergabe_bestaetigen: fallvertrag({
    befehl: 'uebergabe_bestaetigen',
    pfad: '/uebergabe/bestaetigung',
    titel: 'Termin oder Gespräch einer Übergabe oder Rückgabe bestätigen',
    eingabe: z.strictObject({
      gegenstand: z
        .enum(BESTAETIGBAR)
        .describe('Der vereinbarte Termin, oder das Gespräch, wie es festgehalten ist'),
      bemerkung: freitext.optional().describe('Was Sie dazu ergänzen möchten'),
      ...gemeinsam,
    }),
    texte: { bemerkung: 'K1' },
    fakten: { bestaetigt: bestaetigungsstand },
    zuBefehl: ({ gegenstand }, kopf, { bestaetigt }) => ({
      ...kopf,
      befehl: 'uebergabe_bestaetigen',
      was: gegenstand,
      bestaetigt,
    }),
  }),

  zurueckziehen: fallvertrag({
    befehl: 'zurueckziehen',
    pfad: '/rueckzug',
    titel: 'Vormerkung zurückziehen',
    eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
    texte: { grund: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'zurueckziehen' }),
  }),
} satisfies Partial<Fallvertraege>;

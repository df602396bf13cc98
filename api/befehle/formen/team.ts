import { z } from 'zod';
import { AUSTAUSCHPARTNER } from '../../../domain/team/team.ts';
import {
  erbringerVerweis,
  fallVerweis,
  freitext,
  gemeinsam,
  mitarbeitendeVerweis,
  teamVerweis,
} from '../../kern/felder.ts';
import { berichtspflichtige, besprochen, teamlast, ziehung } from '../fakten/team.ts';
import { teamvertrag } from '../zutritt/team.ts';
import type { Teamvertraege } from './zeilen.ts';

export const teamvertraege = {
  besprechung_abschliessen: teamvertrag({
    befehl: 'besprechung_abschliessen',
    pfad: '/besprechungen',
    titel: 'Teambesprechung abschließen (T-41)',
    eingabe: z.strictObject({
      teilnehmende: z.array(mitarbeitendeVerweis).max(50).default([]),
      protokoll: freitext,
      ...gemeinsam,
    }),
    texte: { protokoll: 'K1' },
    fakten: { liste: besprochen },
    zuBefehl: ({ teilnehmende }, kopf, { liste }) => ({
      ...kopf,
      befehl: 'besprechung_abschliessen',
      teilnehmende,
      liste,
    }),
  }),

  teambesuch_erfassen: teamvertrag({
    befehl: 'teambesuch_erfassen',
    pfad: '/teambesuche',
    titel: 'Teambesuch der Kontakt-FM erfassen (T-42)',
    eingabe: z.strictObject({
      team: teamVerweis.describe('Besuchtes Team'),
      abstimmung: freitext.describe('Mit wem der Besuch abgestimmt wurde'),
      ergebnis: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { abstimmung: 'K1', ergebnis: 'K1' },
    fakten: {},
    zuBefehl: ({ team }, kopf) => ({ ...kopf, befehl: 'teambesuch_erfassen', team }),
  }),

  austausch_erfassen: teamvertrag({
    befehl: 'austausch_erfassen',
    pfad: '/austausche',
    titel: 'Austausch mit FM U25, FM Migration oder Familiencoaching erfassen (T-43)',
    eingabe: z.strictObject({ mit: z.enum(AUSTAUSCHPARTNER), ergebnis: freitext, ...gemeinsam }),
    texte: { ergebnis: 'K1' },
    fakten: {},
    zuBefehl: ({ mit }, kopf) => ({ ...kopf, befehl: 'austausch_erfassen', mit }),
  }),

  betreuungsschluessel_feststellen: teamvertrag({
    befehl: 'betreuungsschluessel_feststellen',
    pfad: '/betreuungsschluessel',
    titel: 'Betreuungsschlüssel des Monats feststellen (T-44)',
    eingabe: z.strictObject({ ...gemeinsam }),
    texte: {},
    fakten: { last: teamlast },
    zuBefehl: (_, kopf, { last }) => ({ ...kopf, befehl: 'betreuungsschluessel_feststellen', ...last }),
  }),

  rd_bericht_erfassen: teamvertrag({
    befehl: 'rd_bericht_erfassen',
    pfad: '/rd-berichte',
    titel: 'Bericht an die Regionaldirektion erfassen (T-45)',
    eingabe: z.strictObject({ ergebnis: freitext, ...gemeinsam }),
    texte: { ergebnis: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'rd_bericht_erfassen' }),
  }),

  netzwerktreffen_erfassen: teamvertrag({
    befehl: 'netzwerktreffen_erfassen',
    pfad: '/netzwerktreffen',
    titel: 'Netzwerktreffen mit Leistungserbringern erfassen (T-49)',
    eingabe: z.strictObject({ teilnehmende: freitext, ergebnis: freitext, ...gemeinsam }),
    texte: { teilnehmende: 'K1', ergebnis: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'netzwerktreffen_erfassen' }),
  }),

  evaluation_erfassen: teamvertrag({
    befehl: 'evaluation_erfassen',
    pfad: '/evaluationen',
    titel: 'Wirkung auf die Handlungsbedarfe auswerten (T-52)',
    eingabe: z.strictObject({
      schulungsbedarf: freitext,
      bestPractice: freitext.describe('Wie es anderswo gelingt'),
      entscheidung: freitext.describe('Was mit der Bereichsleitung entschieden wurde'),
      ...gemeinsam,
    }),
    texte: { schulungsbedarf: 'K1', bestPractice: 'K1', entscheidung: 'K1' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'evaluation_erfassen' }),
  }),

  jahresberichte_anfordern: teamvertrag({
    befehl: 'jahresberichte_anfordern',
    pfad: '/jahresberichte/anforderung',
    titel: 'Leistungserbringer um ihre Jahresberichte bitten (T-48)',
    eingabe: z.strictObject({ ...gemeinsam }),
    texte: {},
    fakten: { berichtspflichtige },
    zuBefehl: (_, kopf, { berichtspflichtige }) => ({
      ...kopf,
      befehl: 'jahresberichte_anfordern',
      berichtspflichtige,
    }),
  }),

  jahresberichte_erfassen: teamvertrag({
    befehl: 'jahresberichte_erfassen',
    pfad: '/jahresberichte',
    titel: 'Eingang der Jahresberichte erfassen (T-48)',
    eingabe: z.strictObject({
      eingegangen: z.array(erbringerVerweis).max(500).default([]),
      vermerk: freitext.optional().describe('Was veranlasst ist, wenn Berichte fehlen'),
      ...gemeinsam,
    }),
    texte: { vermerk: 'K1' },
    fakten: { berichtspflichtige },
    zuBefehl: ({ eingegangen }, kopf, { berichtspflichtige }) => ({
      ...kopf,
      befehl: 'jahresberichte_erfassen',
      berichtspflichtige,
      eingegangen,
    }),
  }),

  stichprobe_ziehen: teamvertrag({
    befehl: 'stichprobe_ziehen',
    pfad: '/stichproben',
    titel: 'Stichprobe der Fachaufsicht auslosen (T-50)',
    eingabe: z.strictObject({
      anzahl: z.int().min(1).max(50).describe('So viele Fälle werden gezogen'),
      loswort: z
        .string()
        .regex(/^[0-9A-Za-z-]{6,64}$/, '6 bis 64 Ziffern, Buchstaben oder Bindestriche')
        .describe('Eigener Beitrag zum Zufall, z. B. die Lottozahlen vom Samstag'),
      ...gemeinsam,
    }),
    texte: {},
    fakten: { ziehung },
    zuBefehl: (_, kopf, { ziehung }) => ({
      ...kopf,
      befehl: 'stichprobe_ziehen',
      ziehung,
    }),
  }),

  stichprobe_pruefen: teamvertrag({
    befehl: 'stichprobe_pruefen',
    pfad: '/stichproben/pruefung',
    titel: 'Gezogenen Fall prüfen (T-50)',
    eingabe: z.strictObject({ fall: fallVerweis, ergebnis: freitext, ...gemeinsam }),
    texte: { ergebnis: 'K3' },
    fakten: {},
    zuBefehl: ({ fall }, kopf) => ({ ...kopf, befehl: 'stichprobe_pruefen', fall }),
  }),
} satisfies Teamvertraege;

import { z } from 'zod';
import { TEAMRECHTE, type Teamsachbefehl } from '../../../domain/rollen/teamrechte.ts';
import type { Teamtypen } from '../../../domain/team/typen.ts';
import type { Besprechungsposten, Ziehung } from '../../../domain/team/befehle.ts';
import { AUSTAUSCHPARTNER, type Schluesselstand } from '../../../domain/team/team.ts';
import type { BefehlAn } from '../../../domain/vorgang/aggregat.ts';
import type { Befehlskopf } from '../../../domain/vorgang/befehl.ts';
import {
  erbringerVerweis,
  fallVerweis,
  freitext,
  gemeinsam,
  mitarbeitendeVerweis,
  teamVerweis,
} from '../../kern/felder.ts';
import { gebraucht, vertragsbau, type VertragAn } from '../vertrag.ts';

/** Facts a use case has loaded for a command on the calendar of a team. */
export type Teamumfeld = {
  readonly kopf: Befehlskopf;
  readonly liste: readonly Besprechungsposten[];
  readonly ziehung: Ziehung | null;
  /** Open cases and full-time Fallmanager of the team today (T-44). */
  readonly last: Pick<Schluesselstand, 'faelle' | 'vollzeit'>;
  /** T-48: providers with whom a yearly report is agreed. */
  readonly berichtspflichtige: readonly string[];
};

type Art = { ziel: 'team'; name: Teamsachbefehl; befehl: BefehlAn<Teamtypen>; umfeld: Teamumfeld };

/** One command on the calendar of a team. */
export type Teamvertrag = VertragAn<Art>;
const vertrag = vertragsbau<Art>('team', TEAMRECHTE);

const besprechungAbschliessen = vertrag({
  befehl: 'besprechung_abschliessen',
  pfad: '/besprechungen',
  titel: 'Teambesprechung abschließen (T-41)',
  uebergaenge: [],
  eingabe: z.strictObject({
    teilnehmende: z.array(mitarbeitendeVerweis).max(50).default([]),
    protokoll: freitext,
    ...gemeinsam,
  }),
  texte: { protokoll: 'K1' },
  zuBefehl: ({ teilnehmende }, { kopf, liste }) => ({
    ...kopf,
    befehl: 'besprechung_abschliessen',
    teilnehmende,
    liste,
  }),
});

const teambesuchErfassen = vertrag({
  befehl: 'teambesuch_erfassen',
  pfad: '/teambesuche',
  titel: 'Teambesuch der Kontakt-FM erfassen (T-42)',
  uebergaenge: [],
  eingabe: z.strictObject({
    team: teamVerweis.describe('Besuchtes Team'),
    abstimmung: freitext.describe('Mit wem der Besuch abgestimmt wurde'),
    ergebnis: freitext.optional(),
    ...gemeinsam,
  }),
  texte: { abstimmung: 'K1', ergebnis: 'K1' },
  zuBefehl: ({ team }, { kopf }) => ({ ...kopf, befehl: 'teambesuch_erfassen', team }),
});

const austauschErfassen = vertrag({
  befehl: 'austausch_erfassen',
  pfad: '/austausche',
  titel: 'Austausch mit FM U25, FM Migration oder Familiencoaching erfassen (T-43)',
  uebergaenge: [],
  eingabe: z.strictObject({ mit: z.enum(AUSTAUSCHPARTNER), ergebnis: freitext, ...gemeinsam }),
  texte: { ergebnis: 'K1' },
  zuBefehl: ({ mit }, { kopf }) => ({ ...kopf, befehl: 'austausch_erfassen', mit }),
});

const betreuungsschluesselFeststellen = vertrag({
  befehl: 'betreuungsschluessel_feststellen',
  pfad: '/betreuungsschluessel',
  titel: 'Betreuungsschlüssel des Monats feststellen (T-44)',
  uebergaenge: [],
  eingabe: z.strictObject({ ...gemeinsam }),
  texte: {},
  zuBefehl: (_, { kopf, last }) => ({ ...kopf, befehl: 'betreuungsschluessel_feststellen', ...last }),
});

const rdBerichtErfassen = vertrag({
  befehl: 'rd_bericht_erfassen',
  pfad: '/rd-berichte',
  titel: 'Bericht an die Regionaldirektion erfassen (T-45)',
  uebergaenge: [],
  eingabe: z.strictObject({ ergebnis: freitext, ...gemeinsam }),
  texte: { ergebnis: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'rd_bericht_erfassen' }),
});

const netzwerktreffenErfassen = vertrag({
  befehl: 'netzwerktreffen_erfassen',
  pfad: '/netzwerktreffen',
  titel: 'Netzwerktreffen mit Leistungserbringern erfassen (T-49)',
  uebergaenge: [],
  eingabe: z.strictObject({ teilnehmende: freitext, ergebnis: freitext, ...gemeinsam }),
  texte: { teilnehmende: 'K1', ergebnis: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'netzwerktreffen_erfassen' }),
});

const evaluationErfassen = vertrag({
  befehl: 'evaluation_erfassen',
  pfad: '/evaluationen',
  titel: 'Wirkung auf die Handlungsbedarfe auswerten (T-52)',
  uebergaenge: [],
  eingabe: z.strictObject({
    schulungsbedarf: freitext,
    bestPractice: freitext.describe('Wie es anderswo gelingt'),
    entscheidung: freitext.describe('Was mit der Bereichsleitung entschieden wurde'),
    ...gemeinsam,
  }),
  texte: { schulungsbedarf: 'K1', bestPractice: 'K1', entscheidung: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'evaluation_erfassen' }),
});

const jahresberichteAnfordern = vertrag({
  befehl: 'jahresberichte_anfordern',
  pfad: '/jahresberichte/anforderung',
  titel: 'Leistungserbringer um ihre Jahresberichte bitten (T-48)',
  uebergaenge: [],
  eingabe: z.strictObject({ ...gemeinsam }),
  texte: {},
  zuBefehl: (_, { kopf, berichtspflichtige }) => ({
    ...kopf,
    befehl: 'jahresberichte_anfordern',
    berichtspflichtige,
  }),
});

const jahresberichteErfassen = vertrag({
  befehl: 'jahresberichte_erfassen',
  pfad: '/jahresberichte',
  titel: 'Eingang der Jahresberichte erfassen (T-48)',
  uebergaenge: [],
  eingabe: z.strictObject({
    eingegangen: z.array(erbringerVerweis).max(500).default([]),
    vermerk: freitext.optional().describe('Was veranlasst ist, wenn Berichte fehlen'),
    ...gemeinsam,
  }),
  texte: { vermerk: 'K1' },
  zuBefehl: ({ eingegangen }, { kopf, berichtspflichtige }) => ({
    ...kopf,
    befehl: 'jahresberichte_erfassen',
    berichtspflichtige,
    eingegangen,
  }),
});

const stichprobeZiehen = vertrag({
  befehl: 'stichprobe_ziehen',
  pfad: '/stichproben',
  titel: 'Stichprobe der Fachaufsicht auslosen (T-50)',
  uebergaenge: [],
  eingabe: z.strictObject({
    anzahl: z.int().min(1).max(50).describe('So viele Fälle werden gezogen'),
    loswort: z
      .string()
      .regex(/^[0-9A-Za-z-]{6,64}$/, '6 bis 64 Ziffern, Buchstaben oder Bindestriche')
      .describe('Eigener Beitrag zum Zufall, z. B. die Lottozahlen vom Samstag'),
    ...gemeinsam,
  }),
  texte: {},
  zuBefehl: (_, { kopf, ziehung }) => ({
    ...kopf,
    befehl: 'stichprobe_ziehen',
    ziehung: gebraucht(ziehung, 'Ziehung'),
  }),
});

const stichprobePruefen = vertrag({
  befehl: 'stichprobe_pruefen',
  pfad: '/stichproben/pruefung',
  titel: 'Gezogenen Fall prüfen (T-50)',
  uebergaenge: [],
  eingabe: z.strictObject({ fall: fallVerweis, ergebnis: freitext, ...gemeinsam }),
  texte: { ergebnis: 'K3' },
  zuBefehl: ({ fall }, { kopf }) => ({ ...kopf, befehl: 'stichprobe_pruefen', fall }),
});

/** Every command on the calendar of a team. */
export const TEAMVERTRAEGE: readonly Teamvertrag[] = [
  besprechungAbschliessen,
  teambesuchErfassen,
  austauschErfassen,
  betreuungsschluesselFeststellen,
  rdBerichtErfassen,
  netzwerktreffenErfassen,
  evaluationErfassen,
  jahresberichteAnfordern,
  jahresberichteErfassen,
  stichprobeZiehen,
  stichprobePruefen,
];

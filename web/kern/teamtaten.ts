import type { Fristid } from '../../domain/pflicht/katalog/katalog.ts';
import type { Teamsachbefehl } from '../../domain/rollen/teamrechte.ts';
import type { Teamereignis } from '../../domain/team/ereignisse.ts';

export type Teamtat = {
  /** The duty of the team it serves. */
  readonly frist: Fristid;
  /** In the words of a button. */
  readonly wort: string;
  /** What it records: its newest day is when it was last done. */
  readonly ereignis: Teamereignis['art'];
};

/** Every command on the calendar of a team, in the order of a page. One without a row does not compile. */
export const TEAMTATEN: Readonly<Record<Teamsachbefehl, Teamtat>> = {
  besprechung_abschliessen: {
    frist: 'T-41',
    wort: 'Besprechung abschließen',
    ereignis: 'besprechung_abgeschlossen',
  },
  teambesuch_erfassen: { frist: 'T-42', wort: 'Besuch erfassen', ereignis: 'teambesuch_erfasst' },
  austausch_erfassen: { frist: 'T-43', wort: 'Austausch erfassen', ereignis: 'austausch_erfasst' },
  betreuungsschluessel_feststellen: {
    frist: 'T-44',
    wort: 'Schlüssel feststellen',
    ereignis: 'betreuungsschluessel_festgestellt',
  },
  rd_bericht_erfassen: { frist: 'T-45', wort: 'Bericht erfassen', ereignis: 'rd_bericht_erfasst' },
  jahresberichte_anfordern: {
    frist: 'T-48',
    wort: 'Berichte anfordern',
    ereignis: 'jahresberichte_angefordert',
  },
  jahresberichte_erfassen: {
    frist: 'T-48',
    wort: 'Eingang der Berichte erfassen',
    ereignis: 'jahresberichte_erfasst',
  },
  netzwerktreffen_erfassen: {
    frist: 'T-49',
    wort: 'Netzwerktreffen erfassen',
    ereignis: 'netzwerktreffen_erfasst',
  },
  stichprobe_ziehen: { frist: 'T-50', wort: 'Stichprobe auslosen', ereignis: 'stichprobe_gezogen' },
  stichprobe_pruefen: { frist: 'T-50', wort: 'Gezogenen Fall prüfen', ereignis: 'stichprobe_geprueft' },
  evaluation_erfassen: { frist: 'T-52', wort: 'Evaluation erfassen', ereignis: 'evaluation_erfasst' },
};

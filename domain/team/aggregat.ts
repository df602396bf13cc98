import type { Fristid } from '../kennungen.ts';
import type { Fristschritt } from '../pflicht/frist.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Aggregat } from '../vorgang/aggregat.ts';
import { antwortAus } from '../vorgang/antwort.ts';
import { leiternachrichten, type Nachricht } from '../vorgang/nachricht.ts';
import { teamAufHeutigenStand } from './altstand.ts';
import { decide } from './decide.ts';
import type { Teamereignis } from './ereignisse.ts';
import { evolve } from './evolve.ts';
import { bandVon, jahresmittel, schluesselwert, type Schluesselband } from './schluessel.ts';
import { pflichtlage, zeituebergaenge } from './fristen.ts';
import { berichtsbitten } from './jahresberichte.ts';
import type { Team } from './team.ts';
import type { Teamtypen } from './typen.ts';

/** Values shown after a meeting or a draw. */
export type Teamfakten = {
  readonly besprechung?: number;
  readonly zugeordnet?: number;
  /** Vormerkungen that stay, by the how-manieth meeting the next one will be for them. */
  readonly bleiben?: Readonly<Record<string, number>>;
  /** T-44: cases per full-time Fallmanager today, the mean of the year so far, and where that lies (POL-SCHLUESSEL). */
  readonly schluessel?: number;
  readonly jahresmittel?: number;
  readonly band?: Schluesselband;
  readonly gezogen?: readonly string[];
  /** Drawn cases that wait for their review. */
  readonly zuPruefen?: number;
};

function schluesselfakten({
  schluessel,
  policy,
}: Team): Pick<Teamfakten, 'schluessel' | 'jahresmittel' | 'band'> {
  const letzter = schluessel.at(-1);
  if (letzter === undefined) return {};
  const mittel = jahresmittel(schluessel, letzter.am.slice(0, 4));
  return {
    schluessel: schluesselwert(letzter),
    jahresmittel: mittel,
    band: bandVon(mittel, policyAus(policy)),
  };
}

function fakten(ereignis: Teamereignis, stand: Team): Teamfakten {
  if (ereignis.art === 'besprechung_abgeschlossen') {
    const bleiben: Record<string, number> = {};
    for (const posten of ereignis.liste) {
      if (posten.ausgang === 'bleibt') bleiben[posten.naechste] = (bleiben[posten.naechste] ?? 0) + 1;
    }
    const zugeordnet = ereignis.liste.filter(({ ausgang }) => ausgang === 'zugeordnet').length;
    return { besprechung: ereignis.nummer, zugeordnet, bleiben };
  }
  if (ereignis.art === 'betreuungsschluessel_festgestellt') return schluesselfakten(stand);
  const zuPruefen = stand.stichprobe?.faelle.filter(({ geprueft }) => geprueft === null).length ?? 0;
  if (ereignis.art === 'stichprobe_gezogen') {
    return { gezogen: ereignis.ziehung.gezogen.map(({ fallnummer }) => fallnummer).sort(), zuPruefen };
  }
  return ereignis.art === 'stichprobe_geprueft' ? { zuPruefen } : {};
}

/** T-42 belongs to the Kontakt-FM of the team to be visited, T-49 to all of them (R16), all else to the Teamleitung. */
function kontaktFm(team: Team, { id, vorkommen }: Fristschritt): readonly string[] {
  if (id === 'T-49') return [...new Set(team.kontaktteams.flatMap((k) => k.kontaktFm))].sort();
  if (id !== 'T-42') return [];
  const gegenstand = team.auftraege.find((a) => a.id === id && a.vorkommen === vorkommen)?.gegenstand;
  return team.kontaktteams.find((k) => k.team === gegenstand)?.kontaktFm ?? [];
}

function jeEmpfaenger(team: Team, schritt: Fristschritt): Nachricht[] {
  const [nachricht] = leiternachrichten([schritt], () => ({ person: null }));
  if (nachricht === undefined) return [];
  if (nachricht.an !== 'fm') return [nachricht];
  return kontaktFm(team, schritt).map((person) => ({ ...nachricht, person }));
}

const AN_TL = {
  an: 'tl',
  person: null,
  stufe: 'mitteilung',
  vorkommen: null,
  faellig: null,
  nr: null,
} as const;
const mitteilung = (anlass: Fristid): Nachricht => ({ ...AN_TL, anlass });

function nachrichten(ereignis: Teamereignis, nachher: Team): Nachricht[] {
  if (ereignis.art === 'frist_schritte') return ereignis.schritte.flatMap((s) => jeEmpfaenger(nachher, s));
  if (ereignis.art === 'betreuungsschluessel_festgestellt')
    return schluesselfakten(nachher).band === 'im_band' ? [] : [mitteilung('T-44')];
  if (ereignis.art === 'jahresberichte_angefordert') return berichtsbitten(ereignis.erbringer);
  return ereignis.art === 'stichprobe_gezogen' ? [mitteilung('T-50')] : [];
}

/** The calendar of a team as the loop, the recording and the workflow know it. */
export const TEAM: Aggregat<Teamtypen> = {
  art: 'team',
  neu: (teamId) => ({ zustand: 'neu', teamId, sequenz: 0 }),
  idVon: ({ teamId }) => teamId,
  decide,
  evolve,
  pflichtlage,
  zeituebergaenge,
  antwortAuf: (_, ereignisse, stand) =>
    antwortAus(ereignisse, stand, {
      neben: [],
      fakten: ereignisse.reduce<Teamfakten>((bisher, e) => ({ ...bisher, ...fakten(e, stand) }), {}),
    }),
  nachrichten: (ereignis, _, nachher) => nachrichten(ereignis, nachher),
  // A team meets as long as there is one.
  istAbgeschlossen: () => false,
  aufHeutigenStand: teamAufHeutigenStand,
  befehlVonHeute: (befehl) => befehl,
};

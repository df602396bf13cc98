import { plusMonate, type Tag } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Tatsache } from '../pflicht/frist.ts';
import { ZEITRAUMFRISTARTEN } from '../pflicht/katalog/team.ts';
import { tatsache } from '../pflicht/tatsache.ts';
import { tabelleAus } from '../tabelle.ts';
import { evolveKopf, PFLEGEZEILEN } from '../vorgang/pflege.ts';
import { regelwerkVon } from '../vorgang/regelwerk.ts';
import { nachArt, type Ereigniszeilen, type NachArt } from '../vorgang/tafel.ts';
import type { Teamereignis } from './ereignisse.ts';
import { periodeVon } from './fristen.ts';
import { istBerichtsjahr } from './jahresberichte.ts';
import { mitSchluessel } from './schluessel.ts';
import {
  AUSTAUSCHPARTNER,
  ZEITRAUMFRISTEN,
  type Auftrag,
  type Besprechung,
  type NeuesTeam,
  type Stichprobe,
  type Team,
  type Zeitraumfrist,
} from './team.ts';
import { kalenderzeitraum } from './zeitraum.ts';

type Eroeffnung = Extract<Teamereignis, { readonly gruendung: unknown }>;
type Folgekarte = NachArt<Exclude<Teamereignis, Eroeffnung>>;
type EreignisVon<Art extends Teamereignis['art']> = Extract<Teamereignis, { art: Art }>;

/** Meetings a duty may still ask for. */
const BESPRECHUNGEN_GEMERKT = 8;

function gegenstaende(team: Team, frist: Zeitraumfrist): readonly string[] {
  if (frist === 'T-42') return team.kontaktteams.map((k) => k.team);
  return frist === 'T-43' ? AUSTAUSCHPARTNER : [ZEITRAUMFRISTARTEN[frist].gegenstand];
}

/** Adds what is newly owed in a period, numbered on. */
function mitAuftraegen(
  team: Team,
  zeitraum: { readonly frist: Zeitraumfrist; readonly von: Tag; readonly bis: Tag },
  beginn: Tag,
): Team {
  const { frist: id, von, bis } = zeitraum;
  const gleiche = team.auftraege.filter((a) => a.id === id && a.von === von);
  const neue = gegenstaende(team, id).filter((g) => !gleiche.some((a) => a.gegenstand === g));
  const bisher = team.gezaehlt[id];
  const auftraege = neue.map((gegenstand, stelle): Auftrag => ({
    id,
    vorkommen: bisher + stelle + 1,
    gegenstand,
    von,
    bis,
    beginn,
    erfuellung: null,
  }));
  return {
    ...team,
    auftraege: [...team.auftraege, ...auftraege],
    gezaehlt: { ...team.gezaehlt, [id]: bisher + neue.length },
    zeitraumBis: { ...team.zeitraumBis, [id]: bis },
  };
}

/** What was owed two periods ago is over, kept or missed. */
function ohneVergangene(team: Team, { frist, von }: EreignisVon<'zeitraum_begonnen'>): Team {
  const ab = plusMonate(von, -periodeVon(team, frist) - 1);
  return { ...team, auftraege: team.auftraege.filter((a) => a.id !== frist || a.bis >= ab) };
}

/** Visits of teams that are no longer to be visited are no longer owed; new ones are, from that day on. */
function kontaktteamsUebernommen(team: Team, ereignis: EreignisVon<'kontaktteams_uebernommen'>): Team {
  const { kontaktteams } = ereignis;
  const am = ortstag(ereignis.am);
  const ids = kontaktteams.map((k) => k.team);
  const auftraege = team.auftraege.filter(
    (a) => a.id !== 'T-42' || a.erfuellung !== null || ids.includes(a.gegenstand),
  );
  const zeitraum = kalenderzeitraum(am, periodeVon(team, 'T-42'));
  return mitAuftraegen({ ...team, kontaktteams, auftraege }, { frist: 'T-42', ...zeitraum }, am);
}

function jeZeitraumfrist<T>(wert: T): Readonly<Record<Zeitraumfrist, T>> {
  return tabelleAus(ZEITRAUMFRISTEN, () => wert);
}

function eroeffne(teamId: string, ereignis: Eroeffnung): Team {
  const { policy, kalender, verpflichtung } = ereignis.gruendung;
  const seit = ortstag(ereignis.am);
  const leer: Team = {
    art: 'team',
    zustand: 'taetig',
    teamId,
    team: teamId,
    policy,
    kalender,
    verpflichtung,
    seit,
    regelwerk: regelwerkVon(ereignis.gruendung),
    fristen: [],
    kontaktteams: ereignis.kontaktteams,
    besprechungen: [],
    auftraege: [],
    gezaehlt: jeZeitraumfrist(0),
    zeitraumBis: jeZeitraumfrist(seit),
    schluessel: [],
    stichprobe: null,
    stichproben: 0,
    ...evolveKopf({ hinweise: [] }, ereignis),
  };
  return ZEITRAUMFRISTEN.reduce(
    (team, frist) => mitAuftraegen(team, { frist, ...kalenderzeitraum(seit, periodeVon(leer, frist)) }, seit),
    leer,
  );
}

/** The thing of the period in which the fact happened is kept by its first fact. */
function erfuellt(team: Team, { id, gegenstand }: Pick<Auftrag, 'id' | 'gegenstand'>, fakt: Tatsache): Team {
  const trifft = (a: Auftrag): boolean =>
    a.id === id && a.gegenstand === gegenstand && a.von <= fakt.am && fakt.am <= a.bis;
  const auftraege = team.auftraege.map((a) =>
    trifft(a) && a.erfuellung === null ? { ...a, erfuellung: fakt } : a,
  );
  return { ...team, auftraege };
}

/** What the team as a whole owes, once a period. */
function vomTeamErfuellt(team: Team, id: Exclude<Zeitraumfrist, 'T-42' | 'T-43'>, fakt: Tatsache): Team {
  return erfuellt(team, { id, gegenstand: ZEITRAUMFRISTARTEN[id].gegenstand }, fakt);
}

/** The reports on the year that was over when they were recorded. */
function berichtet(team: Team, fakt: Tatsache): Team {
  const auftraege = team.auftraege.map((a) =>
    a.id === 'T-48' && a.erfuellung === null && istBerichtsjahr(a, fakt) ? { ...a, erfuellung: fakt } : a,
  );
  return { ...team, auftraege };
}

function gezogen(team: Team, ereignis: EreignisVon<'stichprobe_gezogen'>): Team {
  const { nummer, leseBis, ziehung } = ereignis;
  const faelle = ziehung.gezogen.map((f) => ({ ...f, geprueft: null }));
  return {
    ...team,
    stichprobe: { nummer, gezogen: tatsache(ereignis), faelle, leseBis },
    stichproben: nummer,
    verpflichtung: ziehung.naechsteVerpflichtung,
  };
}

/** The year is done with the figure of its last month; those before show the trend (T-44). */
function schluesselFestgestellt(
  team: Team,
  ereignis: EreignisVon<'betreuungsschluessel_festgestellt'>,
): Team {
  const fakt = tatsache(ereignis);
  const { faelle, vollzeit } = ereignis;
  const neu = { ...team, schluessel: mitSchluessel(team.schluessel, { am: fakt.am, faelle, vollzeit }) };
  const letzterMonat = team.zeitraumBis['T-44'].slice(0, 7) === fakt.am.slice(0, 7);
  return letzterMonat ? vomTeamErfuellt(neu, 'T-44', fakt) : neu;
}

/** The sample is done once every drawn case was reviewed. */
function geprueft(team: Team, ereignis: EreignisVon<'stichprobe_geprueft'>): Team {
  const { stichprobe } = team;
  if (stichprobe === null) return team;
  const fakt = tatsache(ereignis);
  const faelle: Stichprobe['faelle'] = stichprobe.faelle.map((f) =>
    f.fall === ereignis.fall ? { ...f, geprueft: fakt } : f,
  );
  const neu = { ...team, stichprobe: { ...stichprobe, faelle } };
  if (faelle.some((f) => f.geprueft === null)) return neu;
  return { ...neu, auftraege: neu.auftraege.map((a) => abgeschlossen(a, stichprobe, fakt)) };
}

/** The review may come after the period; what counts is in which one the sample was drawn. */
function abgeschlossen(auftrag: Auftrag, { gezogen: am }: Stichprobe, fakt: Tatsache): Auftrag {
  const imZeitraum = auftrag.id === 'T-50' && auftrag.von <= am.am && am.am <= auftrag.bis;
  return imZeitraum && auftrag.erfuellung === null ? { ...auftrag, erfuellung: fakt } : auftrag;
}

/** A row for what keeps the one duty `id` of its period. */
function erfuellend(id: Parameters<typeof vomTeamErfuellt>[1]): (team: Team, ereignis: Teamereignis) => Team {
  return (team, ereignis) => vomTeamErfuellt(team, id, tatsache(ereignis));
}

/** What each kind of event does to the calendar of a team that is there. */
export const FOLGEN = {
  kontaktteams_uebernommen: kontaktteamsUebernommen,
  zeitraum_begonnen: (team, ereignis) =>
    mitAuftraegen(ohneVergangene(team, ereignis), ereignis, ereignis.von),
  besprechung_abgeschlossen: (team, ereignis) => {
    const neu: Besprechung = { ...tatsache(ereignis), nummer: ereignis.nummer };
    return { ...team, besprechungen: [...team.besprechungen, neu].slice(-BESPRECHUNGEN_GEMERKT) };
  },
  teambesuch_erfasst: (team, ereignis) =>
    erfuellt(team, { id: 'T-42', gegenstand: ereignis.team }, tatsache(ereignis)),
  austausch_erfasst: (team, ereignis) =>
    erfuellt(team, { id: 'T-43', gegenstand: ereignis.mit }, tatsache(ereignis)),
  betreuungsschluessel_festgestellt: schluesselFestgestellt,
  rd_bericht_erfasst: erfuellend('T-45'),
  netzwerktreffen_erfasst: erfuellend('T-49'),
  evaluation_erfasst: erfuellend('T-52'),
  jahresberichte_angefordert: (team) => team,
  jahresberichte_erfasst: (team, ereignis) => berichtet(team, tatsache(ereignis)),
  stichprobe_gezogen: gezogen,
  stichprobe_geprueft: geprueft,
  ...PFLEGEZEILEN,
} satisfies Ereigniszeilen<Team, Folgekarte>;

const weiter = nachArt<Team, Folgekarte, Team>(FOLGEN);

/** Folds one recorded event into the calendar of a team. Never fails on what was recorded. */
export function evolve(team: NeuesTeam | Team, ereignis: Teamereignis): Team {
  if (team.zustand === 'neu') {
    if ('gruendung' in ereignis) return eroeffne(team.teamId, ereignis);
    throw new Error(`Ein Team beginnt nicht mit „${ereignis.art}“`);
  }
  if ('gruendung' in ereignis) throw new Error('Der Kalender des Teams besteht schon');
  const naechstes = weiter(team, ereignis);
  return { ...naechstes, ...evolveKopf(naechstes, ereignis) };
}

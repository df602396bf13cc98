import { kalenderFuer, type Land } from '../../../domain/frist/kalender.ts';
import { ortstag, ortszeit } from '../../../domain/frist/zeitzone.ts';
import type { Policywahl } from '../../../domain/policy/policy.ts';
import { STANDARDWAHL } from '../../../domain/policy/wahl.ts';
import { TEAM } from '../../../domain/team/aggregat.ts';
import type { Teamtypen } from '../../../domain/team/typen.ts';
import type { Teambefehl } from '../../../domain/team/befehle.ts';
import type { Teamereignis } from '../../../domain/team/ereignisse.ts';
import type { Kontaktteam, Team } from '../../../domain/team/team.ts';
import type { Befehlskopf } from '../../../domain/vorgang/befehl.ts';
import type { Nachricht } from '../../../domain/vorgang/nachricht.ts';
import { fuehreAus, naechsterInstant, zeitschritt } from '../../../domain/vorgang/schritt.ts';

const TEAM_ID = '1b7c2a7e-0000-4000-8000-0000000000b1';
const TL = '1b7c2a7e-0000-4000-8000-000000000003';

/** A team with everything that happened to it and every message. */
export type Teamwerdegang = {
  readonly team: Team;
  readonly ereignisse: readonly Teamereignis[];
  readonly nachrichten: readonly Nachricht[];
};

let zaehler = 0;

function kopf(am: string, felder: readonly string[]): Befehlskopf {
  zaehler += 1;
  const at = ortszeit(am);
  const nachweis = { dokument: `d${zaehler}`, zeichen: 40, nurVorlage: false };
  return {
    befehlId: `b${zaehler}`,
    at,
    akteur: { id: TL, rolle: 'tl' },
    ereignisAm: ortstag(at),
    texte: Object.fromEntries(felder.map((feld) => [feld, nachweis])),
    begruendungen: {},
    zeilenversionen: {},
  };
}

type Eigenes<Name extends Teambefehl['befehl']> = Omit<
  Extract<Teambefehl, { befehl: Name }>,
  keyof Befehlskopf | 'befehl'
>;

const FELDER: Partial<Record<Teambefehl['befehl'], readonly string[]>> = {
  besprechung_abschliessen: ['protokoll'],
  teambesuch_erfassen: ['abstimmung'],
  austausch_erfassen: ['ergebnis'],
  jahresberichte_erfassen: ['vermerk'],
  stichprobe_pruefen: ['ergebnis'],
};

/** A complete command; the test names only what matters. */
export function befehl<Name extends Teambefehl['befehl']>(
  name: Name,
  am: string,
  daten: Eigenes<Name> & Partial<Befehlskopf>,
): Teambefehl {
  // Head, name and data together are this command; the compiler cannot join a mapped type again.
  return { ...kopf(am, FELDER[name] ?? []), befehl: name, ...daten } as unknown as Teambefehl;
}

function weiter(werdegang: Teamwerdegang, ereignisse: readonly Teamereignis[]): Teamwerdegang {
  let team: Team = werdegang.team;
  const nachrichten = [...werdegang.nachrichten];
  for (const ereignis of ereignisse) {
    const vorher = team;
    team = TEAM.evolve(vorher, ereignis);
    nachrichten.push(...TEAM.nachrichten(ereignis, vorher, team));
  }
  return { team, ereignisse: [...werdegang.ereignisse, ...ereignisse], nachrichten };
}

/** Lets time pass as a live timer does: every due moment on its own. */
export function bis(werdegang: Teamwerdegang, am: string): Teamwerdegang {
  let jetzt = werdegang;
  for (;;) {
    const faellig = naechsterInstant<Teamtypen>(TEAM, jetzt.team);
    if (faellig === null || faellig > ortszeit(am)) return jetzt;
    const schritt = zeitschritt<Teamtypen>(TEAM, jetzt.team, faellig);
    if (schritt === null) throw new Error(`Um ${faellig} geweckt, aber nichts zu tun`);
    jetzt = weiter(jetzt, schritt.ereignisse);
  }
}

/** The refusal's id, or the team after the command. */
export function gib(werdegang: Teamwerdegang, einer: Teambefehl): Teamwerdegang | string {
  const davor = bis(werdegang, ortstag(einer.at) + 'T00:00');
  const ergebnis = fuehreAus<Teamtypen>(TEAM, davor.team, einer);
  return ergebnis.ok ? weiter(davor, ergebnis.ereignisse) : ergebnis.ablehnung.id;
}

/** The team after commands that were accepted. @throws when one was refused */
export function nach(werdegang: Teamwerdegang, ...befehle: Teambefehl[]): Teamwerdegang {
  return befehle.reduce((bisher, einer) => {
    const danach = gib(bisher, einer);
    if (typeof danach === 'string') throw new Error(`${einer.befehl}: ${danach}`);
    return danach;
  }, werdegang);
}

/** A team that gets its calendar at that moment. */
export function beginn(
  am: string,
  mehr: { kontaktteams?: readonly Kontaktteam[]; policy?: Policywahl; land?: Land } = {},
): Teamwerdegang {
  const { kontaktteams = [], policy = STANDARDWAHL, land = 'HB' } = mehr;
  const gruendung = { teamId: TEAM_ID, policy, kalender: kalenderFuer(land), verpflichtung: 'v1' };
  const einer = befehl('organisation_uebernehmen', am, { gruendung, kontaktteams });
  const ergebnis = fuehreAus<Teamtypen>(TEAM, TEAM.neu(TEAM_ID), einer);
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  const [erstes, ...rest] = ergebnis.ereignisse;
  if (erstes === undefined) throw new Error('ohne Ereignis kein Team');
  const eroeffnet = TEAM.evolve(TEAM.neu(TEAM_ID), erstes);
  return weiter({ team: eroeffnet, ereignisse: [erstes], nachrichten: [] }, rest);
}

/** Duties of a kind as `vorkommen faellig status`, the newest last. */
export function fristen({ team }: Teamwerdegang, id: string): string[] {
  return team.fristen
    .filter((f) => f.id === id)
    .sort((a, b) => a.vorkommen - b.vorkommen)
    .map((f) => `${f.vorkommen} ${f.faellig} ${f.ende ?? f.lauf}`);
}

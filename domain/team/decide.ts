import { bedingungFehlt } from '../ablehnung.ts';
import { plusTage } from '../frist/tag.ts';
import { ortstag } from '../frist/zeitzone.ts';
import type { Pflegebefehl } from '../vorgang/befehl.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from '../vorgang/entwurf.ts';
import type { Pflegeereignis } from '../vorgang/ereignis.ts';
import { PFLEGEBEFEHLE } from '../vorgang/pflege.ts';
import { nachName, type Befehlszeilen, type NachName } from '../vorgang/tafel.ts';
import { imRahmen } from '../vorgang/zeitregel.ts';
import type { Teambefehl } from './befehle.ts';
import type { Teamdaten } from './ereignisse.ts';
import { besprochenewoche, periodeVon } from './fristen.ts';
import { jahresberichteAnfordern, jahresberichteErfassen } from './jahresberichte.ts';
import type { Kontaktteam, NeuesTeam, Team } from './team.ts';
import { kalenderzeitraum } from './zeitraum.ts';

type Befehl = Teambefehl | Pflegebefehl;
type BefehlVon<Name extends Befehl['befehl']> = Extract<Befehl, { befehl: Name }>;
type TeamEntwurf = Entwurf<Teamdaten | Pflegeereignis>;

/** Days the Teamleitung may read the restricted texts of drawn cases [P]. */
const LESETAGE = 28;

const NICHTS: TeamEntwurf = { ok: true, ereignisse: [] };

function gleich(a: readonly Kontaktteam[], b: readonly Kontaktteam[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function uebernehmen(team: NeuesTeam | Team, befehl: BefehlVon<'organisation_uebernehmen'>): TeamEntwurf {
  const { gruendung, kontaktteams } = befehl;
  if (team.zustand === 'neu')
    return angenommen(folge(null, null, { art: 'team_begonnen', gruendung, kontaktteams }));
  if (gleich(team.kontaktteams, kontaktteams)) return NICHTS;
  return angenommen(folge(null, null, { art: 'kontaktteams_uebernommen', kontaktteams }));
}

/** T-41: the list was worked through, every waiting Vormerkung with its outcome (AC-10, AC-11). */
function besprechungAbschliessen(team: Team, befehl: BefehlVon<'besprechung_abschliessen'>): TeamEntwurf {
  const { teilnehmende, liste, ereignisAm } = befehl;
  if (zeichen(befehl, 'protokoll') === 0) {
    return bedingungFehlt('T-41', 'Zur Besprechung fehlt das Protokoll.');
  }
  const nummer = ereignisAm < team.seit ? null : besprochenewoche(team, ereignisAm);
  if (nummer === null) return bedingungFehlt('T-41', 'Diese Besprechung ist schon abgeschlossen.');
  return angenommen(
    geschehen(befehl, { tr: null }, { art: 'besprechung_abgeschlossen', nummer, teilnehmende, liste }),
  );
}

/** T-42: a visit is agreed with the Teamleitung of the visited team (001 5.1). */
function teambesuchErfassen(team: Team, befehl: BefehlVon<'teambesuch_erfassen'>): TeamEntwurf {
  if (!team.kontaktteams.some((k) => k.team === befehl.team)) {
    return bedingungFehlt('T-42', 'Dieses Team hat keine Kontakt-FM und wird nicht besucht.');
  }
  if (zeichen(befehl, 'abstimmung') === 0) {
    return bedingungFehlt('T-42', 'Es fehlt, mit wem der Besuch abgestimmt wurde.');
  }
  return angenommen(geschehen(befehl, { tr: null }, { art: 'teambesuch_erfasst', team: befehl.team }));
}

/** T-43. */
function austauschErfassen(befehl: BefehlVon<'austausch_erfassen'>): TeamEntwurf {
  if (zeichen(befehl, 'ergebnis') === 0) {
    return bedingungFehlt('T-43', 'Zum Austausch fehlt das Ergebnis.');
  }
  return angenommen(geschehen(befehl, { tr: null }, { art: 'austausch_erfasst', mit: befehl.mit }));
}

/** T-50: one draw a period; a second one could be repeated until it suits. */
function stichprobeZiehen(team: Team, befehl: BefehlVon<'stichprobe_ziehen'>): TeamEntwurf {
  const { ziehung, ereignisAm } = befehl;
  const { von } = kalenderzeitraum(ereignisAm, periodeVon(team, 'T-50'));
  if (team.stichprobe !== null && team.stichprobe.gezogen.am >= von) {
    return bedingungFehlt('T-50', 'In diesem Zeitraum wurde schon eine Stichprobe gezogen.');
  }
  if (ziehung.gezogen.length === 0) {
    return bedingungFehlt('T-50', 'Das Team hat keinen offenen Fall, der gezogen werden könnte.');
  }
  return angenommen(
    geschehen(
      befehl,
      { tr: null },
      {
        art: 'stichprobe_gezogen',
        nummer: team.stichproben + 1,
        verpflichtung: team.verpflichtung,
        leseBis: plusTage(ereignisAm, LESETAGE),
        ziehung,
      },
    ),
  );
}

/** T-50: the Teamleitung reviews each drawn case once and writes down what it found. */
function stichprobePruefen(team: Team, befehl: BefehlVon<'stichprobe_pruefen'>): TeamEntwurf {
  const fall = team.stichprobe?.faelle.find((f) => f.fall === befehl.fall);
  if (fall === undefined) return bedingungFehlt('T-50', 'Dieser Fall ist nicht in der Stichprobe.');
  if (fall.geprueft !== null) return bedingungFehlt('T-50', 'Dieser Fall ist schon geprüft.');
  if (zeichen(befehl, 'ergebnis') === 0) return bedingungFehlt('T-50', 'Zur Prüfung fehlt das Ergebnis.');
  return angenommen(geschehen(befehl, { tr: null }, { art: 'stichprobe_geprueft', fall: befehl.fall }));
}

/** T-44: the figure is that of the day on which it is found; what it was another day nobody can count any more. */
function schluesselFeststellen(befehl: BefehlVon<'betreuungsschluessel_feststellen'>): TeamEntwurf {
  const { faelle, vollzeit, ereignisAm, at } = befehl;
  if (ereignisAm !== ortstag(at))
    return bedingungFehlt('T-44', 'Der Betreuungsschlüssel wird für den heutigen Tag festgestellt.');
  if (vollzeit === 0) return bedingungFehlt('T-44', 'Im Team arbeitet niemand im Fallmanagement.');
  const daten = { art: 'betreuungsschluessel_festgestellt', faelle, vollzeit } as const;
  return angenommen(geschehen(befehl, { tr: null }, daten));
}

/** What a report, a meeting, an evaluation has to say, by field, and the sentence where it is missing. */
const BERICHTE = {
  rd_bericht_erfassen: {
    frist: 'T-45',
    art: 'rd_bericht_erfasst',
    felder: { ergebnis: 'Zum Bericht an die Regionaldirektion fehlt, was er sagt.' },
  },
  netzwerktreffen_erfassen: {
    frist: 'T-49',
    art: 'netzwerktreffen_erfasst',
    felder: {
      teilnehmende: 'Zum Netzwerktreffen fehlt, wer dabei war.',
      ergebnis: 'Zum Netzwerktreffen fehlt das Ergebnis.',
    },
  },
  // 001 7.1 in this order: training need, best practice elsewhere, decision with the Bereichsleitung.
  evaluation_erfassen: {
    frist: 'T-52',
    art: 'evaluation_erfasst',
    felder: {
      schulungsbedarf: 'Zur Evaluation fehlt, welcher Schulungsbedarf besteht.',
      bestPractice: 'Zur Evaluation fehlt, wie es anderswo gelingt.',
      entscheidung: 'Zur Evaluation fehlt die Entscheidung mit der Bereichsleitung.',
    },
  },
} as const;

/** T-45, T-49, T-52: done once all of it is written down. */
function berichten(befehl: BefehlVon<keyof typeof BERICHTE>): TeamEntwurf {
  const { frist, art, felder } = BERICHTE[befehl.befehl];
  const fehlend = Object.entries(felder).find(([feld]) => zeichen(befehl, feld) === 0);
  if (fehlend !== undefined) return bedingungFehlt(frist, fehlend[1]);
  return angenommen(geschehen(befehl, { tr: null }, { art }));
}

type Folgebefehl = Exclude<Befehl, { befehl: 'organisation_uebernehmen' }>;
export type Folgebefehlskarte = NachName<Folgebefehl>;

/** Every command on the calendar of a team that is there. A reason that comes later is no fact and never late. */
export const FOLGEBEFEHLE = {
  besprechung_abschliessen: { updatename: 'klar', durch: besprechungAbschliessen },
  teambesuch_erfassen: { updatename: 'klar', durch: teambesuchErfassen },
  austausch_erfassen: { updatename: 'klar', durch: (_, befehl) => austauschErfassen(befehl) },
  betreuungsschluessel_feststellen: {
    updatename: 'klar',
    durch: (_, befehl) => schluesselFeststellen(befehl),
  },
  rd_bericht_erfassen: { updatename: 'klar', durch: (_, befehl) => berichten(befehl) },
  netzwerktreffen_erfassen: { updatename: 'klar', durch: (_, befehl) => berichten(befehl) },
  evaluation_erfassen: { updatename: 'klar', durch: (_, befehl) => berichten(befehl) },
  jahresberichte_anfordern: { updatename: 'klar', durch: (_, befehl) => jahresberichteAnfordern(befehl) },
  jahresberichte_erfassen: { updatename: 'klar', durch: (_, befehl) => jahresberichteErfassen(befehl) },
  stichprobe_ziehen: { updatename: 'klar', durch: stichprobeZiehen },
  stichprobe_pruefen: { updatename: 'klar', durch: stichprobePruefen },
  ...PFLEGEBEFEHLE,
  begruendung_nachreichen: { ...PFLEGEBEFEHLE.begruendung_nachreichen, ereignistag: 'technisch' },
} satisfies Befehlszeilen<Team, Folgebefehlskarte, Teamdaten | Pflegeereignis>;

const folgend = nachName<Team, Folgebefehlskarte, Teamdaten | Pflegeereignis>(FOLGEBEFEHLE);

/** Decides one command on the calendar of a team; pure, as for a Fall. */
export function decide(team: NeuesTeam | Team, befehl: Befehl): TeamEntwurf {
  if (befehl.befehl === 'organisation_uebernehmen') return uebernehmen(team, befehl);
  if (team.zustand === 'neu') throw new Error(`Befehl ${befehl.befehl} an ein Team ohne Ereignis`);
  return imRahmen(befehl, FOLGEBEFEHLE[befehl.befehl], {
    geregelt: team,
    grundlage: team,
    entscheide: () => folgend(team, befehl),
  });
}

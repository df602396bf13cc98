import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import { policyAus } from '../../policy/wahl.ts';
import { kriteriumA } from '../../zugang/kriterium-a.ts';
import type { BefehlVon, Personenfakten, Prophylaxe } from '../befehle.ts';
import type { BestehenderFall, GepruefterFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { personAmOrt, personGeeignet } from './vormerkung.ts';
import type { Folgezeilen } from './zeilen.ts';
import {
  gespraechVorEntscheidung,
  pruefung,
  uebernahmehinweise,
  urteilUnvollstaendig,
} from './zugangsurteil.ts';

const BEDINGUNGEN: Readonly<Record<keyof Prophylaxe, string>> = {
  neuzugang: 'Die Person ist kein Neuzugang.',
  risikoLangzeitarbeitslosigkeit: 'Ein Risiko der Langzeitarbeitslosigkeit ist nicht erkennbar.',
  wahrscheinlichkeitMinimierbar: 'Das Risiko lässt sich durch das Fallmanagement nicht verringern.',
};

/** V-08: all four conditions of TR19; that the Profiling is abgesichert the file says, not the form. */
function bedingungenFehlen({ prophylaxe, person }: BefehlVon<'abweichung_beantragen'>): Entwurf | null {
  for (const name of Object.keys(BEDINGUNGEN) as (keyof Prophylaxe)[]) {
    if (!prophylaxe[name]) return verstoss('V-08', `Keine Abweichung: ${BEDINGUNGEN[name]}`);
  }
  return nichtAbgesichert(person);
}

function nichtAbgesichert({ profilAbgesichert }: Personenfakten): Entwurf | null {
  if (profilAbgesichert) return null;
  return verstoss('V-08', 'Keine Abweichung: Das Profiling ist nicht abgesichert.');
}

function vorDemGespraech(fall: GepruefterFall, befehl: { ereignisAm: string }): Entwurf | null {
  const gespraech = gespraechVorEntscheidung(fall);
  if (gespraech === null || befehl.ereignisAm >= gespraech.am) return null;
  return bedingungFehlt('TR19', 'Die Entscheidung kann nicht vor dem Übernahmegespräch liegen (A-31).');
}

function unnoetig(erfuellt: boolean): Entwurf | null {
  if (!erfuellt) return null;
  return bedingungFehlt('TR19', 'Kriterium A ist erfüllt; die Übernahme braucht keine Abweichung.');
}

/** Everything that has to hold before the policy says who may decide. */
function nichtBeantragbar(fall: GepruefterFall, befehl: BefehlVon<'abweichung_beantragen'>): Entwurf | null {
  const policy = policyAus(fall.policy);
  if (policy['POL-ABWEICHUNG'] === 'verboten') {
    return verstoss('V-08', 'In diesem Haus gibt es keine Abweichung von Kriterium A.');
  }
  if (fall.abweichung !== null) {
    return bedingungFehlt('TR19', 'Ein Antrag auf Abweichung wartet schon auf die Teamleitung.');
  }
  return (
    vorDemGespraech(fall, befehl) ??
    urteilUnvollstaendig(befehl, policy) ??
    personGeeignet(befehl.person, fall) ??
    personAmOrt(befehl.person, fall) ??
    unnoetig(pruefung(befehl, policy).kriteriumA)
  );
}

/**
 * TR19: the FM wants to take somebody over without criterion A. The Teamleitung approves, or the reason alone is
 * enough (POL-ABWEICHUNG); always an Auffälligkeit.
 */
function abweichungBeantragen(stand: BestehenderFall, befehl: BefehlVon<'abweichung_beantragen'>): Entwurf {
  const fall = ausgang('TR19', stand, befehl);
  if ('ok' in fall) return fall;
  const hindernis = nichtBeantragbar(fall, befehl);
  if (hindernis !== null) return hindernis;
  if (befehl.kriteriumB !== 'ja') {
    return verstoss('V-05', 'Auch eine Abweichung setzt ein bejahtes Kriterium B voraus.');
  }
  if (zeichen(befehl, 'begruendung') === 0) {
    return verstoss('V-08', 'Eine Abweichung von Kriterium A braucht eine Begründung.');
  }
  const fehlt = bedingungenFehlen(befehl);
  if (fehlt !== null) return fehlt;
  const policy = policyAus(fall.policy);
  const geprueft = pruefung(befehl, policy);
  const uebergang = { tr: 'TR19', warnungen: uebernahmehinweise(fall, befehl) } as const;
  const daten =
    policy['POL-ABWEICHUNG'] === 'mit_grund'
      ? ({ art: 'fallzugang_dokumentiert', ...geprueft, abweichung: 'prophylaxe' } as const)
      : ({ art: 'abweichung_beantragt', ...geprueft, komplex: befehl.komplex } as const);
  return angenommen(geschehen(befehl, uebergang, daten));
}

/** The rules once more, on the file as it is when the Teamleitung decides. */
function nichtMehrErlaubt(
  fall: GepruefterFall,
  { person }: BefehlVon<'abweichung_entscheiden'>,
  komplex: boolean | null,
): Entwurf | null {
  return (
    personGeeignet(person, fall) ??
    personAmOrt(person, fall) ??
    unnoetig(kriteriumA(person, policyAus(fall.policy), komplex)) ??
    nichtAbgesichert(person)
  );
}

/** TR19, V-08: the approver is somebody else than the requester and gives a reason, too. */
function abweichungEntscheiden(stand: BestehenderFall, befehl: BefehlVon<'abweichung_entscheiden'>): Entwurf {
  const fall = ausgang('TR19', stand, befehl);
  if ('ok' in fall) return fall;
  const antrag = fall.abweichung;
  if (antrag === null) return bedingungFehlt('TR19', 'Es liegt kein Antrag auf Abweichung vor.');
  if (antrag.von === befehl.akteur.id) {
    return bedingungFehlt('TR19', 'Wer den Antrag gestellt hat, kann ihn nicht selbst genehmigen.');
  }
  if (befehl.ereignisAm < ortstag(antrag.am)) {
    return bedingungFehlt('TR19', 'Entschieden wird frühestens am Tag des Antrags.');
  }
  if (zeichen(befehl, 'begruendung') === 0) {
    return bedingungFehlt('TR19', 'Die Entscheidung über die Abweichung braucht eine Begründung.');
  }
  if (!befehl.gewaehrt) return angenommen(geschehen(befehl, { tr: 'TR19' }, { art: 'abweichung_abgelehnt' }));
  const ohneProfillage = antrag.komplex === null ? {} : { ohneProfillage: true };
  const zugang = { art: 'fallzugang_dokumentiert', kriteriumA: false, abweichung: 'prophylaxe' } as const;
  return (
    nichtMehrErlaubt(fall, befehl, antrag.komplex) ??
    angenommen(geschehen(befehl, { tr: 'TR19' }, { ...zugang, ...ohneProfillage }))
  );
}

export const ABWEICHUNG = {
  abweichung_beantragen: {
    updatename: 'klar',
    durch: abweichungBeantragen,
    tage: { fmVorgestelltAm: 'tatsache', person: 'akte' },
  },
  abweichung_entscheiden: { updatename: 'klar', durch: abweichungEntscheiden, tage: { person: 'akte' } },
} satisfies Partial<Folgezeilen>;

import { bedingungFehlt, jetztNicht, verstoss } from '../../ablehnung.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { Regelid } from '../../kennungen.ts';
import { kriteriumA } from '../../zugang/kriterium-a.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BestehenderFall, GepruefterFall } from '../fall.ts';
import { angenommen, geschehen, text, zeichen, type Entwurf } from './entwurf.ts';
import { personGeeignet } from './zugang.ts';

/** Shorter than this nobody has given reasons for a professional judgement (V-06). */
const KRITERIUM_B_MINDESTLAENGE = 20;

type Entscheidung = BefehlVon<'zugang_entscheiden'>;

/** V-06: the judgement is written by a person; a check-list alone decides nothing. */
function checklistenverfahren(befehl: Entscheidung): Entwurf | null {
  const begruendung = text(befehl, 'kriteriumBBegruendung');
  if (begruendung === undefined || begruendung.zeichen < KRITERIUM_B_MINDESTLAENGE) {
    return verstoss(
      'V-06',
      `Kriterium B braucht eine eigene fachliche Begründung von mindestens ${KRITERIUM_B_MINDESTLAENGE} Zeichen; eine Zuordnung allein nach Checkliste ist unzulässig.`,
    );
  }
  if (begruendung.nurVorlage) {
    return verstoss('V-06', 'Die Begründung zu Kriterium B besteht nur aus einem Textbaustein.');
  }
  return null;
}

export function zugangEntscheiden(fall: BestehenderFall, befehl: Entscheidung): Entwurf {
  const tr = befehl.ergebnis === 'uebernahme' ? 'TR14' : 'TR15';
  if (fall.zustand !== 'zugangspruefung') return jetztNicht(tr, fall.zustand, 'Die Zugangsentscheidung');
  if (befehl.akteur.rolle !== 'fm') {
    return verstoss('V-07', 'Über die Übernahme entscheidet allein das Fallmanagement.');
  }
  const gespraech = fall.weg.uebernahmegespraech;
  if (gespraech !== null && befehl.ereignisAm < gespraech.am) {
    return bedingungFehlt(tr, 'Die Zugangsentscheidung kann nicht vor dem Übernahmegespräch liegen (A-31).');
  }
  return checklistenverfahren(befehl) ?? (tr === 'TR14' ? uebernehmen(fall, befehl) : abweisen(fall, befehl));
}

/** V-15: introduced until the day of the Fallzugang. */
function istVorgestellt({ fmVorgestelltAm, ereignisAm }: Entscheidung): boolean {
  return fmVorgestelltAm !== null && fmVorgestelltAm <= ereignisAm;
}

function uebernehmen(fall: GepruefterFall, befehl: Entscheidung): Entwurf {
  const hindernis = personGeeignet(befehl.person);
  if (hindernis !== null) return hindernis;
  const policy = policyAus(fall.policy);
  if (!kriteriumA(befehl.person, policy)) {
    return verstoss(
      'V-03',
      `Kriterium A ist nicht erfüllt: komplexe Profillage und mindestens ${policy['POL-HB'].min} offene Handlungsbedarfe in Rahmenbedingungen oder Leistungsfähigkeit.`,
    );
  }
  if (befehl.kriteriumB !== 'ja') {
    return verstoss('V-05', 'Ohne ein bejahtes Kriterium B ist die Übernahme nicht möglich.');
  }
  const bekannt = fall.weg.uebernahmegespraech?.fmBekannt === true || istVorgestellt(befehl);
  const warnungen: Regelid[] = bekannt ? [] : ['V-15'];
  return angenommen(
    geschehen(befehl, { tr: 'TR14', warnungen }, { art: 'fallzugang_dokumentiert', kriteriumA: true }),
  );
}

function abweisen(fall: GepruefterFall, befehl: Entscheidung): Entwurf {
  if (zeichen(befehl, 'begruendung') === 0) {
    const beide = kriteriumA(befehl.person, policyAus(fall.policy)) && befehl.kriteriumB === 'ja';
    return verstoss(
      'V-10',
      beide
        ? 'Beide Kriterien sind erfüllt: die Gründe gegen eine Übernahme sind anzugeben.'
        : 'Ein Nichtzugang braucht die maßgeblichen Gründe.',
    );
  }
  if (befehl.besprochenAm === null || befehl.besprochenAm > befehl.ereignisAm) {
    return verstoss('V-16', 'Die Gründe der Abweisung sind vorher mit der Person zu besprechen.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR15' }, { art: 'zugang_abgewiesen' }));
}

import { verstoss } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import type { Policy } from '../../policy/policy.ts';
import { brauchtEinschaetzung, kriteriumA } from '../../zugang/kriterium-a.ts';
import type { Befehlskopf, Zugangsurteil } from '../befehle.ts';
import type { GepruefterFall, Tatsache } from '../fall.ts';
import { text, zeichen, type Entwurf } from './entwurf.ts';

/** Shorter than this nobody has given reasons for a professional judgement (V-06). */
const KRITERIUM_B_MINDESTLAENGE = 20;

/** A command that brings the judgement of the FM. */
export type Urteil = Befehlskopf & Zugangsurteil;

/** V-06: the judgement is written by a person; a check-list alone decides nothing. */
function checklistenverfahren(befehl: Urteil): Entwurf | null {
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

/** complexity is stated only where no Profillage says it, and with a reason. */
function einschaetzung(befehl: Urteil, policy: Policy): Entwurf | null {
  if (befehl.komplex === null) return null;
  if (!brauchtEinschaetzung(befehl.person, policy)) {
    return verstoss(
      'V-03',
      'Eine eigene Einschätzung der Komplexität zählt nur, wo keine Profillage vorliegt.',
    );
  }
  if (zeichen(befehl, 'komplexitaetBegruendung') > 0) return null;
  return verstoss('V-03', 'Die Einschätzung der Komplexität braucht eine Begründung.');
}

/** V-06, A-02: what makes a judgement a judgement, whatever it leads to. */
export function urteilUnvollstaendig(befehl: Urteil, policy: Policy): Entwurf | null {
  return checklistenverfahren(befehl) ?? einschaetzung(befehl, policy);
}

/** The computed part of the record (E10). */
export function pruefung(
  befehl: Urteil,
  policy: Policy,
): { readonly kriteriumA: boolean; readonly ohneProfillage?: true } {
  const erfuellt = kriteriumA(befehl.person, policy, befehl.komplex);
  return befehl.komplex === null ? { kriteriumA: erfuellt } : { kriteriumA: erfuellt, ohneProfillage: true };
}

/** The talk after which may be decided: the Übernahmegespräch, or the Erstgespräch where that was waived (A-31, TR08). */
export function gespraechVorEntscheidung({ weg }: GepruefterFall): Tatsache | null {
  return weg.uebernahmegespraech ?? weg.erstgespraech;
}

/** V-15: introduced until the day of the Fallzugang, in a talk or otherwise. */
function kenntFm({ weg }: GepruefterFall, { fmVorgestelltAm, ereignisAm }: Urteil): boolean {
  const gesprochen = weg.erstgespraech !== null || weg.uebernahmegespraech?.fmBekannt === true;
  return gesprochen || (fmVorgestelltAm !== null && fmVorgestelltAm <= ereignisAm);
}

/** W rules of an Übernahme: V-09 where integration into the labour market is not the first aim, V-15. */
export function uebernahmehinweise(fall: GepruefterFall, befehl: Urteil): Regelid[] {
  const hinweise: Regelid[] = befehl.integrationNachrangig ? ['V-09'] : [];
  return kenntFm(fall, befehl) ? hinweise : [...hinweise, 'V-15'];
}

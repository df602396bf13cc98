import type { Fristid } from '../../domain/kennungen.ts';
import { FRISTEN } from '../../domain/pflicht/katalog/katalog.ts';
import { gilt } from '../../domain/pflicht/leiter.ts';
import type { Eskalationsregel } from '../../domain/policy/policy.ts';
import { STANDARD } from '../../domain/policy/standard.ts';

const EMPFAENGER: Readonly<Record<Eskalationsregel['rolle'], string>> = {
  verantwortlich: 'verantwortliche Person',
  fm: 'Fallmanagement',
  tl: 'Teamleitung',
  bereichsleitung: 'Bereichsleitung',
  koordinator: 'Koordination',
  leistungserbringer: 'Leistungserbringer',
};
const STUFEN = { erinnerung: 'Erinnerung', faellig: 'fällig', ueberfaellig: 'überfällig' } as const;

function tag({ versatz, einheit }: Eskalationsregel): string {
  if (versatz === 0) return 'am Tag';
  const anzahl = Math.abs(versatz);
  const wort = einheit === 'tage' ? ['Tag', 'Tage'] : ['Arbeitstag', 'Arbeitstage'];
  return `${anzahl} ${wort[anzahl === 1 ? 0 : 1] ?? ''} ${versatz < 0 ? 'vorher' : 'danach'}`;
}

function sprosse(regel: Eskalationsregel): string {
  const zaehler = regel.nurZaehler === true ? ', nur gezählt' : '';
  return `${tag(regel)} ${EMPFAENGER[regel.rolle]} (${STUFEN[regel.stufe]}${zaehler})`;
}

const sprossen = (id: Fristid): string[] => STANDARD['POL-ESC'].filter((r) => gilt(r, id)).map(sprosse);

/** The rungs in the words of POL-ESC in the version `standard`. */
export function leiterInWorten(id: Fristid): string {
  const alle = sprossen(id);
  if (alle.length === 0) return 'keine: eine offene Aufgabe oder die Nachricht eines Übergangs';
  return `${FRISTEN[id].leiter}: ${alle.join('; ')}`;
}

export const LEITERN =
  'Jede Stufe gilt ab 0 Uhr ihres Tages, gezählt vom Fälligkeitstag. Eine Erinnerung vor dem Beginn der Frist entfällt. Sind mehrere Stufen für\n' +
  'dieselbe Person zugleich erreicht, bekommt sie nur die höchste (POL-ESC).';

import type { Fristid } from '../../domain/kennungen.ts';
import type { Fristart } from '../../domain/pflicht/katalog/fristart.ts';
import { FRISTEN, fristenMit } from '../../domain/pflicht/katalog/katalog.ts';
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

type Leiter = Fristart['leiter'];
const NAMEN: Readonly<Record<Leiter, string>> = {
  voll: 'volle Leiter',
  kurz: 'kurze Leiter',
  keine: 'keine Leiter',
};

/** The rungs in the words of POL-ESC in the version `standard`. */
const sprossen = (id: Fristid): string[] => STANDARD['POL-ESC'].filter((r) => gilt(r, id)).map(sprosse);

/** The rungs that every Frist with this ladder has. */
function gemeinsame(leiter: Leiter): string[] {
  const [erste, ...weitere] = fristenMit((art) => art.leiter === leiter);
  return erste === undefined
    ? []
    : sprossen(erste).filter((eine) => weitere.every((id) => sprossen(id).includes(eine)));
}

/** The ladder by its name, and the rungs this Frist has besides. */
export function leiterInWorten(id: Fristid): string {
  const { leiter } = FRISTEN[id];
  const dazu = sprossen(id).filter((eine) => !gemeinsame(leiter).includes(eine));
  return [NAMEN[leiter], ...dazu.map((eine) => `dazu ${eine}`)].join('; ');
}

function punkt(leiter: Leiter): string {
  const alle = gemeinsame(leiter);
  const stufen =
    alle.length === 0 ? 'nur eine offene Aufgabe oder die Mitteilung eines Übergangs' : alle.join('; ');
  return `- **${NAMEN[leiter]}:** ${stufen}`;
}

export const LEITERN = [
  'Wer wann erinnert wird, gezählt vom Fälligkeitstag. Die verantwortliche Person ist die, die unter „Wer“ steht, oder ihre Vertretung.',
  '',
  punkt('voll'),
  punkt('kurz'),
  punkt('keine'),
  '',
  'Jede Stufe gilt ab 0 Uhr ihres Tages. Eine Erinnerung vor dem Beginn der Frist entfällt. Sind mehrere Stufen für dieselbe Person zugleich',
  'erreicht, bekommt sie nur die höchste (POL-ESC).',
].join('\n');

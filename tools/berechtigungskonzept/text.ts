import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import {
  BEZIEHUNGEN,
  KLASSEN,
  recht,
  type Klasse,
  type Rechtsbeziehung,
} from '../../domain/rollen/matrix.ts';
import { routenliste } from '../openapi/openapi-text.ts';

const ROLLENNAMEN: Readonly<Record<Rolle, string>> = {
  pap: 'persönliche Ansprechperson (R04, R05)',
  fm: 'Fallmanagement Ü25 (R07), als Vertretung (R08)',
  fm_u25: 'Fallmanagement U25 (R09)',
  fm_extern: 'externes Fallmanagement (R23)',
  fm_spezial: 'Fallmanagement für besondere Gruppen (R10)',
  jour_fixe_av: 'Arbeitsvermittlung im Jour-Fixe (R11)',
  tl: 'Teamleitung (R12)',
  bereichsleitung: 'Bereichsleitung (R13)',
  controlling: 'Controlling (R15)',
  service_center: 'Service-Center (R24)',
  koordinator: 'Koordination sozialer Leistungen (R18)',
  administration: 'Systemadministration (R26)',
};

const BEZIEHUNGSNAMEN: Readonly<Record<Rechtsbeziehung, string>> = {
  zustaendig: 'führt den Fall',
  vertretung: 'vertritt heute, wer den Fall führt',
  vertretung_grund: 'vertritt und hat einen Grund genannt',
  beauftragt: 'ist mit dem Fall beauftragt',
  abgebend: 'hat den Fall abgegeben',
  aufnehmend: 'nimmt die Person auf',
  betreuend: 'betreut die Person',
  team: 'leitet oder steuert das Team des Falls',
  mitglied: 'arbeitet im Team des Falls',
  stichprobe: 'prüft den Fall, weil er gezogen wurde (T-50)',
  notzugriff: 'hat einen Notzugriff mit Grund und Ende',
  jour_fixe: 'die Person ist im Jour-Fixe',
  termin: 'sagt Termine ab',
  haus: 'ohne Beziehung zum Fall',
};

const KLASSENNAMEN: Readonly<Record<Klasse, string>> = {
  K0: 'Identität und Kontakt',
  K1: 'Stand des Verfahrens',
  K2: 'Profiling, Bezeichnung der Handlungsbedarfe',
  K3: 'geschützter Bereich des Fallmanagements',
  K4: 'besonders geschützte Angaben',
  K5: 'Austausch mit Leistungserbringern',
  K6: 'zusammengefasste Zahlen',
  K7: 'Protokoll der Zugriffe',
};

const zeile = (...zellen: readonly string[]): string => `| ${zellen.join(' | ')} |`;
const kopf = (...namen: readonly string[]): string =>
  [zeile(...namen), zeile(...namen.map(() => '---'))].join('\n');

/** R, W or both, as 01-roles.md 1.3 writes it. */
function zelle(rolle: Rolle, beziehung: Rechtsbeziehung, klasse: Klasse): string {
  const { liest, schreibt } = recht(rolle, beziehung);
  return `${liest.includes(klasse) ? 'R' : ''}${schreibt.includes(klasse) ? 'W' : ''}` || '–';
}

function matrix(): string[] {
  return ROLLEN.flatMap((rolle) =>
    BEZIEHUNGEN.map((beziehung) => [
      ROLLENNAMEN[rolle],
      BEZIEHUNGSNAMEN[beziehung],
      ...KLASSEN.map((klasse) => zelle(rolle, beziehung, klasse)),
    ])
      .filter(([, , ...zellen]) => zellen.some((eine) => eine !== '–'))
      .map((zellen) => zeile(...zellen)),
  );
}

function handlungen(): string[] {
  return routenliste().map(({ titel, gruppe, methode, rollen, zugang }) =>
    zeile(
      gruppe,
      titel,
      methode === 'get' ? 'liest' : 'schreibt',
      zugang === undefined ? rollen.join(', ') : 'Einmallink',
    ),
  );
}

/** The concept of roles and rights as the code decides it (01-roles.md 1.3). */
export function berechtigungskonzept(): string {
  return `# Rollen- und Berechtigungskonzept

Erzeugt aus [domain/rollen/matrix.ts](../../domain/rollen/matrix.ts) und den Wegen der API (\`node tools/berechtigungskonzept/main.ts\`). Nach
derselben Tabelle entscheiden die Anwendungsfälle und, unabhängig davon, PostgreSQL für jede Zeile. Was nicht dasteht, ist nicht erlaubt.

## Grundsätze

- Eine Rolle allein öffnet keine Akte: es zählt die Beziehung zum Fall am Tag des Zugriffs.
- Rollen, Teams und Beziehungen stehen in der Datenbank und wirken mit der nächsten Anfrage; das Token sagt nur, wer fragt.
- Vertretung, Stichprobe und Notzugriff haben einen Grund und ein Ende und hören von selbst auf.
- Jeder Lesezugriff auf K3 bis K5 steht im Protokoll, auch der abgewiesene.
- Wer ausscheidet, verliert den Zugang sofort; seine offenen Pflichten werden aufgelistet.

## Datenklassen

${kopf('Klasse', 'Inhalt')}
${KLASSEN.map((klasse) => zeile(klasse, KLASSENNAMEN[klasse])).join('\n')}

## Matrix

R liest, W schreibt.

${kopf('Rolle', 'Beziehung', ...KLASSEN)}
${matrix().join('\n')}

## Handlungen

Wer überhaupt fragen darf; ob im einzelnen Fall, entscheidet die Matrix.

${kopf('Bereich', 'Handlung', 'Art', 'Rollen')}
${handlungen().join('\n')}
`;
}

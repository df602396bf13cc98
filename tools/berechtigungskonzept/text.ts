import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import {
  BEZIEHUNGEN,
  KLASSEN,
  recht,
  type Klasse,
  type Rechtsbeziehung,
} from '../../domain/rollen/matrix.ts';
import { BEZIEHUNGSNAMEN, KLASSENNAMEN, ROLLENNAMEN } from '../../domain/rollen/namen.ts';
import { ROUTEN } from '../../api/routen.ts';

const zeile = (...zellen: readonly string[]): string => `| ${zellen.join(' | ')} |`;
const spaltentitel = (...namen: readonly string[]): string =>
  [zeile(...namen), zeile(...namen.map(() => '---'))].join('\n');

/** R, W or both, as rollen.md 3 writes it. */
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
  return ROUTEN.map(({ titel, gruppe, methode, rollen, anmeldung }) =>
    zeile(
      gruppe,
      titel,
      methode === 'get' ? 'liest' : 'schreibt',
      anmeldung === undefined ? rollen.join(', ') : 'Einmallink',
    ),
  );
}

const AUSLEGUNGEN = `## Auslegungen

Wo das Muster der Berechtigungen (rollen.md 2, 3) schweigt oder sich widerspricht, gilt in Lotse:

- **Stammdaten (K0)** pflegen auch persönliche Ansprechperson und Teamleitung, solange Lotse sie aus keinem anderen Verfahren übernimmt.
- **Profil und Handlungsbedarfe (K2)** schreibt während des bFM nur, wer den Fall führt.
- **Bereichsleitung (R13)** und **Controlling (R15)** öffnen keinen Fall und keine Prüfakte. In ihren Listen stehen Fallnummer, Pflicht, Tag und
  wer zuständig ist, keine Person. Die Fallnummer vergibt Lotse; sie ist ein Pseudonym, das nur auflöst, wer K0 lesen darf.
- **Auslastung je Mitarbeitende** sehen die Betroffenen, Teamleitung und Bereichsleitung, nicht das Controlling (Beschäftigtendatenschutz).
- **Vertretung (R08)** hält Kontakte mit ihrem Vermerk (K3) fest, sonst schreibt sie nur K1. Sie liest die Fragen „noch nötig?“ mit,
  entscheidet sie aber nicht.
- **Notzugriff** haben, wer berät oder ein Team leitet. Ansprechperson (R04) und Jour-Fixe (R11) sehen dabei K0 bis K2: „no access to
  K3/K4/K5“ gilt auch in der Krise.
- **Prüfung der Zugriffe mit Grund:** die Teamleitung die in ihrem Team. Ist eine Teamleitung betroffen, prüfen Datenschutzbeauftragte (R27) oder
  die Bereichsleitung (R13), die dafür kein K7 bekommt. Den eigenen prüft niemand. R27 sieht dabei Fallnummer und Grund, den Fall nicht.
- **Administration (R26)** liest das Protokoll nicht; ein Konto hat genau eine Rolle, also hat keines R26 und R27.
- **Koordination (R18)** liest vom Teamkalender nichts und fordert nur die Jahresberichte an.`;

/** The concept of roles and rights as the code decides it (rollen.md 3). */
export function berechtigungskonzept(): string {
  return `# Rollen- und Berechtigungskonzept

Erzeugt aus [domain/rollen/matrix.ts](../../domain/rollen/matrix.ts) und den Wegen der API (\`node tools/berechtigungskonzept/main.ts\`). Nach
derselben Tabelle entscheiden die Anwendungsfälle und, unabhängig davon, PostgreSQL für jede Zeile. Was nicht dasteht, ist nicht erlaubt.

## Grundsätze

- Eine Rolle allein öffnet keine Akte: es zählt die Beziehung zum Fall am Tag des Zugriffs.
- Rollen, Teams und Beziehungen stehen in der Datenbank und wirken mit der nächsten Anfrage; das Token sagt nur, wer fragt.
- Vertretung, Stichprobe und Notzugriff haben einen Grund und ein Ende und hören von selbst auf.
- Jeder Lesezugriff auf K3 bis K5 steht im Protokoll; an einem Fall und an einer Person auch der abgewiesene.
- Jede Liste und jede Suche von Personen oder Fällen steht darin mit ihrer Zahl, jede Person, die jemand allein durch seine Rolle sieht, mit ihrer Kennung;
  beides liest der Datenschutz (R27).
- Wer ausscheidet, verliert den Zugang sofort; seine offenen Pflichten werden aufgelistet.

## Datenklassen

${spaltentitel('Klasse', 'Inhalt')}
${KLASSEN.map((klasse) => zeile(klasse, KLASSENNAMEN[klasse])).join('\n')}

## Matrix

R liest, W schreibt.

${spaltentitel('Rolle', 'Beziehung', ...KLASSEN)}
${matrix().join('\n')}

${AUSLEGUNGEN}

## Handlungen

Wer überhaupt fragen darf; ob im einzelnen Fall, entscheidet die Matrix.

${spaltentitel('Bereich', 'Handlung', 'Art', 'Rollen')}
${handlungen().join('\n')}
`;
}

import { LOESCHKLASSEN, type Loeschklasse, type Startzeitpunkt } from '../../domain/loeschung/klassen.ts';
import {
  ABLAUF_TAGE_HOECHSTENS,
  DATENARTEN,
  type Datenart,
  type Loeschweg,
} from '../../domain/loeschung/konzept.ts';
import { BEDENKTAGE, loeschfrist } from '../../domain/loeschung/frist.ts';

const START: Readonly<Record<Startzeitpunkt, string>> = {
  erfassung: 'Tag der Erfassung',
  fallende: 'Ende des Falls: Fallabgang, Abweisung, Weiterleitung oder Rücknahme der Vormerkung',
  letzte_eintragung: 'letzte Eintragung durch Beschäftigte',
  erledigung: 'Erledigung: Zustellung, Antwort, Ende des Ablaufs',
  vorgesehener_tag: 'Tag, für den sie vorgesehen ist',
  jahresende: 'Ende des Kalenderjahres',
  keiner: '–',
};

const WEG: Readonly<Record<Loeschweg, string>> = {
  einzeln: 'einzeln, nachts; spätestens mit dem Fall',
  mit_fall: 'mit dem Fall, in einer Transaktion',
  mit_person: 'mit der Personenakte, in einer Transaktion',
  nachtlauf: 'nachts, ohne Einzelnachweis',
  schluessel: 'nachts, durch Vernichten des Schlüssels',
  temporal: 'durch Temporal',
  keiner: 'keine Löschung nach Zeit',
};

function klassenzeile({ name, start, monate, nachPolicy, begruendung }: Loeschklasse): string {
  const frist = monate === null ? '–' : `${String(monate)} Monate${nachPolicy ? ' (POL-LOESCH)' : ''}`;
  return `| ${name} | ${START[start]} | ${frist} | ${begruendung} |`;
}

function artenzeile({ name, klassen, tabellen, loeschklasse, weg, anmerkung = '' }: Datenart): string {
  const namen = tabellen.map((tabelle) => `\`${tabelle}\``).join(', ') || '–';
  return `| ${name} | ${klassen.join(', ') || '–'} | ${LOESCHKLASSEN[loeschklasse].name} | ${WEG[weg]} | ${anmerkung} | ${namen} |`;
}

/** An example is computed, never written by hand. */
function beispiel(tag: string): string {
  const { faellig, feuertAb } = loeschfrist(tag, LOESCHKLASSEN.unterlage.monate);
  return `erfasst am ${tag}, letzter Tag ${faellig}, gelöscht ab ${feuertAb}`;
}

/** `docs/datenschutz/loeschkonzept.md` as the data of domain/loeschung says it (DS-10, DIN 66398). */
export function loeschkonzepttext(): string {
  return `# Löschkonzept

Aus den Daten in [domain/loeschung/konzept.ts](../../domain/loeschung/konzept.ts) erzeugt (\`node tools/loeschkonzept/main.ts\`); danach löscht Lotse.
Die Begriffe folgen DIN 66398: Jede Datenart gehört zu einer Löschklasse, jede Löschklasse hat einen Startzeitpunkt und eine
Regellöschfrist.

## Löschklassen

| Löschklasse | Startzeitpunkt | Regellöschfrist | Begründung |
| --- | --- | --- | --- |
${Object.values(LOESCHKLASSEN).map(klassenzeile).join('\n')}

Fristen sind Zeiträume (CAL-Z): Sie enden mit Ablauf ihres letzten Tages und verschieben sich nie, auch nicht auf einen Arbeitstag.
Beispiele: ${beispiel('2024-02-29')}; ${beispiel('2021-12-27')} (ein Sonntag).

## Datenarten

| Datenart | Datenklassen | Löschklasse | Löschweg | Anmerkung | Tabellen |
| --- | --- | --- | --- | --- | --- |
${DATENARTEN.map(artenzeile).join('\n')}

## Wer, wann, wie

- **Verantwortlich** ist die Dienststelle. Gelöscht wird ohne Zutun jede Nacht um 00:00 Uhr Ortszeit durch einen Temporal-Zeitplan;
  eine ausgefallene Nacht wird nachgeholt.
- **Zugang**: Nur die Datenbankrolle \`lotse_loeschung\` darf löschen, was sonst nur angefügt wird; das Protokoll darf auch sie nicht kürzen.
- **Fall** (TR53): Historien des Ablaufs in Temporal, Schlüssel und alle Zeilen des Falls. Ein laufender Fall wird nicht gelöscht;
  seine Unterlagen erreichen ihre Frist einzeln.
- **Löschsperre**: Solange sie über einem Fall steht, wird dort nichts gelöscht. Setzen und Aufheben sind begründet
  und protokolliert.
- **Vorzeitig**, weil nicht mehr gebraucht (T-30): Zwei Personen entscheiden; ${String(BEDENKTAGE)} Tage lang lässt es sich zurücknehmen.
- **Nachweis** (DS-32): Das Löschbuch liegt außerhalb der Datenbank. Jede Zeile nennt Tag, Klasse, Anlass, Zahl der Zeilen und einen
  verschlüsselten Namen des Gelöschten, nie einen Inhalt; die Zeilen sind verkettet.
- **Sicherungen**: Eine eingespielte Sicherung wird anhand des Löschbuchs erneut gelöscht, bevor Lotse bereit ist. Sicherungen der
  Schlüssel leben höchstens 7 Tage, Historien abgeschlossener Abläufe höchstens ${String(ABLAUF_TAGE_HOECHSTENS)} Tage.
`;
}

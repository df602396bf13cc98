import type { Fristid } from '../kennungen.ts';

/** Why a duty exists: what is owed, and which rule demands it. */
export type Pflichtgrund = { readonly warum: string; readonly quelle: string };

const grund = (warum: string, quelle: string): Pflichtgrund => ({ warum, quelle });

/** Neutral: what is waited for would hint at health (03-process.md 3.6). */
const NEUTRAL = grund('Zu diesem Fall ist etwas zu erledigen.', '001');

/** How long is not said here: the office may have decided otherwise, and the derivation says it (POL-FRIST). */
const GRUENDE: Readonly<Record<Fristid, Pflichtgrund>> = {
  'T-01': grund('Jede Vormerkung wird in der wöchentlichen Teambesprechung einer FM zugeordnet.', '001 3.2'),
  'T-02': grund('Die FM nimmt nach der Zuordnung Kontakt mit dem pAp auf.', '001 3.2; Dauer [P]'),
  'T-03': grund('Bald nach dem Übernahmegespräch findet das Erstgespräch statt.', '001 6.1'),
  'T-04': grund('Nach dem Übernahmegespräch entscheidet die FM über den Zugang.', '003 Kap. 3; Dauer [P]'),
  'T-06': grund('Die abgebende Stelle bekommt nach dem Fallzugang ein Feedback.', '001 6.1'),
  'T-07': grund('Regelmäßig sind Gründe und Prognose der Fortführung festzuhalten.', '000/002 3c; 001 4'),
  'T-08': grund('Die Betreuung dauert in der Regel nicht länger als die Höchstdauer.', '000/002 3c; 001 4'),
  'T-09': grund('Ist die Höchstdauer erreicht, ist ein Standortgespräch zu führen.', '001 4'),
  'T-10': grund('Regelmäßig ist Kontakt zu halten.', '001 6.4'),
  'T-11': grund('Während einer Maßnahme genügt ein Kontakt in größerem Abstand.', '001 6.4'),
  'T-12': NEUTRAL,
  'T-14': grund('Vor dem 25. Geburtstag ist der Übergang in das bFM Ü25 zu klären.', '001 3.2; Vorlauf [P]'),
  'T-15': grund('Die Vereinbarung wird regelmäßig überprüft.', '003 Kap. 5; § 15 SGB II'),
  'T-17': grund('Das Teilziel hat einen vereinbarten Tag.', '001 6.5'),
  'T-18': grund(
    'Der Leistungserbringer meldet sich vor der Fortschreibung zurück.',
    '004 Kap. 5, 9; 003 Kap. 6',
  ),
  'T-19': grund('Die Leistung soll innerhalb der vereinbarten Wartezeit beginnen.', '004 Kap. 4, 8'),
  'T-20': grund('Bricht die Leistung ab, prüft die FM den Einzelfall.', '004 Kap. 9'),
  'T-21': grund(
    'Nach der Entscheidung über den Abgang wird die Rückgabe organisiert.',
    '001 3.2.2, 4; Dauer [P]',
  ),
  'T-23': NEUTRAL,
  'T-24': grund('Sechs Monate nach dem Fallabgang wird der Verbleib erfasst.', '001 7.1; 003 I4'),
  'T-25': grund('Zwölf Monate nach dem Fallabgang wird der Verbleib erfasst.', '001 7.1'),
  'T-26': grund('Zwei Jahre nach dem Fallabgang wird der Verbleib erfasst.', '001 7.1'),
  'T-28': grund('Dauerhaft ist eine Integration, die länger als sechs Monate besteht.', '003 Kap. 7'),
  'T-30': grund('Daten werden gelöscht, sobald sie nicht mehr gebraucht werden.', '003 Kap. 4 Nr. 1, 4'),
  'T-31': grund('Die Einwilligung gilt nur bis zu ihrem Tag.', '004 Kap. 5; Art. 7 DSGVO'),
  'T-32': grund('Wird ein Termin abgesagt, ist die Begleitperson zu benachrichtigen.', '001 2.2'),
  'T-33': grund('Der externe FM berichtet im vereinbarten Abstand.', '003 Kap. 8'),
  'T-40': grund('Komplexe Profillagen werden regelmäßig geprüft.', '000/002 3b'),
  'T-41': grund('Das Team 621 bespricht sich jede Woche.', '001 2.1, 3.2'),
  'T-42': grund('Die Kontakt-FM besucht jedes M&I-Team mindestens einmal im Halbjahr.', '001 5.1, 6.1'),
  'T-43': grund('Mit jeder Fachstelle gibt es mindestens einen Austausch im Halbjahr.', '001 5.1'),
  'T-44': grund('Der Betreuungsschlüssel soll im Jahresdurchschnitt eingehalten werden.', '001 6.7'),
  'T-45': grund('Die Regionaldirektion bekommt regelmäßig ihre Auswertung.', '001 7.1; Abstand [P]'),
  'T-48': grund('Leistungserbringer berichten jährlich, wie es vereinbart ist.', '004 Kap. 8, 9'),
  'T-49': grund('Mit den Leistungserbringern gibt es regelmäßig Netzwerktreffen.', '003 Kap. 6; Abstand [P]'),
  'T-52': grund('Die Wirkung auf die Handlungsbedarfe wird ausgewertet.', '001 7.1; Abstand [P]'),
  'T-50': grund('Die Fachaufsicht betrachtet ausgeloste Fälle.', '001 7.2; Abstand [P]'),
};

/** Why this duty exists, in a sentence for the clerk. */
export function pflichtgrund(id: Fristid): Pflichtgrund {
  return GRUENDE[id];
}

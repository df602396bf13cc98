import type { Dauer } from '../../domain/frist/auftrag.ts';
import type { Fristid } from '../../domain/kennungen.ts';
import {
  FALLFRIST_IDS,
  FALLFRISTEN,
  FRISTEN,
  istFallfrist,
  POTENZIALFRIST_IDS,
  TEAMFRIST_IDS,
  ZEITRAUMFRISTEN,
} from '../../domain/pflicht/katalog/katalog.ts';
import { BA_2010 } from '../../domain/policy/ba-2010.ts';
import { ohneKennung, ROLLENNAMEN } from '../../domain/rollen/namen.ts';
import { leiterInWorten, LEITERN } from './leiter.ts';
import { OHNE_TAG } from './ohne-tag.ts';
import { zustaendeInWorten } from './zustandsworte.ts';

const EINHEITEN: Readonly<Record<Dauer['einheit'], readonly [eine: string, mehrere: string]>> = {
  tage: ['Tag', 'Tage'],
  arbeitstage: ['Arbeitstag', 'Arbeitstage'],
  wochen: ['Woche', 'Wochen'],
  monate: ['Monat', 'Monate'],
  jahre: ['Jahr', 'Jahre'],
};

const REGELN = {
  'CAL-F':
    'Frist; endet sie an einem Samstag, Sonntag oder Feiertag, gilt der nächste Arbeitstag (CAL-F, POL-ROLL)',
  'CAL-Z': 'Zeitraum, verschiebt sich nie (CAL-Z)',
  'CAL-R': 'rückwärts gerechnet; fällt sie auf einen freien Tag, gilt der Arbeitstag davor (CAL-R)',
  'CAL-T': 'fester Tag (CAL-T)',
} as const;

const anker = (id: Fristid): string =>
  `${id} ${FRISTEN[id].name}`
    .toLowerCase()
    .replace(/[^\p{L}\d -]/gu, '')
    .replaceAll(' ', '-');

const inWorten = ({ anzahl, einheit }: Dauer): string =>
  `${anzahl} ${EINHEITEN[einheit][anzahl === 1 ? 0 : 1]}`;

function wann(id: Fristid): string {
  const { dauer, bezug } = FRISTEN[id];
  if (dauer === null) return bezug;
  const imKalender = ZEITRAUMFRISTEN.some((frist) => frist === id);
  return imKalender ? `alle ${inWorten(dauer)}, ${bezug}` : `${inWorten(dauer)} ${bezug}`;
}

const rolle = (id: Fristid): string => ohneKennung(ROLLENNAMEN[FRISTEN[id].wer]);

function zustaende(id: Fristid): string[] {
  if (!istFallfrist(id)) return [];
  const { laeuftIn, ruhtIn } = FALLFRISTEN[id];
  const ruht = ruhtIn.length === 0 ? '' : `; ruht in: ${zustaendeInWorten(ruhtIn)}`;
  return [`- **Läuft in:** ${zustaendeInWorten(laeuftIn)}${ruht}`];
}

/** What an office may change about it. */
function einstellungen(id: Fristid): string {
  const { dauer, parameter = [], leiter, standard } = FRISTEN[id];
  const schalter = dauer === null ? 'ob sie läuft (POL-FRIST)' : 'ob sie läuft und die Dauer (POL-FRIST)';
  const stufen = leiter === 'keine' ? [] : ['POL-ESC'];
  const aus = BA_2010['POL-FRIST']?.[id]?.aktiv === false ? '; in `ba-2010` ausgeschaltet' : '';
  const wahl = standard === 'aus' ? '; in `standard` ausgeschaltet' : '';
  return `- **Einstellbar:** ${[schalter, ...parameter, ...stufen].join(', ')}${wahl}${aus}`;
}

/** A heading that other pages reach by the id alone. */
const titel = (id: string, name: string): string => `<a id="${id.toLowerCase()}"></a>\n\n### ${id} ${name}`;

function abschnitt(id: Fristid): string {
  const { name, warum, quelle, vertraulich, regel, erledigt } = FRISTEN[id];
  const fachlich =
    vertraulich === undefined
      ? []
      : [
          `- **Fachlich:** ${vertraulich.was} (${vertraulich.quelle}). Der Name bleibt neutral, weil er sonst auf Gesundheit hinwiese.`,
        ];
  return [
    titel(id, name),
    '',
    `${warum} (${quelle})`,
    '',
    ...fachlich,
    `- **Wann:** ${wann(id)}`,
    `- **Art:** ${REGELN[regel]}`,
    `- **Wer:** ${rolle(id)}`,
    `- **Erledigt durch:** ${erledigt}`,
    ...zustaende(id),
    `- **Leiter:** ${leiterInWorten(id)}`,
    einstellungen(id),
    '',
  ].join('\n');
}

function gruppe(titel: string, satz: string, ids: readonly Fristid[]): string {
  const zeilen = ids.map(
    (id) => `| [${id}](#${anker(id)}) | ${FRISTEN[id].name} | ${wann(id)} | ${rolle(id)} |`,
  );
  return [
    `## ${titel}`,
    '',
    satz,
    '',
    '| Frist | Name | Wann | Wer |',
    '| --- | --- | --- | --- |',
    ...zeilen,
    '',
    ...ids.map(abschnitt),
  ].join('\n');
}

const VORSPANN = `# Fristen

Erzeugt aus [domain/pflicht/katalog](../domain/pflicht/katalog) (\`npm run ablauf\`). Dauern und Leitern sind die der Fassung \`standard\`; das Haus
kann sie ändern. [P] heißt: Die Quellen nennen keinen Wert, dieser ist ein Vorschlag. Eine Frist folgt aus Tatsachen und wird nie von Hand verschoben.
Wie gerechnet wird und wie die Fristen zu lesen sind: [Fristenrechnung](fachkonzept/fristenrechnung.md). „Offen“ heißt: aktiv, Standortgespräch
fällig oder verlängert.
`;

/** `docs/fristen.md` as it should be. */
export function fristentext(): string {
  const ohneTag = Object.entries(OHNE_TAG).map(([id, { name, was }]) => `${titel(id, name)}\n\n${was}\n`);
  return [
    VORSPANN,
    `## Leitern\n\n${LEITERN}\n`,
    gruppe(
      'Fristen eines Falls',
      'In anderen als den genannten Zuständen entfallen sie. Was ruht, kommt zurück, wenn der Abgang zurückgenommen wird (TR46).',
      FALLFRIST_IDS,
    ),
    gruppe(
      'Fristen einer Person außerhalb des bFM',
      'Sie laufen, solange kein Fall offen ist und die Person geprüft wird.',
      POTENZIALFRIST_IDS,
    ),
    gruppe('Fristen eines Teams', 'Sie laufen immer, jede im Kalender.', TEAMFRIST_IDS),
    `## Ohne eigene Frist\n\nDiese Kennungen sind Prüfungen ohne eigenen Tag oder gehören zu einem anderen Teil.\n`,
    ...ohneTag,
  ].join('\n');
}

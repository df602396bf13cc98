import {
  ABSCHNITTE,
  istAbschnitt,
  istUebergang,
  zeileVon,
  type Abschnitt,
  type Uebergangid,
} from '../../domain/fall/uebergaenge/katalog.ts';
import type { Empfaenger, Uebergangszeile } from '../../domain/fall/uebergaenge/zeile.ts';
import { diagramm } from './diagramm.ts';
import { ereignisInWorten } from './ereignisworte.ts';
import { ABSCHNITTSNAMEN, EMPFAENGERNAMEN } from './namen.ts';
import { zustaendeInWorten } from './zustandsworte.ts';

function idsIn(abschnitt: Abschnitt): Uebergangid[] {
  return Object.keys(ABSCHNITTE[abschnitt]).filter(istUebergang);
}

function zielInWorten({ nach, bleibt = [] }: Uebergangszeile): string {
  if (nach.length === 0) return 'bleibt';
  return bleibt.length === 0 ? zustaendeInWorten(nach) : `${zustaendeInWorten(nach)}, sonst bleibt er`;
}

const rollen = (wer: readonly Empfaenger[]): string => wer.map((r) => EMPFAENGERNAMEN[r]).join(', ');

/** Who is told; for single events of a transition others are, and some of it is told only while something is overdue. */
function mitgeteilt({ an, abweichend = {}, wennUeberfaellig }: Uebergangszeile): string {
  const wann = wennUeberfaellig === undefined ? '' : ` (wenn ${wennUeberfaellig} überfällig ist)`;
  const ausnahmen = Object.entries(abweichend).map(
    ([ereignis, wer]) => `${ereignisInWorten(ereignis)}: ${wer.length === 0 ? 'niemand' : rollen(wer)}`,
  );
  const alle = an.length === 0 ? [] : [`${rollen(an)}${wann}`];
  return [...alle, ...ausnahmen].join('; ') || '–';
}

function tabellenzeile(id: Uebergangid): string {
  const zeile = zeileVon(id);
  const zellen = [
    `<a id="${id.toLowerCase()}"></a>${id}`,
    zeile.name,
    zustaendeInWorten(zeile.von),
    zielInWorten(zeile),
    mitgeteilt(zeile),
    zeile.quelle,
  ];
  return `| ${zellen.join(' | ')} |`;
}

function kapitel(abschnitt: Abschnitt): string[] {
  const ids = idsIn(abschnitt);
  const [titel, worum] = ABSCHNITTSNAMEN[abschnitt];
  return [
    `## ${titel}`,
    '',
    worum,
    '',
    ...diagramm(ids),
    '| Kennung | Übergang | von | nach | mitgeteilt an | Quelle |',
    '| --- | --- | --- | --- | --- | --- |',
    ...ids.map(tabellenzeile),
    '',
  ];
}

const VORSPANN = [
  '# Ablauf',
  '',
  'Zustände und Übergänge eines Falls, geschrieben aus dem Katalog der Übergänge in `domain/fall/uebergaenge/` (`npm run ablauf`);',
  'derselbe Katalog entscheidet, was in welchem Zustand möglich ist. Fristen stehen nicht hier: Sie folgen aus den Tatsachen',
  '([ADR 5](adr/0005-fristen-aus-tatsachen.md)).',
  '',
  'Quellen: 000/002 Geschäftsanweisung der Bundesagentur (2010), 001 Geschäftsanweisung des Jobcenters Bremerhaven (2020), 003',
  'Fachkonzept (2004), 004 Leitlinien zu § 16a SGB II (2012). „Offen“ heißt: aktiv, Standortgespräch fällig oder verlängert.',
  '',
];

/** `docs/ablauf.md` as it should be. */
export function ablauftext(): string {
  const abschnitte = Object.keys(ABSCHNITTSNAMEN).filter(istAbschnitt);
  return [...VORSPANN, ...abschnitte.flatMap(kapitel)].join('\n');
}

import { readFile } from 'node:fs/promises';
import { kernMotor } from '../szenario/kern.ts';
import { leseGeschichte } from '../szenario/lesen.ts';
import { spiele } from '../szenario/spielen.ts';
import { alsVerlauf } from '../szenario/verlauf.ts';

const GESCHICHTEN = new URL('../../test/szenarien/', import.meta.url);

/** Stories that show staff how a path goes; each is played on both engines by the tests. */
const KAPITEL = [
  'AC-16',
  'AC-17',
  'AC-18',
  'AC-15',
  'AC-80',
  'AC-27',
  'standort-zweimal-verlaengert',
  'TR35-suchtberatung',
  'AC-94',
  'AC-96',
] as const;

/** The comment a story begins with: what happens and why, in the words of its author. */
function vorspann(text: string): string {
  const zeilen = text.split('\n');
  const ende = zeilen.findIndex((zeile) => !zeile.startsWith('#'));
  return zeilen
    .slice(0, ende)
    .map((zeile) => zeile.replace(/^# ?/u, ''))
    .join('\n');
}

/** One chapter: title, words of the author, and the timeline as `npm run szenario -- --verlauf` prints it. */
async function kapitel(name: string): Promise<string> {
  const datei = `${name}.yaml`;
  const text = await readFile(new URL(datei, GESCHICHTEN), 'utf8');
  const bericht = await spiele(leseGeschichte(datei, text), kernMotor());
  const { titel } = bericht.geschichte;
  return `## ${titel}\n\n${vorspann(text)}\n\n\`\`\`text\n${alsVerlauf(bericht)}\`\`\`\n`;
}

/** `docs/handbuch/verlaeufe.md` as it should be. */
export async function verlaeufeText(): Promise<string> {
  const vorspann = [
    '# Verläufe',
    '',
    'So läuft es in Lotse ab, Tag für Tag: Zustände, Fristen und Nachrichten aus durchgespielten Geschichten.',
    'Diese Seite wird aus den Geschichten in `test/szenarien/` geschrieben (`node tools/handbuch/main.ts`); jede',
    'andere Geschichte zeigt `npm run --silent szenario -- --verlauf DATEI`.',
    '',
  ];
  const teile: string[] = [];
  for (const name of KAPITEL) teile.push(await kapitel(name));
  return `${vorspann.join('\n')}\n${teile.join('\n')}`;
}

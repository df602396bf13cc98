/** Command line of the Frist calculator: one JSON object per line in, one out, in order. Exit 1 if any line was wrong. */
import { once } from 'node:events';
import { beantworteZeile } from './beantworte-zeile.ts';
import { zeilenweise } from './zeilen.ts';

const AUFRUF = 'Aufruf: npm run --silent frist -- --stdin < eingaben.jsonl\n';
const ZEILEN_JE_AUSGABE = 500;

const schreibe = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

const beantworte = async (zeilen: readonly string[]): Promise<number> => {
  let fehlerhaft = 0;
  for (let ab = 0; ab < zeilen.length; ab += ZEILEN_JE_AUSGABE) {
    let ausgabe = '';
    for (const zeile of zeilen.slice(ab, ab + ZEILEN_JE_AUSGABE)) {
      const antwort = beantworteZeile(zeile);
      if ('fehler' in antwort) fehlerhaft++;
      ausgabe += `${JSON.stringify(antwort)}\n`;
    }
    await schreibe(ausgabe);
  }
  return fehlerhaft;
};

const beantworteEingabe = async (): Promise<number> => {
  // A reader that closes early (head) is no fault of ours; nobody is left to tell.
  process.stdout.on('error', () => process.exit(1));
  process.stdin.setEncoding('utf8');
  let fehlerhaft = 0;
  for await (const zeilen of zeilenweise(process.stdin)) fehlerhaft += await beantworte(zeilen);
  return fehlerhaft === 0 ? 0 : 1;
};

const argumente = process.argv.slice(2);
if (argumente.length === 1 && argumente[0] === '--stdin') {
  process.exitCode = await beantworteEingabe();
} else {
  process.stderr.write(AUFRUF);
  process.exitCode = 2;
}

import pino, { type DestinationStream, type Logger } from 'pino';
import { PERSONENBEZOGENE_FELDER } from '../domain/personal-data.ts';

/** Fields at the top and two levels below; deeper objects are not logged at all. */
const VERDECKT = PERSONENBEZOGENE_FELDER.flatMap((feld) => [feld, `*.${feld}`, `*.*.${feld}`]);

/** drizzle quotes the values of a statement, PostgreSQL the value it cannot read, a mail server its recipients. */
export const ohneWerte = (message: string): string =>
  message
    .replace(/^Failed query[\s\S]*/u, 'Failed query')
    .replace(/: ".*/su, ': …')
    .replaceAll(/[^\s<>"']+@[^\s<>"']+/gu, '…')
    .slice(0, 500);

/** What an operator needs of an error, and no value of a row: neither its message nor its own fields (S1, rules.md P9). */
function fehler(wert: unknown): unknown {
  if (!(wert instanceof Error)) return wert;
  const { name, message, stack, cause } = wert;
  const code = 'code' in wert ? String(wert.code) : undefined;
  const zeilen = stack?.split('\n').filter((zeile) => zeile.trimStart().startsWith('at '));
  return { art: name, message: ohneWerte(message), code, stack: zeilen?.join('\n'), cause: fehler(cause) };
}

/** What the SDK of Temporal says beside a message; an error of an activity is one of the values. */
const beiwerk = (meta: unknown): unknown =>
  typeof meta === 'object' && meta !== null
    ? Object.fromEntries(Object.entries(meta).map(([name, wert]) => [name, fehler(wert)]))
    : meta;

/** JSON lines on stdout. Messages are constant sentences, facts are fields (rules.md P9). */
export function erzeugeLogger(
  dienst: 'api' | 'worker' | 'ops',
  level: string,
  ziel?: DestinationStream,
): Logger {
  const optionen: pino.LoggerOptions = {
    level,
    base: { dienst },
    redact: { paths: VERDECKT, censor: '[verdeckt]' },
    serializers: { err: fehler, sdk: beiwerk },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return ziel === undefined ? pino(optionen) : pino(optionen, ziel);
}

/** Says with which exceptions from its defaults the process runs, each with the reason of the office. */
export function meldeAusnahmen(log: Logger, ausnahmen: Readonly<Record<string, string>>): void {
  if (Object.keys(ausnahmen).length > 0) log.warn({ ausnahmen }, 'Läuft mit Ausnahmen von den Vorgaben');
}

/**
 * The last way out: what nobody caught ends the process with one line of the log. Node alone would print the error with
 * all its values to stderr.
 */
export function meldeAbsturz(log: Logger): void {
  process.once('uncaughtException', (err) => {
    log.fatal({ err }, 'Unerwarteter Fehler, der Prozess endet');
    process.exit(1);
  });
}

import pino, { type Logger } from 'pino';
import { PERSONENBEZOGENE_FELDER } from '../domain/personal-data.ts';

/** Fields at the top and two levels below; deeper objects are not logged at all. */
const VERDECKT = PERSONENBEZOGENE_FELDER.flatMap((feld) => [feld, `*.${feld}`, `*.*.${feld}`]);

/** Errors of the database quote the statement with its values; only what an operator needs is kept. */
function fehler(wert: unknown): unknown {
  if (!(wert instanceof Error)) return wert;
  const { name, message, stack, cause } = wert;
  const code = 'code' in wert ? String(wert.code) : undefined;
  // drizzle puts the parameters into the message of its query errors; the cause holds the reason without them.
  const ohneWerte = message.startsWith('Failed query') ? 'Failed query' : message.slice(0, 500);
  const zeilen = stack?.split('\n').filter((zeile) => zeile.trimStart().startsWith('at '));
  return { name, message: ohneWerte, code, stack: zeilen?.join('\n'), cause: fehler(cause) };
}

/** JSON lines on stdout. Messages are constant sentences, facts are fields (style.md 2.6). */
export function erzeugeLogger(level: string, ziel?: pino.DestinationStream): Logger {
  const optionen: pino.LoggerOptions = {
    level,
    base: { dienst: 'api' },
    redact: { paths: VERDECKT, censor: '[verdeckt]' },
    serializers: { err: fehler },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return ziel === undefined ? pino(optionen) : pino(optionen, ziel);
}

import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { istAusfall, istSchonVergeben } from '../../db/ausfall.ts';
import { SchluesselspeicherFehlt } from '../../db/tresor/speicher.ts';
import { Absage } from './absage.ts';
import { zettel } from './merkzettel.ts';
import { alsEingabefehler, alsProblem } from './problem.ts';

export const unbekannteRoute: RequestHandler = () => {
  throw new Absage('NICHT_GEFUNDEN', 'Diese Adresse gibt es nicht.');
};

/** Which database is away, in the words of the caller; null when none is. */
function fernerSpeicher(fehler: unknown): Absage | null {
  const satz =
    fehler instanceof SchluesselspeicherFehlt
      ? 'Die Schlüssel der Fälle sind gerade nicht erreichbar.'
      : 'Die Datenbank ist gerade nicht erreichbar.';
  return istAusfall(fehler) ? new Absage('NICHT_ERREICHBAR', satz, { cause: fehler }) : null;
}

/** Errors of Express and its body parser carry a status. */
function ausStatus(fehler: Error & { readonly status: unknown }): unknown {
  if (fehler.status === 413) return new Absage('ZU_GROSS', 'Eine Anfrage darf höchstens 256 KiB groß sein.');
  if (fehler.status === 415)
    return new Absage('FORMAT_UNBEKANNT', 'Zeichensatz oder Packung ist nicht bekannt.');
  if (fehler.status !== 400) return fehler;
  return fehler instanceof SyntaxError
    ? new Absage('JSON_UNGUELTIG', 'Der Inhalt ist kein gültiges JSON.')
    : new Absage('EINGABE_UNGUELTIG', 'Die Anfrage ist nicht lesbar.');
}

/** An error as the end it means; what has neither a status nor a meaning of ours is a bug and stays what it is. */
export function uebersetze(fehler: unknown): unknown {
  // Who refused knows which part is away; its cause may look like another's.
  if (fehler instanceof Absage) return fehler;
  if (fehler instanceof z.ZodError) return alsEingabefehler(fehler);
  const fern = fernerSpeicher(fehler);
  if (fern !== null) return fern;
  if (istSchonVergeben(fehler))
    return new Absage(
      'BEREITS_VORHANDEN',
      'Das hat im selben Augenblick jemand anderes eingetragen; bitte neu laden.',
    );
  return fehler instanceof Error && 'status' in fehler ? ausStatus(fehler) : fehler;
}

type Problemantwort = ReturnType<typeof alsProblem>;

/** What the caller hears of an error (rules.md P6): an unknown one is logged once and says nothing. */
export function problemAus(roh: unknown, res: object, log: Logger): Problemantwort {
  const fehler = uebersetze(roh);
  const notiz = zettel(res);
  const { anfrage } = notiz;
  if (fehler instanceof Absage && fehler.cause !== undefined)
    log.warn({ anfrage, err: fehler.cause }, 'Gerade nicht erreichbar');
  if (!(fehler instanceof Absage)) log.error({ anfrage, err: fehler }, 'Unerwarteter Fehler');
  const problem = alsProblem(fehler, anfrage);
  notiz.code = problem.rumpf.code;
  if (fehler instanceof Absage && fehler.abweisung !== null) notiz.abweisung = fehler.abweisung;
  return problem;
}

/** Express knows an error handler by its four parameters, and three are what a function of ours may have (rule L3). */
export function alsFehlerbehandlung(
  behandle: (...was: Parameters<ErrorRequestHandler>) => void,
): ErrorRequestHandler {
  return Object.defineProperty(behandle, 'length', { value: 4 });
}

/** The only way out for errors of the API. */
export function fehlerantwort(log: Logger): ErrorRequestHandler {
  return alsFehlerbehandlung((...[roh, , res, weiter]) => {
    const { status, header, rumpf } = problemAus(roh, res, log);
    if (res.headersSent) {
      weiter(roh);
      return;
    }
    res.status(status).set(header).type('application/problem+json').send(JSON.stringify(rumpf));
  });
}

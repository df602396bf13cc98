import { randomUUID } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { istAusfall } from '../../db/ausfall.ts';
import { bearerToken, type Anmeldung } from './auth.ts';
import type { Bremsen } from './bremse.ts';
import { alsEingabefehler, alsProblem } from './problem.ts';
import { nurHerkunft } from './herkunft.ts';
import type { Route } from './route.ts';
import { Absage, nichtBerechtigt } from './absage.ts';
import type { Konto } from './umgebung.ts';

const RUMPF_HOECHSTENS = '256kb';
const schluesselSchema = z.uuid();

/** How the edge finds out who asks, and how often they may. */
export type Anmelder = {
  readonly anmeldung: Anmeldung;
  readonly konto: (subjekt: string) => Promise<Konto>;
  readonly bremsen: Bremsen;
  /** Origins whose pages may call the routes that allow it. */
  readonly herkunft: readonly string[];
};

/** What is known of a request when it ends. */
type Merkzettel = { readonly route?: string; readonly code?: string; readonly konto?: Konto };

/** Number of the request, in every answer and every line of the log. */
function anfrageId(res: Response): string {
  const id: unknown = res.locals['anfrage'];
  return typeof id === 'string' ? id : '';
}

/** Who was refused is worth a look: no sign-in, no right, nothing there, too often. */
const ABGEWIESEN: ReadonlySet<number> = new Set([401, 403, 404, 429]);

/**
 * Numbers the request, forbids caching, logs its end: route and status, never a URL with values in it. Who asked is named
 * where the answer is a refusal, and only there: the log is no record of who works how much.
 */
export function begleite(log: Logger): RequestHandler {
  return (req, res, weiter) => {
    const anfrage = randomUUID();
    const beginn = performance.now();
    res.locals['anfrage'] = anfrage;
    res.set({ 'X-Request-Id': anfrage, 'Cache-Control': 'no-store' });
    res.on('finish', () => {
      const { route, code, konto } = res.locals as Merkzettel;
      const dauerMs = Math.round(performance.now() - beginn);
      const zeile = { anfrage, methode: req.method, route, status: res.statusCode, code, dauerMs };
      if (!ABGEWIESEN.has(res.statusCode)) log.info(zeile, 'Anfrage beantwortet');
      else log.warn({ ...zeile, konto: konto?.id, adresse: req.ip }, 'Anfrage abgewiesen');
    });
    weiter();
  };
}

/** PostgreSQL stores no NUL, and half of a surrogate pair is no text. */
function istUntext(wert: unknown): boolean {
  return typeof wert === 'string' && (wert.includes('\0') || /\p{Surrogate}/u.test(wert));
}

/** No form of ours is deeper; what follows may walk an input by recursion. */
const HOECHSTE_TIEFE = 32;

function pruefeText(eingabe: unknown): void {
  const offen: (readonly [wert: unknown, tiefe: number])[] = [[eingabe, 0]];
  for (let stueck = offen.pop(); stueck !== undefined; stueck = offen.pop()) {
    const [wert, tiefe] = stueck;
    if (istUntext(wert))
      throw new Absage('EINGABE_UNGUELTIG', 'Die Eingabe enthält Zeichen, die kein Text sind.');
    if (typeof wert !== 'object' || wert === null) continue;
    if (tiefe > HOECHSTE_TIEFE)
      throw new Absage('EINGABE_UNGUELTIG', 'Die Eingabe ist zu tief verschachtelt.');
    for (const teil of Object.entries(wert).flat()) offen.push([teil, tiefe + 1]);
  }
}

function schluesselVon(req: Request): string {
  const schluessel = schluesselSchema.safeParse(req.get('Idempotency-Key'));
  if (schluessel.success) return schluessel.data.toLowerCase();
  throw new Absage('SCHLUESSEL_FEHLT', 'Jede Änderung braucht den Kopf Idempotency-Key mit einer UUID.');
}

/** How the log names the route. */
function benenne({ methode, pfad }: Route): RequestHandler {
  return (_, res, weiter) => {
    res.locals['route'] = `${methode.toUpperCase()} ${pfad}`;
    weiter();
  };
}

const FEHLANMELDUNG = ['NICHT_ANGEMELDET', 'KONTO_UNBEKANNT'];

/** Who asks, before anything of the request is read. A valid token is never refused for the failures of a neighbour. */
function meldeAn({ anmeldung, konto, bremsen }: Anmelder): RequestHandler {
  return async (req, res, weiter) => {
    try {
      const { subjekt } = await anmeldung(bearerToken(req.headersDistinct['authorization']));
      res.locals['konto'] = await konto(subjekt);
    } catch (fehler) {
      if (!(fehler instanceof Absage) || !FEHLANMELDUNG.includes(fehler.code)) throw fehler;
      await bremsen.fehlanmeldungenJeAdresse(req, res, (zuViele?: unknown) => {
        weiter(zuViele ?? fehler);
      });
      return;
    }
    weiter();
  };
}

function pruefeRolle({ rollen }: Route): RequestHandler {
  return (_, res, weiter) => {
    if (!rollen.includes((res.locals['konto'] as Konto).rolle)) throw nichtBerechtigt();
    weiter();
  };
}

/** What stands before the handler of a route, from the outside in. */
function schleuse(route: Route, anmelder: Anmelder): RequestHandler[] {
  const { bremsen } = anmelder;
  if (route.zugang === 'einmallink') return [benenne(route), bremsen.ohneKontoJeAdresse];
  const aufwendig = route.aufwendig === true ? [bremsen.aufwendigJeKonto] : [];
  return [benenne(route), meldeAn(anmelder), bremsen.jeKonto, ...aufwendig, pruefeRolle(route)];
}

function pruefeFormat(req: Request, _: Response, weiter: () => void): void {
  const laenge = req.get('Content-Length');
  const leer = (laenge === undefined || laenge === '0') && req.get('Transfer-Encoding') === undefined;
  if (leer || req.is('application/json') !== false) {
    weiter();
    return;
  }
  throw new Absage('FORMAT_UNBEKANNT', 'Erwartet wird Content-Type: application/json.');
}

function behandle(route: Route): RequestHandler {
  return async (req, res) => {
    const konto = res.locals['konto'] as Konto;
    const rumpf: unknown = req.body;
    if (route.rumpf !== null) pruefeText(rumpf);
    pruefeText(req.query);
    const schluessel = route.schreibt ? schluesselVon(req) : '';
    const antwort = await route.rufe({ konto, pfad: req.params, abfrage: req.query, rumpf, schluessel });
    if (antwort.ort !== undefined) res.location(antwort.ort);
    res.status(antwort.status).json(antwort.rumpf);
  };
}

const expressPfad = (pfad: string): string => pfad.replaceAll(/\{(\w+)\}/g, ':$1');

/** Registers the table; what is left of a known path is 405 with what it allows. */
export function registriere(app: Express, routen: readonly Route[], anmelder: Anmelder): void {
  const json = express.json({ limit: RUMPF_HOECHSTENS, type: 'application/json', strict: false });
  const erlaubt = new Map<string, string[]>();
  for (const route of routen) {
    const kette = schleuse(route, anmelder);
    if (route.fremdeHerkunft === true) app.use(route.pfad, nurHerkunft(anmelder.herkunft));
    if (route.rumpf !== null) kette.push(pruefeFormat, json);
    app[route.methode](expressPfad(route.pfad), ...kette, behandle(route));
    const methoden = route.methode === 'get' ? ['GET', 'HEAD'] : [route.methode.toUpperCase()];
    erlaubt.set(route.pfad, [...(erlaubt.get(route.pfad) ?? []), ...methoden]);
  }
  for (const [pfad, methoden] of erlaubt) {
    app.all(expressPfad(pfad), (_, res) => {
      res.set('Allow', methoden.join(', '));
      throw new Absage('METHODE_NICHT_ERLAUBT', `Hier geht nur ${methoden.join(', ')}.`);
    });
  }
}

export const unbekannteRoute: RequestHandler = () => {
  throw new Absage('NICHT_GEFUNDEN', 'Diese Adresse gibt es nicht.');
};

/** Errors of Express and its body parser carry a status; everything else is ours or a bug. */
function uebersetze(fehler: unknown): unknown {
  if (fehler instanceof z.ZodError) return alsEingabefehler(fehler);
  if (istAusfall(fehler))
    return new Absage('NICHT_ERREICHBAR', 'Die Datenbank ist gerade nicht erreichbar.', { cause: fehler });
  if (!(fehler instanceof Error) || !('status' in fehler)) return fehler;
  if (fehler.status === 413) return new Absage('ZU_GROSS', 'Eine Anfrage darf höchstens 256 KiB groß sein.');
  if (fehler.status === 415)
    return new Absage('FORMAT_UNBEKANNT', 'Zeichensatz oder Packung ist nicht bekannt.');
  if (fehler.status !== 400) return fehler;
  return fehler instanceof SyntaxError
    ? new Absage('JSON_UNGUELTIG', 'Der Inhalt ist kein gültiges JSON.')
    : new Absage('EINGABE_UNGUELTIG', 'Die Anfrage ist nicht lesbar.');
}

/** The only way out for errors (style.md P6): an unknown one is logged once and says nothing. */
export function fehlerAusgang(log: Logger): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express knows an error handler by its four parameters
  return (roh: unknown, _, res, weiter) => {
    const fehler = uebersetze(roh);
    const anfrage = anfrageId(res);
    if (fehler instanceof Absage && fehler.cause !== undefined)
      log.warn({ anfrage, err: fehler.cause }, 'Gerade nicht erreichbar');
    if (!(fehler instanceof Absage)) log.error({ anfrage, err: fehler }, 'Unerwarteter Fehler');
    if (res.headersSent) {
      weiter(roh);
      return;
    }
    const { status, kopf, rumpf } = alsProblem(fehler, anfrage);
    res.locals['code'] = rumpf.code;
    res.status(status).set(kopf).type('application/problem+json').send(JSON.stringify(rumpf));
  };
}

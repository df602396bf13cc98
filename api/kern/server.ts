import { randomUUID } from 'node:crypto';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { bearerToken, type Anmeldung } from './auth.ts';
import type { Bremsen } from './bremse.ts';
import { nurHerkunft } from './herkunft.ts';
import { kontoVon, zettel } from './merkzettel.ts';
import { routenname, type Route } from './route.ts';
import { leseJson, pruefeFormat, pruefeText } from './rumpf.ts';
import { Absage } from './absage.ts';
import { pruefeRolle } from './aufruf.ts';
import type { Konto, Umgebung } from './umgebung.ts';
import { kennung } from './felder.ts';

/** How the edge finds out who asks and how often they may, and with what it answers. */
export type Anmelder = {
  readonly umgebung: Umgebung;
  readonly anmeldung: Anmeldung;
  readonly konto: (subjekt: string) => Promise<Konto>;
  readonly bremsen: Bremsen;
  /** Origins whose pages may call the routes that allow it. */
  readonly herkunft: readonly string[];
  /** Who is signed in at the pages in this browser; asked for the routes alone that pages of other origins may call. */
  readonly sitzung?: ((req: Request, res: Response) => Promise<Konto | null>) | undefined;
};

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
    zettel(res).anfrage = anfrage;
    res.set({ 'X-Request-Id': anfrage, 'Cache-Control': 'no-store' });
    res.on('finish', () => {
      const { route, code, abweisung, konto } = zettel(res);
      const dauerMs = Math.round(performance.now() - beginn);
      const zeile = { anfrage, methode: req.method, route, status: res.statusCode, code, dauerMs };
      if (!ABGEWIESEN.has(res.statusCode)) log.info(zeile, 'Anfrage beantwortet');
      else log.warn({ ...zeile, abweisung, konto: konto?.id, adresse: req.ip }, 'Anfrage abgewiesen');
    });
    weiter();
  };
}

function schluesselVon(req: Request): string {
  const schluessel = kennung.safeParse(req.get('Idempotency-Key'));
  if (schluessel.success) return schluessel.data;
  throw new Absage('SCHLUESSEL_FEHLT', 'Jede Änderung braucht den Kopf Idempotency-Key mit einer UUID.');
}

/** How the log names the route. */
function benenne(route: Route): RequestHandler {
  return (_, res, weiter) => {
    zettel(res).route = routenname(route);
    weiter();
  };
}

const FEHLANMELDUNG = ['NICHT_ANGEMELDET', 'KONTO_UNBEKANNT'];

type Fragesteller = (req: Request, res: Response) => Promise<Konto>;

/**
 * Whoever brings a token is its account. Where pages of named origins may call a route (`nurHerkunft` has looked at that), the session of the
 * same browser will do, so that the Temporal UI shows payloads to an administrator who is signed in.
 */
function fragesteller(route: Route, { anmeldung, konto, sitzung }: Anmelder): Fragesteller {
  const mitToken: Fragesteller = async (req) => {
    const { subjekt } = await anmeldung(bearerToken(req.headersDistinct['authorization']));
    return konto(subjekt);
  };
  if (route.fremdeHerkunft !== true || sitzung === undefined) return mitToken;
  return async (req, res) => {
    const ausBrowser = req.get('Origin') !== undefined && req.get('Authorization') === undefined;
    return (ausBrowser ? await sitzung(req, res) : null) ?? mitToken(req, res);
  };
}

/** Who asks, before anything of the request is read. A valid token is never refused for the failures of a neighbour. */
function meldeAn(route: Route, anmelder: Anmelder): RequestHandler {
  const werFragt = fragesteller(route, anmelder);
  return async (req, res, weiter) => {
    try {
      zettel(res).konto = await werFragt(req, res);
    } catch (fehler) {
      if (!(fehler instanceof Absage) || !FEHLANMELDUNG.includes(fehler.code)) throw fehler;
      await anmelder.bremsen.fehlanmeldungenJeAdresse(req, res, (zuViele?: unknown) => {
        weiter(zuViele ?? fehler);
      });
      return;
    }
    weiter();
  };
}

function pruefeZugang(route: Route): RequestHandler {
  return (_, res, weiter) => {
    pruefeRolle(route, kontoVon(res));
    weiter();
  };
}

/** What stands before the handler of a route, from the outside in. */
function schleuse(route: Route, anmelder: Anmelder): RequestHandler[] {
  const { bremsen } = anmelder;
  if (route.anmeldung === 'einmallink') return [benenne(route), bremsen.ohneKontoJeAdresse];
  const aufwendig = route.aufwendig === true ? [bremsen.aufwendigJeKonto] : [];
  return [benenne(route), meldeAn(route, anmelder), bremsen.jeKonto, ...aufwendig, pruefeZugang(route)];
}

function behandle(route: Route, umgebung: Umgebung): RequestHandler {
  return async (req, res) => {
    const { konto = null } = zettel(res);
    if (route.rumpf !== null) pruefeText(req.body);
    pruefeText([req.params, req.query]);
    const rumpf: unknown = route.rumpf === null ? null : req.body;
    const schluessel = route.schreibt ? schluesselVon(req) : '';
    const roh = { konto, pfad: req.params, abfrage: req.query, rumpf, schluessel };
    const antwort = await route.rufe(umgebung, roh);
    if (antwort.ort !== undefined) res.location(antwort.ort);
    res.status(route.status).json(antwort.rumpf);
  };
}

const expressPfad = (pfad: string): string => pfad.replaceAll(/\{(\w+)\}/g, ':$1');

/** Registers the table; what is left of a known path is 405 with what it allows. */
export function registriere(app: Express, routen: readonly Route[], anmelder: Anmelder): void {
  const erlaubt = new Map<string, string[]>();
  for (const route of routen) {
    const kette = schleuse(route, anmelder);
    if (route.fremdeHerkunft === true) app.use(route.pfad, nurHerkunft(anmelder.herkunft));
    if (route.rumpf !== null) kette.push(pruefeFormat, leseJson);
    app[route.methode](expressPfad(route.pfad), ...kette, behandle(route, anmelder.umgebung));
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

import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { z } from 'zod';
import { bremsenFuer, type Bremsen, type Grenzen } from './kern/bremse.ts';
import { registriereGesundheit, type Bereitschaft } from './health.ts';
import { registriereDokumentation, type Dokuanmeldung } from './doku/seite.ts';
import { ROUTEN } from './routen.ts';
import { ladeKonto } from './kern/konto.ts';
import type { Route } from './kern/route.ts';
import type { Konto, Umgebung } from './kern/umgebung.ts';
import { fehlerantwort, unbekannteRoute } from './kern/fehlerantwort.ts';
import { begleite, registriere, type Anmelder } from './kern/server.ts';

export type Appmittel = {
  /** What the use cases work with. */
  readonly umgebung: Umgebung;
  readonly anmeldung: Anmelder['anmeldung'];
  readonly bereitschaft: Bereitschaft;
  readonly log: Logger;
  readonly grenzen: Grenzen;
  /** Reverse proxies before the API: the address of a caller is the one the first of them saw; 0 without one. */
  readonly vertrauteProxys?: number;
  /** Origins whose pages may read payloads: that of the Temporal UI. */
  readonly herkunft?: readonly string[];
  /** Sign-in from the page of the API's description; without it people bring a token. */
  readonly doku?: Dokuanmeldung | null;
  /** The table and the look-up of accounts; tests put rows and accounts of their own in their place. */
  readonly routen?: readonly Route[];
  readonly konto?: (subjekt: string) => Promise<Konto>;
  readonly sitzung?: Anmelder['sitzung'];
  /** Mounts more below other paths: the pages of the workplace, behind the same brakes. */
  readonly erweitere?: (app: Express, bremsen: Bremsen) => void;
};

const csp = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    // Follows from default-src; scanners and ASVS V3.4.3 want it spelt out.
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
};

/** The application from top to bottom; it listens elsewhere (rules.md P1). */
export function createApp({
  umgebung,
  anmeldung,
  bereitschaft,
  log,
  grenzen,
  vertrauteProxys = 0,
  herkunft = [],
  doku = null,
  routen = ROUTEN,
  konto = (subjekt) => ladeKonto(umgebung, subjekt),
  sitzung,
  erweitere,
}: Appmittel): Express {
  z.config(z.locales.de());
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', vertrauteProxys);
  app.use(begleite(log));
  app.use(helmet({ contentSecurityPolicy: csp }));
  registriereGesundheit(app, bereitschaft);
  const bremsen = bremsenFuer(grenzen);
  app.use(bremsen.jeAdresse);
  registriereDokumentation(app, routen, doku);
  registriere(app, routen, { umgebung, anmeldung, konto, bremsen, herkunft, sitzung });
  erweitere?.(app, bremsen);
  app.use(unbekannteRoute);
  app.use(fehlerantwort(log));
  return app;
}

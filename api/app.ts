import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { z } from 'zod';
import { bremsenFuer, type Grenzen } from './kern/bremse.ts';
import { registriereGesundheit, type Bereitschaft } from './health.ts';
import { registriereDokumentation, type Dokuanmeldung } from './doku/seite.ts';
import { alleRouten } from './routen.ts';
import { begleite, fehlerAusgang, registriere, unbekannteRoute, type Anmelder } from './kern/server.ts';
import type { Anwendung } from './anwendung.ts';

export type Appmittel = {
  readonly anwendung: Anwendung;
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
  /** Mounts more below other paths: the pages of the workplace. */
  readonly erweitere?: (app: Express) => void;
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

/** The application from top to bottom; it listens elsewhere (style.md P1). */
export function createApp({
  anwendung,
  anmeldung,
  bereitschaft,
  log,
  grenzen,
  vertrauteProxys = 0,
  herkunft = [],
  doku = null,
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
  const routen = alleRouten(anwendung);
  registriereDokumentation(app, routen, doku);
  registriere(app, routen, { anmeldung, konto: anwendung.konto, bremsen, herkunft });
  erweitere?.(app);
  app.use(unbekannteRoute);
  app.use(fehlerAusgang(log));
  return app;
}

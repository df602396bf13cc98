import type { Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Bremsen } from '../api/kern/bremse.ts';
import type { Umgebung } from '../api/kern/umgebung.ts';
import { erzeugeAnmeldedienst, type Anmeldeangaben } from './anmeldung/anmeldedienst.ts';
import { registriereAnmeldung } from './anmeldung/seiten.ts';
import { schuetzeSeiten } from './kern/antwort.ts';
import { fehlerseite, keineSeite } from './kern/fehlerseite.ts';
import { kekseFuer } from './kern/kekse.ts';
import { registriereSeiten } from './kern/zugang.ts';
import { SEITEN } from './seiten.ts';
import { registriereStatisches } from './statisch/dateien.ts';

export type Arbeitsplatzmittel = {
  readonly umgebung: Umgebung;
  readonly anmeldung: Anmeldeangaben;
  readonly log: Logger;
};

/** What lies below the address of the API stays the API's, also where it is unknown. */
const nurSeiten =
  (behandle: RequestHandler): RequestHandler =>
  (req, res, weiter) => {
    if (req.path.startsWith('/api/')) weiter();
    else void behandle(req, res, weiter);
  };

/** The pages of the workplace, below an API that is there already (ADR 62). */
export function arbeitsplatz({
  umgebung,
  anmeldung,
  log,
}: Arbeitsplatzmittel): (app: Express, bremsen: Bremsen) => void {
  return (app, bremsen) => {
    const { adresse, issuer } = anmeldung;
    const mittel = { umgebung, adresse, bremsen, kekse: kekseFuer(adresse) };
    app.use(schuetzeSeiten(new URL(issuer).origin));
    registriereStatisches(app);
    registriereAnmeldung(app, { ...mittel, anmeldedienst: erzeugeAnmeldedienst(anmeldung) });
    registriereSeiten(app, SEITEN, mittel);
    app.use(nurSeiten(keineSeite));
    app.use(fehlerseite(log));
  };
}

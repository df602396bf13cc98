import { Router, type Express, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import type { Bremsen } from '../api/kern/bremse.ts';
import type { Konto, Umgebung } from '../api/kern/umgebung.ts';
import { erzeugeAnmeldedienst, type Anmeldeangaben } from './anmeldung/anmeldedienst.ts';
import { registriereAnmeldung } from './anmeldung/seiten.ts';
import { schuetzeSeiten } from './kern/antwort.ts';
import { fehlerseite, keineSeite } from './kern/fehlerseite.ts';
import { kekseFuer } from './kern/kekse.ts';
import { angemeldet, registriereSeiten } from './kern/zugang.ts';
import { registriereOeffentliches } from './hilfe/seiten.ts';
import { registriereKalender } from './kalender/seite.ts';
import { registriereRueckmeldung } from './rueckmeldung/seiten.ts';
import { SEITEN } from './seiten.ts';
import { registriereStatisches } from './statisch/dateien.ts';

export type Arbeitsplatzmittel = {
  readonly umgebung: Umgebung;
  readonly anmeldung: Anmeldeangaben;
  readonly log: Logger;
  /** Where somebody tells that a page is in their way (BITV); null where the office has not said so. */
  readonly kontakt?: string | null;
};

/** The pages of the workplace, beside an API that is there already (ADR 62): what lies below its address stays the API's. */
export function arbeitsplatz({
  umgebung,
  anmeldung,
  log,
  kontakt = null,
}: Arbeitsplatzmittel): (app: Express, bremsen: Bremsen) => void {
  return (app, bremsen) => {
    const { adresse, issuer } = anmeldung;
    const mittel = { umgebung, adresse, bremsen, kekse: kekseFuer(adresse) };
    const seiten = Router();
    seiten.use(schuetzeSeiten(new URL(issuer).origin));
    registriereStatisches(seiten);
    registriereOeffentliches(seiten, kontakt);
    registriereAnmeldung(seiten, { ...mittel, anmeldedienst: erzeugeAnmeldedienst(anmeldung) });
    registriereRueckmeldung(seiten, mittel);
    registriereKalender(seiten, mittel);
    registriereSeiten(seiten, SEITEN, mittel);
    seiten.use(keineSeite, fehlerseite(log));
    app.use((req, res, weiter) => {
      if (req.path.startsWith('/api/')) weiter();
      else seiten(req, res, weiter);
    });
  };
}

/** Who is signed in at the pages, for the one route of the API that the Temporal UI asks from the same browser. */
export function sitzungskonto(
  umgebung: Umgebung,
  adresse: string,
): (req: Request, res: Response) => Promise<Konto | null> {
  const kekse = kekseFuer(adresse);
  return (req, res) => angemeldet(req, res, { umgebung, kekse });
}

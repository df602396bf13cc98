import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Absage } from './absage.ts';
import { kontoVon } from './merkzettel.ts';

/** Requests a minute, counted in this process (S10). */
export type Grenzen = {
  readonly jeKonto: number;
  /** Of those, to routes that search, list, export or open a case with a reason. */
  readonly aufwendigJeKonto: number;
  /** An office may stand behind one address; what it is counted by is said by `VERTRAUTE_PROXYS`. */
  readonly jeAdresse: number;
  readonly fehlanmeldungenJeAdresse: number;
  readonly ohneKontoJeAdresse: number;
};

export const GRENZEN: Grenzen = {
  jeKonto: 600,
  aufwendigJeKonto: 120,
  jeAdresse: 6_000,
  fehlanmeldungenJeAdresse: 30,
  ohneKontoJeAdresse: 30,
};

const FENSTER_MS = 60_000;

export type Bremsen = Readonly<Record<keyof Grenzen, RequestHandler>>;

/** One brake for each limit; the secrets and tokens they stand before cannot be guessed anyway. */
export function bremsenFuer(grenzen: Grenzen): Bremsen {
  const bremse = (name: keyof Grenzen, zaehle: 'konto' | 'adresse'): RequestHandler =>
    rateLimit({
      windowMs: FENSTER_MS,
      limit: grenzen[name],
      identifier: name,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // After the sign-in: who asks, from wherever. Without it the library counts the address, of IPv6 the network.
      ...(zaehle === 'konto' ? { keyGenerator: (_, res) => kontoVon(res).id } : {}),
      handler: (_, __, weiter) => {
        weiter(new Absage('ZU_VIELE_ANFRAGEN', 'Zu viele Anfragen; bitte warten Sie eine Minute.'));
      },
    });
  return {
    jeKonto: bremse('jeKonto', 'konto'),
    aufwendigJeKonto: bremse('aufwendigJeKonto', 'konto'),
    jeAdresse: bremse('jeAdresse', 'adresse'),
    fehlanmeldungenJeAdresse: bremse('fehlanmeldungenJeAdresse', 'adresse'),
    ohneKontoJeAdresse: bremse('ohneKontoJeAdresse', 'adresse'),
  };
}

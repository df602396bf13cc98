import type { RequestHandler, Router } from 'express';
import { nichtGefunden } from '../../api/kern/absage.ts';
import { zettel } from '../../api/kern/merkzettel.ts';
import { kalenderVon, kontoZumKalender } from '../../api/kalenderzugang/faelle.ts';
import { sendeDatei } from '../kern/antwort.ts';
import type { Zugangsmittel } from '../kern/zugang.ts';

const ORT = '/kalender/:geheimnis.ics';

/** Where a calendar fetches what is due; the secret in it is all the proof there is. */
export const kalenderort = (adresse: string, geheimnis: string): string =>
  `${adresse}/kalender/${geheimnis}.ics`;

type Mittel = Pick<Zugangsmittel, 'umgebung' | 'adresse' | 'bremsen'>;

/** Whose calendar it is. Who guesses is slowed down; a calendar that may be read never is for the failures of a neighbour. */
function findeKonto({ umgebung, bremsen }: Mittel): RequestHandler {
  return async (req, res, weiter) => {
    // The log names the pattern, never the secret.
    zettel(res).route = `GET ${ORT}`;
    const konto = await kontoZumKalender(umgebung, String(req.params['geheimnis']));
    if (konto === null) {
      await bremsen.fehlanmeldungenJeAdresse(req, res, (zuViele?: unknown) => {
        weiter(zuViele ?? nichtGefunden('Diesen Kalender'));
      });
      return;
    }
    zettel(res).konto = konto;
    weiter();
  };
}

/** The calendar of an account (ADR 76): nobody signs in, programs ask. */
export function registriereKalender(router: Router, mittel: Mittel): void {
  const { umgebung, adresse, bremsen } = mittel;
  router.get(ORT, findeKonto(mittel), bremsen.aufwendigJeKonto, async (_, res) => {
    const { konto } = zettel(res);
    if (konto === undefined) throw new Error('Dieser Kalender hat kein Konto');
    const inhalt = await kalenderVon(umgebung, konto, adresse);
    res.set('Referrer-Policy', 'no-referrer');
    sendeDatei(res, { typ: 'text/calendar', name: 'lotse.ics', inhalt });
  });
}

import { html } from '@remix-run/html-template';
import type { Router, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { Absage } from '../../api/kern/absage.ts';
import { zettel } from '../../api/kern/merkzettel.ts';
import { beendeAlleSitzungen, beendeSitzung, beginneSitzung } from '../../api/sitzung/faelle.ts';
import { schickeWeiter, sendeSeite } from '../kern/antwort.ts';
import { hiesigerOrt, pruefeHerkunft } from '../kern/herkunft.ts';
import type { Zugangsmittel } from '../kern/zugang.ts';
import { ABGEMELDET, type Anmeldedienst } from './anmeldedienst.ts';

export type Anmeldemittel = Zugangsmittel & { readonly anmeldedienst: Anmeldedienst };

const Gang = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  pruefwort: z.string(),
  nach: z.string(),
});

function nichtErreichbar(fehler: unknown): never {
  throw new Absage('NICHT_ERREICHBAR', 'Die Anmeldung ist gerade nicht erreichbar.', { cause: fehler });
}

const beginne =
  ({ anmeldedienst, kekse }: Anmeldemittel): RequestHandler =>
  async (req, res) => {
    const { searchParams } = new URL(req.originalUrl, 'http://lotse');
    const nach = hiesigerOrt(searchParams.get('nach'));
    const { ziel, gang } = await anmeldedienst.beginne().catch(nichtErreichbar);
    kekse.setzeAnmeldung(res, JSON.stringify({ ...gang, nach }));
    res.redirect(302, ziel.href);
  };

/** Where the browser was going when it left; null when it is not the browser that left, or left too long ago. */
function gangAus(req: Request, { kekse }: Anmeldemittel): z.infer<typeof Gang> | null {
  const text = kekse.anmeldung(req);
  try {
    return text === null ? null : Gang.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const misslungen = (fehler: unknown): never => {
  throw new Absage(
    'NICHT_ANGEMELDET',
    'Die Anmeldung ist nicht gelungen. Bitte rufen Sie Lotse noch einmal auf.',
    {
      cause: fehler,
    },
  );
};

const kehreZurueck =
  (mittel: Anmeldemittel): RequestHandler =>
  async (req, res) => {
    const { anmeldedienst, kekse, umgebung, adresse } = mittel;
    const gang = gangAus(req, mittel);
    if (gang === null) {
      schickeWeiter(res, '/');
      return;
    }
    kekse.loescheAnmeldung(res);
    const antwort = new URL(req.originalUrl, adresse);
    const subjekt = await anmeldedienst.schliesseAb(antwort, gang).catch(misslungen);
    // Who signs in anew leaves the session before behind.
    const bisher = kekse.sitzung(req);
    if (bisher !== null) await beendeSitzung(umgebung, bisher);
    const { geheimnis } = await beginneSitzung(umgebung, subjekt);
    kekse.setzeSitzung(res, geheimnis);
    schickeWeiter(res, hiesigerOrt(gang.nach));
  };

/** Here first, whatever the provider does; then there, so that the next one at this desk is asked who they are. */
const meldeAb =
  (mittel: Anmeldemittel, ueberall: boolean): RequestHandler =>
  async (req, res) => {
    const { kekse, umgebung, anmeldedienst, adresse } = mittel;
    pruefeHerkunft(req, adresse);
    const geheimnis = kekse.sitzung(req);
    if (geheimnis !== null) await (ueberall ? beendeAlleSitzungen : beendeSitzung)(umgebung, geheimnis);
    kekse.loescheSitzung(res);
    const dort = await anmeldedienst.abmeldung().catch(() => null);
    schickeWeiter(res, dort?.href ?? ABGEMELDET);
  };

function zeige(res: Response, titel: string, satz: string): void {
  const inhalt = html`<h1 class="kern-heading-large">${titel}</h1>
    <p class="kern-body">${satz}</p>
    <p class="kern-body"><a class="kern-link" href="/">Zu Lotse</a></p>`;
  sendeSeite(res, { titel, inhalt, bereich: null, konto: null });
}

/** Sign-in and sign-out: the pages without an account. */
export function registriereAnmeldung(router: Router, mittel: Anmeldemittel): void {
  const benannt =
    (name: string): RequestHandler =>
    (_, res, weiter) => {
      zettel(res).route = name;
      weiter();
    };
  router.get('/anmeldung', benannt('GET /anmeldung'), beginne(mittel));
  router.get('/anmeldung/rueckkehr', benannt('GET /anmeldung/rueckkehr'), kehreZurueck(mittel));
  router.post('/abmeldung', benannt('POST /abmeldung'), meldeAb(mittel, false));
  router.post('/abmeldung/ueberall', benannt('POST /abmeldung/ueberall'), meldeAb(mittel, true));
  router.get(ABGEMELDET, benannt('GET /abgemeldet'), (_, res) => {
    res.set('Clear-Site-Data', '"storage"');
    zeige(res, 'Sie sind abgemeldet', 'Auf diesem Gerät ist niemand mehr in Lotse angemeldet.');
  });
  router.get('/angemeldet', benannt('GET /angemeldet'), (_, res) => {
    zeige(
      res,
      'Sie sind angemeldet',
      'Sie können diesen Tab schließen und Ihre Eingabe noch einmal abschicken.',
    );
  });
}

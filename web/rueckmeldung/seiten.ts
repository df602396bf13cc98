import type { Request, RequestHandler, Response, Router } from 'express';
import type { Absage } from '../../api/kern/absage.ts';
import { frageMitLink } from '../../api/kern/aufruf.ts';
import { zettel } from '../../api/kern/merkzettel.ts';
import { meldungsroute, zugangsroute } from '../../api/rueckmeldung/routen.ts';
import { schickeWeiter, schuetzeOhneKonto, sendeSeite } from '../kern/antwort.ts';
import { pruefeHerkunft } from '../kern/herkunft.ts';
import { leseFormular, rumpfVon, type Zugangsmittel } from '../kern/zugang.ts';
import { absageAus, ausAbsage, type Formularfehler } from '../tun/fehler.ts';
import {
  angekommen,
  BERICHTSORT,
  eingang,
  fragen,
  ORT,
  spaeter,
  ungedeckt,
  verfallen,
  type Blatt,
} from './blaetter.ts';
import { gefragtIn, leseMeldung, mitFehlendem, zugangAus } from './felder.ts';

type Mittel = Pick<Zugangsmittel, 'umgebung' | 'adresse' | 'bremsen'>;

/** What is asked with this code; a code that opens nothing leads to a page that says so. */
async function zeigeFragen(
  { umgebung }: Mittel,
  werte: URLSearchParams,
  fehler: Formularfehler | null,
): Promise<Blatt> {
  const zugang = zugangAus(werte);
  try {
    return fragen(await frageMitLink(umgebung, zugangsroute, { zugang }), { zugang, werte, fehler });
  } catch (roh) {
    const absage = absageAus(roh);
    if (absage.code === 'EINGABE_UNGUELTIG') return eingang(fehlerIn(absage, werte, ['zugang']));
    if (absage.code === 'NICHT_GEFUNDEN') return verfallen(werte.get('bericht'));
    throw roh;
  }
}

/** What is wrong, at the fields it is about: V-74 speaks of the day. */
function fehlerIn(absage: Absage, werte: URLSearchParams, gefragt: readonly string[]): Formularfehler {
  const fehler = ausAbsage(absage);
  if (absage.regel === 'V-74') return { ...fehler, felder: [{ pfad: 'tag', meldung: fehler.satz }] };
  return absage.code === 'EINGABE_UNGUELTIG'
    ? { ...fehler, felder: mitFehlendem(fehler.felder, werte, gefragt) }
    : fehler;
}

/** Sends the report. The same again brings the same receipt, so that reload and back do no harm. */
async function melde(mittel: Mittel, werte: URLSearchParams): Promise<Blatt> {
  try {
    return angekommen(await frageMitLink(mittel.umgebung, meldungsroute, leseMeldung(werte)));
  } catch (roh) {
    const absage = absageAus(roh);
    const bericht = werte.get('bericht');
    if (absage.code === 'NICHT_GEFUNDEN') return verfallen(bericht);
    if (absage.code === 'NICHT_ERREICHBAR') return spaeter(werte);
    return absage.regel === 'V-46'
      ? ungedeckt(absage.message, bericht)
      : zeigeFragen(mittel, werte, fehlerIn(absage, werte, gefragtIn(werte)));
  }
}

function sende(res: Response, { status, ...blatt }: Blatt): void {
  sendeSeite(res, { ...blatt, bereich: null, konto: null, heim: ORT }, status);
}

/** The pages for a Leistungserbringer: nobody signs in, the code of the one-time link is the proof (R17, E25). */
export function registriereRueckmeldung(router: Router, mittel: Mittel): void {
  const benannt =
    (name: string): RequestHandler =>
    (_, res, weiter) => {
      zettel(res).route = name;
      weiter();
    };
  const vonHier: RequestHandler = (req, _, weiter) => {
    pruefeHerkunft(req, mittel.adresse);
    weiter();
  };
  const formular = [vonHier, mittel.bremsen.ohneKontoJeAdresse, leseFormular];
  const beantworte =
    (mache: (werte: URLSearchParams) => Promise<Blatt>): RequestHandler =>
    async (req: Request, res) => {
      sende(res, await mache(rumpfVon(req)));
    };
  router.use(ORT, schuetzeOhneKonto);
  router.get(ORT, benannt(`GET ${ORT}`), (_, res) => {
    sende(res, eingang());
  });
  // Whoever takes up the address of a sent form again begins anew.
  router.get(BERICHTSORT, benannt(`GET ${BERICHTSORT}`), (_, res) => {
    schickeWeiter(res, ORT);
  });
  router.post(
    ORT,
    benannt(`POST ${ORT}`),
    ...formular,
    beantworte((werte) => zeigeFragen(mittel, werte, null)),
  );
  router.post(
    BERICHTSORT,
    benannt(`POST ${BERICHTSORT}`),
    ...formular,
    beantworte((werte) => melde(mittel, werte)),
  );
}

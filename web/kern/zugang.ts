import { text, type Router, type Request, type RequestHandler, type Response } from 'express';
import type { Bremsen } from '../../api/kern/bremse.ts';
import { zettel } from '../../api/kern/merkzettel.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';
import { findeSitzung } from '../../api/sitzung/faelle.ts';
import type { Seitenzeile } from './anfrage.ts';
import { schickeWeiter, sendeDatei, sendeDokument, sendeSeite } from './antwort.ts';
import { betriebslage } from './betriebslage.ts';
import { pruefeHerkunft } from './herkunft.ts';
import type { Kekse } from './kekse.ts';
import { nochEinmal } from './noch-einmal.ts';

export type Zugangsmittel = {
  readonly umgebung: Umgebung;
  readonly kekse: Kekse;
  /** Where people reach Lotse. */
  readonly adresse: string;
  readonly bremsen: Bremsen;
};

const FORMULAR_HOECHSTENS = '256kb';
/** As text: which fields stand in it, and how often, says the contract. */
export const leseFormular = text({ type: 'application/x-www-form-urlencoded', limit: FORMULAR_HOECHSTENS });

export const rumpfVon = (req: Request): URLSearchParams =>
  new URLSearchParams(typeof req.body === 'string' ? req.body : '');

/** Who is signed in; null when nobody is. */
export async function angemeldet(
  req: Request,
  res: Response,
  mittel: Pick<Zugangsmittel, 'umgebung' | 'kekse'>,
): Promise<Konto | null> {
  const geheimnis = mittel.kekse.sitzung(req);
  const sitzung = geheimnis === null ? null : await findeSitzung(mittel.umgebung, geheimnis);
  if (sitzung === null) return null;
  if (sitzung.geheimnis !== geheimnis) mittel.kekse.setzeSitzung(res, sitzung.geheimnis);
  zettel(res).konto = sitzung.konto;
  return sitzung.konto;
}

function meldeAn(mittel: Zugangsmittel): RequestHandler {
  return async (req, res, weiter) => {
    if ((await angemeldet(req, res, mittel)) !== null) {
      weiter();
      return;
    }
    if (req.method === 'POST') sendeSeite(res, nochEinmal(req.originalUrl, rumpfVon(req)), 401);
    else schickeWeiter(res, `/anmeldung?nach=${encodeURIComponent(req.originalUrl)}`);
  };
}

function zeige(
  { zeige: mache, hilfe }: Seitenzeile,
  { umgebung, adresse, gestoert }: Seitenmittel,
): RequestHandler {
  return async (req, res) => {
    const { konto } = zettel(res);
    if (konto === undefined) throw new Error('Diese Seite hat kein Konto');
    const pfad = Object.fromEntries(Object.entries(req.params).map(([name, wert]) => [name, String(wert)]));
    const { pathname: ort, searchParams: abfrage } = new URL(req.originalUrl, 'http://lotse');
    const antwort = await mache({ umgebung, konto, adresse, ort, pfad, abfrage, rumpf: rumpfVon(req) });
    if (antwort.art === 'weiter') schickeWeiter(res, antwort.ort);
    else if (antwort.art === 'dokument') sendeDokument(res, antwort.dokument);
    else if (antwort.art === 'datei') sendeDatei(res, antwort);
    else sendeSeite(res, { ...antwort, konto, hilfe, gestoert: gestoert() }, antwort.status);
  };
}

type Seitenmittel = Zugangsmittel & { readonly gestoert: () => boolean };

/** Registers the pages for whoever is signed in. */
export function registriereSeiten(
  router: Router,
  seiten: readonly Seitenzeile[],
  zugang: Zugangsmittel,
): void {
  const mittel = { ...zugang, gestoert: betriebslage(zugang.umgebung.ablaeufe.erreichbar) };
  for (const seite of seiten) {
    const benenne: RequestHandler = (_, res, weiter) => {
      zettel(res).route = `${seite.methode.toUpperCase()} ${seite.pfad}`;
      weiter();
    };
    const vonHier: RequestHandler = (req, _, weiter) => {
      pruefeHerkunft(req, mittel.adresse);
      weiter();
    };
    const schreibend = seite.methode === 'post' ? [vonHier, leseFormular] : [];
    const { jeKonto, aufwendigJeKonto } = mittel.bremsen;
    const bremsen = seite.aufwendig === true ? [jeKonto, aufwendigJeKonto] : [jeKonto];
    const kette = [benenne, ...schreibend, meldeAn(mittel), ...bremsen];
    router[seite.methode](seite.pfad, ...kette, zeige(seite, mittel));
  }
}

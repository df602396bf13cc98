import type { CookieOptions, Request, Response } from 'express';

/** The cookies of the pages: the session, and while somebody is at the provider the proof that they come back. */
export type Kekse = {
  readonly sitzung: (req: Request) => string | null;
  readonly setzeSitzung: (res: Response, geheimnis: string) => void;
  readonly loescheSitzung: (res: Response) => void;
  readonly anmeldung: (req: Request) => string | null;
  readonly setzeAnmeldung: (res: Response, wert: string) => void;
  readonly loescheAnmeldung: (res: Response) => void;
};

const ZEHN_MINUTEN_MS = 10 * 60_000;

/** What no browser of ours has written is no cookie of ours. */
function entziffert(wert: string): string | null {
  try {
    return decodeURIComponent(wert);
  } catch {
    return null;
  }
}

function lies(req: Request, name: string): string | null {
  for (const teil of (req.get('cookie') ?? '').split(';')) {
    const [kopf = '', ...wert] = teil.split('=');
    if (kopf.trim() === name) return entziffert(wert.join('=').trim());
  }
  return null;
}

/**
 * `__Host-` binds a cookie to this very host over TLS; a neighbour under the same domain cannot plant one. Only on this machine,
 * where Lotse may run without TLS, they are plain.
 */
export function kekseFuer(adresse: string): Kekse {
  const sicher = adresse.startsWith('https:');
  const vorn = sicher ? '__Host-' : '';
  const gemeinsam: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: sicher, path: '/' };
  const keks = (name: string, mehr: CookieOptions = {}) => ({
    lies: (req: Request) => lies(req, `${vorn}${name}`),
    setze: (res: Response, wert: string) => {
      res.cookie(`${vorn}${name}`, wert, { ...gemeinsam, ...mehr });
    },
    loesche: (res: Response) => {
      res.clearCookie(`${vorn}${name}`, gemeinsam);
    },
  });
  const sitzung = keks('lotse');
  const anmeldung = keks('lotse-anmeldung', { maxAge: ZEHN_MINUTEN_MS });
  return {
    sitzung: sitzung.lies,
    setzeSitzung: sitzung.setze,
    loescheSitzung: sitzung.loesche,
    anmeldung: anmeldung.lies,
    setzeAnmeldung: anmeldung.setze,
    loescheAnmeldung: anmeldung.loesche,
  };
}

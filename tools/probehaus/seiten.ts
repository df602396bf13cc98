import type { Logger } from 'pino';
import type { Umgebung } from '../../api/kern/umgebung.ts';
import { beginneSitzung } from '../../api/sitzung/faelle.ts';
import { arbeitsplatz } from '../../web/arbeitsplatz.ts';
import { ISSUER } from './api.ts';

/** What came back for an address. */
export type Abruf = {
  readonly pfad: string;
  readonly status: number;
  /** Where the browser is sent on; null when it stays. */
  readonly weiter: string | null;
  readonly kopf: Headers;
  readonly html: string;
};

/** @param formular sent as a browser sends a form; without it the page is only opened */
export type Besuch = (subjekt: string, pfad: string, formular?: URLSearchParams) => Promise<Abruf>;

/** Opens pages at an address, each colleague with a session of their own. */
export function besucheSeiten(umgebung: Umgebung, adresse: string): Besuch {
  const sitzungen = new Map<string, string>();
  const geheimnisVon = async (subjekt: string): Promise<string> => {
    const geheimnis = sitzungen.get(subjekt) ?? (await beginneSitzung(umgebung, subjekt)).geheimnis;
    sitzungen.set(subjekt, geheimnis);
    return geheimnis;
  };
  return async (subjekt, pfad, formular) => {
    const cookie = `lotse=${await geheimnisVon(subjekt)}`;
    const antwort = await fetch(`${adresse}${pfad}`, {
      redirect: 'manual',
      ...(formular === undefined
        ? { headers: { cookie } }
        : { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body: formular }),
    });
    const { status, headers: kopf } = antwort;
    return { pfad, status, weiter: kopf.get('location'), kopf, html: await antwort.text() };
  };
}

/** The pages of a house, without an identity provider: sessions are begun at the desk. */
export const seitenOhneAnbieter = (umgebung: Umgebung, adresse: string, log: Logger) =>
  arbeitsplatz({
    umgebung,
    log,
    anmeldung: { issuer: ISSUER, client: 'pruefung', geheimnis: undefined, kennung: 'sub', adresse },
  });

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../../api/app.ts';
import { beginneSitzung } from '../../../api/sitzung/faelle.ts';
import type { Umgebung } from '../../../api/kern/umgebung.ts';
import { erzeugeLogger } from '../../../log/logger.ts';
import { ISSUER, lokalerAussteller, OHNE_GRENZEN } from '../../../tools/probehaus/api.ts';
import type { Logger } from 'pino';
import { titelVon } from './titel.ts';
import { arbeitsplatz } from '../../../web/arbeitsplatz.ts';

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

/** The pages over plain HTTP, for whoever has a session: no browser and no identity provider. */
export type Seitenhaus = {
  readonly rufe: Besuch;
  /** Every line the log has taken. */
  readonly protokoll: () => string;
  readonly stop: () => void;
};

/** What a browser keeps, and others may see, of a page: its title, where it leads to, what goes before it. */
export const spurVon = ({ pfad, weiter, kopf, html }: Abruf): string =>
  [decodeURIComponent(pfad), titelVon(html), weiter ?? '', ...[...kopf].map((feld) => feld.join(': '))].join(
    '\n',
  );

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

/** The pages of this house on a port of their own. */
export async function oeffneSeiten(umgebung: Umgebung): Promise<Seitenhaus> {
  const zeilen: string[] = [];
  const log = erzeugeLogger('api', 'trace', { write: (zeile) => void zeilen.push(zeile) });
  const server = createServer();
  await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
  const { port } = server.address() as AddressInfo;
  const adresse = `http://127.0.0.1:${String(port)}`;
  const { anmeldung } = await lokalerAussteller();
  const bereitschaft = { laeuftAus: () => false, teile: [] };
  const mittel = { umgebung, anmeldung, bereitschaft, log, grenzen: OHNE_GRENZEN };
  server.on('request', createApp({ ...mittel, erweitere: seitenOhneAnbieter(umgebung, adresse, log) }));
  return {
    rufe: besucheSeiten(umgebung, adresse),
    protokoll: () => zeilen.join(''),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

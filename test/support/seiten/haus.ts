import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../../api/app.ts';
import type { Umgebung } from '../../../api/kern/umgebung.ts';
import { erzeugeLogger } from '../../../log/logger.ts';
import { lokalerAussteller, OHNE_GRENZEN } from '../../../tools/probehaus/api.ts';
import {
  besucheSeiten,
  seitenOhneAnbieter,
  type Abruf,
  type Besuch,
} from '../../../tools/probehaus/seiten.ts';
import { titelVon } from './titel.ts';

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

/** The pages of this house on a port of their own. */
export async function oeffneSeiten(umgebung: Umgebung, grenzen = OHNE_GRENZEN): Promise<Seitenhaus> {
  const zeilen: string[] = [];
  const log = erzeugeLogger('api', 'trace', { write: (zeile) => void zeilen.push(zeile) });
  const server = createServer();
  await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
  const { port } = server.address() as AddressInfo;
  const adresse = `http://127.0.0.1:${String(port)}`;
  const { anmeldung } = await lokalerAussteller();
  const bereitschaft = { laeuftAus: () => false, teile: [] };
  const mittel = { umgebung, anmeldung, bereitschaft, log, grenzen };
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

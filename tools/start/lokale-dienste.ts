import path from 'node:path';
import { starteAnmeldung } from '../lokal/anmeldung.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import type { Melder } from '../lokal/melder.ts';
import { demoanmeldungen } from '../lokal/personal.ts';
import { startePostfach } from '../lokal/postfach.ts';
import { startePostgres } from '../lokal/postgres.ts';
import { starteTemporal } from '../lokal/temporal.ts';
import type { Dienst } from './dienst.ts';
import type { Einstellungen } from './einstellungen.ts';

/** Starts one part and hands it to `merke` at once, so that it is stopped whatever happens later. */
export type Start = (
  einstellungen: Einstellungen,
  melde: Melder,
) => Promise<{ dienst: Dienst; adresse: string }>;

export const startePostgresDienst: Start = async (werte, melde) => {
  const datenordner = path.join(werte.LOTSE_DATEN, 'postgres');
  const server = await startePostgres({ datenordner, port: werte.LOTSE_PORT_POSTGRES, melde });
  const ausfall = server.ende.then(() => gestorben('PostgreSQL', path.join(datenordner, 'postgres.log')));
  return {
    adresse: server.url,
    dienst: { name: 'PostgreSQL', pids: [server.pid], ausfall, stop: server.stop },
  };
};

export const starteTemporalDienst: Start = async (werte, melde) => {
  const ordner = path.join(werte.LOTSE_DATEN, 'temporal');
  const server = await starteTemporal({
    dbDatei: path.join(ordner, 'temporal.db'),
    port: werte.LOTSE_PORT_TEMPORAL,
    uiPort: werte.LOTSE_PORT_TEMPORAL_UI,
    codec: `http://127.0.0.1:${String(werte.LOTSE_PORT_API)}/api/v1/codec`,
    namespace: werte.TEMPORAL_NAMESPACE,
    melde,
  });
  const ausfall = server.ende.then(() => gestorben('Temporal', path.join(ordner, 'temporal.log')));
  return {
    adresse: server.adresse,
    dienst: { name: 'Temporal', pids: [server.pid], ausfall, stop: server.stop },
  };
};

/** Where the pages of the API's process take people back. */
const RUECKWEGE = ['/anmeldung/rueckkehr', '/api/v1/docs/oauth2-redirect.html'];

export const starteAnmeldungDienst: Start = async (werte) => {
  const { issuer, stop } = await starteAnmeldung({
    port: werte.LOTSE_PORT_ANMELDUNG,
    personal: demoanmeldungen,
    geheimnisOrdner: path.join(werte.LOTSE_DATEN, 'anmeldung'),
    rueckkehr: RUECKWEGE.map((weg) => `http://127.0.0.1:${String(werte.LOTSE_PORT_API)}${weg}`),
  });
  return { adresse: issuer, dienst: { name: 'Die Anmeldung', pids: [], stop } };
};

export const startePostfachDienst: Start = async (werte) => {
  const postfach = await startePostfach({
    smtpPort: werte.LOTSE_PORT_SMTP,
    httpPort: werte.LOTSE_PORT_MAILS,
  });
  return { adresse: postfach.smtpUrl, dienst: { name: 'Das Postfach', pids: [], stop: postfach.stop } };
};

function gestorben(name: string, protokoll: string): BedienFehler {
  return new BedienFehler(
    `${name} hat sich beendet.`,
    `Der Grund steht in ${protokoll}; starten Sie danach neu.`,
  );
}

import { createServer } from 'node:http';
import { Client } from '@temporalio/client';
import {
  antwortet,
  istAufStand,
  istGeloescht,
  pruefeDatenbankzugang,
  rundgangslage,
  unverankertMinuten,
} from '../db/bereitschaft.ts';
import { dateibuch } from '../db/loeschung/buch.ts';
import { oeffneDatenbank } from '../db/client.ts';
import { bringeAufStand } from '../db/migrate.ts';
import { erzeugeLogger, meldeAbsturz, meldeAusnahmen } from '../log/logger.ts';
import { einsichtIn } from '../temporal/einsicht.ts';
import { datenumwandlung } from '../temporal/datenumwandlung.ts';
import { nutzlastschutzAus } from '../temporal/einstellung.ts';
import { begruendeteAusnahmen } from '../transport/nachlaessigkeit.ts';
import { temporalverbindung } from '../transport/temporal.ts';
import { createApp, type Appmittel } from './app.ts';
import { GRENZEN } from './kern/bremse.ts';
import { oeffneFallschutz } from './befehle/fallschutz.ts';
import { pruefeTokens } from './kern/auth.ts';
import { fragtAussteller } from './kern/aussteller.ts';
import { anzufragendeBereiche } from './kern/tokenform.ts';
import { loadConfig } from './config.ts';
import { temporalAblaeufe, verbindeSpaeter } from './befehle/temporal.ts';
import { sekundenOhneWorker } from './befehle/worker.ts';
import { systemuhr } from './kern/uhr.ts';
import { erzeugeUmgebung } from './kern/umgebung.ts';
import { erzeugeSchranke } from './kern/schranke.ts';
import { arbeitsplatz, sitzungskonto } from '../web/arbeitsplatz.ts';

/** Longer than the patience for one command, so that what is under way gets its answer. */
const AUSLAUF_MS = 25_000;

/** A client that sends nothing holds no connection for long; a body is 256 KiB at most. */
const KOPF_MS = 10_000;
const ANFRAGE_MS = 30_000;

/** One sentence instead of a stack: what is missing is outside of the program. */
function gibAuf(fehler: unknown): never {
  console.error(`Die API startet nicht: ${fehler instanceof Error ? fehler.message : String(fehler)}`);
  process.exit(1);
}

function oderGibAuf<T>(lies: () => T): T {
  try {
    return lies();
  } catch (fehler) {
    gibAuf(fehler);
  }
}

const config = oderGibAuf(() => loadConfig(process.env));
const log = erzeugeLogger('api', config.LOTSE_PROTOKOLLSTUFE);
meldeAbsturz(log);
meldeAusnahmen(log, begruendeteAusnahmen(config));
const { connectionOptions, namespace = 'default' } = oderGibAuf(() => temporalverbindung(process.env));
const connection = verbindeSpaeter(connectionOptions);
const schutz = nutzlastschutzAus(config);
const dataConverter = datenumwandlung(schutz, 'client');
const client = new Client({ connection, namespace, dataConverter });

const db = oeffneDatenbank(config.DATABASE_URL, config.DATABASE_POOL, 'anmeldung');
await bringeAufStand(db, config.DATABASE_MIGRATION_URL).catch(gibAuf);
await pruefeDatenbankzugang(db, 'lotse_api').catch(gibAuf);
const {
  tresor,
  antwortet: tresorAntwortet,
  schliesse: schliesseTresor,
} = await oeffneFallschutz(config).catch(gibAuf);
const ablaeufe = temporalAblaeufe({ client, log, wartezeitMs: config.BEFEHL_WARTEZEIT_MS });
const schranke = erzeugeSchranke({ gleichzeitig: 8, wartend: 64 });
const buch = dateibuch(config.LOTSE_LOESCHBUCH);
const herkunft = config.LOTSE_CODEC_HERKUNFT;
const einsicht = herkunft.length === 0 ? null : einsichtIn(schutz, namespace);
let laeuftAus = false;

const umgebung = erzeugeUmgebung({ db, uhr: systemuhr, ablaeufe, schranke, tresor, einsicht });

/** The pages, where the office has a client for them. */
function seiten(): Pick<Appmittel, 'erweitere' | 'sitzung'> {
  const { OIDC_WEB_CLIENT: client, LOTSE_ADRESSE: adresse } = config;
  if (client === undefined || adresse === undefined) return {};
  const anmeldung = {
    issuer: config.OIDC_ISSUER,
    client,
    geheimnis: config.OIDC_WEB_GEHEIMNIS,
    kennung: config.OIDC_KENNUNG,
    adresse,
  };
  return {
    erweitere: arbeitsplatz({ umgebung, anmeldung, log, kontakt: config.LOTSE_KONTAKT_BARRIEREN ?? null }),
    sitzung: sitzungskonto(umgebung, adresse),
  };
}

const app = createApp({
  umgebung,
  ...seiten(),
  anmeldung: pruefeTokens({
    issuer: config.OIDC_ISSUER,
    audience: config.OIDC_AUDIENCE,
    form: config.OIDC_TOKENFORM,
    kennung: config.OIDC_KENNUNG,
    bereich: config.OIDC_SCOPE,
    uhrtoleranz: config.OIDC_UHRTOLERANZ,
  }),
  log,
  grenzen: {
    ...GRENZEN,
    jeKonto: config.LOTSE_ANFRAGEN_JE_KONTO,
    aufwendigJeKonto: config.LOTSE_ANFRAGEN_AUFWENDIG,
    jeAdresse: config.LOTSE_ANFRAGEN_JE_ADRESSE,
    fehlanmeldungenJeAdresse: config.LOTSE_FEHLANMELDUNGEN,
  },
  vertrauteProxys: config.VERTRAUTE_PROXYS,
  herkunft,
  doku:
    config.OIDC_DOKU_CLIENT === undefined
      ? null
      : {
          issuer: config.OIDC_ISSUER,
          client: config.OIDC_DOKU_CLIENT,
          bereiche: anzufragendeBereiche({
            form: config.OIDC_TOKENFORM,
            audience: config.OIDC_AUDIENCE,
            bereich: config.OIDC_SCOPE,
          }),
        },
  bereitschaft: {
    laeuftAus: () => laeuftAus,
    unverankertMinuten: () => unverankertMinuten(db),
    rundgang: () => rundgangslage(db, systemuhr.jetzt()),
    sekundenOhneWorker: () => sekundenOhneWorker(client),
    teile: [
      { name: 'datenbank', pruefe: () => antwortet(db) },
      { name: 'schema', pruefe: () => istAufStand(db) },
      { name: 'loeschbuch', pruefe: () => istGeloescht(db, buch) },
      { name: 'schluesselspeicher', pruefe: tresorAntwortet },
      { name: 'anmeldung', pruefe: fragtAussteller(config.OIDC_ISSUER) },
      { name: 'temporal', pruefe: () => ablaeufe.erreichbar() },
    ],
  },
});

const server = createServer({ headersTimeout: KOPF_MS, requestTimeout: ANFRAGE_MS }, app);
server.once('error', gibAuf);
server.listen(config.PORT, config.HOST, () => {
  log.info({ port: config.PORT, host: config.HOST }, 'API bereit');
});

/** Not ready, no new connections, finish what is under way, close. */
async function laufeAus(signal: string): Promise<void> {
  if (laeuftAus) return;
  laeuftAus = true;
  log.info({ signal }, 'API läuft aus');
  const notfalls = setTimeout(() => {
    server.closeAllConnections();
  }, AUSLAUF_MS);
  await new Promise<void>((zu) => {
    server.close(() => {
      zu();
    });
    server.closeIdleConnections();
  });
  clearTimeout(notfalls);
  await Promise.all([db.schliesse(), schliesseTresor()]);
  await connection.close();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void laufeAus(signal).catch((fehler: unknown) => {
      log.error({ err: fehler }, 'Auslaufen gescheitert');
      process.exitCode = 1;
    });
  });
}

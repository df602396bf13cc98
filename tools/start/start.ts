import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { migriere } from '../../db/migrate.ts';
import { oeffneFallschutz } from '../../api/befehle/fallschutz.ts';
import type { Config } from '../../api/config.ts';
import { richteSchluesselspeicherEin } from '../lokal/schluesselspeicher.ts';
import { arbeitsplatz } from '../lokal/anmeldung-konfiguration.ts';
import { saeeDemodaten } from '../demo/saeen.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import type { Melder } from '../lokal/melder.ts';
import { pruefePort } from '../lokal/ports.ts';
import { richteZugaengeEin, type Zugaenge } from '../lokal/zugaenge.ts';
import type { Ablauf } from './ablauf.ts';
import type { Einstellungen } from './einstellungen.ts';
import { pruefeAdressen } from './erreichbarkeit.ts';
import { ladeGeheimnis } from './geheimnisse.ts';
import { sichereBuendel } from './buendel.ts';
import { starteKind, type Kindplan } from './kind.ts';
import { schreibeLaufzettel, uebernimmOrdner, type Laufzettel } from './laufzettel.ts';
import { sichereNutzlastschutz } from './nutzlastschutz.ts';
import {
  starteAnmeldungDienst,
  startePostfachDienst,
  startePostgresDienst,
  starteTemporalDienst,
  type Start,
} from './lokale-dienste.ts';

const bereitfristMs = 120_000;

const PROZESSE = [
  ['Der Worker', 'worker'],
  ['Die API', 'api'],
] as const;

/** Brings everything up in order; what runs is in `ablauf`, also when this fails in the middle. */
export async function starteAlles(werte: Einstellungen, ablauf: Ablauf, melde: Melder): Promise<void> {
  await uebernimmOrdner(werte.LOTSE_DATEN, melde);
  await pruefePorts(werte);
  await pruefeAdressen(werte);

  const nutzlastschutz = await sichereNutzlastschutz(werte);
  const apiUrl = `http://127.0.0.1:${String(werte.LOTSE_PORT_API)}`;
  const eigene: Pick<Laufzettel, 'datenbank' | 'temporal'> = {};
  const notiere = (): Promise<void> =>
    schreibeLaufzettel(werte.LOTSE_DATEN, { issuer, apiUrl, ...eigene, kinder: ablauf.pids });
  const issuer = werte.OIDC_ISSUER ?? `http://127.0.0.1:${String(werte.LOTSE_PORT_ANMELDUNG)}`;
  const lokal = async (gegeben: string | undefined, starte: Start): Promise<string> => {
    if (gegeben !== undefined) return gegeben;
    const { dienst, adresse } = await starte(werte, melde);
    await ablauf.merke(dienst);
    await notiere();
    return adresse;
  };
  const besitzer = await lokal(werte.DATABASE_MIGRATION_URL, startePostgresDienst);
  await bereiteSchemaVor(besitzer);
  const zugaenge = await richteZugaengeEin(besitzer);
  const env = {
    TEMPORAL_ADDRESS: await lokal(werte.TEMPORAL_ADDRESS, starteTemporalDienst),
    TEMPORAL_NAMESPACE: werte.TEMPORAL_NAMESPACE,
    OIDC_ISSUER: await lokal(werte.OIDC_ISSUER, starteAnmeldungDienst),
    OIDC_AUDIENCE: werte.OIDC_AUDIENCE,
    ...oberflaechen(werte),
    ...mailenv(werte, await lokal(werte.SMTP_URL, startePostfachDienst), apiUrl),
    ...(await ankereinstellungen(werte)),
    ...(await bereiteFallschutzVor(werte, besitzer)),
    // The own server keeps its database in the same folder: whatever is missing there was lost with it.
    ...(werte.TEMPORAL_ADDRESS === undefined ? { LOTSE_NEUSTART_ANTEIL: '1' } : {}),
    PORT: String(werte.LOTSE_PORT_API),
    TZ: 'UTC',
    LOTSE_WORKFLOWBUENDEL: await sichereBuendel(melde),
    ...nutzlastschutz,
  };
  const loeschung = await loeschenv(werte, zugaenge.loeschung);
  if (werte.DATABASE_MIGRATION_URL === undefined) eigene.datenbank = zugaenge.worker;
  if (werte.TEMPORAL_ADDRESS === undefined) eigene.temporal = env.TEMPORAL_ADDRESS;
  melde('Worker und API starten.');
  for (const kind of kinder(werte, { ...env, ...loeschung }, zugaenge)) {
    await ablauf.merke(starteKind(kind));
    await notiere();
  }
  await warteAufBereit(apiUrl);
  if (werte.DATABASE_MIGRATION_URL === undefined && werte.OIDC_ISSUER === undefined) {
    await saeeDemodaten({ databaseUrl: besitzer, apiUrl, issuer, melde });
  }
}

/** Worker and API, each under its own login. */
const kinder = (werte: Einstellungen, env: Record<string, string>, zugaenge: Zugaenge): Kindplan[] =>
  PROZESSE.map(([name, prozess]) => ({
    name,
    programm: `${prozess}/main.ts`,
    env: { ...env, DATABASE_URL: zugaenge[prozess] },
    protokoll: path.join(werte.LOTSE_DATEN, `${prozess}.log`),
  }));

/**
 * The demo's identity provider knows one client for pages: that of the API's description and of the workplace. The UI of the own Temporal
 * shows what payloads say to administrators who are signed in at Lotse.
 */
function oberflaechen({
  OIDC_ISSUER,
  TEMPORAL_ADDRESS,
  LOTSE_PORT_TEMPORAL_UI,
}: Einstellungen): Record<string, string> {
  const clients = { OIDC_DOKU_CLIENT: arbeitsplatz, OIDC_WEB_CLIENT: arbeitsplatz };
  const codec = { LOTSE_CODEC_HERKUNFT: `http://127.0.0.1:${String(LOTSE_PORT_TEMPORAL_UI)}` };
  return {
    ...(OIDC_ISSUER === undefined ? clients : {}),
    ...(TEMPORAL_ADDRESS === undefined ? codec : {}),
  };
}

/** Links in mails lead to the API that runs here, unless the office names another address. */
function mailenv(werte: Einstellungen, smtpUrl: string, apiUrl: string): Record<string, string> {
  const { SMTP_ABSENDER, LOTSE_ADRESSE = apiUrl } = werte;
  return { SMTP_URL: smtpUrl, SMTP_ABSENDER, LOTSE_ADRESSE };
}

/** Ledger and secret of the erasure live in the data folder, beside the database and not in it. */
async function loeschenv(werte: Einstellungen, datenbankzugang: string): Promise<Record<string, string>> {
  const { LOTSE_DATEN: daten, LOTSE_LOESCHSCHLUESSEL: schluessel } = werte;
  return {
    LOESCH_DATABASE_URL: datenbankzugang,
    LOTSE_LOESCHBUCH: werte.LOTSE_LOESCHBUCH ?? path.join(daten, 'loeschbuch.jsonl'),
    LOTSE_LOESCHSCHLUESSEL: schluessel ?? (await ladeGeheimnis(daten, 'loeschbuch')),
  };
}

/** File and key of the anchors of the audit (E47), in the data folder unless they are set. */
async function ankereinstellungen({ LOTSE_DATEN, LOTSE_ANKERDATEI, LOTSE_ANKERSCHLUESSEL }: Einstellungen) {
  return {
    LOTSE_ANKERDATEI: LOTSE_ANKERDATEI ?? path.join(LOTSE_DATEN, 'anker', 'protokoll.jsonl'),
    LOTSE_ANKERSCHLUESSEL: LOTSE_ANKERSCHLUESSEL ?? (await ladeGeheimnis(LOTSE_DATEN, 'anker')),
  };
}

/** Key store and master key of the cases (DS-28); texts an older release left in clear are encrypted before anybody reads. */
async function bereiteFallschutzVor(
  werte: Einstellungen,
  besitzer: string,
): Promise<Pick<Config, 'SCHLUESSEL_DATABASE_URL' | 'LOTSE_HAUPTSCHLUESSEL'>> {
  const SCHLUESSEL_DATABASE_URL =
    werte.SCHLUESSEL_DATABASE_URL ?? (await richteSchluesselspeicherEin(besitzer));
  const LOTSE_HAUPTSCHLUESSEL =
    werte.LOTSE_HAUPTSCHLUESSEL ?? (await ladeGeheimnis(werte.LOTSE_DATEN, 'haupt'));
  const schutz = { SCHLUESSEL_DATABASE_URL, LOTSE_HAUPTSCHLUESSEL };
  try {
    await (await oeffneFallschutz({ ...schutz, DATABASE_MIGRATION_URL: besitzer })).schliesse();
  } catch (cause) {
    throw new BedienFehler(
      `Die Schlüssel der Fälle lassen sich nicht öffnen (${cause instanceof Error ? cause.message : String(cause)}).`,
      'Setzen Sie LOTSE_HAUPTSCHLUESSEL auf den Schlüssel, mit dem Lotse zuletzt lief.',
      { cause },
    );
  }
  return schutz;
}

/** Before worker and API, so that neither meets a schema the other is still building. */
async function bereiteSchemaVor(url: string): Promise<void> {
  try {
    await migriere(url);
  } catch (cause) {
    const grund = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new BedienFehler(
      `Das Datenbankschema lässt sich nicht auf den Stand dieser Version bringen (${grund}).`,
      'Gehört die Datenbank zu einer neueren Version, starten Sie diese; sonst spielen Sie eine Sicherung ein.',
      { cause },
    );
  }
}

async function pruefePorts(werte: Einstellungen): Promise<void> {
  const plaetze = [
    ['LOTSE_PORT_API', 'die API', undefined],
    ['LOTSE_PORT_POSTGRES', 'PostgreSQL', werte.DATABASE_MIGRATION_URL],
    ['LOTSE_PORT_TEMPORAL', 'Temporal', werte.TEMPORAL_ADDRESS],
    ['LOTSE_PORT_TEMPORAL_UI', 'die Temporal-Oberfläche', werte.TEMPORAL_ADDRESS],
    ['LOTSE_PORT_ANMELDUNG', 'die Anmeldung', werte.OIDC_ISSUER],
    ['LOTSE_PORT_SMTP', 'das Postfach', werte.SMTP_URL],
    ['LOTSE_PORT_MAILS', 'die Ansicht der Mails', werte.SMTP_URL],
  ] as const;
  for (const [einstellung, wofuer, ersatz] of plaetze) {
    if (ersatz === undefined) await pruefePort(werte[einstellung], wofuer, einstellung);
  }
}

async function warteAufBereit(apiUrl: string): Promise<void> {
  const bis = Date.now() + bereitfristMs;
  let letzte = 'keine Antwort';
  while (Date.now() < bis) {
    try {
      const antwort = await fetch(`${apiUrl}/readyz`, { signal: AbortSignal.timeout(5_000) });
      if (antwort.ok) return;
      letzte = `HTTP ${String(antwort.status)}`;
    } catch {
      // Not listening yet; a process that dies is noticed elsewhere.
    }
    await warte(200);
  }
  throw new BedienFehler(
    `Die API ist nach ${String(bereitfristMs / 1000)} Sekunden nicht bereit (${letzte}).`,
    'Sehen Sie in api.log und worker.log im Datenordner nach.',
  );
}

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import postgres from 'postgres';
import { freierPort } from '../../../tools/lokal/ports.ts';
import { startePostfach } from '../../../tools/lokal/postfach.ts';
import { startePostgres } from '../../../tools/lokal/postgres.ts';
import { richteSchluesselspeicherEin } from '../../../tools/lokal/schluesselspeicher.ts';
import { starteTemporal } from '../../../tools/lokal/temporal.ts';
import type { Dienst } from '../../../tools/start/dienst.ts';
import { starteKind } from '../../../tools/start/kind.ts';
import { loginsAusAnleitung } from './anleitung.ts';

/** An office that has everything beside Lotse, and of Lotse an empty database. */
export type Haus = {
  /** `DATABASE_MIGRATION_URL`: no superuser, as in an office. */
  readonly besitzer: string;
  readonly ordner: string;
  /** Where the API answers, once it runs. */
  readonly herkunft: string;
  /** „Logins of PostgreSQL“ of SECURITY.md. */
  readonly legeLoginsAn: () => Promise<void>;
  /** Worker and API as processes, the API with the settings of the sign-in; what ran before ends. */
  readonly starte: (anmeldung: Record<string, string>) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const BEREIT_MS = 120_000;
const schluessel = (): string => `2026:${randomBytes(32).toString('base64')}`;

/** Ends what was opened, the last first, also when not everything could be. */
class Schlussliste {
  readonly #schritte: (() => Promise<void>)[] = [];
  merke(schritt: () => Promise<void>): void {
    this.#schritte.unshift(schritt);
  }
  async arbeiteAb(): Promise<void> {
    for (const schritt of this.#schritte.splice(0)) await schritt();
  }
}

/** An owner that may make roles and nothing else, and the empty database that is its own. */
async function richteBesitzerEin(verwalter: string, passwort: string): Promise<string> {
  const sql = postgres(verwalter, { max: 1 });
  await sql.unsafe(`create role lotse login createrole password '${passwort}'`);
  await sql`alter database lotse owner to lotse`;
  await sql.end();
  return Object.assign(new URL(verwalter), { username: 'lotse', password: passwort }).toString();
}

const alsLogin = (besitzer: string, username: string): string =>
  Object.assign(new URL(besitzer), { username }).toString();

type Umfeld = {
  readonly besitzer: string;
  readonly schluesselspeicher: string;
  readonly temporal: string;
  readonly smtp: string;
  readonly ordner: string;
  readonly port: number;
};

/** What .env.example names for worker and API and gives no default. */
function einstellungen(u: Umfeld): Record<string, string> {
  return {
    LOESCH_DATABASE_URL: alsLogin(u.besitzer, 'lotse_loeschung_login'),
    SCHLUESSEL_DATABASE_URL: u.schluesselspeicher,
    TEMPORAL_ADDRESS: u.temporal,
    SMTP_URL: u.smtp,
    SMTP_ABSENDER: 'lotse@jobcenter.example',
    LOTSE_ADRESSE: `http://127.0.0.1:${String(u.port)}`,
    LOTSE_LOESCHBUCH: path.join(u.ordner, 'loeschbuch.jsonl'),
    LOTSE_LOESCHSCHLUESSEL: schluessel(),
    LOTSE_HAUPTSCHLUESSEL: schluessel(),
    LOTSE_TEMPORAL_SCHLUESSEL: schluessel(),
    LOTSE_ANKERDATEI: path.join(u.ordner, 'anker.jsonl'),
    LOTSE_ANKERSCHLUESSEL: schluessel(),
    PORT: String(u.port),
  };
}

async function warteAufBereit(herkunft: string, dienste: readonly Dienst[]): Promise<void> {
  const bereit = async (): Promise<void> => {
    const bis = Date.now() + BEREIT_MS;
    while (Date.now() < bis) {
      const antwort = await fetch(`${herkunft}/readyz`).catch(() => null);
      if (antwort?.ok === true) return;
      await warte(500);
    }
    throw new Error(`Nicht bereit: ${await (await fetch(`${herkunft}/readyz`)).text()}`);
  };
  const ausfaelle = dienste.map(async ({ ausfall }): Promise<never> => {
    throw (await ausfall) ?? new Error('beendet');
  });
  await Promise.race([bereit(), ...ausfaelle]);
}

/** The order of an office: PostgreSQL, Temporal, mail; Lotse itself only when `starte` is called. */
export async function richteHausEin(): Promise<Haus> {
  const schluss = new Schlussliste();
  const ordner = await mkdtemp(path.join(tmpdir(), 'lotse-erste-anmeldung-'));
  schluss.merke(() => rm(ordner, { recursive: true, force: true }));
  try {
    const datenordner = await mkdtemp(path.join(tmpdir(), 'lotse-pruefung-'));
    const datenbank = await startePostgres({ datenordner, fluechtig: true });
    schluss.merke(datenbank.stop);
    const passwort = randomUUID();
    const besitzer = await richteBesitzerEin(datenbank.url, passwort);
    const schluesselspeicher = await richteSchluesselspeicherEin(datenbank.url);
    const temporal = await starteTemporal({ headless: true });
    schluss.merke(temporal.stop);
    const post = await startePostfach({ httpPort: null });
    schluss.merke(post.stop);
    const port = await freierPort();
    const umfeld = { besitzer, schluesselspeicher, temporal: temporal.adresse, smtp: post.smtpUrl };
    const env = einstellungen({ ...umfeld, ordner, port });
    return zusammen({ besitzer, ordner, passwort, env, schluss });
  } catch (fehler) {
    await schluss.arbeiteAb();
    throw fehler;
  }
}

type Eingerichtet = {
  readonly besitzer: string;
  readonly ordner: string;
  readonly passwort: string;
  readonly env: Record<string, string>;
  readonly schluss: Schlussliste;
};

function zusammen({ besitzer, ordner, passwort, env, schluss }: Eingerichtet): Haus {
  const herkunft = env['LOTSE_ADRESSE'] ?? '';
  const prozesse = new Schlussliste();
  const starte = (name: string, zugang: string, mehr: Record<string, string> = {}): Dienst => {
    const DATABASE_URL = alsLogin(besitzer, zugang);
    const kind = starteKind({
      ...{ name, programm: `${name}/main.ts`, protokoll: path.join(ordner, `${name}.log`) },
      env: { ...env, ...mehr, DATABASE_URL },
    });
    prozesse.merke(kind.stop);
    return kind;
  };
  return {
    ...{ besitzer, ordner, herkunft },
    legeLoginsAn: async () => {
      const sql = postgres(besitzer, { max: 1 });
      await sql.unsafe(await loginsAusAnleitung(passwort));
      await sql.end();
    },
    starte: async (anmeldung) => {
      await prozesse.arbeiteAb();
      const worker = starte('worker', 'lotse_worker_login');
      const api = starte('api', 'lotse_api_login', anmeldung);
      await warteAufBereit(herkunft, [worker, api]);
    },
    stop: async () => {
      await prozesse.arbeiteAb();
      await schluss.arbeiteAb();
    },
  };
}

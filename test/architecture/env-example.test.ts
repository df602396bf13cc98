import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig as apiEinstellungen, type Config } from '../../api/config.ts';
import { ladeEinstellungen, type Einstellungen } from '../../tools/start/einstellungen.ts';
import { loadConfig as workerEinstellungen, type Workerkonfiguration } from '../../worker/config.ts';

const WURZEL = path.join(import.meta.dirname, '../..');
const text = readFileSync(path.join(WURZEL, '.env.example'), 'utf8');

/** Every key of every schema; the compiler refuses a list that is too short or too long. */
const SCHEMATA = {
  DATABASE_URL: true,
  DATABASE_MIGRATION_URL: true,
  DATABASE_POOL: true,
  LOESCH_DATABASE_URL: true,
  LOTSE_LOESCHBUCH: true,
  LOTSE_LOESCHSCHLUESSEL: true,
  OIDC_ISSUER: true,
  OIDC_AUDIENCE: true,
  OIDC_TOKENFORM: true,
  OIDC_SCOPE: true,
  OIDC_UHRTOLERANZ: true,
  OIDC_KENNUNG: true,
  OIDC_DOKU_CLIENT: true,
  OIDC_WEB_CLIENT: true,
  OIDC_WEB_GEHEIMNIS: true,
  PORT: true,
  HOST: true,
  VERTRAUTE_PROXYS: true,
  LOTSE_ANFRAGEN_JE_KONTO: true,
  LOTSE_ANFRAGEN_AUFWENDIG: true,
  LOTSE_ANFRAGEN_JE_ADRESSE: true,
  LOTSE_FEHLANMELDUNGEN: true,
  LOTSE_CODEC_HERKUNFT: true,
  LOTSE_PROTOKOLLSTUFE: true,
  BEFEHL_WARTEZEIT_MS: true,
  SMTP_URL: true,
  SMTP_ABSENDER: true,
  SMTP_MAILS_PRO_SEKUNDE: true,
  LOTSE_FAELLE_IM_SPEICHER: true,
  LOTSE_NEUSTART_ANTEIL: true,
  LOTSE_WORKFLOWBUENDEL: true,
  LOTSE_ADRESSE: true,
  LOTSE_KONTAKT_BARRIEREN: true,
  SCHLUESSEL_DATABASE_URL: true,
  LOTSE_HAUPTSCHLUESSEL: true,
  LOTSE_ANKERDATEI: true,
  LOTSE_ANKERSCHLUESSEL: true,
  LOTSE_DATEN: true,
  LOTSE_PORT_API: true,
  LOTSE_PORT_ANMELDUNG: true,
  LOTSE_PORT_SMTP: true,
  LOTSE_PORT_MAILS: true,
  LOTSE_PORT_POSTGRES: true,
  LOTSE_PORT_TEMPORAL: true,
  LOTSE_PORT_TEMPORAL_UI: true,
  TEMPORAL_ADDRESS: true,
  TEMPORAL_NAMESPACE: true,
  LOTSE_TEMPORAL_SCHLUESSEL: true,
  LOTSE_TEMPORAL_KLARTEXT: true,
  LOTSE_METRIKEN: true,
  LOTSE_UNVERSCHLUESSELT: true,
  NODE_TLS_REJECT_UNAUTHORIZED: true,
  NODE_OPTIONS: true,
  NODE_ENV: true,
  LOTSE_UNGEPRUEFT_GRUND: true,
  LOTSE_LAUSCHT_GRUND: true,
  LOTSE_DEMO: true,
} as const satisfies Record<keyof Config | keyof Workerkonfiguration | keyof Einstellungen, true>;

/** Read outside a schema, by ops and tools. */
const OHNE_SCHEMA = ['LOTSE_CACHE', 'LOTSE_ANKER_PRUEFSCHLUESSEL'];
/** Read by transport/temporal.ts, as the SDK names them. */
const TEMPORAL = [
  'TEMPORAL_TLS',
  'TEMPORAL_TLS_SERVER_CA_CERT_PATH',
  'TEMPORAL_TLS_SERVER_NAME',
  'TEMPORAL_TLS_CLIENT_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_KEY_PATH',
  'TEMPORAL_API_KEY',
];

const SCHLUESSEL = [
  'LOTSE_TEMPORAL_SCHLUESSEL',
  'LOTSE_HAUPTSCHLUESSEL',
  'LOTSE_ANKERSCHLUESSEL',
  'LOTSE_LOESCHSCHLUESSEL',
] as const;
const zufall = randomBytes(32).toString('base64');
const eigeneSchluessel = (): Record<string, string> =>
  Object.fromEntries(SCHLUESSEL.map((name) => [name, `2026:${zufall}`]));

/** `NAME=value` lines, those that are commented out too, each with the line before it. */
function zeilen(): { name: string; wert: string; davor: string; aktiv: boolean }[] {
  const alle = text.split('\n');
  return alle.flatMap((zeile, stelle) => {
    const treffer = /^(# )?([A-Z][A-Z0-9_]*)=(.*)$/.exec(zeile);
    if (treffer === null) return [];
    const [, kommentar, name = '', wert = ''] = treffer;
    return [{ name, wert, davor: alle[stelle - 1] ?? '', aktiv: kommentar === undefined }];
  });
}

function beispielenv(nurAktive: boolean): Record<string, string> {
  return Object.fromEntries(
    zeilen()
      .filter((z) => z.aktiv || !nurAktive)
      .map((z) => [z.name, z.wert]),
  );
}

describe('.env.example', () => {
  it('nennt jede Einstellung der Schemata genau einmal und keine andere', () => {
    const namen = zeilen().map(({ name }) => name);
    expect(namen.toSorted()).toEqual([...Object.keys(SCHEMATA), ...OHNE_SCHEMA, ...TEMPORAL].toSorted());
  });

  it('erklärt jede Einstellung in der Zeile darüber', () => {
    const ohne = zeilen().filter(({ davor }) => !/^# \p{Lu}.{10,}/u.test(davor) || /^# [A-Z_]+=/.test(davor));
    expect(ohne.map(({ name }) => name)).toEqual([]);
  });

  it('ist für API, Worker und Start gültig, wenn eigene Schlüssel an die Stelle der Beispiele treten', () => {
    const alles = { ...beispielenv(false), ...eigeneSchluessel() };
    expect(Object.keys(apiEinstellungen(alles)).length).toBeGreaterThan(0);
    expect(Object.keys(workerEinstellungen(alles)).length).toBeGreaterThan(0);
    expect(Object.keys(ladeEinstellungen(alles)).length).toBeGreaterThan(0);
  });

  it.each(SCHLUESSEL)('mit dem Beispiel von %s oder Nullen startet nichts', (name) => {
    const nullen = `a:${Buffer.alloc(32).toString('base64')}`;
    for (const wert of [beispielenv(false)[name] ?? '', nullen]) {
      const alles = { ...beispielenv(false), ...eigeneSchluessel(), [name]: wert };
      const gelesen = [apiEinstellungen, workerEinstellungen, ladeEinstellungen].map((lies) => {
        try {
          lies(alles);
          return '';
        } catch (fehler) {
          return String(fehler);
        }
      });
      expect(gelesen.at(-1)).toContain(`${name} ist ein Beispiel oder ausgedacht`);
      expect(gelesen.slice(0, 2).some((satz) => satz.includes(`${name} ist ein Beispiel`))).toBe(true);
      expect(gelesen.join()).not.toContain(wert);
    }
  });

  it('nennt als Wert die Vorgabe, soweit es eine gibt', () => {
    const noetig = {
      DATABASE_URL: 'postgres://localhost/lotse',
      LOESCH_DATABASE_URL: 'postgres://localhost/lotse',
      LOTSE_LOESCHBUCH: 'loeschbuch.jsonl',
      OIDC_ISSUER: 'https://anmeldung',
      SMTP_URL: 'smtps://mail',
      SMTP_ABSENDER: 'lotse@jobcenter.example',
      LOTSE_ANKERDATEI: '/anker.jsonl',
      SCHLUESSEL_DATABASE_URL: 'postgres://localhost/schluessel',
      LOTSE_ADRESSE: 'https://lotse.example',
      ...eigeneSchluessel(),
    };
    const beispiel = { ...beispielenv(true), ...noetig };
    expect(apiEinstellungen(beispiel)).toEqual(apiEinstellungen(noetig));
    expect(workerEinstellungen(beispiel)).toEqual(workerEinstellungen(noetig));
    expect(ladeEinstellungen(beispielenv(true))).toEqual(ladeEinstellungen({}));
  });
});

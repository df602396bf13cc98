import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig as apiEinstellungen } from '../../api/config.ts';
import { pruefeWege } from '../../ops/wege.ts';
import { temporalverbindung } from '../../transport/temporal.ts';
import { loadConfig as workerEinstellungen } from '../../worker/config.ts';
import { stelleZertifikateAus, type Zertifikate } from '../support/zertifikate.ts';

const HIER = { TEMPORAL_ADDRESS: '127.0.0.1:7233' };
const DORT = { TEMPORAL_ADDRESS: 'temporal.example:7233' };

describe('Einstellungen der Verbindung zu Temporal', () => {
  let z: Zertifikate;
  beforeAll(() => {
    z = stelleZertifikateAus();
  });
  afterAll(() => {
    z.raeumeAuf();
  });

  it.each([
    ['auf dem eigenen Rechner ohne TLS', HIER],
    ['ohne jede Angabe', {}],
    ['ein Socket-Name des eigenen Rechners', { TEMPORAL_ADDRESS: '[::1]:7233' }],
    ['woanders mit TLS', { ...DORT, TEMPORAL_TLS: 'true' }],
    ['woanders mit API-Schlüssel, der TLS einschaltet', { ...DORT, TEMPORAL_API_KEY: 'geheim' }],
    [
      'woanders ohne TLS, weil das Haus den Rechner nennt',
      { ...DORT, LOTSE_UNVERSCHLUESSELT: 'db.example, temporal.example' },
    ],
    ['leere Angaben zählen nicht', { ...HIER, TEMPORAL_TLS: '', TEMPORAL_API_KEY: '' }],
  ])('gilt: %s', (_, env) => {
    expect(() => temporalverbindung(env)).not.toThrow();
  });

  it.each([
    [
      'unverschlüsselt woandershin',
      DORT,
      /Zu temporal\.example ginge alles unverschlüsselt: setzen Sie TEMPORAL_TLS=true/,
    ],
    ['ein anderer Rechner ist genannt', { ...DORT, LOTSE_UNVERSCHLUESSELT: 'example' }, /unverschlüsselt/],
    ['TLS ausdrücklich aus', { ...DORT, TEMPORAL_TLS: 'false' }, /unverschlüsselt/],
    ['TEMPORAL_TLS=ja', { ...DORT, TEMPORAL_TLS: 'ja' }, /TEMPORAL_TLS ist true oder false/],
    [
      'API-Schlüssel im Klartext',
      { ...HIER, TEMPORAL_TLS: 'false', TEMPORAL_API_KEY: 'sehrgeheim' },
      /im Klartext/,
    ],
    [
      'TLS aus und ein Name',
      { ...HIER, TEMPORAL_TLS: 'false', TEMPORAL_TLS_SERVER_NAME: 'x' },
      /schließen sich aus/,
    ],
    ['ungeprüftes Zertifikat', { ...DORT, TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: 'true' }, /immer geprüft/],
    ['Zertifikat ohne Schlüssel', { ...DORT, TEMPORAL_TLS_CLIENT_CERT_DATA: 'x' }, /gehören zusammen/],
    ['Schlüssel ohne Zertifikat', { ...DORT, TEMPORAL_TLS_CLIENT_KEY_DATA: 'x' }, /gehören zusammen/],
    [
      'eine CA, die keine ist',
      { ...DORT, TEMPORAL_TLS_SERVER_CA_CERT_DATA: 'x' },
      /CA_CERT_… enthält kein Zertifikat/,
    ],
    [
      'eine Datei, die es nicht gibt',
      { ...DORT, TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nirgends' },
      /nicht lesbar.*\/nirgends/,
    ],
  ])('wird beim Start abgewiesen: %s', (_, env, satz) => {
    expect(() => temporalverbindung(env)).toThrow(satz);
    expect(() => temporalverbindung(env)).not.toThrow(/sehrgeheim/);
  });

  it('ein Zertifikat mit fremdem Schlüssel wird abgewiesen, mit seinem nicht', () => {
    const mit = (key: string) => () =>
      temporalverbindung({
        ...DORT,
        TEMPORAL_TLS_CLIENT_CERT_PATH: z.client.cert,
        TEMPORAL_TLS_CLIENT_KEY_PATH: key,
      });
    expect(mit(z.client.key)).not.toThrow();
    expect(mit(z.fremder.key)).toThrow(/kein Zertifikat mit seinem Schlüssel/);
  });
});

describe('jede Adresse außerhalb des Rechners ist verschlüsselt (ASVS V12.3.1)', () => {
  const schluessel = `a:${randomBytes(32).toString('base64')}`;
  const GUT = {
    DATABASE_URL: 'postgres://u:p@db.example/lotse?sslmode=verify-full',
    LOESCH_DATABASE_URL: 'postgres://u:p@db.example/lotse?sslmode=verify-full',
    SCHLUESSEL_DATABASE_URL: 'postgres://u:p@schluessel.example/lotse?sslmode=verify-full',
    OIDC_ISSUER: 'https://anmeldung.example',
    LOTSE_ADRESSE: 'https://lotse.example',
    SMTP_URL: 'smtp://mail.example?requireTLS=true',
    SMTP_ABSENDER: 'lotse@jobcenter.example',
    LOTSE_LOESCHBUCH: 'buch.jsonl',
    LOTSE_LOESCHSCHLUESSEL: schluessel,
    LOTSE_HAUPTSCHLUESSEL: schluessel,
    LOTSE_ANKERDATEI: 'anker.jsonl',
    LOTSE_ANKERSCHLUESSEL: schluessel,
    LOTSE_TEMPORAL_KLARTEXT: 'ja',
  };
  const gelesen = (mehr: Record<string, string>): void => {
    apiEinstellungen({ ...GUT, ...mehr });
    workerEinstellungen({ ...GUT, ...mehr });
  };

  it.each([
    ['DATABASE_URL', 'postgres://u:p@db.example/lotse', 'db.example'],
    ['DATABASE_URL', 'postgres://u:p@db.example/lotse?sslmode=require', 'db.example'],
    ['DATABASE_MIGRATION_URL', 'postgres://u:p@db.example/lotse?sslmode=disable', 'db.example'],
    ['LOESCH_DATABASE_URL', 'postgres://u:p@10.0.0.7/lotse', '10.0.0.7'],
    ['SCHLUESSEL_DATABASE_URL', 'postgres://u:p@localhost.example/lotse', 'localhost.example'],
    ['OIDC_ISSUER', 'http://anmeldung.example', 'anmeldung.example'],
    ['LOTSE_ADRESSE', 'http://lotse.example', 'lotse.example'],
    ['SMTP_URL', 'smtp://u:p@mail.example', 'mail.example'],
    ['SMTP_URL', 'smtps://u:p@mail.example?tls.rejectUnauthorized=false', 'mail.example'],
  ])('%s=%s wird abgewiesen, außer das Haus nennt den Rechner', (einstellung, wert, rechner) => {
    expect(() => {
      gelesen({});
    }).not.toThrow();
    expect(() => {
      gelesen({ [einstellung]: wert });
    }).toThrow(`Zu ${rechner} ginge alles unverschlüsselt`);
    expect(() => {
      gelesen({ [einstellung]: wert, LOTSE_UNVERSCHLUESSELT: rechner });
    }).not.toThrow();
  });

  const UNGEPRUEFT = ['LOTSE_UNGEPRUEFT_GRUND', 'Die Testumgebung stellt Zertifikate selbst aus'] as const;
  const LAUSCHT = ['LOTSE_LAUSCHT_GRUND', 'Der Proxy mit TLS steht im selben Pod'] as const;

  it.each([
    ['HOST', '0.0.0.0', LAUSCHT],
    ['HOST', '::', LAUSCHT],
    ['HOST', '10.1.2.3', LAUSCHT],
    ['LOTSE_METRIKEN', '0.0.0.0:9464', LAUSCHT],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0', UNGEPRUEFT],
    ['NODE_OPTIONS', '--tls-min-v1.0', UNGEPRUEFT],
  ])('%s=%s wird abgewiesen, außer ein Satz sagt, warum (11)', (einstellung, wert, [grund, satz]) => {
    const mit = (mehr: Record<string, string>) => (): void => {
      gelesen({ [einstellung]: wert, ...mehr });
    };
    expect(mit({})).toThrow(grund);
    expect(mit({ [grund]: 'ja' })).toThrow('ein Grund in Worten');
    expect(mit({ [grund]: '... ...' })).toThrow('ein Grund in Worten');
    expect(mit({ [grund]: satz })).not.toThrow();
  });

  it.each([
    ['HOST', '127.0.0.1'],
    ['HOST', '::1'],
    ['HOST', 'localhost'],
    ['LOTSE_METRIKEN', '127.0.0.1:9464'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '1'],
    ['NODE_OPTIONS', '--max-old-space-size=4096'],
  ])('%s=%s braucht keinen Grund', (einstellung, wert) => {
    expect(() => {
      gelesen({ [einstellung]: wert });
    }).not.toThrow();
  });

  it('auch Wartung prüft Zertifikate, und worauf sie nicht lauscht, ist ihr gleich', () => {
    const wege = (env: Record<string, string>) => (): void => {
      pruefeWege(env);
    };
    expect(wege({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toThrow('NODE_TLS_REJECT_UNAUTHORIZED');
    expect(wege({ HOST: '0.0.0.0', LOTSE_METRIKEN: '0.0.0.0:1' })).not.toThrow();
  });

  it('LOTSE_CODEC_HERKUNFT nennt Herkünfte, kein Muster und keine Adresse mit Pfad', () => {
    const herkunft = (LOTSE_CODEC_HERKUNFT: string): readonly string[] =>
      apiEinstellungen({ ...GUT, LOTSE_CODEC_HERKUNFT }).LOTSE_CODEC_HERKUNFT;
    expect(apiEinstellungen(GUT).LOTSE_CODEC_HERKUNFT).toEqual([]);
    expect(herkunft('')).toEqual([]);
    expect(herkunft('https://t.example, http://localhost:8233')).toEqual([
      'https://t.example',
      'http://localhost:8233',
    ]);
    for (const falsch of ['*', 'https://*.example', 'null', 't.example', 'https://t.example/', 'file:///x'])
      expect(() => herkunft(falsch)).toThrow('Schema, Rechner und Port ohne Pfad');
  });

  it.each([
    ['DATABASE_URL', 'postgres://u:p@127.0.0.1:5432/lotse'],
    ['DATABASE_URL', 'postgres://u:p@%2Fvar%2Frun%2Fpostgresql/lotse'],
    ['OIDC_ISSUER', 'http://localhost:7410'],
    ['SMTP_URL', 'smtp://[::1]:25'],
  ])('auf dem eigenen Rechner darf es offen sein: %s=%s', (einstellung, wert) => {
    expect(() => {
      gelesen({ [einstellung]: wert });
    }).not.toThrow();
  });
});

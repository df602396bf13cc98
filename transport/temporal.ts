import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  loadClientConfigProfile,
  toClientOptions,
  type ClientConfigProfile,
  type ClientConnectConfig,
} from '@temporalio/envconfig';
import { brauchtSchutz, rat } from './adressen.ts';
import type { Env } from './env.ts';

type Optionen = ClientConnectConfig['connectionOptions'];

const VORGABE = 'localhost:7233';
const JA_NEIN = ['true', 'false', '1', '0'];

type Einwand = readonly [trifftZu: boolean, satz: string];
const saetze = (einwaende: readonly Einwand[]): string[] =>
  einwaende.flatMap(([trifftZu, satz]) => (trifftZu ? [satz] : []));

/** What the SDK would read as something else, or pass over in silence. */
function verlesen(env: Env): string[] {
  const ungeprueft = env['TEMPORAL_TLS_DISABLE_HOST_VERIFICATION'] ?? 'false';
  return saetze([
    [!JA_NEIN.includes(env['TEMPORAL_TLS'] ?? 'true'), 'TEMPORAL_TLS ist true oder false'],
    [
      ungeprueft !== 'false',
      'TEMPORAL_TLS_DISABLE_HOST_VERIFICATION gibt es bei Lotse nicht: das Zertifikat des Servers wird immer geprüft',
    ],
  ]);
}

function widersprueche({ tls = {}, apiKey }: ClientConfigProfile): string[] {
  const { disabled = false, clientCert, clientKey, serverCACert, serverName } = tls;
  const sonst = [clientCert, clientKey, serverCACert, serverName].some((wert) => wert !== undefined);
  return saetze([
    [
      (clientCert === undefined) !== (clientKey === undefined),
      'TEMPORAL_TLS_CLIENT_CERT_… und TEMPORAL_TLS_CLIENT_KEY_… gehören zusammen',
    ],
    [disabled && sonst, 'TEMPORAL_TLS=false und weitere TEMPORAL_TLS_… schließen sich aus'],
    [disabled && apiKey !== undefined, 'TEMPORAL_API_KEY ginge mit TEMPORAL_TLS=false im Klartext'],
  ]);
}

function gelingt(tue: () => unknown): boolean {
  try {
    tue();
    return true;
  } catch {
    return false;
  }
}

/** Certificates and keys that are none, or do not belong together: found at start, not with the first case. */
function unbrauchbar({ tls }: Optionen): string[] {
  if (typeof tls !== 'object' || tls === null) return [];
  const ca = tls.serverRootCACertificate;
  if (ca !== undefined && !gelingt(() => new X509Certificate(ca)))
    return ['TEMPORAL_TLS_SERVER_CA_CERT_… enthält kein Zertifikat (PEM)'];
  if (tls.clientCertPair === undefined) return [];
  const { crt, key } = tls.clientCertPair;
  const passt = gelingt(() => {
    const schluessel = createPrivateKey(Buffer.from(key));
    if (!new X509Certificate(crt).checkPrivateKey(schluessel)) throw new Error('gehört nicht dazu');
  });
  return passt
    ? []
    : ['TEMPORAL_TLS_CLIENT_CERT_… und …_KEY_… sind kein Zertifikat mit seinem Schlüssel (PEM)'];
}

function klartext({ address = VORGABE, tls }: Optionen, env: Env): string[] {
  const rechner = address.replace(/:\d+$/u, '');
  if (tls !== undefined && tls !== false && tls !== null) return [];
  if (!brauchtSchutz(rechner, env['LOTSE_UNVERSCHLUESSELT'])) return [];
  return [rat(rechner, 'setzen Sie TEMPORAL_TLS=true')];
}

function lies(env: Record<string, string>): {
  profil: ClientConfigProfile;
  verbindung: ClientConnectConfig;
} {
  // From the environment only: a file in somebody's home must not switch TLS off.
  const profil = loadClientConfigProfile({ disableFile: true, overrideEnvVars: env });
  return { profil, verbindung: toClientOptions(profil) };
}

/**
 * How every process of Lotse reaches Temporal: address, namespace, TLS, mTLS and API key as the SDK names them in the
 * environment; what is wrong is said before anything connects.
 * @throws Error that names every wrong setting at once, and no secret
 */
export function temporalverbindung(gegeben: Env): ClientConnectConfig {
  const gesetzt = Object.entries(gegeben).flatMap(([name, wert]) =>
    wert === undefined || wert === '' ? [] : [[name, wert] as const],
  );
  const env = Object.fromEntries(gesetzt);
  let gelesen: ReturnType<typeof lies>;
  try {
    gelesen = lies(env);
  } catch (fehler) {
    throw new Error(
      `Die Einstellungen TEMPORAL_… sind nicht lesbar: ${fehler instanceof Error ? fehler.message : ''}`,
      {
        cause: fehler,
      },
    );
  }
  const { profil, verbindung } = gelesen;
  const { connectionOptions } = verbindung;
  const maengel = [
    ...verlesen(env),
    ...widersprueche(profil),
    ...unbrauchbar(connectionOptions),
    ...klartext(connectionOptions, env),
  ];
  if (maengel.length > 0)
    throw new Error(`Die Einstellungen TEMPORAL_… stimmen nicht: ${maengel.join('; ')}.`);
  return verbindung;
}

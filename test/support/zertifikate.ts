import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Name in the server's certificate; no machine is called so. */
export const SERVERNAME = 'temporal.pruefung.example';

/** One section for each kind, because what is not asked for must not be allowed. */
const EINSTELLUNG = `[req]
distinguished_name = dn
prompt = no
[dn]
CN = Lotse Pruefung
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[server]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:${SERVERNAME}
[client]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = clientAuth
subjectAltName = DNS:lotse.pruefung.example
`;

type Paar = { readonly cert: string; readonly key: string };

/** Files of two authorities of this test: the office's with server and client, and a foreign one with a client. */
export type Zertifikate = {
  readonly ca: string;
  readonly server: Paar;
  readonly client: Paar;
  readonly fremdeCa: string;
  readonly fremder: Paar;
  readonly raeumeAuf: () => void;
};

/** Makes them with the openssl of the machine, valid for a day. */
export function stelleZertifikateAus(): Zertifikate {
  const ordner = mkdtempSync(path.join(tmpdir(), 'lotse-zertifikate-'));
  const datei = (name: string): string => path.join(ordner, name);
  writeFileSync(datei('openssl.cnf'), EINSTELLUNG);
  const stelleAus = (name: string, art: 'ca' | 'server' | 'client', von?: string): Paar => {
    const paar = { cert: datei(`${name}.pem`), key: datei(`${name}.key`) };
    const aussteller = von === undefined ? [] : ['-CA', datei(`${von}.pem`), '-CAkey', datei(`${von}.key`)];
    const neu = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
    const wie = ['-config', datei('openssl.cnf'), '-extensions', art, '-keyout', paar.key, '-out', paar.cert];
    execFileSync('openssl', ['req', ...neu, ...wie, ...aussteller], { stdio: 'pipe' });
    return paar;
  };
  const { cert: ca } = stelleAus('ca', 'ca');
  const { cert: fremdeCa } = stelleAus('fremde-ca', 'ca');
  return {
    ca,
    server: stelleAus('server', 'server', 'ca'),
    client: stelleAus('client', 'client', 'ca'),
    fremdeCa,
    fremder: stelleAus('fremder', 'client', 'fremde-ca'),
    raeumeAuf: () => {
      rmSync(ordner, { recursive: true });
    },
  };
}

/** As Node's TLS servers take them. */
export const inhalt = ({ cert, key }: Paar): { cert: Buffer; key: Buffer } => ({
  cert: readFileSync(cert),
  key: readFileSync(key),
});

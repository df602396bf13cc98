import { demoanmeldungen } from '../lokal/personal.ts';
import type { Einstellungen } from './einstellungen.ts';

/** Where everything is, one line each; the first thing the operator sees. */
export function tafel(werte: Einstellungen): string {
  const hier = (port: number): string => `http://127.0.0.1:${String(port)}`;
  const api = hier(werte.LOTSE_PORT_API);
  const demo = werte.OIDC_ISSUER === undefined;
  const zeilen: [string, string][] = [
    ['Arbeitsplatz', demo ? `${api}/` : (werte.LOTSE_ADRESSE ?? `${api}/`)],
    ['API', `${api}/api/v1`],
    ['API-Dokumentation', `${api}/api/v1/docs`],
    [
      'Temporal',
      werte.TEMPORAL_ADDRESS ??
        `${hier(werte.LOTSE_PORT_TEMPORAL_UI)} (gRPC ${String(werte.LOTSE_PORT_TEMPORAL)})`,
    ],
    ['Mails', werte.SMTP_URL === undefined ? hier(werte.LOTSE_PORT_MAILS) : 'eigener Mailserver (SMTP_URL)'],
    ['Anmeldung', werte.OIDC_ISSUER ?? hier(werte.LOTSE_PORT_ANMELDUNG)],
    [
      'PostgreSQL',
      werte.DATABASE_MIGRATION_URL === undefined
        ? `127.0.0.1:${String(werte.LOTSE_PORT_POSTGRES)}`
        : 'eigene Datenbank (DATABASE_MIGRATION_URL)',
    ],
    ['Daten, Protokolle', werte.LOTSE_DATEN],
    ...(demo ? demozeilen() : []),
  ];
  return ['Lotse', ...zeilen.map(([was, wo]) => `  ${was.padEnd(18)} ${wo}`)].join('\n');
}

function demozeilen(): [string, string][] {
  return [
    ['Demo-Anmeldungen', `${demoanmeldungen.map(({ kuerzel }) => kuerzel).join(', ')} (ohne Passwort)`],
    ['Token', 'npm run --silent token -- fm'],
  ];
}

import { connect } from 'node:net';
import { Connection } from '@temporalio/client';
import postgres from 'postgres';
import { temporalverbindung } from '../../transport/temporal.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import type { Einstellungen } from './einstellungen.ts';

const fristMs = 10_000;

/** Asks every address that was given whether somebody answers; the first silent one is a BedienFehler. */
export async function pruefeAdressen(einstellungen: Einstellungen): Promise<void> {
  const { DATABASE_MIGRATION_URL, TEMPORAL_ADDRESS, OIDC_ISSUER, SMTP_URL } = einstellungen;
  if (DATABASE_MIGRATION_URL !== undefined)
    await pruefe('DATABASE_MIGRATION_URL', ohnePasswort(DATABASE_MIGRATION_URL), () =>
      fragePostgres(DATABASE_MIGRATION_URL),
    );
  if (TEMPORAL_ADDRESS !== undefined) await pruefe('TEMPORAL_ADDRESS', TEMPORAL_ADDRESS, frageTemporal);
  if (OIDC_ISSUER !== undefined) await pruefe('OIDC_ISSUER', OIDC_ISSUER, () => frageAnmeldung(OIDC_ISSUER));
  if (SMTP_URL !== undefined)
    await pruefe('SMTP_URL', ohnePasswort(SMTP_URL), () => frageMail(new URL(SMTP_URL)));
}

async function pruefe(name: string, ziel: string, frage: () => Promise<void>): Promise<void> {
  try {
    await frage();
  } catch (cause) {
    const grund = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new BedienFehler(
      `Unter ${name}=${ziel} antwortet nichts Brauchbares (${grund ?? ''}).`,
      `Prüfen Sie die Adresse, oder lassen Sie ${name} weg: dann startet Lotse diesen Teil selbst.`,
      { cause },
    );
  }
}

function ohnePasswort(adresse: string): string {
  const url = new URL(adresse);
  if (url.password !== '') url.password = '…';
  return decodeURI(url.href);
}

async function fragePostgres(adresse: string): Promise<void> {
  const sql = postgres(adresse, { max: 1, connect_timeout: fristMs / 1000, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function frageTemporal(): Promise<void> {
  const { connectionOptions } = temporalverbindung(process.env);
  const verbindung = await Connection.connect({ ...connectionOptions, connectTimeout: fristMs });
  await verbindung.close();
}

async function frageAnmeldung(issuer: string): Promise<void> {
  const ort = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const antwort = await fetch(ort, { signal: AbortSignal.timeout(fristMs) });
  if (!antwort.ok) throw new Error(`HTTP ${String(antwort.status)}`);
}

function frageMail({ hostname, port, protocol }: URL): Promise<void> {
  const nummer = port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port);
  return new Promise((resolve, reject) => {
    const leitung = connect({ host: hostname, port: nummer, timeout: fristMs });
    leitung.once('error', reject);
    leitung.once('timeout', () => {
      leitung.destroy(new Error('Zeitüberschreitung'));
    });
    leitung.once('connect', () => {
      leitung.destroy();
      resolve();
    });
  });
}

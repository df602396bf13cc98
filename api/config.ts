import { z } from 'zod';
import { GRENZEN } from './kern/bremse.ts';
import { UHRTOLERANZ_S } from './kern/auth.ts';
import { KENNUNGEN, TOKENFORMEN } from './kern/tokenform.ts';
import { adressfelder, pruefeAdressen } from '../transport/adressen.ts';
import { pruefeVorsicht, vorsichtfelder } from '../transport/nachlaessigkeit.ts';
import { gesetzte, type Env } from '../transport/env.ts';
import { nutzlastfelder, pruefeNutzlastschutz, schluesselfeld } from '../temporal/einstellung.ts';

/** An origin as a browser names it: no path, no wildcard. */
function istHerkunft(text: string): boolean {
  return /^https?:\/\/[^*]+$/u.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

const proMinute = (vorgabe: number) => z.coerce.number().int().min(1).max(1_000_000).default(vorgabe);

const herkuenfte = z
  .string()
  .transform((text) => text.split(',').map((eine) => eine.trim()))
  .pipe(
    z.array(
      z.string().refine(istHerkunft, 'Schema, Rechner und Port ohne Pfad, z. B. https://temporal.example'),
    ),
  );

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL, libpq-Schreibweise'),
  DATABASE_MIGRATION_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Zugang des Eigentümers; nur gesetzt bringt der Prozess das Schema selbst auf Stand'),
  SCHLUESSEL_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('Eigene Datenbank der Fallschlüssel; ihre Sicherungen leben höchstens 7 Tage'),
  LOTSE_HAUPTSCHLUESSEL: schluesselfeld('LOTSE_HAUPTSCHLUESSEL').describe(
    'Verpackt die Fallschlüssel: id:base64 mit 32 Byte, der neueste zuerst',
  ),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10).describe('Verbindungen je Prozess'),
  LOTSE_LOESCHBUCH: z
    .string()
    .min(1)
    .describe('Datei des Löschbuchs, gegen die der Stand der Datenbank geprüft wird'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).describe('Aussteller der Zugriffstokens'),
  OIDC_AUDIENCE: z.string().min(1).default('lotse-api').describe('Erwartete `aud` der Zugriffstokens'),
  OIDC_TOKENFORM: z
    .enum(TOKENFORMEN)
    .default('rfc9068')
    .describe('Gestalt der Zugriffstokens: rfc9068, keycloak oder entra'),
  OIDC_SCOPE: z
    .string()
    .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/u, 'ein Wort ohne Leerraum')
    .optional()
    .describe('Bereich (scope), für den ein Zugriffstoken ausgestellt sein muss'),
  OIDC_KENNUNG: z.enum(KENNUNGEN).default('sub').describe('Angabe im Token, die die Person nennt'),
  OIDC_UHRTOLERANZ: z.coerce
    .number()
    .int()
    .min(0)
    .max(300)
    .default(UHRTOLERANZ_S)
    .describe('Um so viele Sekunden dürfen die Uhren von Anmeldung und Lotse abweichen'),
  OIDC_DOKU_CLIENT: z
    .string()
    .min(1)
    .optional()
    .describe('Öffentlicher Client (PKCE), mit dem die Seite der Schnittstelle anmeldet'),
  OIDC_WEB_CLIENT: z
    .string()
    .min(1)
    .optional()
    .describe('Client, mit dem der Arbeitsplatz anmeldet; ohne Angabe gibt es keine Seiten'),
  OIDC_WEB_GEHEIMNIS: z
    .string()
    .min(1)
    .optional()
    .describe('Geheimnis dieses Clients; ohne Angabe ist er öffentlich und meldet mit PKCE allein an'),
  LOTSE_ADRESSE: z
    .string()
    .transform((adresse) => adresse.replace(/\/+$/u, ''))
    .refine(istHerkunft, 'Schema, Rechner und Port ohne Pfad, z. B. https://lotse.example')
    .optional()
    .describe('Adresse, unter der Lotse von außen erreichbar ist; der Arbeitsplatz braucht sie'),
  LOTSE_KONTAKT_BARRIEREN: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Wohin jemand meldet, dass eine Seite im Weg ist (BITV): Mailadresse oder Telefon; steht auf der Seite Barrierefreiheit',
    ),
  PORT: z.coerce.number().int().min(0).max(65_535).default(7400),
  HOST: z.string().min(1).default('127.0.0.1').describe('Adresse, auf der die API lauscht'),
  VERTRAUTE_PROXYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('Proxys vor der API, deren X-Forwarded-For gilt'),
  LOTSE_ANFRAGEN_JE_KONTO: proMinute(GRENZEN.jeKonto).describe('Anfragen je Minute und Konto'),
  LOTSE_ANFRAGEN_AUFWENDIG: proMinute(GRENZEN.aufwendigJeKonto).describe(
    'Davon Listen, Suchen, Auszüge und Notzugriffe',
  ),
  LOTSE_ANFRAGEN_JE_ADRESSE: proMinute(GRENZEN.jeAdresse).describe('Anfragen je Minute und Adresse'),
  LOTSE_FEHLANMELDUNGEN: proMinute(GRENZEN.fehlanmeldungenJeAdresse).describe(
    'Gescheiterte Anmeldungen je Minute und Adresse',
  ),
  LOTSE_CODEC_HERKUNFT: herkuenfte
    .default([])
    .describe('Herkunft der Temporal-Oberfläche, die Nutzlasten lesen darf; ohne Angabe liest sie niemand'),
  LOTSE_PROTOKOLLSTUFE: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  BEFEHL_WARTEZEIT_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(120_000)
    .default(20_000)
    .describe('So lange wartet eine Anfrage auf den Fall, danach 503'),
  ...nutzlastfelder,
  ...adressfelder,
  ...vorsichtfelder,
});
/** Back from the identity provider people come to an address, not to a port of this machine. */
function pruefeArbeitsplatz(
  { OIDC_WEB_CLIENT, LOTSE_ADRESSE }: z.output<typeof schema>,
  pruefung: z.RefinementCtx,
): void {
  if (OIDC_WEB_CLIENT === undefined || LOTSE_ADRESSE !== undefined) return;
  const message = 'Mit OIDC_WEB_CLIENT nötig: dorthin kehrt zurück, wer sich anmeldet';
  pruefung.addIssue({ code: 'custom', path: ['LOTSE_ADRESSE'], message });
}

const geprueft = schema
  .superRefine(pruefeArbeitsplatz)
  .superRefine(pruefeNutzlastschutz)
  .superRefine(pruefeAdressen)
  .superRefine(pruefeVorsicht);

/** Settings of the API process. Temporal's own (`TEMPORAL_ADDRESS`, …) are read by the SDK. */
export type Config = z.infer<typeof schema>;

/** Reads the environment; an empty variable counts as not set. @throws with all problems at once. */
export function loadConfig(env: Env): Config {
  const ergebnis = geprueft.safeParse(gesetzte(env));
  if (!ergebnis.success) throw new Error(`Einstellungen der API:\n${z.prettifyError(ergebnis.error)}`);
  return ergebnis.data;
}

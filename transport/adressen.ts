import { z } from 'zod';

/** Setting of every process that calls others. */
export const adressfelder = {
  LOTSE_UNVERSCHLUESSELT: z
    .string()
    .optional()
    .describe('Rechner, zu denen unverschlüsselt gesprochen werden darf, durch Komma getrennt'),
};

/** When a call is encrypted and the other side known by its certificate, and how it becomes so. */
type Vorschrift = { readonly haelt: (adresse: URL) => boolean; readonly abhilfe: string };

const POSTGRES: Vorschrift = {
  haelt: ({ searchParams }) => (searchParams.get('sslmode') ?? searchParams.get('ssl')) === 'verify-full',
  abhilfe: 'hängen Sie ?sslmode=verify-full an',
};
const WEB: Vorschrift = {
  haelt: ({ protocol }) => protocol === 'https:',
  abhilfe: 'nehmen Sie https://',
};
const MAIL: Vorschrift = {
  haelt: ({ protocol, searchParams }) =>
    (protocol === 'smtps:' || searchParams.get('requireTLS') === 'true') &&
    !['ignoreTLS', 'tls.rejectUnauthorized'].some((name) => searchParams.has(name)),
  abhilfe: 'nehmen Sie smtps:// oder smtp://…?requireTLS=true',
};

/** Every address that leaves the machine, but for Temporal's, which the SDK reads (temporal.ts). */
const VORSCHRIFTEN: Readonly<Record<string, Vorschrift>> = {
  DATABASE_URL: POSTGRES,
  DATABASE_MIGRATION_URL: POSTGRES,
  LOESCH_DATABASE_URL: POSTGRES,
  SCHLUESSEL_DATABASE_URL: POSTGRES,
  OIDC_ISSUER: WEB,
  LOTSE_ADRESSE: WEB,
  SMTP_URL: MAIL,
};

/** The machine itself: loopback, or a socket in its file system. */
export function istHier(rechner: string): boolean {
  const name = decodeURIComponent(rechner);
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|\/.*)$/u.test(name);
}

/** Must a call to this host be encrypted? Not within the machine, and not where the office says so by name. */
export function brauchtSchutz(rechner: string, ausnahmen: string | undefined): boolean {
  const genannt = (ausnahmen ?? '').split(',').map((name) => name.trim());
  return !istHier(rechner) && !genannt.includes(rechner);
}

/** What to do about a plain address. */
export const rat = (rechner: string, abhilfe: string): string =>
  `Zu ${rechner} ginge alles unverschlüsselt: ${abhilfe}, oder nennen Sie den Rechner in LOTSE_UNVERSCHLUESSELT`;

/**
 * Settings whose address is outside of the machine and called in plain text, though the office has not said so by its host
 * (ASVS V12.3.1).
 */
export function offeneAdressen(
  werte: Readonly<Record<string, unknown>>,
): { readonly einstellung: string; readonly satz: string }[] {
  const ausnahmen = z.string().optional().parse(werte['LOTSE_UNVERSCHLUESSELT']);
  return Object.entries(VORSCHRIFTEN).flatMap(([einstellung, { haelt, abhilfe }]) => {
    const wert = werte[einstellung];
    if (typeof wert !== 'string' || !URL.canParse(wert)) return [];
    const adresse = new URL(wert);
    if (haelt(adresse) || !brauchtSchutz(adresse.hostname, ausnahmen)) return [];
    return [{ einstellung, satz: rat(adresse.hostname, abhilfe) }];
  });
}

/** The same for the schema of a process. */
export function pruefeAdressen(werte: Readonly<Record<string, unknown>>, pruefung: z.RefinementCtx): void {
  for (const { einstellung, satz } of offeneAdressen(werte))
    pruefung.addIssue({ code: 'custom', path: [einstellung], message: satz });
}

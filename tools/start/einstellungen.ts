import path from 'node:path';
import { z } from 'zod';
import { nutzlastfelder, pruefeNutzlastschutz, schluesselfeld } from '../../temporal/einstellung.ts';
import { adressfelder, pruefeAdressen } from '../../transport/adressen.ts';
import { pruefeVorsicht, vorsichtfelder } from '../../transport/nachlaessigkeit.ts';
import { gesetzte } from '../../transport/env.ts';
import { audience } from '../lokal/anmeldung-konfiguration.ts';
import { BedienFehler } from '../../ops/bedienfehler.ts';

const port = (vorgabe: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number().int().min(1).max(65_535).default(vorgabe);
const adresse = (protokoll: RegExp): z.ZodOptional<z.ZodURL> => z.url({ protocol: protokoll }).optional();

/** `npm start` makes the keys itself where none is given. */
function pruefeNutzlastschutzWennGegeben(
  werte: Parameters<typeof pruefeNutzlastschutz>[0],
  pruefung: z.RefinementCtx,
): void {
  if (werte.LOTSE_TEMPORAL_SCHLUESSEL !== undefined) pruefeNutzlastschutz(werte, pruefung);
}

/** A database somebody names may hold real persons. */
const DATENBANKEN = [
  'DATABASE_MIGRATION_URL',
  'DATABASE_URL',
  'LOESCH_DATABASE_URL',
  'SCHLUESSEL_DATABASE_URL',
] as const;
/** What would start here instead, and must never meet real data (SECURITY.md). */
const NUR_DEMO = {
  OIDC_ISSUER: 'die Demo-Anmeldung, die jedem ohne Passwort ein Token gibt',
  SMTP_URL: 'das Demo-Postfach, das jedem auf dem Rechner alle Mails zeigt',
} as const;

/** The demo parts start for a trial only, and beside a real database only when somebody says that it is one. */
function pruefeDemo(werte: Readonly<Record<string, unknown>>, pruefung: z.RefinementCtx): void {
  if (werte['LOTSE_DEMO'] === 'ja') return;
  const datenbank = DATENBANKEN.find((name) => werte[name] !== undefined);
  const anlass = werte['NODE_ENV'] === 'production' ? 'NODE_ENV=production' : datenbank;
  if (anlass === undefined) return;
  for (const [name, was] of Object.entries(NUR_DEMO)) {
    if (werte[name] !== undefined) continue;
    pruefung.addIssue({
      code: 'custom',
      path: [name],
      message: `fehlt, und neben ${anlass} startet ${was}, nur mit LOTSE_DEMO=ja`,
    });
  }
}

const schema = z
  .object({
    LOTSE_DATEN: z.string().default('.lotse'),
    LOTSE_PORT_API: port(7400),
    LOTSE_PORT_ANMELDUNG: port(7410),
    LOTSE_PORT_SMTP: port(7425),
    LOTSE_PORT_MAILS: port(7426),
    LOTSE_PORT_POSTGRES: port(7432),
    LOTSE_PORT_TEMPORAL: port(7433),
    LOTSE_PORT_TEMPORAL_UI: port(8433),
    DATABASE_MIGRATION_URL: adresse(/^postgres(ql)?$/),
    LOTSE_LOESCHBUCH: z.string().optional(),
    LOTSE_LOESCHSCHLUESSEL: schluesselfeld('LOTSE_LOESCHSCHLUESSEL').optional(),
    TEMPORAL_ADDRESS: z
      .string()
      .regex(/^[^\s/]+:\d+$/, 'host:port')
      .optional(),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    OIDC_ISSUER: adresse(/^https?$/),
    OIDC_AUDIENCE: z.string().default(audience),
    SMTP_URL: adresse(/^smtps?$/),
    SCHLUESSEL_DATABASE_URL: adresse(/^postgres(ql)?$/),
    LOTSE_HAUPTSCHLUESSEL: schluesselfeld('LOTSE_HAUPTSCHLUESSEL').optional(),
    LOTSE_ANKERDATEI: z.string().optional(),
    LOTSE_ANKERSCHLUESSEL: schluesselfeld('LOTSE_ANKERSCHLUESSEL').optional(),
    SMTP_ABSENDER: z.email().default('lotse@jobcenter.example'),
    LOTSE_ADRESSE: adresse(/^https?$/),
    HOST: z.string().min(1).default('127.0.0.1'),
    NODE_ENV: z.string().optional(),
    LOTSE_DEMO: z.literal('ja').optional(),
    DATABASE_URL: z.string().optional(),
    LOESCH_DATABASE_URL: z.string().optional(),
    ...nutzlastfelder,
    ...adressfelder,
    ...vorsichtfelder,
  })
  .superRefine(pruefeNutzlastschutzWennGegeben)
  .superRefine(pruefeAdressen)
  .superRefine(pruefeVorsicht)
  .superRefine(pruefeDemo)
  .superRefine((werte, pruefung) => {
    const ports = Object.entries(werte).filter(([name]) => name.startsWith('LOTSE_PORT_'));
    for (const [name, nummer] of ports) {
      const doppelt = ports.find(([anderer, seine]) => anderer < name && seine === nummer);
      if (doppelt === undefined) continue;
      pruefung.addIssue({ code: 'custom', path: [name], message: `derselbe Port wie ${doppelt[0]}` });
    }
  });

/** Settings of `npm start`; an address given means that this part is not started here. */
export type Einstellungen = z.infer<typeof schema>;

/**
 * Reads the environment; an empty variable counts as not set, LOTSE_DATEN comes back absolute.
 * @throws BedienFehler that names all problems at once
 */
export function ladeEinstellungen(env: NodeJS.ProcessEnv): Einstellungen {
  const ergebnis = schema.safeParse(gesetzte(env), { error: z.locales.de().localeError });
  if (!ergebnis.success) {
    const probleme = ergebnis.error.issues.map((problem) => `${problem.path.join('.')} (${problem.message})`);
    throw new BedienFehler(
      `Diese Einstellungen stimmen nicht: ${probleme.join(', ')}.`,
      'Berichtigen Sie die Umgebungsvariablen und starten Sie neu.',
    );
  }
  return { ...ergebnis.data, LOTSE_DATEN: path.resolve(ergebnis.data.LOTSE_DATEN) };
}

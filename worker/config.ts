import { z } from 'zod';
import { adressfelder, pruefeAdressen } from '../transport/adressen.ts';
import { pruefeVorsicht, vorsichtfelder } from '../transport/nachlaessigkeit.ts';
import { gesetzte } from '../transport/env.ts';
import { nutzlastfelder, pruefeNutzlastschutz, schluesselfeld } from '../temporal/einstellung.ts';
import { leseSchluesselbund } from '../temporal/schluesselbund.ts';

/** Keys by id; what is wrong with them is said without naming one. */
function schluesselbund(einstellung: string) {
  return z.string().transform((text, pruefung) => {
    try {
      const bund = leseSchluesselbund(einstellung, text);
      if (bund !== null) return bund;
      pruefung.addIssue({ code: 'custom', message: 'fehlt' });
    } catch (fehler) {
      pruefung.addIssue({
        code: 'custom',
        message: fehler instanceof Error ? fehler.message : 'ist unlesbar',
      });
    }
    return z.NEVER;
  });
}

const Env = z.object({
  DATABASE_URL: z.url().describe('PostgreSQL, postgres://…'),
  DATABASE_MIGRATION_URL: z
    .url()
    .optional()
    .describe('Zugang des Eigentümers; nur gesetzt bringt der Prozess das Schema selbst auf Stand'),
  LOESCH_DATABASE_URL: z
    .url()
    .describe('Dieselbe Datenbank mit dem Zugang der Löschung (Rolle lotse_loeschung)'),
  LOTSE_LOESCHBUCH: z
    .string()
    .min(1)
    .describe('Datei des Löschbuchs; außerhalb der Datenbank, nicht in deren Sicherung'),
  LOTSE_LOESCHSCHLUESSEL: schluesselfeld('LOTSE_LOESCHSCHLUESSEL').describe(
    'Schlüssel der Kennungen im Löschbuch, id:base64, neuester zuerst',
  ),
  SCHLUESSEL_DATABASE_URL: z
    .url()
    .describe(
      'Eigene Datenbank der Fallschlüssel; die Löschung vernichtet darin, lesen kann der Worker sie nicht',
    ),
  SMTP_URL: z.url().describe('Mailserver, smtp://… oder smtps://…'),
  SMTP_ABSENDER: z.email().describe('Absenderadresse der Mails'),
  LOTSE_ADRESSE: z
    .url()
    .transform((adresse) => adresse.replace(/\/+$/u, ''))
    .describe('Adresse, unter der Lotse von außen erreichbar ist; steht in Links der Mails'),
  SMTP_MAILS_PRO_SEKUNDE: z.coerce.number().min(1).max(1000).default(20).describe('Höchstrate der Mails'),
  LOTSE_FAELLE_IM_SPEICHER: z.coerce
    .number()
    .int()
    .min(10)
    .max(5000)
    .default(300)
    .describe('Fälle, die ein Worker warm hält; jeder kostet etwa 1 MB'),
  LOTSE_WORKFLOWBUENDEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Gebautes Bündel der Workflows (`npm run buendel`); ohne Angabe baut der Worker es bei jedem Start',
    ),
  LOTSE_NEUSTART_ANTEIL: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe('Anteil der Vorgänge ohne Workflow, den ein Rundgang selbst neu startet; darüber wartet er'),
  LOTSE_ANKERDATEI: z
    .string()
    .min(1)
    .describe('Datei außerhalb der Datenbank, an die stündlich der Anker des Protokolls angehängt wird'),
  LOTSE_ANKERSCHLUESSEL: schluesselbund('LOTSE_ANKERSCHLUESSEL').describe(
    'Ed25519-Schlüssel der Anker, id:base64 mit 32 Byte, der neueste zuerst',
  ),
  LOTSE_METRIKEN: z
    .string()
    .regex(/^[^\s/]+:\d+$/u, 'host:port')
    .optional()
    .describe('Adresse, unter der Prometheus die Zähler des Workers liest'),
  LOTSE_PROTOKOLLSTUFE: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('Stufe der Logs'),
  ...nutzlastfelder,
  ...adressfelder,
  ...vorsichtfelder,
});
const Geprueft = Env.superRefine(pruefeNutzlastschutz)
  .superRefine(pruefeAdressen)
  .superRefine(pruefeVorsicht);

export type Workerkonfiguration = z.output<typeof Env>;

/** Reads the settings of the worker; an empty one counts as not set. @throws Error that names every wrong or missing setting at once. */
export function loadConfig(env: NodeJS.ProcessEnv): Workerkonfiguration {
  const gelesen = Geprueft.safeParse(gesetzte(env));
  if (gelesen.success) return gelesen.data;
  throw new Error(`Die Einstellungen des Workers sind unvollständig:\n${z.prettifyError(gelesen.error)}`);
}

import { z } from 'zod';

const Umgebung = z.object({
  DATABASE_URL: z.url().describe('PostgreSQL, postgres://…'),
  DATABASE_MIGRATION_URL: z
    .url()
    .optional()
    .describe('Zugang des Eigentümers; nur gesetzt bringt der Prozess das Schema selbst auf Stand'),
  SMTP_URL: z.url().describe('Mailserver, smtp://… oder smtps://…'),
  SMTP_ABSENDER: z.email().describe('Absenderadresse der Mails'),
  LOTSE_ADRESSE: z
    .url()
    .default('http://127.0.0.1:7400')
    .describe('Adresse, unter der Lotse von außen erreichbar ist; steht in Links der Mails'),
  SMTP_MAILS_PRO_SEKUNDE: z.coerce.number().min(1).max(1000).default(20).describe('Höchstrate der Mails'),
  LOTSE_FAELLE_IM_SPEICHER: z.coerce
    .number()
    .int()
    .min(10)
    .max(5000)
    .default(300)
    .describe('Fälle, die ein Worker warm hält; jeder kostet etwa 1 MB'),
  LOTSE_PROTOKOLLSTUFE: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('Stufe der Logs'),
});

export type Workerkonfiguration = z.output<typeof Umgebung>;

/** Reads the settings of the worker. @throws Error that names every wrong or missing setting at once. */
export function loadConfig(env: NodeJS.ProcessEnv): Workerkonfiguration {
  const gelesen = Umgebung.safeParse(env);
  if (gelesen.success) return gelesen.data;
  throw new Error(`Die Einstellungen des Workers sind unvollständig:\n${z.prettifyError(gelesen.error)}`);
}

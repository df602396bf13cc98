import { z } from 'zod';
import { istHier } from './adressen.ts';

/** A reason somebody else can weigh: two words at least. */
const grund = z
  .string()
  .regex(/\p{L}{2,}[^\p{L}]+\p{L}{2,}/u, 'ein Grund in Worten')
  .optional();

/** Settings of every process that may be less careful than the defaults, each with the reason of the office. */
export const vorsichtfelder = {
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .optional()
    .describe('0 prüft kein Zertifikat; dann startet Lotse nur mit LOTSE_UNGEPRUEFT_GRUND'),
  NODE_OPTIONS: z.string().optional().describe('Angaben an Node; was TLS schwächt, braucht denselben Grund'),
  LOTSE_UNGEPRUEFT_GRUND: grund.describe('Warum Zertifikate anderer Rechner nicht geprüft werden'),
  LOTSE_LAUSCHT_GRUND: grund.describe(
    'Warum HOST oder LOTSE_METRIKEN unverschlüsselt auf einer Adresse lauscht, die andere Rechner erreichen',
  ),
};

/** What Node does with connections against its own defaults. */
const SCHWAECHUNGEN = /--(?:insecure-http-parser|tls-keylog|tls-min-v1\.[01]|tls-max-v1\.[01])\b/u;

type Werte = Readonly<Record<string, unknown>>;
type Einwand = { readonly einstellung: string; readonly satz: string };

const text = (werte: Werte, name: string): string => z.string().catch('').parse(werte[name]);
const fehlt = (werte: Werte, name: string): boolean => text(werte, name) === '';

function ungeprueft(werte: Werte): Einwand[] {
  if (!fehlt(werte, 'LOTSE_UNGEPRUEFT_GRUND')) return [];
  const rat = 'lassen Sie das weg, oder sagen Sie in LOTSE_UNGEPRUEFT_GRUND, warum es sein muss';
  return [
    ...(text(werte, 'NODE_TLS_REJECT_UNAUTHORIZED') === '0'
      ? [
          {
            einstellung: 'NODE_TLS_REJECT_UNAUTHORIZED',
            satz: `Jeder könnte sich als Datenbank, Anmeldung oder Mailserver ausgeben: ${rat}`,
          },
        ]
      : []),
    ...(SCHWAECHUNGEN.test(text(werte, 'NODE_OPTIONS'))
      ? [{ einstellung: 'NODE_OPTIONS', satz: `Verbindungen wären schwächer als vorgesehen: ${rat}` }]
      : []),
  ];
}

function lauscht(werte: Werte): Einwand[] {
  if (!fehlt(werte, 'LOTSE_LAUSCHT_GRUND')) return [];
  const metriken = text(werte, 'LOTSE_METRIKEN').replace(/:\d+$/u, '');
  return [
    { einstellung: 'HOST', adresse: text(werte, 'HOST') },
    { einstellung: 'LOTSE_METRIKEN', adresse: metriken },
  ].flatMap(({ einstellung, adresse }) =>
    adresse === '' || istHier(adresse)
      ? []
      : [
          {
            einstellung,
            satz:
              `${adresse} erreichen andere Rechner, und dort wird unverschlüsselt gesprochen: nehmen Sie 127.0.0.1 hinter einem ` +
              'Proxy mit TLS, oder sagen Sie in LOTSE_LAUSCHT_GRUND, warum es sein muss',
          },
        ],
  );
}

/** What would weaken this process though nobody has said why (ASVS V12.1, V12.3). */
export const nachlaessigkeiten = (werte: Werte): Einwand[] => [...ungeprueft(werte), ...lauscht(werte)];

/** The same for the schema of a process. */
export function pruefeVorsicht(werte: Werte, pruefung: z.RefinementCtx): void {
  for (const { einstellung, satz } of nachlaessigkeiten(werte))
    pruefung.addIssue({ code: 'custom', path: [einstellung], message: satz });
}

/** What the office has allowed itself, for a line of the log at every start. */
export const begruendeteAusnahmen = (werte: Werte): Record<string, string> =>
  Object.fromEntries(
    ['LOTSE_UNGEPRUEFT_GRUND', 'LOTSE_LAUSCHT_GRUND']
      .filter((name) => !fehlt(werte, name))
      .map((name) => [name, text(werte, name)]),
  );

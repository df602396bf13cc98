import { z } from 'zod';
import { leseSchluesselbund, type Schluesselbund } from './schluesselbund.ts';

/** Keys of the payloads; `klartextBis`: what was handled in clear before this instant stays readable. */
export type Nutzlastschluessel = { readonly bund: Schluesselbund; readonly klartextBis: string | null };

/** How payloads are protected on their way through Temporal; null = somebody said that they stay in clear. */
export type Nutzlastschutz = Nutzlastschluessel | null;

/** Settings of every process that talks to Temporal. */
export const nutzlastfelder = {
  LOTSE_TEMPORAL_SCHLUESSEL: z.string().optional().describe('Schlüssel der Nutzlasten, der erste schreibt'),
  LOTSE_TEMPORAL_KLARTEXT: z
    .union([z.literal('ja'), z.iso.datetime()])
    .optional()
    .describe('`ja`: Nutzlasten bleiben im Klartext; ein Instant: bis dahin waren sie es'),
};

type Werte = z.output<z.ZodObject<typeof nutzlastfelder>>;

const OHNE =
  'LOTSE_TEMPORAL_SCHLUESSEL fehlt. Ohne Schlüssel startet Lotse nur mit LOTSE_TEMPORAL_KLARTEXT=ja';
const BEIDES = 'LOTSE_TEMPORAL_KLARTEXT=ja und LOTSE_TEMPORAL_SCHLUESSEL schließen sich aus';

/** For the schema of a process: keys that are missing, malformed or not random are said before anything opens. */
export const schluesselfeld = (einstellung: string): z.ZodString =>
  z.string().superRefine((text, pruefung) => {
    try {
      if (leseSchluesselbund(einstellung, text) !== null) return;
      pruefung.addIssue({ code: 'custom', message: 'fehlt' });
    } catch (fehler) {
      const message = fehler instanceof Error ? fehler.message : String(fehler);
      pruefung.addIssue({ code: 'custom', message });
    }
  });

/** @throws Error when there is no key and nobody said that payloads stay in clear, or both. */
export function nutzlastschutzAus(werte: Werte): Nutzlastschutz {
  const bund = leseSchluesselbund('LOTSE_TEMPORAL_SCHLUESSEL', werte.LOTSE_TEMPORAL_SCHLUESSEL);
  const klartext = werte.LOTSE_TEMPORAL_KLARTEXT;
  if (bund !== null && klartext === 'ja') throw new Error(BEIDES);
  if (bund !== null) return { bund, klartextBis: klartext ?? null };
  if (klartext !== 'ja') throw new Error(OHNE);
  return null;
}

/** For the schema of a process: the two settings contradict each other or are not readable. */
export function pruefeNutzlastschutz(werte: Werte, pruefung: z.RefinementCtx): void {
  try {
    nutzlastschutzAus(werte);
  } catch (fehler) {
    const message = fehler instanceof Error ? fehler.message : String(fehler);
    pruefung.addIssue({ code: 'custom', path: ['LOTSE_TEMPORAL_SCHLUESSEL'], message });
  }
}

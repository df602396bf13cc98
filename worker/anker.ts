import type { Logger } from 'pino';
import { ankerschluessel, oeffentlich } from '../activities/verankerung/anker.ts';
import { dateiziel } from '../activities/verankerung/ankerziel.ts';
import type { Verankerungsmittel } from '../activities/verankerung/verankere.ts';
import type { Workerkonfiguration } from './config.ts';

/** Key and target of the anchors (E47). The public keys are told at every start: whoever checks needs them. */
export function ankermittel(
  config: Pick<Workerkonfiguration, 'LOTSE_ANKERDATEI' | 'LOTSE_ANKERSCHLUESSEL'>,
  log: Logger,
): Pick<Verankerungsmittel, 'ankerziel' | 'ankerschluessel'> {
  const schluessel = ankerschluessel(config.LOTSE_ANKERSCHLUESSEL);
  const pruefschluessel = [...oeffentlich(schluessel)].map(([id, roh]) => `${id}:${roh.toString('base64')}`);
  log.info({ pruefschluessel }, 'Öffentliche Schlüssel der Anker des Protokolls');
  return { ankerziel: dateiziel(config.LOTSE_ANKERDATEI), ankerschluessel: schluessel };
}

import {
  ankerschluessel,
  pruefschluessel,
  type Pruefschluessel,
} from '../../activities/verankerung/anker.ts';
import { dateiziel } from '../../activities/verankerung/ankerziel.ts';
import { leseSchluesselbund } from '../../temporal/schluesselbund.ts';
import { BedienFehler } from '../bedienfehler.ts';
import type { Env } from '../../transport/env.ts';
import { ankerdatei, einstellung } from '../datenordner.ts';
import { mitAkte } from '../mittel.ts';
import { pruefeAudit, type Auditurteil } from './pruefe.ts';

const HOECHSTENS = 200;

/** The public keys of the anchors: named, or derived from those that sign. */
async function schluesselAus(env: Env): Promise<Pruefschluessel> {
  const oeffentliche = leseSchluesselbund('LOTSE_ANKER_PRUEFSCHLUESSEL', env['LOTSE_ANKER_PRUEFSCHLUESSEL']);
  if (oeffentliche !== null) return pruefschluessel(oeffentliche.schluessel);
  const eigene = await einstellung(env, 'LOTSE_ANKERSCHLUESSEL');
  const bund = leseSchluesselbund('LOTSE_ANKERSCHLUESSEL', eigene);
  if (bund !== null) return ankerschluessel(bund).pruefung;
  throw new BedienFehler(
    'Es ist kein Schlüssel bekannt, mit dem sich die Anker prüfen lassen.',
    'Setzen Sie LOTSE_ANKER_PRUEFSCHLUESSEL auf den öffentlichen Schlüssel, den der Worker beim Start nennt.',
  );
}

/** What the check found, as administrators read it. */
function erzaehle({ befunde, eintraege, ketten, letzterAnker }: Auditurteil): string {
  const umfang = `Geprüft: ${String(eintraege)} Einträge in ${String(ketten)} Ketten.`;
  const anker =
    letzterAnker === null
      ? 'Es gibt noch keinen Anker; ein abgeschnittenes Ende fällt erst nach dem ersten auf.'
      : `Letzter Anker: ${String(letzterAnker.nummer)} vom ${letzterAnker.am}.`;
  if (befunde.length === 0) return `${umfang}\n${anker}\nDas Protokoll ist unverändert.`;
  const zeilen = befunde.slice(0, HOECHSTENS).map(({ wo, was }) => `- ${wo}: ${was}.`);
  const mehr = befunde.length > HOECHSTENS ? [`… und ${String(befunde.length - HOECHSTENS)} weitere.`] : [];
  return [umfang, anker, 'Das Protokoll oder seine Anker wurden verändert:', ...zeilen, ...mehr].join('\n');
}

/** `audit-pruefen`: verifies chains and anchors (E47). @returns 2 when something was tampered with */
export async function auditPruefen(env: Env): Promise<number> {
  const schluessel = await schluesselAus(env);
  return mitAkte(env, async (db) => {
    const urteil = await pruefeAudit(db, dateiziel(ankerdatei(env)), schluessel);
    console.log(erzaehle(urteil));
    return urteil.befunde.length === 0 ? 0 : 2;
  });
}

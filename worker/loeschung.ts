import type { Connection } from '@temporalio/client';
import type { Loeschmittel } from '../activities/loeschung/mittel.ts';
import { holeNach } from '../activities/loeschung/nachholen.ts';
import { oeffneLoeschverbindung, type Loeschverbindung } from '../db/loeschung/oeffnen.ts';
import { vergleicheMitBuch } from '../db/loeschung/stand.ts';
import { alsLoeschung, imAlleingang } from '../db/loeschung/rolle.ts';
import { ABLAUF_TAGE_HOECHSTENS } from '../domain/loeschung/konzept.ts';
import { leseSchluesselbund } from '../temporal/schluesselbund.ts';
import type { Workerkonfiguration } from './config.ts';

type Einstellungen = Pick<
  Workerkonfiguration,
  'LOESCH_DATABASE_URL' | 'LOTSE_LOESCHBUCH' | 'LOTSE_LOESCHSCHLUESSEL' | 'SCHLUESSEL_DATABASE_URL'
>;

/** What the erasure works with, as the settings name it. */
export async function oeffneLoeschung(config: Einstellungen): Promise<Loeschverbindung> {
  const bund = leseSchluesselbund('LOTSE_LOESCHSCHLUESSEL', config.LOTSE_LOESCHSCHLUESSEL);
  return oeffneLoeschverbindung({
    loeschung: config.LOESCH_DATABASE_URL,
    speicher: config.SCHLUESSEL_DATABASE_URL,
    buch: config.LOTSE_LOESCHBUCH,
    geheimnisse: [...(bund?.schluessel.values() ?? [])],
  });
}

/** DS-27: Temporal keeps closed workflows no longer than the Löschkonzept says. @throws when it would */
export async function pruefeAufbewahrung(connection: Connection, namespace: string): Promise<void> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  const tage = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / 86_400;
  if (tage <= ABLAUF_TAGE_HOECHSTENS) return;
  throw new Error(
    `Der Namensraum ${namespace} bewahrt Abläufe ${String(tage)} Tage auf; das Löschkonzept erlaubt ${String(ABLAUF_TAGE_HOECHSTENS)} (DS-27).`,
  );
}

/**
 * Brings a restored database to where the ledger is before anybody works with it (S8). @returns how many came back
 * @throws when the ledger is gone: nobody could say what must not come back
 */
export async function gleicheMitLoeschbuchAb(mittel: Loeschmittel): Promise<number> {
  const { loeschdb, buch } = mittel;
  return imAlleingang(loeschdb, async () => {
    const vergleich = await alsLoeschung(loeschdb, (tx) => vergleicheMitBuch(tx, buch));
    if (vergleich === 'buch_fehlt') {
      throw new Error('Das Löschbuch ist kürzer als der Stand der Datenbank; prüfen Sie LOTSE_LOESCHBUCH.');
    }
    return vergleich === 'gleichauf' ? 0 : holeNach(mittel);
  });
}

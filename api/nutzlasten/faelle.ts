import { randomUUID } from 'node:crypto';
import { mitAkteur } from '../../db/client.ts';
import { protokolliere, type Protokollzeile } from '../../db/protokoll.ts';
import { verweisAuf } from '../../db/verweis.ts';
import { vorgangVon } from '../../workflows/contract.ts';
import type { Nutzlasten } from './formen.ts';
import { Absage } from '../kern/absage.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/**
 * Payloads of Temporal in clear for R26; each look is on record with workflow and number before anything goes out (K7).
 * They hold states, days, ids, kinds and counts of one case (K1, K2), never a name or a text (S1).
 * @throws Absage NICHT_GEFUNDEN where the office has not switched it on
 */
export async function liesNutzlasten(
  { db, einsicht }: Umgebung,
  konto: Konto,
  { payloads }: Nutzlasten,
): Promise<Nutzlasten> {
  if (einsicht === null)
    throw new Absage(
      'NICHT_GEFUNDEN',
      'Nutzlasten werden in diesem Haus nicht für die Oberfläche entschlüsselt.',
    );
  const eingesehen = einsicht.lies(payloads);
  const vermerk = ([workflowId, anzahl]: readonly [string, number]): Protokollzeile => {
    const vorgang = vorgangVon(workflowId);
    return {
      id: randomUUID(),
      am: konto.am,
      akteurId: konto.id,
      rolle: konto.rolle,
      aktion: 'nutzlasten_gelesen',
      rechtsgrundlage: 'DS-29',
      gegenstand: `workflow:${einsicht.namespace}/${workflowId}:${String(anzahl)}`,
      klassen: ['K1', 'K2'],
      ...(vorgang === null ? {} : verweisAuf(vorgang)),
    };
  };
  await mitAkteur(db, akteurVon(konto), (tx) => protokolliere(tx, [...eingesehen.gelesen].map(vermerk)));
  return { payloads: eingesehen.payloads.map((eine) => ({ ...eine })) };
}

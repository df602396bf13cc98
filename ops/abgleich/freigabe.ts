import { setTimeout as warte } from 'node:timers/promises';
import { mitAkteur } from '../../db/client.ts';
import { freigabeSignal, workflowIdVon } from '../../workflows/contract.ts';
import { BedienFehler } from '../bedienfehler.ts';
import { gleicheAb, type Befund } from './vergleich.ts';
import { frageLauf } from '../ablauf.ts';
import { liesAkte, nimmMarkeWeg } from '../../activities/aufzeichnung/akte.ts';
import { starteAusAkte, vermerkeEingriff, widersprichtSich } from '../../activities/rundgang/neustart.ts';
import type { Opsmittel } from '../mittel.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';

const WIRKT_NACH_MS = 10_000;

/** Which way the case gets going again; null when nothing holds it. */
function wegVon({ akte, lauf }: Befund): 'signal' | 'neustart' | 'marke' | null {
  if (lauf === null) return akte.abgeschlossen ? null : 'neustart';
  if (lauf.ablauf.angehalten) return 'signal';
  return akte.angehaltenSeit === null ? null : 'marke';
}

const AKTION = {
  signal: 'fall_freigegeben',
  marke: 'fall_freigegeben',
  neustart: 'fall_neu_gestartet',
} as const;

/** Lets a stopped case go on from the record, or starts the workflow of an open case that does not run (V-76). */
async function gibFrei({ db, client }: Opsmittel, befund: Befund): Promise<boolean> {
  const weg = wegVon(befund);
  if (weg === null) return false;
  const { bezug } = befund.akte;
  await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    const akte = await liesAkte(tx, bezug.id);
    if (akte === null || widersprichtSich(akte)) {
      throw new BedienFehler(
        'Der gespeicherte Stand folgt nicht aus den Ereignissen der Akte; so wird nichts freigegeben.',
        'Spielen Sie eine Sicherung der Datenbank ein oder stellen Sie die Ereignisse richtig.',
      );
    }
    await nimmMarkeWeg(tx, bezug);
    await vermerkeEingriff(tx, akte, { am: instantAus(Date.now()), aktion: AKTION[weg] });
    // Last, so that a call that fails takes mark and audit entry back with it; the row stays locked until then.
    if (weg === 'neustart') await starteAusAkte(client, akte, false);
    if (weg === 'signal')
      await client.workflow.getHandle(workflowIdVon(bezug)).signal(freigabeSignal, { stand: akte.gefaltet });
  });
  return true;
}

/**
 * Releases a case and waits until its workflow shows it.
 * @returns what the comparison says afterwards, and whether there was anything to release
 * @throws BedienFehler when the record contradicts itself or the workflow does not follow
 */
export async function gibFreiUndPruefe(
  mittel: Opsmittel,
  befund: Befund,
): Promise<{ freigegeben: boolean; danach: Befund }> {
  const { bezug } = befund.akte;
  const freigegeben = await gibFrei(mittel, befund);
  const bis = Date.now() + WIRKT_NACH_MS;
  while (freigegeben && Date.now() < bis) {
    const lauf = await frageLauf(mittel.client, bezug);
    if (lauf?.ablauf.angehalten === false) break;
    await warte(200);
  }
  return { freigegeben, danach: await gleicheAb(mittel, bezug.id) };
}

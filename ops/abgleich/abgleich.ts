import type { Opsmittel } from '../mittel.ts';
import { gibFreiUndPruefe } from './freigabe.ts';
import { erzaehle, gleicheAb } from './vergleich.ts';

/** `abgleich`: compares record and workflow, and lets a stopped case go on. @returns 2 when a difference is left */
export async function abgleich(mittel: Opsmittel, fallId: string, freigeben: boolean): Promise<number> {
  const befund = await gleicheAb(mittel, fallId);
  console.log(erzaehle(befund));
  if (!freigeben || befund.unterschiede.length === 0) return befund.unterschiede.length === 0 ? 0 : 2;
  const { freigegeben, danach } = await gibFreiUndPruefe(mittel, befund);
  if (!freigegeben) {
    console.log('Der Fall ist nicht angehalten und läuft; es gibt nichts freizugeben.');
    return 2;
  }
  console.log(`Freigegeben mit dem Stand der Akte.\n${erzaehle(danach)}`);
  return danach.unterschiede.length === 0 ? 0 : 2;
}

import { Writable } from 'node:stream';
import type { Express } from 'express';
import pino from 'pino';
import { createApp } from '../../api/app.ts';
import { GRENZEN } from '../../api/kern/bremse.ts';
import type { Umgebung } from '../../api/kern/umgebung.ts';
import { lokalerAussteller } from '../../tools/probehaus/api.ts';

/** An application with limits of its own, so that no test slows down another; what it logs is handed over. */
export async function appMitProtokoll(
  umgebung: Umgebung,
  schreibe: (zeilen: string) => void,
): Promise<Express> {
  const { anmeldung } = await lokalerAussteller();
  const senke = new Writable({
    write: (stueck: Buffer, _, fertig) => {
      schreibe(stueck.toString());
      fertig();
    },
  });
  return createApp({
    umgebung,
    anmeldung,
    bereitschaft: { laeuftAus: () => false, teile: [] },
    grenzen: GRENZEN,
    log: pino({ level: 'debug' }, senke),
  });
}

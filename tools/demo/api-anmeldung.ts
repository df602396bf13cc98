import { setTimeout as warte } from 'node:timers/promises';
import { z } from 'zod';
import { BedienFehler } from '../../ops/bedienfehler.ts';
import type { Melder } from '../lokal/melder.ts';
import type { Kuerzel } from './bestand.ts';
import { demoId } from './personen.ts';

/** A command of a demo person. `marke` names it for ever: it becomes the Idempotency-Key. */
export type Demobefehl = {
  readonly marke: string;
  readonly als: Kuerzel;
  /** Below `/api/v1/faelle`. */
  readonly pfad: string;
  readonly rumpf: unknown;
};

/** Sends a command; @returns the id of its case or of what was entered, or null when the case has moved on and refuses it. */
export type Sender = (befehl: Demobefehl) => Promise<string | null>;

const GEDULD_MS = 120_000;
const erfolg = z
  .union([z.object({ fallId: z.uuid() }), z.object({ id: z.uuid() })])
  .transform((antwort) => ('fallId' in antwort ? antwort.fallId : antwort.id));
const problem = z.object({ detail: z.string().optional(), title: z.string().optional() });

/** Commands over HTTP, repeated with the same key while the outcome is unknown. @throws BedienFehler when the API gives up. */
export function erzeugeSender(o: {
  apiUrl: string;
  token: (kuerzel: Kuerzel) => Promise<string>;
  melde: Melder;
}): Sender {
  return async (befehl) => {
    const header = {
      authorization: `Bearer ${await o.token(befehl.als)}`,
      'content-type': 'application/json',
      'idempotency-key': demoId(befehl.marke),
    };
    const anfrage = { method: 'POST', headers: header, body: JSON.stringify(befehl.rumpf) };
    const bis = Date.now() + GEDULD_MS;
    for (;;) {
      const antwort = await fetch(`${o.apiUrl}/api/v1/faelle${befehl.pfad}`, anfrage);
      const inhalt: unknown = await antwort.json();
      if (antwort.ok) return erfolg.parse(inhalt);
      const { detail, title } = problem.safeParse(inhalt).data ?? {};
      const grund = detail ?? title ?? '';
      if (antwort.status === 409 || antwort.status === 422) {
        o.melde(`Demodaten: „${befehl.marke}“ entfällt (${grund})`);
        return null;
      }
      if (antwort.status !== 503 || Date.now() > bis) {
        throw new BedienFehler(
          `Die Demodaten lassen sich nicht anlegen: „${befehl.marke}“ ergibt HTTP ${String(antwort.status)} (${grund}).`,
          'Sehen Sie in api.log und worker.log im Datenordner nach; der nächste Start macht weiter.',
        );
      }
      await warte(500);
    }
  };
}

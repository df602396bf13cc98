/**
 * Faults planted into rows of the API: tsc itself fails here once a read could forget what it leaves in the audit (ADR 61).
 * Nothing runs.
 */
import { z } from 'zod';
import { ANLEGEN, HAUS, LEER, LESEN, OHNE_PERSON, OHNE_RUMPF, route } from '../../api/kern/route.ts';
import { blaettere } from '../../api/kern/blaettern.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';

const zeile = {
  pfad: '/pfad',
  name: 'zeile',
  titel: 'Titel',
  gruppe: 'Haus',
  betrifft: HAUS,
  rollen: [],
  pfadwerte: LEER,
  abfrage: LEER,
  antwort: z.null(),
  fall: () => Promise.resolve(null),
} as const;

/** As it has to be. */
export const RICHTIG = [
  route({ ...LESEN, ...zeile, spur: 'liste' }),
  route({ ...LESEN, ...zeile, spur: OHNE_PERSON }),
  route({ ...ANLEGEN, ...zeile, rumpf: OHNE_RUMPF }),
];

// @ts-expect-error the read does not say what it leaves
export const VERGESSEN = route({ ...LESEN, ...zeile });
// @ts-expect-error what leaves nothing says why not
export const OHNE_GRUND = route({ ...LESEN, ...zeile, spur: 'keine' });
// @ts-expect-error a write leaves its entry by itself
export const SCHREIBT = route({ ...ANLEGEN, ...zeile, rumpf: OHNE_RUMPF, spur: 'liste' });

declare const wer: { umgebung: Umgebung; konto: Konto; blatt: { limit: number; offset: number } };
const lies = (): Promise<{ zeilen: string[]; gesamt: number }> => Promise.resolve({ zeilen: [], gesamt: 0 });
const zeige = (text: string): string => text;
// @ts-expect-error a page does not say how the audit calls its list
export const OHNE_NAMEN = () => blaettere(wer, lies, zeige);
// @ts-expect-error the audit knows no list of this name
export const FREMDER_NAME = () => blaettere({ ...wer, liste: 'kunden' }, lies, zeige);

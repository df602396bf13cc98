import { createHmac } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import type { Tresor } from '../../db/tresor/tresor.ts';
import { Absage } from './absage.ts';

/** Namespace of command ids; fixed for ever, because a repeated key must give the same id. */
const BEFEHLE = '8f0c9d2e-6f5b-4a51-9a43-1d1a5c5f4c70';

/** The key of a write: the name of its row (kern/route.ts) and the UUID of its Idempotency-Key. */
export type Schluessel = { readonly route: string; readonly uuid: string };

/** Id of a command: uuid v5 of (actor, route, key); also the id of its update (technik.md 1.2). */
export function befehlIdVon(akteurId: string, route: string, schluessel: string): string {
  return uuidV5(`${akteurId}|${route}|${schluessel.toLowerCase()}`, BEFEHLE);
}

/** Id of a document of a command; the same command and field give the same id. */
export function dokumentIdVon(befehlId: string, feld: string): string {
  return uuidV5(feld, befehlId);
}

/** Id of the case that begins in another team with a command (TR64). */
export function folgefallIdVon(befehlId: string): string {
  return uuidV5('folgefall', befehlId);
}

/** JSON with sorted keys, so that the order of fields does not make another body. */
function kanonisch(wert: unknown): string {
  if (Array.isArray(wert)) return `[${wert.map(kanonisch).join(',')}]`;
  if (wert === undefined) return 'null';
  if (typeof wert !== 'object' || wert === null) return JSON.stringify(wert);
  const paare = Object.entries(wert)
    .filter(([, inhalt]) => inhalt !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inhalt]) => `${JSON.stringify(name)}:${kanonisch(inhalt)}`);
  return `{${paare.join(',')}}`;
}

/** Under which the key store keeps the key of the checksums. */
const SUMMENSCHLUESSEL = '5c9e0f52-7d0b-4e0a-8a57-3d5b6a1c9e01';

/** Recognises the body of a repeated request; bodies cannot be tried out against what is stored. */
export type Pruefsumme = (route: string, ort: string, rumpf: unknown) => Promise<string>;

/** HMAC-SHA-256 over route, place and body with a key of the key store (DS-28), asked for once. */
export function pruefsummeMit(tresor: Pick<Tresor, 'schluessel'>): Pruefsumme {
  let schluessel: Buffer | null = null;
  return async (route, ort, rumpf) => {
    schluessel ??= await tresor.schluessel(SUMMENSCHLUESSEL);
    if (schluessel === null) throw new Error('Der Schlüssel der Prüfsummen ist vernichtet');
    return createHmac('sha256', schluessel)
      .update(`${route}\n${ort}\n${kanonisch(rumpf)}`)
      .digest('hex');
  };
}

/** @throws Absage SCHLUESSEL_WIEDERVERWENDET when a key comes back with another body. */
export function pruefeWiederverwendung(anspruch: { readonly pruefsumme: string }, summe: string): void {
  if (anspruch.pruefsumme === summe) return;
  throw new Absage(
    'SCHLUESSEL_WIEDERVERWENDET',
    'Dieser Idempotency-Key wurde schon für eine andere Eingabe verwendet.',
  );
}

import { randomBytes } from 'node:crypto';
import { huelle, oeffneHuelle } from './huelle.ts';
import type { Schluesselspeicher, Schluesselzeile, Vernichtung } from './speicher.ts';

/** What wraps the keys of cases: a master key from the settings, or a KMS behind the same two calls. */
export type Hauptschluessel = {
  readonly verpacke: (
    bezug: string,
    schluessel: Buffer,
  ) => Promise<{ readonly haupt: string; readonly huelle: Buffer }>;
  /** Null when it is not ours or was changed. */
  readonly packeAus: (zeile: Schluesselzeile) => Promise<Buffer | null>;
  /** Id of the key that wraps. */
  readonly verpacktMit: string;
};

/** Keys of cases (DS-28): one per Fall or other Vorgang, made on first use, destroyed with it. */
export type Tresor = {
  /** The key; null once it is destroyed. */
  readonly schluessel: (bezug: string) => Promise<Buffer | null>;
  /** The same without making one: null also when there never was one. */
  readonly vorhandener: (bezug: string) => Promise<Buffer | null>;
  /** Those of several at once; what has none, or none any more, is not among them. */
  readonly vorhandene: (bezuege: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
  readonly vernichte: (bezug: string) => Promise<Vernichtung>;
  /** Wraps every key with the newest master key. @returns how many were not yet */
  readonly verpackeUm: () => Promise<number>;
};

const hinweis = (bezug: string, haupt: string): string[] => ['lotse-fallschluessel-1', bezug, haupt];

/** @param bund master keys by id; `schreibt` wraps, the others only unwrap */
export function hauptschluesselAus(bund: {
  readonly schreibt: string;
  readonly schluessel: ReadonlyMap<string, Uint8Array>;
}): Hauptschluessel {
  const { schreibt: haupt, schluessel: alle } = bund;
  const von = (id: string): Uint8Array | undefined => alle.get(id);
  return {
    verpacktMit: haupt,
    verpacke: (bezug, schluessel) =>
      Promise.resolve({
        haupt,
        huelle: huelle(von(haupt) ?? new Uint8Array(), schluessel, hinweis(bezug, haupt)),
      }),
    packeAus: ({ bezug, haupt: id, huelle: verpackt }) => {
      const mit = von(id ?? '');
      const passt = mit !== undefined && verpackt !== null;
      return Promise.resolve(passt ? oeffneHuelle(mit, verpackt, hinweis(bezug, id ?? '')) : null);
    },
  };
}

const JE_SCHRITT = 500;

/** @throws Error when the master keys are not those the stored keys were wrapped with */
export async function oeffneTresor(speicher: Schluesselspeicher, haupt: Hauptschluessel): Promise<Tresor> {
  const packeAus = async (zeile: Schluesselzeile): Promise<Buffer | null> => {
    if (zeile.huelle === null) return null;
    const schluessel = await haupt.packeAus(zeile);
    if (schluessel !== null) return schluessel;
    throw new Error(
      `LOTSE_HAUPTSCHLUESSEL passt nicht zum Schlüsselspeicher (Schlüssel ${zeile.haupt ?? ''})`,
    );
  };
  for (const probe of await speicher.proben()) await packeAus(probe);
  const vorhandener: Tresor['vorhandener'] = async (bezug) => {
    const [zeile] = await speicher.lies([bezug]);
    return zeile === undefined ? null : packeAus(zeile);
  };
  return {
    vorhandener,
    vorhandene: async (bezuege) => {
      const gefunden = new Map<string, Buffer>();
      for (const zeile of bezuege.length === 0 ? [] : await speicher.lies(bezuege)) {
        const schluessel = await packeAus(zeile);
        if (schluessel !== null) gefunden.set(zeile.bezug, schluessel);
      }
      return gefunden;
    },
    vernichte: speicher.vernichte,
    schluessel: async (bezug) => {
      const [zeile] = await speicher.lies([bezug]);
      if (zeile !== undefined) return packeAus(zeile);
      const neu = await haupt.verpacke(bezug, randomBytes(32));
      return packeAus(await speicher.lege({ bezug, ...neu }));
    },
    verpackeUm: async () => {
      let anzahl = 0;
      for (;;) {
        const zeilen = await speicher.nichtUnter(haupt.verpacktMit, JE_SCHRITT);
        if (zeilen.length === 0) return anzahl;
        for (const zeile of zeilen) {
          const schluessel = await packeAus(zeile);
          if (schluessel === null) continue;
          await speicher.ersetze({ bezug: zeile.bezug, ...(await haupt.verpacke(zeile.bezug, schluessel)) });
        }
        anzahl += zeilen.length;
      }
    },
  };
}

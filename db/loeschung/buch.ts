import { createHash, createHmac } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import type { Loeschgegenstand } from './loesche.ts';

/** Why something was erased. */
export const LOESCHANLAESSE = ['frist', 'antrag', 'widerruf', 'wiederherstellung'] as const;
export type Loeschanlass = (typeof LOESCHANLAESSE)[number];

/** One line: what is about to go, and that it went. Ids are keyed hashes, nothing else of the object is here (DS-32). */
const Zeile = z.strictObject({
  nr: z.number().int().positive(),
  am: z.string(),
  satz: z.enum(['vorsatz', 'vollzug']),
  klasse: z.enum(['dokument', 'fall', 'person']),
  kennung: z.string(),
  anlass: z.enum(LOESCHANLAESSE),
  /** Rows by table; only a `vollzug` whose run knew them. */
  umfang: z.record(z.string(), z.number()).optional(),
  /** Of a `vollzug`: the position the database was brought to before this line. */
  stand: z.number().int().optional(),
  /** Checksum of the line before. */
  vorher: z.string(),
  pruefwert: z.string(),
});
export type Buchzeile = z.infer<typeof Zeile>;
export type NeueBuchzeile = Omit<Buchzeile, 'nr' | 'vorher' | 'pruefwert'>;

/** Ledger of erasures outside the database: only ever added to, each line tied to the one before. */
export type Loeschbuch = {
  /** Adds lines and returns once they are on the disk. The caller holds the lock of the erasure. */
  readonly schreibe: (zeilen: readonly NeueBuchzeile[]) => Promise<Buchzeile[]>;
  readonly zeilen: () => AsyncIterable<Buchzeile>;
  readonly letzte: () => Promise<Buchzeile | null>;
  /** The position the newest proof asks of a database; 0 before the first. */
  readonly verlangterStand: () => Promise<number>;
};

/** Names objects in the ledger: whoever lacks the secret cannot try out ids. */
export type Kennungen = {
  readonly neu: (klasse: Loeschgegenstand, id: string) => string;
  /** Under every secret the installation has had: a rotated one still finds what was erased before. */
  readonly alle: (klasse: Loeschgegenstand, id: string) => readonly string[];
};

/** @param schluessel newest first, at least one */
export function erzeugeKennungen(schluessel: readonly Uint8Array[]): Kennungen {
  const [neuester] = schluessel;
  if (neuester === undefined) throw new Error('Das Löschbuch braucht einen Schlüssel');
  const name = (mit: Uint8Array, klasse: string, id: string): string =>
    createHmac('sha256', mit).update(`${klasse}:${id}`).digest('base64url').slice(0, 27);
  return {
    neu: (klasse, id) => name(neuester, klasse, id),
    alle: (klasse, id) => schluessel.map((mit) => name(mit, klasse, id)),
  };
}

const ANFANG = '0'.repeat(64);

/** Over the line in its one order, the checksum of the line before among it. */
function pruefwertVon(zeile: Omit<Buchzeile, 'pruefwert'>): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrdnung(zeile)))
    .digest('hex');
}

function inOrdnung(zeile: Omit<Buchzeile, 'pruefwert'>): Omit<Buchzeile, 'pruefwert'> {
  const { nr, am, satz, klasse, kennung, anlass, umfang, stand, vorher } = zeile;
  return {
    nr,
    am,
    satz,
    klasse,
    kennung,
    anlass,
    ...(umfang === undefined ? {} : { umfang }),
    ...(stand === undefined ? {} : { stand }),
    vorher,
  };
}

/** Bytes at the end of the file that hold the newest proof: a batch has far fewer lines between two of them. */
const ENDSTUECK = 262_144;

/** A line a kill cut off was never confirmed to anybody: it goes before the next one is added. */
async function ohneTorso(datei: FileHandle): Promise<number> {
  const { size } = await datei.stat();
  const laenge = Math.min(size, ENDSTUECK);
  const puffer = Buffer.alloc(laenge);
  await datei.read(puffer, 0, laenge, size - laenge);
  const ende = size - laenge + puffer.lastIndexOf('\n') + 1;
  if (ende < size) await datei.truncate(ende);
  return ende;
}

function lies(text: string): Buchzeile[] {
  return text
    .split('\n')
    .filter((zeile) => zeile !== '')
    .map((zeile) => Zeile.parse(JSON.parse(zeile)));
}

async function mitDatei<T>(pfad: string, arbeit: (datei: FileHandle) => Promise<T>): Promise<T> {
  const datei = await open(pfad, 'a+', 0o600);
  try {
    return await arbeit(datei);
  } finally {
    await datei.close();
  }
}

/** The newest lines, oldest first; a cut-off line at the end is none. */
function endstueck(pfad: string): Promise<Buchzeile[]> {
  return mitDatei(pfad, async (datei) => {
    const { size } = await datei.stat();
    const laenge = Math.min(size, ENDSTUECK);
    const puffer = Buffer.alloc(laenge);
    await datei.read(puffer, 0, laenge, size - laenge);
    const text = puffer.toString();
    const ab = laenge < size ? text.indexOf('\n') + 1 : 0;
    return lies(text.slice(ab, text.lastIndexOf('\n') + 1));
  });
}

function verkette(neue: readonly NeueBuchzeile[], anfang: Buchzeile | null): Buchzeile[] {
  let davor = anfang;
  return neue.map((zeile) => {
    const ohne = inOrdnung({ ...zeile, nr: (davor?.nr ?? 0) + 1, vorher: davor?.pruefwert ?? ANFANG });
    davor = { ...ohne, pruefwert: pruefwertVon(ohne) };
    return davor;
  });
}

async function* jedeZeile(pfad: string): AsyncIterable<Buchzeile> {
  const datei = await open(pfad, 'a+', 0o600);
  try {
    for await (const zeile of datei.readLines({ start: 0, autoClose: false })) {
      const gelesen = Zeile.safeParse(versuche(zeile));
      if (gelesen.success) yield gelesen.data;
    }
  } finally {
    await datei.close();
  }
}

/** The ledger as a file of JSON lines. @throws when a line is none of its own. */
export function dateibuch(pfad: string): Loeschbuch {
  const letzte = async (): Promise<Buchzeile | null> => (await endstueck(pfad)).at(-1) ?? null;
  return {
    letzte,
    zeilen: () => jedeZeile(pfad),
    schreibe: async (neue) => {
      if (neue.length === 0) return [];
      const zeilen = verkette(neue, await letzte());
      await mitDatei(pfad, async (datei) => {
        await ohneTorso(datei);
        await datei.appendFile(zeilen.map((zeile) => `${JSON.stringify(zeile)}\n`).join(''));
        await datei.sync();
      });
      return zeilen;
    },
    verlangterStand: async () => {
      const nachweis = (await endstueck(pfad)).findLast(({ satz }) => satz === 'vollzug');
      return nachweis?.stand ?? 0;
    },
  };
}

/** A cut-off line is no line; brichtKetteBei notices any other that is none. */
function versuche(zeile: string): unknown {
  try {
    return JSON.parse(zeile);
  } catch {
    return null;
  }
}

/** The number of the first line that does not follow from the one before, or null when the chain holds. */
export async function brichtKetteBei(buch: Loeschbuch): Promise<number | null> {
  let davor = { nr: 0, pruefwert: ANFANG };
  for await (const { pruefwert, ...zeile } of buch.zeilen()) {
    const folgt = zeile.nr === davor.nr + 1 && zeile.vorher === davor.pruefwert;
    if (!folgt || pruefwertVon(zeile) !== pruefwert) return davor.nr + 1;
    davor = { nr: zeile.nr, pruefwert };
  }
  return null;
}

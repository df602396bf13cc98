import { createReadStream } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Where anchors go: outside the database and out of the reach of whoever administers it, e.g. a mounted share that only
 * takes additions, or a bucket with object lock behind an adapter of its own.
 */
export type Ankerziel = {
  /** Stored for good when it returns. */
  readonly haengeAn: (zeile: string) => Promise<void>;
  /** The newest line; null when nothing was written yet. */
  readonly letzte: () => Promise<string | null>;
  /** All lines, oldest first. */
  readonly zeilen: () => AsyncIterable<string>;
};

const BLOCK = 64 * 1024;

/** Complete lines at the end of a file: the newest one, and where it ends. What a crash left behind is no line. */
async function ende(griff: FileHandle): Promise<{ readonly zeile: string | null; readonly bis: number }> {
  const { size } = await griff.stat();
  let text = Buffer.alloc(0);
  for (let von = size; von > 0;) {
    const laenge = Math.min(BLOCK, von);
    von -= laenge;
    const block = Buffer.alloc(laenge);
    await griff.read(block, 0, laenge, von);
    text = Buffer.concat([block, text]);
    const schluss = text.lastIndexOf('\n');
    const davor = schluss < 1 ? -1 : text.lastIndexOf('\n', schluss - 1);
    if (schluss !== -1 && (davor !== -1 || von === 0))
      return { zeile: text.toString('utf8', davor + 1, schluss), bis: von + schluss + 1 };
  }
  return { zeile: null, bis: 0 };
}

function fehlt(fehler: unknown): boolean {
  return fehler instanceof Error && 'code' in fehler && fehler.code === 'ENOENT';
}

/** JSON lines in a file that is only appended to; each line is flushed to disk before it counts. */
export function dateiziel(datei: string): Ankerziel {
  return {
    haengeAn: async (zeile) => {
      await mkdir(path.dirname(datei), { recursive: true });
      const griff = await open(datei, 'a+', 0o640);
      try {
        const { bis } = await ende(griff);
        if (bis < (await griff.stat()).size) await griff.truncate(bis);
        await griff.appendFile(`${zeile}\n`);
        await griff.sync();
      } finally {
        await griff.close();
      }
    },
    letzte: async () => {
      const griff = await open(datei, 'r').catch((fehler: unknown) => {
        if (fehlt(fehler)) return null;
        throw fehler;
      });
      if (griff === null) return null;
      try {
        return (await ende(griff)).zeile;
      } finally {
        await griff.close();
      }
    },
    zeilen: async function* () {
      try {
        const griff = await open(datei, 'r');
        const { bis } = await ende(griff);
        if (bis === 0) await griff.close();
        else yield* createInterface({ input: createReadStream('', { fd: griff, start: 0, end: bis - 1 }) });
      } catch (fehler) {
        if (!fehlt(fehler)) throw fehler;
      }
    },
  };
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ankerschluessel, type Ankerschluessel } from '../../activities/verankerung/anker.ts';
import { dateiziel, type Ankerziel } from '../../activities/verankerung/ankerziel.ts';

export type Pruefanker = {
  readonly datei: string;
  readonly ankerziel: Ankerziel;
  readonly ankerschluessel: Ankerschluessel;
};

/** A key and a file of their own for the anchors of one test. */
export function pruefanker(): Pruefanker {
  const datei = path.join(mkdtempSync(path.join(tmpdir(), 'lotse-anker-')), 'protokoll.jsonl');
  const schluessel = new Map([['pruefstand', randomBytes(32)]]);
  return {
    datei,
    ankerziel: dateiziel(datei),
    ankerschluessel: ankerschluessel({ schreibt: 'pruefstand', schluessel }),
  };
}

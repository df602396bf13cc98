import {
  ERSTER,
  liesAnkerzeile,
  zeilenhash,
  type Ankerinhalt,
  type Pruefschluessel,
  type Zeilenurteil,
} from '../../activities/verankerung/anker.ts';
import type { Ankerzeile } from '../../db/protokollkette.ts';
import type { Befund } from './befund.ts';

/** What the newest anchor that names a chain says of it. */
export type Verankert = {
  readonly nummer: number;
  readonly hash: string;
  readonly anker: number;
  readonly am: string;
};

export type Ankerstand = {
  readonly befunde: readonly Befund[];
  readonly ketten: ReadonlyMap<string, Verankert>;
  /** Number and instant of the newest readable anchor. */
  readonly letzter: { readonly nummer: number; readonly am: string } | null;
};

const UNGUELTIG: Readonly<Record<Exclude<Zeilenurteil['art'], 'gut'>, string>> = {
  unlesbar: 'ist kein lesbarer Anker',
  unbekannter_schluessel: 'ist mit einem Schlüssel gezeichnet, der nicht bekannt ist',
  falsche_signatur: 'trägt eine falsche Signatur; sein Inhalt wurde geändert',
};

/** The anchors a database says it has written, against those that are there: one or the other may have been cut off. */
function* vergleiche(
  bekannte: readonly Ankerzeile[],
  vorhandene: readonly string[],
): Generator<Befund, undefined> {
  for (const { nummer, am, hash } of bekannte) {
    const wo = `Anker ${String(nummer)}`;
    const dort = vorhandene[nummer - 1];
    if (dort === undefined) yield { wo, was: `fehlt am Ziel; die Datenbank hat ihn am ${am} geschrieben` };
    else if (dort !== hash.toString('hex'))
      yield { wo, was: 'ist nicht der, den die Datenbank geschrieben hat' };
  }
}

function trageEin(ketten: Map<string, Verankert>, { nummer: anker, am, koepfe }: Ankerinhalt): Befund[] {
  return koepfe.flatMap(([kette, nummer, hash]) => {
    const bisher = ketten.get(kette);
    ketten.set(kette, { nummer, hash, anker, am });
    if (bisher === undefined || bisher.nummer <= nummer) return [];
    const was = `nennt Eintrag ${String(nummer)}, ein früherer Anker schon ${String(bisher.nummer)}`;
    return [{ wo: `Anker ${String(anker)}, Kette ${kette}`, was }];
  });
}

/** Reads all anchors, checks signatures and order, and gives the newest head each chain was seen with. */
export async function pruefeAnker(
  zeilen: AsyncIterable<string>,
  schluessel: Pruefschluessel,
  bekannte: readonly Ankerzeile[],
): Promise<Ankerstand> {
  const befunde: Befund[] = [];
  const ketten = new Map<string, Verankert>();
  const hashes: string[] = [];
  let letzter: Ankerstand['letzter'] = null;
  for await (const zeile of zeilen) {
    const soll = hashes.length + 1;
    const wo = `Ankerzeile ${String(soll)}`;
    const gelesen = liesAnkerzeile(zeile, schluessel);
    const vorher = hashes.at(-1) ?? ERSTER;
    hashes.push(zeilenhash(zeile));
    if (gelesen.art !== 'gut') {
      befunde.push({ wo, was: UNGUELTIG[gelesen.art] });
      continue;
    }
    const { nummer, am } = gelesen.inhalt;
    if (nummer !== soll) befunde.push({ wo, was: `trägt die Nummer ${String(nummer)}` });
    if (gelesen.inhalt.vorher !== vorher) befunde.push({ wo, was: 'schließt nicht an die Zeile davor an' });
    befunde.push(...trageEin(ketten, gelesen.inhalt));
    letzter = { nummer, am };
  }
  return { befunde: [...befunde, ...vergleiche(bekannte, hashes)], ketten, letzter };
}

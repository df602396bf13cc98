import { sql } from 'drizzle-orm';
import { mitAkteur, type Datenbank } from '../../../db/client.ts';
import type { Abruf } from '../../../tools/probehaus/seiten.ts';
import { titelVon } from './titel.ts';

const HOECHSTENS_BYTES = 100_000;

/** Words that name somebody: people who are counselled, those who come along, and who works here. */
export async function namenIn(db: Datenbank): Promise<string[]> {
  const zeilen = await mitAkteur(db, { system: 'wartung' }, (tx) =>
    tx.execute<{ wort: string }>(sql`select unnest(array[name, kundennummer, bg_nummer]) as wort from person
      union select name from begleitperson union select anzeigename from mitarbeitende`),
  );
  return zeilen.map(({ wort }) => wort);
}

const ueberschriften = (html: string): number => [...html.matchAll(/<h1[\s>]/gu)].length;

/** A file is kept and not shown, and neither its name nor its address is anybody's. */
function maengelAnDatei({ pfad, kopf }: Abruf, datei: string, namen: readonly string[]): string[] {
  const aussen = `${decodeURIComponent(pfad)} ${decodeURIComponent(datei)}`;
  return [
    ...(datei.startsWith('attachment') ? [] : ['wird gezeigt statt behalten']),
    ...(kopf.get('content-security-policy') === "default-src 'none'" ? [] : ['hat eine andere Regel']),
    ...namen.filter((name) => aussen.includes(name)).map(() => 'nennt jemanden im Namen der Datei'),
  ];
}

/** What is wrong with a page whatever it is about. @param namen that stand in no title and no address */
export function maengelAn(abruf: Abruf, namen: readonly string[]): string[] {
  const { pfad, status, kopf, html } = abruf;
  if (status !== 200) return [`antwortet ${String(status)}`];
  const datei = kopf.get('content-disposition');
  if (datei !== null) return maengelAnDatei(abruf, datei, namen);
  const titel = titelVon(html);
  const csp = kopf.get('content-security-policy') ?? '';
  const bytes = Buffer.byteLength(html);
  const adresse = decodeURIComponent(pfad);
  const geprueft: readonly (readonly [fehlt: boolean, mangel: string])[] = [
    [kopf.get('content-type')?.startsWith('text/html') !== true, 'ist keine Seite'],
    [bytes > HOECHSTENS_BYTES, `hat ${String(bytes)} Bytes`],
    [!csp.startsWith("default-src 'none'") || csp.includes('unsafe'), `hat die Regel „${csp}“`],
    [!/<html[^>]* lang="de"/u.test(html), 'sagt ihre Sprache nicht'],
    [ueberschriften(html) !== 1, `hat ${String(ueberschriften(html))} Hauptüberschriften`],
    [titel.trim() === '' || titel === '– Lotse', 'hat keinen Titel'],
    ...namen.flatMap((name): [boolean, string][] => [
      [titel.includes(name), 'nennt jemanden im Titel'],
      [adresse.includes(name), 'nennt jemanden in der Adresse'],
    ]),
  ];
  return geprueft.flatMap(([fehlt, mangel]) => (fehlt ? [mangel] : []));
}

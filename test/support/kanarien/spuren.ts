import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { mitAkteur } from '../../../db/client.ts';
import type { Nutzlastschutz } from '../../../temporal/einstellung.ts';
import { oeffne } from '../../../temporal/nutzlast.ts';
import type { Postsendung } from '../../../tools/lokal/postfach.ts';
import type { Stand } from '../../../tools/probehaus/stand.ts';
import { nutzlastenIn } from '../nutzlasten.ts';
import { markenIn, type Markenbuch } from './marken.ts';

/** Places where nothing of a person may stand, each with all that stands there. */
export type Spuren = Readonly<Record<string, string>>;

/** Everything that was logged, addressed or counted while the engine ran. */
export type Mitschrift = {
  readonly api: readonly string[];
  readonly worker: readonly string[];
  readonly adressen: readonly string[];
  /** Titles, places to go on to and headers of pages. */
  readonly seiten: readonly string[];
  readonly metriken: string;
};

const alsText = (daten: Uint8Array | null | undefined): string => Buffer.from(daten ?? []).toString('utf8');

/** JSON of what the SDK gives: bytes as the text they are, long integers as numbers. */
const alsJson = (wert: unknown): string =>
  JSON.stringify(wert, (_, teil: unknown) => (teil instanceof Uint8Array ? alsText(teil) : teil));

function entschluesselt(wert: unknown, schutz: Nutzlastschutz): string {
  return nutzlastenIn(wert)
    .map((nutzlast) => {
      const klar = schutz === null ? 'klartext' : oeffne(nutzlast, null, schutz.bund);
      return alsText((typeof klar === 'string' ? nutzlast : klar).data);
    })
    .join('\n');
}

/** Every workflow the server knows: its whole history as it is kept and decoded, and what lists and details show of it. */
async function temporalspuren({ client }: Stand, schutz: Nutzlastschutz): Promise<Spuren> {
  const [roh, klar, sicht]: [string[], string[], string[]] = [[], [], []];
  for await (const eintrag of client.workflow.list()) {
    const { workflowId, runId, raw } = eintrag;
    const historie = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    roh.push(alsJson(historie));
    klar.push(entschluesselt(historie, schutz));
    sicht.push(alsJson(raw), entschluesselt(raw, schutz));
  }
  for await (const plan of client.schedule.list()) sicht.push(alsJson(plan));
  return {
    'Historie, entschlüsselt': klar.join('\n'),
    'Historie, wie gespeichert': roh.join('\n'),
    Sichtbarkeit: sicht.join('\n'),
  };
}

/** The files of the server: what a backup of Temporal's database holds. */
async function dateien(dbDatei: string): Promise<string> {
  const teile = ['', '-wal'].map((ende) => readFile(`${dbDatei}${ende}`, 'latin1').catch(() => ''));
  return (await Promise.all(teile)).join('\n');
}

/** Rows of the outbox with all their metadata; the rows of the inbox are what they announce. */
async function postausgang({ db }: Stand): Promise<string> {
  const zeilen = await mitAkteur(db, { system: 'wartung' }, (tx) =>
    tx.execute<{ zeile: string }>(sql`select a::text as zeile from ausgang a`),
  );
  return zeilen.map(({ zeile }) => zeile).join('\n');
}

/** Mails without the address they go to, which names who gets them. */
const post = (mails: readonly Postsendung[]): string =>
  mails.map(({ roh, an }) => an.reduce((text, adresse) => text.replaceAll(adresse, ''), roh)).join('\n');

/** Collects all of it. */
export async function sammle(
  stand: Stand,
  { schutz, dbDatei, ...mit }: Mitschrift & { readonly schutz: Nutzlastschutz; readonly dbDatei: string },
): Promise<Spuren> {
  return {
    ...(await temporalspuren(stand, schutz)),
    'Datenbank von Temporal': await dateien(dbDatei),
    'Protokoll der API': mit.api.join(''),
    'Protokoll des Workers': mit.worker.join(''),
    Metriken: await (await fetch(`http://${mit.metriken}/metrics`)).text(),
    Adressen: mit.adressen.join('\n'),
    Seiten: mit.seiten.join('\n'),
    Mails: post(stand.postfach.nachrichten()),
    Postausgang: await postausgang(stand),
  };
}

/** Where which sign stands that must not; empty is what we want. */
export function treffer(spuren: Spuren, buch: Markenbuch): string[] {
  return Object.entries(spuren).flatMap(([ort, text]) => {
    const felder = new Set(markenIn(text, buch).map(({ feld }) => feld));
    return [...felder].map((feld) => `${ort}: ${feld}`);
  });
}

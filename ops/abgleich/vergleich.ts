import { isDeepStrictEqual } from 'node:util';
import { setTimeout as warte } from 'node:timers/promises';
import { mitAkteur } from '../../db/client.ts';
import type { Anfang, Stand } from '../../domain/vorgang/aggregat.ts';
import { BedienFehler } from '../bedienfehler.ts';
import type { Laufauskunft } from '../../activities/laufauskunft.ts';
import { frageLauf } from '../ablauf.ts';
import { liesAkte, type Akte } from '../../activities/aufzeichnung/akte.ts';
import type { Opsmittel } from '../mittel.ts';

/** What the comparison of record and workflow has found. */
export type Befund = {
  readonly akte: Akte;
  readonly lauf: Laufauskunft | null;
  /** One German sentence each, without personal data; empty when both agree. */
  readonly unterschiede: readonly string[];
};

type Zustand = Anfang | Stand;

/** Names of the top-level fields in which two states differ. */
function felder(eines: Zustand, anderes: Zustand): string[] {
  const links = new Map<string, unknown>(Object.entries(eines));
  const rechts = new Map<string, unknown>(Object.entries(anderes));
  const namen = new Set([...links.keys(), ...rechts.keys()]);
  return [...namen].filter((feld) => !isDeepStrictEqual(links.get(feld), rechts.get(feld))).sort();
}

function vergleiche(was: string, akte: Zustand, anderer: Zustand): string[] {
  const abweichend = felder(akte, anderer);
  if (abweichend.length === 0) return [];
  const saetze = [`${was}: abweichende Felder ${abweichend.join(', ')}.`];
  if (akte.sequenz !== anderer.sequenz)
    saetze.unshift(`${was}: letzte Sequenz ${String(anderer.sequenz)}, in der Akte ${String(akte.sequenz)}.`);
  if (akte.zustand !== anderer.zustand)
    saetze.unshift(`${was}: Zustand ${anderer.zustand}, in der Akte ${akte.zustand}.`);
  return saetze;
}

function unterschiede(akte: Akte, lauf: Laufauskunft | null): string[] {
  const { gefaltet, erwartet, stand, letzteSequenz, angehaltenSeit, abgeschlossen } = akte;
  const gefunden = vergleiche('Gespeicherter Stand', erwartet, stand);
  if (letzteSequenz !== gefaltet.sequenz)
    gefunden.push(`Akte: letztes Ereignis ${String(letzteSequenz)}, gefaltet ${String(gefaltet.sequenz)}.`);
  if (angehaltenSeit !== null) gefunden.push(`Akte: angehalten seit ${angehaltenSeit} (V-76).`);
  if (lauf === null) {
    if (!abgeschlossen) gefunden.push('Workflow: läuft nicht, obwohl noch Fristen offen sind.');
    return gefunden;
  }
  gefunden.push(...vergleiche('Workflow', gefaltet, lauf.ablauf.stand));
  if (lauf.ablauf.angehalten) gefunden.push('Workflow: angehalten, nimmt keine Befehle an (V-76).');
  return gefunden;
}

async function lies({ db, client }: Opsmittel, id: string): Promise<Befund> {
  const akte = await mitAkteur(db, { system: 'wartung' }, (tx) => liesAkte(tx, id));
  if (akte === null)
    throw new BedienFehler(`Einen Vorgang ${id} gibt es in der Akte nicht.`, 'Prüfen Sie die Kennung.');
  const lauf = await frageLauf(client, akte.bezug);
  return { akte, lauf, unterschiede: unterschiede(akte, lauf) };
}

/**
 * Compares the record with the running workflow. A command in flight looks like a difference for a moment, so a
 * difference is looked at twice.
 * @throws BedienFehler when there is no such Vorgang, or when the workflow does not answer
 */
export async function gleicheAb(mittel: Opsmittel, id: string): Promise<Befund> {
  const befund = await lies(mittel, id);
  if (befund.unterschiede.length === 0) return befund;
  await warte(1_000);
  return lies(mittel, id);
}

/** What the comparison says, line by line. */
export function erzaehle({ akte, lauf, unterschiede: gefunden }: Befund): string {
  const { gefaltet, titel, letzteSequenz } = akte;
  const ablauf = lauf?.ablauf;
  const laufend =
    ablauf === undefined
      ? 'läuft nicht'
      : `Zustand ${ablauf.stand.zustand}, Sequenz ${String(ablauf.stand.sequenz)}, wartende Befehle ${String(ablauf.wartendeBefehle)}`;
  return [
    titel,
    `  Akte      Zustand ${gefaltet.zustand}, Sequenz ${String(letzteSequenz)}`,
    `  Workflow  ${laufend}`,
    ...(gefunden.length === 0 ? ['Akte und Workflow stimmen überein.'] : gefunden.map((satz) => `- ${satz}`)),
  ].join('\n');
}

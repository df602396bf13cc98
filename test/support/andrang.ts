import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { asc, eq } from 'drizzle-orm';
import { mitAkteur } from '../../db/client.ts';
import { befehl, fallEreignis } from '../../db/schema/index.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { evolve } from '../../domain/fall/evolve.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import type { Pruefapi } from '../../tools/probehaus/api.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { frage, type Stand } from '../../tools/probehaus/stand.ts';
import { heute } from './heute.ts';

export type Antwort = {
  readonly schluessel: string;
  readonly status: number;
  readonly rumpf: Record<string, unknown>;
};
type Wer = 'pap' | 'fm' | 'tl';

/** One write over HTTP. An unknown outcome (503) is repeated with the same key, as the API asks for. */
export async function schreibe(
  api: Pruefapi,
  wer: Wer,
  was: { pfad: string; rumpf: unknown; schluessel?: string; wiederhole?: boolean },
): Promise<Antwort> {
  const schluessel = was.schluessel ?? randomUUID();
  for (;;) {
    const antwort = await fetch(`${api.url}${was.pfad}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await api.token(PERSONAL[wer])}`,
        'content-type': 'application/json',
        'idempotency-key': schluessel,
      },
      body: JSON.stringify(was.rumpf),
    });
    const rumpf = (await antwort.json()) as Record<string, unknown>;
    if (antwort.status !== 503 || was.wiederhole !== true)
      return { schluessel, status: antwort.status, rumpf };
  }
}

/** A case that has just been assigned; the answer of its opening. */
export async function zugeordneterFall(stand: Stand, api: Pruefapi, marke: string): Promise<string> {
  const person = await legePersonAn(stand.db, marke);
  const rumpf = { person, gruende: 'Mit der Person besprochen.', erlaeutertAm: heute() };
  const { rumpf: eroeffnet } = await schreibe(api, 'pap', {
    pfad: '/api/v1/faelle',
    rumpf,
    wiederhole: true,
  });
  const fallId = String(eroeffnet['fallId']);
  const zuordnung = {
    pfad: `/api/v1/faelle/${fallId}/zuordnung`,
    rumpf: { fm: PERSONAL.fm },
    wiederhole: true,
  };
  await schreibe(api, 'tl', zuordnung);
  return fallId;
}

/** Sends 60 commands at once: 40 contacts that all fit, 20 appointments of which one can win. */
export async function sechzigAufEinmal(
  api: Pruefapi,
  fallId: string,
  wiederhole: boolean,
): Promise<Antwort[]> {
  const kontakt = {
    pfad: `/api/v1/faelle/${fallId}/kontakte`,
    rumpf: { status: 'nicht_erschienen' },
    wiederhole,
  };
  const termin = {
    pfad: `/api/v1/faelle/${fallId}/uebernahmegespraech/termin`,
    rumpf: { termin: heute() },
    wiederhole,
  };
  return Promise.all(
    Array.from({ length: 60 }, (_, nr) => schreibe(api, 'fm', nr % 3 === 0 ? termin : kontakt)),
  );
}

/** What one answer claims and the record denies; `sequenzen` are the events its command recorded. */
function widerspruch({ status, rumpf }: Antwort, sequenzen: readonly number[]): string[] {
  if (status === 200) {
    if (sequenzen.length === 0) return ['bejaht, aber nicht aufgezeichnet'];
    return sequenzen.at(-1) === rumpf['sequenz'] ? [] : ['bejaht, aber anders aufgezeichnet'];
  }
  if (status !== 409) return ['unerwarteter Ausgang'];
  if (sequenzen.length > 0) return ['abgelehnt, aber aufgezeichnet'];
  return typeof rumpf['regel'] === 'string' ? [] : ['Ablehnung ohne Regel'];
}

/** Everything in which the answers, PostgreSQL and the workflow contradict each other; empty when all agree. */
export async function widersprueche(
  stand: Stand,
  fallId: string,
  antworten: readonly Antwort[],
): Promise<string[]> {
  const { ereignisse, befehle } = await mitAkteur(stand.db, { system: 'wartung' }, async (tx) => ({
    ereignisse: await tx
      .select()
      .from(fallEreignis)
      .where(eq(fallEreignis.vorgangId, fallId))
      .orderBy(asc(fallEreignis.sequenz)),
    befehle: await tx.select().from(befehl).where(eq(befehl.fallId, fallId)),
  }));
  const funde: string[] = [];
  if (ereignisse.some((e, stelle) => e.sequenz !== stelle + 1))
    funde.push('Lücke in der Folge der Ereignisse');
  for (const antwort of antworten) {
    const befehlId = befehle.find((b) => b.schluessel === antwort.schluessel)?.befehlId;
    const sequenzen = ereignisse.filter((e) => e.befehlId === befehlId).map((e) => e.sequenz);
    funde.push(...widerspruch(antwort, sequenzen).map((satz) => `${satz}: ${JSON.stringify(antwort)}`));
  }
  const { stand: fall } = await frage(stand.client, fallId);
  const gefaltet = ereignisse.reduce<Fall>((f, e) => evolve(f, e.daten as Ereignis), {
    zustand: 'neu',
    fallId,
    sequenz: 0,
  });
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(gefaltet)), fall))
    funde.push('Workflow und PostgreSQL sind uneins');
  return funde;
}

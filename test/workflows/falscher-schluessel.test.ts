import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { datenumwandlung } from '../../temporal/datenumwandlung.ts';
import { starteApi, type Pruefapi } from '../../tools/probehaus/api.ts';
import { leiseLaufzeit } from '../../tools/probehaus/laufzeit.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';
import { neuerSchluessel, schutzMit } from '../support/nutzlasten.ts';

const [ALT, NEU] = [neuerSchluessel('alt'), neuerSchluessel('neu')];
const ALARM = 'Temporal antwortet unlesbar';
type Eingabe = { readonly person: string; readonly schluessel: string };
type Ergebnis = { readonly status: number; readonly koerper: Record<string, unknown> };

describe('API und Worker haben verschiedene Schlüssel: ein Satz statt eines Fehlers (S5)', () => {
  let stand: Stand;
  let halt: () => Promise<void>;
  const zeilen: string[] = [];
  const laufende: Pruefapi[] = [];

  beforeAll(async () => {
    leiseLaufzeit();
    stand = await baueStand({ temporal: await echtzeitserver(), schutz: schutzMit([NEU, ALT]) });
    halt = await stand.starteWorker();
  });
  afterAll(async () => {
    for (const api of laufende) await api.stop();
    await halt();
    await stand.beende();
  });

  /** An API that writes and reads with these keys. */
  async function apiMit(...schluessel: string[]): Promise<Pruefapi> {
    const dataConverter = datenumwandlung(schutzMit(schluessel), 'client');
    const client = new Client({ connection: stand.temporal.connection, dataConverter });
    const log = pino({ level: 'info' }, { write: (zeile) => void zeilen.push(zeile) });
    const { apiDb: db, tresor } = stand;
    const api = await starteApi({ db, tresor, client, uhr: systemuhr, wartezeitMs: 10_000, log });
    laufende.push(api);
    return api;
  }

  async function rufe(api: Pruefapi, pfad: string, neu?: Eingabe): Promise<Ergebnis> {
    const antwort = await fetch(`${api.url}/api/v1/faelle${pfad}`, {
      method: neu === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: `Bearer ${await api.token(PERSONAL.pap)}`,
        ...(neu === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Idempotency-Key': neu.schluessel }),
      },
      ...(neu === undefined ? {} : { body: JSON.stringify({ person: neu.person, gruende: 'Besprochen.' }) }),
    });
    return { status: antwort.status, koerper: (await antwort.json()) as Record<string, unknown> };
  }

  it('die API hat einen fremden Schlüssel: 503 mit Satz und Alarm; mit dem richtigen gilt derselbe Schlüssel der Eingabe', async () => {
    const person = await legePersonAn(stand.db, 'fremder-schluessel');
    const eingabe = { person, schluessel: randomUUID() };
    const api = await apiMit(neuerSchluessel('fremd'));
    expect(await rufe(api, '', eingabe)).toMatchObject({
      status: 503,
      koerper: {
        code: 'NICHT_ERREICHBAR',
        detail: expect.stringContaining('kann die Antwort gerade nicht lesen') as unknown,
      },
    });
    expect(zeilen.filter((zeile) => zeile.includes(ALARM))).toHaveLength(1);
    expect(zeilen.join('')).not.toContain('Unerwarteter Fehler');
    expect(await rufe(await apiMit(NEU, ALT), '', eingabe)).toMatchObject({
      status: 201,
      koerper: { zustand: 'vorgemerkt' },
    });
  });

  it('der API fehlt nur der neue: was der Worker aufgezeichnet hat, gilt; der Ablauf selbst ist 503', async () => {
    const person = await legePersonAn(stand.db, 'alter-schluessel');
    zeilen.length = 0;
    const api = await apiMit(ALT);
    const { status, koerper } = await rufe(api, '', { person, schluessel: randomUUID() });
    expect({ status, koerper }).toMatchObject({ status: 201, koerper: { zustand: 'vorgemerkt' } });
    const fall = String(koerper['fallId']);
    expect(await rufe(api, `/${fall}/ablauf`)).toMatchObject({
      status: 503,
      koerper: { code: 'NICHT_ERREICHBAR' },
    });
    expect(zeilen.filter((zeile) => zeile.includes(ALARM))).toHaveLength(2);
    // Control: with both keys the same question is answered.
    expect((await rufe(await apiMit(NEU, ALT), `/${fall}/ablauf`)).status).toBe(200);
  });
});

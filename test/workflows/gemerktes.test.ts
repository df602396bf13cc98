import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur, oeffneDatenbank, type Datenbank, type Transaktion } from '../../db/client.ts';
import * as t from '../../db/schema/index.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { starteApi, type Pruefapi } from '../../tools/probehaus/api.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';
import { schreibe, zugeordneterFall } from '../support/andrang.ts';
import { heute } from '../support/heute.ts';
import { arbeitet, starteWorkerprozess } from '../support/workerprozess.ts';

const NEUE_TL = randomUUID();
/** So many cases after a change that each worker has recorded some. */
const RUNDEN = 2;

describe('was ein Prozess von den Stammdaten behält (Issue 14, 1; ADR 63)', () => {
  let stand: Stand;
  let apis: Pruefapi[];
  let banken: Datenbank[];
  let worker: ChildProcess[];

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    banken = [1, 2].map(() => oeffneDatenbank(stand.zugaenge.api, 5, 'anmeldung'));
    const { tresor, client } = stand;
    apis = await Promise.all(banken.map((db) => starteApi({ db, tresor, client, uhr: systemuhr })));
    worker = [1, 2].map(() => starteWorkerprozess(stand));
    await Promise.all(worker.map(arbeitet));
    // Everybody has read everything once.
    await jeApi(zugeordnet);
  });
  afterAll(async () => {
    for (const kind of worker) kind.kill('SIGKILL');
    await Promise.all(apis.map((api) => api.stop()));
    await Promise.all(banken.map((db) => db.schliesse()));
    await stand.beende();
  });

  const wartend = <T>(tue: (tx: Transaktion) => Promise<T>): Promise<T> =>
    mitAkteur(stand.db, { system: 'wartung' }, tue);
  const zugeordnet = (api: Pruefapi): Promise<string> => zugeordneterFall(stand, api, randomUUID());

  /** Through one API and the other, several times. */
  async function jeApi<T>(tue: (api: Pruefapi) => Promise<T>): Promise<T[]> {
    const ergebnisse: T[] = [];
    for (let runde = 0; runde < RUNDEN; runde += 1) for (const api of apis) ergebnisse.push(await tue(api));
    return ergebnisse;
  }

  async function liesStand(fallId: string): Promise<BestehenderFall> {
    const [zeile] = await wartend((tx) =>
      tx.select({ stand: t.fall.stand }).from(t.fall).where(eq(t.fall.id, fallId)),
    );
    if (zeile === undefined) throw new Error('Kein Fall');
    return zeile.stand;
  }

  it('ein Schließtag über die eine API gilt mit dem nächsten Befehl über jede', async () => {
    const [erste] = apis;
    if (erste === undefined) throw new Error('Keine API');
    const tag = plusTage(heute(), 30);
    const antwort = await fetch(`${erste.url}/api/v1/kalender/abweichungen`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await erste.token(PERSONAL.bereichsleitung)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ tag, frei: true, grund: 'Betriebsversammlung' }),
    });
    expect(antwort.status).toBe(201);
    for (const fallId of await jeApi(zugeordnet))
      expect((await liesStand(fallId)).kalender.abweichungen.map((a) => a.tag)).toContain(tag);
  });

  it('eine freigegebene Policy bekommt der nächste Fall, über welche API er auch beginnt', async () => {
    const [von, am] = [PERSONAL.bereichsleitung, systemuhr.jetzt()];
    await wartend(async (tx) => {
      const wahl = { basis: 'standard', aenderungen: {} } as const;
      await tx.insert(t.policyversion).values({ name: 'neu', wahl, gueltigAb: heute() });
      await tx.insert(t.policyfreigabe).values({ name: 'neu', urteil: 'freigegeben', von, am });
    });
    for (const fallId of await jeApi(zugeordnet))
      expect((await liesStand(fallId)).policy).toMatchObject({ version: 'neu' });
  });

  it('eine zweite Teamleitung bekommt die nächste Nachricht, eine abgelöste keine mehr, von jedem Worker', async () => {
    const mailsAn = (wer: string, fallId: string): Promise<unknown[]> =>
      wartend((tx) =>
        tx
          .select({ id: t.ausgang.id })
          .from(t.ausgang)
          .where(and(eq(t.ausgang.fallId, fallId), eq(t.ausgang.empfaenger, wer))),
      );
    await wartend(async (tx) => {
      const wer = { id: NEUE_TL, subjekt: NEUE_TL, anzeigename: 'Prüf Leitung', rolle: 'tl' } as const;
      await tx.insert(t.mitarbeitende).values({ ...wer, email: 'neu@jobcenter.example', teamId: TEAM });
      const verantwortung = { id: randomUUID(), mitarbeitendeId: NEUE_TL, teamId: TEAM };
      await tx.insert(t.teamverantwortung).values(verantwortung);
    });
    for (const fallId of await jeApi(zugeordnet)) expect(await mailsAn(NEUE_TL, fallId)).not.toEqual([]);
    await wartend((tx) =>
      tx.update(t.mitarbeitende).set({ rolle: 'pap' }).where(eq(t.mitarbeitende.id, NEUE_TL)),
    );
    for (const fallId of await jeApi(zugeordnet)) expect(await mailsAn(NEUE_TL, fallId)).toEqual([]);
  });

  it('wer ab heute fehlt, wird mit der nächsten Nachricht vertreten, und darf es über jede API', async () => {
    await wartend(async (tx) => {
      const mitglieder = [PERSONAL.fm, PERSONAL.fm2];
      const am = { erfasstAm: systemuhr.jetzt(), erfasstVon: PERSONAL.tl };
      const ring = { festgelegtAm: am.erfasstAm, festgelegtVon: am.erfasstVon };
      await tx.insert(t.vertretungsring).values({ teamId: TEAM, version: 1, mitglieder, ...ring });
      const zeit = { von: heute(), bis: plusTage(heute(), 5) };
      const fehlt = { id: randomUUID(), mitarbeitendeId: PERSONAL.fm, grund: 'geplant' } as const;
      await tx.insert(t.abwesenheit).values({ ...fehlt, ...zeit, ...am });
    });
    const faelle = await jeApi(zugeordnet);
    for (const fallId of faelle) {
      const zeilen = await wartend((tx) =>
        tx
          .select({ vertretung: t.eingang.vertretung })
          .from(t.eingang)
          .where(and(eq(t.eingang.fallId, fallId), eq(t.eingang.anPerson, PERSONAL.fm))),
      );
      expect(zeilen).not.toEqual([]);
      expect(new Set(zeilen.map(({ vertretung }) => vertretung))).toEqual(new Set([PERSONAL.fm2]));
    }
    for (const api of apis) {
      const konto = await api.konto(PERSONAL.fm2);
      expect(konto.vertritt.map(({ id }) => id)).toEqual([PERSONAL.fm]);
    }
  });

  it('wer seine Rolle verliert, darf es mit dem nächsten Befehl nicht mehr, über keine API', async () => {
    const [fallId = ''] = await jeApi(zugeordnet);
    await wartend((tx) =>
      tx.update(t.mitarbeitende).set({ rolle: 'pap' }).where(eq(t.mitarbeitende.id, PERSONAL.tl)),
    );
    const zuordnung = { pfad: `/api/v1/faelle/${fallId}/zuordnung`, rumpf: { fm: PERSONAL.fm2 } };
    for (const { status } of await jeApi((api) => schreibe(api, 'tl', zuordnung))) expect(status).toBe(403);
  });

  it('Kontrolle: legePersonAn und Vormerkungen ändern keine Stammdaten', async () => {
    const version = (): Promise<unknown> =>
      wartend((tx) => tx.select({ version: t.stammdatenstand.version }).from(t.stammdatenstand));
    const vorher = await version();
    await legePersonAn(stand.db, randomUUID());
    expect(await version()).toEqual(vorher);
  });
});

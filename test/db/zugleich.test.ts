import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { baueOberflaeche, type Oberflaeche } from './oberflaeche.ts';

const PAARE = 12;
const Angelegt = z.object({ id: z.uuid(), version: z.int() });

describe('Was es nur einmal geben darf, im selben Augenblick zweimal eingetragen (Eingabe 2)', () => {
  let a: Aufbau;
  let o: Oberflaeche;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    o = await baueOberflaeche(a);
  });
  afterAll(() => a.ende());

  const sende = async (
    methode: 'post' | 'patch',
    pfad: string,
    rumpf: object,
  ): Promise<{ readonly status: number; readonly inhalt: unknown }> => {
    const adresse = `/api/v1${pfad}`;
    const anfrage = methode === 'post' ? request(o.app).post(adresse) : request(o.app).patch(adresse);
    const antwort = await anfrage
      .set('Authorization', `Bearer ${o.tokens.get('bereichsleitung') ?? ''}`)
      .set('Idempotency-Key', randomUUID())
      .send(rumpf);
    return { status: antwort.status, inhalt: antwort.body };
  };
  const lege = async (pfad: string, rumpf: object): Promise<string> =>
    Angelegt.parse((await sende('post', pfad, rumpf)).inhalt).id;
  const konto = (): Promise<string> =>
    lege('/mitarbeitende', {
      anzeigename: 'Demo Zugleich',
      email: 'zugleich@jobcenter.example',
      rolle: 'fm',
      team: TEAM,
      subjekt: randomUUID(),
    });
  const team = (): Promise<string> =>
    lege('/teams', { kennzeichen: randomUUID().slice(0, 12), art: 'vermittlung', land: 'HB' });

  it.each([
    ['eine Anmeldung', konto, (id: string) => ['post', `/mitarbeitende/${id}/anmeldung`, 'subjekt'] as const],
    ['ein Organisationszeichen', team, (id: string) => ['patch', `/teams/${id}`, 'kennzeichen'] as const],
  ])('%s: eines gilt, das andere ist 409 und nennt den Grund', async (_, anlegen, aufruf) => {
    for (let paar = 0; paar < PAARE; paar += 1) {
      const wert = randomUUID().slice(0, 12);
      const beide = [await anlegen(), await anlegen()].map((id) => {
        const [methode, pfad, feld] = aufruf(id);
        return sende(methode, pfad, { version: 1, [feld]: wert });
      });
      const [eine, andere] = (await Promise.all(beide)).sort((x, y) => x.status - y.status);
      expect([200, 201]).toContain(eine?.status);
      expect(andere).toMatchObject({ status: 409, inhalt: { code: 'BEREITS_VORHANDEN' } });
    }
  });
});

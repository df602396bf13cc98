import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { hiesigerOrt } from '../../web/kern/herkunft.ts';
import { kekseFuer } from '../../web/kern/kekse.ts';

async function gesetzt(adresse: string): Promise<string[]> {
  const app = express();
  const kekse = kekseFuer(adresse);
  app.get('/', (_, res) => {
    kekse.setzeSitzung(res, 'geheim');
    kekse.setzeAnmeldung(res, '{"state":"a;b"}');
    res.end();
  });
  const { headers } = await request(app).get('/');
  return [headers['set-cookie'] ?? []].flat();
}

async function gelesen(keks: string): Promise<string | null> {
  const app = express();
  app.get('/', (req, res) => {
    res.json({ wert: kekseFuer('https://lotse.example').anmeldung(req) });
  });
  const antwort = await request(app).get('/').set('Cookie', keks);
  return (antwort.body as { wert: string | null }).wert;
}

describe('Kekse des Arbeitsplatzes (ADR 62, ASVS V3.3)', () => {
  it('über TLS: nur für diesen Rechner, nur verschlüsselt, für kein Skript, nicht von fremden Seiten', async () => {
    const alle = await gesetzt('https://lotse.example');
    expect(alle).toHaveLength(2);
    for (const keks of alle) {
      expect(keks).toMatch(/^__Host-lotse(?:-anmeldung)?=/u);
      for (const merkmal of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(keks).toContain(merkmal);
      expect(keks).not.toContain('Domain');
    }
    // The session ends with the browser, too; the way to the provider after ten minutes.
    expect(alle.map((keks) => keks.includes('Max-Age=600'))).toEqual([false, true]);
  });

  it('auf diesem Gerät ohne TLS: ohne Secure, sonst gleich', async () => {
    for (const keks of await gesetzt('http://127.0.0.1:7400')) {
      expect(keks).toMatch(/^lotse/u);
      expect(keks).not.toContain('Secure');
      expect(keks).toContain('HttpOnly');
    }
  });

  it('liest zurück, was gesetzt war, und von einem Keks anderen Namens nichts', async () => {
    const [, anmeldung = ''] = await gesetzt('https://lotse.example');
    expect(await gelesen(anmeldung.split(';')[0] ?? '')).toBe('{"state":"a;b"}');
    expect(await gelesen('lotse-anmeldung=x; andere__Host-lotse-anmeldung=y')).toBeNull();
    expect(await gelesen('__Host-lotse-anmeldung=%E0%A4%A')).toBeNull();
  });
});

describe('Wohin es nach der Anmeldung geht (ASVS V3.7.2)', () => {
  it.each([
    ['/faelle/1?sortierung=zustand', '/faelle/1?sortierung=zustand'],
    [null, '/'],
    ['https://fremd.example/', '/'],
    ['//fremd.example/', '/'],
    ['/\\fremd.example', '/'],
    ['/a\\..\\b', '/'],
    ['faelle', '/'],
    ['/\n/fremd.example', '/'],
  ])('%s führt nach %s', (ort, ziel) => {
    expect(hiesigerOrt(ort)).toBe(ziel);
  });
});

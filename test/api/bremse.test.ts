import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GRENZEN, type Grenzen } from '../../api/kern/bremse.ts';
import { problemSchema } from '../../api/kern/problem.ts';
import { OHNE_GRENZEN } from '../../tools/probehaus/api.ts';
import { ROUTEN } from '../../api/routen.ts';
import { pruefling, type Pruefling } from './anwendung.ts';

const LEERE_SEITE = () => Promise.resolve({ rumpf: { eintraege: [], gesamt: 0, limit: 50, offset: 0 } });

/** One limit is small, every other out of reach, so that a refusal has one cause. */
async function mit(eng: Partial<Grenzen>, vertrauteProxys = 0): Promise<Pruefling> {
  const eigene = { 'get /api/v1/faelle': LEERE_SEITE };
  return pruefling(eigene, { grenzen: { ...OHNE_GRENZEN, ...eng }, vertrauteProxys });
}

type Wunsch = { readonly wer?: string; readonly von?: string; readonly pfad?: string };

/** Asks as somebody (or with no valid token) from an address the proxy before the API has seen. */
async function frage(
  { app, aussteller }: Pruefling,
  { wer, von = '192.0.2.1', pfad = '/api/v1/ich' }: Wunsch,
): Promise<request.Response> {
  const token = wer === undefined ? 'a.b.c' : await aussteller.token(wer);
  return request(app).get(pfad).set('Authorization', `Bearer ${token}`).set('X-Forwarded-For', von);
}

async function stati(p: Pruefling, wuensche: readonly Wunsch[]): Promise<number[]> {
  const antworten: number[] = [];
  for (const wunsch of wuensche) antworten.push((await frage(p, wunsch)).status);
  return antworten;
}

const mal = (n: number, wunsch: Wunsch): Wunsch[] => Array.from({ length: n }, () => wunsch);

describe('Grenzen der Anfragen (S10, ASVS V2.4.1)', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('je Konto, gleich von welcher Adresse; andere Konten derselben Adresse nicht', async () => {
    const p = await mit({ jeKonto: 2 }, 1);
    const adressen = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((von) => ({ wer: 'fm', von }));
    expect(await stati(p, adressen)).toEqual([200, 200, 429]);
    expect(await stati(p, [{ wer: 'pap', von: '192.0.2.3' }])).toEqual([200]);
  });

  it('je Adresse, gleich welches Konto, auch ohne Anmeldung und für Adressen, die es nicht gibt', async () => {
    const p = await mit({ jeAdresse: 3 }, 1);
    const wuensche = [{ wer: 'fm' }, { wer: 'pap' }, { pfad: '/api/v1/nichts' }, { wer: 'tl' }, {}];
    expect(await stati(p, wuensche)).toEqual([200, 200, 404, 429, 429]);
    expect(await stati(p, [{ wer: 'fm', von: '192.0.2.2' }])).toEqual([200]);
  });

  it('aufwendige Routen haben ihre eigene, engere Grenze', async () => {
    const p = await mit({ aufwendigJeKonto: 1 });
    const liste = { wer: 'fm', pfad: '/api/v1/faelle' };
    expect(await stati(p, [liste, liste, { wer: 'fm' }])).toEqual([200, 429, 200]);
  });

  it('gescheiterte Anmeldungen zählen je Adresse; ein gültiges Token dort kommt weiter durch', async () => {
    const p = await mit({ fehlanmeldungenJeAdresse: 2 }, 1);
    // Without an account is a failed sign-in, too.
    expect(await stati(p, [{}, { wer: 'unbekannt' }, {}, { wer: 'unbekannt' }])).toEqual([
      401, 403, 429, 429,
    ]);
    expect(await stati(p, [{ wer: 'fm' }, { von: '192.0.2.2' }])).toEqual([200, 401]);
  });

  it('eine Absage ist ein Problem mit deutschem Satz und Retry-After, nach einer Minute geht es weiter', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const p = await mit({ jeKonto: 1 });
    expect((await frage(p, { wer: 'fm' })).status).toBe(200);
    vi.setSystemTime(Date.now() + 20_000);
    const antwort = await frage(p, { wer: 'fm' });
    expect(problemSchema.parse(antwort.body)).toMatchObject({
      status: 429,
      code: 'ZU_VIELE_ANFRAGEN',
      detail: 'Zu viele Anfragen; bitte warten Sie eine Minute.',
    });
    expect(antwort.headers['retry-after']).toBe('40');
    vi.setSystemTime(Date.now() + 41_000);
    expect((await frage(p, { wer: 'fm' })).status).toBe(200);
    const zeile = p.protokoll.find((eine) => eine.includes('ZU_VIELE_ANFRAGEN'));
    expect(JSON.parse(zeile ?? '{}')).toMatchObject({ status: 429, konto: expect.any(String) as unknown });
  });

  it('ohne vertrauten Proxy hilft ein erfundenes X-Forwarded-For nicht, mit einem zählt nur dessen Angabe', async () => {
    const erfunden = ['198.51.100.1', '198.51.100.2', '198.51.100.3'].map((von) => ({ wer: 'fm', von }));
    expect(await stati(await mit({ jeAdresse: 2 }), erfunden)).toEqual([200, 200, 429]);
    const angehaengt = erfunden.map(({ wer, von }) => ({ wer, von: `${von}, 192.0.2.9` }));
    expect(await stati(await mit({ jeAdresse: 2 }, 1), angehaengt)).toEqual([200, 200, 429]);
    // Control: addresses the proxy itself has seen are counted apart.
    expect(await stati(await mit({ jeAdresse: 2 }, 1), erfunden)).toEqual([200, 200, 200]);
  });

  it('Gesundheit ist nie begrenzt: ein Prozess unter Last wird nicht für tot gehalten', async () => {
    const p = await mit({ jeAdresse: 1 });
    expect(await stati(p, mal(5, { pfad: '/livez' }))).toEqual([200, 200, 200, 200, 200]);
    expect(await stati(p, [{ pfad: '/readyz' }, { pfad: '/api/v1/docs' }, { pfad: '/readyz' }])).toEqual([
      200, 200, 200,
    ]);
    expect(await stati(p, [{ pfad: '/api/v1/docs' }])).toEqual([429]);
  });

  it('auch wer nicht darf, wird gezählt', async () => {
    const p = await mit({ jeKonto: 1 });
    const schreibe = async (): Promise<number> => {
      const token = await p.aussteller.token('fm');
      const anfrage = request(p.app).post('/api/v1/faelle').set('Authorization', `Bearer ${token}`);
      return (await anfrage.set('Idempotency-Key', randomUUID()).send({})).status;
    };
    expect([await schreibe(), await schreibe()]).toEqual([403, 429]);
  });

  it('die Vorgaben lassen ein Haus arbeiten und keine Anmeldung raten', () => {
    expect(GRENZEN.fehlanmeldungenJeAdresse).toBeLessThan(GRENZEN.aufwendigJeKonto);
    expect(GRENZEN.aufwendigJeKonto).toBeLessThan(GRENZEN.jeKonto);
    expect(GRENZEN.jeKonto).toBeLessThan(GRENZEN.jeAdresse);
  });

  it('jede Liste, jede Suche, jeder Auszug und jeder Notzugriff ist aufwendig', () => {
    const gesucht =
      /^(?:get \/api\/v1\/arbeitslisten\/|get \/api\/v1\/(?:faelle|personen)$|post \/api\/v1\/zugriffe$|.*\/(?:suche|vorschlaege|migrationen|protokoll|auskunft)$)/u;
    const namen = ROUTEN.map((r) => ({
      op: `${r.methode} ${r.pfad}`,
      aufwendig: r.aufwendig === true,
    }));
    const erwartet = namen.filter(({ op }) => gesucht.test(op));
    expect(erwartet.length).toBeGreaterThan(10);
    expect(erwartet.filter(({ aufwendig }) => !aufwendig)).toEqual([]);
  });
});

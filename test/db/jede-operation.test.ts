import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { pfadVon as pfadDesBefehls } from '../../api/befehle/routen.ts';
import { AKTENTAGE, tageDerBeschreibung, tatsachenIn } from '../support/aktentage.ts';
import { mitAttrappen } from '../support/attrappen.ts';
import { ROUTEN } from '../../api/routen.ts';
import { ABLAEUFE } from '../support/operationen/alle.ts';
import { beobachteListen, beobachteProtokoll, maengel, type Vermerk } from '../support/leseprotokoll.ts';
import { bedienung, HEUTE, pfadVon, type Antwort, type Aufruf } from '../support/operationen/bedienung.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { baueOberflaeche, type Oberflaeche } from './oberflaeche.ts';

/** Every id in capitals, as other systems write them (Nachtrag 11.4); the answers have to be the same. */
const grossgeschrieben = (text: string): string =>
  text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, (id) => id.toUpperCase());

const MORGEN = '2026-12-02';

/** Needs a running workflow; succeeds in test/workflows/api.test.ts. */
const MIT_TEMPORAL = ['get /api/v1/faelle/{fallId}/ablauf'];

/** By the table of the API: what has to leave a look at a list, and nothing else does. */
const LISTEN = new Set(
  ROUTEN.filter(({ spur }) => spur === 'liste').map(({ methode, pfad }) => `${methode} ${pfad}`),
);

/** Stories play every command with success (test/szenarien/deckung.test.ts); here is everything else. */
describe('jede Operation, die kein Befehl an einen Vorgang ist, gelingt', () => {
  let a: Aufbau;
  let app: Oberflaeche['app'];
  let tokens: Oberflaeche['tokens'];
  let neueEintraege: () => Promise<Vermerk[]>;
  const gelungen = new Set<string>();
  let neueListenblicke: () => Promise<number>;
  const protokollfehler: string[] = [];
  const spurfehler: string[] = [];
  const gepruefteTage = new Map<string, string>();

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    ({ app, tokens } = await baueOberflaeche(a));
    neueEintraege = beobachteProtokoll(a.db);
    neueListenblicke = beobachteListen(a.db);
  });
  afterAll(() => a.ende());

  async function frage({ wer, op, werte, rumpf }: Aufruf): Promise<Response> {
    const [methode = '', muster = ''] = op.split(' ');
    const anfragen = request(app);
    const kopf = anfragen[methode as 'get' | 'post' | 'patch'](grossgeschrieben(pfadVon(muster, werte)))
      .set('Authorization', `Bearer ${tokens.get(wer) ?? ''}`)
      .set('Idempotency-Key', randomUUID());
    return rumpf === undefined ? kopf : kopf.type('json').send(grossgeschrieben(JSON.stringify(rumpf)));
  }

  /** V-74: the same request about tomorrow. */
  async function versucheMorgen(aufruf: Aufruf): Promise<void> {
    for (const feld of tatsachenIn(aufruf.op)) {
      const antwort = await frage({ ...aufruf, rumpf: { ...aufruf.rumpf, [feld]: MORGEN } });
      const { regel } = antwort.body as { regel?: string };
      gepruefteTage.set(`${aufruf.op} ${feld}`, `${String(antwort.status)} ${regel ?? 'ohne Regel'}`);
    }
  }

  async function rufe(aufruf: Aufruf): Promise<Antwort> {
    const { op } = aufruf;
    await versucheMorgen(aufruf);
    await neueEintraege();
    await neueListenblicke();
    const antwort = await frage(aufruf);
    expect([200, 201], `${op}: ${JSON.stringify(antwort.body)}`).toContain(antwort.status);
    gelungen.add(op);
    const neu = await neueEintraege();
    protokollfehler.push(...maengel({ op, status: antwort.status, text: antwort.text, neu }));
    const blicke = await neueListenblicke();
    if (blicke !== (LISTEN.has(op) ? 1 : 0))
      spurfehler.push(`${op}: ${String(blicke)} Blicke auf eine Liste`);
    return antwort.body as Antwort;
  }

  it.each(Object.entries(ABLAEUFE))('%s', async (_, ablauf) => {
    await ablauf(bedienung(a, rufe));
  });

  it('keine Operation fehlt', () => {
    const befehle = new Set(VERTRAEGE.map((v) => `post ${pfadDesBefehls(v)}`));
    const alle = ROUTEN.map(({ methode, pfad }) => `${methode} ${pfad}`);
    const fehlt = alle.filter((op) => !befehle.has(op) && !MIT_TEMPORAL.includes(op) && !gelungen.has(op));
    expect(fehlt).toEqual([]);
  });

  it('V-74: kein Tag einer Akte fehlt in der Liste, und keine Tatsache liegt morgen', () => {
    const liste = Object.fromEntries(Object.entries(AKTENTAGE).map(([op, tage]) => [op, Object.keys(tage)]));
    expect(tageDerBeschreibung()).toEqual(liste);
    const soll = Object.keys(AKTENTAGE).flatMap((op) => tatsachenIn(op).map((feld) => `${op} ${feld}`));
    expect(Object.fromEntries(gepruefteTage)).toEqual(
      Object.fromEntries(soll.map((feld) => [feld, '422 V-74'])),
    );
  });

  it('jede Änderung und jeder Blick auf K3 bis K5 steht mit genau einem Eintrag im Protokoll (DS-29, S4)', () => {
    expect(protokollfehler).toEqual([]);
  });

  it('jede Liste, die Personen oder Fälle zeigt, hinterlässt genau einen Blick, alles andere keinen (DS-29)', () => {
    expect(LISTEN.size).toBe(13);
    expect(spurfehler).toEqual([]);
  });

  it('Kontrolle: ein Weg, der K3 zeigt und nichts vermerkt, fällt auf', async () => {
    const bisher = protokollfehler.length;
    const op = 'get /api/v1/personen/{personId}/einwilligungen';
    const routen = mitAttrappen({ [op]: () => Promise.resolve({ rumpf: [] }) });
    ({ app, tokens } = await baueOberflaeche(a, {}, { routen }));
    await rufe({ wer: 'fm', op, werte: { personId: randomUUID() } });
    expect(protokollfehler.slice(bisher)).toEqual([
      'get /api/v1/personen/{personId}/einwilligungen: gelesen ohne Eintrag',
    ]);
  });
});

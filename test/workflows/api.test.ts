import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbindeSpaeter } from '../../api/befehle/temporal.ts';
import { systemuhr } from '../../api/kern/uhr.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { starteApi, type Pruefapi } from '../../tools/probehaus/api.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';

const heute = ortstag(systemuhr.jetzt());

type Ergebnis = { status: number; koerper: Record<string, unknown>; ort: string | null };

describe('der Weg eines Befehls über HTTP (architecture.md 3)', () => {
  let stand: Stand;
  let api: Pruefapi;
  let haltWorker: () => Promise<void>;

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    haltWorker = await stand.starteWorker();
    api = await starteApi({
      db: stand.apiDb,
      tresor: stand.tresor,
      client: stand.client,
      uhr: systemuhr,
      wartezeitMs: 15_000,
    });
  });
  afterAll(async () => {
    await api.stop();
    await haltWorker();
    await stand.beende();
  });

  // eslint-disable-next-line max-params -- the key matters in one test of ten
  async function rufe(
    wer: keyof typeof PERSONAL,
    pfad: string,
    rumpf?: unknown,
    schluessel: string = randomUUID(),
  ): Promise<Ergebnis> {
    const header = {
      Authorization: `Bearer ${await api.token(PERSONAL[wer])}`,
      ...(rumpf === undefined ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': schluessel }),
    };
    const antwort = await fetch(`${api.url}${pfad}`, {
      method: rumpf === undefined ? 'GET' : 'POST',
      headers: header,
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    return {
      status: antwort.status,
      koerper: (await antwort.json()) as Record<string, unknown>,
      ort: antwort.headers.get('Location'),
    };
  }

  const vormerkung = (person: string): Record<string, unknown> => ({
    person,
    gruende: 'Mehrere Handlungsbedarfe, besprochen im Beratungsgespräch.',
    erlaeutertAm: heute,
  });

  it('eine Vormerkung öffnet den Fall, der danach mit Frist und Geschichte zu lesen ist', async () => {
    const person = await legePersonAn(stand.db, 'api-1');
    const { status, koerper, ort } = await rufe('pap', '/api/v1/faelle', vormerkung(person));
    expect({ status, koerper }).toMatchObject({
      status: 201,
      koerper: { zustand: 'vorgemerkt', fallnummer: `F-${heute.slice(0, 4)}-00001` },
    });
    const fall = await rufe('pap', ort ?? '');
    expect(fall).toMatchObject({
      status: 200,
      koerper: {
        zustand: 'vorgemerkt',
        fristen: [{ id: 'T-01', offen: true }],
        geschichte: [{ art: 'vorgemerkt', texte: [{ klasse: 'K2' }] }, {}],
      },
    });
    const ablauf = await rufe('tl', `${ort ?? ''}/ablauf`);
    expect(ablauf).toMatchObject({ status: 200, koerper: { zustand: 'vorgemerkt', wartendeBefehle: 0 } });
    const zuordnung = await rufe('tl', `${ort ?? ''}/zuordnung`, { fm: PERSONAL.fm });
    expect(zuordnung).toMatchObject({ status: 200, koerper: { zustand: 'zugeordnet' } });
  });

  it('R7: derselbe Schlüssel fünfmal zugleich öffnet einen Fall; anderer Inhalt ist 422', async () => {
    const person = await legePersonAn(stand.db, 'api-2');
    const schluessel = randomUUID();
    const alle = await Promise.all(
      [1, 2, 3, 4, 5].map(() => rufe('pap', '/api/v1/faelle', vormerkung(person), schluessel)),
    );
    expect(alle.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(alle.map(({ koerper }) => JSON.stringify(koerper))).size).toBe(1);
    const anders = await rufe(
      'pap',
      '/api/v1/faelle',
      { ...vormerkung(person), gruende: 'Etwas anderes.' },
      schluessel,
    );
    expect(anders).toMatchObject({ status: 422, koerper: { code: 'SCHLUESSEL_WIEDERVERWENDET' } });
    const zweiter = await rufe('pap', '/api/v1/faelle', vormerkung(person));
    expect(zweiter).toMatchObject({ status: 422, koerper: { regel: 'V-17' } });
  });

  it('eine Ablehnung nennt die Regel, bleibt am Schlüssel und hinterlässt keinen Entwurf', async () => {
    const person = await legePersonAn(stand.db, 'api-3');
    const { ort } = await rufe('pap', '/api/v1/faelle', vormerkung(person));
    const schluessel = randomUUID();
    const rumpf = {
      ergebnis: 'uebernahme',
      kriteriumB: { ergebnis: 'ja', begruendung: 'Professionelle Hilfe ist nötig.' },
    };
    const fremd = await rufe('fm', `${ort ?? ''}/zugangsentscheidung`, rumpf, schluessel);
    expect(fremd).toMatchObject({ status: 403, koerper: { code: 'NICHT_BERECHTIGT' } });
    await rufe('tl', `${ort ?? ''}/zuordnung`, { fm: PERSONAL.fm });
    const erste = await rufe('fm', `${ort ?? ''}/zugangsentscheidung`, rumpf, schluessel);
    expect(erste.status).toBe(409);
    const zweite = await rufe('fm', `${ort ?? ''}/zugangsentscheidung`, rumpf, schluessel);
    expect({ ...zweite.koerper, anfrage: '' }).toEqual({ ...erste.koerper, anfrage: '' });
    const { geschichte } = (await rufe('fm', ort ?? '')).koerper as {
      geschichte: { texte: { feld: string }[] }[];
    };
    const felder = geschichte.flatMap(({ texte }) => texte.map(({ feld }) => feld));
    expect(felder.filter((feld) => feld.startsWith('kriteriumB'))).toEqual([]);
  });

  it('ohne Worker ist der Ausgang unbekannt; derselbe Schlüssel führt später zum einen Ergebnis', async () => {
    const person = await legePersonAn(stand.db, 'api-4');
    await haltWorker();
    const kurz = await starteApi({
      db: stand.apiDb,
      tresor: stand.tresor,
      client: stand.client,
      uhr: systemuhr,
      wartezeitMs: 1_500,
    });
    const schluessel = randomUUID();
    const frage = async (): Promise<Response> =>
      fetch(`${kurz.url}/api/v1/faelle`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await kurz.token(PERSONAL.pap)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': schluessel,
        },
        body: JSON.stringify(vormerkung(person)),
      });
    const erste = await frage();
    expect([erste.status, erste.headers.get('Retry-After')]).toEqual([503, '5']);
    haltWorker = await stand.starteWorker();
    await expect.poll(async () => (await frage()).status, { timeout: 60_000 }).toBe(201);
    const einmal = (await (await frage()).json()) as { fallId: string };
    expect((await (await frage()).json()) as { fallId: string }).toEqual(einmal);
    await kurz.stop();
  });

  it('ein abgeschlossener Fall hat keinen Lauf mehr und lehnt trotzdem mit seinem Grund ab', async () => {
    const person = await legePersonAn(stand.db, 'api-5');
    const { ort } = await rufe('pap', '/api/v1/faelle', vormerkung(person));
    expect((await rufe('pap', `${ort ?? ''}/rueckzug`, { grund: 'Die Person ist umgezogen.' })).status).toBe(
      200,
    );
    await expect.poll(async () => (await rufe('pap', `${ort ?? ''}/ablauf`)).status).toBe(200);
    const beginn = performance.now();
    const spaeter = await rufe('tl', `${ort ?? ''}/zuordnung`, { fm: PERSONAL.fm });
    expect(spaeter).toMatchObject({ status: 409, koerper: { regel: 'TR07' } });
    expect(performance.now() - beginn).toBeLessThan(5_000);
  });

  it('30 Befehle zugleich an einen Fall, über den Laufwechsel hinweg: jeder wirkt genau einmal', async () => {
    const person = await legePersonAn(stand.db, 'api-6');
    const { ort } = await rufe('pap', '/api/v1/faelle', vormerkung(person));
    await rufe('tl', `${ort ?? ''}/zuordnung`, { fm: PERSONAL.fm });
    const alle = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const schluessel = randomUUID();
        const rumpf = { status: 'durchgefuehrt', art: 'telefon' };
        return Promise.all([1, 2].map(() => rufe('fm', `${ort ?? ''}/kontakte`, rumpf, schluessel)));
      }),
    );
    expect(
      new Set(
        alle
          .flat()
          .map(
            ({ status, koerper }) =>
              `${String(status)} ${typeof koerper['detail'] === 'string' ? koerper['detail'] : ''}`,
          ),
      ),
    ).toEqual(new Set(['200 ']));
    const { geschichte } = (await rufe('fm', ort ?? '')).koerper as { geschichte: { art: string }[] };
    expect(geschichte.filter(({ art }) => art === 'kontakt_erfasst')).toHaveLength(30);
  });

  it('ohne Temporal: Lesen geht weiter, Schreiben antwortet binnen Sekunden 503, der Schlüssel führt später zum Ergebnis', async () => {
    const person = await legePersonAn(stand.db, 'api-7');
    const tot = verbindeSpaeter({ address: '127.0.0.1:9' });
    const ohne = await starteApi({
      db: stand.apiDb,
      tresor: stand.tresor,
      client: new Client({ connection: tot }),
      uhr: systemuhr,
    });
    const header = { Authorization: `Bearer ${await ohne.token(PERSONAL.pap)}` };
    const schluessel = randomUUID();
    const beginn = performance.now();
    const schreiben = await fetch(`${ohne.url}/api/v1/faelle`, {
      method: 'POST',
      headers: { ...header, 'Content-Type': 'application/json', 'Idempotency-Key': schluessel },
      body: JSON.stringify(vormerkung(person)),
    });
    expect([schreiben.status, schreiben.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(performance.now() - beginn).toBeLessThan(5_000);
    expect((await fetch(`${ohne.url}/api/v1/faelle`, { headers: header })).status).toBe(200);
    const bereit = await fetch(`${ohne.url}/readyz`);
    expect([bereit.status, await bereit.json()]).toMatchObject([
      503,
      { teile: { datenbank: 'ok', schema: 'ok', temporal: 'fehlt' } },
    ]);
    await ohne.stop();
    await tot.close();
    expect(await rufe('pap', '/api/v1/faelle', vormerkung(person), schluessel)).toMatchObject({
      status: 201,
      koerper: { zustand: 'vorgemerkt' },
    });
  });
});

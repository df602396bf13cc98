import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meineFaelle, teamFristen } from '../../api/arbeitslisten/faelle.ts';
import { faelleabfrage, fristenabfrage, type Heuteansicht } from '../../api/arbeitslisten/formen.ts';
import { heuteroute } from '../../api/arbeitslisten/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { oeffneSeiten, type Seitenhaus } from '../support/seiten/haus.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

/** A case from before Lotse, with its Fallzugang and its last contact. */
const bestand = (fallzugangAm: string, kontaktAm: string) => ({
  vorgemerktAm: fallzugangAm,
  zuordnung: { am: fallzugangAm, fm: PERSONAL.fm },
  uebernahmegespraechAm: fallzugangAm,
  erstgespraechAm: fallzugangAm,
  fallzugangAm,
  vereinbarungenAm: [],
  kontakteAm: [kontaktAm],
  ueberpruefungenAm: [kontaktAm],
  standortgespraecheAm: [],
  feedbackAm: fallzugangAm,
});

describe('Heute der Teamleitung (Issue 15, K-43, T-08, T-10)', () => {
  let a: Aufbau;
  let tl: Konto;
  let haus: Seitenhaus;
  const lies = async (konto: Konto): Promise<Heuteansicht> =>
    frage(a.umgebung, heuteroute, { konto: { ...konto, am: a.umgebung.uhr.jetzt() } });

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    tl = await a.konto(PERSONAL.tl);
    const faelle = [];
    for (const [marke, zugang, kontakt] of [
      ['still', '2026-05-04', '2026-10-05'],
      ['bald', '2025-02-03', '2026-11-24'],
      ['frisch', '2026-09-01', '2026-11-24'],
    ] as const) {
      const person = await legePersonAn(a.db, `heute-${marke}`);
      const eingabe = { person, bestand: bestand(zugang, kontakt) };
      faelle.push(await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe }));
    }
    const [erster] = faelle;
    await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.execute(
        sql`update fall set auffaelligkeiten = '{kriterium_b,handlungsbedarfe}' where id = ${erster?.fallId ?? ''}`,
      ),
    );
    haus = await oeffneSeiten(a.umgebung);
  });
  afterAll(async () => {
    haus.stop();
    await a.ende();
  });

  it('zählt stille Fälle, nahe Standortgespräche und Auffälligkeiten', async () => {
    expect((await lies(tl)).imTeam).toMatchObject({
      ohneKontakt: 1,
      standortgespraeche: 1,
      auffaellig: 1,
      vorausschauBis: '2027-03-01',
    });
  });

  it('jede Zahl ist die ihrer Liste', async () => {
    const { imTeam } = await lies(tl);
    const fristen = async (abfrage: object): Promise<number> =>
      (await teamFristen(a.umgebung, tl, fristenabfrage.parse(abfrage))).gesamt;
    const auffaellige = faelleabfrage.parse({ offen: 'true', auffaellig: 'true' });
    expect(imTeam).toEqual({
      ueberfaellig: await fristen({ ueberfaellig: 'true' }),
      ohneKontakt: await fristen({ frist: 'T-10', ueberfaellig: 'true' }),
      standortgespraeche: await fristen({ frist: 'T-08', faelligBis: '2027-03-01' }),
      auffaellig: (await meineFaelle(a.umgebung, tl, auffaellige)).gesamt,
      vorausschauBis: '2027-03-01',
    });
  });

  it('führt auf der Seite zu diesen Fällen; wer kein Team leitet, hat keine solche Zahl', async () => {
    const { html } = await haus.rufe(PERSONAL.tl, '/');
    const orte = [...html.matchAll(/class="kachel" href="([^"]*)"/gu)].map(([, ort = '']) =>
      ort.replaceAll('&amp;', '&'),
    );
    expect(orte).toHaveLength(6);
    for (const ort of orte) expect((await haus.rufe(PERSONAL.tl, ort)).status).toBe(200);
    const faelle = await haus.rufe(PERSONAL.tl, '/faelle?offen=true&auffaellig=true');
    expect(faelle.html).toContain('nur offene, nur mit Auffälligkeit');
    expect(faelle.html).toContain('Auffällig: Kriterium B nicht erfüllt (V-80), weniger als drei');
    const nichts = await haus.rufe(PERSONAL.tl, '/team/fristen?frist=T-28');
    expect(nichts.html).toContain('Mit dieser Auswahl gibt es keinen Eintrag.');
    expect((await lies(await a.konto(PERSONAL.fm))).imTeam).toBeNull();
  });
});

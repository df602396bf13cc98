import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meineFristen } from '../../api/arbeitslisten/faelle.ts';
import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';
import {
  einwilligungen,
  erteileEinwilligung,
  widerrufeEinwilligung,
} from '../../api/einwilligungen/faelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { aendereBegleitperson, legeBegleitpersonAn } from '../../api/personen/begleitfaelle.ts';
import { liesPersonansicht } from '../../api/personen/faelle.ts';
import { aendereHandlungsbedarf, erfasseHandlungsbedarf } from '../../api/personen/bedarfsfaelle.ts';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import type { EinwilligungNeu } from '../../api/einwilligungen/formen.ts';
import { fristenabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { BESTAND } from '../support/bestand.ts';
import { FACHDIENST } from '../support/einwilligung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const system = { system: 'wartung' } as const;

describe('Einwilligungen, Begleitpersonen und Handlungsbedarfe eines offenen Falls (E22, E03, V-65)', () => {
  let a: Aufbau;
  let fm: Konto;
  let person: string;
  let fallId: string;
  const konten = new Map<string, Konto>();
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    for (const wer of ['pap', 'fm', 'fm2', 'tl'] as const) konten.set(wer, await a.konto(PERSONAL[wer]));
    fm = konto('fm');
    person = await legePersonAn(a.db, 'einwilligung');
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', {
      fallId: null,
      eingabe: { person, bestand: BESTAND },
    }));
  });
  afterAll(() => a.ende());

  const konto = (wer: string): Konto => {
    const gefunden = konten.get(wer);
    if (gefunden === undefined) throw new Error(wer);
    return gefunden;
  };
  const erteile = (anders: Partial<EinwilligungNeu> = {}, wer = fm): Promise<{ id: string }> =>
    erteileEinwilligung(a.umgebung, wer, {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf: { ...FACHDIENST, ...anders },
    });
  const widerrufe = (id: string, widerrufenAm: string): Promise<unknown> =>
    widerrufeEinwilligung(a.umgebung, fm, {
      id: person,
      einwilligung: id,
      schluessel: neuerSchluessel(),
      rumpf: { widerrufenAm },
    });
  const ausgangszeilen = (fall: string): Promise<string[]> =>
    mitAkteur(a.db, system, async (tx) => {
      const zeilen = await tx.select().from(tabellen.ausgang).where(eq(tabellen.ausgang.fallId, fall));
      return zeilen.map(({ art }) => art).filter((art) => art === 'handlungsbedarfe');
    });

  it.each(['pap', 'fm2', 'tl'])('%s sieht und erfasst keine', async (wer) => {
    await expect(erteile({}, konto(wer))).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(einwilligungen(a.umgebung, konto(wer), { personId: person })).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });

  it.each([
    [
      'ohne vollständige Aufklärung',
      { aufgeklaertUeber: { ...FACHDIENST.aufgeklaertUeber, widerruf: false } },
      'V-24',
    ],
    ['nur für eine Seite', { entbundeneStellen: ['fachdienst'] }, 'V-24'],
    ['ohne den Leistungserbringer', { zweck: 'leistung_16a' }, 'V-46'],
    ['mit einem Ende vor dem Beginn', { gueltigBis: '2026-11-30' }, 'V-24'],
    ['von morgen', { erteiltAm: '2026-12-02' }, 'V-74'],
  ] as const)('%s ist es keine', async (_, anders, regel) => {
    await expect(erteile(anders as Partial<EinwilligungNeu>)).rejects.toMatchObject({ code: 'REGEL', regel });
  });

  it('ein Widerruf kommt dazu, einmal; was erteilt wurde, bleibt stehen', async () => {
    const { id } = await erteile({ gueltigBis: '2026-12-31', erteiltAm: '2026-11-27' });
    await expect(widerrufe(id, '2026-11-26')).rejects.toMatchObject({ regel: 'V-24' });
    await expect(widerrufe(id, '2026-12-02')).rejects.toMatchObject({ regel: 'V-74' });
    await widerrufe(id, '2026-11-30');
    await expect(widerrufe(id, '2026-12-01')).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
      regel: 'V-24',
    });
    await expect(widerrufe(randomUUID(), '2026-12-01')).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    const am = async (tag: string): Promise<unknown> =>
      (await einwilligungen(a.umgebung, fm, { personId: person, am: tag })).find((e) => e.id === id);
    expect(await am('2026-11-29')).toMatchObject({
      stand: 'gueltig',
      widerrufenAm: '2026-11-30',
      erteiltAm: '2026-11-27',
      gueltigBis: '2026-12-31',
      empfaenger: 'Ärztlicher Dienst',
    });
    expect(await am('2026-11-30')).toMatchObject({ stand: 'widerrufen' });
    const vermerkt = await mitAkteur(a.db, system, (tx) =>
      tx
        .select()
        .from(tabellen.protokoll)
        .where(eq(tabellen.protokoll.gegenstand, `einwilligung:${id}`)),
    );
    expect(vermerkt.map(({ aktion }) => aktion).sort()).toEqual([
      'einwilligung_erteilt',
      'einwilligung_widerrufen',
    ]);
    expect(JSON.stringify(vermerkt)).not.toContain('Ärztlicher');
  });

  it('V-24, V-75: ein Gutachten nur mit Einwilligung, und nicht, wenn sie inzwischen widerrufen ist', async () => {
    const einleiten = {
      vertrag: vertragFuer('gutachten_einleiten'),
      id: fallId,
      eingabe: { art: 'aerztlich' },
    };
    await expect(fuehreAus(a.umgebung, fm, { ...einleiten, schluessel: randomUUID() })).rejects.toMatchObject(
      {
        regel: 'V-24',
      },
    );
    const { id } = await erteile();
    const dazwischen = a.mitFaellen({
      ...a.faelle,
      sende: async (sendung) => {
        await widerrufe(id, '2026-12-01');
        return a.faelle.sende(sendung);
      },
    });
    await expect(fuehreAus(dazwischen, fm, { ...einleiten, schluessel: randomUUID() })).rejects.toMatchObject(
      {
        code: 'VERALTET',
        regel: 'V-75',
      },
    );
    await erteile();
    await expect(
      fuehreAus(a.umgebung, fm, { ...einleiten, schluessel: randomUUID() }),
    ).resolves.toMatchObject({
      zustand: 'aktiv',
    });
    const { geschichte } = await liesFallansicht(a.umgebung, fm, fallId);
    expect(JSON.stringify(geschichte.find((e) => e.art === 'gutachten_eingeleitet')?.angaben)).not.toContain(
      'aerztlich',
    );
    expect(await liesFallansicht(a.umgebung, fm, fallId)).toMatchObject({ kontaktregime: 'ausgesetzt' });
    for (const wer of ['pap', 'tl']) {
      const gesehen = await liesFallansicht(a.umgebung, konto(wer), fallId);
      expect(gesehen.kontaktregime).toBeNull();
      expect(gesehen.fristen.find((f) => f.id === 'T-12')).toMatchObject({ name: 'Frist', herleitung: [] });
      expect(JSON.stringify(gesehen)).not.toMatch(/gutachten|ausgesetzt/iu);
    }
  });

  it('V-69: die Absage eines Termins wird zur Aufgabe, wo eine Begleitperson es wissen will', async () => {
    const absage = { status: 'abgesagt', termin: '2026-12-01' };
    const offen = async (): Promise<number> =>
      (await meineFristen(a.umgebung, fm, fristenabfrage.parse({ frist: 'T-32' }))).gesamt;
    await a.gib('fm', 'kontakt_erfassen', { fallId, eingabe: absage });
    expect(await offen()).toBe(0);
    const rumpf = {
      rolle: 'betreuer',
      name: 'Demo Betreuung',
      kontakt: '0471 1',
      beiTerminabsageInformieren: true,
    } as const;
    const { id } = await legeBegleitpersonAn(a.umgebung, konto('pap'), {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf,
    });
    await a.gib('fm', 'kontakt_erfassen', { fallId, eingabe: absage });
    expect(await offen()).toBe(1);
    const aendere = (version: number, beiTerminabsageInformieren: boolean): Promise<unknown> =>
      aendereBegleitperson(a.umgebung, fm, {
        id: person,
        begleitperson: id,
        schluessel: neuerSchluessel(),
        rumpf: { version, beiTerminabsageInformieren },
      });
    await expect(aendere(1, false)).resolves.toEqual({ id, version: 2 });
    await expect(aendere(1, true)).rejects.toMatchObject({ code: 'VERALTET' });
    expect((await liesPersonansicht(a.umgebung, fm, person)).begleitpersonen).toMatchObject([
      { name: 'Demo Betreuung', beiTerminabsageInformieren: false, version: 2 },
    ]);
    await a.gib('fm', 'begleitperson_informieren', { fallId, eingabe: {} });
    await a.gib('fm', 'kontakt_erfassen', { fallId, eingabe: absage });
    expect(await offen()).toBe(0);
    await expect(
      legeBegleitpersonAn(a.umgebung, konto('fm2'), { id: person, schluessel: neuerSchluessel(), rumpf }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('V-65: nur der begleitete Fall hört von einem geänderten Handlungsbedarf, und nur wenn es geschah', async () => {
    const bedarf = {
      schluesselgruppe: 'rahmenbedingungen',
      bezeichnung: 'Wohnsituation',
      erkanntAm: '2026-11-30',
      massgeblichFuerUebergabe: false,
    } as const;
    const neu = { id: person, schluessel: neuerSchluessel(), rumpf: bedarf };
    const { id } = await erfasseHandlungsbedarf(a.umgebung, fm, neu);
    await erfasseHandlungsbedarf(a.umgebung, fm, neu);
    expect(await ausgangszeilen(fallId)).toEqual(['handlungsbedarfe']);
    const aendere = (version: number): Promise<unknown> =>
      aendereHandlungsbedarf(a.umgebung, fm, {
        id: person,
        bedarf: id,
        schluessel: neuerSchluessel(),
        rumpf: { version, status: 'abgebaut' },
      });
    await expect(aendere(7)).rejects.toMatchObject({ code: 'VERALTET' });
    expect(await ausgangszeilen(fallId)).toHaveLength(1);
    await aendere(1);
    expect(await ausgangszeilen(fallId)).toHaveLength(2);
    const { fallId: vorgemerkt } = await a.merkeVor('ohne-begleitung');
    const andere = (await liesFallansicht(a.umgebung, konto('pap'), vorgemerkt)).person?.id ?? '';
    await erfasseHandlungsbedarf(a.umgebung, konto('pap'), {
      ...neu,
      id: andere,
      schluessel: neuerSchluessel(),
    });
    expect(await ausgangszeilen(vorgemerkt)).toEqual([]);
  });
});

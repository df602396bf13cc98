import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aendereHandlungsbedarf, erfasseHandlungsbedarf } from '../../api/personen/bedarfsfaelle.ts';
import { liesPersonansicht } from '../../api/personen/faelle.ts';
import type { HandlungsbedarfAenderung, Personansicht } from '../../api/personen/formen.ts';
import { erstelleProfil } from '../../api/personen/profilfaelle.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';
const NEU = {
  schluesselgruppe: 'rahmenbedingungen',
  bezeichnung: 'Finanzielle Situation',
  erkanntAm: HEUTE,
  massgeblichFuerUebergabe: false,
} as const;

type Wer = keyof typeof PERSONAL;

describe('Handlungsfeld, Phase, wirksames Instrument und Ressourcen (E04, E05, E06; K4)', () => {
  let a: Aufbau;
  let person: string;
  let fallId: string;
  let vorher: string;
  let waehrend: string;

  const erfasse = async (wer: Wer, anders: { handlungsfeld?: 'sucht' } = {}): Promise<string> => {
    const auftrag = { id: person, schluessel: neuerSchluessel(), rumpf: { ...NEU, ...anders } };
    return (await erfasseHandlungsbedarf(a.umgebung, await a.konto(PERSONAL[wer]), auftrag)).id;
  };
  const aendere = async (wer: Wer, bedarf: string, rumpf: HandlungsbedarfAenderung): Promise<number> => {
    const auftrag = { id: person, bedarf, schluessel: neuerSchluessel(), rumpf };
    return (await aendereHandlungsbedarf(a.umgebung, await a.konto(PERSONAL[wer]), auftrag)).version;
  };
  const sieht = async (wer: Wer): Promise<Personansicht> =>
    liesPersonansicht(a.umgebung, await a.konto(PERSONAL[wer]), person);
  const bedarfFuer = async (wer: Wer, id: string): Promise<object> =>
    (await sieht(wer)).handlungsbedarfe.find((hb) => hb.id === id) ?? {};

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    person = await legePersonAn(a.db, 'naeheres');
    vorher = await erfasse('pap');
    const eingabe = { person, bestand: BESTAND };
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe }));
    waehrend = await erfasse('fm', { handlungsfeld: 'sucht' });
  });
  afterAll(() => a.ende());

  it('E05: die Phase folgt aus dem Fall, der an dem Tag lief; vorher lag der Bedarf außerhalb des bFM', async () => {
    expect(await bedarfFuer('pap', vorher)).toMatchObject({
      erkanntInPhase: 'ausserhalb_bfm',
      erkanntVon: 'pap',
    });
    const { erkanntInPhase } = (await bedarfFuer('fm', waehrend)) as { erkanntInPhase: string };
    expect(erkanntInPhase).not.toBe('ausserhalb_bfm');
    expect(erkanntInPhase).not.toBeNull();
  });

  it('E05: was Lotse vor der Neuerung erfasst hat, behauptet keine Phase', async () => {
    await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .update(tabellen.handlungsbedarf)
        .set({ erkanntInPhase: null })
        .where(eq(tabellen.handlungsbedarf.id, vorher)),
    );
    expect(await bedarfFuer('fm', vorher)).toMatchObject({ erkanntInPhase: null, handlungsfeld: null });
  });

  it('E06: wer den Fall führt, sieht das Feld; für alle anderen gibt es das Feld nicht', async () => {
    expect(await bedarfFuer('fm', waehrend)).toMatchObject({
      handlungsfeld: 'sucht',
      wirksamesInstrument: null,
    });
    for (const wer of ['pap', 'tl'] as const) {
      const bedarf = await bedarfFuer(wer, waehrend);
      expect(bedarf).toMatchObject({ bezeichnung: 'Finanzielle Situation' });
      expect(Object.keys(bedarf)).not.toContain('handlungsfeld');
      expect(Object.keys(bedarf)).not.toContain('wirksamesInstrument');
    }
  });

  it('DS-29: jeder Blick darauf steht im Protokoll, ein Blick ohne K4 nicht', async () => {
    const blicke = (): Promise<unknown[]> =>
      mitAkteur(a.db, { system: 'wartung' }, (tx) =>
        tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.personId, person)),
      ).then((zeilen) => zeilen.filter(({ aktion }) => aktion === 'texte_gelesen'));
    const bisher = (await blicke()).length;
    await sieht('pap');
    expect(await blicke()).toHaveLength(bisher);
    await sieht('fm');
    const alle = await blicke();
    expect(alle).toHaveLength(bisher + 1);
    expect(alle.at(-1)).toMatchObject({ akteurId: PERSONAL.fm, klassen: ['K4'], grund: 'zustaendig' });
  });

  it('K4 schreibt nur, wer einen Fall der Person führt', async () => {
    const frei = await legePersonAn(a.db, 'naeheres-frei');
    const auftrag = {
      id: frei,
      schluessel: neuerSchluessel(),
      rumpf: { ...NEU, handlungsfeld: 'sucht' },
    } as const;
    await expect(
      erfasseHandlungsbedarf(a.umgebung, await a.konto(PERSONAL.pap), auftrag),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('001 7.1: was gewirkt hat, steht erst an einem reduzierten oder abgebauten Bedarf', async () => {
    const instrument = { wirksamesInstrument: 'leistung_16a_4' } as const;
    await expect(aendere('fm', waehrend, { version: 1, ...instrument })).rejects.toMatchObject({
      code: 'REGEL',
    });
    await expect(aendere('fm', waehrend, { version: 1 })).rejects.toMatchObject({ code: 'REGEL' });
    expect(await aendere('fm', waehrend, { version: 1, status: 'reduziert', ...instrument })).toBe(2);
    expect(await bedarfFuer('fm', waehrend)).toMatchObject({ status: 'reduziert', ...instrument });
    await aendere('fm', waehrend, { version: 2, status: 'offen' });
    expect(await bedarfFuer('fm', waehrend)).toMatchObject({ status: 'offen', wirksamesInstrument: null });
  });

  it('001 7.1: was dem wieder offenen Bedarf einmal geholfen hatte, kehrt mit der nächsten Reduzierung nicht zurück', async () => {
    expect(await aendere('fm', waehrend, { version: 3, status: 'reduziert' })).toBe(4);
    const bedarf = await bedarfFuer('fm', waehrend);
    expect(bedarf).toMatchObject({ status: 'reduziert', wirksamesInstrument: null, handlungsfeld: 'sucht' });
  });

  it('001 7.1: auch wenn ihn jemand wieder öffnet, der es nicht sieht', async () => {
    const frei = await legePersonAn(a.db, 'naeheres-wieder');
    const konto = await a.konto(PERSONAL.pap);
    const auftrag = { id: frei, schluessel: neuerSchluessel(), rumpf: NEU };
    const { id: bedarf } = await erfasseHandlungsbedarf(a.umgebung, konto, auftrag);
    const erfasst = { handlungsbedarfId: bedarf, erfasstAm: `${HEUTE}T08:00:00Z`, erfasstVon: PERSONAL.fm };
    const naeheres = (): Promise<unknown[]> =>
      mitAkteur(a.db, { system: 'wartung' }, (tx) =>
        tx
          .select()
          .from(tabellen.handlungsbedarfNaeheres)
          .where(eq(tabellen.handlungsbedarfNaeheres.handlungsbedarfId, bedarf)),
      );
    await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .insert(tabellen.handlungsbedarfNaeheres)
        .values({ ...erfasst, handlungsfeld: 'wohnraum', wirksamesInstrument: 'netzwerk' }),
    );
    const oeffnet = { version: 1, status: 'in_bearbeitung' } as const;
    await aendereHandlungsbedarf(a.umgebung, konto, {
      ...auftrag,
      bedarf,
      schluessel: neuerSchluessel(),
      rumpf: oeffnet,
    });
    expect(await naeheres()).toMatchObject([{ handlungsfeld: 'wohnraum', wirksamesInstrument: null }]);
  });

  it('V-65: ein Handlungsfeld allein ist keine Nachricht für den Fall und kein Stand in der Geschichte', async () => {
    const meldungen = (): Promise<number> =>
      mitAkteur(a.db, { system: 'wartung' }, async (tx) => {
        const zeilen = await tx.select().from(tabellen.ausgang).where(eq(tabellen.ausgang.fallId, fallId));
        return zeilen.filter(({ art }) => art === 'handlungsbedarfe').length;
      });
    const bisher = await meldungen();
    await aendere('fm', waehrend, { version: 4, handlungsfeld: 'wohnraum' });
    expect(await meldungen()).toBe(bisher);
    const bedarf = (await bedarfFuer('fm', waehrend)) as Personansicht['handlungsbedarfe'][number];
    expect(bedarf).toMatchObject({ handlungsfeld: 'wohnraum', version: 5 });
    expect(bedarf.verlauf.map(({ status }) => status)).toEqual(['offen', 'reduziert', 'offen', 'reduziert']);
  });

  it('E04: ein Profil nennt Ressourcen oder sagt, dass niemand etwas dazu erfasst hat', async () => {
    const profil = { datum: HEUTE, profillage: null, anlass: 'fortschreibung', abgesichert: false } as const;
    const ressourcen = [{ typ: 'umfeld_informell' as const, bezeichnung: 'Familie am Ort' }];
    const fm = await a.konto(PERSONAL.fm);
    for (const rumpf of [profil, { ...profil, ressourcen }])
      await erstelleProfil(a.umgebung, fm, { id: person, schluessel: neuerSchluessel(), rumpf });
    const { profile } = await sieht('pap');
    expect(profile.slice(-2).map((p) => p.ressourcen)).toEqual([null, ressourcen]);
  });
});

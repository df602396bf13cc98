import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wartendeVormerkungen } from '../../api/arbeitslisten/vormerkungsfaelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { aenderePerson, liesPersonansicht } from '../../api/personen/faelle.ts';
import { auslastungen, zuordnungsvorschlaege } from '../../api/zuordnung/faelle.ts';
import {
  aendereThema,
  hebeInteressenkonfliktAuf,
  legeThemaAn,
  themen,
  vermerkeInteressenkonflikt,
} from '../../api/zuordnung/themenfaelle.ts';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { vormerkungsabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';

const wartung = { system: 'wartung' } as const;
const schluessel = (): string => randomUUID();

describe('Zuordnung: Auslastung, Vorschläge, Themen, Interessenkonflikte (E09, E41, E42, A-32, V-70)', () => {
  let a: Aufbau;
  let tl: Konto;
  let fm: Konto;
  let pap: Konto;

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    tl = await a.konto(PERSONAL.tl);
    fm = await a.konto(PERSONAL.fm);
    pap = await a.konto(PERSONAL.pap);
    // fm has two cases, fm2 one, fm3 none.
    for (const [nummer, wer] of [PERSONAL.fm, PERSONAL.fm, PERSONAL.fm2].entries()) {
      const { fallId } = await a.merkeVor(`last-${String(nummer)}`);
      await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: wer } });
    }
  });
  afterAll(() => a.ende());

  const aendere = (
    id: string,
    werte: Partial<typeof tabellen.mitarbeitende.$inferInsert>,
  ): Promise<unknown> =>
    mitAkteur(a.db, wartung, (tx) =>
      tx.update(tabellen.mitarbeitende).set(werte).where(eq(tabellen.mitarbeitende.id, id)),
    );
  const vorgeschlagen = async (fallId: string): Promise<string[]> =>
    (await zuordnungsvorschlaege(a.umgebung, tl, fallId)).vorschlaege.map((v) => v.fm.id);

  it('AC-10: offene Fälle gegen 75 × Anteil; die FM sieht nur die eigene Auslastung', async () => {
    await aendere(PERSONAL.fm2, { anteil: 0.5 });
    const alle = await auslastungen(a.umgebung, tl, {});
    const vonFm = (id: string): unknown => alle.find((e) => e.fm.id === id)?.auslastung;
    expect(vonFm(PERSONAL.fm)).toEqual({ faelle: 2, soll: 75, prozent: 2.7 });
    expect(vonFm(PERSONAL.fm2)).toEqual({ faelle: 1, soll: 37.5, prozent: 2.7 });
    expect((await auslastungen(a.umgebung, fm, {})).map((e) => e.fm.id)).toEqual([PERSONAL.fm]);
    expect(await auslastungen(a.umgebung, tl, { team: randomUUID() })).toEqual([]);
    await aendere(PERSONAL.fm2, { anteil: 1 });
  });

  it('die niedrigste Auslastung zuerst, mit Grund in Worten und Wirkung auf alle', async () => {
    const { fallId } = await a.merkeVor('vorschlag');
    const { vorschlaege, ausgeschlossen } = await zuordnungsvorschlaege(a.umgebung, tl, fallId);
    expect(vorschlaege.map((v) => v.fm.id)).toEqual([PERSONAL.fm3, PERSONAL.fm2, PERSONAL.fm]);
    expect(ausgeschlossen).toEqual([]);
    expect(vorschlaege[0]?.gruende).toContain('Mit diesem Fall 1 Fall bei einem Soll von 75 (1,3 %).');
    expect(vorschlaege[1]?.wirkung.map((w) => [w.vorher.faelle, w.nachher.faelle]).sort()).toEqual([
      [0, 0],
      [1, 2],
      [2, 2],
    ]);
    await expect(zuordnungsvorschlaege(a.umgebung, fm, fallId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });

  it('Sprache und frühere Begleitung ordnen um; wer vier Wochen fehlt, wird mit Grund nicht vorgeschlagen', async () => {
    const { fallId } = await a.merkeVor('sprache');
    const { person } = await liesFallansicht(a.umgebung, tl, fallId);
    const id = person?.id ?? '';
    const stand = await liesPersonansicht(a.umgebung, pap, id);
    await aenderePerson(a.umgebung, pap, {
      id,
      schluessel: neuerSchluessel(),
      rumpf: { version: stand.version, bevorzugteSprache: 'tr' },
    });
    await aendere(PERSONAL.fm, { sprachen: ['tr', 'en'] });
    expect(await vorgeschlagen(fallId)).toEqual([PERSONAL.fm, PERSONAL.fm3, PERSONAL.fm2]);
    await mitAkteur(a.db, wartung, (tx) =>
      tx.insert(tabellen.abwesenheit).values({
        id: randomUUID(),
        mitarbeitendeId: PERSONAL.fm,
        von: '2026-11-20',
        bis: '2026-12-31',
        grund: 'geplant',
        erfasstAm: '2026-11-01T08:00:00Z',
        erfasstVon: PERSONAL.tl,
      }),
    );
    expect((await zuordnungsvorschlaege(a.umgebung, tl, fallId)).ausgeschlossen).toMatchObject([
      { fm: { id: PERSONAL.fm }, grund: 'Nicht vorgeschlagen: Im ganzen Zeitraum abwesend.' },
    ]);
    await mitAkteur(a.db, wartung, (tx) => tx.delete(tabellen.abwesenheit));
  });

  it('ein Interessenkonflikt schließt aus, bis er aufgehoben ist; vermerkt wird nur die Tatsache', async () => {
    const { fallId } = await a.merkeVor('konflikt');
    const { person } = await liesFallansicht(a.umgebung, tl, fallId);
    const rumpf = { person: person?.id ?? '' };
    const { id, version } = await vermerkeInteressenkonflikt(a.umgebung, fm, {
      schluessel: neuerSchluessel(),
      rumpf,
    });
    expect(await vorgeschlagen(fallId)).not.toContain(PERSONAL.fm);
    const zuordnen = a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await expect(zuordnen).rejects.toMatchObject({ code: 'REGEL', regel: 'TR07' });
    const nochmal = { schluessel: neuerSchluessel(), rumpf: { ...rumpf, fm: PERSONAL.fm } };
    await expect(vermerkeInteressenkonflikt(a.umgebung, tl, nochmal)).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
    });
    const fremd = { schluessel: neuerSchluessel(), rumpf: { ...rumpf, fm: PERSONAL.fm2 } };
    await expect(vermerkeInteressenkonflikt(a.umgebung, fm, fremd)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    const auf = { id, schluessel: neuerSchluessel(), rumpf: { version } };
    await expect(hebeInteressenkonfliktAuf(a.umgebung, tl, auf)).resolves.toEqual({ id, version: 2 });
    await expect(
      hebeInteressenkonfliktAuf(a.umgebung, tl, { ...auf, schluessel: neuerSchluessel() }),
    ).rejects.toMatchObject({ code: 'VERALTET' });
    expect(await vorgeschlagen(fallId)).toContain(PERSONAL.fm);
  });

  it('V-70: wer vom ersten Vorschlag abweicht, wird nach dem Grund gefragt; die Auslastung steht am Ereignis', async () => {
    const erster = await a.merkeVor('erster');
    const zugeordnet = await a.gib('tl', 'zuordnen', {
      fallId: erster.fallId,
      eingabe: { fm: PERSONAL.fm3 },
    });
    expect(zugeordnet).toMatchObject({
      warnungen: [],
      fakten: { auslastungVorher: 0, auslastungNachher: 1.3 },
    });
    const zweiter = await a.merkeVor('abweichend');
    const abweichend = await a.gib('tl', 'zuordnen', {
      fallId: zweiter.fallId,
      eingabe: { fm: PERSONAL.fm },
    });
    expect(abweichend).toMatchObject({ warnungen: ['V-70'], offeneHinweise: ['V-70'] });
    const { geschichte } = await liesFallansicht(a.umgebung, tl, zweiter.fallId);
    expect(geschichte.find(({ art }) => art === 'zugeordnet')?.angaben).toMatchObject({
      auslastung: { vorher: { faelle: 2, soll: 75 }, nachher: { faelle: 3, soll: 75 } },
    });
  });

  it('V-75: ein anderer Arbeitszeitanteil zwischen Lesen und Aufzeichnen, und die Zuordnung gilt nicht', async () => {
    const { fallId } = await a.merkeVor('v75-anteil');
    const dazwischen = a.mitFaellen({
      ...a.faelle,
      sende: async (sendung) => {
        await aendere(PERSONAL.fm2, { version: 7 });
        return a.faelle.sende(sendung);
      },
    });
    const auftrag = {
      vertrag: vertragFuer('zuordnen'),
      id: fallId,
      schluessel: schluessel(),
      eingabe: { fm: PERSONAL.fm3 },
    };
    await expect(fuehreAus(dazwischen, tl, auftrag)).rejects.toMatchObject({
      code: 'VERALTET',
      regel: 'V-75',
    });
  });

  it('A-33: ein Thema hat mehrere Zuständige, mit oder ohne Kontakt-Team; Änderungen nennen ihren Stand', async () => {
    const { id: team } = tl.team;
    const zustaendig = [
      { fm: PERSONAL.fm, kontaktTeam: team },
      { fm: PERSONAL.fm2, kontaktTeam: team },
      { fm: PERSONAL.fm2, kontaktTeam: null },
    ];
    const neu = { schluessel: neuerSchluessel(), rumpf: { name: 'Schulden', zustaendig } };
    const { id } = await legeThemaAn(a.umgebung, tl, neu);
    expect(await themen(a.umgebung, pap)).toMatchObject([{ id, name: 'Schulden', zustaendig: [{}, {}, {}] }]);
    await expect(
      legeThemaAn(a.umgebung, tl, { ...neu, schluessel: neuerSchluessel() }),
    ).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
    });
    const aenderung = (version: number): Promise<unknown> =>
      aendereThema(a.umgebung, tl, {
        id,
        schluessel: neuerSchluessel(),
        rumpf: { version, aktiv: false, zustaendig: [] },
      });
    await expect(aenderung(1)).resolves.toEqual({ id, version: 2 });
    await expect(aenderung(1)).rejects.toMatchObject({ code: 'VERALTET' });
    expect(await themen(a.umgebung, pap)).toMatchObject([{ aktiv: false, zustaendig: [] }]);
  });

  it('die Antwort an den pAp bleibt in der Akte, ohne dass sich etwas bewegt', async () => {
    const { fallId } = await a.merkeVor('antwort');
    const eingabe = { text: 'Bitte noch das Profiling ergänzen; wir besprechen die Vormerkung am Dienstag.' };
    expect(await a.gib('tl', 'vormerkung_beantworten', { fallId, eingabe })).toMatchObject({
      zustand: 'vorgemerkt',
    });
    const { geschichte } = await liesFallansicht(a.umgebung, pap, fallId);
    expect(geschichte.find(({ art }) => art === 'vormerkung_beantwortet')?.texte).toMatchObject([
      { feld: 'text', klasse: 'K1', text: eingabe.text },
    ]);
    const { eintraege } = await wartendeVormerkungen(a.umgebung, tl, vormerkungsabfrage.parse({}));
    expect(eintraege.find((e) => e.fallId === fallId)?.beantwortetAm).toBe('2026-12-01T08:00:00Z');
  });
});

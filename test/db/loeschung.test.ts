import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruefeBedarf } from '../../activities/loeschung/pruefe-bedarf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as suche from '../../db/loeschung/faellig.ts';
import { alsLoeschung } from '../../db/loeschung/zugang.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { BESTAND } from '../support/bestand.ts';

const system = { system: 'wartung' } as const;
const HEUTE = '2026-12-01';
const SEITE = { nach: null, hoechstens: 100 };

describe('Entscheidungen über die Löschung und Bestreiten', () => {
  let a: Aufbau;
  let fm: Konto;
  let fm2: Konto;
  let tl: Konto;
  let person: string;
  let fallId: string;

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    person = await legePersonAn(a.db, 'loeschung');
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', {
      fallId: null,
      eingabe: { person, bestand: BESTAND },
    }));
    fm = await a.anwendung.konto(PERSONAL.fm);
    fm2 = await a.anwendung.konto(PERSONAL.fm2);
    tl = await a.anwendung.konto(PERSONAL.tl);
  });
  afterAll(() => a.ende());

  const text = async (am: string, klasse: 'K3' | 'K4' = 'K3'): Promise<string> => {
    const id = randomUUID();
    const inhalt = {
      id,
      fallId,
      befehlId: randomUUID(),
      klasse,
      feld: 'vermerk',
      text: klasse === 'K4' ? 'lotse1:x' : 'Vermerk',
      erstelltAm: am,
    };
    await mitAkteur(a.db, system, (tx) =>
      tx.insert(tabellen.dokument).values({ ...inhalt, stand: 'gueltig', verfasserId: PERSONAL.fm }),
    );
    return id;
  };
  const am = <R>(rumpf: R): { fallId: string; schluessel: string; rumpf: R } => ({
    fallId,
    schluessel: randomUUID(),
    rumpf,
  });
  const an = <R>(id: string, rumpf: R) => ({ ...am(rumpf), id });
  const antrag = async (dokument: string): Promise<string> =>
    (await a.anwendung.beantrageLoeschung(fm, am({ dokument, grund: 'entbehrlich' }))).id;
  const faellig = (wonach: typeof suche.faelligeUnterlagen, heute: string): Promise<string[]> =>
    alsLoeschung(a.db, (tx) => wonach(tx, { ...SEITE, heute }));

  it('TR53: nur eine zweite Person bestätigt, sieben Tage lang lässt es sich zurücknehmen', async () => {
    const [erste, zweite] = [await text(`${HEUTE}T08:00:00Z`), await text(`${HEUTE}T08:00:00Z`)];
    const [geht, bleibt] = [await antrag(erste), await antrag(zweite)];
    await expect(a.anwendung.bestaetigeLoeschung(fm, an(geht, {}))).rejects.toMatchObject({ regel: 'TR53' });
    await expect(a.anwendung.bestaetigeLoeschung(fm2, an(geht, {}))).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    expect(await faellig(suche.beantragteUnterlagen, '2027-01-01')).toEqual([]);
    await a.anwendung.bestaetigeLoeschung(tl, an(geht, {}));
    await a.anwendung.bestaetigeLoeschung(tl, an(bleibt, {}));
    expect((await a.anwendung.loeschantraege(tl)).map(({ vollzugAb }) => vollzugAb)).toEqual([
      '2026-12-09',
      '2026-12-09',
    ]);
    expect(await a.anwendung.loeschantraege(fm2)).toEqual([]);
    await a.anwendung.nimmLoeschungZurueck(fm, an(bleibt, {}));
    expect(await faellig(suche.beantragteUnterlagen, '2026-12-08')).toEqual([]);
    expect(await faellig(suche.beantragteUnterlagen, '2026-12-09')).toEqual([erste]);
    a.stelle('2026-12-09T08:00:00Z');
    await expect(a.anwendung.nimmLoeschungZurueck(fm, an(geht, {}))).rejects.toMatchObject({
      code: 'ZUSTAND',
    });
    a.stelle(`${HEUTE}T09:00:00Z`);
  });

  it('TR53: ein laufender Fall wird nicht beantragt, eine Löschsperre hält jede Unterlage', async () => {
    const ganz = a.anwendung.beantrageLoeschung(fm, am({ dokument: null, grund: 'entbehrlich' }));
    await expect(ganz).rejects.toMatchObject({ regel: 'TR53' });
    const alt = await text('2020-01-01T08:00:00Z');
    expect(await faellig(suche.faelligeUnterlagen, HEUTE)).toContain(alt);
    const { id } = await a.anwendung.setzeLoeschsperre(tl, am({ grund: 'Klage' }));
    expect(await a.anwendung.loeschsperren(tl)).toMatchObject([{ id, fallId, grund: 'Klage' }]);
    expect(await faellig(suche.faelligeUnterlagen, HEUTE)).toEqual([]);
    const vonFm = a.anwendung.setzeLoeschsperre(fm, am({ grund: 'x' }));
    await expect(vonFm).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await a.anwendung.hebeLoeschsperreAuf(tl, an(id, { grund: 'Urteil' }));
    expect(await faellig(suche.faelligeUnterlagen, HEUTE)).toContain(alt);
    await mitAkteur(a.db, system, async (tx) => {
      await tx.execute(sql`set local role lotse_loeschung`);
      await tx.execute(sql`select set_config('lotse.akteur', 'system:loeschung', true)`);
      await tx.delete(tabellen.dokument).where(eq(tabellen.dokument.id, alt));
    });
  });

  it('V-33: jede Unterlage nennt ihren letzten Tag; wer die Klasse nicht liest, sieht sie nicht', async () => {
    const id = await text('2024-02-29T08:00:00Z');
    const gesehen = await a.anwendung.unterlagen(fm, fallId);
    expect(gesehen.find((u) => u.dokument === id)?.loeschtag).toBe('2029-02-28');
    expect((await a.anwendung.unterlagen(tl, fallId)).some((u) => u.dokument === id)).toBe(false);
  });

  it('T-30: fragt je abgebautem Handlungsbedarf einmal sofort und einmal im Jahr, und entscheidet je Unterlage', async () => {
    const hb = { schluesselgruppe: 'motivation', bezeichnung: 'Antrieb', erkanntAm: HEUTE } as const;
    const neu = { ...hb, massgeblichFuerUebergabe: false };
    const schluessel = randomUUID();
    const { id: bedarf } = await a.anwendung.erfasseHandlungsbedarf(fm, {
      id: person,
      schluessel,
      rumpf: neu,
    });
    const rumpf = { version: 1, status: 'abgebaut' } as const;
    await a.anwendung.aendereHandlungsbedarf(fm, { id: person, bedarf, schluessel: randomUUID(), rumpf });
    expect(await pruefeBedarf(a.db, `${HEUTE}T23:00:00Z`)).toBe(1);
    expect(await pruefeBedarf(a.db, `${HEUTE}T23:00:00Z`)).toBe(0);
    const [frage] = await a.anwendung.bedarfspruefungen(fm, fallId);
    expect(frage).toMatchObject({
      anlass: 'handlungsbedarf_abgebaut',
      handlungsbedarf: bedarf,
      faelligAm: HEUTE,
    });
    const gemeldet = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.eingang).where(eq(tabellen.eingang.anlass, 'T-30')),
    );
    expect(gemeldet).toMatchObject([{ anPerson: PERSONAL.fm, fallId, faellig: HEUTE }]);
    const [eins = '', zwei = ''] = frage?.unterlagen.map((u) => u.dokument) ?? [];
    const entscheidung = {
      unterlagen: [
        { dokument: eins, entscheidung: 'behalten' as const, grund: 'für die Überprüfung' },
        { dokument: zwei, entscheidung: 'loeschen' as const, grund: 'erledigt' },
      ],
    };
    await a.anwendung.entscheideBedarf(fm, an(frage?.id ?? '', entscheidung));
    expect((await a.anwendung.loeschantraege(fm)).map((x) => x.dokument)).toContain(zwei);
    await expect(a.anwendung.entscheideBedarf(fm, an(frage?.id ?? '', entscheidung))).rejects.toMatchObject({
      code: 'ZUSTAND',
    });
    expect(await pruefeBedarf(a.db, '2027-12-01T23:00:00Z')).toBe(1);
  });

  it('V-71: eine bestrittene Unterlage trägt überall die Worte der Person, bis es erledigt ist', async () => {
    const dokument =
      (await a.anwendung.unterlagen(fm, fallId)).find((u) => u.feld === 'vermerk')?.dokument ?? '';
    const rumpf = { dokument, stellungnahme: 'Das stimmt so nicht.' };
    const { id } = await a.anwendung.bestreite(fm, am(rumpf));
    await expect(a.anwendung.bestreite(fm, am(rumpf))).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    await expect(a.anwendung.bestreite(fm2, am(rumpf))).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await a.anwendung.bestreitungen(fm, fallId)).toMatchObject([
      { id, dokument, stand: 'bestritten' },
    ]);
    const k4 = await text(`${HEUTE}T08:00:00Z`, 'K4');
    await a.anwendung.bestreite(fm, am({ dokument: k4, stellungnahme: 'Das ist vertraulich.' }));
    const [gespeichert] = await mitAkteur(a.db, system, (tx) =>
      tx
        .select()
        .from(tabellen.dokument)
        .where(and(eq(tabellen.dokument.klasse, 'K4'), eq(tabellen.dokument.feld, 'stellungnahme'))),
    );
    expect(gespeichert?.text).toMatch(/^lotse1:/);
    const ohneGrund = a.anwendung.erledigeBestreitung(fm, an(id, { ergebnis: 'abgelehnt', grund: null }));
    await expect(ohneGrund).rejects.toMatchObject({ regel: 'V-71' });
    await a.anwendung.erledigeBestreitung(fm, an(id, { ergebnis: 'abgelehnt', grund: 'Beleg liegt vor' }));
    const erledigt = (await a.anwendung.bestreitungen(fm, fallId)).find((b) => b.id === id);
    expect(erledigt).toMatchObject({ stand: 'abgelehnt', grund: 'Beleg liegt vor' });
  });
});

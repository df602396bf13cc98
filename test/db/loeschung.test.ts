import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bestreite, bestreitungen, erledigeBestreitung } from '../../api/loeschung/bestreitungsfaelle.ts';
import {
  beantrageLoeschung,
  bedarfspruefungen,
  bestaetigeLoeschung,
  entscheideBedarf,
  hebeLoeschsperreAuf,
  loeschantraege,
  loeschsperren,
  nimmLoeschungZurueck,
  setzeLoeschsperre,
  unterlagen,
} from '../../api/loeschung/faelle.ts';
import { aendereHandlungsbedarf, erfasseHandlungsbedarf } from '../../api/personen/bedarfsfaelle.ts';
import { pruefeBedarf } from '../../activities/loeschung/pruefe-bedarf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as suche from '../../db/loeschung/faellig.ts';
import { alsLoeschung } from '../../db/loeschung/rolle.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { BESTAND } from '../support/bestand.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import type { Schluessel } from '../../api/kern/schluessel.ts';

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
    fm = await a.konto(PERSONAL.fm);
    fm2 = await a.konto(PERSONAL.fm2);
    tl = await a.konto(PERSONAL.tl);
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
  const am = <R>(rumpf: R): { fallId: string; schluessel: Schluessel; rumpf: R } => ({
    fallId,
    schluessel: neuerSchluessel(),
    rumpf,
  });
  const an = <R>(id: string, rumpf: R) => ({ ...am(rumpf), id });
  const antrag = async (dokument: string): Promise<string> =>
    (await beantrageLoeschung(a.umgebung, fm, am({ dokument, grund: 'entbehrlich' }))).id;
  const faellig = (wonach: typeof suche.faelligeUnterlagen, heute: string): Promise<string[]> =>
    alsLoeschung(a.db, (tx) => wonach(tx, { ...SEITE, heute }));

  it('TR53: nur eine zweite Person bestätigt, sieben Tage lang lässt es sich zurücknehmen', async () => {
    const [erste, zweite] = [await text(`${HEUTE}T08:00:00Z`), await text(`${HEUTE}T08:00:00Z`)];
    const [geht, bleibt] = [await antrag(erste), await antrag(zweite)];
    await expect(bestaetigeLoeschung(a.umgebung, fm, an(geht, {}))).rejects.toMatchObject({ regel: 'TR53' });
    await expect(bestaetigeLoeschung(a.umgebung, fm2, an(geht, {}))).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    expect(await faellig(suche.beantragteUnterlagen, '2027-01-01')).toEqual([]);
    await bestaetigeLoeschung(a.umgebung, tl, an(geht, {}));
    await bestaetigeLoeschung(a.umgebung, tl, an(bleibt, {}));
    expect((await loeschantraege(a.umgebung, tl)).map(({ vollzugAb }) => vollzugAb)).toEqual([
      '2026-12-09',
      '2026-12-09',
    ]);
    expect(await loeschantraege(a.umgebung, fm2)).toEqual([]);
    await nimmLoeschungZurueck(a.umgebung, fm, an(bleibt, {}));
    expect(await faellig(suche.beantragteUnterlagen, '2026-12-08')).toEqual([]);
    expect(await faellig(suche.beantragteUnterlagen, '2026-12-09')).toEqual([erste]);
    a.stelle('2026-12-09T08:00:00Z');
    await expect(nimmLoeschungZurueck(a.umgebung, fm, an(geht, {}))).rejects.toMatchObject({
      code: 'ZUSTAND',
    });
    a.stelle(`${HEUTE}T09:00:00Z`);
  });

  it('TR53: ein laufender Fall wird nicht beantragt, eine Löschsperre hält jede Unterlage', async () => {
    const ganz = beantrageLoeschung(a.umgebung, fm, am({ dokument: null, grund: 'entbehrlich' }));
    await expect(ganz).rejects.toMatchObject({ regel: 'TR53' });
    const alt = await text('2020-01-01T08:00:00Z');
    expect(await faellig(suche.faelligeUnterlagen, HEUTE)).toContain(alt);
    const { id } = await setzeLoeschsperre(a.umgebung, tl, am({ grund: 'Klage' }));
    expect(await loeschsperren(a.umgebung, tl)).toMatchObject([{ id, fallId, grund: 'Klage' }]);
    expect(await faellig(suche.faelligeUnterlagen, HEUTE)).toEqual([]);
    const vonFm = setzeLoeschsperre(a.umgebung, fm, am({ grund: 'x' }));
    await expect(vonFm).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await hebeLoeschsperreAuf(a.umgebung, tl, an(id, { grund: 'Urteil' }));
    expect(await faellig(suche.faelligeUnterlagen, HEUTE)).toContain(alt);
    await mitAkteur(a.db, system, async (tx) => {
      await tx.execute(sql`set local role lotse_loeschung`);
      await tx.execute(sql`select set_config('lotse.akteur', 'system:loeschung', true)`);
      await tx.delete(tabellen.dokument).where(eq(tabellen.dokument.id, alt));
    });
  });

  it('V-33: jede Unterlage nennt ihren letzten Tag; wer die Klasse nicht liest, sieht sie nicht', async () => {
    const id = await text('2024-02-29T08:00:00Z');
    const gesehen = await unterlagen(a.umgebung, fm, fallId);
    expect(gesehen.find((u) => u.dokument === id)?.loeschtag).toBe('2029-02-28');
    expect((await unterlagen(a.umgebung, tl, fallId)).some((u) => u.dokument === id)).toBe(false);
  });

  it('T-30: fragt je abgebautem Handlungsbedarf einmal sofort und einmal im Jahr, und entscheidet je Unterlage', async () => {
    const hb = { schluesselgruppe: 'motivation', bezeichnung: 'Antrieb', erkanntAm: HEUTE } as const;
    const neu = { ...hb, massgeblichFuerUebergabe: false };
    const schluessel = neuerSchluessel();
    const { id: bedarf } = await erfasseHandlungsbedarf(a.umgebung, fm, {
      id: person,
      schluessel,
      rumpf: neu,
    });
    const rumpf = { version: 1, status: 'abgebaut' } as const;
    await aendereHandlungsbedarf(a.umgebung, fm, {
      id: person,
      bedarf,
      schluessel: neuerSchluessel(),
      rumpf,
    });
    expect(await pruefeBedarf(a.db, `${HEUTE}T23:00:00Z`)).toBe(1);
    expect(await pruefeBedarf(a.db, `${HEUTE}T23:00:00Z`)).toBe(0);
    const [frage] = await bedarfspruefungen(a.umgebung, fm, fallId);
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
    await entscheideBedarf(a.umgebung, fm, an(frage?.id ?? '', entscheidung));
    expect((await loeschantraege(a.umgebung, fm)).map((x) => x.dokument)).toContain(zwei);
    await expect(entscheideBedarf(a.umgebung, fm, an(frage?.id ?? '', entscheidung))).rejects.toMatchObject({
      code: 'ZUSTAND',
    });
    expect(await pruefeBedarf(a.db, '2027-12-01T23:00:00Z')).toBe(1);
  });

  it('V-71: eine bestrittene Unterlage trägt überall die Worte der Person, bis es erledigt ist', async () => {
    const dokument =
      (await unterlagen(a.umgebung, fm, fallId)).find((u) => u.feld === 'vermerk')?.dokument ?? '';
    const rumpf = { dokument, stellungnahme: 'Das stimmt so nicht.' };
    const { id } = await bestreite(a.umgebung, fm, am(rumpf));
    await expect(bestreite(a.umgebung, fm, am(rumpf))).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    await expect(bestreite(a.umgebung, fm2, am(rumpf))).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await bestreitungen(a.umgebung, fm, fallId)).toMatchObject([
      { id, dokument, stand: 'bestritten' },
    ]);
    const k4 = await text(`${HEUTE}T08:00:00Z`, 'K4');
    await bestreite(a.umgebung, fm, am({ dokument: k4, stellungnahme: 'Das ist vertraulich.' }));
    const [gespeichert] = await mitAkteur(a.db, system, (tx) =>
      tx
        .select()
        .from(tabellen.dokument)
        .where(and(eq(tabellen.dokument.klasse, 'K4'), eq(tabellen.dokument.feld, 'stellungnahme'))),
    );
    expect(gespeichert?.text).toMatch(/^lotse1:/);
    const ohneGrund = erledigeBestreitung(a.umgebung, fm, an(id, { ergebnis: 'abgelehnt', grund: null }));
    await expect(ohneGrund).rejects.toMatchObject({ regel: 'V-71' });
    await erledigeBestreitung(a.umgebung, fm, an(id, { ergebnis: 'abgelehnt', grund: 'Beleg liegt vor' }));
    const erledigt = (await bestreitungen(a.umgebung, fm, fallId)).find((b) => b.id === id);
    expect(erledigt).toMatchObject({ stand: 'abgelehnt', grund: 'Beleg liegt vor' });
  });
});

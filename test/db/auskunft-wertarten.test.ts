import { randomUUID } from 'node:crypto';
import { eq, getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auskunft } from '../../api/auskunft/faelle.ts';
import { wertartDerSpalte } from '../../api/auskunft/wertarten.ts';
import { sicher } from '../../api/kern/html.ts';
import { OHNE_AUSKUNFT } from '../../db/auskunft.ts';
import { mitAkteur } from '../../db/client.ts';
import { PLAN_FALL, PLAN_PERSON } from '../../db/loeschung/plan.ts';
import * as schema from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { HEUTE } from '../support/operationen/bedienung.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

/** Columns of text in which somebody writes, or a number or an id stands; by hand. */
const GESCHRIEBENES = (
  'abgangsbild.ereignisId ausgang.letzterFehler bedarfsentscheidung.grund begleitperson.kontakt begleitperson.name ' +
  'bestreitung.grund bestreitung.klasse dokument.klasse dokument.text eaktenverweis.nummer eaktenverweis.titel ' +
  'einwilligung.empfaenger einwilligung.entbundeneStellen eingang.ereignisId fall.fallnummer fall.hinweise fall.policyversion ' +
  'fall_ereignis.befehlId fall_ereignis.id frist.fristId handlungsbedarf.bezeichnung loeschantrag.grund ' +
  'loeschsperre.aufhebungsgrund loeschsperre.grund person.bgNummer person.kundennummer person.name ' +
  'policymigrationsschritt.vorher rueckmeldezugang.pruefwert rueckmeldezugang.verbrauchtMit sonderzugriff.grund sonderzugriff_freigabe.grund vorgang.hinweise vorgang_ereignis.befehlId ' +
  'vorgang_ereignis.id vorgang_frist.fristId'
)
  .split(' ')
  .sort();

/** Texts that look like something else. */
const AUSSEHEN = [
  '2024-13-45T99:99:99Z',
  '2024-99-99',
  '2024-05-31',
  'noch_nicht_gesagt',
  PERSONAL.fm,
  PERSONAL.fm.toUpperCase(),
];

describe('Auskunft: was ein Wert ist, sagt seine Spalte, nie sein Aussehen (13.11)', () => {
  let a: Aufbau;
  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
  });
  afterAll(() => a.ende());

  it('jede Spalte mit Text ist entweder ein Wort einer Liste oder geschrieben', () => {
    const gemeint = new Set([...PLAN_FALL, ...PLAN_PERSON].map(([tabelle]) => tabelle));
    const teile: readonly unknown[] = Object.values(schema);
    const geschrieben = teile
      .filter((teil): teil is PgTable => is(teil, PgTable))
      .filter((tabelle) => gemeint.has(getTableName(tabelle)) && !(getTableName(tabelle) in OHNE_AUSKUNFT))
      .flatMap((tabelle) =>
        Object.entries(getTableColumns(tabelle))
          .filter(([, { columnType }]) => columnType === 'PgText' || columnType === 'PgArray')
          .filter(([spalte]) => wertartDerSpalte(getTableName(tabelle), spalte) === 'geschrieben')
          .map(([spalte]) => `${getTableName(tabelle)}.${spalte}`),
      );
    expect(geschrieben.sort()).toEqual(GESCHRIEBENES);
  });

  it('ein Text, der nur wie ein Zeitpunkt, ein Tag, ein Wort oder eine Kennung aussieht, steht da, wie er geschrieben ist', async () => {
    const { fallId } = await a.merkeVor('aussehen');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    const { personId, id } = schema.fall;
    const system = { system: 'wartung' } as const;
    const [fall] = await mitAkteur(a.db, system, (tx) =>
      tx.select({ personId }).from(schema.fall).where(eq(id, fallId)),
    );
    const person = fall?.personId ?? '';
    for (const text of AUSSEHEN) {
      const begleitung = {
        rolle: 'sonstige',
        name: text,
        kontakt: text,
        angelegtAm: `${HEUTE}T08:00:00Z`,
      } as const;
      await mitAkteur(a.db, system, async (tx) => {
        await tx.delete(schema.begleitperson);
        await tx.insert(schema.begleitperson).values({ ...begleitung, id: randomUUID(), personId: person });
        await tx.update(schema.person).set({ name: text }).where(eq(schema.person.id, person));
      });
      const gegeben = await auskunft(a.umgebung, await a.konto(PERSONAL.fm), person);
      expect(gegeben.dokument.split(`<dd>${sicher(text)}</dd>`), text).toHaveLength(4);
      expect(JSON.stringify(gegeben.auskunft).split(JSON.stringify(text)), text).toHaveLength(4);
    }
    // What is a day or a word by its column is still said in words.
    const { dokument } = await auskunft(a.umgebung, await a.konto(PERSONAL.fm), person);
    expect(dokument).toContain('<dt>Vorgemerkt Am</dt><dd>01.12.2026</dd>');
    expect(dokument).toMatch(/<dt>Am<\/dt><dd>01\.12\.2026, 09:00<\/dd>/u);
    expect(dokument).not.toMatch(/<dd>[a-z]+_[a-z_]+<\/dd>/u);
  });
});

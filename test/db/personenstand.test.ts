import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aenderePerson, liesPersonansicht } from '../../api/personen/faelle.ts';
import type { PersonAenderung } from '../../api/personen/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import { regelwerk } from '../../ops/regelwerk.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { stelleZu } from '../support/zustellung-ohne-temporal.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const system = { system: 'wartung' } as const;
const JETZT = '2026-11-02T08:00:00Z';

describe('V-79: was die Stammdaten sagen, erfährt der Fall', () => {
  let a: Aufbau;
  let pap: Konto;
  let fallId: string;
  let person: string;

  const stand = async (): Promise<BestehenderFall> => {
    const [zeile] = await mitAkteur(a.db, system, (tx) =>
      tx.select({ stand: tabellen.fall.stand }).from(tabellen.fall).where(eq(tabellen.fall.id, fallId)),
    );
    if (zeile === undefined) throw new Error('kein Fall');
    return zeile.stand;
  };
  const offene = ({ fristen }: BestehenderFall): string[] =>
    fristen.filter(({ ende }) => ende === null).map(({ id }) => id);
  const aendere = async (felder: Omit<PersonAenderung, 'version'>): Promise<unknown> => {
    const { version } = await liesPersonansicht(a.umgebung, pap, person);
    return aenderePerson(a.umgebung, pap, {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf: { version, ...felder },
    });
  };
  const zugestellt = (): Promise<void> =>
    stelleZu({ db: a.db, faelle: a.faelle, jetzt: () => JETZT }, new Map());

  beforeAll(async () => {
    a = await baueAuf(JETZT);
    pap = await a.konto(PERSONAL.pap);
    ({ fallId } = await a.merkeVor('eins'));
    person = (await stand()).personId;
  });
  afterAll(() => a.ende());

  it('V-74: Tod und Wegzug liegen nicht in der Zukunft', async () => {
    for (const felder of [{ verstorbenAm: '2026-11-03' }, { verzogenAm: '2026-11-03' }])
      await expect(aendere(felder)).rejects.toMatchObject({ code: 'REGEL', regel: 'V-74' });
    expect(await liesPersonansicht(a.umgebung, pap, person)).toMatchObject({
      verstorbenAm: null,
      verzogenAm: null,
    });
  });

  it('unter dem ersten Regelwerk bleibt alles, mit der Übernahme hört der Fall davon', async () => {
    await mitAkteur(a.db, system, (tx) =>
      // As release 0.1 stored it: without the field.
      tx.update(tabellen.fall).set({
        stand: sql`(${tabellen.fall.stand} - 'weggefallen') || '{"regelwerk": 1}'`,
      }),
    );
    await aendere({ verzogenAm: '2026-11-02' });
    await zugestellt();
    expect(offene(await stand())).toEqual(['T-01']);
    expect(await regelwerk(a.db)).toBe(2);
    await zugestellt();
    await zugestellt();
    expect((await stand()).weggefallen?.grund).toBe('umzug');
    expect(offene(await stand())).toEqual(['T-55']);
  });

  it('berichtigt kommt die Pflicht zurück; was die Zugehörigkeit nicht berührt, wird nicht gemeldet', async () => {
    await aendere({ verzogenAm: null });
    await zugestellt();
    // The clock of the office went on meanwhile: more than one meeting may be due.
    expect([...new Set(offene(await stand()))]).toEqual(['T-01']);
    const meldungen = (): Promise<number> =>
      mitAkteur(a.db, system, async (tx) => {
        const zeilen = await tx
          .select({ id: tabellen.ausgang.id })
          .from(tabellen.ausgang)
          .where(eq(tabellen.ausgang.art, 'personenstand'));
        return zeilen.length;
      });
    const vorher = await meldungen();
    await aendere({ name: 'Neuer Name' });
    expect(await meldungen()).toBe(vorher);
  });
});

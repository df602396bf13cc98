import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aendereMailwahl, eigeneMailwahl } from '../../api/mailwahl/faelle.ts';
import type { Mailwahlrumpf } from '../../api/mailwahl/formen.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import { OHNE_WAHL } from '../../domain/mail/mailwahl.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const GEWAEHLT: Mailwahlrumpf = {
  erinnerung: 'keine',
  faellig: 'sofort',
  ueberfaellig: 'taeglich',
  mitteilung: 'keine',
};

describe('Wahl der Mails (Issue 16.3, ADR 75)', () => {
  let a: Aufbau;
  let umgebung: Umgebung;
  let fm: Konto;
  let tl: Konto;

  const waehle = (konto: Konto, rumpf: Mailwahlrumpf, uuid: string = randomUUID()) =>
    aendereMailwahl(umgebung, konto, { schluessel: { route: 'PATCH /ich/mailwahl', uuid }, rumpf });
  const zeilen = (konto: Konto) =>
    mitAkteur(a.apiDb, { mitarbeitende: konto.id }, (tx) =>
      tx.execute<{ konto_id: string }>(sql`select konto_id from mailwahl`),
    );

  beforeAll(async () => {
    a = await baueAuf('2026-12-04T08:00:00Z');
    umgebung = { ...a.umgebung, db: a.apiDb };
    fm = await a.konto(PERSONAL.fm);
    tl = await a.konto(PERSONAL.tl);
  });
  afterAll(() => a.ende());

  it('wer nichts gewählt hat, bekommt das Übliche; danach gilt, was zuletzt gewählt ist', async () => {
    expect(await eigeneMailwahl(umgebung, fm)).toEqual(OHNE_WAHL);
    await waehle(fm, { ...GEWAEHLT, mitteilung: 'sofort' });
    expect(await waehle(fm, GEWAEHLT)).toEqual(GEWAEHLT);
    expect(await eigeneMailwahl(umgebung, fm)).toEqual(GEWAEHLT);
  });

  it('POL-ESC: Überfälliges ohne Mail wird mit einem Satz abgelehnt, und die alte Wahl bleibt', async () => {
    await waehle(fm, GEWAEHLT);
    await expect(waehle(fm, { ...GEWAEHLT, ueberfaellig: 'keine' })).rejects.toMatchObject({
      code: 'REGEL',
      regel: 'POL-ESC',
      message: expect.stringContaining('immer auch per Mail') as string,
    });
    expect(await eigeneMailwahl(umgebung, fm)).toEqual(GEWAEHLT);
  });

  it('jede Wahl gehört ihrem Konto: Auch die Teamleitung sieht nur die eigene und ändert keine andere', async () => {
    await waehle(fm, GEWAEHLT);
    expect(await zeilen(tl)).toEqual([]);
    expect((await zeilen(fm)).map((zeile) => zeile.konto_id)).toEqual([fm.id]);
    expect(await eigeneMailwahl(umgebung, tl)).toEqual(OHNE_WAHL);
    const fremd = sql`update mailwahl set faellig = 'keine' where konto_id = ${fm.id} returning konto_id`;
    expect(await mitAkteur(a.apiDb, { mitarbeitende: tl.id }, (tx) => tx.execute(fremd))).toEqual([]);
    const alsFremde = sql`insert into mailwahl (konto_id, erinnerung, faellig, ueberfaellig, mitteilung, geaendert_am)
      values (${PERSONAL.pap}, 'keine', 'keine', 'sofort', 'keine', now())`;
    await expect(
      mitAkteur(a.apiDb, { mitarbeitende: tl.id }, (tx) => tx.execute(alsFremde)),
    ).rejects.toThrow();
  });

  it('das Protokoll hält fest, dass gewählt wurde, nicht was', async () => {
    await waehle(fm, GEWAEHLT);
    const [eintrag] = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.execute<{ gegenstand: string; akteur_id: string }>(
        sql`select gegenstand, akteur_id from protokoll where aktion = 'mailwahl_geaendert' limit 1`,
      ),
    );
    expect(eintrag).toEqual({ gegenstand: `mailwahl:${fm.id}`, akteur_id: fm.id });
  });
});

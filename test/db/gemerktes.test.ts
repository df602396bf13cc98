import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur, mitGemerktem, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { fuegeEintragAn, ladeKalenderFuerTeam } from '../../db/kalender.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { legePersonalAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';

const system = { system: 'wartung' } as const;
const erfasst = { erfasstAm: '2026-12-01T08:00:00Z', erfasstVon: PERSONAL.bereichsleitung };
const eintrag = (tag: string) => ({ tag, team: null, frei: true, grund: 'Geschlossen', ...erfasst });

describe('gemerkte Stammdaten (Issue 14, 1; ADR 63)', () => {
  let datenbanken: Datenbanken;
  let eine: Datenbank;
  let andere: Datenbank;

  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
    const url = await datenbanken.neue();
    [eine, andere] = [oeffneDatenbank(url, 2), oeffneDatenbank(url, 2)];
    await legePersonalAn(eine);
  });
  afterAll(async () => {
    await Promise.all([eine.schliesse(), andere.schliesse()]);
    await datenbanken.stop();
  });

  const kenntTage = async (db: Datenbank): Promise<string[]> => {
    const kalender = await mitGemerktem(db, system, (tx) => ladeKalenderFuerTeam(tx, TEAM));
    return kalender.abweichungen.map(({ tag }) => tag);
  };

  it('eine Änderung gilt mit der nächsten Transaktion in jedem Prozess, bis dahin liest keiner zweimal', async () => {
    const [eins, zwei] = await Promise.all(
      [eine, eine].map((db) => mitGemerktem(db, system, (tx) => ladeKalenderFuerTeam(tx, TEAM))),
    );
    expect(await mitGemerktem(eine, system, (tx) => ladeKalenderFuerTeam(tx, TEAM))).toBeOneOf([eins, zwei]);
    expect(await kenntTage(andere)).toEqual([]);
    await mitAkteur(andere, system, (tx) => fuegeEintragAn(tx, eintrag('2026-12-10')));
    expect(await kenntTage(eine)).toEqual(['2026-12-10']);
    expect(await kenntTage(andere)).toEqual(['2026-12-10']);
  });

  it('was zurückgerollt wird, hat nie jemand behalten; wer ändert, liest, was er geschrieben hat', async () => {
    const vorher = await kenntTage(eine);
    const versuch = mitAkteur(eine, system, async (tx) => {
      await fuegeEintragAn(tx, eintrag('2026-12-11'));
      const { abweichungen } = await ladeKalenderFuerTeam(tx, TEAM);
      expect(abweichungen.map(({ tag }) => tag)).toContain('2026-12-11');
      throw new Error('zurück');
    });
    await expect(versuch).rejects.toThrow('zurück');
    expect(await kenntTage(eine)).toEqual(vorher);
  });

  it.each([
    'mitarbeitende',
    'team',
    'teamverantwortung',
    'vertretungsring',
    'abwesenheit',
    'policyversion',
    'policyfreigabe',
    'kalenderabweichung',
  ])('eine Änderung an %s zählt beim Commit, als letzte Sperre der Transaktion', async (tabelle) => {
    const ausgeloest = await mitAkteur(eine, system, (tx) =>
      tx.execute(sql`select tgdeferrable, tginitdeferred from pg_trigger
        where tgrelid = ${tabelle}::regclass and tgname = ${`${tabelle}_geaendert`}`),
    );
    expect([...ausgeloest]).toEqual([{ tgdeferrable: true, tginitdeferred: true }]);
  });

  it('eine Änderung bewegt den Stand, ein Zurückrollen nicht', async () => {
    const stand = (): Promise<unknown> =>
      mitAkteur(eine, system, async (tx) => [
        ...(await tx.execute(sql`select version from stammdatenstand`)),
      ]);
    const aendere = (danach: () => void): Promise<void> =>
      mitAkteur(eine, system, async (tx) => {
        await tx.execute(sql`update team set version = version + 1`);
        danach();
      });
    const vorher = await stand();
    const zurueck = aendere(() => {
      throw new Error('zurück');
    });
    await expect(zurueck).rejects.toThrow('zurück');
    expect(await stand()).toEqual(vorher);
    await aendere(() => undefined);
    expect(await stand()).not.toEqual(vorher);
  });
});

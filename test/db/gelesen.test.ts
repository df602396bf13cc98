import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eingang, liesNachricht } from '../../api/arbeitslisten/faelle.ts';
import { eingangsabfrage } from '../../api/arbeitslisten/formen.ts';
import { legeRingFest, meldeAbwesenheit } from '../../api/personal/vertretungsfaelle.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const { fm, fm2, fm3 } = PERSONAL;
const neu = <R>(rumpf: R) => ({ schluessel: neuerSchluessel(), rumpf });

describe('Lesevermerke in der Vertretung (13.9)', () => {
  let a: Aufbau;
  let fallId: string;
  beforeAll(async () => {
    a = await baueAuf('2026-03-02T08:00:00Z');
    const mitglieder = [fm, fm2, fm3];
    await legeRingFest(a.umgebung, await a.konto(PERSONAL.tl), {
      id: TEAM,
      ...neu({ version: 0, mitglieder }),
    });
    const weg = { von: '2026-03-09', bis: '2026-03-13', grund: 'geplant' as const };
    await meldeAbwesenheit(a.umgebung, await a.konto(fm), { id: fm, ...neu(weg) });
    ({ fallId } = await a.merkeVor('gelesen'));
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm } });
    a.stelle('2026-03-09T08:00:00Z');
    const eingabe = { termin: '2026-03-17' };
    await a.gib('fm2', 'uebernahmegespraech_vereinbaren', { fallId, eingabe });
    const anders = { termin: '2026-03-18', grund: 'Passt besser.' };
    await a.gib('pap', 'termin_verlegen', { fallId, eingabe: anders });
  });
  afterAll(() => a.ende());

  const post = async (wer: string, gelesen?: 'true' | 'false') => {
    const wahl = eingangsabfrage.parse({ fall: fallId, ...(gelesen === undefined ? {} : { gelesen }) });
    const { eintraege } = await eingang(a.umgebung, await a.konto(wer), wahl);
    return eintraege.filter(({ vertretung }) => vertretung !== null);
  };
  const lies = async (wer: string, id: string): Promise<unknown> =>
    liesNachricht(a.umgebung, await a.konto(wer), { id, schluessel: neuerSchluessel() });

  it('was die Vertretung gelesen hat, ist für die vertretene Person ungelesen, und umgekehrt', async () => {
    const [nachricht] = await post(fm2);
    const id = nachricht?.id ?? '';
    expect(nachricht).toMatchObject({ an: { id: fm }, vertretung: { id: fm2 }, gelesenAm: null });
    await lies(fm2, id);
    expect(await post(fm2, 'true')).toMatchObject([{ id, gelesenAm: '2026-03-09T08:00:00Z' }]);
    expect((await post(fm2, 'false')).map((eine) => eine.id)).not.toContain(id);
    a.stelle('2026-03-16T08:00:00Z');
    expect(await post(fm, 'false')).toContainEqual(expect.objectContaining({ id, gelesenAm: null }));
    await lies(fm, id);
    await lies(fm, id);
    expect(await post(fm, 'true')).toMatchObject([{ id, gelesenAm: '2026-03-16T08:00:00Z' }]);
    const [zeile] = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select().from(tabellen.eingang).where(eq(tabellen.eingang.id, id)),
    );
    expect(zeile).toMatchObject({
      gelesenAm: '2026-03-16T08:00:00Z',
      vertretungGelesen: [{ von: fm2, am: '2026-03-09T08:00:00Z' }],
    });
  });
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Konto } from '../../api/kern/umgebung.ts';
import { berichtigeKundennummer, legePersonAn, liesPersonansicht } from '../../api/personen/faelle.ts';
import { personNeu } from '../../api/personen/formen.ts';
import { mitAkteur } from '../../db/client.ts';
import { protokoll } from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const ANGABEN = {
  kundennummer: 'DUB001',
  bgNummer: 'BG/0001',
  name: 'Müller, Anna',
  geburtsdatum: '1990-05-04',
  rechtskreis: 'sgb_ii',
  erwerbsfaehig: true,
};

describe('doppelte Personen und falsche Nummern (16.1, E01)', () => {
  let a: Aufbau;
  let pap: Konto;
  let pap2: Konto;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    [pap, pap2] = [await a.konto(PERSONAL.pap), await a.konto(PERSONAL.pap2)];
  });
  afterAll(() => a.ende());

  const lege = (wer: Konto, anders: object): ReturnType<typeof legePersonAn> =>
    legePersonAn(a.umgebung, wer, {
      schluessel: neuerSchluessel(),
      rumpf: personNeu.parse({ ...ANGABEN, ...anders }),
    });

  it('gleicher Name und Geburtstag halten auf, auch wenn die andere Person nicht die eigene ist, und verraten nicht mehr', async () => {
    await lege(pap, {});
    const zweite = { kundennummer: 'DUB002', name: 'anna-maria MUELLER' };
    const absage = await lege(pap2, zweite).catch((fehler: unknown) => fehler);
    expect(absage).toMatchObject({
      code: 'BEREITS_VORHANDEN',
      felder: [{ pfad: 'andereMitDiesemNamen' }],
    });
    expect(JSON.stringify([absage, String(absage)])).not.toMatch(/DUB001|Anna/u);
    // Somebody else born that day, somebody of that name born another day, and whoever says that it is another person.
    await lege(pap2, { kundennummer: 'DUB003', name: 'Müller, Hanna' });
    await lege(pap2, { kundennummer: 'DUB004', geburtsdatum: '1990-05-05' });
    await lege(pap2, { ...zweite, andereMitDiesemNamen: true });
  });

  it('eine falsche Nummer wird mit Grund berichtigt; im Protokoll steht der Grund und keine Nummer', async () => {
    const { id, version } = await lege(pap, { kundennummer: 'DUB010', name: 'Muster, Ole' });
    const rumpf = { version, kundennummer: 'DUB011', grund: 'tippfehler' as const };
    const auftrag = { id, schluessel: neuerSchluessel(), rumpf };
    expect(await berichtigeKundennummer(a.umgebung, pap, auftrag)).toEqual({ id, version: 2 });
    // Sent twice it is the same.
    expect(await berichtigeKundennummer(a.umgebung, pap, auftrag)).toEqual({ id, version: 2 });
    expect((await liesPersonansicht(a.umgebung, pap, id)).kundennummer).toBe('DUB011');
    const eintraege = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select().from(protokoll).where(eq(protokoll.aktion, 'kundennummer_berichtigt')),
    );
    expect(eintraege).toMatchObject([{ akteurId: pap.id, gegenstand: `person:${id}:tippfehler` }]);
    expect(JSON.stringify(eintraege)).not.toMatch(/DUB01/u);
  });

  it('V-75 und die Nummer einer anderen Person werden abgelehnt, auch einer fremden', async () => {
    const { id } = await lege(pap, { kundennummer: 'DUB020', name: 'Muster, Ida' });
    await lege(pap2, { kundennummer: 'DUB021', name: 'Muster, Eva' });
    const berichtige = (rumpf: object): Promise<unknown> =>
      berichtigeKundennummer(a.umgebung, pap, {
        id,
        schluessel: neuerSchluessel(),
        rumpf: { version: 1, kundennummer: 'DUB022', grund: 'falsche_person', ...rumpf },
      });
    await expect(berichtige({ kundennummer: 'DUB021' })).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
      felder: [{ pfad: 'kundennummer' }],
    });
    await expect(berichtige({ version: 7 })).rejects.toMatchObject({ code: 'VERALTET' });
    await expect(
      berichtigeKundennummer(a.umgebung, pap2, {
        id,
        schluessel: neuerSchluessel(),
        rumpf: { version: 1, kundennummer: 'DUB023', grund: 'tippfehler' },
      }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });
});

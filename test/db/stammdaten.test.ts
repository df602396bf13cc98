import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { personal, teams } from '../../api/organisation/faelle.ts';
import {
  aenderePerson,
  legePersonAn,
  liesPersonansicht,
  liesPersonenseite,
} from '../../api/personen/faelle.ts';
import { aendereHandlungsbedarf, erfasseHandlungsbedarf } from '../../api/personen/bedarfsfaelle.ts';
import { erstelleProfil } from '../../api/personen/profilfaelle.ts';
import { policies } from '../../api/policy/faelle.ts';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { personalabfrage } from '../../api/organisation/formen.ts';
import { personenabfrage, personSchema } from '../../api/personen/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const system = { system: 'wartung' } as const;

describe('Stammdaten (E01, E04, E05, E39, E40; rollen.md 3)', () => {
  let a: Aufbau;
  let pap: Konto;
  let fm: Konto;
  let tl: Konto;
  let bl: Konto;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    const konto = (id: string): Promise<Konto> => a.konto(id);
    [pap, fm, tl, bl] = (await Promise.all(
      [PERSONAL.pap, PERSONAL.fm, PERSONAL.tl, PERSONAL.bereichsleitung].map(konto),
    )) as [Konto, Konto, Konto, Konto];
  });
  afterAll(() => a.ende());

  let zaehler = 0;
  const rumpf = (): Parameters<typeof legePersonAn>[2]['rumpf'] => ({
    kundennummer: `KN${String((zaehler += 1)).padStart(6, '0')}`,
    bgNummer: 'BG/0001',
    name: `Demo Person ${String(zaehler)}`,
    geburtsdatum: '1990-05-04',
    rechtskreis: 'sgb_ii',
    erwerbsfaehig: true,
    zurArbeitsvermittlungAngemeldet: true,
    bevorzugteSprache: null,
    verstorbenAm: null,
    verzogenAm: null,
  });
  const lege = async (): Promise<string> =>
    (await legePersonAn(a.umgebung, pap, { schluessel: neuerSchluessel(), rumpf: rumpf() })).id;

  it('eine Person entsteht je Schlüssel einmal, mit Protokoll, ohne Inhalt darin', async () => {
    const auftrag = { schluessel: neuerSchluessel(), rumpf: rumpf() };
    const alle = await Promise.all([1, 2, 3].map(() => legePersonAn(a.umgebung, pap, auftrag)));
    expect(new Set(alle.map(({ id }) => id)).size).toBe(1);
    const gegenstand = `person:${alle[0]?.id ?? ''}`;
    const eintraege = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.gegenstand, gegenstand)),
    );
    expect(eintraege).toMatchObject([{ aktion: 'person_angelegt', akteurId: pap.id }]);
    expect(JSON.stringify(eintraege)).not.toContain('Demo Person');
    await expect(
      legePersonAn(a.umgebung, pap, { schluessel: neuerSchluessel(), rumpf: auftrag.rumpf }),
    ).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
  });

  it('V-75: wer einen alten Stand ändert, bekommt 409 und ändert nichts', async () => {
    const id = await lege();
    const aendere = (version: number, name: string): Promise<unknown> =>
      aenderePerson(a.umgebung, pap, { id, schluessel: neuerSchluessel(), rumpf: { version, name } });
    await expect(aendere(1, 'Neuer Name')).resolves.toEqual({ id, version: 2 });
    await expect(aendere(1, 'Anderer Name')).rejects.toMatchObject({ code: 'VERALTET', regel: 'V-75' });
    expect(await liesPersonansicht(a.umgebung, pap, id)).toMatchObject({ name: 'Neuer Name', version: 2 });
  });

  it('Profil und Handlungsbedarfe behalten ihre Geschichte und zählen am Stand der Person', async () => {
    const id = await lege();
    const neu = {
      datum: '2026-11-30',
      profillage: 'stabilisierungsprofil',
      anlass: 'erst',
      abgesichert: false,
    } as const;
    await erstelleProfil(a.umgebung, pap, { id, schluessel: neuerSchluessel(), rumpf: neu });
    await erstelleProfil(a.umgebung, pap, {
      id,
      schluessel: neuerSchluessel(),
      rumpf: { ...neu, datum: '2026-12-01', anlass: 'fortschreibung' },
    });
    const hb = {
      schluesselgruppe: 'rahmenbedingungen',
      bezeichnung: 'Wohnsituation',
      erkanntAm: '2026-11-30',
      massgeblichFuerUebergabe: true,
    } as const;
    const { id: bedarf } = await erfasseHandlungsbedarf(a.umgebung, pap, {
      id,
      schluessel: neuerSchluessel(),
      rumpf: hb,
    });
    const setze = (version: number, status: 'in_bearbeitung' | 'abgebaut'): Promise<unknown> =>
      aendereHandlungsbedarf(a.umgebung, pap, {
        id,
        bedarf,
        schluessel: neuerSchluessel(),
        rumpf: { version, status },
      });
    await setze(1, 'in_bearbeitung');
    await expect(setze(1, 'abgebaut')).rejects.toMatchObject({ code: 'VERALTET' });
    await setze(2, 'abgebaut');
    const person = await liesPersonansicht(a.umgebung, pap, id);
    expect(person.version).toBe(6);
    expect(person.profile.map(({ anlass }) => anlass)).toEqual(['erst', 'fortschreibung']);
    expect(person.handlungsbedarfe[0]).toMatchObject({ status: 'abgebaut', version: 3, erkanntVon: 'pap' });
    expect(person.handlungsbedarfe[0]?.verlauf.map(({ status }) => status)).toEqual([
      'offen',
      'in_bearbeitung',
      'abgebaut',
    ]);
    await expect(
      erstelleProfil(a.umgebung, pap, {
        id,
        schluessel: neuerSchluessel(),
        rumpf: { ...neu, datum: '2026-12-02' },
      }),
    ).rejects.toMatchObject({ regel: 'V-74' });
  });

  it('eine fremde Person ist 403, eine unbekannte 404; die Teamleitung liest, führt aber kein Profil', async () => {
    const id = await lege();
    const pap2 = await a.konto(PERSONAL.pap2);
    await expect(liesPersonansicht(a.umgebung, pap2, id)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(liesPersonansicht(a.umgebung, fm, id)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(liesPersonansicht(a.umgebung, pap, randomUUID())).rejects.toMatchObject({
      code: 'NICHT_GEFUNDEN',
    });
    expect((await liesPersonansicht(a.umgebung, tl, id)).id).toBe(id);
    const profil = { datum: '2026-12-01', profillage: null, anlass: 'erst', abgesichert: false } as const;
    await expect(
      erstelleProfil(a.umgebung, tl, { id, schluessel: neuerSchluessel(), rumpf: profil }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect((await liesPersonenseite(a.umgebung, pap2, personenabfrage.parse({}))).gesamt).toBe(0);
    expect(
      (await liesPersonenseite(a.umgebung, pap, personenabfrage.parse({ limit: '1' }))).gesamt,
    ).toBeGreaterThan(1);
  });

  it('R09, R11: die Person hat ihr FM U25; es und der Jour-Fixe führen ihr Profil vor dem bFM', async () => {
    const [u25, av] = await Promise.all([PERSONAL.fm_u25, PERSONAL.jour_fixe_av].map(a.konto));
    const id = await lege();
    const ordneZu = (version: number, fmU25: string | null): Promise<unknown> =>
      aenderePerson(a.umgebung, pap, { id, schluessel: neuerSchluessel(), rumpf: { version, fmU25 } });
    await expect(liesPersonansicht(a.umgebung, u25 as Konto, id)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await expect(ordneZu(1, PERSONAL.fm)).rejects.toMatchObject({ code: 'REGEL' });
    await ordneZu(1, PERSONAL.fm_u25);
    expect(await liesPersonansicht(a.umgebung, u25 as Konto, id)).toMatchObject({ fmU25: PERSONAL.fm_u25 });
    const eigene = await liesPersonenseite(a.umgebung, u25 as Konto, personenabfrage.parse({}));
    expect(eigene.eintraege.map((p) => p.id)).toEqual([id]);
    for (const [wer, erkanntVon] of [
      [u25, 'fm_u25'],
      [av, 'jour_fixe'],
    ] as const) {
      const hb = { schluesselgruppe: 'motivation', bezeichnung: 'Neu', erkanntAm: '2026-11-30' } as const;
      const rumpf = { ...hb, massgeblichFuerUebergabe: false };
      await erfasseHandlungsbedarf(a.umgebung, wer as Konto, { id, schluessel: neuerSchluessel(), rumpf });
      const ansicht = await liesPersonansicht(a.umgebung, pap, id);
      expect(personSchema.parse(ansicht)).toEqual(ansicht);
      const { handlungsbedarfe } = ansicht;
      expect(handlungsbedarfe.map((bedarf) => bedarf.erkanntVon)).toContain(erkanntVon);
    }
    const liste = (wahl: object): Promise<{ gesamt: number }> =>
      liesPersonenseite(a.umgebung, av as Konto, { ...personenabfrage.parse({}), ...wahl });
    expect((await liste({})).gesamt).toBe(0);
    expect(
      (await liste({ kundennummer: (await liesPersonansicht(a.umgebung, pap, id)).kundennummer })).gesamt,
    ).toBe(1);
    await ordneZu(4, null);
    expect(await liesPersonansicht(a.umgebung, pap, id)).toMatchObject({ fmU25: null });
  });

  it('V-75: zwischen Lesen und Aufzeichnen geändert, und die Entscheidung gilt nicht', async () => {
    const { fallId } = await a.merkeVor('v75');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-12-01' } });
    const dazwischen = a.mitFaellen({
      ...a.faelle,
      sende: async (sendung) => {
        const person = (await liesFallansicht(a.umgebung, pap, fallId)).person?.id ?? '';
        const profil = {
          datum: '2026-12-01',
          profillage: 'marktprofil',
          anlass: 'fortschreibung',
          abgesichert: false,
        } as const;
        await erstelleProfil(a.umgebung, pap, { id: person, schluessel: neuerSchluessel(), rumpf: profil });
        return a.faelle.sende(sendung);
      },
    });
    const auftrag = {
      vertrag: vertragFuer('uebernahmegespraech_fuehren'),
      id: fallId,
      schluessel: randomUUID(),
      eingabe: { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'] },
    };
    await expect(fuehreAus(dazwischen, fm, auftrag)).rejects.toMatchObject({
      code: 'VERALTET',
      regel: 'V-75',
    });
    await expect(fuehreAus(a.umgebung, fm, { ...auftrag, schluessel: randomUUID() })).resolves.toMatchObject({
      zustand: 'zugangspruefung',
    });
  });

  it('Personal mit Rolle, Team und Anteil; Teams und Policies sind zu lesen', async () => {
    const seite = await personal(
      a.umgebung,
      pap,
      personalabfrage.parse({ rolle: 'fm', sortierung: '-anzeigename' }),
    );
    expect(seite.gesamt).toBe(3);
    expect(seite.eintraege[0]).toMatchObject({
      anzeigename: 'Demo Fallmanagement 3',
      anteil: 1,
      team: { kennzeichen: '621' },
    });
    expect(await teams(a.umgebung, pap)).toMatchObject([{ kennzeichen: '621', land: 'HB' }]);
    expect(await policies(a.umgebung, pap)).toMatchObject([
      { name: 'standard', stand: 'eingebaut', aktiv: true },
      { name: 'ba-2010', stand: 'eingebaut', aktiv: false },
    ]);
  });

  it('DS-01, DS-29: K3 liest nur die zuständige FM, und das wird protokolliert', async () => {
    const { fallId } = await a.merkeVor('k3');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-12-01' } });
    await a.gib('fm', 'uebernahmegespraech_fuehren', {
      fallId,
      eingabe: {
        art: 'persoenlich',
        teilnehmer: ['bewerber', 'pap', 'fm'],
        vorteilsuebersetzung: 'Nur für die FM.',
      },
    });
    const klassen = async (wer: Konto): Promise<string[]> => {
      const { geschichte } = await liesFallansicht(a.umgebung, wer, fallId);
      const alle = geschichte.flatMap(({ texte }) => texte.map(({ klasse }) => klasse));
      return [...new Set(alle)].sort();
    };
    expect(await klassen(pap)).toEqual(['K2']);
    expect(await klassen(tl)).toEqual(['K2']);
    await expect(klassen(bl)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await klassen(fm)).toEqual(['K2', 'K3']);
    const einsichten = await mitAkteur(a.db, system, (tx) =>
      tx
        .select()
        .from(tabellen.protokoll)
        .where(and(eq(tabellen.protokoll.fallId, fallId), eq(tabellen.protokoll.aktion, 'texte_gelesen'))),
    );
    expect(einsichten).toMatchObject([{ akteurId: fm.id, rechtsgrundlage: 'DS-29' }]);
    const fm2 = await a.konto(PERSONAL.fm2);
    await expect(liesFallansicht(a.umgebung, fm2, fallId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });
});

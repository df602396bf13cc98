import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meineFaelle, meineFristen, nachhaltungen } from '../../api/arbeitslisten/faelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { erstelleProfil } from '../../api/personen/profilfaelle.ts';
import { fristenabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const system = { system: 'wartung' } as const;
const INHALT = 'Was mit der Schuldnerberatung vereinbart ist.';

describe('Abgang und die Zeit danach (TR42–TR48, T-23–T-28, R05)', () => {
  let a: Aufbau;
  let fallId: string;
  const wer = (kuerzel: keyof typeof PERSONAL): Promise<Konto> => a.konto(PERSONAL[kuerzel]);
  const zeile = async () => {
    const [fall] = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.fall).where(eq(tabellen.fall.id, fallId)),
    );
    return fall;
  };
  const fm = (befehl: Parameters<Aufbau['gib']>[1], eingabe: unknown) =>
    a.gib('fm', befehl, { fallId, eingabe });

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    const person = await legePersonAn(a.db, 'abgang');
    const tage = {
      vorgemerktAm: '2026-07-01',
      uebernahmegespraechAm: '2026-07-15',
      fallzugangAm: '2026-08-03',
    };
    const bestand = { ...tage, zuordnung: { am: '2026-07-07', fm: PERSONAL.fm } };
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe: { person, bestand } }));
    await fm('abgang_einleiten', { grund: 'X8', begruendung: 'Keine Perspektive.' });
    await fm('aufnehmende_stelle_klaeren', { weg: 'vormaliger_pap', pap: PERSONAL.pap2 });
    await fm('fallbesprechung_fuehren', { naechsteSchritte: 'Halbjährlich.', inhalt: INHALT });
    await erstelleProfil(a.umgebung, await wer('fm'), {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf: {
        datum: '2026-12-01',
        anlass: 'fallabgang',
        profillage: 'stabilisierungsprofil',
        abgesichert: true,
      },
    });
  });
  afterAll(() => a.ende());

  it('die aufnehmende Stelle liest die Fallbesprechung, die abgebende nicht; die Einsicht steht im Protokoll', async () => {
    const texte = async (kuerzel: 'pap' | 'pap2'): Promise<string[]> => {
      const sicht = await liesFallansicht(a.umgebung, await wer(kuerzel), fallId);
      return sicht.geschichte.flatMap((e) => e.texte).map((t) => t.text);
    };
    expect(await texte('pap2')).toEqual(expect.arrayContaining(['Halbjährlich.', INHALT]));
    expect(await texte('pap')).toContain('Halbjährlich.');
    expect(await texte('pap')).not.toContain(INHALT);
    expect(await texte('pap2')).not.toContain('Keine Perspektive.');
    const einsichten = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.aktion, 'texte_gelesen')),
    );
    expect(einsichten.map((e) => e.akteurId)).toEqual([PERSONAL.pap2, PERSONAL.pap2]);
    const meine = await meineFaelle(a.umgebung, await wer('pap2'), {
      limit: 10,
      offset: 0,
      sortierung: 'fallnummer',
    });
    expect(meine.eintraege.map((f) => f.fallId)).toEqual([fallId]);
  });

  it('der Fallabgang steht mit Grund, Wertung und dem Bild der Akte in der Datenbank (AC-83, E35)', async () => {
    const antwort = await fm('akh_festlegen', {
      begruendung: 'Keine Perspektive.',
      abschlussvermerk: 'Stand.',
      zielerreichung: 'nicht_erreicht',
      gruende: ['kein_steuerungsvermoegen'],
      ausfuehrlicheBegruendung:
        'Auch mit engmaschiger Begleitung ist derzeit keine Veränderung zu erreichen.',
      bis: '2027-06-12',
    });
    expect(antwort).toMatchObject({ zustand: 'beendet', neben: ['akh_passiv', 'nachhaltung'] });
    expect(await zeile()).toMatchObject({
      abgangsgrund: 'X8',
      erfolgreich: false,
      abbruch: true,
      aufnehmenderPapId: PERSONAL.pap2,
      neben: ['akh_passiv', 'nachhaltung'],
    });
    const bilder = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.abgangsbild).where(eq(tabellen.abgangsbild.fallId, fallId)),
    );
    expect(bilder).toHaveLength(1);
    expect(bilder[0]?.bild).toMatchObject({ profil: { anlass: 'fallabgang' } });
    const { abgangsgrund, erfolgreich, abbruch } = await liesFallansicht(a.umgebung, await wer('fm'), fallId);
    expect({ abgangsgrund, erfolgreich, abbruch }).toEqual({
      abgangsgrund: 'X8',
      erfolgreich: false,
      abbruch: true,
    });
  });

  it('die Wiedervorlage ist Sache der aufnehmenden Stelle; die Nachhaltung sehen FM, Teamleitung und Controlling', async () => {
    const wahl = fristenabfrage.parse({});
    const fristen = async (kuerzel: 'pap' | 'pap2'): Promise<string[]> =>
      (await meineFristen(a.umgebung, await wer(kuerzel), wahl)).eintraege.map((f) => `${f.frist} ${f.name}`);
    expect(await fristen('pap2')).toEqual(['T-23 Frist']);
    expect(await fristen('pap')).toEqual([]);
    for (const kuerzel of ['fm', 'tl', 'controlling'] as const) {
      const { eintraege } = await nachhaltungen(a.umgebung, await wer(kuerzel), wahl);
      expect(eintraege.map((f) => f.frist)).toEqual(['T-24', 'T-25', 'T-26']);
      expect(eintraege.every((f) => (f.person === null) === (kuerzel === 'controlling'))).toBe(true);
    }
    expect((await nachhaltungen(a.umgebung, await wer('fm2'), wahl)).eintraege).toEqual([]);
  });

  it('wer die Nachhaltung übertragen bekommt, hat den Fall und die Fristen (TR57)', async () => {
    const eingabe = { fm: PERSONAL.fm2 };
    await expect(a.gib('fm', 'nachhaltung_uebertragen', { fallId, eingabe })).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await expect(
      a.gib('tl', 'nachhaltung_uebertragen', { fallId, eingabe: { fm: PERSONAL.pap } }),
    ).rejects.toMatchObject({ code: 'REGEL', regel: 'TR57' });
    await a.gib('tl', 'nachhaltung_uebertragen', { fallId, eingabe });
    const wahl = fristenabfrage.parse({ frist: 'T-24' });
    expect((await nachhaltungen(a.umgebung, await wer('fm2'), wahl)).eintraege).toHaveLength(1);
    const verbleib = { messpunkt: 6, arbeitsaufnahmeAm: '2026-12-01', leistungsbezug: false };
    await expect(fm('verbleib_erfassen', verbleib)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await a.gib('fm2', 'verbleib_erfassen', { fallId, eingabe: verbleib })).toMatchObject({
      fakten: { zaehltAb: 6, messpunktErfuellt: false },
    });
  });

  it('der pAp kann die Zeit nicht ändern und bekommt die Regel dazu (V-62)', async () => {
    const eingabe = {
      bis: '2027-01-31',
      begruendung: 'Die Person möchte früher wieder eingeladen werden als geplant.',
    };
    await expect(a.gib('pap2', 'akh_frist_aendern', { fallId, eingabe })).rejects.toMatchObject({
      code: 'REGEL',
      regel: 'V-62',
    });
  });
});

import { and, eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listeSchreiben, liesSchreiben } from '../../api/schreiben/faelle.ts';
import type { Schreiben } from '../../api/schreiben/formen.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';
const PFLICHTEN = 'Kommt zu jedem Termin & <sagt ab>, wenn es nicht geht.';
const GRUENDE = 'Vieles geht mit der Ansprechperson allein.';

describe('Schreiben an die Person (TR10, TR15, TR27, TR51, TR58; DS-29)', () => {
  let a: Aufbau;
  let fallId: string;

  const gib = (befehl: string, eingabe: object, wo = fallId): Promise<unknown> =>
    a.gib(befehl === 'zuordnen' || befehl === 'fm_wechseln' ? 'tl' : 'fm', befehl as never, {
      fallId: wo,
      eingabe,
    });
  const titel = async (wo: string, wer: keyof typeof PERSONAL = 'fm'): Promise<string[]> => {
    const { schreiben } = await listeSchreiben(a.umgebung, await a.konto(PERSONAL[wer]), wo);
    return schreiben.map((s) => s.titel);
  };
  const brief = async (
    uebergang: string,
    wo = fallId,
    wer: keyof typeof PERSONAL = 'fm',
  ): Promise<Schreiben> => {
    const konto = await a.konto(PERSONAL[wer]);
    const { schreiben } = await listeSchreiben(a.umgebung, await a.konto(PERSONAL.fm), wo);
    const sequenz = schreiben.findLast((s) => s.uebergang === uebergang)?.sequenz ?? 0;
    return liesSchreiben(a.umgebung, konto, { fallId: wo, sequenz });
  };
  const vermerke = (): Promise<{ aktion: string; klassen: readonly string[] | null }[]> =>
    mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .select({ aktion: tabellen.protokoll.aktion, klassen: tabellen.protokoll.klassen })
        .from(tabellen.protokoll)
        .where(and(eq(tabellen.protokoll.fallId, fallId), isNotNull(tabellen.protokoll.klassen))),
    );

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    const person = await legePersonAn(a.db, 'schreiben');
    const eingabe = { person, bestand: { ...BESTAND, vereinbarungenAm: [] } };
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe }));
    await gib('vereinbarung_abschliessen', {
      gueltigBis: '2027-05-31',
      leistungenTraeger: 'Termin bei der Beratungsstelle',
      pflichtenKunde: PFLICHTEN,
      zeitrahmen: 'sechs Monate',
      angebotsinformationGegebenAm: HEUTE,
    });
  });
  afterAll(() => a.ende());

  it('die Ausfertigung der Vereinbarung trägt ihren Inhalt, unschädlich gemacht, und steht im Protokoll', async () => {
    const vorher = (await vermerke()).length;
    const { dokument, uebergang } = await brief('TR27');
    expect(uebergang).toBe('TR27');
    for (const wort of ['Kooperationsplan', '31.05.2027', 'Termin bei der Beratungsstelle', 'Gilt bis'])
      expect(dokument).toContain(wort);
    expect(dokument).toContain('Kommt zu jedem Termin &amp; &lt;sagt ab&gt;, wenn es nicht geht.');
    const neu = (await vermerke()).slice(vorher);
    expect(neu).toEqual([{ aktion: 'texte_gelesen', klassen: ['K3'] }]);
  });

  it('TR58: was berichtigt ist, steht dabei', async () => {
    await gib('berichtigen', {
      bezug: { art: 'vereinbarung_abgeschlossen' },
      neuesDatum: '2026-11-30',
      neuerText: 'Sie kommt mit dem Bus.',
      grund: 'Verschrieben.',
    });
    const { dokument } = await brief('TR27');
    expect(dokument).toContain('Richtiger Tag: 30.11.2026');
    expect(dokument).toContain('Sie kommt mit dem Bus.');
    expect(dokument).not.toContain('Verschrieben.');
  });

  it('wer den geschützten Bereich nicht liest, bekommt keines; der Versuch steht im Protokoll', async () => {
    for (const wer of ['pap', 'tl', 'fm3'] as const)
      await expect(brief('TR27', fallId, wer)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await titel(fallId, 'tl')).toContain('Ihre Ausfertigung der Vereinbarung');
    const versuche = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.aktion, 'einsicht_verweigert')),
    );
    expect(versuche).toHaveLength(3);
  });

  it('zu einem Eintrag ohne Schreiben gibt es keines', async () => {
    const konto = await a.konto(PERSONAL.fm);
    for (const sequenz of [1, 999])
      await expect(liesSchreiben(a.umgebung, konto, { fallId, sequenz })).rejects.toMatchObject({
        code: 'NICHT_GEFUNDEN',
      });
  });

  it('Einladung, Verlegung und Gründe der Abweisung; die neue Ansprechperson mit Namen', async () => {
    const { fallId: neu } = await a.merkeVor('schreiben-zugang');
    await gib('zuordnen', { fm: PERSONAL.fm }, neu);
    const termin = { termin: '2026-12-08', uhrzeit: '09:30', dauerMinuten: 60, ort: 'fm_buero' };
    await gib('uebernahmegespraech_vereinbaren', termin, neu);
    expect((await brief('TR10', neu)).dokument).toMatch(/08\.12\.2026[^]*09:30 Uhr[^]*etwa 60 Minuten/u);
    await gib('termin_verlegen', { termin: '2026-12-10', grund: 'Krankheit im Team.' }, neu);
    const verlegt = (await brief('TR11', neu)).dokument;
    expect(verlegt).toContain('10.12.2026');
    expect(verlegt).not.toContain('Krankheit im Team.');
    const gespraech = { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'] };
    await gib('uebernahmegespraech_fuehren', gespraech, neu);
    const urteil = { ergebnis: 'nein', begruendung: 'Es geht ohne enge Begleitung gut voran.' };
    const abweisung = { ergebnis: 'abweisung', grund: 'kriterium_b_negativ', begruendung: GRUENDE };
    await gib('zugang_entscheiden', { kriteriumB: urteil, ...abweisung, besprochenAm: HEUTE }, neu);
    expect((await brief('TR15', neu)).dokument).toContain(GRUENDE);

    const { fallId: dritter } = await a.merkeVor('schreiben-wechsel');
    await gib('zuordnen', { fm: PERSONAL.fm3 }, dritter);
    await gib('fm_wechseln', { fm: PERSONAL.fm, grund: 'Vertrauen fehlt.' }, dritter);
    const { dokument } = await brief('TR51', dritter);
    const { anzeigename } = await a.konto(PERSONAL.fm);
    expect(dokument).toContain(`${anzeigename} im Fallmanagement für Sie zuständig`);
    expect(dokument).not.toContain('Vertrauen fehlt.');
  });
});

import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erteileEinwilligung } from '../../api/einwilligungen/faelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { liesFallblatt, liesProtokoll } from '../../api/faelle/blattfaelle.ts';
import { legeRingFest, meldeAbwesenheit } from '../../api/personal/vertretungsfaelle.ts';
import { liesPersonansicht } from '../../api/personen/faelle.ts';
import { erfasseHandlungsbedarf } from '../../api/personen/bedarfsfaelle.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { BESTAND } from '../support/bestand.ts';
import { FACHDIENST } from '../support/einwilligung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const HEUTE = '2026-12-01';
const GUTACHTEN = 'Tätigkeiten im Sitzen, höchstens vier Stunden.';
const BERUF = 'Gesellenbrief als Koch.';

describe('Assessment und Fallblatt: wer was liest (V-35, V-66, DS-01, DS-29)', () => {
  let a: Aufbau;
  let fallId: string;
  let person: string;
  let bedarf: string;
  const konto = (wer: keyof typeof PERSONAL): Promise<Konto> => a.konto(PERSONAL[wer]);

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    person = await legePersonAn(a.db, 'assessment');
    const rumpf = {
      schluesselgruppe: 'rahmenbedingungen',
      bezeichnung: 'Wohnraum',
      erkanntAm: HEUTE,
    } as const;
    const neu = { ...rumpf, massgeblichFuerUebergabe: false };
    const angelegt = { id: person, schluessel: neuerSchluessel(), rumpf: neu };
    ({ id: bedarf } = await erfasseHandlungsbedarf(a.umgebung, await konto('pap'), angelegt));
    const eingabe = { person, bestand: BESTAND };
    ({ fallId } = await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe }));
    await a.gib('fm', 'assessment_beginnen', { fallId, eingabe: { freiwilligkeitErklaertAm: HEUTE } });
    await erteileEinwilligung(a.umgebung, await konto('fm'), {
      id: person,
      schluessel: neuerSchluessel(),
      rumpf: { ...FACHDIENST, erteiltAm: HEUTE },
    });
    await a.gib('fm', 'gutachten_einleiten', { fallId, eingabe: { art: 'aerztlich' } });
    await a.gib('fm', 'gutachten_unterlagen_erfassen', { fallId, eingabe: {} });
    const eintrag = { aussage: 'tatsache', reaktionKunde: 'bestaetigt', zweckHb: bedarf } as const;
    await a.gib('fm', 'assessment_eintrag_erfassen', {
      fallId,
      eingabe: { ...eintrag, bereich: 'berufsbiografie', quelle: 'gespraech', text: BERUF },
    });
    await a.gib('fm', 'assessment_eintrag_erfassen', {
      fallId,
      eingabe: { ...eintrag, bereich: 'gesundheit', quelle: 'gutachten', text: GUTACHTEN },
    });
  });
  afterAll(() => a.ende());

  it('der Fallmanager liest beide Einträge; der aus dem Gutachten gehört zu K4', async () => {
    const { eintraege } = await liesProtokoll(a.umgebung, await konto('fm'), fallId);
    const texte = eintraege.map((e) => e.texte.filter(({ feld }) => feld === 'text'));
    expect(texte).toEqual([
      [{ feld: 'text', klasse: 'K3', text: BERUF }],
      [{ feld: 'text', klasse: 'K4', text: GUTACHTEN }],
    ]);
  });

  it.each(['pap', 'tl', 'fm2'] as const)('%s liest weder Protokoll noch Fallblatt', async (wer) => {
    const fremd = await konto(wer);
    const code = { code: 'NICHT_BERECHTIGT' };
    await expect(liesProtokoll(a.umgebung, fremd, fallId)).rejects.toMatchObject(code);
    await expect(liesFallblatt(a.umgebung, fremd, fallId)).rejects.toMatchObject(code);
  });

  it('der pAp sieht in der Geschichte, dass es ein Assessment gibt, und die Bezeichnung des Handlungsbedarfs', async () => {
    const pap = await konto('pap');
    const { geschichte, phasen } = await liesFallansicht(a.umgebung, pap, fallId);
    const arten = geschichte.map(({ art }) => art);
    expect(arten).toContain('assessment_begonnen');
    expect(arten).not.toContain('assessment_eintrag_erfasst');
    expect(JSON.stringify(geschichte)).not.toContain(BERUF);
    expect(JSON.stringify(geschichte)).not.toContain('gesundheit');
    expect(phasen.map(({ phase }) => phase)).toContain('assessment');
    const akte = await liesPersonansicht(a.umgebung, pap, person);
    expect(akte.handlungsbedarfe.map(({ bezeichnung }) => bezeichnung)).toEqual(['Wohnraum']);
  });

  it('die Vertretung liest das Blatt und das Protokoll ohne K4, und das steht im Protokoll der Zugriffe', async () => {
    const tl = await konto('tl');
    await legeRingFest(a.umgebung, tl, {
      id: TEAM,
      schluessel: neuerSchluessel(),
      rumpf: { version: 0, mitglieder: [PERSONAL.fm, PERSONAL.fm2] },
    });
    await meldeAbwesenheit(a.umgebung, tl, {
      id: PERSONAL.fm,
      schluessel: neuerSchluessel(),
      rumpf: { von: HEUTE, bis: '2026-12-04', grund: 'geplant' },
    });
    const fm2 = await konto('fm2');
    const { eintraege } = await liesProtokoll(a.umgebung, fm2, fallId);
    expect(JSON.stringify(eintraege)).toContain(BERUF);
    expect(JSON.stringify(eintraege)).not.toContain(GUTACHTEN);
    const blatt = await liesFallblatt(a.umgebung, fm2, fallId);
    expect(blatt.handlungsbedarfe).toMatchObject([{ id: bedarf, bezeichnung: 'Wohnraum', rang: null }]);
    expect(blatt.unvollstaendig.map(({ regel }) => regel)).toContain('V-66');
    const einsichten = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .select()
        .from(tabellen.protokoll)
        .where(and(eq(tabellen.protokoll.aktion, 'texte_gelesen'), eq(tabellen.protokoll.akteurId, fm2.id))),
    );
    expect(einsichten).toHaveLength(2);
    expect(einsichten.every(({ fuerId }) => fuerId === PERSONAL.fm)).toBe(true);
  });
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meineFaelle } from '../../api/arbeitslisten/faelle.ts';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { aenderePerson, liesPersonansicht } from '../../api/personen/faelle.ts';
import { aendereHandlungsbedarf, erfasseHandlungsbedarf } from '../../api/personen/bedarfsfaelle.ts';
import { erstelleProfil } from '../../api/personen/profilfaelle.ts';
import { faelleabfrage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { eingangsqualitaet } from '../../db/schema/index.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const HEUTE = '2026-12-01';
const system = { system: 'wartung' } as const;
const KRITERIUM_B = { ergebnis: 'ja', begruendung: 'Mehrere Problemlagen verstärken sich gegenseitig.' };
const PROPHYLAXE = {
  neuzugang: true,
  risikoLangzeitarbeitslosigkeit: true,
  wahrscheinlichkeitMinimierbar: true,
};

describe('Wege in das Fallmanagement über die API (TR04, TR05, TR16, TR19, TR49, V-18)', () => {
  let a: Aufbau;
  const konten = new Map<string, Konto>();
  const wer = (kuerzel: keyof typeof PERSONAL): Konto => {
    const konto = konten.get(kuerzel);
    if (konto === undefined) throw new Error(`Konto ${kuerzel} fehlt`);
    return konto;
  };
  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    for (const [kuerzel, id] of Object.entries(PERSONAL)) konten.set(kuerzel, await a.konto(id));
  });
  afterAll(() => a.ende());

  /** A person with so many counting Handlungsbedarfe. */
  async function person(marke: string, bedarfe: number): Promise<string> {
    const id = await legePersonAn(a.db, marke);
    for (let n = 1; n <= bedarfe; n += 1) {
      await erfasseHandlungsbedarf(a.umgebung, wer('pap'), {
        id,
        schluessel: neuerSchluessel(),
        rumpf: {
          schluesselgruppe: 'rahmenbedingungen',
          bezeichnung: `Bedarf ${String(n)}`,
          erkanntAm: HEUTE,
          massgeblichFuerUebergabe: true,
        },
      });
    }
    return id;
  }

  /** From the Vormerkung to the Zugangsprüfung. */
  async function gepruefterFall(personId: string): Promise<string> {
    const eingabe = { person: personId, gruende: 'Besprochen.', erlaeutertAm: HEUTE };
    const { fallId } = await a.gib('pap', 'vormerken', { fallId: null, eingabe });
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: HEUTE } });
    await a.gib('fm', 'uebernahmegespraech_fuehren', {
      fallId,
      eingabe: { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'] },
    });
    return fallId;
  }

  it('V-18: Profil und Handlungsbedarfe des Zugangs bleiben, wie sie waren, was auch geschieht', async () => {
    const id = await person('schnappschuss', 3);
    const fallId = await gepruefterFall(id);
    const eingabe = { ergebnis: 'uebernahme', kriteriumB: KRITERIUM_B };
    await a.gib('fm', 'zugang_entscheiden', { fallId, eingabe });
    const bild = async (): Promise<unknown> =>
      mitAkteur(a.db, system, async (tx) => {
        const [zeile] = await tx.select().from(eingangsqualitaet).where(eq(eingangsqualitaet.fallId, fallId));
        return zeile?.bild;
      });
    const beimZugang = await bild();
    expect(beimZugang).toMatchObject({
      profil: { profillage: 'stabilisierungsprofil', personId: id },
      handlungsbedarfe: [{ status: 'offen' }, { status: 'offen' }, { status: 'offen' }],
    });
    const { handlungsbedarfe } = await liesPersonansicht(a.umgebung, wer('fm'), id);
    const [erster] = handlungsbedarfe;
    await aendereHandlungsbedarf(a.umgebung, wer('fm'), {
      id,
      bedarf: erster?.id ?? '',
      schluessel: neuerSchluessel(),
      rumpf: { version: 1, status: 'abgebaut' },
    });
    const rumpf = { datum: HEUTE, profillage: 'marktprofil', anlass: 'fortschreibung' } as const;
    await erstelleProfil(a.umgebung, wer('fm'), {
      id,
      schluessel: neuerSchluessel(),
      rumpf: { ...rumpf, abgesichert: false },
    });
    expect(await bild()).toEqual(beimZugang);
    for (const verboten of [
      (tx: Transaktion) => tx.update(eingangsqualitaet).set({ bild: {} }),
      (tx: Transaktion) => tx.delete(eingangsqualitaet),
    ]) {
      const versuch = mitAkteur(a.db, system, (tx) => Promise.resolve(verboten(tx)));
      await expect(versuch).rejects.toMatchObject({ cause: { code: '23001' } });
    }
  });

  it('R09: die Übergabe meldet nur das eigene FM U25 an; es liest den Fall, nicht den geschützten Bereich', async () => {
    const id = await person('u25', 3);
    const anmelden = (): Promise<{ fallId: string }> =>
      a.gib('fm_u25', 'u25_uebergabe_anmelden', {
        fallId: null,
        eingabe: {
          person: id,
          gruende: 'Geht weiter.',
          reaktion: 'Einverstanden.',
          uebergabeAm: '2027-03-01',
        },
      });
    await expect(anmelden()).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await aenderePerson(a.umgebung, wer('pap'), {
      id,
      schluessel: neuerSchluessel(),
      rumpf: {
        version: (await liesPersonansicht(a.umgebung, wer('pap'), id)).version,
        fmU25: PERSONAL.fm_u25,
      },
    });
    const { fallId } = await anmelden();
    const gelesen = await liesFallansicht(a.umgebung, wer('fm_u25'), fallId);
    expect(gelesen).toMatchObject({ herkunft: 'fm_u25', abgebend: { id: PERSONAL.fm_u25 } });
    // rollen.md 3: what is handed over is known by its status.
    expect(gelesen.geschichte.flatMap((e) => e.texte)).toEqual([]);
    const eigene = await meineFaelle(a.umgebung, wer('fm_u25'), faelleabfrage.parse({}));
    expect(eigene.eintraege.map((e) => e.fallId)).toEqual([fallId]);
    await expect(liesFallansicht(a.umgebung, wer('jour_fixe_av'), fallId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
  });

  it('TR09: der Jour-Fixe ruft jemanden dazu und bleibt am Fall; ohne Fallmanagement geht es nicht', async () => {
    const id = await person('jour-fixe', 3);
    const ruf = (fm: string): Promise<{ fallId: string; zustand: string }> =>
      a.gib('jour_fixe_av', 'im_jour_fixe_vormerken', {
        fallId: null,
        eingabe: { person: id, gruende: 'Im Gespräch erkannt.', anruf: 'kommt_dazu', fm },
      });
    await expect(ruf(PERSONAL.pap2)).rejects.toMatchObject({ regel: 'TR04' });
    const { fallId, zustand } = await ruf(PERSONAL.fm2);
    expect(zustand).toBe('zugangspruefung');
    expect(await liesFallansicht(a.umgebung, wer('jour_fixe_av'), fallId)).toMatchObject({
      fm: { id: PERSONAL.fm2 },
      abgebend: { id: PERSONAL.jour_fixe_av },
    });
  });

  it('TR16: weitergeleitet wird an spezialisiertes Fallmanagement, das dann mitliest', async () => {
    const fallId = await gepruefterFall(await person('weiterleitung', 3));
    const weiter = (an: string): Promise<{ zustand: string }> =>
      a.gib('fm', 'zugang_entscheiden', {
        fallId,
        eingabe: {
          ergebnis: 'weiterleitung',
          kriteriumB: KRITERIUM_B,
          begruendung: 'Sprache steht im Mittelpunkt.',
          besprochenAm: HEUTE,
          weiterleitung: { ziel: 'fm_migration', an },
        },
      });
    await expect(weiter(PERSONAL.fm2)).rejects.toMatchObject({ regel: 'TR16' });
    await expect(liesFallansicht(a.umgebung, wer('fm_spezial'), fallId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    expect(await weiter(PERSONAL.fm_spezial)).toMatchObject({ zustand: 'weitergeleitet' });
    expect(await liesFallansicht(a.umgebung, wer('fm_spezial'), fallId)).toMatchObject({
      zustand: 'weitergeleitet',
    });
  });

  it('TR19, A-03: die genehmigte Abweichung steht am Fall und in der Liste', async () => {
    const id = await person('prophylaxe', 2);
    await erstelleProfil(a.umgebung, wer('pap'), {
      id,
      schluessel: neuerSchluessel(),
      rumpf: { datum: HEUTE, profillage: 'entwicklungsprofil', anlass: 'fortschreibung', abgesichert: true },
    });
    const fallId = await gepruefterFall(id);
    await a.gib('fm', 'abweichung_beantragen', {
      fallId,
      eingabe: { kriteriumB: KRITERIUM_B, prophylaxe: PROPHYLAXE, begruendung: 'Neu im Bezug.' },
    });
    const { zustand } = await a.gib('tl', 'abweichung_entscheiden', {
      fallId,
      eingabe: { gewaehrt: true, begruendung: 'Die Bedingungen liegen vor.' },
    });
    expect(zustand).toBe('aktiv');
    expect(await liesFallansicht(a.umgebung, wer('fm'), fallId)).toMatchObject({
      auffaelligkeiten: ['abweichung'],
    });
    const liste = await meineFaelle(a.umgebung, wer('tl'), faelleabfrage.parse({ auffaellig: 'true' }));
    expect(liste.eintraege.map((e) => [e.fallId, e.auffaelligkeiten])).toEqual([[fallId, ['abweichung']]]);
  });

  it('TR49: der neue Fall nach einer Abweisung kennt den alten', async () => {
    const id = await person('wieder', 3);
    const alt = await gepruefterFall(id);
    await a.gib('fm', 'zugang_entscheiden', {
      fallId: alt,
      eingabe: {
        ergebnis: 'abweisung',
        grund: 'kriterium_b_negativ',
        kriteriumB: { ergebnis: 'nein', begruendung: 'Die Beratung durch den pAp reicht derzeit aus.' },
        begruendung: 'Kein Bedarf.',
        besprochenAm: HEUTE,
      },
    });
    const eingabe = { person: id, gruende: 'Die Lage hat sich geändert.' };
    const { fallId } = await a.gib('pap', 'vormerken', { fallId: null, eingabe });
    const { fallnummer } = await liesFallansicht(a.umgebung, wer('pap'), alt);
    expect(await liesFallansicht(a.umgebung, wer('pap'), fallId)).toMatchObject({
      herkunft: 'wiederaufnahme',
      laufendeNummer: 2,
      vorgaenger: { id: alt, fallnummer },
    });
  });
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { protokollDesFalls } from '../../api/leseprotokoll/faelle.ts';
import { protokollabfrage } from '../../api/leseprotokoll/formen.ts';
import { beginneZugriff, pruefeZugriff, ungepruefteZugriffe } from '../../api/sonderzugriff/faelle.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { liesGeltende } from '../../db/sonderzugriff.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const AM = '2026-12-01T08:00:00Z';
const GRUND = 'Der Kunde steht in einer akuten Krise vor der Tür.';
const system = { system: 'wartung' } as const;
type Kuerzel = keyof typeof PERSONAL;

describe('Prüfung der Zugriffe mit Grund (R12, R13, R26, R27, DS-29)', () => {
  let a: Aufbau;
  let fallId: string;
  const konto = (wer: Kuerzel): Promise<Konto> => a.konto(PERSONAL[wer]);

  beforeAll(async () => {
    a = await baueAuf(AM);
    ({ fallId } = await a.merkeVor('pruefung'));
  });
  afterAll(() => a.ende());

  const beginne = async (wer: Kuerzel): Promise<{ id: string }> =>
    beginneZugriff(a.umgebung, await konto(wer), {
      schluessel: neuerSchluessel(),
      rumpf: { art: 'notzugriff', fall: fallId, grund: GRUND, stunden: 2 },
    });

  /** Who finds the access in their list, whom PostgreSQL shows it without any query, and who is told of it. */
  async function pruefende(id: string): Promise<Record<'liste' | 'zeilen' | 'eingang', Kuerzel[]>> {
    const gefunden: Record<'liste' | 'zeilen' | 'eingang', Kuerzel[]> = {
      liste: [],
      zeilen: [],
      eingang: [],
    };
    const { sonderzugriff, eingang: nachricht } = tabellen;
    for (const wer of Object.keys(PERSONAL) as Kuerzel[]) {
      const ich = await konto(wer);
      const { eintraege } = await ungepruefteZugriffe(a.umgebung, ich);
      if (eintraege.some((e) => e.id === id)) gefunden.liste.push(wer);
      await mitAkteur(a.apiDb, { mitarbeitende: ich.id, am: ich.am }, async (tx) => {
        const zeilen = await tx.select().from(sonderzugriff).where(eq(sonderzugriff.id, id));
        if (zeilen.some(({ mitarbeitendeId }) => mitarbeitendeId !== ich.id)) gefunden.zeilen.push(wer);
        if ((await tx.select().from(nachricht).where(eq(nachricht.ereignisId, id))).length > 0)
          gefunden.eingang.push(wer);
      });
    }
    return gefunden;
  }
  const pruefeAls = async (
    wer: Kuerzel,
    id: string,
    ergebnis: 'bestaetigt' | 'beanstandet' = 'beanstandet',
  ): Promise<{ id: string }> =>
    pruefeZugriff(a.umgebung, await konto(wer), {
      id,
      schluessel: neuerSchluessel(),
      rumpf: { ergebnis },
    });
  /** The row of a review, as PostgreSQL takes it from whoever says they reviewed. */
  const schreibePruefung = async (wer: Kuerzel, sonderzugriffId: string): Promise<void> => {
    const { id: geprueftVon, am } = await konto(wer);
    await mitAkteur(a.apiDb, { mitarbeitende: geprueftVon, am }, (tx) =>
      tx
        .insert(tabellen.sonderzugriffPruefung)
        .values({ sonderzugriffId, ergebnis: 'bestaetigt', geprueftAm: am, geprueftVon }),
    );
  };

  const geltende = async (wer: Kuerzel): Promise<number> =>
    (await mitAkteur(a.db, system, (tx) => liesGeltende(tx, { wer: PERSONAL[wer], fallId, jetzt: AM })))
      .length;

  it('den Zugriff einer Teamleitung prüfen R27 und R13, keine Teamleitung; andere Zugriffe sehen diese beiden nicht', async () => {
    const { id: eines } = await beginne('fm2');
    const { id: derTeamleitung } = await beginne('tl');
    const erwartet = { [eines]: ['tl'], [derTeamleitung]: ['bereichsleitung', 'datenschutz'] } as const;
    for (const [id, wer] of Object.entries(erwartet)) {
      expect(await pruefende(id)).toEqual({ liste: wer, zeilen: wer, eingang: wer });
      for (const anderer of (Object.keys(PERSONAL) as Kuerzel[]).filter((k) => !wer.some((w) => w === k))) {
        await expect(pruefeAls(anderer, id)).rejects.toMatchObject({
          code: expect.stringMatching(/^NICHT_(?:BERECHTIGT|GEFUNDEN)$/u) as string,
        });
        await expect(schreibePruefung(anderer, id)).rejects.toThrow();
      }
    }
    await pruefeAls('datenschutz', derTeamleitung, 'bestaetigt');
    await expect(pruefeAls('bereichsleitung', derTeamleitung)).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
    });
    // Control: PostgreSQL takes the review of whoever may.
    await schreibePruefung('tl', eines);
  });

  it('R13 prüft nur Zugriffe auf Fälle der eigenen Teams, R27 im ganzen Haus', async () => {
    const { id } = await beginne('tl');
    const fremd = { ...(await konto('bereichsleitung')), teams: [] };
    expect((await ungepruefteZugriffe(a.umgebung, fremd)).eintraege).toEqual([]);
    expect((await konto('datenschutz')).teams).toEqual([]);
    const { eintraege } = await ungepruefteZugriffe(a.umgebung, await konto('datenschutz'));
    expect(eintraege.find((e) => e.id === id)).toMatchObject({
      fallId,
      wer: { id: PERSONAL.tl },
      grund: GRUND,
    });
    // Mail to every one of them; the case number and the kind of task only (DS-30).
    const mails = await mitAkteur(a.db, system, (tx) =>
      tx
        .select({ empfaenger: tabellen.ausgang.empfaenger })
        .from(tabellen.ausgang)
        .innerJoin(tabellen.eingang, eq(tabellen.eingang.id, tabellen.ausgang.eingangId))
        .where(eq(tabellen.eingang.ereignisId, id)),
    );
    expect(mails.map(({ empfaenger }) => empfaenger).sort()).toEqual(
      [PERSONAL.bereichsleitung, PERSONAL.datenschutz].sort(),
    );
    const vorher = await geltende('tl');
    await pruefeAls('bereichsleitung', id);
    expect(await geltende('tl')).toBe(vorher - 1);
  });

  it('DS-32: die Worte eines Grundes stehen im Protokoll nur für die, die den Zugriff prüfen, und für den eigenen', async () => {
    const worte = async (wer: Kuerzel): Promise<(string | null)[]> => {
      const auftrag = { fallId, ...protokollabfrage.parse({}) };
      const { eintraege } = await protokollDesFalls(a.umgebung, await konto(wer), auftrag);
      const begonnene = eintraege.filter(({ aktion }) => aktion === 'notzugriff_begonnen');
      return begonnene.map(({ wer: mensch, begruendung }) =>
        begruendung === GRUND ? (mensch?.id ?? null) : null,
      );
    };
    await beginne('fm3');
    const { tl, fm2, fm3 } = PERSONAL;
    expect((await worte('tl')).toSorted()).toEqual([tl, tl, fm2, fm3].toSorted());
    expect(new Set(await worte('datenschutz'))).toEqual(new Set([tl, null]));
  });

  it('R26 verwaltet nur noch: das Protokoll liest R27, und nichts sonst vom Fall', async () => {
    const lies = async (wer: Kuerzel): Promise<number> =>
      (await protokollDesFalls(a.umgebung, await konto(wer), { fallId, ...protokollabfrage.parse({}) }))
        .eintraege.length;
    await expect(lies('administration')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(lies('bereichsleitung')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    expect(await lies('datenschutz')).toBeGreaterThan(0);
    await expect(liesFallansicht(a.umgebung, await konto('datenschutz'), fallId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await expect(beginne('datenschutz')).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });
});

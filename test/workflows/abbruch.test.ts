import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Activities } from '../../activities/index.ts';
import { mitAkteur } from '../../db/client.ts';
import { setzeMailwahl } from '../../db/mailwahl.ts';
import { zaehleOffeneSendungen } from '../../db/nachrichten.ts';
import { ausgang, eingang, fallEreignis, protokoll } from '../../db/schema/index.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { instantAus, ortstag } from '../../domain/frist/zeitzone.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import {
  baueStand,
  echtzeitserver,
  eroeffne,
  frage,
  sende,
  type Stand,
} from '../../tools/probehaus/stand.ts';
import { uebernahme, vormerkung } from '../../tools/probehaus/befehle.ts';
import { arbeitet, gestorben, starteWorkerprozess } from '../support/workerprozess.ts';

const MOMENTE = ['vor_commit', 'nach_commit', 'vor_versand', 'nach_versand'] as const;
/** Every announcement is a mail of its own, so that each can be counted. */
const SOFORT = {
  erinnerung: 'sofort',
  faellig: 'sofort',
  ueberfaellig: 'sofort',
  mitteilung: 'sofort',
} as const;
const system = { system: 'wartung' } as const;
const jetzt = (): string => instantAus(Date.now());

/** A running case taken over 40 days after its Fallzugang: its monthly contact (T-10) is already overdue. */
const ueberfaelligerFall = (personId: string, fallnummer: string): Befehl =>
  uebernahme(jetzt(), { personId, fallnummer, zugang: plusTage(ortstag(jetzt()), -40) });

describe('AC-93: kill -9 des Workers', () => {
  let stand: Stand;
  let ordner: string;
  const kinder: ChildProcess[] = [];

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    await mitAkteur(stand.db, system, async (tx) => {
      for (const wer of Object.values(PERSONAL)) await setzeMailwahl(tx, wer, { ...SOFORT, am: jetzt() });
    });
    ordner = await mkdtemp(path.join(tmpdir(), 'lotse-abbruch-'));
  });
  afterAll(async () => {
    await stand.beende();
  });

  function starteProzess(moment: string): { kind: ChildProcess; gestorben: Promise<string | null> } {
    const kind = starteWorkerprozess(stand, moment, path.join(ordner, moment));
    kinder.push(kind);
    return { kind, gestorben: gestorben(kind) };
  }

  const zugestellt = (): Promise<void> =>
    expect
      .poll(() => mitAkteur(stand.db, system, (tx) => zaehleOffeneSendungen(tx)), {
        timeout: 60_000,
        interval: 250,
      })
      .toBe(0);

  afterEach(() => {
    for (const kind of kinder.splice(0)) kind.kill('SIGKILL');
  });

  it.each(MOMENTE)('%s: die überfällige Frist wird genau einmal gemeldet', async (moment) => {
    const fallId = randomUUID();
    const fallnummer = `F-2026-1${String(MOMENTE.indexOf(moment)).padStart(4, '0')}`;
    const person = await legePersonAn(stand.db, `abbruch-${moment}`);
    const sterbend = starteProzess(moment);
    await arbeitet(sterbend.kind);
    const antwort = eroeffne(stand.client, fallId, ueberfaelligerFall(person, fallnummer));
    expect(await sterbend.gestorben).toBe('SIGKILL');
    starteProzess('nie');
    expect((await antwort).zustand).toBe('aktiv');
    await zugestellt();
    const zeilen = await mitAkteur(stand.db, system, async (tx) => ({
      eingaenge: await tx.select().from(eingang).where(eq(eingang.fallId, fallId)),
      ausgaenge: await tx.select().from(ausgang).where(eq(ausgang.fallId, fallId)),
      doppelt: await tx
        .select({ n: sql<number>`count(*)::int` })
        .from(fallEreignis)
        .where(eq(fallEreignis.vorgangId, fallId))
        .groupBy(fallEreignis.sequenz)
        .having(sql`count(*) > 1`),
    }));
    const mailIds = stand.postfach
      .nachrichten()
      .filter((n) => n.betreff.includes(fallnummer))
      .map((n) => n.messageId);
    const anFm = zeilen.eingaenge.filter((e) => e.anlass === 'T-10' && e.anRolle === 'fm');
    expect(anFm).toHaveLength(1);
    expect(zeilen.ausgaenge.filter((a) => a.eingangId === anFm[0]?.id)).toHaveLength(1);
    expect(zeilen.ausgaenge).toHaveLength(zeilen.eingaenge.length);
    expect(new Set(mailIds).size).toBe(zeilen.ausgaenge.length);
    expect(mailIds.length - new Set(mailIds).size).toBeLessThanOrEqual(moment === 'nach_versand' ? 1 : 0);
    expect(zeilen.doppelt).toEqual([]);
  });

  it('V-76: eine untergeschobene doppelte Aufzeichnung wird entdeckt und hält den Fall an', async () => {
    const doppelt: Activities = {
      ...stand.activities,
      zeichneAuf: async (auftrag) => {
        const fremd = auftrag.ereignisse.map((e) => ({ ...e, id: `${e.id}-fremd` }));
        await stand.activities.zeichneAuf({
          ...auftrag,
          befehlId: randomUUID(),
          ereignisse: fremd,
          antwort: null,
        });
        return stand.activities.zeichneAuf({ ...auftrag, ersteImLauf: false });
      },
    };
    const halt = await stand.starteWorker(doppelt);
    const fallId = randomUUID();
    const person = await legePersonAn(stand.db, 'doppelt');
    await expect(
      eroeffne(stand.client, fallId, vormerkung(jetzt(), person, 'F-2026-20001')),
    ).rejects.toMatchObject({
      cause: { details: [{ id: 'V-76' }] },
    });
    expect((await frage(stand.client, fallId)).angehalten).toBe(true);
    await expect(
      sende(stand.client, fallId, vormerkung(jetzt(), person, 'F-2026-20002')),
    ).rejects.toMatchObject({
      cause: { details: [{ id: 'V-76' }] },
    });
    const alarme = await mitAkteur(stand.db, system, (tx) =>
      tx.select().from(protokoll).where(eq(protokoll.rechtsgrundlage, 'V-76')),
    );
    expect(alarme.length).toBeGreaterThan(0);
    await halt();
  });
});

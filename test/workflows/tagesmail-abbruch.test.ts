import type { ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';
import { zustellungsanstoss } from '../../worker/anstoss.ts';
import { adresseVon, kuendigeAn, legeEmpfaengerAn } from '../support/postwelt.ts';
import { arbeitet, gestorben, starteWorkerprozess } from '../support/workerprozess.ts';

const KOLLEGINNEN = 10;
const system = { system: 'wartung' } as const;
const TAGE: Readonly<Record<'vor_tagesmail' | 'nach_tagesmail', Tag>> = {
  vor_tagesmail: '2026-12-01',
  nach_tagesmail: '2026-12-02',
};

describe('AC-93: kill -9 des Workers zwischen Versand und Vermerk einer Tagesmail (ADR 75)', () => {
  let stand: Stand;
  let ordner: string;
  const kinder: ChildProcess[] = [];

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    await legeEmpfaengerAn(stand.db, KOLLEGINNEN, KOLLEGINNEN);
    ordner = await mkdtemp(path.join(tmpdir(), 'lotse-tagesmail-'));
  });
  afterEach(() => {
    for (const kind of kinder.splice(0)) kind.kill('SIGKILL');
    delete process.env['PRUEF_JETZT'];
  });
  afterAll(async () => {
    await stand.beende();
  });

  function starte(moment: string): { kind: ChildProcess; gestorben: Promise<string | null> } {
    const kind = starteWorkerprozess(stand, moment, path.join(ordner, moment));
    kinder.push(kind);
    return { kind, gestorben: gestorben(kind) };
  }

  const wartend = (): Promise<number> =>
    mitAkteur(stand.db, system, async (tx) => {
      const zeilen = await tx.execute(sql`select 1 from ausgang where zugestellt_am is null`);
      return zeilen.length;
    });

  it.each(['vor_tagesmail', 'nach_tagesmail'] as const)(
    '%s: jede Person bekommt ihre Mail, höchstens eine kommt mit derselben Kennung zweimal, und nichts fehlt',
    async (moment) => {
      const tag = TAGE[moment];
      const am = `${plusTage(tag, -1)}T23:00:00Z`;
      const zeile = {
        anlass: 'T-10',
        stufe: 'faellig',
        faellig: tag,
        vorkommen: Number(tag.slice(-1)),
        am,
      } as const;
      await kuendigeAn(
        stand.db,
        Array.from({ length: KOLLEGINNEN }, (_, nr) => ({ ...zeile, an: nr + 1, fall: nr + 1 })),
      );
      // As if the night had put them aside.
      await mitAkteur(stand.db, system, (tx) =>
        tx.execute(
          sql`update ausgang set weg = 'taeglich', zurueckgelegt_am = ${am} where zugestellt_am is null`,
        ),
      );
      const vorher = stand.postfach.nachrichten().length;
      process.env['PRUEF_JETZT'] = `${tag}T06:00:00Z`;
      const sterbend = starte(moment);
      await arbeitet(sterbend.kind);
      await zustellungsanstoss(stand.client)();
      expect(await sterbend.gestorben).toBe('SIGKILL');
      expect(await wartend()).toBeGreaterThan(0);
      starte('nie');
      await expect.poll(wartend, { timeout: 60_000, interval: 250 }).toBe(0);
      const mails = stand.postfach.nachrichten().slice(vorher);
      const kennungen = new Set(mails.map(({ messageId }) => messageId));
      expect(kennungen.size).toBe(KOLLEGINNEN);
      expect(new Set(mails.map(({ an }) => an[0]))).toEqual(
        new Set(Array.from({ length: KOLLEGINNEN }, (_, nr) => adresseVon(nr + 1))),
      );
      expect(mails.length - kennungen.size).toBe(moment === 'nach_tagesmail' ? 1 : 0);
      expect(new Set(mails.map(({ betreff }) => betreff))).toEqual(new Set(['Lotse: 1 Frist heute']));
    },
  );
});

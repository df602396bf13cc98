import { randomUUID } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { ausgang, fallEreignis } from '../../db/schema/index.ts';
import { instantAus, ortstag } from '../../domain/frist/zeitzone.ts';
import { fallWorkflowId } from '../../workflows/contract.ts';
import { BIS_FALLZUGANG, kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { legePersonAn } from '../../tools/probehaus/stammdaten.ts';
import {
  baueStand,
  echtzeitserver,
  eroeffne,
  frage,
  sende,
  type Stand,
} from '../../tools/probehaus/stand.ts';

const jetzt = (): string => instantAus(Date.now());
const system = { system: 'wartung' } as const;

describe('Meldungen aus dem Postausgang an den Fall (V-65)', () => {
  let stand: Stand;
  let halt: () => Promise<void>;
  const fallId = randomUUID();

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    halt = await stand.starteWorker();
    const person = await legePersonAn(stand.db, 'meldung');
    await eroeffne(stand.client, fallId, vormerkung(jetzt(), person, 'F-2026-00001'));
    for (const schritt of BIS_FALLZUGANG) await sende(stand.client, fallId, schritt(jetzt()));
  });
  afterAll(async () => {
    await halt();
    await stand.beende();
  });

  const lege = async (): Promise<string> => {
    const id = randomUUID();
    const zeile = { id, fallId, art: 'handlungsbedarfe', erstelltAm: jetzt() } as const;
    await mitAkteur(stand.db, system, (tx) => tx.insert(ausgang).values(zeile));
    return id;
  };
  const zugestellt = (id: string): Promise<boolean> =>
    mitAkteur(stand.db, system, async (tx) => {
      const [zeile] = await tx.select().from(ausgang).where(eq(ausgang.id, id));
      return zeile?.zugestelltAm !== null;
    });
  const ereignisse = (id: string): Promise<string[]> =>
    mitAkteur(stand.db, system, async (tx) => {
      const trifft = and(eq(fallEreignis.vorgangId, fallId), eq(fallEreignis.befehlId, id));
      return (await tx.select().from(fallEreignis).where(trifft)).map(({ art }) => art);
    });
  const bis = async (erfuellt: () => Promise<boolean>): Promise<void> => {
    const ende = Date.now() + 30_000;
    while (!(await erfuellt())) {
      if (Date.now() > ende) throw new Error('nicht zugestellt');
      await warte(50);
    }
  };
  /** The number of events once the workflow has taken what the record holds already. */
  const sequenz = async (): Promise<number> => {
    const stehtIm = async (): Promise<number> =>
      mitAkteur(stand.db, system, (tx) => tx.$count(fallEreignis, eq(fallEreignis.vorgangId, fallId)));
    await bis(async () => (await frage(stand.client, fallId)).stand.sequenz === (await stehtIm()));
    return stehtIm();
  };
  const stelleZu = async (id: string): Promise<void> => {
    await stand.activities.stosseZustellungAn();
    await bis(() => zugestellt(id));
  };

  it('kommt an und wird aufgezeichnet: keine zählenden Handlungsbedarfe sind eine Auffälligkeit', async () => {
    const id = await lege();
    await stelleZu(id);
    await bis(async () => (await ereignisse(id)).length > 0);
    expect(await ereignisse(id)).toEqual(['handlungsbedarfe_uebernommen']);
    const { stand: fall } = await frage(stand.client, fallId);
    expect(fall).toMatchObject({ zustand: 'aktiv', hinweise: ['V-65'] });
  });

  it('wird noch einmal zugestellt, weil niemand den Erfolg vermerken konnte, und wirkt doch einmal', async () => {
    const id = await lege();
    await stelleZu(id);
    await bis(async () => (await ereignisse(id)).length > 0);
    const vorher = await sequenz();
    await mitAkteur(stand.db, system, (tx) =>
      tx.update(ausgang).set({ zugestelltAm: null }).where(eq(ausgang.id, id)),
    );
    await stelleZu(id);
    expect(await ereignisse(id)).toHaveLength(1);
    expect(await sequenz()).toBe(vorher);
  });

  it('findet einen Fall ohne Lauf: er beginnt mit dem Stand der Akte', async () => {
    await stand.client.workflow.getHandle(fallWorkflowId(fallId)).terminate('Lauf verloren');
    const id = await lege();
    await stelleZu(id);
    await bis(async () => (await ereignisse(id)).length > 0);
    expect((await frage(stand.client, fallId)).stand.zustand).toBe('aktiv');
  });

  it('ist nichts mehr für einen Fall, der vorbei ist', async () => {
    const um = jetzt();
    await sende(stand.client, fallId, {
      ...kopf(um, 'fm', ['begruendung', 'verzichtRueckgabe']),
      befehl: 'ohne_gespraech_beenden',
      grund: 'X15',
      administrativ: 'tod',
      ereignisAm: ortstag(um),
    });
    const id = await lege();
    await stelleZu(id);
    expect(await ereignisse(id)).toEqual([]);
  });

  it('der Name, unter dem ein Gutachten zum Fall reist, sagt nichts (zustaende.md 6)', async () => {
    const zweiter = randomUUID();
    const person = await legePersonAn(stand.db, 'neutral');
    await eroeffne(stand.client, zweiter, vormerkung(jetzt(), person, 'F-2026-00002'));
    for (const schritt of BIS_FALLZUGANG) await sende(stand.client, zweiter, schritt(jetzt()));
    const um = jetzt();
    const einwilligung = {
      id: randomUUID(),
      zweck: 'fachdienst',
      erteiltAm: ortstag(um),
      gueltigBis: null,
      widerrufenAm: null,
    } as const;
    await sende(stand.client, zweiter, { ...kopf(um, 'fm'), befehl: 'gutachten_einleiten', einwilligung });
    const { events } = await stand.client.workflow.getHandle(fallWorkflowId(zweiter)).fetchHistory();
    const namen = (events ?? []).flatMap((e) => {
      const name = e.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name;
      return name === undefined || name === null ? [] : [name];
    });
    expect(namen.at(-1)).toBe('befehl');
    expect(namen.join(' ')).not.toContain('gutachten');
    const details = await stand.client.workflow.getHandle(fallWorkflowId(zweiter)).describe();
    expect(JSON.stringify(details.typedSearchAttributes)).not.toMatch(/ausgesetzt|gutachten/iu);
  });
});

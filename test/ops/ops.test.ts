import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activities } from '../../activities/index.ts';
import { mitAkteur } from '../../db/client.ts';
import { befehl, dokument, fall, protokoll } from '../../db/schema/index.ts';
import { instantAus, ortstag } from '../../domain/frist/zeitzone.ts';
import {
  AUFGABENSCHLANGE,
  fallWorkflowId,
  LOESCHUNG_ID,
  LOESCHUNG_WORKFLOW,
} from '../../workflows/contract.ts';
import { kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { PRUEFSCHUTZ_ENV } from '../../tools/probehaus/schutz.ts';
import {
  baueStand,
  echtzeitserver,
  eroeffne,
  frage,
  sende,
  type Stand,
} from '../../tools/probehaus/stand.ts';

const wartung = { system: 'wartung' } as const;
const jetzt = (): string => instantAus(Date.now());

type Programmende = { readonly code: number; readonly ausgabe: string; readonly fehler: string };

describe('npm run ops', () => {
  let stand: Stand;
  let halt: () => Promise<void>;
  let fremd = false;
  let nummer = 0;
  let fallId: string;

  const ops = (...argumente: string[]): Promise<Programmende> =>
    new Promise((fertig) => {
      const env = {
        ...process.env,
        DATABASE_URL: stand.zugaenge.worker,
        TEMPORAL_ADDRESS: stand.temporal.adresse,
        ...PRUEFSCHUTZ_ENV,
      };
      execFile(process.execPath, ['ops/main.ts', ...argumente], { env }, (fehler, stdout, stderr) => {
        fertig({ code: Number(fehler?.code ?? 0), ausgabe: stdout, fehler: stderr });
      });
    });

  /** A foreign recording takes the sequence number of the next one. */
  const mitFremdem = (activities: Activities): Activities => ({
    ...activities,
    zeichneAuf: async (auftrag) => {
      if (fremd) {
        fremd = false;
        const ereignisse = auftrag.ereignisse.map((e) => ({ ...e, id: `${e.id}-fremd` }));
        await activities.zeichneAuf({ ...auftrag, befehlId: randomUUID(), ereignisse, antwort: null });
      }
      return activities.zeichneAuf(auftrag);
    },
  });

  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
    halt = await stand.starteWorker(mitFremdem(stand.activities));
  });
  afterAll(async () => {
    await halt();
    await stand.beende();
  });
  beforeEach(async () => {
    nummer += 1;
    fallId = randomUUID();
    const person = await legePersonAn(stand.db, `ops-${String(nummer)}`);
    await eroeffne(stand.client, fallId, vormerkung(jetzt(), person, `F-2026-0000${String(nummer)}`));
  });

  const ordneZu = (): Promise<unknown> =>
    sende(stand.client, fallId, {
      ...kopf(jetzt(), 'tl'),
      befehl: 'zuordnen',
      fm: PERSONAL.fm,
      fmIstFallmanager: true,
    });
  const protokollvon = (aktion: string): Promise<number> =>
    mitAkteur(stand.db, wartung, async (tx) => {
      const zeilen = await tx.select().from(protokoll).where(eq(protokoll.fallId, fallId));
      return zeilen.filter((z) => z.aktion === aktion).length;
    });

  it('sagt bei einem falschen Aufruf, wie es geht', async () => {
    for (const falsch of [['abgleich'], ['x']]) {
      const { code, fehler } = await ops(...falsch);
      expect(code).toBe(64);
      expect(fehler).toMatch(/^Aufruf: npm run --silent ops -- <Befehl>\n {2}abgleich <fallId>/);
    }
    const { code, fehler } = await ops('abgleich', randomUUID());
    expect(code).toBe(1);
    expect(fehler).toMatch(/^Fehler: Einen Vorgang [^\n]* gibt es in der Akte nicht[^\n]*\n$/);
  });

  it('findet an einem gesunden Fall nichts und gibt nichts frei', async () => {
    const { code, ausgabe } = await ops('abgleich', fallId, '--freigeben');
    expect(ausgabe).toContain('Akte und Workflow stimmen überein.');
    expect(code).toBe(0);
    expect(await protokollvon('fall_freigegeben')).toBe(0);
  });

  it('V-76: zeigt den Widerspruch, gibt den Fall mit dem Stand der Akte frei, und der nächste Befehl gelingt', async () => {
    fremd = true;
    await expect(ordneZu()).rejects.toThrow();
    const gezeigt = await ops('abgleich', fallId);
    expect(gezeigt.code).toBe(2);
    expect(gezeigt.ausgabe).toContain('- Workflow: Zustand vorgemerkt, in der Akte zugeordnet.');
    expect(gezeigt.ausgabe).toMatch(/- Workflow: letzte Sequenz \d+, in der Akte \d+\./);
    expect(gezeigt.ausgabe).toContain('- Workflow: angehalten, nimmt keine Befehle an (V-76).');
    expect(gezeigt.ausgabe).toMatch(/- Akte: angehalten seit \S+ \(V-76\)\./);
    expect(gezeigt.ausgabe).not.toContain(PERSONAL.fm);

    const frei = await ops('abgleich', fallId, '--freigeben');
    expect(frei.ausgabe).toContain('Freigegeben mit dem Stand der Akte.');
    expect(frei.ausgabe).toContain('Akte und Workflow stimmen überein.');
    expect(frei.code).toBe(0);
    expect(await protokollvon('fall_freigegeben')).toBe(1);

    await sende(stand.client, fallId, {
      ...kopf(jetzt(), 'fm'),
      befehl: 'uebernahmegespraech_vereinbaren',
      termin: ortstag(jetzt()),
    });
    expect((await frage(stand.client, fallId)).stand.zustand).toBe('uebernahme_terminiert');
    expect((await ops('abgleich', fallId)).code).toBe(0);
  });

  it('startet den Workflow eines offenen Falls aus der Akte, wenn er verloren ist', async () => {
    await stand.client.workflow.getHandle(fallWorkflowId(fallId)).terminate('Datenverlust');
    const gezeigt = await ops('abgleich', fallId);
    expect(gezeigt.code).toBe(2);
    expect(gezeigt.ausgabe).toContain('- Workflow: läuft nicht, obwohl noch Fristen offen sind.');
    expect((await ops('abgleich', fallId, '--freigeben')).code).toBe(0);
    expect(await protokollvon('fall_neu_gestartet')).toBe(1);
    await ordneZu();
    expect((await frage(stand.client, fallId)).stand.zustand).toBe('zugeordnet');
  });

  it('gibt nichts frei, wenn sich die Akte selbst widerspricht', async () => {
    await stand.client.workflow.getHandle(fallWorkflowId(fallId)).terminate('Datenverlust');
    await mitAkteur(stand.db, wartung, async (tx) => {
      const [zeile] = await tx.select().from(fall).where(eq(fall.id, fallId));
      if (zeile === undefined) throw new Error('kein Fall');
      await tx
        .update(fall)
        .set({ stand: { ...zeile.stand, fallnummer: 'F-2020-00001' } })
        .where(eq(fall.id, fallId));
    });
    const { code, fehler, ausgabe } = await ops('abgleich', fallId, '--freigeben');
    expect(code).toBe(1);
    expect(ausgabe).toContain('- Gespeicherter Stand: abweichende Felder fallnummer.');
    expect(fehler).toMatch(/^Fehler: Der gespeicherte Stand folgt nicht [^\n]*\n$/);
    expect(await protokollvon('fall_neu_gestartet')).toBe(0);
  });

  const vorgestern = instantAus(Date.now() - 48 * 3_600_000);
  const entwurf = async (o: { am: string; status: number | null; fall?: string }): Promise<string> => {
    const befehlId = randomUUID();
    const texte = { fallId: o.fall ?? fallId, befehlId };
    await mitAkteur(stand.db, wartung, async (tx) => {
      const akteurId = PERSONAL.fm;
      const anspruch = { akteurId, schluessel: randomUUID(), route: 'x', pruefsumme: 'x', at: o.am };
      await tx.insert(befehl).values({ ...anspruch, ...texte, status: o.status });
      const inhalt = { klasse: 'K1', feld: 'grund', text: 'Text', stand: 'entwurf' } as const;
      await tx
        .insert(dokument)
        .values({ ...texte, ...inhalt, id: randomUUID(), verfasserId: akteurId, erstelltAm: o.am });
    });
    return befehlId;
  };
  const uebrigeEntwuerfe = async (): Promise<string[]> => {
    const zeilen = await mitAkteur(stand.db, wartung, (tx) =>
      tx.select({ befehlId: dokument.befehlId }).from(dokument).where(eq(dokument.stand, 'entwurf')),
    );
    return zeilen.map(({ befehlId }) => befehlId).sort();
  };

  it('kehrt alte Entwürfe abgelehnter und nie angekommener Befehle, aber keine jungen, aufgezeichneten oder wartenden', async () => {
    await entwurf({ am: vorgestern, status: 422 });
    await entwurf({ am: vorgestern, status: null });
    await entwurf({ am: vorgestern, status: null, fall: randomUUID() });
    const bleiben = [
      await entwurf({ am: jetzt(), status: null }),
      await entwurf({ am: jetzt(), status: 422 }),
      await entwurf({ am: vorgestern, status: 200 }),
    ];
    const { code, ausgabe } = await ops('entwuerfe');
    expect(ausgabe).toBe(
      'Entwürfe älter als ein Tag: 1 abgelehnte und 2 nie angekommene Befehle bereinigt, 1 bleiben.\n',
    );
    expect(code).toBe(0);
    expect(await uebrigeEntwuerfe()).toEqual([...bleiben].sort());
    expect(await protokollvon('entwurf_geloescht')).toBe(2);
  });

  it('die Nacht kehrt sie auch ohne jemanden, der es anstößt', async () => {
    const alt = await entwurf({ am: vorgestern, status: 422 });
    const jung = await entwurf({ am: jetzt(), status: 422 });
    await stand.client.workflow.execute(LOESCHUNG_WORKFLOW, {
      workflowId: LOESCHUNG_ID,
      taskQueue: AUFGABENSCHLANGE,
    });
    const uebrig = await uebrigeEntwuerfe();
    expect(uebrig).toContain(jung);
    expect(uebrig).not.toContain(alt);
    expect(await protokollvon('entwurf_geloescht')).toBe(1);
  });
});

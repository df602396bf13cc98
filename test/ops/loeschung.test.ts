import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vollziehe } from '../../activities/loeschung/vollziehe.ts';
import { mitAkteur } from '../../db/client.ts';
import { person, profiling } from '../../db/schema/index.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { LOESCHSCHLUESSEL, loeschteile } from '../../tools/probehaus/loeschung.ts';
import { PRUEFSCHUTZ_ENV } from '../../tools/probehaus/schutz.ts';
import { legePersonAn } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';
import { pruefeAufbewahrung } from '../../worker/loeschung.ts';

const wartung = { system: 'wartung' } as const;

describe('npm run ops -- loeschung-nachholen (S8, DS-32), und die Aufbewahrung in Temporal (DS-27)', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await baueStand({ temporal: await echtzeitserver() });
  });
  afterAll(async () => {
    await stand.beende();
  });

  const ops = (eigene: Readonly<Record<string, string>>): Promise<{ code: number; text: string }> =>
    new Promise((fertig) => {
      const env = {
        ...process.env,
        ...PRUEFSCHUTZ_ENV,
        DATABASE_URL: stand.zugaenge.worker,
        SCHLUESSEL_DATABASE_URL: stand.schluesselUrl,
        LOESCH_DATABASE_URL: stand.zugaenge.loeschung,
        LOTSE_LOESCHBUCH: stand.buchdatei,
        TEMPORAL_ADDRESS: stand.temporal.adresse,
        ...eigene,
      };
      const aufruf = ['ops/main.ts', 'loeschung-nachholen'];
      execFile(process.execPath, aufruf, { env }, (fehler, stdout, stderr) => {
        fertig({ code: Number(fehler?.code ?? 0), text: stdout + stderr });
      });
    });
  const mitSchluessel = { LOTSE_LOESCHSCHLUESSEL: LOESCHSCHLUESSEL };

  it('löscht noch einmal, was eine Sicherung zurückgebracht hat, und nur das', async () => {
    const id = await legePersonAn(stand.db, 'nachholen');
    const bleibt = await legePersonAn(stand.db, 'nachholen-bleibt');
    const sicherung = await mitAkteur(stand.db, wartung, async (tx) => ({
      person: await tx.select().from(person).where(eq(person.id, id)),
      profil: await tx.select().from(profiling).where(eq(profiling.personId, id)),
    }));
    const teile = loeschteile(stand.zugaenge.loeschung, stand.buchdatei, stand.tresor);
    const mittel = {
      ...teile,
      client: stand.client,
      log: pino({ level: 'silent' }),
      jetzt: () => instantAus(Date.now()),
    };
    expect(await vollziehe(mittel, { klasse: 'person', anlass: 'frist', ids: [id] })).toBe(1);
    await teile.loeschdb.schliesse();
    await mitAkteur(stand.db, wartung, async (tx) => {
      await tx.insert(person).values(sicherung.person);
      await tx.insert(profiling).values(sicherung.profil);
    });
    const { code, text } = await ops(mitSchluessel);
    expect(text).toContain('Aus dem Löschbuch nachgeholt: 1.');
    expect(code).toBe(0);
    const noch = await mitAkteur(stand.db, wartung, (tx) => tx.select({ id: person.id }).from(person));
    expect(noch.map((p) => p.id)).not.toContain(id);
    expect(noch.map((p) => p.id)).toContain(bleibt);
    expect((await ops(mitSchluessel)).text).toContain('nachgeholt: 0.');
  });

  it('arbeitet mit keinem veränderten Löschbuch und sagt, was ihm fehlt', async () => {
    const echt = await readFile(stand.buchdatei, 'utf8');
    await writeFile(stand.buchdatei, echt.replace('"anlass":"frist"', '"anlass":"antrag"'));
    const veraendert = await ops(mitSchluessel);
    expect(veraendert.code).toBe(2);
    expect(veraendert.text).toMatch(/ab Zeile \d+ nicht mehr/u);
    await writeFile(stand.buchdatei, echt);
    const ohne = await ops({ LOTSE_DATEN: '/nirgends' });
    expect(ohne.code).toBe(1);
    expect(ohne.text).toContain('Setzen Sie LOESCH_DATABASE_URL, SCHLUESSEL_DATABASE_URL, LOTSE_LOESCHBUCH');
  });

  it('der Worker beginnt nicht, wenn Temporal Abläufe länger behält als das Löschkonzept', async () => {
    const { connection } = stand.temporal;
    const behalte = (tage: number): Promise<unknown> =>
      connection.workflowService.updateNamespace({
        namespace: 'default',
        config: { workflowExecutionRetentionTtl: { seconds: (tage * 86_400) as never } },
      });
    await behalte(30);
    await expect(pruefeAufbewahrung(connection, 'default')).resolves.toBeUndefined();
    await behalte(31);
    await expect(pruefeAufbewahrung(connection, 'default')).rejects.toThrow(/31 Tage.*DS-27/u);
  });
});

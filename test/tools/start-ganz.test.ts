import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freieStartports } from '../support/startports.ts';
import { lebt } from '../../tools/lokal/prozess.ts';
import { holeToken } from '../../tools/token/hole-token.ts';

const zettel = z.object({
  issuer: z.string(),
  apiUrl: z.string(),
  kinder: z.array(z.object({ pid: z.number(), befehl: z.string() })),
});
type Programm = {
  readonly kind: ChildProcess;
  readonly ende: Promise<number | null>;
  readonly text: () => string;
};

/** Of the first team: running ones, those on their way, one from the FM U25, one that went on in another team. */
const FAELLE = 12 + 5 + 1 + 1;

describe('npm start ohne Einstellungen', () => {
  let daten: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    daten = await mkdtemp(path.join(tmpdir(), 'lotse-ganz-'));
    const { PATH = '', HOME = '' } = process.env;
    env = { PATH, HOME, LOTSE_DATEN: daten, ...(await freieStartports()) };
  });
  afterAll(async () => {
    await rm(daten, { recursive: true, force: true });
  });

  function starte(): Programm {
    const kind = spawn(process.execPath, ['tools/start/main.ts'], { env: env });
    let text = '';
    for (const strom of [kind.stdout, kind.stderr])
      strom.on('data', (stueck: Buffer) => (text += stueck.toString()));
    const ende = new Promise<number | null>((fertig) => kind.once('close', fertig));
    return { kind, ende, text: () => text };
  }

  async function bisBereit({ kind, text }: Programm): Promise<z.infer<typeof zettel>> {
    while (!text().includes('Lotse ist bereit.')) {
      if (kind.exitCode !== null) throw new Error(text());
      await warte(100);
    }
    return zettel.parse(JSON.parse(await readFile(path.join(daten, 'lauf.json'), 'utf8')));
  }

  async function zahlDerFaelle({ issuer, apiUrl }: z.infer<typeof zettel>): Promise<number> {
    const header = { authorization: `Bearer ${await holeToken(issuer, 'tl')}` };
    const antwort = await fetch(`${apiUrl}/api/v1/faelle`, { headers: header });
    return z.object({ gesamt: z.number() }).parse(await antwort.json()).gesamt;
  }

  it('bringt alles hoch, sät einmal, endet mit Strg-C ganz und findet beim nächsten Start seine Daten', async () => {
    const erster = starte();
    const stand = await bisBereit(erster);
    expect(erster.text()).toContain('Demodaten: 12 laufende Fälle sind übernommen.');
    expect(await zahlDerFaelle(stand)).toBe(FAELLE);
    const bereit = await fetch(`${stand.apiUrl}/readyz`);
    expect(await bereit.json()).toMatchObject({ status: 'bereit', worker: { stand: 'ok' } });
    const worker = stand.kinder.find(({ befehl }) => befehl.includes('worker/main.ts'));
    const umgebung = (await readFile(`/proc/${String(worker?.pid)}/environ`, 'utf8')).split('\0');
    expect(umgebung).toContain(`LOTSE_ADRESSE=${stand.apiUrl}`);
    erster.kind.kill('SIGINT');
    expect(await erster.ende).toBe(0);
    expect(stand.kinder).toHaveLength(4);
    expect(stand.kinder.filter(({ pid }) => lebt(pid))).toEqual([]);

    const zweiter = starte();
    const danach = await bisBereit(zweiter);
    expect(zweiter.text()).toContain('Demodaten: sind schon da.');
    expect(await zahlDerFaelle(danach)).toBe(FAELLE);

    zweiter.kind.kill('SIGKILL');
    await zweiter.ende;
    const dritter = starte();
    const wieder = await bisBereit(dritter);
    expect(dritter.text()).toContain('Der vorige Lauf wurde nicht sauber beendet');
    expect(danach.kinder.filter(({ pid }) => lebt(pid))).toEqual([]);
    expect(await zahlDerFaelle(wieder)).toBe(FAELLE);

    const letzter = wieder.kinder.find(({ befehl }) => befehl.includes('worker/main.ts'));
    process.kill(letzter?.pid ?? 0, 'SIGKILL');
    expect(await dritter.ende).toBe(1);
    expect(dritter.text()).toMatch(/\nFehler: Der Worker hat sich beendet \(SIGKILL\)[^\n]*\n$/);
    expect(wieder.kinder.filter(({ pid }) => lebt(pid))).toEqual([]);
  });
});

import { appendFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leise } from '../../tools/probehaus/laufzeit.ts';
import { liesBuendel, quellenstand, schreibeBuendel } from '../../worker/buendeldatei.ts';
import { QUELLEN } from '../../worker/workflowbuendel.ts';

describe('das gebaute Bündel der Workflows (14, 2)', () => {
  let quellen: string;
  let datei: string;
  beforeAll(async () => {
    quellen = await mkdtemp(path.join(tmpdir(), 'lotse-quellen-'));
    datei = path.join(quellen, 'buendel.json');
    for (const ordner of ['workflows', 'domain']) await mkdir(path.join(quellen, ordner));
    for (const name of ['temporal', 'package.json', 'package-lock.json'])
      await cp(path.join(QUELLEN, name), path.join(quellen, name), { recursive: true });
    await symlink(path.join(QUELLEN, 'node_modules'), path.join(quellen, 'node_modules'));
    await writeFile(
      path.join(quellen, 'workflows/index.ts'),
      'export const ablauf = async (): Promise<string> => Promise.resolve("hier");',
    );
    await writeFile(path.join(quellen, 'workflows/waechter.ts'), 'export const interceptors = () => ({});');
    await schreibeBuendel(datei, quellen, leise);
  });
  afterAll(() => rm(quellen, { recursive: true }));

  it('ist zu lesen, solange es zu den Quellen gehört', async () => {
    const { code } = await liesBuendel(datei, quellen);
    expect(code).toContain('hier');
  });

  it('eine andere Zeile, eine Datei mehr, ein anderes Paket: Es gehört nicht mehr dazu, und der Satz sagt, was hilft', async () => {
    const stand = await quellenstand(quellen);
    const neue = path.join(quellen, 'domain/neu.ts');
    await writeFile(neue, '');
    expect(await quellenstand(quellen)).not.toBe(stand);
    await rm(neue);
    expect(await quellenstand(quellen)).toBe(stand);
    for (const name of ['workflows/index.ts', 'temporal/codec.ts', 'package-lock.json']) {
      const vorher = await quellenstand(quellen);
      await appendFile(path.join(quellen, name), '\n');
      expect(await quellenstand(quellen)).not.toBe(vorher);
    }
    await expect(liesBuendel(datei, quellen)).rejects.toThrow('npm run buendel');
  });
});

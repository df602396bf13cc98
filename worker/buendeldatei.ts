import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger, WorkflowBundle } from '@temporalio/worker';
import { z } from 'zod';
import { buendleWorkflows, QUELLEN } from './workflowbuendel.ts';

/** What the bundle is made of; the packages in it by their pinned versions. */
const TEILE = ['workflows/**/*.ts', 'domain/**/*.ts', 'temporal/**/*.ts', 'package-lock.json'] as const;

const inhalt = z.strictObject({ stand: z.string(), code: z.string() });

/** SHA-256 over what a bundle of these sources is made of, in hex: two with the same one run the same workflows. */
export async function quellenstand(quellen = QUELLEN): Promise<string> {
  const dateien: string[] = [];
  for (const teil of TEILE) for await (const datei of glob(teil, { cwd: quellen })) dateien.push(datei);
  const summe = createHash('sha256');
  for (const datei of dateien.sort()) {
    summe.update(`${datei}\0`);
    summe.update(await readFile(path.join(quellen, datei)));
  }
  return summe.digest('hex');
}

/** Bundles the workflows into a file, so that a worker does not do it at every start. */
export async function schreibeBuendel(datei: string, quellen = QUELLEN, logger?: Logger): Promise<void> {
  const stand = await quellenstand(quellen);
  const { code } = await buendleWorkflows(quellen, logger);
  await writeFile(datei, JSON.stringify({ stand, code }));
}

/** @throws Error where the bundle is of other sources than those beside it: what replays has to be what was read */
export async function liesBuendel(datei: string, quellen = QUELLEN): Promise<WorkflowBundle> {
  const { stand, ...bundle } = inhalt.parse(JSON.parse(await readFile(datei, 'utf8')));
  if (stand !== (await quellenstand(quellen)))
    throw new Error(
      `Das Workflowbündel ${datei} gehört zu anderen Quellen. \`npm run buendel -- ${datei}\` baut es neu.`,
    );
  return bundle;
}

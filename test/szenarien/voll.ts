import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { alsJson } from '../../tools/szenario/ausgabe.ts';
import { kernMotor } from '../../tools/szenario/kern.ts';
import { leseGeschichte } from '../../tools/szenario/lesen.ts';
import { fehlerVon, spiele } from '../../tools/szenario/spielen.ts';
import { umfang } from '../support/umfang.ts';
import { vollGespielte } from './auswahl.ts';
import { beendeGemeinsames, gemeinsameDatenbanken, vollMotor } from '../../tools/szenario/voll.ts';

const ORDNER = fileURLToPath(new URL('.', import.meta.url));
const GESPIELTE = await vollGespielte();

/** By day every sixth command of a story is previewed, at night each. */
const VORSCHAU_JEDE = umfang({ immer: 6, nachts: 1 });

/**
 * Plays one part of the stories for the whole stack on both engines. `voll` itself compares PostgreSQL with the workflow at the end of each.
 * Two files share the stories so that both cores have work.
 */
export function spieleTeil(teil: 0 | 1): void {
  describe(`Szenarien im Motor voll, Teil ${teil + 1}`, () => {
    afterAll(beendeGemeinsames);

    it.each(GESPIELTE.filter((_, nummer) => nummer % 2 === teil))('%s', async (name) => {
      const datei = path.join(ORDNER, name);
      const geschichte = leseGeschichte(datei, await readFile(datei, 'utf8'));
      const voll = await spiele(
        geschichte,
        vollMotor(gemeinsameDatenbanken, { vorschauJede: VORSCHAU_JEDE }),
      );
      expect(fehlerVon(voll)).toEqual([]);
      expect(alsJson(voll)).toBe(alsJson(await spiele(geschichte, kernMotor())));
    });
  });
}

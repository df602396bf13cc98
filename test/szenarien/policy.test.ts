import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STANDARDWAHL } from '../../domain/policy/wahl.ts';
import { kernMotor } from '../../tools/szenario/kern.ts';
import { leseGeschichte } from '../../tools/szenario/lesen.ts';
import { fehlerVon, spiele } from '../../tools/szenario/spielen.ts';

const ORDNER = new URL('.', import.meta.url);
const DATEIEN = readdirSync(ORDNER).filter((name) => name.startsWith('POL-') && name.endsWith('.yaml'));

describe('jede Policy-Geschichte (policies.md)', () => {
  it.each(DATEIEN)('%s geht mit dem Standard anders aus', async (datei) => {
    const geschichte = leseGeschichte(datei, readFileSync(new URL(datei, ORDNER), 'utf8'));
    const mitStandard = await spiele({ ...geschichte, land: 'HB', policy: STANDARDWAHL }, kernMotor());
    expect(fehlerVon(mitStandard)).not.toEqual([]);
  });
});

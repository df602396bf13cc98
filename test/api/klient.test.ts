import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';
import { klagen } from '../../tools/klienten/uebersetze.ts';

const BESCHREIBUNG = new URL('../../docs/openapi.json', import.meta.url);

const PROGRAMM = `
import type { components, operations } from './typen';
type Antwort = operations['meineFaelle']['responses'][200]['content']['application/json'];
const nummern = (antwort: Antwort): string[] => antwort.eintraege.map(({ fallnummer }) => fallnummer);
const fall: components['schemas']['Falleintrag'] | undefined = undefined;
const neu: operations['vormerken']['requestBody']['content']['application/json'] = { person: 'p', gruende: 'g' };
export { nummern, fall, neu };
`;

describe('ein erzeugter Client in TypeScript', () => {
  it('übersetzt, nennt Operationen bei ihrem Namen und kennt die Formen', async () => {
    const typen = astToString(await openapiTS(await readFile(BESCHREIBUNG, 'utf8')));
    expect(klagen({ 'typen.ts': typen, 'programm.ts': PROGRAMM })).toEqual([]);
    const falsch = PROGRAMM.replace('({ fallnummer }) => fallnummer', '({ nummer }) => nummer');
    // Control: a field that does not exist does not compile.
    expect(klagen({ 'typen.ts': typen, 'programm.ts': falsch })).not.toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const WURZEL = fileURLToPath(new URL('../../node_modules', import.meta.url));

function versionen(ordner: string): string[] {
  return readdirSync(ordner, { withFileTypes: true }).flatMap((eintrag) => {
    if (!eintrag.isDirectory()) return [];
    const pfad = path.join(ordner, eintrag.name);
    if (eintrag.name === 'protobufjs') {
      return [
        (JSON.parse(readFileSync(path.join(pfad, 'package.json'), 'utf8')) as { version: string }).version,
      ];
    }
    const tiefer = eintrag.name.startsWith('@') || eintrag.name === 'node_modules';
    if (tiefer) return versionen(pfad);
    return readdirSync(pfad).includes('node_modules') ? versionen(path.join(pfad, 'node_modules')) : [];
  });
}

it('protobufjs 8 gibt es genau einmal, sonst scheitert das Nachspielen von JSON-Historien (technik.md 2.5)', () => {
  expect(versionen(WURZEL).filter((version) => version.startsWith('8.'))).toHaveLength(1);
});

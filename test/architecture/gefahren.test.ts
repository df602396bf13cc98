import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const WURZEL = path.join(import.meta.dirname, '../..');
const ORDNER = ['activities', 'api', 'db', 'domain', 'log', 'ops', 'temporal', 'worker', 'workflows'];

/** What product code has no use for, with a line that each search has to find (ASVS V1, V11, V12). */
const VERBOTEN: readonly (readonly [string, RegExp, string])[] = [
  ['SQL aus Zeichenketten', /\bsql\.raw\(|\.unsafe\(/u, 'tx.execute(sql.raw(`select ${wert}`))'],
  ['Muster aus Zeichenketten', /new RegExp\(/u, 'new RegExp(eingabe)'],
  ['Code aus Zeichenketten', /\beval\(|\bnew Function\b|node:vm/u, 'eval(text)'],
  ['Programme des Betriebssystems', /child_process/u, "import { exec } from 'node:child_process'"],
  ['veraltete Prüfsummen', /create(?:Hash|Hmac)\('(?!sha(?:256|384|512)')/u, "createHash('md5')"],
  [
    'Chiffren ohne Siegel',
    /create(?:Cipher|Decipher)iv\((?!'aes-256-gcm')/u,
    "createDecipheriv('aes-256-cbc', k, n)",
  ],
  ['Zufall, der sich raten lässt', /Math\.random\(/u, 'const geheimnis = Math.random()'],
  [
    'ungeprüfte Zertifikate',
    /rejectUnauthorized|TLS_REJECT_UNAUTHORIZED/u,
    'tls: { rejectUnauthorized: false }',
  ],
  ['Umleitungen folgen', /redirect: 'follow'/u, "fetch(adresse, { redirect: 'follow' })"],
];

/** The pause before an update is sent again is no secret; SQL of constants that no value reaches. */
const ERLAUBT = [
  'await warte(pauseMs * (0.75 + Math.random() / 2));',
  "sql.raw(`select (d ->> 'id')::uuid from jsonb_array_elements(${ereignis}.daten -> 'dokumente') d`);",
  'await tx.unsafe(SCHEMA);',
];

const zeilen = ORDNER.flatMap((ordner) =>
  readdirSync(path.join(WURZEL, ordner), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const datei = path.join(ordner, name);
      return readFileSync(path.join(WURZEL, datei), 'utf8')
        .split('\n')
        .map((zeile) => ({ datei, zeile: zeile.trim() }));
    }),
);

describe('was im Produkt nicht vorkommt', () => {
  it.each(VERBOTEN)('%s', (_, muster, probe) => {
    expect(zeilen.length).toBeGreaterThan(10_000);
    expect(probe).toMatch(muster);
    expect(zeilen.filter(({ zeile }) => muster.test(zeile) && !ERLAUBT.includes(zeile))).toEqual([]);
  });

  it('wer einen Dienst außerhalb ruft, nimmt seine Adresse aus den Einstellungen und folgt keiner Umleitung', () => {
    const rufe = zeilen.filter(({ zeile }) => /\bfetch\(/u.test(zeile));
    expect([...new Set(rufe.map(({ datei }) => datei))]).toEqual(['api/kern/aussteller.ts']);
    expect(rufe.filter(({ zeile }) => !zeile.includes("redirect: 'error'"))).toEqual([]);
  });
});

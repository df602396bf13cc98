import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const WURZEL = join(import.meta.dirname, '../..');
const konfiguration: unknown = createRequire(import.meta.url)(join(WURZEL, '.dependency-cruiser.cjs'));
const { forbidden: REGELN } = z
  .looseObject({ forbidden: z.array(z.looseObject({ name: z.string(), severity: z.string() })) })
  .parse(konfiguration);

/** One wrong import: from which file to which; `typ`: as a type only. */
type Falsch = readonly [von: string, nach: string, typ?: 'typ'];

/** A package that only developers install. */
const ENTWICKLUNG = 'entwicklung';

/** For each rule what it forbids, at least once for each folder it is about. A rule without a line here fails. */
const GEPFLANZT: Readonly<Record<string, readonly Falsch[]>> = {
  'no-cycles': [['domain/a.ts', 'domain/b.ts']],
  'domain-is-pure': [
    ['domain/x.ts', 'db/y.ts'],
    ['domain/x.ts', 'api/y.ts', 'typ'],
  ],
  'workflows-stay-deterministic': [
    ['workflows/x.ts', 'activities/y.ts'],
    ['workflows/x.ts', 'temporal/codec.ts'],
  ],
  'workflows-type-activities-only': [
    ['workflows/x.ts', 'db/y.ts', 'typ'],
    ['workflows/x.ts', 'api/y.ts', 'typ'],
  ],
  'db-knows-domain-only': [
    ['db/x.ts', 'workflows/y.ts', 'typ'],
    ['db/x.ts', 'api/y.ts'],
  ],
  'temporal-knows-domain-only': [['temporal/x.ts', 'db/y.ts']],
  'transport-knows-nobody': [['transport/x.ts', 'domain/y.ts']],
  'transport-is-handed-in': [
    ['activities/x.ts', 'transport/y.ts'],
    ['db/x.ts', 'transport/y.ts'],
    ['web/x.ts', 'transport/y.ts'],
  ],
  'temporal-is-handed-in': [
    ['activities/x.ts', 'temporal/codec.ts'],
    ['web/x.ts', 'temporal/codec.ts'],
  ],
  'log-knows-domain-only': [['log/x.ts', 'db/y.ts']],
  'activities-know-domain-and-db': [
    ['activities/x.ts', 'api/y.ts'],
    ['activities/x.ts', 'tools/y.ts'],
  ],
  'activities-know-workflows-by-contract': [['activities/x.ts', 'workflows/y.ts', 'typ']],
  'worker-never-knows-the-edge': [['worker/x.ts', 'api/y.ts']],
  'api-knows-workflows-by-contract': [['api/faelle/faelle.ts', 'workflows/y.ts', 'typ']],
  'api-never-knows-the-worker': [
    ['api/x.ts', 'worker/y.ts'],
    ['api/x.ts', 'activities/y.ts'],
  ],
  'api-rooms-know-no-root': [
    ['api/faelle/faelle.ts', 'api/app.ts'],
    ['api/befehle/formen/x.ts', 'api/config.ts', 'typ'],
    ['api/kern/x.ts', 'api/health.ts'],
  ],
  'api-ground-knows-no-room': [
    ['api/kern/x.ts', 'api/faelle/formen.ts', 'typ'],
    ['api/kern/x.ts', 'api/befehle/vertrag.ts', 'typ'],
    ['api/kern/x.ts', 'api/routen.ts'],
  ],
  'api-forms-know-no-use-case': [
    ['api/personen/formen.ts', 'db/y.ts', 'typ'],
    ['api/personen/formen.ts', 'api/personen/profilfaelle.ts', 'typ'],
    ['api/policy/parameterformen.ts', 'api/policy/routen.ts'],
    ['api/befehle/formen/zugang.ts', 'db/y.ts'],
  ],
  'api-use-cases-know-no-rows': [
    ['api/faelle/faelle.ts', 'api/faelle/routen.ts'],
    ['api/personen/profilfaelle.ts', 'api/kern/route.ts', 'typ'],
    ['api/befehle/ausfuehrung.ts', 'api/kern/server.ts'],
  ],
  'api-rows-know-no-other-rows': [
    ['api/faelle/routen.ts', 'api/personen/routen.ts'],
    ['api/faelle/routen.ts', 'api/routen.ts'],
  ],
  'api-rooms-meet-at-forms-and-use-cases': [
    ['api/faelle/faelle.ts', 'api/loeschung/loeschhandlung.ts'],
    ['api/personal/faelle.ts', 'api/befehle/temporal.ts'],
    ['api/befehle/fakten/x.ts', 'api/auskunft/worte.ts'],
  ],
  'web-goes-through-use-cases': [
    ['web/x.ts', 'db/y.ts'],
    ['web/x.ts', 'api/faelle/faelle.ts'],
    ['web/x.ts', 'api/kern/server.ts'],
    ['web/x.ts', 'api/befehle/temporal.ts'],
  ],
  'ops-never-knows-tools': [
    ['ops/x.ts', 'tools/y.ts'],
    ['ops/x.ts', 'worker/y.ts', 'typ'],
    ['ops/x.ts', 'workflows/y.ts'],
    ['ops/x.ts', 'api/kern/server.ts'],
  ],
  'only-tools-and-test-import-ops': [
    ['api/x.ts', 'ops/y.ts'],
    ['db/x.ts', 'ops/y.ts', 'typ'],
    ['worker/x.ts', 'ops/y.ts'],
  ],
  'production-without-dev-dependencies': [['ops/x.ts', `node_modules/${ENTWICKLUNG}/index.js`]],
  'web-knows-surroundings-by-type': [['web/x.ts', 'api/kern/konto.ts']],
  'only-test-imports-tools': [['worker/x.ts', 'tools/y.ts']],
  'nobody-imports-test': [['tools/x.ts', 'test/y.ts']],
  'no-unresolvable': [['domain/x.ts', 'domain/gibt-es-nicht.ts']],
};

/** What the rules have to let through: each is the right way beside a wrong one. */
const ERLAUBT: readonly Falsch[] = [
  ['workflows/x.ts', 'activities/y.ts', 'typ'],
  ['workflows/x.ts', 'temporal/marke.ts'],
  ['api/faelle/faelle.ts', 'workflows/contract.ts'],
  ['api/auskunft/faelle.ts', 'api/leseprotokoll/faelle.ts'],
  ['api/zuordnung/routen.ts', 'api/faelle/formen.ts'],
  ['api/personal/ausscheidensfaelle.ts', 'api/befehle/ausfuehrung.ts'],
  ['web/x.ts', 'api/faelle/routen.ts'],
  ['web/x.ts', 'api/sitzung/faelle.ts'],
  ['web/x.ts', 'api/formularentwurf/faelle.ts'],
  ['web/x.ts', 'api/faelle/formen.ts'],
  ['web/x.ts', 'api/kern/absage.ts'],
  ['web/x.ts', 'api/kern/umgebung.ts', 'typ'],
  ['ops/x.ts', 'api/loeschung/faelle.ts'],
  ['tools/x.ts', 'ops/y.ts'],
];

const ergebnisform = z.looseObject({
  summary: z.looseObject({
    violations: z.array(z.looseObject({ rule: z.looseObject({ name: z.string() }) })),
  }),
});

describe('Importregeln: je Regel ein falscher Import, der auffällt', () => {
  let ort = '';
  beforeAll(async () => {
    ort = await mkdtemp(join(tmpdir(), 'importe-'));
  });
  afterAll(() => rm(ort, { recursive: true, force: true }));

  let zahl = 0;
  /** The names of the rules that an import breaks, in a house of its own. */
  async function gebrochen([von, nach, typ]: Falsch): Promise<Set<string>> {
    const haus = join(ort, String((zahl += 1)));
    const weg = '../'.repeat(von.split('/').length - 1);
    const schreibe = async (datei: string, inhalt: string): Promise<void> => {
      await mkdir(dirname(join(haus, datei)), { recursive: true });
      await writeFile(join(haus, datei), inhalt);
    };
    const name = typ === 'typ' ? 'type x' : 'x';
    const paket = nach.startsWith('node_modules/') ? ENTWICKLUNG : null;
    if (paket !== null) {
      await schreibe('package.json', JSON.stringify({ devDependencies: { [paket]: '1.0.0' } }));
      await schreibe(`node_modules/${paket}/package.json`, JSON.stringify({ name: paket, main: 'index.js' }));
    }
    const zurueck = nach === 'domain/b.ts' ? `import { x as y } from './a.ts';\nexport const z = y;\n` : '';
    if (!nach.includes('gibt-es-nicht'))
      await schreibe(nach, `${zurueck}export const x = 1;\nexport type x = 1;\n`);
    await schreibe(
      von,
      `import { ${name} } from '${paket ?? `./${weg}${nach}`}';\nexport const y: x = 1;\nexport const x = 1;\n`,
    );
    const { output } = await cruise(['.'], {
      ...z.looseObject({ options: z.looseObject({}) }).parse(konfiguration).options,
      tsConfig: {},
      baseDir: haus,
      ruleSet: { forbidden: REGELN as never },
      validate: true,
      outputType: 'json',
    });
    const { summary } = ergebnisform.parse(typeof output === 'string' ? JSON.parse(output) : output);
    return new Set(summary.violations.map(({ rule }) => rule.name));
  }

  it('jede Regel hat ein Beispiel, jedes Beispiel eine Regel, und jede Regel bricht die Prüfung', () => {
    expect(Object.keys(GEPFLANZT).sort()).toEqual(REGELN.map(({ name }) => name).sort());
    expect(REGELN.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });

  const alle = Object.entries(GEPFLANZT).flatMap(([regel, falsche]) =>
    falsche.map((falsch) => [regel, falsch[0], falsch[1], falsch] as const),
  );
  it.each(alle)('%s: %s darf nicht %s', async (...[regel, , , falsch]) => {
    expect([...(await gebrochen(falsch))]).toContain(regel);
  });

  it.each(ERLAUBT.map((erlaubt) => [erlaubt[0], erlaubt[1], erlaubt] as const))(
    '%s darf %s',
    async (_von, _nach, erlaubt) => {
      expect([...(await gebrochen(erlaubt))]).toEqual([]);
    },
  );

  it('geprüft wird jeder Ordner mit Programmen', async () => {
    const { scripts } = z
      .looseObject({ scripts: z.looseObject({ imports: z.string() }) })
      .parse(JSON.parse(await readFile(join(WURZEL, 'package.json'), 'utf8')));
    const ordner = (await readdir(WURZEL, { withFileTypes: true }))
      .filter((e) => e.isDirectory() && !e.name.startsWith('.') && e.name !== 'node_modules')
      .map(({ name }) => name);
    const mitProgrammen: string[] = [];
    for (const name of ordner) {
      const dateien = await readdir(join(WURZEL, name), { recursive: true });
      if (dateien.some((datei) => datei.endsWith('.ts'))) mitProgrammen.push(name);
    }
    expect(mitProgrammen.filter((name) => !scripts.imports.split(' ').includes(name))).toEqual([]);
  });
});

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files, the longest first: begun early, no lane is left alone with one of them at the end. */
const LANGE = [
  'test/szenarien/voll-1.test.ts',
  'test/szenarien/voll-2.test.ts',
  'test/fuzz/openapi.test.ts',
  'test/workflows/kanarien-klar.test.ts',
  'test/workflows/kanarien-verschluesselt.test.ts',
  'test/histories/replay.test.ts',
  'test/db/matrix.test.ts',
  'test/db/seiten.test.ts',
  'test/workflows/andrang.test.ts',
  'test/workflows/loeschung.test.ts',
  'test/workflows/abbruch.test.ts',
  'test/simulation/mutanten.test.ts',
];

const rang = ({ moduleId }: TestSpecification): number => {
  const stelle = LANGE.findIndex((datei) => moduleId.endsWith(`/${datei}`));
  return stelle < 0 ? LANGE.length : stelle;
};

/** The long files first, whatever their project; the others as vitest has them. */
export class LangeZuerst extends BaseSequencer {
  override async sort(dateien: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(dateien)).sort((a, b) => rang(a) - rang(b));
  }
}

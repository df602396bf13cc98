import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const WURZEL = fileURLToPath(new URL('../../', import.meta.url));
const GUT = '{"regel":"CAL-F","ereignis":"2026-12-11","tage":14,"land":"HB"}';

type Programmende = { code: number | null; zeilen: string[]; stderr: string };

const rufe = async (
  argumente: readonly string[],
  stuecke: readonly (string | Buffer)[] = [],
): Promise<Programmende> => {
  const prozess = spawn('npm', ['run', '--silent', 'frist', '--', ...argumente], { cwd: WURZEL });
  const beendet = new Promise<number | null>((melde) => prozess.once('close', melde));
  const ausgaben = Promise.all([text(prozess.stdout), text(prozess.stderr), beendet]);
  for (const stueck of stuecke) prozess.stdin.write(stueck);
  prozess.stdin.end();
  const [stdout, stderr, code] = await ausgaben;
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return { code, zeilen: stdout.split('\n').slice(0, -1), stderr };
};

const faellig = (zeile: string | undefined): unknown => {
  const antwort: unknown = JSON.parse(zeile ?? '');
  return typeof antwort === 'object' && antwort !== null && 'faellig' in antwort ? antwort.faellig : antwort;
};

describe('npm run --silent frist -- --stdin', () => {
  it('answers D-02 with exactly the fields of the contract and exit code 0', async () => {
    const { code, zeilen, stderr } = await rufe(['--stdin'], [`${GUT}\n`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(zeilen.map((zeile): unknown => JSON.parse(zeile))).toEqual([
      {
        roh: '2026-12-25',
        faellig: '2026-12-28',
        feuertAb: '2026-12-28T23:00:00Z',
        herleitung: [
          {
            schritt: 'Ereignis Freitag 11.12.2026, zählt nicht mit',
            norm: '§ 187 Abs. 1 BGB',
            datum: '2026-12-11',
          },
          { schritt: '+ 14 Tage = Freitag 25.12.2026', norm: '§ 188 Abs. 1 BGB', datum: '2026-12-25' },
          {
            schritt:
              'frei: 25.12.2026 1. Weihnachtstag, 26.12.2026 2. Weihnachtstag, 27.12.2026 Sonntag; nächster Werktag = Montag 28.12.2026',
            norm: '§ 26 Abs. 3 SGB X, § 193 BGB; § 2 FTG HB',
            datum: '2026-12-28',
          },
        ],
      },
    ]);
  });

  it('goes on after a wrong line, keeps the order and ends with 1', async () => {
    const { code, zeilen } = await rufe(['--stdin'], [`${GUT}\n{"regel":\n\n{"regel":"CAL-X"}\n${GUT}`]);
    expect(code).toBe(1);
    expect(zeilen.map(faellig)).toEqual([
      '2026-12-28',
      { fehler: { code: 'kein_json', feld: 'eingabe', text: 'Die Zeile ist kein gültiges JSON.' } },
      { fehler: { code: 'kein_json', feld: 'eingabe', text: 'Die Zeile ist kein gültiges JSON.' } },
      {
        fehler: {
          code: 'ungueltig',
          feld: 'regel',
          text: 'regel ist unbekannt; möglich sind CAL-F, CAL-Z, CAL-R, CAL-T.',
        },
      },
      '2026-12-28',
    ]);
  });

  it('takes CRLF, a byte order mark, a last line without an end, and characters cut in two', async () => {
    const umlaut = Buffer.from('{"grüße":1}\r\n');
    const schnitt = umlaut.indexOf(0xc3) + 1;
    const stuecke = [
      `\uFEFF${GUT}\r\n`,
      umlaut.subarray(0, schnitt),
      umlaut.subarray(schnitt),
      GUT.slice(0, 9),
      GUT.slice(9),
    ];
    const { code, zeilen } = await rufe(['--stdin'], stuecke);
    expect(code).toBe(1);
    expect(zeilen.map(faellig)).toEqual([
      '2026-12-28',
      { fehler: { code: 'unbekanntes_feld', feld: 'grüße', text: 'Dieses Feld ist nicht vorgesehen.' } },
      '2026-12-28',
    ]);
  });

  it('answers nothing to an empty input and ends with 0', async () => {
    expect(await rufe(['--stdin'])).toEqual({ code: 0, zeilen: [], stderr: '' });
  });

  it('answers 50,000 lines, one each', async () => {
    const { code, zeilen } = await rufe(['--stdin'], [`${GUT}\n`.repeat(50_000)]);
    expect(code).toBe(0);
    expect(zeilen.length).toBe(50_000);
    expect(new Set(zeilen).size).toBe(1);
  });

  it.each([{ argumente: [] }, { argumente: ['--hilfe'] }])(
    'shows its usage for $argumente and ends with 2',
    async ({ argumente }) => {
      const { code, zeilen, stderr } = await rufe(argumente);
      expect({ code, zeilen }).toEqual({ code: 2, zeilen: [] });
      expect(stderr).toContain('--stdin');
    },
  );
});

import { fundstellen } from './fundstellen.ts';
import { ANDERSWO, FACHKONZEPT, KENNUNGEN, OHNE_CODE } from './verzeichnis.ts';

/** Places a row names; the rest is found by searching for the id. */
const HOECHSTENS = 3;

const liste = (dateien: readonly string[]): string =>
  dateien
    .slice(0, HOECHSTENS)
    .map((datei) => `[${datei.replace(/^test\/szenarien\//u, '')}](../${datei})`)
    .join(', ');

/** Ids that have neither code and test nor a part of their own, each with what is missing. */
export async function offeneKennungen(): Promise<string[]> {
  const finde = await fundstellen();
  return Object.values(KENNUNGEN)
    .flat()
    .filter((id) => !(id in ANDERSWO))
    .flatMap((id) => {
      const { code, proben } = finde(id);
      // A scenario is proved by its story; the code it needs is named at the rules it cites.
      const ohneCode = code.length === 0 && !id.startsWith('AC-') && !(id in OHNE_CODE);
      const fehlt = [ohneCode && 'Code', proben.length === 0 && 'Test'];
      const was = fehlt.filter((eines) => eines !== false);
      return was.length === 0 ? [] : [`${id}: ${was.join(' und ')} fehlt`];
    });
}

/** `docs/kennungen.md` as it should be. */
export async function kennungstext(): Promise<string> {
  const finde = await fundstellen();
  const zeile = (id: string, seite: string): string => {
    const anderswo = ANDERSWO[id];
    const { code, proben } = finde(id);
    return `| [${id}](${seite}#${id.toLowerCase()}) | ${anderswo ?? OHNE_CODE[id] ?? liste(code)} | ${liste(proben)} |`;
  };
  const tafeln = Object.entries(KENNUNGEN).map(([art, ids]) =>
    [
      `## ${art}`,
      '',
      '| Kennung | entschieden in | belegt durch |',
      '| --- | --- | --- |',
      ...ids.map((id) => zeile(id, FACHKONZEPT[art] ?? '')),
      '',
    ].join('\n'),
  );
  const vorspann = [
    '# Kennungen',
    '',
    'Wo jede Kennung des [Fachkonzepts](fachkonzept/README.md) im Code entschieden und wodurch sie belegt ist',
    '(`node tools/kennungen/main.ts`). Datenschutz, Seiten, Controlling und Betrieb heißt: Dafür gibt es einen eigenen',
    'Teil; Geschichte ist, was nur 2010 galt.',
    '',
  ];
  return `${vorspann.join('\n')}\n${tafeln.join('\n')}`;
}

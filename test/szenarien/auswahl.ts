import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { alsJson } from '../../tools/szenario/ausgabe.ts';
import { kernMotor } from '../../tools/szenario/kern.ts';
import { leseGeschichte } from '../../tools/szenario/lesen.ts';
import { spiele } from '../../tools/szenario/spielen.ts';
import { NACHTS } from '../support/umfang.ts';

const ORDNER = new URL('.', import.meta.url);

/** What of a story's output says that something of the procedure happened in it. */
const Ausgabe = z.object({
  schritte: z.array(
    z.object({
      befehl: z.string().optional(),
      ergebnis: z
        // Neither forbidden nor refused ones have the word.
        .object({ ergebnis: z.unknown().optional(), warnungen: z.array(z.string()).default([]) })
        .nullable()
        .default(null),
      faelle: z
        .array(
          z.object({
            zustand: z.string(),
            neben: z.array(z.string()),
            hinweise: z.array(z.string()),
            fristen: z.array(z.object({ id: z.string(), status: z.string() })),
          }),
        )
        .default([]),
      nachrichten: z.array(z.object({ an: z.string(), anlass: z.string(), stufe: z.string() })).default([]),
    }),
  ),
});

export type Werk = {
  readonly name: string;
  readonly merkmale: ReadonlySet<string>;
  /** Roughly how long it takes: its steps, and what the beginning of each costs. */
  readonly kosten: number;
};

const BEGINN = 8;

async function werkAus(name: string): Promise<Werk> {
  const geschichte = leseGeschichte(name, readFileSync(new URL(name, ORDNER), 'utf8'));
  const { schritte } = Ausgabe.parse(JSON.parse(alsJson(await spiele(geschichte, kernMotor()))));
  const merkmale = schritte.flatMap(({ befehl, ergebnis, faelle, nachrichten }) => [
    ...(befehl !== undefined && ergebnis?.ergebnis === 'ok' ? [`befehl ${befehl}`] : []),
    ...(ergebnis?.warnungen ?? []).map((regel) => `warnung ${regel}`),
    ...faelle.flatMap(({ zustand, neben, hinweise, fristen }) => [
      ...[zustand, ...neben].map((einer) => `zustand ${einer}`),
      ...hinweise.map((regel) => `hinweis ${regel}`),
      ...fristen.map(({ id, status }) => `frist ${id} ${status}`),
    ]),
    ...nachrichten.map(({ an, anlass, stufe }) => `nachricht ${an} ${anlass} ${stufe}`),
  ]);
  return { name, merkmale: new Set(merkmale), kosten: schritte.length + BEGINN };
}

/** Few of them that together show all that any of them shows: always the one that shows most that is new for its length. */
export function deckende(werke: readonly Werk[]): readonly string[] {
  const offen = new Set(werke.flatMap(({ merkmale }) => [...merkmale]));
  const gewinn = ({ merkmale, kosten }: Werk): number =>
    [...merkmale].filter((m) => offen.has(m)).length / kosten;
  const gewaehlt: Werk[] = [];
  while (offen.size > 0) {
    const beste = werke.reduce((bisher, werk) => (gewinn(werk) > gewinn(bisher) ? werk : bisher));
    gewaehlt.push(beste);
    for (const merkmal of beste.merkmale) offen.delete(merkmal);
  }
  return ohneEntbehrliche(gewaehlt)
    .map(({ name }) => name)
    .toSorted();
}

/** What was chosen early may be shown by those that came later: the longest first, each goes that shows nothing the others do not. */
function ohneEntbehrliche(werke: readonly Werk[]): readonly Werk[] {
  return werke
    .toSorted((a, b) => b.kosten - a.kosten)
    .reduce<readonly Werk[]>((bleibende, werk) => {
      const andere = bleibende.filter((eines) => eines !== werk);
      const gezeigt = new Set(andere.flatMap(({ merkmale }) => [...merkmale]));
      return [...werk.merkmale].every((merkmal) => gezeigt.has(merkmal)) ? andere : bleibende;
    }, werke);
}

const GESCHICHTEN: readonly string[] = readdirSync(ORDNER)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

/** Stories for the whole stack: at night each, by day as many as show every command, state, Frist, message and warning (ADR 44). */
export async function vollGespielte(): Promise<readonly string[]> {
  if (NACHTS) return GESCHICHTEN;
  const werke: Werk[] = [];
  for (const name of GESCHICHTEN) werke.push(await werkAus(name));
  return deckende(werke);
}

import { z } from 'zod';
import type { Rolle } from '../../domain/kennungen.ts';
import { lesbar, stehtInListe } from './matrix-wege.ts';
import type { Weltfall } from './matrixwelt.ts';

const angaben = z.object({ bedarfsgemeinschaft: z.array(z.object({ id: z.string() })) });

const kennt = (rolle: Rolle, { name }: Weltfall): boolean =>
  [...lesbar(rolle, name, 'person'), ...lesbar(rolle, name, 'fall')].includes('K0');

type Gesehen = { readonly rolle: Rolle; readonly fall: Weltfall; readonly text: string };

/** Which other cases of the world an answer names, all of its persons living together, and which it should by the matrix. */
export function bedarfsgemeinschaften({ rolle, fall, text }: Gesehen, faelle: readonly Weltfall[]) {
  const andere = kennt(rolle, fall) ? faelle.filter(({ fallId }) => fallId !== fall.fallId) : [];
  const soll = andere.filter((einer) => stehtInListe(rolle, einer.name) && kennt(rolle, einer));
  const ids = angaben.parse(JSON.parse(text)).bedarfsgemeinschaft.map(({ id }) => id);
  const ist = faelle.filter(({ fallId }) => ids.includes(fallId));
  const bei = `${rolle} bei ${fall.name}`;
  return { bei, ist: ist.map(({ name }) => name), soll: soll.map(({ name }) => name) };
}

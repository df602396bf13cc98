import type { Konto } from './umgebung.ts';

/** What is known of a request while it is answered. */
export type Merkzettel = {
  /** Number of the request, in every answer and every line of the log. */
  anfrage: string;
  /** How the log names the route. */
  route?: string;
  /** Of the refusal, if it is one. */
  code?: string;
  /** Why it is one, for those who run Lotse. */
  abweisung?: string;
  konto?: Konto;
};

/** Beside the answer and not on it: `res.locals` forgets the types. */
const ZETTEL = new WeakMap<object, Merkzettel>();

/** The note of an answer. @param res the answer of Express. */
export function zettel(res: object): Merkzettel {
  const vorhanden = ZETTEL.get(res);
  if (vorhanden !== undefined) return vorhanden;
  const neu: Merkzettel = { anfrage: '' };
  ZETTEL.set(res, neu);
  return neu;
}

/** Who asks. @throws before the sign-in has said so; a bug, not a refusal. */
export function kontoVon(res: object): Konto {
  const { konto } = zettel(res);
  if (konto === undefined) throw new Error('Diese Anfrage hat kein Konto');
  return konto;
}

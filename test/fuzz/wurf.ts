/** One request as the fuzzer sees it; `rumpf` is undefined where the operation takes none. */
export type Wurf = {
  readonly methode: string;
  readonly pfad: string;
  readonly header: Readonly<Record<string, string>>;
  readonly rumpf: unknown;
};

export type Pfadteil = string | number;
type Objekt = Readonly<Record<string, unknown>>;

export const istObjekt = (wert: unknown): wert is Objekt =>
  typeof wert === 'object' && wert !== null && !Array.isArray(wert);

/** The body with one value replaced; `undefined` removes a field. */
export function ersetze(wert: unknown, [erster, ...rest]: readonly Pfadteil[], neu: unknown): unknown {
  if (erster === undefined) return neu;
  if (Array.isArray(wert))
    return wert.map((teil: unknown, n) => (n === erster ? ersetze(teil, rest, neu) : teil));
  if (!istObjekt(wert)) return neu;
  return { ...wert, [erster]: ersetze(wert[erster], rest, neu) };
}

/** Works on all of them, so many at once; the results in their order. */
export async function nebeneinander<T, U>(
  alle: readonly T[],
  zugleich: number,
  arbeite: (eines: T) => Promise<U>,
): Promise<U[]> {
  const ergebnisse: U[] = [];
  const offen = alle.entries();
  const bahn = async (): Promise<void> => {
    for (const [stelle, eines] of offen) ergebnisse[stelle] = await arbeite(eines);
  };
  await Promise.all(Array.from({ length: zugleich }, bahn));
  return ergebnisse;
}

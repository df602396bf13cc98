/** The value that so much of them do not exceed, `anteil` from 0 to 1. */
export function quantil(werte: readonly number[], anteil: number): number {
  const stelle = Math.min(werte.length - 1, Math.floor(werte.length * anteil));
  return [...werte].sort((a, b) => a - b)[stelle] ?? Number.NaN;
}

export const median = (werte: readonly number[]): number => quantil(werte, 0.5);

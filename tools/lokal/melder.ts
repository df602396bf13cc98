/** Receives one finished German sentence about what is going on. */
export type Melder = (satz: string) => void;

/** A melder for callers that do not listen. */
export const stumm: Melder = () => undefined;

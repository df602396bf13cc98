/** Marks a branch that the compiler has proven impossible. @throws when the proof was bypassed by untyped data. */
export function exhaustive(nie: never): never {
  throw new Error(`Unbekannter Fall: ${JSON.stringify(nie)}`);
}

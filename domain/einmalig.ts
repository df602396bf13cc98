/** Keys that stand in more than one of the tables `T`. */
type Doppelt<T> = {
  [K in keyof T]: { [L in Exclude<keyof T, K>]: keyof T[K] & keyof T[L] }[Exclude<keyof T, K>];
}[keyof T];

/** Joined tables must have each row once: a row that two of them have cannot be written, so that the join does not compile. */
export type Einmalig<T> = { readonly [K in Doppelt<T>]: never };

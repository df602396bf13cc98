/** Variables of the process, or what stands for them in a test. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The settings of the environment that say something: an empty one counts as not set. */
export const gesetzte = (env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([, wert]) => wert !== ''));

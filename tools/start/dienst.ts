import type { BedienFehler } from '../../ops/bedienfehler.ts';

/** Something that runs and must be stopped. */
export type Dienst = {
  name: string;
  /** Processes that would survive a kill of the orchestrator. */
  pids: readonly number[];
  /** Resolves with the reason when it ends; only of interest while nobody has asked it to. */
  ausfall?: Promise<BedienFehler>;
  stop: () => Promise<void>;
};

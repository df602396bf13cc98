import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';
import { TemporalFailure } from '@temporalio/common';
import { ohneWerte } from '../log/logger.ts';
import { istMarke, lesbarUm } from '../temporal/marke.ts';

/** An error as Temporal may keep it: histories outlive cases, and those below quote values of rows (DS-20). */
function entwertet(fehler: unknown): unknown {
  if (!(fehler instanceof Error) || fehler instanceof TemporalFailure) return fehler;
  const ohne = new Error(ohneWerte(fehler.message), { cause: entwertet(fehler.cause) });
  ohne.name = fehler.name;
  return ohne;
}

/**
 * Only Lotse writes what an activity gets. Where it cannot be read, a key is missing here: the activity fails and is tried
 * again, by a worker that has the key (S5).
 */
export function aktivitaetswaechter({ info }: Context): ActivityInterceptors {
  return {
    inbound: {
      execute: async (eingabe, weiter) => {
        const args = eingabe.args.map((wert) => lesbarUm(wert, info.scheduledTimestampMs));
        const marke = args.find(istMarke);
        if (marke !== undefined) throw new Error(`Eine Nutzlast ist nicht lesbar: ${marke.unlesbar}`);
        try {
          return await weiter({ ...eingabe, args });
        } catch (fehler) {
          throw entwertet(fehler);
        }
      },
    },
  };
}

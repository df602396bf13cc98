import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';
import { istMarke, lesbarUm } from '../temporal/marke.ts';

/**
 * Only Lotse writes what an activity gets. Where it cannot be read, a key is missing here: the activity fails and is tried
 * again, by a worker that has the key (S5).
 */
export function aktivitaetswaechter({ info }: Context): ActivityInterceptors {
  return {
    inbound: {
      execute: (eingabe, weiter) => {
        const args = eingabe.args.map((wert) => lesbarUm(wert, info.scheduledTimestampMs));
        const marke = args.find(istMarke);
        if (marke !== undefined) throw new Error(`Eine Nutzlast ist nicht lesbar: ${marke.unlesbar}`);
        return weiter({ ...eingabe, args });
      },
    },
  };
}

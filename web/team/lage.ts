import type { Teamkalender } from '../../api/team/formen.ts';
import { kalenderroute } from '../../api/team/routen.ts';
import type { Absagecode } from '../../api/kern/absage.ts';
import { frage, frageWennErlaubt } from '../../api/kern/aufruf.ts';
import { teamliste } from '../../api/organisation/routen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { wennDa } from '../kern/zeilen.ts';

/** A team this colleague has to do with. */
export type Teamlage = {
  readonly id: string;
  readonly kennzeichen: string;
  /** Null for a role that does not read it, and before the team has one. */
  readonly kalender: Teamkalender | null;
};

// A team that is new gets its calendar with the next delivery.
const NOCH_KEINER: ReadonlySet<Absagecode> = new Set(['NICHT_GEFUNDEN']);

const kalenderVon = ({ umgebung, konto }: Seitenanfrage, teamId: string): Promise<Teamkalender | null> =>
  wennDa(() => frageWennErlaubt(umgebung, kalenderroute, { konto, pfad: { teamId } }), NOCH_KEINER);

/** The teams somebody leads, oversees or counts; for everybody else the own one. */
export async function ladeTeams(anfrage: Seitenanfrage): Promise<readonly Teamlage[]> {
  const { umgebung, konto } = anfrage;
  const ids = konto.teams.length === 0 ? [konto.team.id] : konto.teams;
  const { eintraege } = await frage(umgebung, teamliste, { konto });
  const lagen: Teamlage[] = [];
  for (const { id, kennzeichen } of eintraege)
    if (ids.includes(id)) lagen.push({ id, kennzeichen, kalender: await kalenderVon(anfrage, id) });
  return lagen;
}

import type { Fristeintrag, Vormerkung } from '../../api/arbeitslisten/formen.ts';
import { fristenDesTeams, vormerkungsliste } from '../../api/arbeitslisten/routen.ts';
import { frage, pruefeRolle } from '../../api/kern/aufruf.ts';
import type { Seite } from '../../api/kern/seiten.ts';
import { vorschlagsroute } from '../../api/zuordnung/routen.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { letzteBesprechung } from '../team/besprechungen.ts';
import { ladeTeams, type Teamlage } from '../team/lage.ts';

const HOECHSTENS = '100';

/** What lies before a meeting. */
export type Besprechungslage = {
  readonly heute: Tag;
  /** In the order the meeting works them through. */
  readonly wartende: Seite<Vormerkung>;
  /** Assigned since the last meeting that was closed, and not yet taken over: what TR60 may take back. */
  readonly zugeordnete: readonly Fristeintrag[];
  readonly teams: readonly Teamlage[];
};

/** Worked through in a meeting that is closed, or assigned before it. */
function istBesprochen({ fallId, team, beginn }: Fristeintrag, teams: readonly Teamlage[]): boolean {
  const kalender = teams.find(({ id }) => id === team.id)?.kalender ?? null;
  const letzte = kalender === null ? null : letzteBesprechung(kalender);
  if (letzte === null || fallId === null) return false;
  return letzte.faelle.has(fallId) || beginn < letzte.am;
}

/** Assigned cases nobody has acted in: they owe the first contact, out of a Jour-Fixe the first talk (T-02, T-03). */
async function zugeordnete(
  { umgebung, konto }: Seitenanfrage,
  teams: readonly Teamlage[],
): Promise<readonly Fristeintrag[]> {
  const jeFall = new Map<string | null, Fristeintrag>();
  for (const frist of ['T-02', 'T-03']) {
    const abfrage = { frist, limit: HOECHSTENS };
    const { eintraege } = await frage(umgebung, fristenDesTeams, { konto, abfrage });
    for (const eintrag of eintraege)
      if (eintrag.zustand === 'zugeordnet' && !jeFall.has(eintrag.fallId))
        jeFall.set(eintrag.fallId, eintrag);
  }
  return [...jeFall.values()].filter((eintrag) => !istBesprochen(eintrag, teams));
}

/** @throws Absage NICHT_BERECHTIGT for everybody but the Teamleitung. */
export async function ladeLage(anfrage: Seitenanfrage): Promise<Besprechungslage> {
  const { umgebung, konto } = anfrage;
  pruefeRolle(vorschlagsroute, konto);
  const wartende = await frage(umgebung, vormerkungsliste, { konto, abfrage: { limit: HOECHSTENS } });
  const teams = await ladeTeams(anfrage);
  return {
    heute: ortstag(umgebung.uhr.jetzt()),
    wartende,
    teams,
    zugeordnete: await zugeordnete(anfrage, teams),
  };
}

import { darfAmTeam, TEAMRECHTE, type Teamsachbefehl } from '../../../domain/rollen/teamrechte.ts';
import type { Teamtypen } from '../../../domain/team/typen.ts';
import type { BefehlAn } from '../../../domain/vorgang/aggregat.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import { vertragsbau, type Gemeinsam, type VertragAn } from '../vertrag.ts';
import type { Teamrahmen } from '../vorhaben.ts';

type Teamart = {
  ziel: 'team';
  pfad: string;
  name: Teamsachbefehl;
  befehl: BefehlAn<Teamtypen>;
  /** The visited team, where a command is about one (R16). */
  eingabe: Gemeinsam & { readonly team?: string };
  rahmen: Teamrahmen;
};

/** One command on the calendar of a team. */
export type Teamvertrag<Name extends Teamsachbefehl = Teamsachbefehl> = VertragAn<Teamart, Name>;

export const teamvertrag = vertragsbau<Teamart>({
  ziel: 'team',
  rechte: TEAMRECHTE,
  betritt: async (leser, { befehl, konto, id, fallnummer, at, eingabe }) => {
    const kopf = await leser.teamkopf(id);
    if (kopf === null)
      throw await leser.unsichtbar({ tabelle: 'vorgang', id, was: 'Einen Kalender dieses Teams' });
    const { stand } = kopf;
    const { kontaktteams } = stand;
    const bezug = { team: id, kontaktteams, eigenes: konto.team.id, besuchtes: eingabe.team };
    if (!darfAmTeam(konto, befehl, bezug)) throw nichtBerechtigt();
    return {
      rahmen: { konto, id, fallnummer, at, stand },
      titel: 'Kalender des Teams',
      fuer: null,
      zeilenversionen: {},
      vorab: () => null,
    };
  },
});

import { mitGemerktem } from '../../db/client.ts';
import { liesTeamlagen, type Teamlagezeile } from '../../db/teamlage.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { darfMessen } from '../../domain/organisation/verwaltung.ts';
import { tageBisAntwort } from '../../domain/qualitaet/beschwerde.ts';
import { darfTeamLesen, KALENDERROLLEN } from '../../domain/rollen/teamrechte.ts';
import { schluesselwert } from '../../domain/team/schluessel.ts';
import type { Team } from '../../domain/team/team.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import { stichprobenansicht } from '../team/faelle.ts';
import { auslastungDerTeams, sichtbareTeams } from '../zuordnung/faelle.ts';
import type { Teamkalenderlage, Teamlage, Teamlagen } from './formen.ts';

/** As many complaints as a page of their list has. */
const HOECHSTENS = 50;

/** The teams somebody leads, oversees or counts; for everybody else the own one. */
export const teamsVon = ({ teams, team }: Konto): readonly string[] =>
  teams.length === 0 ? [team.id] : teams;

type Blick = {
  readonly konto: Konto;
  readonly heute: Tag;
  readonly kennzeichen: Readonly<Record<string, string>>;
};

function gegenstand(stand: Team, { id, vorkommen }: Teamlagezeile['offene'][number], { kennzeichen }: Blick) {
  const auftrag = stand.auftraege.find((einer) => einer.id === id && einer.vorkommen === vorkommen);
  return auftrag === undefined ? null : (kennzeichen[auftrag.gegenstand] ?? auftrag.gegenstand);
}

function kalenderlage(zeile: Teamlagezeile, lage: Blick): Teamkalenderlage | null {
  const { stand, offene, zuletzt, id: team } = zeile;
  const { konto, heute } = lage;
  if (stand === null || !KALENDERROLLEN.some((rolle) => rolle === konto.rolle)) return null;
  if (!darfTeamLesen(konto, { team, eigenes: konto.team.id })) return null;
  const schluessel = stand.schluessel.at(-1);
  return {
    offene: offene.map((frist) => ({
      id: frist.id,
      faellig: frist.faellig,
      ueberfaellig: !frist.ruht && frist.faellig < heute,
      gegenstand: gegenstand(stand, frist, lage),
    })),
    zuletzt: Object.entries(zuletzt).flatMap(([art, am]) => (am === null ? [] : [{ art, am }])),
    besuchtSelbst: stand.kontaktteams.some(({ kontaktFm }) => kontaktFm.includes(konto.id)),
    betreuungsschluessel:
      schluessel === undefined ? null : { am: schluessel.am, schluessel: schluesselwert(schluessel) },
    stichprobe: stand.stichprobe === null ? null : stichprobenansicht(stand.stichprobe),
  };
}

function teamlage(zeile: Teamlagezeile, lage: Blick): Teamlage {
  const { id, kennzeichen, beschwerden, zielwerte } = zeile;
  return {
    id,
    kennzeichen,
    kalender: kalenderlage(zeile, lage),
    qualitaet: darfMessen(lage.konto, id)
      ? {
          beschwerden: beschwerden.map((eine) => ({
            ...eine,
            tageBisAntwort: tageBisAntwort(eine.eingegangenAm, eine.beantwortetAm),
          })),
          zielwerte: [...zielwerte],
        }
      : null,
  };
}

/** What the teams of a colleague owe, hear and carry: two statements in one transaction, however many teams there are. */
export function teamlagen(umgebung: Umgebung, konto: Konto, mitAuslastung: boolean): Promise<Teamlagen> {
  const tag = ortstag(umgebung.uhr.jetzt());
  const frage = { teams: teamsVon(konto), hoechstens: HOECHSTENS };
  const belastete = mitAuslastung ? sichtbareTeams(konto, undefined) : [];
  return mitGemerktem(umgebung.db, akteurVon(konto), async (tx) => {
    const { teams, kennzeichen } = await liesTeamlagen(tx, {
      ...frage,
      dannAls: belastete.length === 0 ? null : 'zuordnung',
    });
    const lage = { konto, heute: tag, kennzeichen };
    return {
      teams: teams.map((zeile) => teamlage(zeile, lage)),
      auslastung:
        belastete.length === 0 ? [] : await auslastungDerTeams(tx, konto, { teams: belastete, tag }),
    };
  });
}

import type { Zuordnungsfrage } from '../../../db/zuordnung.ts';
import { fmVon, laeuftNoch, wegVon, type BestehenderFall } from '../../../domain/fall/fall.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { anwesenheitsanteil } from '../../../domain/zuordnung/auslastung.ts';
import type { Bewerberin, Zuordnungslage } from '../../../domain/zuordnung/vorschlag.ts';
import type { Mitarbeitende } from '../geschichte.ts';
import { kennung, teamVon } from '../verweise.ts';
import { kalenderVon } from './amt.ts';
import { geltende } from './dienst.ts';
import { befangeneVon } from './personenleser.ts';
import type { Welt } from './welt.ts';

type Buero = Pick<Welt, 'geschichte' | 'faelle' | 'dienst' | 'amt'>;

const spaetester = (tage: readonly string[]): string | null => [...tage].sort().at(-1) ?? null;

function zugeordnetAm(fall: BestehenderFall): string[] {
  const weg = wegVon(fall);
  return weg === null ? [] : [weg.zuordnung.am];
}

function fruehererAbgang(fall: BestehenderFall): string[] {
  return fall.zustand === 'beendet' ? [fall.fallabgang.am] : [];
}

function anwesenheit(
  { dienst, amt }: Buero,
  id: string,
  { teamId, tag }: Pick<Zuordnungsfrage, 'teamId' | 'tag'>,
): number {
  const anwesenheitslage = { abwesenheiten: geltende(dienst), kalender: kalenderVon(amt, teamId) };
  return anwesenheitsanteil(id, tag, anwesenheitslage);
}

function bewerberin(
  buero: Buero,
  { id: label, anteil, sprachen }: Mitarbeitende,
  frage: Zuordnungsfrage,
): Bewerberin {
  const { personId } = frage;
  const id = kennung('personal', label);
  const faelle = buero.faelle.filter(({ fall }) => fmVon(fall) === id);
  return {
    id,
    anteil,
    sprachen,
    anwesenheit: anwesenheit(buero, id, frage),
    faelle: faelle.filter(({ fall }) => laeuftNoch(fall)).length,
    letzteZuordnungAm: spaetester(faelle.flatMap(({ fall }) => zugeordnetAm(fall))),
    themen: buero.geschichte.themen
      .filter(({ zustaendig }) => zustaendig.includes(label))
      .map((thema) => kennung('thema', thema.id)),
    begleiteteBis: spaetester(
      faelle
        .filter(({ person }) => kennung('person', person) === personId)
        .flatMap(({ fall }) => fruehererAbgang(fall)),
    ),
    interessenkonflikt: befangeneVon(buero, personId).has(id),
  };
}

/** What the record would show of the team when this Vormerkung is assigned. */
export function zuordnungslage(buero: Buero, frage: Zuordnungsfrage): Zuordnungslage {
  const { personal, personen } = buero.geschichte;
  const { personId, themen, nachThema } = frage;
  const { sprache = null } = personen.find(({ id }) => kennung('person', id) === personId) ?? {};
  return {
    policy: policyAus(frage.policy),
    team: personal
      .filter((wer) => wer.rolle === 'fm' && wer.aktiv && teamVon(wer) === frage.teamId)
      .map((wer) => bewerberin(buero, wer, frage)),
    bedarf: {
      sprache: sprache === 'de' ? null : sprache,
      themen: buero.geschichte.themen
        .map(({ id }) => ({ id: kennung('thema', id), name: id }))
        .filter(({ id }) => themen.includes(id)),
      nachThema,
    },
  };
}

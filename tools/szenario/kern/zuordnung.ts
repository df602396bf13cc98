import { fmVon, laeuftNoch, wegVon, type BestehenderFall } from '../../../domain/fall/fall.ts';
import { themenfrageVon } from '../../../domain/fall/herkunft.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { anwesenheitsanteil } from '../../../domain/zuordnung/auslastung.ts';
import type { Bewerberin, Zuordnungslage } from '../../../domain/zuordnung/vorschlag.ts';
import type { Geschichte, Mitarbeitende } from '../geschichte.ts';
import { kennung } from '../verweise.ts';
import { geltende, type Dienst } from './dienst.ts';
import type { Amt } from './amt.ts';
import type { Fallakte } from './fallakte.ts';

type Buero = {
  readonly geschichte: Geschichte;
  readonly faelle: readonly Fallakte[];
  readonly dienst: Dienst;
  readonly amt: Amt;
  readonly uhr: Instant;
};

const spaetester = (tage: readonly string[]): string | null => [...tage].sort().at(-1) ?? null;

function zugeordnetAm(fall: BestehenderFall): string[] {
  const weg = wegVon(fall);
  return weg === null ? [] : [weg.zuordnung.am];
}

function fruehererAbgang(fall: BestehenderFall): string[] {
  return fall.zustand === 'beendet' ? [fall.fallabgang.am] : [];
}

function anwesenheit({ dienst, amt, uhr }: Buero, id: string): number {
  const lage = { abwesenheiten: geltende(dienst), kalender: amt.kalender };
  return anwesenheitsanteil(id, ortstag(uhr), lage);
}

function bewerberin(
  buero: Buero,
  { id: label, anteil, sprachen }: Mitarbeitende,
  akte: Fallakte,
): Bewerberin {
  const id = kennung('personal', label);
  const faelle = buero.faelle.filter(({ fall }) => fmVon(fall) === id);
  return {
    id,
    anteil,
    sprachen,
    anwesenheit: anwesenheit(buero, id),
    faelle: faelle.filter(({ fall }) => laeuftNoch(fall)).length,
    letzteZuordnungAm: spaetester(faelle.flatMap(({ fall }) => zugeordnetAm(fall))),
    themen: buero.geschichte.themen
      .filter(({ zustaendig }) => zustaendig.includes(label))
      .map((thema) => kennung('thema', thema.id)),
    begleiteteBis: spaetester(
      faelle.filter(({ person }) => person === akte.person).flatMap(({ fall }) => fruehererAbgang(fall)),
    ),
    interessenkonflikt: false,
  };
}

/** What the record would show of the team when this Vormerkung is assigned. */
export function zuordnungslage(buero: Buero, akte: Fallakte): Zuordnungslage {
  const { personal, personen } = buero.geschichte;
  const { themen, nachThema } = themenfrageVon(akte.fall);
  const { sprache = null } = personen.find(({ id }) => id === akte.person) ?? {};
  return {
    policy: policyAus(akte.fall.policy),
    team: personal.filter(({ rolle }) => rolle === 'fm').map((wer) => bewerberin(buero, wer, akte)),
    bedarf: {
      sprache: sprache === 'de' ? null : sprache,
      themen: buero.geschichte.themen
        .map(({ id }) => ({ id: kennung('thema', id), name: id }))
        .filter(({ id }) => themen.includes(id)),
      nachThema,
    },
  };
}

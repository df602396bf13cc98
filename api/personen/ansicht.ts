import type { Begleitpersonzeile } from '../../db/begleitperson.ts';
import type { Neuzugangszeile } from '../../db/neuzugang.ts';
import type * as ablage from '../../db/person.ts';
import type { Personansicht } from './formen.ts';
import type { Naeheressicht } from './naeheres.ts';

export function begleitpersonansicht(zeile: Begleitpersonzeile): Personansicht['begleitpersonen'][number] {
  const { id, rolle, name, kontakt, beiTerminabsageInformieren, version } = zeile;
  return { id, rolle, name, kontakt, beiTerminabsageInformieren, version };
}

export function neuzugangsansicht(zeile: Neuzugangszeile | null): Personansicht['neuzugang'] {
  return zeile === null ? null : { am: zeile.am, grund: zeile.grund };
}

type Profil = Personansicht['profile'][number];

export function profilansicht({
  id,
  datum,
  profillage,
  anlass,
  abgesichert,
  ressourcen,
  erstelltVon,
}: ablage.Profilzeile): Profil {
  return {
    id,
    datum,
    profillage,
    anlass,
    abgesichert,
    ressourcen: ressourcen === null ? null : [...ressourcen],
    erstelltVon,
  };
}

type Bedarf = Awaited<ReturnType<typeof ablage.liesHandlungsbedarfe>>[number];

export function bedarfsansicht(
  bedarf: Bedarf,
  naeheres: Naeheressicht,
): Personansicht['handlungsbedarfe'][number] {
  const { id, schluesselgruppe, bezeichnung, status, erkanntAm, erkanntVon } = bedarf;
  const { erkanntInPhase, massgeblichFuerUebergabe } = bedarf;
  const verlauf = bedarf.verlauf.map((v) => ({ status: v.status, am: v.am, von: v.von }));
  const { version } = bedarf;
  return {
    id,
    schluesselgruppe,
    bezeichnung,
    status,
    erkanntAm,
    erkanntVon,
    erkanntInPhase,
    massgeblichFuerUebergabe,
    ...naeheres(bedarf),
    version,
    verlauf,
  };
}

/** Named one by one: a column somebody adds to the row does not leave the house by itself. */
export const personalien = (
  p: ablage.Personenzeile,
): Omit<
  Personansicht,
  | 'begleitpersonen'
  | 'neuzugang'
  | 'profile'
  | 'handlungsbedarfe'
  | 'faelle'
  | 'aenderbar'
  | 'protokollLesbar'
> => ({
  id: p.id,
  kundennummer: p.kundennummer,
  bgNummer: p.bgNummer,
  name: p.name,
  geburtsdatum: p.geburtsdatum,
  rechtskreis: p.rechtskreis,
  erwerbsfaehig: p.erwerbsfaehig,
  verstorbenAm: p.verstorbenAm,
  verzogenAm: p.verzogenAm,
  zurArbeitsvermittlungAngemeldet: p.zurArbeitsvermittlungAngemeldet,
  pap: p.papId,
  fmU25: p.fmU25Id,
  bevorzugteSprache: p.bevorzugteSprache,
  version: p.version,
});

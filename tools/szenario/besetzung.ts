import type { Rolle } from '../../domain/kennungen.ts';
import { NACHWEISARTEN, type Nachweis } from '../../domain/organisation/nachweis.ts';
import type { Handlungsbedarf } from '../../domain/zugang/kriterium-a.ts';
import type { Erbringer, Mitarbeitende, Personendaten } from './geschichte.ts';

/** The proofs of an external Fallmanagement hold, where a story says nothing of them. */
export const NACHWEISE_BIS = '2100-12-31';

const mitglied = (id: string, rolle: Rolle): Mitarbeitende => ({
  id,
  rolle,
  anteil: 1,
  sprachen: [],
  nachweiseBis: NACHWEISE_BIS,
  zielstelle: null,
  aktiv: true,
});

/** The cast of a story that names nobody. */
const STANDARDPERSONAL: readonly Mitarbeitende[] = [
  mitglied('pap', 'pap'),
  mitglied('pap2', 'pap'),
  mitglied('fm', 'fm'),
  mitglied('fm2', 'fm'),
  mitglied('fm3', 'fm'),
  mitglied('jour_fixe_av', 'jour_fixe_av'),
  mitglied('fm_u25', 'fm_u25'),
  mitglied('fm_spezial', 'fm_spezial'),
  mitglied('tl', 'tl'),
  mitglied('bereichsleitung', 'bereichsleitung'),
  mitglied('controlling', 'controlling'),
  mitglied('koordinator', 'koordinator'),
];

/** What somebody of the story proved before its first step (003 ch8). */
export function nachweiseVon({ rolle, nachweiseBis }: Mitarbeitende): Nachweis[] {
  if (rolle !== 'fm_extern' || nachweiseBis === null) return [];
  return NACHWEISARTEN.map((art) => ({ art, ausgestelltAm: '1995-01-01', gueltigBis: nachweiseBis }));
}

/** The directory of a story that names nobody. */
export const STANDARDVERZEICHNIS: readonly Erbringer[] = [
  { id: 'beratungsstelle', grundlage: 'vereinbarung', wartezeitTage: null },
];

/** A role the story casts itself loses its standard members; the other roles keep theirs. Who works in a specialised team comes on top. */
export function besetze(eigene: readonly Mitarbeitende[]): readonly Mitarbeitende[] {
  const selbstBesetzt = new Set(eigene.filter((m) => m.zielstelle === null).map((m) => m.rolle));
  return [...eigene, ...STANDARDPERSONAL.filter((m) => !selbstBesetzt.has(m.rolle))];
}

const bedarf = (schluesselgruppe: Handlungsbedarf['schluesselgruppe'], n: number): Handlungsbedarf => ({
  schluesselgruppe,
  bezeichnung: `${schluesselgruppe} ${n}`,
  status: 'offen',
});

/** `n` distinct open Handlungsbedarfe of a group. */
export function bedarfe(gruppe: Handlungsbedarf['schluesselgruppe'], anzahl: number): Handlungsbedarf[] {
  return Array.from({ length: anzahl }, (_, stelle) => bedarf(gruppe, stelle + 1));
}

/** A person over 25 who fulfils criterion A, looked after by the first pAp. */
export function standardperson(id: string, pap: string): Omit<Personendaten, 'befangene'> {
  return {
    id,
    geburtsdatum: '1990-05-04',
    erwerbsfaehig: true,
    rechtskreis: 'sgb_ii',
    verstorbenAm: null,
    verzogenAm: null,
    pap,
    fmU25: null,
    abgesichert: false,
    profillage: 'stabilisierungsprofil',
    sprache: null,
    handlungsbedarfe: [...bedarfe('rahmenbedingungen', 2), ...bedarfe('leistungsfaehigkeit', 1)],
  };
}

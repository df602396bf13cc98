import { erbringerliste } from '../../api/erbringer/routen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import { personalliste } from '../../api/organisation/routen.ts';
import { personenliste, personroute } from '../../api/personen/routen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { rollenname } from '../kern/worte.ts';
import type { Feld } from './feld.ts';

/** One of them: what is sent, and what people read. */
export type Moeglichkeit = { readonly wert: string; readonly name: string };
/** What there is to choose from, by the kind of master data. */
export type Auswahl = ReadonlyMap<string, readonly Moeglichkeit[]>;

type Lage = {
  readonly anfrage: Seitenanfrage;
  /** Whose Handlungsbedarfe there are to choose from; null before it is known. */
  readonly personId: string | null;
};

/** Null for a role that may not read it: the field offers nothing. */
const lies = <E>({ anfrage }: Lage, route: Route<E>, was: object): Promise<E | null> =>
  frageWennErlaubt(anfrage.umgebung, route, { konto: anfrage.konto, ...was });

const ALLE = { abfrage: { limit: '100' } };

async function personal(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const seite = await lies(lage, personalliste, { abfrage: { limit: '100', aktiv: 'true' } });
  return (seite?.eintraege ?? []).map(({ id, anzeigename, rolle }) => ({
    wert: id,
    name: `${anzeigename} (${rollenname(rolle)})`,
  }));
}

async function handlungsbedarfe(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const { personId } = lage;
  if (personId === null) return [];
  const akte = await lies(lage, personroute, { pfad: { personId } });
  return (akte?.handlungsbedarfe ?? []).map(({ id, bezeichnung }) => ({ wert: id, name: bezeichnung }));
}

async function personen(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const seite = await lies(lage, personenliste, ALLE);
  return (seite?.eintraege ?? []).map(({ id, name, geburtsdatum }) => ({
    wert: id,
    name: `${name}, geboren ${tagInWorten(geburtsdatum)}`,
  }));
}

async function erbringer(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const seite = await lies(lage, erbringerliste, ALLE);
  return (seite?.eintraege ?? []).map(({ id, name }) => ({ wert: id, name }));
}

/** How the entries of each kind are found; a kind without a row offers nothing. */
const QUELLEN: Readonly<Record<string, (lage: Lage) => Promise<readonly Moeglichkeit[]>>> = {
  person: personen,
  personal,
  handlungsbedarf: handlungsbedarfe,
  leistungserbringer: erbringer,
};

function verweise(felder: readonly Feld[]): readonly string[] {
  return felder.flatMap((feld): readonly string[] => {
    if (feld.art === 'verweis' || feld.art === 'verweise') return [feld.auf];
    if (feld.art === 'gruppe') return verweise(feld.felder);
    return feld.art === 'liste' ? verweise([feld.eintrag]) : [];
  });
}

/** Everything the fields of a form choose from; nothing is read that no field asks for. */
export async function ladeAuswahl(lage: Lage, felder: readonly Feld[]): Promise<Auswahl> {
  const arten = [...new Set(verweise(felder))];
  const geladen = await Promise.all(
    arten.map(async (art) => [art, (await QUELLEN[art]?.(lage)) ?? []] as const),
  );
  return new Map(geladen);
}

import { fallliste } from '../../api/arbeitslisten/routen.ts';
import { erbringerliste } from '../../api/erbringer/routen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import { unterlagenSchema } from '../../api/loeschung/formen.ts';
import { personalliste, teamliste } from '../../api/organisation/routen.ts';
import { personenliste, personroute } from '../../api/personen/routen.ts';
import { themaSchema } from '../../api/zuordnung/formen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { zeitpunkt } from '../kern/datum.ts';
import { rollenname } from '../kern/worte.ts';
import { eintraege, liesZeile } from '../kern/zeilen.ts';
import { feldname } from './beschriftung.ts';
import type { Feld } from './feld.ts';

/** One of them: what is sent, and what people read. */
export type Moeglichkeit = { readonly wert: string; readonly name: string };
/** What there is to choose from, by the kind of master data. */
export type Auswahl = ReadonlyMap<string, readonly Moeglichkeit[]>;

type Lage = {
  readonly anfrage: Seitenanfrage;
  /** Whose Handlungsbedarfe and Unterlagen there are to choose from, as far as it is known. */
  readonly pfad: Readonly<Record<string, string>>;
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
  const { personId } = lage.pfad;
  if (personId === undefined) return [];
  const akte = await lies(lage, personroute, { pfad: { personId } });
  return (akte?.handlungsbedarfe ?? []).map(({ id, bezeichnung }) => ({ wert: id, name: bezeichnung }));
}

/** A form about one person offers that one. */
async function personen(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const { personId } = lage.pfad;
  const eine = personId === undefined ? null : await lies(lage, personroute, { pfad: { personId } });
  const seite = eine === null ? await lies(lage, personenliste, ALLE) : { eintraege: [eine] };
  return (seite?.eintraege ?? []).map(({ id, name, geburtsdatum }) => ({
    wert: id,
    name: `${name}, geboren ${tagInWorten(geburtsdatum)}`,
  }));
}

async function erbringer(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const seite = await lies(lage, erbringerliste, ALLE);
  return (seite?.eintraege ?? []).map(({ id, name }) => ({ wert: id, name }));
}

async function teams(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const liste = await lies(lage, teamliste, {});
  return (liste?.eintraege ?? []).map(({ id, kennzeichen }) => ({ wert: id, name: kennzeichen }));
}

async function faelle(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const seite = await lies(lage, fallliste, ALLE);
  return (seite?.eintraege ?? []).map(({ fallId, fallnummer, person }) => ({
    wert: fallId,
    name: person === null ? fallnummer : `${fallnummer} ${person}`,
  }));
}

async function unterlagen(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const { fallId } = lage.pfad;
  if (fallId === undefined) return [];
  const liste = await liesZeile(lage.anfrage, 'unterlagen', { schema: unterlagenSchema, pfad: { fallId } });
  return (liste ?? []).map(({ dokument, feld, erfasstAm }) => ({
    wert: dokument,
    name: `${feldname(feld)}, erfasst ${zeitpunkt(erfasstAm)}`,
  }));
}

async function themen(lage: Lage): Promise<readonly Moeglichkeit[]> {
  const liste = await liesZeile(lage.anfrage, 'themen', { schema: eintraege(themaSchema) });
  return (liste?.eintraege ?? []).map(({ id, name }) => ({ wert: id, name }));
}

/** How the entries of each kind are found; a kind without a row offers nothing. */
const QUELLEN: Readonly<Record<string, (lage: Lage) => Promise<readonly Moeglichkeit[]>>> = {
  person: personen,
  personal,
  handlungsbedarf: handlungsbedarfe,
  leistungserbringer: erbringer,
  team: teams,
  fall: faelle,
  dokument: unterlagen,
  thema: themen,
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

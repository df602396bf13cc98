import { fallliste } from '../../api/arbeitslisten/routen.ts';
import { erbringerliste } from '../../api/erbringer/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import type { Seite } from '../../api/kern/seiten.ts';
import { unterlagenSchema } from '../../api/loeschung/formen.ts';
import type { Personaleintrag } from '../../api/organisation/formen.ts';
import { personalliste, personalsuche, teamliste } from '../../api/organisation/routen.ts';
import { personenliste, personensuche, personroute } from '../../api/personen/routen.ts';
import { themaSchema } from '../../api/zuordnung/formen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { zeitpunkt } from '../kern/datum.ts';
import { rollenname } from '../kern/worte.ts';
import { suchbegriff } from '../kern/suchbegriff.ts';
import { eintraege, liesZeile } from '../kern/zeilen.ts';
import { feldname } from './beschriftung.ts';
import { absageAus } from './fehler.ts';
import type { Feld } from './feld.ts';
import { NUMMERN } from './nummern.ts';
import { suchenIn, type Suche } from './suche.ts';
import type { Auswahl, Auswahlliste, Moeglichkeit } from './waehlbar.ts';

type Lage = {
  readonly anfrage: Seitenanfrage;
  /** Whose Handlungsbedarfe and Unterlagen there are to choose from, as far as it is known. */
  readonly pfad: Readonly<Record<string, string>>;
  /** The case it is about, as it was just read. */
  readonly fall?: Fallansicht;
};

/** Null for a role that may not read it: the field offers nothing. */
const lies = <E>({ anfrage }: Lage, route: Route<E>, was: object): Promise<E | null> =>
  frageWennErlaubt(anfrage.umgebung, route, { konto: anfrage.konto, ...was });

const ALLE = { abfrage: { limit: '100' } };

const ganz = (eintraege: readonly Moeglichkeit[]): Auswahlliste => ({ eintraege, mehr: false });

/** A page of a list as what can be chosen. */
function ausSeite<E>(seite: Seite<E> | null, zeige: (eintrag: E) => Moeglichkeit): Auswahlliste {
  const { eintraege = [], gesamt = 0 } = seite ?? {};
  return { eintraege: eintraege.map(zeige), mehr: gesamt > eintraege.length };
}

const alsKollegin = ({ id, anzeigename, rolle }: Personaleintrag): Moeglichkeit => ({
  wert: id,
  name: `${anzeigename} (${rollenname(rolle)})`,
});

const personal = async (lage: Lage): Promise<Auswahlliste> =>
  ausSeite(await lies(lage, personalliste, { abfrage: { ...ALLE.abfrage, aktiv: 'true' } }), alsKollegin);

const findePersonal = async (lage: Lage, name: string): Promise<Auswahlliste> =>
  ausSeite(await lies(lage, personalsuche, { rumpf: { name } }), alsKollegin);

async function handlungsbedarfe(lage: Lage): Promise<Auswahlliste> {
  const { personId } = lage.pfad;
  const akte = personId === undefined ? null : await lies(lage, personroute, { pfad: { personId } });
  // What was a mistake is nothing to plan with or to judge (V-56).
  const geltende = (akte?.handlungsbedarfe ?? []).filter(({ status }) => status !== 'verworfen');
  return ganz(geltende.map(({ id, bezeichnung }) => ({ wert: id, name: bezeichnung })));
}

type Mensch = { readonly id: string; readonly name: string; readonly geburtsdatum: string };
const alsPerson = ({ id, name, geburtsdatum }: Mensch): Moeglichkeit => ({
  wert: id,
  name: `${name}, geboren ${tagInWorten(geburtsdatum)}`,
});

/** A form about one person offers that one; who has nobody to browse, as in the Jour-Fixe, finds people by their number. */
async function personen(lage: Lage): Promise<Auswahlliste> {
  const { personId } = lage.pfad;
  const eine = personId === undefined ? null : await lies(lage, personroute, { pfad: { personId } });
  if (eine !== null) return ganz([alsPerson(eine)]);
  const liste = ausSeite(await lies(lage, personenliste, ALLE), alsPerson);
  return liste.eintraege.length === 0 ? { ...liste, mehr: true } : liste;
}

const findePersonen = async (lage: Lage, gesucht: string): Promise<Auswahlliste> =>
  ausSeite(
    await lies(lage, personensuche, {
      rumpf: suchbegriff(gesucht, ortstag(lage.anfrage.umgebung.uhr.jetzt())),
    }),
    alsPerson,
  );

async function erbringer(lage: Lage, gesucht?: string): Promise<Auswahlliste> {
  const abfrage = { ...ALLE.abfrage, ...(gesucht === undefined ? {} : { gesucht }) };
  return ausSeite(await lies(lage, erbringerliste, { abfrage }), ({ id, name, aktiv }) => ({
    wert: id,
    name: aktiv ? name : `${name} (stillgelegt)`,
  }));
}

async function teams(lage: Lage): Promise<Auswahlliste> {
  const liste = await lies(lage, teamliste, {});
  return ganz((liste?.eintraege ?? []).map(({ id, kennzeichen }) => ({ wert: id, name: kennzeichen })));
}

async function faelle(lage: Lage, fallnummer?: string): Promise<Auswahlliste> {
  const abfrage = { ...ALLE.abfrage, ...(fallnummer === undefined ? {} : { fallnummer }) };
  return ausSeite(await lies(lage, fallliste, { abfrage }), ({ fallId, fallnummer: nummer, person }) => ({
    wert: fallId,
    name: person === null ? nummer : `${nummer} ${person}`,
  }));
}

async function unterlagen(lage: Lage): Promise<Auswahlliste> {
  const { fallId } = lage.pfad;
  if (fallId === undefined) return ganz([]);
  const liste = await liesZeile(lage.anfrage, 'unterlagen', { schema: unterlagenSchema, pfad: { fallId } });
  return ganz(
    (liste ?? []).map(({ dokument, feld, erfasstAm }) => ({
      wert: dokument,
      name: `${feldname(feld)}, erfasst ${zeitpunkt(erfasstAm)}`,
    })),
  );
}

async function themen(lage: Lage): Promise<Auswahlliste> {
  const liste = await liesZeile(lage.anfrage, 'themen', { schema: eintraege(themaSchema) });
  return ganz((liste?.eintraege ?? []).map(({ id, name }) => ({ wert: id, name })));
}

type Quelle = {
  readonly alle: (lage: Lage) => Promise<Auswahlliste>;
  /** Where a list may be longer than a page. */
  readonly finde?: (lage: Lage, gesucht: string) => Promise<Auswahlliste>;
};

/** How the entries of each kind are found; a kind without a row offers nothing. */
const QUELLEN: Readonly<Record<string, Quelle>> = {
  person: { alle: personen, finde: findePersonen },
  personal: { alle: personal, finde: findePersonal },
  handlungsbedarf: { alle: handlungsbedarfe },
  leistungserbringer: { alle: (lage) => erbringer(lage), finde: erbringer },
  team: { alle: teams },
  fall: { alle: (lage) => faelle(lage), finde: faelle },
  dokument: { alle: unterlagen },
  thema: { alle: themen },
  ...Object.fromEntries(
    Object.entries(NUMMERN).map(([was, zaehle]): [string, Quelle] => [
      was,
      { alle: async ({ anfrage, fall }) => ganz(fall === undefined ? [] : await zaehle(fall, anfrage)) },
    ]),
  ),
};

function verweise(felder: readonly Feld[]): readonly string[] {
  return felder.flatMap((feld): readonly string[] => {
    if (feld.art === 'verweis' || feld.art === 'verweise') return [feld.auf];
    if (feld.art === 'gruppe') return verweise(feld.felder);
    if (feld.art === 'zahl') return feld.von === null ? [] : [feld.von];
    return feld.art === 'liste' ? verweise([feld.eintrag]) : [];
  });
}

/** What a search in a form has found; what is no search (a number of the wrong shape) finds nothing. */
async function finde(lage: Lage, { auf, gesucht }: Suche): Promise<Auswahlliste> {
  try {
    return (await QUELLEN[auf]?.finde?.(lage, gesucht)) ?? ganz([]);
  } catch (roh) {
    if (absageAus(roh).code === 'EINGABE_UNGUELTIG') return ganz([]);
    throw roh;
  }
}

/** Everything the fields of a form choose from; nothing is read that no field asks for. */
export async function ladeAuswahl(lage: Lage, felder: readonly Feld[]): Promise<Auswahl> {
  const arten = [...new Set(verweise(felder))];
  const alle = arten.map(async (auf) => [auf, (await QUELLEN[auf]?.alle(lage)) ?? ganz([])] as const);
  const gefundene = suchenIn(lage.anfrage.rumpf).map(
    async (suche) => [suche.pfad, await finde(lage, suche)] as const,
  );
  return new Map(await Promise.all([...alle, ...gefundene]));
}

import { randomUUID } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { kollegin } from '../../db/akte.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/person.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type {
  Angelegt,
  HandlungsbedarfAenderung,
  HandlungsbedarfNeu,
  Personansicht,
  PersonAenderung,
  Personenabfrage,
  Personeneintrag,
  PersonNeu,
  ProfilNeu,
} from '../contracts/stammdaten.ts';
import type { Seite } from '../contracts/seiten.ts';
import { Absage, nichtBerechtigt, nichtGefunden, veraltet } from './absage.ts';
import { einmalig, vermerke } from './schreiben.ts';
import type { Konto, Umgebung } from './umgebung.ts';

const BASIS = '/api/v1/personen';

type Akte = { readonly person: ablage.Personenzeile; readonly faelle: readonly ablage.Personenfall[] };

/**
 * The person, if this colleague may see them: the own pAp, an FM or a pAp of one of their cases, any Teamleitung
 * (01-roles.md 1.3, K0 and K2). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT
 */
async function sichtbar(tx: Transaktion, konto: Konto, id: string): Promise<Akte> {
  const person = await ablage.liesPerson(tx, id);
  if (person === null) throw nichtGefunden('Diese Person');
  const faelle = await ablage.liesFaelleDerPerson(tx, id);
  const { rolle, id: ich } = konto;
  const darf =
    rolle === 'tl' ||
    (rolle === 'pap' && (person.papId === ich || faelle.some(({ pap }) => pap === ich))) ||
    (rolle === 'fm' && faelle.some(({ fm }) => fm === ich));
  if (!darf) throw nichtBerechtigt('Diese Person gehört nicht zu Ihren Fällen.');
  return { person, faelle };
}

/** K2: the pAp keeps the profile before the Fallzugang and after the Fallabgang, the FM in between and before. */
function pruefeProfilrecht({ rolle, id }: Konto, { person, faelle }: Akte): void {
  if (rolle === 'fm' && faelle.some(({ fm }) => fm === id)) return;
  const inBegleitung = faelle.some((f) => f.inBegleitung);
  if (rolle === 'pap' && !inBegleitung && person.papId === id) return;
  throw nichtBerechtigt(
    inBegleitung
      ? 'Während des Fallmanagements führt die Fallmanagerin das Profil.'
      : 'Dazu sind Sie nicht berechtigt.',
  );
}

type Profil = Personansicht['profile'][number];

function profilansicht({
  id,
  datum,
  profillage,
  anlass,
  abgesichert,
  erstelltVon,
}: ablage.Profilzeile): Profil {
  return { id, datum, profillage, anlass, abgesichert, erstelltVon };
}

type Bedarf = Awaited<ReturnType<typeof ablage.liesHandlungsbedarfe>>[number];

function bedarfsansicht(bedarf: Bedarf): Personansicht['handlungsbedarfe'][number] {
  const { id, schluesselgruppe, bezeichnung, status, erkanntAm, erkanntVon, massgeblichFuerUebergabe } =
    bedarf;
  const verlauf = bedarf.verlauf.map((v) => ({ status: v.status, am: v.am, von: v.von }));
  const { version } = bedarf;
  return {
    id,
    schluesselgruppe,
    bezeichnung,
    status,
    erkanntAm,
    erkanntVon,
    massgeblichFuerUebergabe,
    version,
    verlauf,
  };
}

export async function liesPersonansicht({ db }: Umgebung, konto: Konto, id: string): Promise<Personansicht> {
  return mitAkteur(db, { mitarbeitende: konto.id }, async (tx) => {
    const { person, faelle } = await sichtbar(tx, konto, id);
    const { papId, ...felder } = person;
    const profile = await ablage.liesProfile(tx, id);
    const bedarfe = await ablage.liesHandlungsbedarfe(tx, id);
    return {
      ...felder,
      pap: papId,
      profile: profile.map(profilansicht),
      handlungsbedarfe: bedarfe.map(bedarfsansicht),
      faelle: faelle.map(({ fallId, fallnummer, zustand }) => ({ fallId, fallnummer, zustand })),
    };
  });
}

/** Persons this colleague may know, by name or Kundennummer. */
export async function liesPersonenseite(
  { db }: Umgebung,
  konto: Konto,
  wahl: Personenabfrage,
): Promise<Seite<Personeneintrag>> {
  const sicht = konto.rolle === 'tl' ? 'alle' : konto.rolle === 'fm' ? { fm: konto.id } : { pap: konto.id };
  const { limit, offset } = wahl;
  return mitAkteur(db, { mitarbeitende: konto.id }, async (tx) => {
    const { zeilen, gesamt } = await ablage.liesPersonen(tx, { ...wahl, sicht });
    const zahl =
      zeilen.length === 0 && offset > 0
        ? (await ablage.liesPersonen(tx, { ...wahl, sicht, offset: 0 })).gesamt
        : gesamt;
    const eintraege = zeilen.map(({ id, name, kundennummer, geburtsdatum, papId }) => ({
      id,
      name,
      kundennummer,
      geburtsdatum,
      pap: papId,
    }));
    return { eintraege, gesamt: zahl, limit, offset };
  });
}

/** The pAp a person is given to. @throws Absage REGEL when that is no active pAp. */
async function pruefePap(tx: Transaktion, id: string): Promise<void> {
  const wer = await kollegin(tx, id);
  if (wer?.aktiv === true && wer.rolle === 'pap') return;
  throw new Absage(
    'REGEL',
    'Zuständig kann nur eine aktive Ansprechpartnerin oder ein Ansprechpartner sein.',
  );
}

type Schreiben<Rumpf> = { readonly schluessel: string; readonly rumpf: Rumpf };

export function legePersonAn(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<PersonNeu>,
): Promise<Angelegt> {
  const was = { route: `POST ${BASIS}`, ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { pap = konto.id, ...felder } = rumpf;
    if (konto.rolle === 'pap' && pap !== konto.id) throw nichtBerechtigt('Sie legen nur eigene Personen an.');
    await pruefePap(tx, pap);
    const id = randomUUID();
    if (!(await ablage.legePersonAn(tx, { ...felder, id, papId: pap }))) {
      throw new Absage('BEREITS_VORHANDEN', 'Diese Kundennummer ist schon vergeben.');
    }
    await vermerke(tx, konto, { am, aktion: 'person_angelegt', gegenstand: `person:${id}` });
    return { id, version: 1 };
  });
}

type AnPerson<Rumpf> = Schreiben<Rumpf> & { readonly id: string };

export function aenderePerson(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: AnPerson<PersonAenderung>,
): Promise<Angelegt> {
  const was = { route: `PATCH ${BASIS}/{personId}`, ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await sichtbar(tx, konto, id);
    const { version, pap, ...felder } = rumpf;
    if (pap !== undefined) await pruefePap(tx, pap);
    const werte = Object.fromEntries(
      Object.entries({ ...felder, papId: pap }).filter(([, wert]) => wert !== undefined),
    );
    const neu = await ablage.aenderePerson(tx, { id, version }, werte);
    if (neu === null) throw veraltet();
    await vermerke(tx, konto, { am, aktion: 'person_geaendert', gegenstand: `person:${id}` });
    return { id, version: neu };
  });
}

/** A new version of the profile; the older ones stay. */
export function erstelleProfil(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: AnPerson<ProfilNeu>,
): Promise<Angelegt> {
  const was = { route: `POST ${BASIS}/{personId}/profile`, ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    pruefeProfilrecht(konto, await sichtbar(tx, konto, personId));
    pruefeTag(rumpf.datum, ortstag(am));
    const id = uuidV7();
    await ablage.fuegeProfilAn(tx, { ...rumpf, id, personId, erstelltVon: konto.id, erfasstAm: am });
    const version = await ablage.zaehlePersonWeiter(tx, personId);
    await vermerke(tx, konto, { am, aktion: 'profil_erstellt', gegenstand: `profiling:${id}` });
    return { id, version };
  });
}

function pruefeTag(tag: string, heute: string): void {
  if (tag > heute) throw new Absage('REGEL', 'Das Datum liegt in der Zukunft.', { regel: 'V-74' });
}

export function erfasseHandlungsbedarf(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: AnPerson<HandlungsbedarfNeu>,
): Promise<Angelegt> {
  const was = { route: `POST ${BASIS}/{personId}/handlungsbedarfe`, ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    pruefeProfilrecht(konto, await sichtbar(tx, konto, personId));
    pruefeTag(rumpf.erkanntAm, ortstag(am));
    const id = randomUUID();
    const status = 'offen';
    await ablage.fuegeHandlungsbedarfAn(tx, {
      ...rumpf,
      id,
      personId,
      status,
      erkanntVon: konto.rolle === 'fm' ? 'fm' : 'pap',
    });
    await merkeVerlauf(tx, konto, { id, status, erfasstAm: am });
    await ablage.zaehlePersonWeiter(tx, personId);
    await vermerke(tx, konto, { am, aktion: 'handlungsbedarf_erfasst', gegenstand: `handlungsbedarf:${id}` });
    return { id, version: 1 };
  });
}

async function merkeVerlauf(
  tx: Transaktion,
  konto: Konto,
  was: {
    readonly id: string;
    readonly status: HandlungsbedarfAenderung['status'];
    readonly erfasstAm: string;
  },
): Promise<void> {
  const { id: handlungsbedarfId, status, erfasstAm } = was;
  const am = ortstag(erfasstAm);
  await ablage.haengeVerlaufAn(tx, {
    id: uuidV7(),
    handlungsbedarfId,
    status,
    am,
    erfasstAm,
    von: konto.id,
  });
}

/** Changes the status; every earlier one stays in the history. */
export function aendereHandlungsbedarf(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: AnPerson<HandlungsbedarfAenderung> & { readonly bedarf: string },
): Promise<Angelegt> {
  const { id: personId, bedarf: id, schluessel, rumpf } = auftrag;
  const route = `PATCH ${BASIS}/{personId}/handlungsbedarfe/{bedarfId}`;
  return einmalig(
    { umgebung, konto, was: { route, ort: `${personId}/${id}`, schluessel, rumpf } },
    async (tx, am) => {
      pruefeProfilrecht(konto, await sichtbar(tx, konto, personId));
      if ((await ablage.liesHandlungsbedarf(tx, personId, id)) === null)
        throw nichtGefunden('Diesen Handlungsbedarf');
      const { version: bekannt, status } = rumpf;
      const version = await ablage.setzeStatus(tx, { id, version: bekannt }, status);
      if (version === null) throw veraltet();
      await merkeVerlauf(tx, konto, { id, status, erfasstAm: am });
      await ablage.zaehlePersonWeiter(tx, personId);
      await vermerke(tx, konto, {
        am,
        aktion: 'handlungsbedarf_geaendert',
        gegenstand: `handlungsbedarf:${id}`,
      });
      return { id, version };
    },
  );
}

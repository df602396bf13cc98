import { randomUUID } from 'node:crypto';
import { kollegin } from '../../db/mitarbeitende.ts';
import { liesBegleitpersonen } from '../../db/begleitperson.ts';
import type { Transaktion } from '../../db/client.ts';
import { berichtigeKundennummer as setzeKundennummer, liesNamenGeborener } from '../../db/dublette.ts';
import { liesNeuzugang } from '../../db/neuzugang.ts';
import * as ablage from '../../db/person.ts';
import { kuendigePersonenstandAn } from '../../db/personenstand.ts';
import { kuendigeAktenlageAn } from '../../db/potenzial.ts';
import { kannDerselbeNameSein } from '../../domain/person/name.ts';
import { lebenstagVoraus } from '../../domain/zugang/aktentage.ts';
import { aenderbaresFuer, darfAnPerson, siehtOhneBezug } from '../../domain/rollen/personenrechte.ts';
import type {
  Nummernberichtigung,
  Personansicht,
  PersonAenderung,
  Personenabfrage,
  Personeneintrag,
  PersonNeu,
} from './formen.ts';
import { blaettere } from '../kern/blaettern.ts';
import type { Seite } from '../kern/seiten.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { Absage, lehneAb, nichtBerechtigt, veraltet } from '../kern/absage.ts';
import { sichtVon } from '../kern/sicht.ts';
import { mitWeigerung, vermerkeEinsicht } from '../kern/einsicht.ts';
import { unsichtbar } from '../kern/unsichtbar.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type Schreiben, type SchreibenAn } from '../kern/schreiben.ts';
import {
  bedarfsansicht,
  begleitpersonansicht,
  neuzugangsansicht,
  personalien,
  profilansicht,
} from './ansicht.ts';
import { naeheresFuer } from './naeheres.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

export type Akte = { readonly person: ablage.Personenzeile; readonly faelle: readonly ablage.Personenfall[] };

/** The person, if this colleague may see them, or change their data (K0, rollen.md 3). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export async function sichtbar(
  tx: Transaktion,
  konto: Konto,
  { id, zweck }: { readonly id: string; readonly zweck: 'ansehen' | 'aendern' },
): Promise<Akte> {
  const person = await ablage.liesPerson(tx, id);
  const satz = 'Diese Person gehört nicht zu Ihren Fällen.';
  if (person === null) throw await unsichtbar(tx, { tabelle: 'person', id, satz });
  const akte = { person, faelle: await ablage.liesFaelleDerPerson(tx, id) };
  const bezug = { ...person, faelle: akte.faelle };
  const art = zweck === 'aendern' ? 'schreibt' : 'liest';
  if (!darfAnPerson(konto, bezug, { klasse: 'K0', art })) throw nichtBerechtigt(satz);
  return akte;
}

/** Whoever sees a person by role alone leaves an entry; so does whoever is refused (DS-29, ADR 61). */
export async function liesPersonansicht(
  umgebung: Umgebung,
  konto: Konto,
  id: string,
): Promise<Personansicht> {
  const am = umgebung.uhr.jetzt();
  const blick = async (tx: Transaktion): Promise<Personansicht> => {
    const akte = await sichtbar(tx, konto, { id, zweck: 'ansehen' });
    const { person, faelle } = akte;
    const begleitpersonen = await liesBegleitpersonen(tx, id);
    const neuzugang = await liesNeuzugang(tx, id);
    const profile = await ablage.liesProfile(tx, id);
    const bedarfe = await ablage.liesHandlungsbedarfe(tx, id);
    const naeheres = await naeheresFuer(tx, konto, { akte, am });
    if (siehtOhneBezug(konto, { ...person, faelle }))
      await vermerkeOhneBezug(tx, konto, { personId: id, am });
    return {
      ...personalien(person),
      begleitpersonen: begleitpersonen.map(begleitpersonansicht),
      neuzugang: neuzugangsansicht(neuzugang),
      profile: profile.map(profilansicht),
      handlungsbedarfe: bedarfe.map((bedarf) => bedarfsansicht(bedarf, naeheres)),
      faelle: faelle.map(({ fallId, fallnummer, zustand }) => ({ fallId, fallnummer, zustand })),
      aenderbar: aenderbaresFuer(konto, { ...person, faelle }),
      protokollLesbar: darfAnPerson(konto, { ...person, faelle }, { klasse: 'K7', art: 'liest' }),
    };
  };
  return mitWeigerung(umgebung, konto, { tabelle: 'person', id, am, blick });
}

async function vermerkeOhneBezug(
  tx: Transaktion,
  konto: Konto,
  { personId, am }: { readonly personId: string; readonly am: Instant },
): Promise<void> {
  const grund = { beziehung: 'haus', id: null } as const;
  const aktion = 'person_ohne_bezug_gelesen';
  await vermerkeEinsicht(tx, konto, {
    aktion,
    am,
    wo: { personId },
    fuer: null,
    gruende: [grund],
    klassen: ['K2'],
  });
}

/** In the Jour-Fixe the person names the Kundennummer; without one there is no list to browse. */
function sichtAufPersonen(konto: Konto, { kundennummer }: Personenabfrage): ablage.Personenwahl['sicht'] {
  const { rolle, id } = konto;
  if (rolle === 'tl' || (rolle === 'jour_fixe_av' && kundennummer !== undefined)) return 'alle';
  // R09: of what was handed over, the K1 is left.
  const mitFaellen = rolle === 'fm' || rolle === 'fm_extern' || rolle === 'pap';
  return { betreut: id, faelle: mitFaellen ? sichtVon(konto) : null };
}

/** Persons this colleague may know, by name or Kundennummer. */
export function liesPersonenseite(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Personenabfrage,
): Promise<Seite<Personeneintrag>> {
  const sicht = sichtAufPersonen(konto, wahl);
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: 'personen' },
    (tx, blatt) => ablage.liesPersonen(tx, { ...wahl, ...blatt, sicht }),
    ({ id, name, kundennummer, geburtsdatum, papId: pap }) => ({ id, name, kundennummer, geburtsdatum, pap }),
  );
}

const ZUSTAENDIG = {
  pap: 'Zuständig kann nur eine aktive Ansprechpartnerin oder ein Ansprechpartner sein.',
  fm_u25: 'Fallmanagement U25 kann nur sein, wer in dieser Rolle aktiv ist.',
} as const;

/** Somebody a person is given to. @throws Absage REGEL when that is no active colleague of the role. */
async function pruefeZustaendig(
  tx: Transaktion,
  rolle: keyof typeof ZUSTAENDIG,
  id: string | null | undefined,
): Promise<void> {
  if (id === null || id === undefined) return;
  const wer = await kollegin(tx, id);
  if (wer?.aktiv !== true || wer.rolle !== rolle) throw new Absage('REGEL', ZUSTAENDIG[rolle]);
}

/** V-79: what says whether the person is an eLb of this Jobcenter. */
const PERSONENSTAND = ['rechtskreis', 'erwerbsfaehig', 'verstorbenAm', 'verzogenAm'] as const;

/** @throws Absage BEREITS_VORHANDEN when somebody of this name and birth date is here already; who, the search shows to those who may know. */
async function pruefeDublette(
  tx: Transaktion,
  { name, geburtsdatum }: Pick<PersonNeu, 'name' | 'geburtsdatum'>,
): Promise<void> {
  const gleiche = await liesNamenGeborener(tx, geburtsdatum);
  if (!gleiche.some((anderer) => kannDerselbeNameSein(anderer, name))) return;
  const meldung =
    'Jemanden mit diesem Namen und diesem Geburtsdatum gibt es schon. Suchen Sie die Person, oder bestätigen Sie, dass es jemand anderes ist.';
  throw new Absage('BEREITS_VORHANDEN', meldung, { felder: [{ pfad: 'andereMitDiesemNamen', meldung }] });
}

/** E01: the number was mistyped, replaced, or another person's; the reason is on record, neither of the numbers is. */
export function berichtigeKundennummer(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<Nummernberichtigung>,
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await sichtbar(tx, konto, { id, zweck: 'aendern' });
    const { version, kundennummer, grund } = rumpf;
    const neu = await setzeKundennummer(tx, { id, version }, kundennummer);
    if (neu === 'vergeben') {
      const meldung = 'Diese Kundennummer gehört zu einer anderen Person.';
      throw new Absage('BEREITS_VORHANDEN', meldung, { felder: [{ pfad: 'kundennummer', meldung }] });
    }
    if (neu === null) throw veraltet();
    const gegenstand = `person:${id}:${grund}`;
    await vermerke(tx, konto, { am, aktion: 'kundennummer_berichtigt', personId: id, gegenstand });
    return { id, version: neu };
  });
}

export function legePersonAn(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<PersonNeu>,
): Promise<Angelegt> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { pap = konto.id, fmU25 = null, andereMitDiesemNamen, ...felder } = rumpf;
    if (andereMitDiesemNamen !== true) await pruefeDublette(tx, felder);
    if (konto.rolle === 'pap' && pap !== konto.id) throw nichtBerechtigt('Sie legen nur eigene Personen an.');
    lehneAb(lebenstagVoraus(felder, ortstag(am)));
    await pruefeZustaendig(tx, 'pap', pap);
    await pruefeZustaendig(tx, 'fm_u25', fmU25);
    const id = randomUUID();
    if (!(await ablage.legePersonAn(tx, { ...felder, id, papId: pap, fmU25Id: fmU25, angelegtAm: am }))) {
      throw new Absage('BEREITS_VORHANDEN', 'Diese Kundennummer ist schon vergeben.');
    }
    if (fmU25 !== null) await kuendigeAktenlageAn(tx, id, am);
    await vermerke(tx, konto, { am, aktion: 'person_angelegt', personId: id, gegenstand: `person:${id}` });
    return { id, version: 1 };
  });
}

export function aenderePerson(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<PersonAenderung>,
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await sichtbar(tx, konto, { id, zweck: 'aendern' });
    const { version, pap, fmU25, ...felder } = rumpf;
    lehneAb(lebenstagVoraus(felder, ortstag(am)));
    await pruefeZustaendig(tx, 'pap', pap);
    await pruefeZustaendig(tx, 'fm_u25', fmU25);
    const werte = Object.fromEntries(
      Object.entries({ ...felder, papId: pap, fmU25Id: fmU25 }).filter(([, wert]) => wert !== undefined),
    );
    const neu = await ablage.aenderePerson(tx, { id, version }, werte);
    if (neu === null) throw veraltet();
    await kuendigeAktenlageAn(tx, id, am);
    if (PERSONENSTAND.some((feld) => felder[feld] !== undefined))
      await kuendigePersonenstandAn(tx, { personId: id, wegen: 'person' }, am);
    await vermerke(tx, konto, { am, aktion: 'person_geaendert', personId: id, gegenstand: `person:${id}` });
    return { id, version: neu };
  });
}

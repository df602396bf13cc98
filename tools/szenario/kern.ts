import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { antwortAuf } from '../../domain/fall/antwort.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import type { Nachricht } from '../../domain/vorgang/nachricht.ts';
import { folgefallAus } from '../../domain/fall/folgefall.ts';
import { fuehreAus, type Fortschritt } from '../../domain/fall/schritt.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { vertretungFuer } from '../../domain/organisation/vertretung.ts';
import { absageDerAkte, akteVon, geaendert, type Akte } from './kern/akte.ts';
import { neuesAmt } from './kern/amt.ts';
import { fuehreAmtsbefehlAus, holeKalenderNach } from './kern/amtsbefehl.ts';
import { blicke } from './kern/blick.ts';
import { fuehreEakte } from './kern/eakte.ts';
import { fuehreAusImDienst, vertretungslageAm } from './kern/dienst.ts';
import { lasseZeitVergehen, sichtVon, zeichneAuf, type Fallakte } from './kern/fallakte.ts';
import { lassePruefzeitVergehen, neuePotenzialakte, potenzialsichtVon } from './kern/potenzialakte.ts';
import { meldeAktenlage, meldeFaellenPersonenstand, potenzialbefehl } from './kern/pruefung.ts';
import {
  betrifftAustausch,
  darfAkteAendern,
  melde,
  meldeEinwilligungen,
  meldeHandlungsbedarfe,
  meldeVerlegtes,
} from './kern/stammbefehl.ts';
import { lasseTeamzeitVergehen, neueTeamakte, teamsichtVon } from './kern/teamakte.ts';
import { teambefehl } from './kern/teambefehl.ts';
import { bereite } from './kern/vorbereitung.ts';
import {
  berechtigter,
  ein,
  fallakte,
  naechsteFallnummer,
  type Sachschritt,
  type Stammschritt,
  type Welt,
} from './kern/welt.ts';
import { folgelabel } from './form.ts';
import type { Befehlsschritt } from './geschichte.ts';
import type { Befehlsergebnis, Motor, Nachrichtensicht, Sicht } from './motor.ts';
import {
  istAmtsbefehl,
  istBlick,
  istDienstbefehl,
  istEaktenbefehl,
  istExtern,
  type Aktenbefehl,
  type Amtsbefehl,
  type Blick,
  type Dienstbefehl,
  type ExternerBefehl,
  type Stammbefehl,
} from './stammdaten.ts';
import { kennung, TEAM, teamVon } from './verweise.ts';

async function sachbefehl(welt: Welt, schritt: Sachschritt): Promise<Befehlsergebnis> {
  const vertrag = vertragFuer(schritt.befehl);
  const eroeffnet = vertrag.pfad === null;
  const akte = eroeffnet ? undefined : ein(fallakte(welt, schritt.fall), `der Fall ${schritt.fall}`);
  const neu = FALL.neu(kennung('fall', `${schritt.fall}/${schritt.nummer}`));
  const vorher: Fall = akte?.fall ?? neu;
  const fallnummer = naechsteFallnummer(welt);
  const bereit = await bereite<Befehl>(welt, vertrag, { schritt, id: vorher.fallId, fallnummer });
  if (!('befehl' in bereit)) return bereit;
  const ergebnis = fuehreAus(vorher, bereit.befehl);
  if (!ergebnis.ok) return { abgelehnt: ergebnis.ablehnung.id };
  const wo = { label: schritt.fall, person: akte?.person ?? personIn(schritt) };
  beginneFolgefaelle(welt, wo, ergebnis);
  zeichneAuf(akte ?? eroeffne(welt, wo, ergebnis.fall), vorher, ergebnis);
  const { zustand, neben, warnungen, fakten } = antwortAuf(bereit.befehl, ergebnis.ereignisse, ergebnis.fall);
  return { ergebnis: 'ok', zustand, neben, warnungen, fakten };
}

type Fallname = Pick<Fallakte, 'label' | 'person'>;

/** TR64: recorded with the case they follow from, before anybody hears of its end. */
function beginneFolgefaelle(
  welt: Welt,
  { label, person }: Fallname,
  { ereignisse, fall: { fallId } }: Fortschritt,
): void {
  for (const ereignis of ereignisse) {
    const beginn = folgefallAus(fallId, ereignis);
    if (beginn === null) continue;
    const neu = FALL.neu(beginn.fallId);
    const fall = beginn.ereignisse.reduce<Fall>(FALL.evolve, neu);
    if (fall.zustand === 'neu') throw new Error('Ein Folgefall ohne Ereignis');
    const akte = eroeffne(welt, { label: folgelabel(label), person }, fall);
    zeichneAuf(akte, neu, { ereignisse: beginn.ereignisse, fall });
  }
}

function eroeffne(welt: Welt, { label, person }: Fallname, fall: Fallakte['fall']): Fallakte {
  if (fallakte(welt, label) !== undefined) {
    throw new Error(`Der Name ${label} gehört schon einem Fall; ein weiterer Fall braucht einen eigenen`);
  }
  const akte: Fallakte = {
    label,
    person,
    fall,
    ereignisse: [],
    zeilen: new Map(),
    post: [],
    gesendet: new Set(),
    zugaenge: new Map(),
    eakte: [],
    stelleZu: (nachricht, tag) => zugestellt(welt, nachricht, tag),
    uebergeben: (pap) => {
      const datei = ein(welt.akten.get(person), person);
      const wer = welt.geschichte.personal.find(({ id }) => kennung('personal', id) === pap);
      welt.akten.set(person, { ...datei, pap: ein(wer, pap).id });
    },
    verlegt: (was) => {
      const ziel = welt.faelle.find(({ fall: anderer }) => anderer.fallId === was.ruecknahme.ziel?.fall);
      meldeVerlegtes(ein(ziel, 'der Fall, in den verlegt wird'), was);
    },
    beruehrt: (am) => {
      meldeAktenlage(welt, person, am);
      meldeFaellenPersonenstand(welt, person, am);
    },
  };
  welt.faelle.push(akte);
  return akte;
}

/** Label of the person whose case a step opens. */
function personIn({ eingabe }: Sachschritt): string {
  const person = eingabe['person'];
  if (typeof person !== 'string') throw new Error('Ein Fall ohne Person');
  return person;
}

function zugestellt({ dienst, geschichte }: Welt, nachricht: Nachricht, tag: Tag): Nachricht {
  if (nachricht.an !== 'fm') return nachricht;
  const vertretung = vertretungFuer(nachricht, vertretungslageAm(dienst, geschichte.personal, tag));
  return vertretung === null ? nachricht : { ...nachricht, person: vertretung };
}

function dienstbefehl(
  welt: Welt,
  befehl: Dienstbefehl,
  { als, am }: Pick<Stammschritt, 'als' | 'am'>,
): Befehlsergebnis | null {
  const auftrag = { wer: berechtigter(welt, als), als, befehl, team: TEAM, am };
  const befehlsausgang = fuehreAusImDienst(welt.dienst, auftrag);
  if (befehlsausgang === 'ok') return null;
  return befehlsausgang === 'verboten' ? { verboten: true } : { abgelehnt: befehlsausgang.id };
}

function aktenbefehl(welt: Welt, befehl: Aktenbefehl, schritt: Stammschritt): Befehlsergebnis | null {
  const fall = fallakte(welt, schritt.fall);
  const person = befehl.person ?? fall?.person ?? ein(welt.geschichte.personen[0], 'eine Person').id;
  const akte = ein(welt.akten.get(person), person);
  const wer = berechtigter(welt, schritt.als);
  if (!darfAkteAendern(wer, befehl, { akte, fall })) return { verboten: true };
  const ablehnung = absageDerAkte(akte, befehl, ortstag(schritt.am));
  if (ablehnung !== null) return { abgelehnt: ablehnung.id };
  const neu = geaendert(akte, befehl, ortstag(schritt.am));
  if (neu === null) throw new Error(`${person} hat keinen Eintrag dieser Nummer`);
  welt.akten.set(person, neu);
  meldeAenderung(welt, befehl, { person, akte: neu, schritt });
  return null;
}

/** What the use cases of the API tell the check record and the cases of a person whose file they changed. */
function meldeAenderung(
  welt: Welt,
  befehl: Aktenbefehl,
  o: { readonly person: string; readonly akte: Akte; readonly schritt: Stammschritt },
): void {
  const { person, akte, schritt } = o;
  const { nummer, am: at } = schritt;
  const eigene = welt.faelle.filter((f) => f.person === person);
  if (befehl.befehl === 'profil_anpassen' || befehl.befehl === 'person_aendern') {
    meldeAktenlage(welt, person, at);
    meldeFaellenPersonenstand(welt, person, at);
  }
  for (const einer of eigene) {
    if (befehl.befehl === 'handlungsbedarf_aendern' && befehl.status !== undefined)
      meldeHandlungsbedarfe(einer, akte, { nummer, at });
    if (betrifftAustausch(befehl)) meldeEinwilligungen(einer, akte, { nummer, at });
  }
}

/** A provider reports: refused without consent, and not even looked at without a link that holds. */
function externerBefehl(welt: Welt, befehl: ExternerBefehl, schritt: Stammschritt): Befehlsergebnis | null {
  const fall = ein(fallakte(welt, schritt.fall), `der Fall ${schritt.fall}`);
  const anlass = { nummer: schritt.nummer, at: schritt.am };
  return melde(fall, ein(welt.akten.get(fall.person), fall.person), { befehl, anlass });
}

/** Why it was not done; null when it was. */
function absageVon(
  welt: Welt,
  stammdaten: Exclude<Stammbefehl, Amtsbefehl | Blick>,
  schritt: Stammschritt,
): Befehlsergebnis | null {
  if (istDienstbefehl(stammdaten)) return dienstbefehl(welt, stammdaten, schritt);
  if (istExtern(stammdaten)) return externerBefehl(welt, stammdaten, schritt);
  if (istEaktenbefehl(stammdaten)) return fuehreEakte(welt, stammdaten, schritt);
  return aktenbefehl(welt, stammdaten, schritt);
}

async function stammbefehl(welt: Welt, schritt: Stammschritt): Promise<Befehlsergebnis> {
  const { stammdaten, fall } = schritt;
  if (istBlick(stammdaten)) return blicke(welt, stammdaten, schritt);
  if (istAmtsbefehl(stammdaten)) return fuehreAmtsbefehlAus(welt, stammdaten, schritt);
  const absage = absageVon(welt, stammdaten, schritt);
  if (absage !== null) return absage;
  const zustand = fallakte(welt, fall)?.fall.zustand ?? null;
  return { ergebnis: 'ok', zustand, neben: [], warnungen: [], fakten: {} };
}

function nachrichtensicht(
  { geschichte: { personal } }: Welt,
  { label: fall, team }: { readonly label: string; readonly team: string },
  { an, person, anlass, stufe }: Nachricht,
): Nachrichtensicht {
  const empfaenger =
    person === null
      ? personal.find((m) => m.rolle === an && teamVon(m) === team)
      : personal.find((m) => kennung('personal', m.id) === person);
  return { fall, an: empfaenger?.id ?? an, anlass, stufe };
}

async function befehl(welt: Welt, schritt: Befehlsschritt): Promise<Befehlsergebnis> {
  if ('stammdaten' in schritt) return stammbefehl(welt, schritt);
  if (schritt.ziel === 'team') return teambefehl(welt, ein(welt.team ?? undefined, 'teams'), schritt);
  return schritt.ziel === 'potenzial' ? potenzialbefehl(welt, schritt) : sachbefehl(welt, schritt);
}

function sicht(welt: Welt): Sicht {
  const heute = ortstag(welt.uhr);
  const potenziale = [...welt.potenziale.values()];
  const kalender = welt.team === null ? [] : [welt.team];
  const nachrichten = [...welt.faelle, ...potenziale, ...kalender].flatMap((akte) => {
    const { post, label } = akte;
    const team = 'fall' in akte ? akte.fall.team : TEAM;
    akte.post = [];
    return post.map((nachricht) => nachrichtensicht(welt, { label, team }, nachricht));
  });
  const pruefungen = potenziale.flatMap(({ label, lage, zeilen }) =>
    lage.zustand === 'neu' ? [] : [potenzialsichtVon({ label, lage, zeilen }, heute)],
  );
  const faelle = welt.faelle.map((f) => sichtVon(f, heute, welt.faelle));
  return { faelle: [...faelle, ...pruefungen, ...kalender.map((k) => teamsichtVon(k, heute))], nachrichten };
}

/** Plays a story in the pure domain with a simulated clock: no database, no Temporal, milliseconds for years. */
export function kernMotor(): Motor {
  let welt: Welt | null = null;
  const offen = (): Welt => ein(welt ?? undefined, 'der Beginn');
  return {
    beginne: (geschichte) => {
      const uhr = geschichte.schritte[0]?.am ?? '1995-01-01T00:00:00Z';
      const akten = new Map(geschichte.personen.map((p) => [p.id, akteVon(p, ortstag(uhr))]));
      const potenziale = new Map(geschichte.personen.map(({ id }) => [id, neuePotenzialakte(id)]));
      const neu: Welt = {
        geschichte,
        akten,
        faelle: [],
        potenziale,
        dienst: { ring: [], abwesenheiten: [] },
        amt: neuesAmt(geschichte),
        team: neueTeamakte(geschichte, uhr),
        uhr,
      };
      for (const akte of potenziale.values()) {
        meldeAktenlage(neu, akte.label, uhr);
        // What the office knew before the story is no news in it.
        akte.post = [];
      }
      welt = neu;
      return Promise.resolve();
    },
    befehl: async (schritt) => {
      const ergebnis = await befehl(offen(), schritt);
      holeKalenderNach(offen(), schritt.nummer);
      return ergebnis;
    },
    stelleUhr: (bis) => {
      const { faelle, potenziale, team } = offen();
      for (const akte of faelle) lasseZeitVergehen(akte, bis);
      for (const akte of potenziale.values()) lassePruefzeitVergehen(akte, bis);
      if (team !== null) lasseTeamzeitVergehen(team, bis);
      offen().uhr = bis;
      return Promise.resolve();
    },
    sicht: () => {
      return Promise.resolve(sicht(offen()));
    },
    schliesse: () => {
      welt = null;
      return Promise.resolve();
    },
  };
}

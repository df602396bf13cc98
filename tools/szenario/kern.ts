import { vertragFuer } from '../../api/contracts/befehle.ts';
import { zerlegeTexte } from '../../api/contracts/texte.ts';
import type { Umfeld } from '../../api/contracts/vertrag.ts';
import { antwortAuf } from '../../domain/fall/antwort.ts';
import type { Befehlskopf, Fallgruendung, Personenfakten } from '../../domain/fall/befehle.ts';
import { aufnehmenderPapVon, fmVon, laeuftNoch, type Fall } from '../../domain/fall/fall.ts';
import type { Nachricht } from '../../domain/fall/nachrichten.ts';
import { fuehreAus } from '../../domain/fall/schritt.ts';
import { kalenderFuer } from '../../domain/frist/kalender.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { vertretene, vertretungVon } from '../../domain/organisation/vertretung.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { schlageVor } from '../../domain/zuordnung/gruende.ts';
import { zuordnungsfakten } from '../../domain/zuordnung/fakten.ts';
import { darf, vertretenIn, type Berechtigter, type Fallbezug } from '../../domain/rollen/befehlsrechte.ts';
import { personenfakten } from '../../domain/zugang/fakten.ts';
import type { Befehlsschritt, Geschichte } from './geschichte.ts';
import { akteVon, geaendert, type Akte } from './kern/akte.ts';
import { fuehreAusImDienst, lageAm, type Dienst } from './kern/dienst.ts';
import { bezugIn, lasseZeitVergehen, sichtVon, zeichneAuf, type Fallakte } from './kern/fallakte.ts';
import { zuordnungslage } from './kern/zuordnung.ts';
import { vorschlagsfakten } from './vorschlagsfakten.ts';
import type { Befehlsergebnis, Motor, Nachrichtensicht } from './motor.ts';
import { istBlick, istDienstbefehl, type Aktenbefehl, type Dienstbefehl } from './stammdaten.ts';
import { kennung, mitIds } from './verweise.ts';

const TEAM = kennung('team', 'fallmanagement');

type Sachschritt = Extract<Befehlsschritt, { eingabe: unknown }>;
type Stammschritt = Exclude<Befehlsschritt, Sachschritt>;

/** The world of one story: its office, its files, its cases, its clock. */
type Welt = {
  readonly geschichte: Geschichte;
  readonly akten: Map<string, Akte>;
  readonly faelle: Fallakte[];
  readonly dienst: Dienst;
  uhr: Instant;
};

function ein<T>(wert: T | undefined, was: string): T {
  if (wert === undefined) throw new Error(`In der Geschichte fehlt: ${was}`);
  return wert;
}

function fallakte(welt: Welt, label: string): Fallakte | undefined {
  return welt.faelle.findLast((akte) => akte.label === label);
}

function berechtigter({ geschichte, dienst, uhr }: Welt, label: string): Berechtigter {
  const { personal } = geschichte;
  const { rolle } = ein(
    personal.find((m) => m.id === label),
    label,
  );
  const id = kennung('personal', label);
  const vertritt = vertretene(id, lageAm(dienst, personal, ortstag(uhr))).map((fm) => ({ id: fm }));
  return { id, rolle, teams: [TEAM], vertritt };
}

function fakten(welt: Welt, person: string, eigener: Fallakte | undefined): Personenfakten {
  const akte = ein(welt.akten.get(person), person);
  const andererOffenerFall = welt.faelle.some(
    (f) => f !== eigener && f.person === person && laeuftNoch(f.fall),
  );
  const policy = policyAus(eigener?.fall.policy ?? welt.geschichte.policy);
  return personenfakten({ ...akte, andererOffenerFall }, policy, ortstag(welt.uhr));
}

function gruendung(welt: Welt, person: string): Fallgruendung {
  const { land, policy } = welt.geschichte;
  return {
    personId: kennung('person', person),
    fallnummer: `F-${welt.uhr.slice(0, 4)}-${String(welt.faelle.length + 1).padStart(5, '0')}`,
    team: TEAM,
    pap: kennung('personal', ein(welt.akten.get(person), person).pap),
    policy,
    kalender: kalenderFuer(land),
  };
}

/** What a use case loads before a command: the head with the proofs of its texts, the file, the staff. */
function umfeld(
  welt: Welt,
  schritt: Sachschritt,
  lage: { wer: Berechtigter; akte: Fallakte | undefined; fuer: string | null },
): Umfeld {
  const { eingabe, befehl, nummer, am } = schritt;
  const vertrag = vertragFuer(befehl);
  const gelesen = vertrag.eingabe.parse(mitIds(vertrag, eingabe, ({ art, label }) => kennung(art, label)));
  const befehlId = kennung('befehl', `${nummer}`);
  const { texte, begruendungen } = zerlegeTexte(vertrag, gelesen, (feld) => `${befehlId}/${feld}`);
  const kopf: Befehlskopf = {
    befehlId,
    at: am,
    akteur: { id: lage.wer.id, rolle: lage.wer.rolle, ...(lage.fuer === null ? {} : { fuer: lage.fuer }) },
    ereignisAm: gelesen.ereignisAm ?? ortstag(am),
    texte,
    begruendungen,
    zeilenversionen: {},
  };
  const person = lage.akte?.person ?? text(eingabe, 'person');
  const neuere = lage.akte === undefined ? [] : welt.faelle.slice(welt.faelle.indexOf(lage.akte) + 1);
  const genannt = welt.geschichte.personal.find((m) => m.id === eingabe['fm']);
  return {
    kopf,
    gruendung: lage.akte === undefined ? gruendung(welt, person) : null,
    person: fakten(welt, person, lage.akte),
    fmIstFallmanager: genannt?.rolle === 'fm',
    last: lage.akte === undefined || genannt === undefined ? null : last(welt, lage.akte, genannt.id),
    neuerFall: neuere.some((f) => f.person === person),
    bezug: bezug(lage.akte, eingabe['bezug']),
  };
}

function last(welt: Welt, akte: Fallakte, fm: string): Umfeld['last'] {
  return zuordnungsfakten(zuordnungslage(welt, akte), kennung('personal', fm));
}

function text(eingabe: Readonly<Record<string, unknown>>, feld: string): string {
  const wert = eingabe[feld];
  return typeof wert === 'string' ? wert : '';
}

function bezug(akte: Fallakte | undefined, wert: unknown): Umfeld['bezug'] {
  if (akte === undefined || typeof wert !== 'object' || wert === null || !('art' in wert)) return null;
  const nummer = 'nummer' in wert && typeof wert.nummer === 'number' ? wert.nummer : undefined;
  const teil = 'teil' in wert && typeof wert.teil === 'string' ? wert.teil : undefined;
  return typeof wert.art === 'string' ? bezugIn(akte, { art: wert.art, nummer, teil }) : null;
}

function fallbezug(akte: Fallakte | undefined, gruendend: Fallgruendung | null): Fallbezug {
  if (akte === undefined) {
    return { team: gruendend?.team ?? '', fm: null, pap: gruendend?.pap ?? null, aufnehmenderPap: null };
  }
  const { fall } = akte;
  return { team: fall.team, fm: fmVon(fall), pap: fall.pap, aufnehmenderPap: aufnehmenderPapVon(fall) };
}

function sachbefehl(welt: Welt, schritt: Sachschritt): Befehlsergebnis {
  const vertrag = vertragFuer(schritt.befehl);
  const eroeffnet = vertrag.pfad === null;
  const akte = eroeffnet ? undefined : ein(fallakte(welt, schritt.fall), `der Fall ${schritt.fall}`);
  const wer = berechtigter(welt, schritt.als);
  const fuer = akte === undefined ? null : vertretenIn(wer, fallbezug(akte, null));
  const geladen = umfeld(welt, schritt, { wer, akte, fuer });
  if (!darf(wer, schritt.befehl, fallbezug(akte, geladen.gruendung))) return { verboten: true };
  if (schritt.befehl === 'berichtigen' && geladen.bezug === null) return { abgelehnt: 'TR58' };
  const eingabe = mitIds(vertrag, schritt.eingabe, ({ art, label }) => kennung(art, label));
  const befehl = vertrag.zuBefehl(eingabe, geladen);
  const fallId = kennung('fall', `${schritt.fall}/${schritt.nummer}`);
  const vorher: Fall = akte?.fall ?? { zustand: 'neu', fallId, sequenz: 0 };
  const ergebnis = fuehreAus(vorher, befehl);
  if (!ergebnis.ok) return { abgelehnt: ergebnis.ablehnung.id };
  zeichneAuf(akte ?? eroeffne(welt, schritt, ergebnis.fall), vorher, ergebnis);
  const {
    zustand,
    neben,
    warnungen,
    fakten: berechnet,
  } = antwortAuf(befehl, ergebnis.ereignisse, ergebnis.fall);
  return { ergebnis: 'ok', zustand, neben, warnungen, fakten: berechnet };
}

function eroeffne(welt: Welt, schritt: Sachschritt, fall: Fallakte['fall']): Fallakte {
  if (fallakte(welt, schritt.fall) !== undefined) {
    throw new Error(
      `Der Name ${schritt.fall} gehört schon einem Fall; ein weiterer Fall braucht einen eigenen`,
    );
  }
  const akte: Fallakte = {
    label: schritt.fall,
    person: text(schritt.eingabe, 'person'),
    fall,
    ereignisse: [],
    zeilen: new Map(),
    post: [],
    stelleZu: (nachricht, tag) => zugestellt(welt, nachricht, tag),
  };
  welt.faelle.push(akte);
  return akte;
}

/** The pAp changes the file before and after bFM, the responsible Fallmanager during it (01-roles.md 1.3). */
function darfAkteAendern(wer: Berechtigter, akte: Akte, fall: Fallakte | undefined): boolean {
  const inBegleitung = fall !== undefined && 'begleitung' in fall.fall && laeuftNoch(fall.fall);
  if (wer.rolle === 'pap') return !inBegleitung && kennung('personal', akte.pap) === wer.id;
  return wer.rolle === 'fm' && fall !== undefined && fmVon(fall.fall) === wer.id;
}

/** "FM" is the responsible one or whoever represents them that day (POL-ESC). */
function zugestellt({ dienst, geschichte }: Welt, nachricht: Nachricht, tag: Tag): Nachricht {
  const { an, person } = nachricht;
  if (an !== 'fm' || person === null) return nachricht;
  return { ...nachricht, person: vertretungVon(person, lageAm(dienst, geschichte.personal, tag)) ?? person };
}

function dienstbefehl(
  welt: Welt,
  befehl: Dienstbefehl,
  { als, am }: Pick<Stammschritt, 'als' | 'am'>,
): Befehlsergebnis | null {
  const auftrag = { wer: berechtigter(welt, als), als, befehl, team: TEAM, am };
  const ausgang = fuehreAusImDienst(welt.dienst, auftrag);
  if (ausgang === 'ok') return null;
  return ausgang === 'verboten' ? { verboten: true } : { abgelehnt: ausgang.id };
}

function aktenbefehl(welt: Welt, befehl: Aktenbefehl, schritt: Stammschritt): Befehlsergebnis | null {
  const fall = fallakte(welt, schritt.fall);
  const person = befehl.person ?? fall?.person ?? ein(welt.geschichte.personen[0], 'eine Person').id;
  const akte = ein(welt.akten.get(person), person);
  if (!darfAkteAendern(berechtigter(welt, schritt.als), akte, fall)) return { verboten: true };
  const neu = geaendert(akte, befehl, ortstag(schritt.am));
  if (neu === null) throw new Error(`${person} hat keinen Handlungsbedarf dieser Nummer`);
  welt.akten.set(person, neu);
  return null;
}

/** What the meeting would see of a Vormerkung; nothing changes. */
function vorschlaege(welt: Welt, { als, fall }: Stammschritt): Befehlsergebnis {
  const akte = ein(fallakte(welt, fall), `der Fall ${fall}`);
  if (!darf(berechtigter(welt, als), 'zuordnen', fallbezug(akte, null))) return { verboten: true };
  if (akte.fall.zustand !== 'vorgemerkt') return { abgelehnt: 'TR07' };
  const fakten = vorschlagsfakten(schlageVor(zuordnungslage(welt, akte)), welt.geschichte.personal);
  return { ergebnis: 'ok', zustand: akte.fall.zustand, neben: [], warnungen: [], fakten };
}

function stammbefehl(welt: Welt, schritt: Stammschritt): Befehlsergebnis {
  const { stammdaten, fall } = schritt;
  if (istBlick(stammdaten)) return vorschlaege(welt, schritt);
  const absage = istDienstbefehl(stammdaten)
    ? dienstbefehl(welt, stammdaten, schritt)
    : aktenbefehl(welt, stammdaten, schritt);
  if (absage !== null) return absage;
  const zustand = fallakte(welt, fall)?.fall.zustand ?? null;
  return { ergebnis: 'ok', zustand, neben: [], warnungen: [], fakten: {} };
}

function nachrichtensicht(
  welt: Welt,
  fall: string,
  { an, person, anlass, stufe }: Nachricht,
): Nachrichtensicht {
  const { personal } = welt.geschichte;
  const empfaenger =
    person === null
      ? personal.find((m) => m.rolle === an)
      : personal.find((m) => kennung('personal', m.id) === person);
  return { fall, an: empfaenger?.id ?? an, anlass, stufe };
}

/** Plays a story in the pure domain with a simulated clock: no database, no Temporal, milliseconds for years. */
export function kernMotor(): Motor {
  let welt: Welt | null = null;
  const offen = (): Welt => ein(welt ?? undefined, 'der Beginn');
  return {
    beginne: (geschichte) => {
      const uhr = geschichte.schritte[0]?.am ?? '1995-01-01T00:00:00Z';
      const akten = new Map(geschichte.personen.map((p) => [p.id, akteVon(p, ortstag(uhr))]));
      welt = { geschichte, akten, faelle: [], dienst: { ring: [], abwesenheiten: [] }, uhr };
      return Promise.resolve();
    },
    befehl: (schritt) =>
      Promise.resolve('eingabe' in schritt ? sachbefehl(offen(), schritt) : stammbefehl(offen(), schritt)),
    stelleUhr: (bis) => {
      const { faelle } = offen();
      for (const akte of faelle) lasseZeitVergehen(akte, bis);
      offen().uhr = bis;
      return Promise.resolve();
    },
    sicht: () => {
      const gegenwart = offen();
      const nachrichten = gegenwart.faelle.flatMap((akte) => {
        const { post } = akte;
        akte.post = [];
        return post.map((nachricht) => nachrichtensicht(gegenwart, akte.label, nachricht));
      });
      return Promise.resolve({
        faelle: gegenwart.faelle.map((f) => sichtVon(f, ortstag(gegenwart.uhr))),
        nachrichten,
      });
    },
    schliesse: () => {
      welt = null;
      return Promise.resolve();
    },
  };
}

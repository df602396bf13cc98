import type { Pflegeereignis } from '../../domain/vorgang/ereignis.ts';
import { v5 as uuidV5 } from 'uuid';
import { FALLABLAGE, POTENZIALABLAGE, TEAMABLAGE, type Ablage } from '../../db/ablage.ts';
import { halteAbgangsbildFest, halteEingangsqualitaetFest } from '../../db/aufzeichnung.ts';
import type { Transaktion } from '../../db/client.ts';
import { uebergibPersonAn } from '../../db/person.ts';
import { liesHoerendeFaelle } from '../../db/personenstand.ts';
import type { Ausgangszeile } from '../../db/nachrichten.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import { aufnehmenderPapVon } from '../../domain/fall/fall.ts';
import { folgefallAus } from '../../domain/fall/folgefall.ts';
import { herkunftVon } from '../../domain/fall/herkunft.ts';
import type { Falltypen } from '../../domain/fall/typen.ts';
import { POTENZIAL, type Potenzialtypen } from '../../domain/potenzial/aggregat.ts';
import { beruehrtPotenzial } from '../../domain/potenzial/aktenlage.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import type { Teamtypen } from '../../domain/team/typen.ts';
import type { Aggregat, EreignisVon, Typen } from '../../domain/vorgang/aggregat.ts';
import type { Ereigniskopf } from '../../domain/vorgang/ereignis.ts';
import type { Aufzeichnungsauftrag } from './auftrag.ts';
import type { Faltung } from './faltung.ts';

/** One kind of Vorgang with the place of its record and what its recording writes besides. */
export type Aufzeichnungsart<T extends Typen> = {
  readonly aggregat: Aggregat<T>;
  readonly ablage: Ablage<T['stand']>;
  readonly dazu: (tx: Transaktion, faltung: Faltung<T>) => Promise<void>;
  /** Who else has to hear of it. */
  readonly meldungen: (tx: Transaktion, faltung: Faltung<T>) => Promise<readonly Ausgangszeile[]>;
  /** What begins with it and is recorded in the same transaction. */
  readonly folgen: (faltung: Faltung<T>) => readonly Aufzeichnungsauftrag[];
};

const OHNE_FOLGEN = { folgen: () => [] } as const;
const OHNE_ZUTAT = { dazu: () => Promise.resolve() } as const;

/** TR64: a case that was passed on to another team goes on there, or neither is recorded. */
function folgefaelle({ neu, wirkungen }: Faltung<Falltypen>): Aufzeichnungsauftrag[] {
  return wirkungen.flatMap(({ ereignis }) => {
    const beginn = folgefallAus(neu.fallId, ereignis);
    if (beginn === null) return [];
    const { fallId: id, befehlId, ereignisse } = beginn;
    return [
      { art: 'fall', id, befehlId, ereignisse, zeilenversionen: {}, antwort: null, ersteImLauf: false },
    ];
  });
}

/** The picture of the file at the Fallzugang (V-18) and at the Fallabgang (E35); the receiving pAp looks after the person from then on (TR42). */
async function zumFall(tx: Transaktion, { neu, wirkungen }: Faltung<Falltypen>): Promise<void> {
  const { fallId, personId } = neu;
  const zugang = wirkungen.find(({ ereignis }) => ereignis.art === 'fallzugang_dokumentiert')?.ereignis;
  if (zugang !== undefined) await halteEingangsqualitaetFest(tx, { fallId, personId, am: zugang.am });
  const abgang = wirkungen.find(({ ereignis }) => ereignis.art === 'fallabgang_dokumentiert')?.ereignis;
  if (abgang !== undefined) {
    await halteAbgangsbildFest(tx, { ereignisId: abgang.id, fallId, personId, am: abgang.am });
    const pap = aufnehmenderPapVon(neu);
    if (pap !== null) await uebergibPersonAn(tx, { personId, papId: pap });
  }
}

/** Who has to hear of it: the case itself where it missed news of its person; when a case opens or ends, the check record and the other cases of the person (TR01, V-79); where an entry goes. */
async function meldungenDesFalls(
  tx: Transaktion,
  { stand, neu, wirkungen }: Faltung<Falltypen>,
): Promise<Ausgangszeile[]> {
  const { fallId, personId } = neu;
  const verlegtes = wirkungen.flatMap(({ ereignis }) => verlegung(ereignis));
  const letztes = wirkungen.at(-1)?.ereignis;
  if (letztes === undefined) return verlegtes;
  // No command starts the workflow of such a case; what it is told does, with the state of the record.
  const ungestartet = stand === null && herkunftVon(neu) === 'weiterleitung';
  const selbst = ungestartet || uebernimmtRegeln(wirkungen) ? personenstand([fallId], letztes) : [];
  if (!beruehrtPotenzial(stand, neu)) return [...verlegtes, ...selbst];
  const andere = (await liesHoerendeFaelle(tx, personId)).filter((id) => id !== fallId);
  return [...verlegtes, ...selbst, aktenlage(personId, letztes), ...personenstand(andere, letztes)];
}

/** Under older rules nobody had told it whether the person is still an eLb (V-79). */
const uebernimmtRegeln = (wirkungen: readonly { readonly ereignis: { readonly art: string } }[]): boolean =>
  wirkungen.some(({ ereignis }) => ereignis.art === 'regelwerk_uebernommen');

/** TR61: the case an entry belongs to gets it from the delivery. */
function verlegung(ereignis: EreignisVon<Falltypen>): Ausgangszeile[] {
  if (ereignis.art !== 'eintrag_zurueckgezogen' || ereignis.ziel === null) return [];
  const { sendung: id, fall: fallId } = ereignis.ziel;
  return [{ id, fallId, art: 'eintrag', erstelltAm: ereignis.am }];
}

/** V-79: what a case says of its person concerns the others, too. */
function personenstand(faelle: readonly string[], { id, am: erstelltAm }: Ereigniskopf): Ausgangszeile[] {
  return faelle.map((fallId) => {
    const meldung = { fallId, art: 'personenstand', erstelltAm } as const;
    return { id: uuidV5(`${id}/${fallId}`, PERSONENSTAENDE), ...meldung };
  });
}

/** Namespace of what cases are told of their person because of an event. */
const PERSONENSTAENDE = '6c0f3a0e-7a0d-4d5c-9a61-2b8f0c5d1e47';

function aktenlage(vorgangId: string, { id, am: erstelltAm }: Ereigniskopf): Ausgangszeile {
  return { id: uuidV5(id, AKTENLAGEN), vorgangId, art: 'aktenlage', erstelltAm };
}

/** Namespace of what a check record is told because of an event. */
const AKTENLAGEN = 'a3e0a7c5-6c51-4e0b-8f43-5f7f7f0b9d52';

export const FALLART: Aufzeichnungsart<Falltypen> = {
  aggregat: FALL,
  ablage: FALLABLAGE,
  dazu: zumFall,
  meldungen: meldungenDesFalls,
  folgen: folgefaelle,
};

export const TEAMART: Aufzeichnungsart<Teamtypen> = {
  aggregat: TEAM,
  ablage: TEAMABLAGE,
  ...OHNE_ZUTAT,
  meldungen: () => Promise.resolve([]),
  ...OHNE_FOLGEN,
};

const WECHSEL: readonly string[] = [
  'policy_uebernommen',
  'regelwerk_uebernommen',
] satisfies Pflegeereignis['art'][];

/** Some facts of a check record are looked at through the policy (POL-AKH-CHECK, T-14) or by newer rules (V-79): then they are read again. */
function meldungenDerPruefung({ neu, wirkungen }: Faltung<Potenzialtypen>): Ausgangszeile[] {
  const wechsel = wirkungen.find(({ ereignis }) => WECHSEL.includes(ereignis.art))?.ereignis;
  return wechsel === undefined ? [] : [aktenlage(neu.personId, wechsel)];
}

export const POTENZIALART: Aufzeichnungsart<Potenzialtypen> = {
  aggregat: POTENZIAL,
  ablage: POTENZIALABLAGE,
  ...OHNE_ZUTAT,
  meldungen: (_, faltung) => Promise.resolve(meldungenDerPruefung(faltung)),
  ...OHNE_FOLGEN,
};

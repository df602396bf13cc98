import { v5 as uuidV5 } from 'uuid';
import { FALLABLAGE, POTENZIALABLAGE, TEAMABLAGE, type Ablage } from '../../db/ablage.ts';
import { halteAbgangsbildFest, halteEingangsqualitaetFest } from '../../db/aufzeichnung.ts';
import type { Transaktion } from '../../db/client.ts';
import { uebergibPersonAn } from '../../db/person.ts';
import { liesHoerendeFaelle } from '../../db/personenstand.ts';
import { legeNachrichtenAb } from '../../db/nachrichten.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import { aufnehmenderPapVon } from '../../domain/fall/fall.ts';
import { folgefallAus } from '../../domain/fall/folgefall.ts';
import { herkunftVon } from '../../domain/fall/herkunft.ts';
import type { Falltypen } from '../../domain/fall/typen.ts';
import { POTENZIAL, type Potenzialtypen } from '../../domain/potenzial/aggregat.ts';
import { beruehrtPotenzial } from '../../domain/potenzial/aktenlage.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import type { Teamtypen } from '../../domain/team/typen.ts';
import type { Aggregat, Typen } from '../../domain/vorgang/aggregat.ts';
import type { Ereigniskopf } from '../../domain/vorgang/ereignis.ts';
import type { Aufzeichnungsauftrag } from './auftrag.ts';
import type { Faltung } from './faltung.ts';

/** One kind of Vorgang with the place of its record and what its recording writes besides. */
export type Aufzeichnungsart<T extends Typen> = {
  readonly aggregat: Aggregat<T>;
  readonly ablage: Ablage<T['stand']>;
  readonly dazu: (tx: Transaktion, faltung: Faltung<T>) => Promise<void>;
  /** What begins with it and is recorded in the same transaction. */
  readonly folgen: (faltung: Faltung<T>) => readonly Aufzeichnungsauftrag[];
};

const OHNE_FOLGEN = { folgen: () => [] } as const;

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

/** The picture of the file at the Fallzugang (V-18) and at the Fallabgang (E35); the receiving pAp looks after the person from then on (TR42); the check record and the other cases hear when a case opens or ends (TR01, V-79). */
async function zumFall(tx: Transaktion, { stand, neu, wirkungen }: Faltung<Falltypen>): Promise<void> {
  const { fallId, personId } = neu;
  const zugang = wirkungen.find(({ ereignis }) => ereignis.art === 'fallzugang_dokumentiert')?.ereignis;
  if (zugang !== undefined) await halteEingangsqualitaetFest(tx, { fallId, personId, am: zugang.am });
  const abgang = wirkungen.find(({ ereignis }) => ereignis.art === 'fallabgang_dokumentiert')?.ereignis;
  if (abgang !== undefined) {
    await halteAbgangsbildFest(tx, { ereignisId: abgang.id, fallId, personId, am: abgang.am });
    const pap = aufnehmenderPapVon(neu);
    if (pap !== null) await uebergibPersonAn(tx, { personId, papId: pap });
  }
  await meldeVerlegtes(tx, wirkungen);
  await meldeWeiter(tx, { stand, neu, wirkungen });
}

/** Who has to hear of it: the case itself where it missed news of its person, the check record, the other cases of the person. */
async function meldeWeiter(tx: Transaktion, { stand, neu, wirkungen }: Faltung<Falltypen>): Promise<void> {
  const { fallId, personId } = neu;
  const letztes = wirkungen.at(-1)?.ereignis;
  if (letztes === undefined) return;
  // No command starts the workflow of such a case; what it is told does, with the state of the record.
  const ungestartet = stand === null && herkunftVon(neu) === 'weiterleitung';
  if (ungestartet || uebernimmtRegeln(wirkungen)) await meldePersonenstand(tx, [fallId], letztes);
  if (!beruehrtPotenzial(stand, neu)) return;
  await meldeAktenlage(tx, personId, letztes);
  const andere = (await liesHoerendeFaelle(tx, personId)).filter((id) => id !== fallId);
  await meldePersonenstand(tx, andere, letztes);
}

/** Under older rules nobody had told it whether the person is still an eLb (V-79). */
const uebernimmtRegeln = (wirkungen: readonly { readonly ereignis: { readonly art: string } }[]): boolean =>
  wirkungen.some(({ ereignis }) => ereignis.art === 'regelwerk_uebernommen');

/** TR61: the case an entry belongs to gets it from the delivery. */
async function meldeVerlegtes(tx: Transaktion, wirkungen: Faltung<Falltypen>['wirkungen']): Promise<void> {
  for (const { ereignis } of wirkungen) {
    if (ereignis.art !== 'eintrag_zurueckgezogen' || ereignis.ziel === null) continue;
    const { sendung: id, fall: fallId } = ereignis.ziel;
    await legeNachrichtenAb(tx, [], [{ id, fallId, art: 'eintrag', erstelltAm: ereignis.am }]);
  }
}

/** V-79: what a case says of its person concerns the others, too. */
async function meldePersonenstand(
  tx: Transaktion,
  faelle: readonly string[],
  { id, am: erstelltAm }: Ereigniskopf,
): Promise<void> {
  const zeilen = faelle.map((fallId) => {
    const meldung = { fallId, art: 'personenstand', erstelltAm } as const;
    return { id: uuidV5(`${id}/${fallId}`, PERSONENSTAENDE), ...meldung };
  });
  await legeNachrichtenAb(tx, [], zeilen);
}

/** Namespace of what cases are told of their person because of an event. */
const PERSONENSTAENDE = '6c0f3a0e-7a0d-4d5c-9a61-2b8f0c5d1e47';

async function meldeAktenlage(tx: Transaktion, vorgangId: string, ereignis: Ereigniskopf): Promise<void> {
  const id = uuidV5(ereignis.id, AKTENLAGEN);
  await legeNachrichtenAb(tx, [], [{ id, vorgangId, art: 'aktenlage', erstelltAm: ereignis.am }]);
}

/** Namespace of what a check record is told because of an event. */
const AKTENLAGEN = 'a3e0a7c5-6c51-4e0b-8f43-5f7f7f0b9d52';

export const FALLART: Aufzeichnungsart<Falltypen> = {
  aggregat: FALL,
  ablage: FALLABLAGE,
  dazu: zumFall,
  folgen: folgefaelle,
};

export const TEAMART: Aufzeichnungsart<Teamtypen> = {
  aggregat: TEAM,
  ablage: TEAMABLAGE,
  dazu: () => Promise.resolve(),
  ...OHNE_FOLGEN,
};

const WECHSEL: readonly string[] = ['policy_uebernommen', 'regelwerk_uebernommen'];

/** Some facts of a check record are looked at through the policy (POL-AKH-CHECK, T-14) or by newer rules (V-79): then they are read again. */
async function zumPotenzial(tx: Transaktion, { neu, wirkungen }: Faltung<Potenzialtypen>): Promise<void> {
  const wechsel = wirkungen.find(({ ereignis }) => WECHSEL.includes(ereignis.art))?.ereignis;
  if (wechsel !== undefined) await meldeAktenlage(tx, neu.personId, wechsel);
}

export const POTENZIALART: Aufzeichnungsart<Potenzialtypen> = {
  aggregat: POTENZIAL,
  ablage: POTENZIALABLAGE,
  dazu: zumPotenzial,
  ...OHNE_FOLGEN,
};

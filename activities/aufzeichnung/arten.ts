import { v5 as uuidV5 } from 'uuid';
import { FALLABLAGE, POTENZIALABLAGE, TEAMABLAGE, type Ablage } from '../../db/ablage.ts';
import { halteAbgangsbildFest, halteEingangsqualitaetFest } from '../../db/aufzeichnung.ts';
import type { Transaktion } from '../../db/client.ts';
import { uebergibPersonAn } from '../../db/person.ts';
import { legeNachrichtenAb } from '../../db/nachrichten.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import { aufnehmenderPapVon } from '../../domain/fall/fall.ts';
import type { Falltypen } from '../../domain/fall/typen.ts';
import { POTENZIAL, type Potenzialtypen } from '../../domain/potenzial/aggregat.ts';
import { beruehrtPotenzial } from '../../domain/potenzial/aktenlage.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import type { Teamtypen } from '../../domain/team/typen.ts';
import type { Aggregat, Typen } from '../../domain/vorgang/aggregat.ts';
import type { Ereigniskopf } from '../../domain/vorgang/ereignis.ts';
import type { Faltung } from './faltung.ts';

/** One kind of Vorgang with the place of its record and what its recording writes besides. */
export type Aufzeichnungsart<T extends Typen> = {
  readonly aggregat: Aggregat<T>;
  readonly ablage: Ablage<T['stand']>;
  readonly dazu: (tx: Transaktion, faltung: Faltung<T>) => Promise<void>;
};

/** The picture of the file at the Fallzugang (V-18) and at the Fallabgang (E35); the receiving pAp looks after the person from then on (TR42); the check record hears when a case opens or ends (TR01). */
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
  const letztes = wirkungen.at(-1)?.ereignis;
  if (letztes === undefined || !beruehrtPotenzial(stand, neu)) return;
  await meldeAktenlage(tx, personId, letztes);
}

async function meldeAktenlage(tx: Transaktion, vorgangId: string, ereignis: Ereigniskopf): Promise<void> {
  const id = uuidV5(ereignis.id, AKTENLAGEN);
  await legeNachrichtenAb(tx, [], [{ id, vorgangId, art: 'aktenlage', erstelltAm: ereignis.am }]);
}

/** Namespace of what a check record is told because of an event. */
const AKTENLAGEN = 'a3e0a7c5-6c51-4e0b-8f43-5f7f7f0b9d52';

export const FALLART: Aufzeichnungsart<Falltypen> = { aggregat: FALL, ablage: FALLABLAGE, dazu: zumFall };

export const TEAMART: Aufzeichnungsart<Teamtypen> = {
  aggregat: TEAM,
  ablage: TEAMABLAGE,
  dazu: () => Promise.resolve(),
};

/** Some facts of a check record are looked at through the policy (POL-AKH-CHECK, T-14): under another one they are read again. */
async function zumPotenzial(tx: Transaktion, { neu, wirkungen }: Faltung<Potenzialtypen>): Promise<void> {
  const wechsel = wirkungen.find(({ ereignis }) => ereignis.art === 'policy_uebernommen')?.ereignis;
  if (wechsel !== undefined) await meldeAktenlage(tx, neu.personId, wechsel);
}

export const POTENZIALART: Aufzeichnungsart<Potenzialtypen> = {
  aggregat: POTENZIAL,
  ablage: POTENZIALABLAGE,
  dazu: zumPotenzial,
};

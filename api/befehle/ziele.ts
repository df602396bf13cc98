import { fallkopf } from '../../db/akte.ts';
import type { Anspruch } from '../../db/befehl.ts';
import type { Transaktion } from '../../db/client.ts';
import { potenzialkopf } from '../../db/potenzial.ts';
import { alsSystem } from '../../db/systemzugriff.ts';
import { teamkopf } from '../../db/team.ts';
import type { Vorgangsbezug } from '../../db/verweis.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import { POTENZIAL } from '../../domain/potenzial/aggregat.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import type { Aktenstand } from '../kern/vorgangsablauf.ts';

type Zielzeile = { readonly stand: Aktenstand['stand']; readonly angehalten: boolean };
type Quelle = {
  readonly lies: (tx: Transaktion, id: string) => Promise<Zielzeile | null>;
  readonly neu: (id: string) => Aktenstand['stand'];
};

const QUELLEN: Readonly<Record<Vorgangsart, Quelle>> = {
  fall: { lies: fallkopf, neu: FALL.neu },
  potenzial: { lies: potenzialkopf, neu: POTENZIAL.neu },
  team: { lies: teamkopf, neu: TEAM.neu },
};

/** What the record holds of a Vorgang, to start its workflow with. */
export async function liesAktenstand(tx: Transaktion, { art, id }: Vorgangsbezug): Promise<Aktenstand> {
  const { lies, neu } = QUELLEN[art];
  const zeile = await lies(tx, id);
  return { stand: zeile?.stand ?? neu(id), angehalten: zeile?.angehalten ?? false };
}

/** A Vorgang without any record. */
export function neuerStand({ art, id }: Vorgangsbezug): Aktenstand {
  return { stand: QUELLEN[art].neu(id), angehalten: false };
}

/** The number as it was claimed for the answer, whoever has the case now. */
async function nummerVon(tx: Transaktion, fallId: string): Promise<string> {
  return (await alsSystem(tx, 'befehl', () => fallkopf(tx, fallId)))?.fallnummer ?? '';
}

/** How the answer names its Vorgang. */
export type Anschriften = {
  readonly fall: { readonly fallId: string; readonly fallnummer: string };
  readonly potenzial: { readonly personId: string };
  readonly team: { readonly teamId: string };
};
export type Anschrift = Anschriften[Vorgangsart];

/** @param titel how the workflow is named: of a case its number */
export function anschriftMit(art: Vorgangsart, anspruch: Anspruch, titel: string): Anschrift {
  const { fallId, vorgangId, fallnummer } = anspruch;
  if (art === 'potenzial') return { personId: vorgangId ?? '' };
  if (art === 'team') return { teamId: vorgangId ?? '' };
  return { fallId: fallId ?? '', fallnummer: fallnummer ?? titel };
}

/** The same where the Vorgang was not looked at. */
export async function anschriftVon(
  tx: Transaktion,
  art: Vorgangsart,
  anspruch: Anspruch,
): Promise<Anschrift> {
  const fragt = art === 'fall' && anspruch.fallnummer === null;
  return anschriftMit(art, anspruch, fragt ? await nummerVon(tx, anspruch.fallId ?? '') : '');
}

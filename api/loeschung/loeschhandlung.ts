import { randomUUID } from 'node:crypto';
import type { Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { darfLoeschen, type Loeschhandlung } from '../../domain/rollen/loeschrechte.ts';
import type { Angelegt } from '../kern/felder.ts';
import { Absage, nichtBerechtigt } from '../kern/absage.ts';
import { zugriffAuf, type Zugriff } from '../kern/fallzugriff.ts';
import { einmalig, type Schreiben } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

export type AmFall<Rumpf> = Schreiben<Rumpf> & { readonly fallId: string };
export type AmTeil<Rumpf> = AmFall<Rumpf> & { readonly id: string };

/** What a decision about erasing works with. */
type Loeschlage = {
  readonly tx: Transaktion;
  readonly am: Instant;
  readonly konto: Konto;
  readonly zugriff: Zugriff;
  readonly umgebung: Umgebung;
};

/**
 * A write about the erasure of a case (TR53, T-30, V-71), once per key, with the right to it and its audit entry in one
 * transaction. `wirke` answers the id of what was written.
 * @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT
 */
export function handlung<Auftrag extends AmFall<unknown>>(
  { was, aktion }: { was: Loeschhandlung; aktion: string },
  wirke: (loeschlage: Loeschlage, auftrag: Auftrag) => Promise<string>,
): (umgebung: Umgebung, konto: Konto, auftrag: Auftrag) => Promise<Angelegt> {
  return (umgebung, konto, auftrag) => {
    const { fallId, schluessel, rumpf } = auftrag;
    const ort = 'id' in auftrag ? `${fallId}/${String(auftrag.id)}` : fallId;
    return einmalig({ umgebung, konto, was: { ort, schluessel, rumpf } }, async (tx, am) => {
      const zugriff = await zugriffAuf(tx, konto, { fallId, am });
      const darf = darfLoeschen(was, {
        rolle: konto.rolle,
        leitet: zugriff.leitet,
        anstelle: zugriff.fuer !== null || zugriff.mitGrund || zugriff.verbunden,
      });
      if (!darf) throw nichtBerechtigt();
      const id = await wirke({ tx, am, konto, zugriff, umgebung }, auftrag);
      await protokolliere(tx, [{ id: randomUUID(), am, akteurId: konto.id, aktion, fallId, gegenstand: id }]);
      return { id, version: 1 };
    });
  };
}

export const regel = (id: string, satz: string): Absage => new Absage('REGEL', satz, { regel: id });

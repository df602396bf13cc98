import { randomUUID } from 'node:crypto';
import type { Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { darfLoeschen, type Loeschhandlung } from '../../domain/rollen/loeschrechte.ts';
import type { Angelegt } from '../personen/formen.ts';
import { Absage, nichtBerechtigt } from '../kern/absage.ts';
import { zugriffAuf, type Zugriff } from '../kern/fallzugriff.ts';
import { einmalig } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

const PFAD = '/api/v1/faelle/{fallId}';

export type AmFall<Rumpf> = {
  readonly fallId: string;
  readonly schluessel: string;
  readonly rumpf: Rumpf;
};
export type AmTeil<Rumpf> = AmFall<Rumpf> & { readonly id: string };

/** What a decision about erasing works with. */
type Lage = {
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
  { was, pfad, aktion }: { was: Loeschhandlung; pfad: string; aktion: string },
  wirke: (lage: Lage, auftrag: Auftrag) => Promise<string>,
): (umgebung: Umgebung, konto: Konto, auftrag: Auftrag) => Promise<Angelegt> {
  const route = `POST ${PFAD}${pfad}`;
  return (umgebung, konto, auftrag) => {
    const { fallId, schluessel, rumpf } = auftrag;
    const ort = 'id' in auftrag ? `${fallId}/${String(auftrag.id)}` : fallId;
    return einmalig({ umgebung, konto, was: { route, ort, schluessel, rumpf } }, async (tx, am) => {
      const zugriff = await zugriffAuf(tx, konto, { fallId, am });
      const darf = darfLoeschen(was, {
        rolle: konto.rolle,
        leitet: zugriff.leitet,
        inVertretung: zugriff.fuer !== null || zugriff.mitGrund,
      });
      if (!darf) throw nichtBerechtigt();
      const id = await wirke({ tx, am, konto, zugriff, umgebung }, auftrag);
      await protokolliere(tx, [{ id: randomUUID(), am, akteurId: konto.id, aktion, fallId, gegenstand: id }]);
      return { id, version: 1 };
    });
  };
}

export const regel = (id: string, satz: string): Absage => new Absage('REGEL', satz, { regel: id });

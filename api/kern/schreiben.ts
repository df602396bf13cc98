import { randomUUID } from 'node:crypto';
import { beanspruche, erledige } from '../../db/befehl.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { befehlIdVon, pruefeWiederverwendung, type Schluessel } from './schluessel.ts';
import { akteurVon, type Konto, type Umgebung } from './umgebung.ts';

/** A write as a use case gets it. */
export type Schreiben<Rumpf> = { readonly schluessel: Schluessel; readonly rumpf: Rumpf };
/** The same, to something that is there. */
export type SchreibenAn<Rumpf> = Schreiben<Rumpf> & { readonly id: string };

/** A write to master data as it came in. `ort` is what the path names. */
export type Schreibauftrag = Schreiben<unknown> & { readonly ort: string };

/**
 * A write outside of a case, once per key: claim, effect and answer in one transaction. A refusal rolls the claim back,
 * so the same key may try again; a repetition gets the stored answer.
 */
export async function einmalig<Ergebnis>(
  { umgebung, konto, was }: { umgebung: Umgebung; konto: Konto; was: Schreibauftrag },
  wirke: (tx: Transaktion, am: Instant) => Promise<Ergebnis>,
): Promise<Ergebnis> {
  const { ort, schluessel, rumpf } = was;
  const { route, uuid } = schluessel;
  const summe = await umgebung.pruefsumme(route, ort, rumpf);
  return mitAkteur(umgebung.db, akteurVon(konto), async (tx) => {
    const { anspruch, erster } = await beanspruche(tx, {
      akteurId: konto.id,
      schluessel: uuid,
      befehlId: befehlIdVon(konto.id, route, uuid),
      route,
      pruefsumme: summe,
      fallId: null,
      vorgangId: null,
      at: umgebung.uhr.jetzt(),
    });
    pruefeWiederverwendung(anspruch, summe);
    // Written by this very function for the same route and body, so it has the shape of the result.
    if (!erster) return anspruch.antwort as Ergebnis;
    const ergebnis = await wirke(tx, anspruch.at);
    await erledige(tx, anspruch, { status: 200, antwort: ergebnis });
    return ergebnis;
  });
}

/** Audit entry of a change of master data; names the object and the person it is about, never its content (rules.md B3). */
export async function vermerke(
  tx: Transaktion,
  wer: Konto,
  was: {
    readonly am: Instant;
    readonly aktion: string;
    readonly gegenstand: string;
    readonly fallId?: string | null;
    readonly vorgangId?: string | null;
    readonly personId?: string;
  },
): Promise<void> {
  await protokolliere(tx, [{ id: randomUUID(), akteurId: wer.id, ...was }]);
}

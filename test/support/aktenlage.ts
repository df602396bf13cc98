import { randomUUID } from 'node:crypto';
import type { Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { ladeAktenlage } from '../../db/potenzial.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { POTENZIAL } from '../../domain/potenzial/aggregat.ts';
import { systemkopf } from '../../domain/vorgang/befehl.ts';

/** What the delivery tells a check record, without Temporal: a person with a complex profile has one afterwards (TR01). */
export async function meldeAktenlage(
  { db, faelle }: { readonly db: Datenbank; readonly faelle: Pick<Vorgangsablaeufe, 'sende'> },
  personId: string,
  at: Instant,
): Promise<void> {
  const {
    lage: aktenlage,
    gruendung,
    stand,
  } = await mitAkteur(db, { system: 'worker' }, (tx) => ladeAktenlage(tx, personId, at));
  const befehl = {
    ...systemkopf(randomUUID(), at),
    befehl: 'aktenlage_uebernehmen',
    lage: aktenlage,
    gruendung,
  } as const;
  await faelle.sende({
    bezug: { art: 'potenzial', id: personId },
    titel: '',
    eroeffnet: false,
    befehl,
    stand: () => Promise.resolve({ stand: stand ?? POTENZIAL.neu(personId), angehalten: false }),
  });
}

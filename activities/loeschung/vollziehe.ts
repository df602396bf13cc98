import { alsLoeschung } from '../../db/loeschung/rolle.ts';
import type { Loeschanlass, NeueBuchzeile } from '../../db/loeschung/buch.ts';
import { loesche, ungesperrte, type Loeschgegenstand } from '../../db/loeschung/loesche.ts';
import type { Umfang } from '../../db/loeschung/plan.ts';
import { setzeLoeschstand } from '../../db/loeschung/stand.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { nebeneinander } from '../nebeneinander.ts';
import { loescheHistorien } from './historien.ts';
import type { Loeschmittel } from './mittel.ts';

/** Transactions at a time. */
const GLEICHZEITIG = 4;

type Auftrag = {
  readonly klasse: Loeschgegenstand;
  readonly anlass: Loeschanlass;
  readonly ids: readonly string[];
};

/**
 * Erases a batch so that a kill at any point leaves nothing behind: the ledger says what is about to go, then the
 * histories go, then key and rows in one transaction each, at last the position of the database and the proofs. Whatever
 * was not proved is found again by the next run, because its rows are the last to go. @returns how many were erased
 */
export async function vollziehe(mittel: Loeschmittel, { klasse, anlass, ids }: Auftrag): Promise<number> {
  if (ids.length === 0) return 0;
  const { loeschdb, client, buch, kennungen } = mittel;
  const am = mittel.jetzt();
  const satz = (id: string): Omit<NeueBuchzeile, 'satz'> => ({
    am: ortstag(am),
    klasse,
    kennung: kennungen.neu(klasse, id),
    anlass,
  });
  const vorsaetze = await buch.schreibe(ids.map((id) => ({ ...satz(id), satz: 'vorsatz' })));
  if (klasse !== 'dokument') {
    const frei = await alsLoeschung(loeschdb, (tx) => ungesperrte(tx, klasse, ids));
    await loescheHistorien(client, klasse, frei);
  }
  const geloescht = await loescheZeilen(mittel, klasse, { ids, am });
  const stand = vorsaetze.at(-1)?.nr ?? 0;
  await alsLoeschung(loeschdb, (tx) => setzeLoeschstand(tx, stand));
  await buch.schreibe(
    [...geloescht].map(([id, umfang]) => ({ ...satz(id), satz: 'vollzug', umfang, stand })),
  );
  return geloescht.size;
}

/** Each in a transaction of its own; one that fails is logged and tried again in the next run. */
async function loescheZeilen(
  { loeschdb, schluessel, log }: Loeschmittel,
  klasse: Loeschgegenstand,
  { ids, am }: { readonly ids: readonly string[]; readonly am: string },
): Promise<ReadonlyMap<string, Umfang>> {
  const geloescht = new Map<string, Umfang>();
  await nebeneinander(ids, GLEICHZEITIG, async (id) => {
    const was = { id, am, vernichte: schluessel.vernichte };
    try {
      const umfang = await alsLoeschung(loeschdb, (tx) => loesche(tx, klasse, was));
      if (umfang !== null) geloescht.set(id, umfang);
    } catch (fehler) {
      log.error({ klasse, id, err: fehler }, 'Löschung gescheitert, die nächste Nacht versucht es wieder');
    }
  });
  return geloescht;
}

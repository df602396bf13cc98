import { oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import type { Tresor } from '../../db/tresor/tresor.ts';
import { richteZugaengeEin } from '../lokal/zugaenge.ts';
import type { Datenbanken } from '../probehaus/datenbanken.ts';
import { baueGrosshaus, type Grosshaus } from '../probehaus/grosshaus.ts';
import { prueftresor } from '../probehaus/tresor.ts';

/** A house of so many cases in a database of its own, with the same own cases whatever its size. */
type Messhaus = {
  readonly url: string;
  readonly haus: Grosshaus;
  readonly besitzer: Datenbank;
  readonly zugaenge: Awaited<ReturnType<typeof richteZugaengeEin>>;
  readonly tresor: Tresor;
  readonly beende: () => Promise<void>;
};

export async function legeHausAn(datenbanken: Datenbanken, faelle: number): Promise<Messhaus> {
  const url = await datenbanken.neue();
  const besitzer = oeffneDatenbank(url, 1);
  const zugaenge = await richteZugaengeEin(url);
  const worker = oeffneDatenbank(zugaenge.worker, 1);
  const beginn = performance.now();
  const haus = await baueGrosshaus(besitzer, worker, faelle);
  const sekunden = ((performance.now() - beginn) / 1000).toFixed(0);
  console.log(`Haus mit ${String(faelle)} Fällen, angelegt in ${sekunden} s`);
  const schutz = await prueftresor(url);
  return {
    url,
    haus,
    besitzer,
    zugaenge,
    tresor: schutz.tresor,
    beende: async () => {
      await Promise.all([besitzer, worker].map((db) => db.schliesse()));
      await schutz.ende();
    },
  };
}

import { oeffneDatenbank, type Datenbank } from '../client.ts';
import { oeffneSchluesselspeicher } from '../tresor/speicher.ts';
import { dateibuch, erzeugeKennungen, type Kennungen, type Loeschbuch } from './buch.ts';

/** The lock, the transactions side by side, one to spare. */
const VERBINDUNGEN = 6;

/** The own connection, the key store, the ledger and its secrets. The master key stays with those who read texts. */
export type Loeschverbindung = {
  readonly loeschdb: Datenbank;
  readonly buch: Loeschbuch;
  readonly kennungen: Kennungen;
  readonly schluessel: Awaited<ReturnType<typeof oeffneSchluesselspeicher>>;
  readonly schliesse: () => Promise<void>;
};

/** @param o addresses of the erasure and of the key store, file of the ledger, its secrets, the newest first */
export async function oeffneLoeschverbindung(o: {
  readonly loeschung: string;
  readonly speicher: string;
  readonly buch: string;
  readonly geheimnisse: readonly Uint8Array[];
}): Promise<Loeschverbindung> {
  const kennungen = erzeugeKennungen(o.geheimnisse);
  const schluessel = await oeffneSchluesselspeicher(o.speicher);
  const loeschdb = oeffneDatenbank(o.loeschung, VERBINDUNGEN);
  return {
    loeschdb,
    schluessel,
    buch: dateibuch(o.buch),
    kennungen,
    schliesse: async () => {
      await Promise.all([loeschdb.schliesse(), schluessel.schliesse()]);
    },
  };
}

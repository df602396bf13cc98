import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Datenbank } from '../../db/client.ts';
import type { Kennungen, Loeschbuch } from '../../db/loeschung/buch.ts';
import type { Schluesselspeicher } from '../../db/tresor/speicher.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';

/** What the erasure works with: its own connection, the histories, the keys, the ledger and the secret of its names. */
export type Loeschmittel = {
  readonly loeschdb: Datenbank;
  readonly client: Client;
  readonly buch: Loeschbuch;
  readonly kennungen: Kennungen;
  /** Destroys the key of a case or person for good (DS-28). */
  readonly schluessel: Pick<Schluesselspeicher, 'vernichte'>;
  readonly log: Logger;
  readonly jetzt: () => Instant;
};

import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Datenbank } from '../../db/client.ts';
import type { Postbote } from './mail.ts';

/** What delivery works with. */
export type Zustellungsmittel = {
  readonly db: Datenbank;
  readonly log: Logger;
  readonly post: Postbote;
  readonly client: Client;
  readonly jetzt: () => string;
};

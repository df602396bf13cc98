import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Datenbank } from '../../db/client.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';

/** What it takes to look after Vorgänge and to start them again. */
export type Nachsichtsmittel = {
  readonly db: Datenbank;
  readonly client: Client;
  readonly log: Logger;
  readonly jetzt: () => Instant;
};

/** What a Rundgang works with. */
export type Rundgangsmittel = Nachsichtsmittel & {
  /** Share of the Vorgänge that may be missing and is started again without anybody looking, 0 to 1. */
  readonly hoechsterAnteil: number;
};

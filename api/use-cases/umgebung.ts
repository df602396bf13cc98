import type { Datenbank } from '../../db/client.ts';
import type { Kontozeile } from '../../db/konto.ts';
import type { Uhr } from '../uhr.ts';

import type { Schranke } from './schranke.ts';
import type { Vorgangsablaeufe } from './vorgangsablauf.ts';

/** What use cases work with. */
export type Umgebung = {
  readonly db: Datenbank;
  readonly uhr: Uhr;
  readonly ablaeufe: Vorgangsablaeufe;
  readonly schranke: Schranke;
};

/** Who is logged in, with role and teams as PostgreSQL knows them now. */
export type Konto = Omit<Kontozeile, 'aktiv'>;

import { faelle, notzugriff, personenakte, pruefakte } from './akten.ts';
import { betrieb } from './betrieb.ts';
import type { Bedienung } from './bedienung.ts';
import { personal, policies, qualitaet, teams, themen } from './haus.ts';
import { loeschung } from './loeschung.ts';
import { verzeichnis } from './verzeichnis.ts';

/** Scenarios that together use every operation that is no command to a Vorgang. Each stands alone. */
export const ABLAEUFE: Readonly<Record<string, (wie: Bedienung) => Promise<void>>> = {
  personenakte,
  faelle,
  notzugriff,
  pruefakte,
  teams,
  personal,
  themen,
  policies,
  qualitaet,
  verzeichnis,
  loeschung,
  betrieb,
};

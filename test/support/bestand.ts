import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';

/** What an office knows of a case it takes over in its second month (ADR 13). */
export const BESTAND = {
  vorgemerktAm: '2026-10-06',
  zuordnung: { am: '2026-10-13', fm: PERSONAL.fm },
  uebernahmegespraechAm: '2026-10-16',
  erstgespraechAm: '2026-10-16',
  fallzugangAm: '2026-10-16',
};

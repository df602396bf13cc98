import type { Aktenleser } from '../../../api/befehle/fakten/aktenleser.ts';
import { sha256 } from '../../../db/ziehungssaat.ts';
import { verpflichtungVon } from '../../../domain/team/ziehung.ts';
import { TEAM, teamVon } from '../verweise.ts';
import { kalenderVon, policyAm } from './amt.ts';
import { fallleser } from './fallleser.ts';
import { personenleser } from './personenleser.ts';
import { SAAT } from './teamakte.ts';
import { teamleser } from './teamleser.ts';
import { naechsteFallnummer, type Welt } from './welt.ts';
import { zuordnungslage } from './zuordnung.ts';

/** The record of a story for the loaders of the API: the same facts, from the world of the story. */
export function geschichtenleser(welt: Welt): Aktenleser {
  return {
    ...fallleser(welt),
    ...personenleser(welt),
    ...teamleser(welt),
    fallmanagementteam: () => Promise.resolve(TEAM),
    zielteam: (ziel) => {
      const wer = welt.geschichte.personal.find(({ zielstelle }) => zielstelle === ziel);
      return Promise.resolve(wer === undefined ? null : teamVon(wer));
    },
    freieFallnummer: () => Promise.resolve(naechsteFallnummer(welt)),
    zuordnungslage: (frage) => Promise.resolve({ lage: zuordnungslage(welt, frage), zeilenversionen: {} }),
    aktivePolicy: (am) => Promise.resolve(policyAm(welt.amt, am)),
    kalender: (team) => Promise.resolve(kalenderVon(welt.amt, team)),
    saat: () => Promise.resolve(SAAT),
    neueVerpflichtung: () => Promise.resolve(verpflichtungVon(SAAT, sha256)),
    unsichtbar: ({ tabelle, id, was = tabelle }) => {
      throw new Error(`In der Geschichte fehlt: ${was} (${id})`);
    },
  };
}

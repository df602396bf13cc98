import { sha256 } from '../../../db/ziehungssaat.ts';
import { kalenderFuer } from '../../../domain/frist/kalender.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import { versionsname } from '../../../domain/policy/wahl.ts';
import { TEAM as KALENDER } from '../../../domain/team/aggregat.ts';
import type { Team } from '../../../domain/team/team.ts';
import { verpflichtungVon } from '../../../domain/team/ziehung.ts';
import { systemkopf } from '../../../domain/vorgang/befehl.ts';
import { REGELWERK } from '../../../domain/vorgang/regelwerk.ts';
import { fuehreAus } from '../../../domain/vorgang/schritt.ts';
import type { Geschichte } from '../geschichte.ts';
import type { Fallsicht } from '../motor.ts';
import { kennung, TEAM, TEAMLABEL } from '../verweise.ts';
import { fristenAm, naechsterSchritt, verzeichne, type Aktenfuehrung } from './aktenfuehrung.ts';

/** The calendar of the Fallmanagement team of the story. */
export type Teamakte = Aktenfuehrung & { readonly label: string; stand: Team };

/** The seeds of a story: whatever they are, it draws all there is. */
export const SAAT = 'saat der geschichte';

/** The calendar as it is before the first step; null for a story that names no teams. */
export function neueTeamakte({ teams, policy, land }: Geschichte, at: Instant): Teamakte | null {
  if (teams === null) return null;
  const verpflichtung = verpflichtungVon(SAAT, sha256);
  const neu = KALENDER.neu(TEAM);
  const ergebnis = fuehreAus(KALENDER, neu, {
    befehl: 'organisation_uebernehmen',
    ...systemkopf(kennung('organisation', TEAM), at),
    gruendung: { teamId: TEAM, policy, kalender: kalenderFuer(land), verpflichtung, regelwerk: REGELWERK },
    kontaktteams: teams
      .filter(({ ohneKontaktFm }) => !ohneKontaktFm)
      .map(({ id, kontaktFm }) => ({
        team: kennung('team', id),
        kontaktFm: kontaktFm.map((fm) => kennung('personal', fm)),
      })),
  });
  if (!ergebnis.ok || ergebnis.lage.zustand === 'neu') throw new Error('Das Team bekommt keinen Kalender');
  const akte: Teamakte = {
    label: TEAMLABEL,
    stand: ergebnis.lage,
    zeilen: new Map(),
    post: [],
    gesendet: new Set(),
    stelleZu: (nachricht) => nachricht,
  };
  verzeichne(akte, KALENDER, { vorher: neu, ereignisse: ergebnis.ereignisse });
  return akte;
}

/** Takes every due moment on its own, as a live timer does. */
export function lasseTeamzeitVergehen(akte: Teamakte, bis: Instant): void {
  for (;;) {
    const vorher = akte.stand;
    const schritt = naechsterSchritt(KALENDER, vorher, bis);
    if (schritt === null) return;
    verzeichne(akte, KALENDER, { vorher, ereignisse: schritt.ereignisse });
    akte.stand = schritt.stand;
  }
}

/** The calendar as lists show it on a day. */
export function teamsichtVon(
  { label, stand, zeilen }: Pick<Teamakte, 'label' | 'stand' | 'zeilen'>,
  heute: Tag,
): Fallsicht {
  const policy = versionsname(stand.policy);
  const leer = { policy, neben: [], auffaelligkeiten: [], phasen: [], vorgaenger: null };
  const { zustand, hinweise } = stand;
  return {
    ...leer,
    fall: label,
    zustand,
    hinweise: [...hinweise].sort(),
    fristen: fristenAm({ zeilen, stand, aggregat: KALENDER }, heute),
  };
}

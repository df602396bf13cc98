import { v5 as uuidV5 } from 'uuid';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { demopersonal } from '../lokal/personal.ts';

const RAUM = 'b0a7f0f6-58a8-4b1e-9d36-4a1f3a3f1a10';

/** A stable id for a label of a test. */
const idVon = (marke: string): string => uuidV5(marke, RAUM);

export const TEAM = idVon('team-621');

const ROLLEN = {
  pap: 'pap',
  pap2: 'pap',
  fm: 'fm',
  fm2: 'fm',
  fm3: 'fm',
  tl: 'tl',
  bereichsleitung: 'bereichsleitung',
  controlling: 'controlling',
  jour_fixe_av: 'jour_fixe_av',
  fm_u25: 'fm_u25',
  fm_spezial: 'fm_spezial',
  koordinator: 'koordinator',
  administration: 'administration',
  datenschutz: 'datenschutz',
} as const;

/** Roles that lead a team, oversee or evaluate it; the others only belong to one. */
export const MIT_TEAMVERANTWORTUNG: readonly string[] = [
  'tl',
  'bereichsleitung',
  'controlling',
  'koordinator',
];

/** Staff ids are the subjects of the demo log-ins. */
export const PERSONAL = Object.fromEntries(demopersonal.map((p) => [p.kuerzel, p.subject])) as Record<
  keyof typeof ROLLEN,
  string
>;

/**
 * One team with its staff; names are synthetic, and what is there already stays.
 * @param teamDerPap id of another team for the pAp; it must exist
 */
export async function legePersonalAn(db: Datenbank, teamDerPap = TEAM): Promise<void> {
  await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    await tx
      .insert(tabellen.team)
      .values({ id: TEAM, kennzeichen: '621', art: 'fallmanagement', land: 'HB' })
      .onConflictDoNothing();
    for (const { kuerzel, subject, anzeigename } of demopersonal) {
      const rolle = ROLLEN[kuerzel];
      const email = `${kuerzel}@jobcenter.example`;
      const teamId = rolle === 'pap' ? teamDerPap : TEAM;
      await tx
        .insert(tabellen.mitarbeitende)
        .values({ id: subject, subjekt: subject, anzeigename, email, rolle, teamId })
        .onConflictDoNothing();
      if (!MIT_TEAMVERANTWORTUNG.includes(rolle)) continue;
      await tx
        .insert(tabellen.teamverantwortung)
        .values({ id: idVon(`verantwortung-${kuerzel}`), mitarbeitendeId: subject, teamId: TEAM })
        .onConflictDoNothing();
    }
  });
}

/** A person that fulfils criterion A, cared for by the first pAp. */
export async function legePersonAn(db: Datenbank, marke: string): Promise<string> {
  const id = idVon(marke);
  await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    await tx.insert(tabellen.person).values({
      id,
      kundennummer: `KN-${marke}`,
      bgNummer: `BG-${marke}`,
      name: `Prüfperson ${marke}`,
      geburtsdatum: '1990-05-04',
      rechtskreis: 'sgb_ii',
      erwerbsfaehig: true,
      papId: PERSONAL.pap,
    });
    await tx.insert(tabellen.profiling).values({
      id: idVon(`${marke}-profil`),
      personId: id,
      datum: '2024-01-02',
      profillage: 'stabilisierungsprofil',
      anlass: 'erst',
      erstelltVon: PERSONAL.pap,
      erfasstAm: '2024-01-02T09:00:00Z',
    });
  });
  return id;
}

import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { ortstag, type Instant } from '../domain/frist/zeitzone.ts';
import type { Besprechungsfall } from '../domain/team/besprechungsliste.ts';
import type { Kontaktteam, Team } from '../domain/team/team.ts';
import type { Kalender } from '../domain/frist/kalender.ts';
import type { Policywahl } from '../domain/policy/policy.ts';
import { aktivePolicy } from './policy.ts';
import type { Transaktion } from './client.ts';
import { ladeKalenderFuerTeam } from './kalender.ts';
import { ausgang, fall, mitarbeitende, team, thema, themenzustaendigkeit, vorgang } from './schema/index.ts';

/** The M&I teams that are visited, each with its Kontakt-FM: who is responsible for a theme with that team (R16, A-33). */
async function liesKontaktteams(tx: Transaktion): Promise<Kontaktteam[]> {
  const zeilen = await tx
    .selectDistinct({ id: team.id, kennzeichen: team.kennzeichen, fm: mitarbeitende.id })
    .from(team)
    .leftJoin(themenzustaendigkeit, eq(themenzustaendigkeit.kontaktTeamId, team.id))
    .leftJoin(thema, and(eq(thema.id, themenzustaendigkeit.themaId), eq(thema.aktiv, true)))
    .leftJoin(
      mitarbeitende,
      and(
        eq(mitarbeitende.id, themenzustaendigkeit.fmId),
        eq(mitarbeitende.aktiv, true),
        isNotNull(thema.id),
      ),
    )
    .where(and(eq(team.art, 'vermittlung'), eq(team.ohneKontaktFm, false)))
    .orderBy(asc(team.kennzeichen), asc(mitarbeitende.id));
  const teams = [...new Set(zeilen.map(({ id }) => id))];
  return teams.map((id) => ({
    team: id,
    kontaktFm: zeilen.flatMap((z) => (z.id === id && z.fm !== null ? [z.fm] : [])),
  }));
}

/** The calendar of a team as a command needs it. */
export async function teamkopf(
  tx: Transaktion,
  teamId: string,
): Promise<{ readonly stand: Team; readonly angehalten: boolean } | null> {
  const [zeile] = await tx
    .select({ stand: vorgang.stand, seit: vorgang.angehaltenSeit })
    .from(vorgang)
    .where(and(eq(vorgang.id, teamId), eq(vorgang.art, 'team')));
  if (zeile?.stand.art !== 'team') return null;
  return { stand: zeile.stand, angehalten: zeile.seit !== null };
}

/** What the calendar of a team is told: whom it visits, what a new one would carry, its state on record. */
export type Organisation = {
  readonly kontaktteams: readonly Kontaktteam[];
  readonly policy: Policywahl;
  readonly kalender: Kalender;
  readonly stand: Team | null;
};

export async function ladeOrganisation(tx: Transaktion, teamId: string, am: Instant): Promise<Organisation> {
  const stand = (await teamkopf(tx, teamId))?.stand ?? null;
  return {
    kontaktteams: await liesKontaktteams(tx),
    policy: stand?.policy ?? (await aktivePolicy(tx, ortstag(am))),
    kalender: await ladeKalenderFuerTeam(tx, teamId),
    stand,
  };
}

/** One signal for every Fallmanagement team: what it has to do with the other teams may have changed. */
export async function kuendigeOrganisationAn(tx: Transaktion, am: Instant): Promise<void> {
  const teams = await tx.select({ id: team.id }).from(team).where(eq(team.art, 'fallmanagement'));
  if (teams.length === 0) return;
  const zeilen = teams.map(({ id }) => ({
    id: sql`gen_random_uuid()`,
    vorgangId: id,
    art: 'organisation' as const,
    erstelltAm: am,
  }));
  await tx.insert(ausgang).values(zeilen);
}

/** The same for those that have no calendar yet: after an upgrade, and for a team nobody announced. */
export async function kuendigeNeuenTeamsAn(tx: Transaktion, am: Instant): Promise<void> {
  const [ohne] = await tx
    .select({ id: team.id })
    .from(team)
    .leftJoin(vorgang, and(eq(vorgang.id, team.id), eq(vorgang.art, 'team')))
    .where(and(eq(team.art, 'fallmanagement'), isNull(vorgang.id)))
    .limit(1);
  if (ohne !== undefined) await kuendigeOrganisationAn(tx, am);
}

/** Cases a meeting may have to do with: those that wait, and those that were ever assigned since `ab`. */
export async function liesBesprechungsfaelle(
  tx: Transaktion,
  teamId: string,
  ab: string,
): Promise<Besprechungsfall[]> {
  const { id, zustand, vorgemerktAm, zugeordnetAm, fmId } = fall;
  const zeilen = await tx
    .select({ fall: id, zustand, vorgemerktAm, zugeordnetAm, fm: fmId })
    .from(fall)
    .where(and(eq(fall.teamId, teamId), or(eq(zustand, 'vorgemerkt'), sql`${zugeordnetAm} >= ${ab}`)))
    .orderBy(asc(vorgemerktAm), asc(fall.fallnummer));
  return zeilen.map(({ zustand: ist, ...zeile }) => ({ ...zeile, wartet: ist === 'vorgemerkt' }));
}

/** Running cases of the team: from the Fallzugang until the Fallabgang. */
export async function liesZiehbare(
  tx: Transaktion,
  teamId: string,
): Promise<{ readonly fall: string; readonly fallnummer: string }[]> {
  return tx
    .select({ fall: fall.id, fallnummer: fall.fallnummer })
    .from(fall)
    .where(and(eq(fall.teamId, teamId), eq(fall.offen, true), isNotNull(fall.fallzugangAm)))
    .orderBy(asc(fall.fallnummer));
}

/** K-51: the running cases of the team after their Fallzugang, and its Fallmanager in full-time shares. */
export async function liesTeamlast(
  tx: Transaktion,
  teamId: string,
): Promise<{ readonly faelle: number; readonly vollzeit: number }> {
  const faelle = await liesZiehbare(tx, teamId);
  const { anteil, rolle, aktiv } = mitarbeitende;
  const [zeile] = await tx
    .select({ vollzeit: sql<number>`coalesce(sum(${anteil}), 0)::float8` })
    .from(mitarbeitende)
    .where(and(eq(mitarbeitende.teamId, teamId), eq(rolle, 'fm'), eq(aktiv, true)));
  return { faelle: faelle.length, vollzeit: zeile?.vollzeit ?? 0 };
}

import { and, asc, desc, eq, isNull, notInArray, or, sql } from 'drizzle-orm';
import {
  abweichungenFuer,
  geltendeEintraege,
  type Kalendereintrag,
} from '../domain/frist/kalendereintrag.ts';
import { kalenderFuer, LAENDER, type Kalender, type Land } from '../domain/frist/kalender.ts';
import type { Tag } from '../domain/frist/tag.ts';
import type { Instant } from '../domain/frist/zeitzone.ts';
import type { Transaktion } from './client.ts';
import { gemerkt } from './gemerktes.ts';
import { alsSystem } from './systemzugriff.ts';
import { ausgang, fall, kalenderabweichung, mitarbeitende, team, vorgang } from './schema/index.ts';

function alsLand(text: string): Land {
  const land = LAENDER.find((l) => l === text);
  if (land === undefined) throw new Error(`Unbekanntes Land ${text} in den Stammdaten`);
  return land;
}

const fuerTeam = (teamId: string) =>
  or(isNull(kalenderabweichung.teamId), eq(kalenderabweichung.teamId, teamId));

const EINTRAG = {
  tag: kalenderabweichung.tag,
  team: kalenderabweichung.teamId,
  frei: kalenderabweichung.frei,
  grund: kalenderabweichung.grund,
} as const;

/** The calendar of a Land with what is recorded for the team or for the whole house. */
export const ladeKalenderFuerTeam = gemerkt(
  'haus',
  async (tx: Transaktion, teamId: string): Promise<Kalender> => {
    const [zeile] = await tx.select({ land: team.land }).from(team).where(eq(team.id, teamId));
    if (zeile === undefined) throw new Error('Unbekanntes Team');
    const eintraege = await tx
      .select(EINTRAG)
      .from(kalenderabweichung)
      .where(fuerTeam(teamId))
      .orderBy(asc(kalenderabweichung.nr));
    return { ...kalenderFuer(alsLand(zeile.land)), abweichungen: abweichungenFuer(eintraege, teamId) };
  },
);

/** Who recorded what a team was told of at an instant; null when it is told for another reason. */
export async function eintragVon(tx: Transaktion, teamId: string, am: Instant): Promise<string | null> {
  const [zeile] = await tx
    .select({ von: kalenderabweichung.erfasstVon })
    .from(kalenderabweichung)
    .where(and(fuerTeam(teamId), eq(kalenderabweichung.erfasstAm, am)))
    .orderBy(desc(kalenderabweichung.nr))
    .limit(1);
  return zeile?.von ?? null;
}

/** An entry as it is read: for whom, by whom, when. */
export type Eintragszeile = Omit<Kalendereintrag, 'team'> & {
  readonly id: string;
  readonly team: { readonly id: string; readonly kennzeichen: string } | null;
  readonly erfasstAm: Instant;
  /** null = recorded before there were names, or with the installation. */
  readonly erfasstVon: { readonly id: string; readonly anzeigename: string } | null;
  readonly gilt: boolean;
};

/** Every entry, or those of one day, in the order of their recording; each says whether it still counts. */
export async function liesEintraege(tx: Transaktion, tag?: Tag): Promise<Eintragszeile[]> {
  const { id, nr, erfasstAm, erfasstVon } = kalenderabweichung;
  const zeilen = await tx
    .select({
      ...EINTRAG,
      id,
      erfasstAm,
      teamzeile: { id: team.id, kennzeichen: team.kennzeichen },
      erfasstVon: { id: mitarbeitende.id, anzeigename: mitarbeitende.anzeigename },
    })
    .from(kalenderabweichung)
    .leftJoin(team, eq(team.id, kalenderabweichung.teamId))
    .leftJoin(mitarbeitende, eq(mitarbeitende.id, erfasstVon))
    .where(tag === undefined ? undefined : eq(kalenderabweichung.tag, tag))
    .orderBy(asc(nr));
  const geltende = new Set(geltendeEintraege(zeilen).map((zeile) => zeile.id));
  return zeilen.map(({ teamzeile, ...zeile }) => ({
    ...zeile,
    team: teamzeile,
    gilt: geltende.has(zeile.id),
  }));
}

/** What was recorded of a day so far; whoever enters at the same time waits, so that the later one sees the earlier one. */
export async function sperreTag(tx: Transaktion, tag: Tag): Promise<Kalendereintrag[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SPERRE})`);
  return tx
    .select(EINTRAG)
    .from(kalenderabweichung)
    .where(eq(kalenderabweichung.tag, tag))
    .orderBy(asc(kalenderabweichung.nr));
}

const SPERRE = 7140390;

export async function fuegeEintragAn(
  tx: Transaktion,
  { team: teamId, ...neu }: Kalendereintrag & { readonly erfasstAm: Instant; readonly erfasstVon: string },
): Promise<void> {
  await tx.insert(kalenderabweichung).values({ ...neu, teamId });
}

/** The Länder of the teams an entry is for; none where there is no such team. */
export async function laenderVon(tx: Transaktion, teamId: string | null): Promise<Land[]> {
  const zeilen = await tx
    .selectDistinct({ land: team.land })
    .from(team)
    .where(teamId === null ? undefined : eq(team.id, teamId));
  return zeilen.map(({ land }) => alsLand(land));
}

/** Whose calendar an entry changes: one team, or the house save the teams that have an entry of their own for that day. */
export type Betroffene =
  { readonly team: string } | { readonly team: null; readonly ausser: readonly string[] };

/** One signal for everything of these teams that still carries duties: it computes its Fristen anew (architecture.md 4). */
export async function kuendigeKalenderAn(tx: Transaktion, wer: Betroffene, am: Instant): Promise<void> {
  const inTeams = (spalte: typeof fall.teamId | typeof vorgang.teamId) =>
    wer.team === null ? notInArray(spalte, [...wer.ausser]) : eq(spalte, wer.team);
  const { faelle, vorgaenge } = await alsSystem(tx, 'signal', async () => ({
    faelle: await tx
      .select({ id: fall.id })
      .from(fall)
      .where(and(fall.laeuft, inTeams(fall.teamId))),
    vorgaenge: await tx
      .select({ id: vorgang.id })
      .from(vorgang)
      .where(and(vorgang.offen, inTeams(vorgang.teamId))),
  }));
  const zeilen = [
    ...faelle.map(({ id }) => ({ fallId: id })),
    ...vorgaenge.map(({ id }) => ({ vorgangId: id })),
  ];
  const meldung = { id: sql`gen_random_uuid()`, art: 'kalender' as const, erstelltAm: am };
  for (let ab = 0; ab < zeilen.length; ab += 5_000)
    await tx.insert(ausgang).values(zeilen.slice(ab, ab + 5_000).map((ziel) => ({ ...meldung, ...ziel })));
}

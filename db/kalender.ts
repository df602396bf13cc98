import { asc, desc, eq, lte } from 'drizzle-orm';
import { kalenderFuer, LAENDER, type Kalender, type Land } from '../domain/frist/kalender.ts';
import type { Transaktion } from './client.ts';
import { kalenderabweichung, team } from './schema/index.ts';

function alsLand(text: string): Land {
  const land = LAENDER.find((l) => l === text);
  if (land === undefined) throw new Error(`Unbekanntes Land ${text} in den Stammdaten`);
  return land;
}

/** The calendar of a Land with the office's own closing days and corrections. */
export async function ladeKalenderFuerTeam(tx: Transaktion, teamId: string): Promise<Kalender> {
  const [zeile] = await tx.select({ land: team.land }).from(team).where(eq(team.id, teamId));
  if (zeile === undefined) throw new Error('Unbekanntes Team');
  const abweichungen = await tx
    .select({ tag: kalenderabweichung.tag, frei: kalenderabweichung.frei, grund: kalenderabweichung.grund })
    .from(kalenderabweichung)
    .orderBy(asc(kalenderabweichung.tag));
  return { ...kalenderFuer(alsLand(zeile.land)), abweichungen };
}

/** Who recorded the newest deviation up to an instant: the one because of whom calendars are told. */
export async function letzteAbweichungVon(tx: Transaktion, bis: string): Promise<string | null> {
  const { erfasstVon, erfasstAm, tag } = kalenderabweichung;
  const [zeile] = await tx
    .select({ von: erfasstVon })
    .from(kalenderabweichung)
    .where(lte(erfasstAm, bis))
    .orderBy(desc(erfasstAm), desc(tag))
    .limit(1);
  return zeile?.von ?? null;
}

import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import type { Tag } from '../domain/frist/tag.ts';
import type { Abwesenheit, Zeitraum } from '../domain/organisation/abwesenheit.ts';
import type { Vertretungslage } from '../domain/organisation/vertretung.ts';
import type { Transaktion } from './client.ts';
import { gemerkt } from './gemerktes.ts';
import { abwesenheit, mitarbeitende, vertretungsring } from './schema/index.ts';

/** Absences of the colleagues that touch the period, cancelled ones aside. */
async function liesAbwesenheiten(
  tx: Transaktion,
  wer: readonly string[],
  { von, bis }: Zeitraum,
): Promise<Abwesenheit[]> {
  if (wer.length === 0) return [];
  return tx
    .select({ wer: abwesenheit.mitarbeitendeId, von: abwesenheit.von, bis: abwesenheit.bis })
    .from(abwesenheit)
    .where(
      and(
        inArray(abwesenheit.mitarbeitendeId, [...wer]),
        isNull(abwesenheit.storniertAm),
        lte(abwesenheit.von, bis),
        gte(abwesenheit.bis, von),
      ),
    )
    .orderBy(asc(abwesenheit.von), asc(abwesenheit.id));
}

export type Ringzeile = { readonly version: number; readonly mitglieder: readonly string[] };

/** The ring in force; version 0 without members while nobody has set one. */
export async function liesRing(tx: Transaktion, teamId: string): Promise<Ringzeile> {
  const [zeile] = await tx
    .select({ version: vertretungsring.version, mitglieder: vertretungsring.mitglieder })
    .from(vertretungsring)
    .where(eq(vertretungsring.teamId, teamId))
    .orderBy(desc(vertretungsring.version))
    .limit(1);
  return zeile ?? { version: 0, mitglieder: [] };
}

/** Who stands in for whom in a team on a day, as the tables say now. */
export const liesVertretungslage = gemerkt('personal', liesDieVertretungslage);

async function liesDieVertretungslage(tx: Transaktion, teamId: string, tag: Tag): Promise<Vertretungslage> {
  const { mitglieder } = await liesRing(tx, teamId);
  if (mitglieder.length === 0) return { ring: [], taetig: new Set(), abwesenheiten: [], tag };
  const taetige = await tx
    .select({ id: mitarbeitende.id })
    .from(mitarbeitende)
    .where(
      and(
        inArray(mitarbeitende.id, [...mitglieder]),
        eq(mitarbeitende.teamId, teamId),
        eq(mitarbeitende.rolle, 'fm'),
        eq(mitarbeitende.aktiv, true),
        lte(mitarbeitende.aktivAb, tag),
      ),
    );
  const abwesenheiten = await liesAbwesenheiten(tx, mitglieder, { von: tag, bis: tag });
  return { ring: mitglieder, taetig: new Set(taetige.map(({ id }) => id)), abwesenheiten, tag };
}

import { eq } from 'drizzle-orm';
import { standAm } from '../domain/fall/rueckblick.ts';
import type { BestehenderFall } from '../domain/fall/fall.ts';
import type { Tag } from '../domain/frist/tag.ts';
import { fallbezugVon } from '../domain/rollen/befehlsrechte.ts';
import { FALLABLAGE, projektionDesFalls } from './ablage.ts';
import { fallereignis } from './akte.ts';
import type { Transaktion } from './client.ts';
import type { Fallzeile } from './fallansicht.ts';
import { liesEreignisdaten } from './geschichte.ts';
import { liesNamen, menschAus } from './mitarbeitende.ts';
import { team } from './schema/index.ts';
import { alsSystem } from './systemzugriff.ts';

/** The case at the end of a day, folded from all its events, whatever of them the colleague may read; null before the first one. */
export function liesStandAm(tx: Transaktion, fallId: string, tag: Tag): Promise<BestehenderFall | null> {
  return alsSystem(tx, 'rueckblick', async () => {
    const zeilen = await liesEreignisdaten(tx, FALLABLAGE.ereignisse, fallId);
    return standAm(
      fallId,
      zeilen.map(({ daten }) => fallereignis(daten)),
      tag,
    );
  });
}

async function teamVon(tx: Transaktion, { team: heute }: Fallzeile, id: string): Promise<Fallzeile['team']> {
  if (id === heute.id) return heute;
  const [zeile] = await tx
    .select({ id: team.id, kennzeichen: team.kennzeichen })
    .from(team)
    .where(eq(team.id, id));
  return zeile ?? heute;
}

/** What `liesFall` would have said of this state, with the names of those who had to do with the case then. */
export async function versetzeZurueck(
  tx: Transaktion,
  heute: Fallzeile,
  stand: BestehenderFall,
): Promise<Fallzeile> {
  const { team: teamId, fm, pap, abgebend, aufnehmenderPap } = fallbezugVon(stand);
  const ids = [fm, pap, abgebend, aufnehmenderPap].filter((id) => id !== null);
  const namen = await liesNamen(tx, ids);
  const mensch = (id: string | null): Fallzeile['fm'] => menschAus(namen, id);
  return {
    ...heute,
    fall: { ...heute.fall, ...projektionDesFalls(stand), angehaltenSeit: null },
    team: await teamVon(tx, heute, teamId),
    fm: mensch(fm),
    pap: mensch(pap),
    abgebend: mensch(abgebend),
    aufnehmenderPap: mensch(aufnehmenderPap),
    folgefall: stand.zustand === 'weitergeleitet' ? heute.folgefall : null,
  };
}

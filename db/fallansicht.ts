import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaktion } from './client.ts';
import { fall, mitarbeitende, person, team } from './schema/index.ts';

const fm = alias(mitarbeitende, 'fm');
const pap = alias(mitarbeitende, 'pap');
const abgebend = alias(mitarbeitende, 'abgebend');
const vorgaenger = alias(fall, 'vorgaenger');
const aufnehmend = alias(mitarbeitende, 'aufnehmend');

/** The projection of a case with the names people know it by. */
export async function liesFall(tx: Transaktion, fallId: string) {
  const [zeile] = await tx
    .select({
      fall,
      person: { id: person.id, name: person.name },
      team: { id: team.id, kennzeichen: team.kennzeichen },
      fm: { id: fm.id, anzeigename: fm.anzeigename },
      pap: { id: pap.id, anzeigename: pap.anzeigename },
      aufnehmenderPap: { id: aufnehmend.id, anzeigename: aufnehmend.anzeigename },
      abgebend: { id: abgebend.id, anzeigename: abgebend.anzeigename },
      vorgaenger: { id: vorgaenger.id, fallnummer: vorgaenger.fallnummer },
    })
    .from(fall)
    .leftJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(fm, eq(fm.id, fall.fmId))
    .leftJoin(pap, eq(pap.id, fall.papId))
    .leftJoin(aufnehmend, eq(aufnehmend.id, fall.aufnehmenderPapId))
    .leftJoin(abgebend, eq(abgebend.id, fall.abgebendId))
    .leftJoin(vorgaenger, eq(vorgaenger.id, fall.vorgaengerFallId))
    .where(eq(fall.id, fallId));
  return zeile ?? null;
}

import { and, asc, eq, ne, type SQL } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Verbindung } from '../domain/rollen/befehlsrechte.ts';
import type { Transaktion } from './client.ts';
import { fall, mitarbeitende, person, team } from './schema/index.ts';
import { inSicht, type Sicht } from './sicht.ts';
import { alsSystem } from './systemzugriff.ts';

const fm = alias(mitarbeitende, 'fm');
const pap = alias(mitarbeitende, 'pap');
const abgebend = alias(mitarbeitende, 'abgebend');
const vorgaenger = alias(fall, 'vorgaenger');
const nachfolger = alias(fall, 'nachfolger');
const aufnehmend = alias(mitarbeitende, 'aufnehmend');
const mitglied = alias(person, 'mitglied');

/** TR64 */
function istFolgefallVon(
  eine: Readonly<Record<'vorgaengerFallId' | 'herkunft', PgColumn>>,
  id: string | PgColumn,
): SQL | undefined {
  return and(eq(eine.vorgaengerFallId, id), eq(eine.herkunft, 'weiterleitung'));
}

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
      folgefall: { id: nachfolger.id, fallnummer: nachfolger.fallnummer },
    })
    .from(fall)
    .leftJoin(person, eq(person.id, fall.personId))
    .innerJoin(team, eq(team.id, fall.teamId))
    .leftJoin(fm, eq(fm.id, fall.fmId))
    .leftJoin(pap, eq(pap.id, fall.papId))
    .leftJoin(aufnehmend, eq(aufnehmend.id, fall.aufnehmenderPapId))
    .leftJoin(abgebend, eq(abgebend.id, fall.abgebendId))
    .leftJoin(vorgaenger, eq(vorgaenger.id, fall.vorgaengerFallId))
    .leftJoin(nachfolger, istFolgefallVon(nachfolger, fall.id))
    .where(eq(fall.id, fallId));
  return zeile ?? null;
}
export type Fallzeile = NonNullable<Awaited<ReturnType<typeof liesFall>>>;

/** The cases this one is linked with by a transfer (TR64): the one it went on as, and the one it came from. */
export function liesVerbindungen(tx: Transaktion, fallId: string): Promise<Verbindung[]> {
  return alsSystem(tx, 'verbindung', async () => {
    const nach = await tx
      .select({ fallId: fall.id, team: fall.teamId, fm: fall.fmId })
      .from(fall)
      .where(istFolgefallVon(fall, fallId));
    const woher = and(eq(fall.id, fallId), eq(fall.herkunft, 'weiterleitung'));
    const von = await tx
      .select({ fallId: vorgaenger.id, team: vorgaenger.teamId, fm: vorgaenger.fmId })
      .from(fall)
      .innerJoin(vorgaenger, eq(vorgaenger.id, fall.vorgaengerFallId))
      .where(woher);
    return [
      ...nach.map((zeile) => ({ ...zeile, beziehung: 'uebernehmend' as const })),
      ...von.map((zeile) => ({ ...zeile, beziehung: 'weiterleitend' as const })),
    ];
  });
}

/**
 * Cases of the other persons with the same number of the Bedarfsgemeinschaft, among those of the colleague: looked for there, because they
 * are few, while the number has no index. PostgreSQL shows the cases and persons they may know, and the number of no other.
 */
export async function liesFaelleDerBedarfsgemeinschaft(tx: Transaktion, personId: string, sicht: Sicht) {
  return tx
    .select({
      id: fall.id,
      fallnummer: fall.fallnummer,
      zustand: fall.zustand,
      person: { id: mitglied.id, name: mitglied.name },
    })
    .from(fall)
    .innerJoin(mitglied, eq(mitglied.id, fall.personId))
    .innerJoin(person, eq(person.bgNummer, mitglied.bgNummer))
    .where(and(inSicht(fall, sicht), eq(person.id, personId), ne(mitglied.id, personId)))
    .orderBy(asc(mitglied.name), asc(fall.fallnummer));
}

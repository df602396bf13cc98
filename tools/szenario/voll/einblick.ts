import { and, asc, count, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import { liesFristzeilen } from '../../../db/aufzeichnung.ts';
import { mitAkteur, type Datenbank, type Transaktion } from '../../../db/client.ts';
import { zaehleOffeneSendungen } from '../../../db/nachrichten.ts';
import { ladeAktenlage, ladePersonenmeldung, potenzialkopf } from '../../../db/potenzial.ts';
import { teamkopf } from '../../../db/team.ts';
import {
  ausgang,
  eingang,
  fall,
  fallEreignis,
  frist,
  vorgangEreignis,
  vorgangFrist,
  type Fristtabelle,
  type Sendungsart,
} from '../../../db/schema/index.ts';
import type { Vorgangsbezug } from '../../../db/verweis.ts';
import { istInBegleitung, type BestehenderFall } from '../../../domain/fall/fall.ts';
import { hoertVonWegfall } from '../../../domain/fall/wegfall.ts';
import { fristschluessel } from '../../../domain/pflicht/frist.ts';
import type { Fristzeile } from '../../../domain/pflicht/fristzeilen.ts';
import { naechsterInstant } from '../../../domain/fall/schritt.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { POTENZIAL } from '../../../domain/potenzial/aggregat.ts';
import { istGleich } from '../../../domain/potenzial/aktenlage.ts';
import { zustandBei } from '../../../domain/potenzial/evolve.ts';
import { TEAM } from '../../../domain/team/aggregat.ts';
import { gilt } from '../../../domain/vorgang/regelwerk.ts';
import { naechsterInstant as naechsteFaelligkeit } from '../../../domain/vorgang/schritt.ts';
import type { Geschichte } from '../geschichte.ts';
import { sichtVon } from '../kern/fallakte.ts';
import { potenzialsichtVon } from '../kern/potenzialakte.ts';
import { teamsichtVon } from '../kern/teamakte.ts';
import type { Fallsicht, Nachrichtensicht } from '../motor.ts';
import { kennung, teamVon } from '../verweise.ts';

const system = { system: 'wartung' } as const;

/** TR64: the case that goes on with the person of this one in another team. */
export function liesFolgefall(db: Datenbank, fallId: string): Promise<string | null> {
  return mitAkteur(db, system, async (tx) => {
    const folgt = and(eq(fall.vorgaengerFallId, fallId), eq(fall.herkunft, 'weiterleitung'));
    const [zeile] = await tx.select({ id: fall.id }).from(fall).where(folgt);
    return zeile?.id ?? null;
  });
}

/** A Vorgang of the story and where it is in the system. */
export type Marke = { readonly label: string; readonly bezug: Vorgangsbezug };

async function standVon(tx: Transaktion, fallId: string): Promise<BestehenderFall> {
  const [zeile] = await tx.select({ stand: fall.stand }).from(fall).where(eq(fall.id, fallId));
  if (zeile === undefined) throw new Error(`Kein Fall ${fallId} in PostgreSQL`);
  return zeile.stand;
}

/** What the office decided for all is recorded by whatever carries duties. */
const FUER_ALLE: Sendungsart[] = ['kalender', 'policy', 'regelwerk'];

/** Signals that were delivered and are not recorded yet; a case outside of the Begleitung records no others (V-65). */
async function schwebendeMeldungen(tx: Transaktion, stand: BestehenderFall): Promise<number> {
  const arten = istInBegleitung(stand)
    ? notInArray(ausgang.art, ['mail', 'personenstand'])
    : inArray(ausgang.art, FUER_ALLE);
  const [zeile] = await tx
    .select({ anzahl: count() })
    .from(ausgang)
    .leftJoin(fallEreignis, eq(fallEreignis.befehlId, sql`${ausgang.id}::text`))
    .where(and(eq(ausgang.fallId, stand.fallId), arten, isNull(fallEreignis.id)));
  return zeile?.anzahl ?? 0;
}

/** The same for a check record or a calendar. */
async function hatGehoert(tx: Transaktion, vorgangId: string): Promise<boolean> {
  const [zeile] = await tx
    .select({ anzahl: count() })
    .from(ausgang)
    .leftJoin(vorgangEreignis, eq(vorgangEreignis.befehlId, sql`${ausgang.id}::text`))
    .where(
      and(eq(ausgang.vorgangId, vorgangId), inArray(ausgang.art, FUER_ALLE), isNull(vorgangEreignis.id)),
    );
  return zeile?.anzahl === 0;
}

/** V-79: what is no news leaves no event, so the state is asked. */
async function kenntPersonenstand(tx: Transaktion, stand: BestehenderFall): Promise<boolean> {
  if (!hoertVonWegfall(stand) || !gilt('V-79', stand)) return true;
  return (stand.weggefallen?.grund ?? null) === (await ladePersonenmeldung(tx, stand)).wegfall;
}

async function fallIstRuhig(tx: Transaktion, fallId: string, bis: Instant): Promise<boolean> {
  const stand = await standVon(tx, fallId);
  const naechster = naechsterInstant(stand);
  if (naechster !== null && naechster <= bis) return false;
  return (await schwebendeMeldungen(tx, stand)) === 0 && (await kenntPersonenstand(tx, stand));
}

/** A check record that says what its file says, and has taken what was due. */
async function pruefungIstRuhig(tx: Transaktion, personId: string, bis: Instant): Promise<boolean> {
  const { lage: aktenlage, stand } = await ladeAktenlage(tx, personId, bis);
  if (stand === null) return zustandBei(aktenlage) === 'beendet';
  const naechster = naechsteFaelligkeit(POTENZIAL, stand);
  return istGleich(stand.lage, aktenlage) && (naechster === null || naechster > bis);
}

/** A calendar that has begun and has taken what was due. */
async function teamIstRuhig(tx: Transaktion, teamId: string, bis: Instant): Promise<boolean> {
  const kopf = await teamkopf(tx, teamId);
  const naechster = kopf === null ? bis : naechsteFaelligkeit(TEAM, kopf.stand);
  return naechster !== null && naechster > bis;
}

const RUHIG = { fall: fallIstRuhig, potenzial: pruefungIstRuhig, team: teamIstRuhig } as const;

/** True once every Vorgang has taken all that was due until the instant and what the outbox held. */
export async function istRuhig(db: Datenbank, marken: readonly Marke[], bis: Instant): Promise<boolean> {
  return mitAkteur(db, system, async (tx) => {
    for (const { bezug } of marken) {
      if (!(await RUHIG[bezug.art](tx, bezug.id, bis))) return false;
      if (bezug.art !== 'fall' && !(await hatGehoert(tx, bezug.id))) return false;
    }
    return (await zaehleOffeneSendungen(tx)) === 0;
  });
}

async function zeilenVon(
  tx: Transaktion,
  tabelle: Fristtabelle,
  id: string,
): Promise<Map<string, Fristzeile>> {
  return new Map((await liesFristzeilen(tx, tabelle, id)).map((z) => [fristschluessel(z), z]));
}

/** Cases, then check records, then the calendar of the team, as the record shows them on the day of the story. */
export async function liesSichten(
  db: Datenbank,
  marken: readonly Marke[],
  uhr: Instant,
): Promise<Fallsicht[]> {
  const heute = ortstag(uhr);
  const faelle = marken.filter(({ bezug }) => bezug.art === 'fall');
  const alle = faelle.map(({ label, bezug }) => ({ label, fall: { fallId: bezug.id } }));
  return mitAkteur(db, system, async (tx) => {
    const sichten: Fallsicht[] = [];
    for (const { label, bezug } of faelle) {
      const zeilen = await zeilenVon(tx, frist, bezug.id);
      sichten.push(sichtVon({ label, fall: await standVon(tx, bezug.id), zeilen }, heute, alle));
    }
    for (const { label, bezug } of marken.filter((marke) => marke.bezug.art === 'potenzial')) {
      const kopf = await potenzialkopf(tx, bezug.id);
      if (kopf === null) continue;
      const zeilen = await zeilenVon(tx, vorgangFrist, bezug.id);
      sichten.push(potenzialsichtVon({ label, lage: kopf.stand, zeilen }, heute));
    }
    for (const { label, bezug } of marken.filter((marke) => marke.bezug.art === 'team')) {
      const kopf = await teamkopf(tx, bezug.id);
      if (kopf === null) continue;
      const zeilen = await zeilenVon(tx, vorgangFrist, bezug.id);
      sichten.push(teamsichtVon({ label, stand: kopf.stand, zeilen }, heute));
    }
    return sichten;
  });
}

/** Inbox entries nobody has looked at yet; `gesehen` grows by them. */
export async function liesNachrichten(
  db: Datenbank,
  o: { marken: readonly Marke[]; geschichte: Geschichte; gesehen: Set<string> },
): Promise<Nachrichtensicht[]> {
  const { marken, geschichte, gesehen } = o;
  const zeilen = await mitAkteur(db, system, (tx) => tx.select().from(eingang).orderBy(asc(eingang.am)));
  const neue = zeilen.filter((z) => !gesehen.has(z.id));
  return neue.map((z) => {
    gesehen.add(z.id);
    const empfaenger = geschichte.personal.find((m) =>
      z.anPerson === null
        ? m.rolle === z.anRolle && teamVon(m) === z.teamId
        : kennung('personal', m.id) === (z.vertretung ?? z.anPerson),
    );
    const label = marken.find(({ bezug }) => bezug.id === (z.fallId ?? z.vorgangId))?.label ?? '';
    return { fall: label, an: empfaenger?.id ?? z.anRolle, anlass: z.anlass, stufe: z.stufe };
  });
}

/** Events without exactly one entry in the audit that names who did it in which role (S4); the calculation of Fristen is no act. */
export async function liesUnvermerkte(db: Datenbank, vorgangId: string): Promise<string[]> {
  const zeilen = await mitAkteur(db, system, (tx) =>
    tx.execute<{ art: string }>(sql`
      select e.art from (
        select id, art, befehl_id, fall_id as bezug from fall_ereignis
        union all select id, art, befehl_id, vorgang_id from vorgang_ereignis
      ) e
      where e.bezug = ${vorgangId} and e.art <> 'fristen_berechnet' and 1 <> (
        select count(*) from protokoll p
        where p.gegenstand = e.id and p.befehl_id = e.befehl_id and (p.akteur_id is null) = (p.rolle is null))`),
  );
  return zeilen.map(({ art }) => art);
}

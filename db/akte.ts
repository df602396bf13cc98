import { and, asc, desc, eq, gt, inArray, isNull, max, ne, or, sql } from 'drizzle-orm';
import type { Bezug } from '../domain/fall/befehle.ts';
import { bezugAuf } from '../domain/fall/bezug.ts';
import type { Ereignis } from '../domain/fall/ereignisse.ts';
import { WIEDER_AUFNEHMBAR, type BestehenderFall } from '../domain/fall/fall.ts';
import type { Zielstelle } from '../domain/kennungen.ts';
import { fallbezugVon, type Fallbezug } from '../domain/rollen/befehlsrechte.ts';
import type { AllgemeinesEreignis } from '../domain/vorgang/ereignis.ts';
import type { Personenakte } from '../domain/zugang/fakten.ts';
import type { Transaktion } from './client.ts';
import { gemerkt } from './gemerktes.ts';
import { alsSystem } from './systemzugriff.ts';
import { fall, fallEreignis, person, team } from './schema/index.ts';

/** The case as a command needs it: relation, state of the record, whether it is stopped. */
export type Fallkopf = Fallbezug & {
  readonly id: string;
  readonly fallnummer: string;
  readonly personId: string;
  readonly stand: BestehenderFall;
  readonly angehalten: boolean;
};

export async function fallkopf(tx: Transaktion, fallId: string): Promise<Fallkopf | null> {
  const [zeile] = await tx.select().from(fall).where(eq(fall.id, fallId));
  if (zeile === undefined) return null;
  const { id, fallnummer, personId, stand, angehaltenSeit } = zeile;
  return { ...fallbezugVon(stand), id, fallnummer, personId, stand, angehalten: angehaltenSeit !== null };
}

/** A person's file with the version it was read at; the version counts changes of profile and Handlungsbedarfe, too. */
export type Aktenstand = {
  readonly akte: Personenakte;
  readonly papId: string;
  readonly fmU25Id: string | null;
  readonly version: number;
};

/** A case of a person as facts about the person need it. */
export type Personenfall = Pick<
  typeof fall.$inferSelect,
  'id' | 'offen' | 'zustand' | 'laufendeNummer' | 'stand'
>;

/** Every case of the person, whoever has it (V-17, TR49, A-28). */
export async function liesFaelleDerPerson(tx: Transaktion, personId: string): Promise<Personenfall[]> {
  const { id, offen, zustand, laufendeNummer, stand } = fall;
  return alsSystem(tx, 'andere_faelle', () =>
    tx.select({ id, offen, zustand, laufendeNummer, stand }).from(fall).where(eq(fall.personId, personId)),
  );
}

const PROFILE = sql<Personenakte['profile']>`(select coalesce(json_agg(json_build_object('datum', p.datum,
    'anlass', p.anlass, 'profillage', p.profillage, 'abgesichert', p.abgesichert) order by p.datum, p.erfasst_am, p.id), '[]')
  from profiling p where p.person_id = "person"."id")`;

const BEDARFE = sql<Personenakte['handlungsbedarfe']>`(select coalesce(json_agg(json_build_object(
    'schluesselgruppe', h.schluesselgruppe, 'bezeichnung', h.bezeichnung, 'status', h.status,
    'massgeblichFuerUebergabe', h.massgeblich_fuer_uebergabe)), '[]')
  from handlungsbedarf h where h.person_id = "person"."id")`;

/** The file as facts need it. `faelle` are asked for once the person is seen; `ausserFall` is the case the command goes to (V-17). */
export async function personenakte(
  tx: Transaktion,
  { personId, ausserFall }: { readonly personId: string; readonly ausserFall: string },
  faelle: (personId: string) => Promise<readonly Personenfall[]>,
): Promise<Aktenstand | null> {
  const { geburtsdatum, erwerbsfaehig, rechtskreis, verstorbenAm, verzogenAm } = person;
  const [zeile] = await tx
    .select({
      akte: {
        ...{ geburtsdatum, erwerbsfaehig, rechtskreis, verstorbenAm, verzogenAm },
        profile: PROFILE,
        handlungsbedarfe: BEDARFE,
      },
      papId: person.papId,
      fmU25Id: person.fmU25Id,
      version: person.version,
    })
    .from(person)
    .where(eq(person.id, personId));
  if (zeile === undefined) return null;
  const andererOffenerFall = (await faelle(personId)).some(({ id, offen }) => offen && id !== ausserFall);
  return { ...zeile, akte: { ...zeile.akte, andererOffenerFall } };
}

/** The case another one follows, and which admission of the person it was. */
export type Vorgaenger = { readonly id: string; readonly laufendeNummer: number };

/** TR49: the newest case of a person that was ended or refused. */
export function vorgaengerUnter(faelle: readonly Personenfall[]): Vorgaenger | null {
  return faelle
    .filter(({ zustand }) => WIEDER_AUFNEHMBAR.some((z) => z === zustand))
    .reduce<Vorgaenger | null>(
      (bisher, { id, laufendeNummer }) =>
        bisher === null || laufendeNummer > bisher.laufendeNummer ? { id, laufendeNummer } : bisher,
      null,
    );
}

/** TR59: has the person another case that is open or younger than the end of this one? */
export async function hatNeuerenFall(tx: Transaktion, kopf: Fallkopf): Promise<boolean> {
  const ende = kopf.stand.zustand === 'beendet' ? kopf.stand.fallabgang.am : '9999-12-31';
  const juenger = and(
    eq(fall.personId, kopf.personId),
    ne(fall.id, kopf.id),
    or(eq(fall.offen, true), gt(fall.vorgemerktAm, ende)),
  );
  const [zeile] = await alsSystem(tx, 'andere_faelle', () =>
    tx.select({ id: fall.id }).from(fall).where(juenger).limit(1),
  );
  return zeile !== undefined;
}

/** TR60: has the Fallmanager acted in the case since it was assigned, or anybody for them? */
export async function fmHatGehandelt(tx: Transaktion, { id, fm }: Fallkopf): Promise<boolean> {
  if (fm === null) return false;
  const { vorgangId, sequenz, art, akteur, fuer } = fallEreignis;
  const zuordnung = tx
    .select({ sequenz: max(sequenz) })
    .from(fallEreignis)
    .where(and(eq(vorgangId, id), eq(art, 'zugeordnet')));
  const [zeile] = await tx
    .select({ sequenz })
    .from(fallEreignis)
    .where(and(eq(vorgangId, id), gt(sequenz, zuordnung), or(eq(akteur, fm), eq(fuer, fm))))
    .limit(1);
  return zeile !== undefined;
}

/** Where in the events of a case a fact stands. */
export type Bezugsort = {
  readonly art: string;
  readonly nummer?: number | undefined;
  readonly teil?: string | undefined;
};

/** What the table of a case's events holds. */
export function fallereignis(daten: AllgemeinesEreignis): Ereignis {
  return daten as Ereignis;
}

/** TR61: what was taken back counts no more and is found no more. */
const nichtZurueckgezogen = sql`not exists (select from fall_ereignis r
  where r.fall_id = ${fallEreignis.vorgangId} and r.art = 'eintrag_zurueckgezogen'
    and r.daten -> 'teile' @> jsonb_build_array(jsonb_build_object('ereignis', ${fallEreignis.id})))`;

/** The n-th recorded fact of a kind, without `nummer` the newest; null when there is none. */
async function findeEreignis(
  tx: Transaktion,
  fallId: string,
  { art, nummer }: Bezugsort,
): Promise<{ readonly ereignis: Ereignis; readonly befehlId: string } | null> {
  const { daten, befehlId, sequenz } = fallEreignis;
  const [zeile] = await tx
    .select({ daten, befehlId })
    .from(fallEreignis)
    .where(and(eq(fallEreignis.vorgangId, fallId), eq(fallEreignis.art, art), nichtZurueckgezogen))
    .orderBy(nummer === undefined ? desc(sequenz) : asc(sequenz))
    .limit(1)
    .offset(nummer === undefined ? 0 : nummer - 1);
  return zeile === undefined ? null : { ereignis: fallereignis(zeile.daten), befehlId: zeile.befehlId };
}

/** TR58: the fact a correction names, or a date it brought; null when there is none. */
export async function findeBezug(tx: Transaktion, fallId: string, wo: Bezugsort): Promise<Bezug | null> {
  const gefunden = await findeEreignis(tx, fallId, wo);
  return gefunden === null ? null : bezugAuf(gefunden.ereignis, wo.teil);
}

/** TR61: an entry with everything its command recorded; null when there is none. */
export async function findeEintrag(
  tx: Transaktion,
  fallId: string,
  wo: Bezugsort,
): Promise<{ ereignis: Ereignis; ereignisse: Ereignis[] } | null> {
  const gefunden = await findeEreignis(tx, fallId, wo);
  if (gefunden === null) return null;
  const { ereignis, befehlId } = gefunden;
  const zeilen = await tx
    .select({ daten: fallEreignis.daten })
    .from(fallEreignis)
    .where(and(eq(fallEreignis.vorgangId, fallId), eq(fallEreignis.befehlId, befehlId)))
    .orderBy(asc(fallEreignis.sequenz));
  return { ereignis, ereignisse: zeilen.map(({ daten }) => fallereignis(daten)) };
}

/** The team new Vormerkungen go to: the Fallmanagement team, by its sign the first where there are several; never a specialised one. */
export const fallmanagementteam = gemerkt('haus', async (tx: Transaktion): Promise<string | null> => {
  const [zeile] = await tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.art, 'fallmanagement'), isNull(team.zielstelle)))
    .orderBy(asc(team.kennzeichen))
    .limit(1);
  return zeile?.id ?? null;
});

/** The team that goes on with those who are passed on to this place (TR16); null where none works with Lotse. */
export async function zielteam(tx: Transaktion, ziel: Zielstelle): Promise<string | null> {
  const [zeile] = await tx.select({ id: team.id }).from(team).where(eq(team.zielstelle, ziel));
  return zeile?.id ?? null;
}

/** The case numbers of those ids that are cases. */
export async function liesFallnummern(
  tx: Transaktion,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const zeilen = await tx
    .select({ id: fall.id, fallnummer: fall.fallnummer })
    .from(fall)
    .where(inArray(fall.id, [...ids]));
  return new Map(zeilen.map(({ id, fallnummer }) => [id, fallnummer]));
}

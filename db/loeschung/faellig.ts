import { and, eq, inArray, isNull, lt, lte, notExists, or, sql, type SQL } from 'drizzle-orm';
import { letzterFaelligerBeginn } from '../../domain/loeschung/frist.ts';
import { LOESCHKLASSEN } from '../../domain/loeschung/klassen.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { beginnDesTages } from '../../domain/frist/zeitzone.ts';
import { istPolicybasis, type Policy, type Policywahl } from '../../domain/policy/policy.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import type { Transaktion } from '../client.ts';
import { istFremdUndAngekommen } from '../fremdes.ts';
import { dokument, fall, loeschantrag, loeschsperre, person, policyversion } from '../schema/index.ts';

/** A page of what is due today, by id. */
export type Seite = { readonly heute: Tag; readonly nach: string | null; readonly hoechstens: number };
type Suche = (tx: Transaktion, seite: Seite) => Promise<string[]>;

/** Everything that began before this instant is due. */
const bisUhrzeit = (heute: Tag, monate: number): string =>
  beginnDesTages(plusTage(letzterFaelligerBeginn(heute, monate), 1));

type Loeschregel = Policy['POL-LOESCH'];

/** POL-LOESCH of every version cases run under, by its name. */
async function regeln(tx: Transaktion): Promise<ReadonlyMap<string, Loeschregel>> {
  const namen = await tx.selectDistinct({ name: fall.policyversion }).from(fall);
  const eigene = await tx.select({ name: policyversion.name, wahl: policyversion.wahl }).from(policyversion);
  const wahlVon = new Map<string, Policywahl>(eigene.map(({ name, wahl }) => [name, wahl]));
  return new Map(
    namen.map(({ name }) => {
      const basis = istPolicybasis(name) ? name : 'standard';
      return [name, policyAus(wahlVon.get(name) ?? { basis, aenderungen: {} })['POL-LOESCH']];
    }),
  );
}

/** A condition for the cases of every rule, put together. */
function jeRegel(
  alle: ReadonlyMap<string, Loeschregel>,
  bedingung: (regel: Loeschregel) => SQL | undefined,
): SQL {
  const teile = [...alle].map(([name, regel]) => and(eq(fall.policyversion, name), bedingung(regel)));
  return or(...teile) ?? sql`false`;
}

/** No Löschsperre stands over the case or its person. */
function ohneSperre(tx: Transaktion, fallId: SQL, personId: SQL): SQL {
  return notExists(
    tx
      .select({ eins: sql`1` })
      .from(loeschsperre)
      .where(
        and(
          isNull(loeschsperre.aufgehobenAm),
          or(eq(loeschsperre.fallId, fallId), eq(loeschsperre.personId, personId)),
        ),
      ),
  );
}

const fallspalten = [sql`${fall.id}`, sql`${fall.personId}`] as const;
const nachId = (spalte: SQL, nach: string | null): SQL | undefined =>
  nach === null ? undefined : sql`${spalte} > ${nach}`;

/** A request that was confirmed, whose seven days are over, and that nobody took back. */
function beantragt(heute: Tag): SQL | undefined {
  return and(
    lte(loeschantrag.vollzugAb, heute),
    isNull(loeschantrag.zurueckgenommenAm),
    isNull(loeschantrag.vollzogenAm),
  );
}

/** The day a case ended: its Fallabgang, or its refusal, forwarding or withdrawal. */
const ENDE = sql`coalesce(${fall.fallabgangAm}, (
  select (max(e.am) at time zone 'Europe/Berlin')::date from fall_ereignis e where e.fall_id = ${fall.id}
    and e.art in ('zurueckgezogen', 'zugang_abgewiesen', 'weitergeleitet')))`;

/** TR53: ended cases whose period is over, or whose early erasure two persons decided. */
export const faelligeFaelle: Suche = async (tx, { heute, nach, hoechstens }) => {
  const abgelaufen = jeRegel(
    await regeln(tx),
    ({ monate }) => sql`${ENDE} <= ${letzterFaelligerBeginn(heute, monate)}::date`,
  );
  const antraege = tx
    .select({ eins: sql`1` })
    .from(loeschantrag)
    .where(
      and(
        beantragt(heute),
        isNull(loeschantrag.dokumentId),
        or(eq(loeschantrag.fallId, fall.id), eq(loeschantrag.personId, fall.personId)),
      ),
    );
  const zeilen = await tx
    .select({ id: fall.id })
    .from(fall)
    .where(
      and(
        eq(fall.offen, false),
        nachId(sql`${fall.id}`, nach),
        or(abgelaufen, sql`exists ${antraege}`),
        ohneSperre(tx, ...fallspalten),
      ),
    )
    .orderBy(fall.id)
    .limit(hoechstens);
  return zeilen.map(({ id }) => id);
};

/** The newest thing anybody entered about a person. */
const LETZTE_EINTRAGUNG = sql`greatest(${person.angelegtAm},
  (select max(x.erfasst_am) from profiling x where x.person_id = ${person.id}),
  (select max(x.erfasst_am) from einwilligung x where x.person_id = ${person.id}),
  (select max(x.angelegt_am) from begleitperson x where x.person_id = ${person.id}),
  (select max(v.erfasst_am) from handlungsbedarf_verlauf v
     join handlungsbedarf h on h.id = v.handlungsbedarf_id where h.person_id = ${person.id}),
  (select max(e.am) from vorgang_ereignis e where e.vorgang_id = ${person.id} and e.akteur is not null))`;

/** The file of a person nobody has a case of and nobody has written in for the period, or whose erasure was decided. */
export const faelligePersonen: Suche = async (tx, { heute, nach, hoechstens }) => {
  const grenze = bisUhrzeit(heute, LOESCHKLASSEN.person.monate);
  const antraege = tx
    .select({ eins: sql`1` })
    .from(loeschantrag)
    .where(and(beantragt(heute), eq(loeschantrag.personId, person.id)));
  const faelle = tx
    .select({ eins: sql`1` })
    .from(fall)
    .where(eq(fall.personId, person.id));
  const zeilen = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        nachId(sql`${person.id}`, nach),
        notExists(faelle),
        or(sql`${LETZTE_EINTRAGUNG} < ${grenze}`, sql`exists ${antraege}`),
        ohneSperre(tx, sql`null::uuid`, sql`${person.id}`),
      ),
    )
    .orderBy(person.id)
    .limit(hoechstens);
  return zeilen.map(({ id }) => id);
};

/** Texts of cases that satisfy a condition on text and case. */
async function unterlagen(
  tx: Transaktion,
  { nach, hoechstens }: Seite,
  bedingung: SQL | undefined,
): Promise<string[]> {
  const zeilen = await tx
    .select({ id: dokument.id })
    .from(dokument)
    .innerJoin(fall, eq(fall.id, dokument.fallId))
    .where(and(nachId(sql`${dokument.id}`, nach), bedingung, ohneSperre(tx, ...fallspalten)))
    .orderBy(dokument.id)
    .limit(hoechstens);
  return zeilen.map(({ id }) => id);
}

/** T-29: texts of cases, open ones too, whose own period is over; under `fallabgang` they go with their case. */
export const faelligeUnterlagen: Suche = async (tx, seite) => {
  const abgelaufen = jeRegel(await regeln(tx), ({ start, monate }) =>
    start === 'erfassung' ? lt(dokument.erstelltAm, bisUhrzeit(seite.heute, monate)) : sql`false`,
  );
  return unterlagen(tx, seite, abgelaufen);
};

/** Texts of check records, which have no case (T-29). */
export const faelligeUnterlagenDerPruefakten: Suche = async (tx, { heute, nach, hoechstens }) => {
  const zeilen = await tx
    .select({ id: dokument.id })
    .from(dokument)
    .where(
      and(
        isNull(dokument.fallId),
        nachId(sql`${dokument.id}`, nach),
        lt(dokument.erstelltAm, bisUhrzeit(heute, LOESCHKLASSEN.unterlage.monate)),
        ohneSperre(tx, sql`null::uuid`, sql`${dokument.vorgangId}`),
      ),
    )
    .orderBy(dokument.id)
    .limit(hoechstens);
  return zeilen.map(({ id }) => id);
};

/** The ids of the texts an event brought. */
const texteVon = (ereignis: string): SQL =>
  sql.raw(`select (d ->> 'id')::uuid from jsonb_array_elements(${ereignis}.daten -> 'dokumente') d`);

/** V-33: entries of the Assessment that named an earlier day themselves, with what the person said to them. */
export const unterlagenMitEigenemTag: Suche = (tx, seite) =>
  unterlagen(
    tx,
    seite,
    sql`exists (select 1 from fall_ereignis e left join fall_ereignis r
      on r.fall_id = e.fall_id and r.art = 'assessment_reaktion_erfasst' and r.daten -> 'nummer' = e.daten -> 'nummer'
      where e.fall_id = ${fall.id} and e.art = 'assessment_eintrag_erfasst'
        and e.daten ->> 'loeschenSpaetestens' < ${seite.heute}
        and (${dokument.id} in (${texteVon('e')}) or ${dokument.id} in (${texteVon('r')})))`,
  );

/** TR35: feedback that was found to be no longer necessary after a revocation. */
export const unterlagenNachWiderruf: Suche = (tx, seite) =>
  unterlagen(
    tx,
    seite,
    sql`exists (select 1 from fall_ereignis p join fall_ereignis e
      on e.fall_id = p.fall_id and e.art = 'rueckmeldung_eingegangen' and e.sequenz < p.sequenz
        and e.daten -> 'leistung' = p.daten -> 'leistung'
      where p.fall_id = ${fall.id} and p.art = 'rueckmeldungen_geprueft' and p.daten ->> 'ergebnis' = 'loeschen'
        and ${dokument.id} in (${texteVon('e')}))`,
  );

/** Single texts two persons decided to erase early (T-30), and those in the wrong file (TR61). */
export const beantragteUnterlagen: Suche = (tx, seite) =>
  unterlagen(
    tx,
    seite,
    or(
      istFremdUndAngekommen,
      inArray(
        dokument.id,
        tx
          .select({ id: sql<string>`${loeschantrag.dokumentId}` })
          .from(loeschantrag)
          .where(beantragt(seite.heute)),
      ),
    ),
  );

/** Drafts, own Wiedervorlagen nobody has done or whose author is gone, delivered mails, old claims, sessions that are over and calendars of who has left: no proof is kept of them one by one. */
export async function fegeKurzlebiges(tx: Transaktion, heute: Tag): Promise<number> {
  const { entwurf, eigeneWiedervorlage, sendung, anspruch, sitzung } = LOESCHKLASSEN;
  const [zeile] = await tx.execute<{ n: number }>(sql`
    with e as (delete from dokument where stand = 'entwurf' and erstellt_am < ${bisUhrzeit(heute, entwurf.monate)} returning 1),
    s as (delete from ausgang where zugestellt_am < ${bisUhrzeit(heute, sendung.monate)} returning 1),
    a as (delete from befehl where fall_id is null and vorgang_id is null
      and at < ${bisUhrzeit(heute, anspruch.monate)} returning 1),
    f as (delete from formularentwurf where bis < ${heute} returning 1),
    m as (delete from eigene_wiedervorlage where tag <= ${letzterFaelligerBeginn(heute, eigeneWiedervorlage.monate)}::date
      or konto_id in (select id from mitarbeitende where not aktiv) returning 1),
    k as (delete from kalenderzugang where konto_id in (select id from mitarbeitende where not aktiv) returning 1),
    w as (delete from sitzung where zuletzt_am < ${bisUhrzeit(heute, sitzung.monate)} returning 1)
    select ((select count(*) from e) + (select count(*) from s) + (select count(*) from a) + (select count(*) from f)
      + (select count(*) from m) + (select count(*) from k) + (select count(*) from w))::int as n`);
  return zeile?.n ?? 0;
}

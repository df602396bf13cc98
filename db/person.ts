import { and, asc, desc, eq, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Bedarfsgeschichte } from '../domain/fall/befehle/kopf.ts';
import type { Transaktion } from './client.ts';
import { enthaeltTeile } from './namenssuche.ts';
import { zaehle, type Auszug } from './blatt.ts';
import { inSicht, type Sicht } from './sicht.ts';
import { alsSystem } from './systemzugriff.ts';
import { ausgang, fall, handlungsbedarf, handlungsbedarfVerlauf, person, profiling } from './schema/index.ts';

export type Personenzeile = typeof person.$inferSelect;
export type Profilzeile = typeof profiling.$inferSelect;
export type Handlungsbedarfszeile = typeof handlungsbedarf.$inferSelect;
export type Verlaufszeile = typeof handlungsbedarfVerlauf.$inferSelect;

/** A case of the person as far as rights and links need it. */
export type Personenfall = {
  readonly fallId: string;
  readonly fallnummer: string;
  readonly zustand: string;
  readonly fm: string | null;
  readonly pap: string | null;
  readonly aufnehmenderPap: string | null;
  readonly team: string;
  /** bFM runs: after the Fallzugang and before the Fallabgang. */
  readonly extern: string | null;
  readonly inBegleitung: boolean;
};

export async function liesPerson(tx: Transaktion, id: string): Promise<Personenzeile | null> {
  const [zeile] = await tx.select().from(person).where(eq(person.id, id));
  return zeile ?? null;
}

export async function liesFaelleDerPerson(tx: Transaktion, personId: string): Promise<Personenfall[]> {
  return tx
    .select({
      fallId: fall.id,
      fallnummer: fall.fallnummer,
      zustand: fall.zustand,
      fm: fall.fmId,
      pap: fall.papId,
      aufnehmenderPap: fall.aufnehmenderPapId,
      extern: fall.externId,
      team: fall.teamId,
      inBegleitung: sql<boolean>`${fall.offen} and ${isNotNull(fall.fallzugangAm)}`,
    })
    .from(fall)
    .where(eq(fall.personId, personId))
    .orderBy(asc(fall.fallnummer));
}

export async function liesProfile(tx: Transaktion, personId: string): Promise<Profilzeile[]> {
  return tx
    .select()
    .from(profiling)
    .where(eq(profiling.personId, personId))
    .orderBy(asc(profiling.datum), asc(profiling.erfasstAm), asc(profiling.id));
}

/** The Handlungsbedarfe of a person as the worker may count them (V-04): the label is a number that says which are the same. */
export async function zaehlbareBedarfe(tx: Transaktion, personId: string): Promise<Zaehlbar[]> {
  return [
    ...(await tx.execute<Zaehlbar>(
      sql`select schluesselgruppe, status, bezeichnung from lotse_zaehlbare_bedarfe(${personId})`,
    )),
  ];
}
type Zaehlbar = Pick<Handlungsbedarfszeile, 'schluesselgruppe' | 'status' | 'bezeichnung'>;

/** Handlungsbedarfe with every change, oldest first. */
export async function liesHandlungsbedarfe(
  tx: Transaktion,
  personId: string,
): Promise<(Handlungsbedarfszeile & { verlauf: Verlaufszeile[] })[]> {
  const bedarfe = await tx
    .select()
    .from(handlungsbedarf)
    .where(eq(handlungsbedarf.personId, personId))
    .orderBy(asc(handlungsbedarf.erkanntAm), asc(handlungsbedarf.id));
  if (bedarfe.length === 0) return [];
  const verlauf = await tx
    .select()
    .from(handlungsbedarfVerlauf)
    .where(
      inArray(
        handlungsbedarfVerlauf.handlungsbedarfId,
        bedarfe.map(({ id }) => id),
      ),
    )
    .orderBy(asc(handlungsbedarfVerlauf.erfasstAm), asc(handlungsbedarfVerlauf.id));
  return bedarfe.map((b) => ({ ...b, verlauf: verlauf.filter((v) => v.handlungsbedarfId === b.id) }));
}

/** Which Handlungsbedarfe a person has and how far each is, without saying what they are. */
export async function liesBedarfsstaende(tx: Transaktion, personId: string): Promise<Bedarfsgeschichte[]> {
  const { id, status, erkanntAm } = handlungsbedarf;
  const { handlungsbedarfId, am } = handlungsbedarfVerlauf;
  const zuletzt = tx
    .select({ am: sql`max(${am})` })
    .from(handlungsbedarfVerlauf)
    .where(and(eq(handlungsbedarfId, id), eq(handlungsbedarfVerlauf.status, 'abgebaut')));
  const abgebautAm = sql<
    string | null
  >`case when ${status} = 'abgebaut' then coalesce((${zuletzt}), ${erkanntAm})::text end`;
  return tx
    .select({ id, status, abgebautAm })
    .from(handlungsbedarf)
    .where(eq(handlungsbedarf.personId, personId))
    .orderBy(asc(erkanntAm), asc(id));
}

/** False when the Kundennummer is taken. */
export async function legePersonAn(tx: Transaktion, neu: typeof person.$inferInsert): Promise<boolean> {
  const zeilen = await tx
    .insert(person)
    .values(neu)
    .onConflictDoNothing({ target: person.kundennummer })
    .returning({ id: person.id });
  return zeilen.length > 0;
}

/** The new version, or null when the person is no longer at `version`. */
export async function aenderePerson(
  tx: Transaktion,
  wo: { readonly id: string; readonly version: number },
  werte: Partial<Omit<Personenzeile, 'id' | 'version'>>,
): Promise<number | null> {
  const [zeile] = await tx
    .update(person)
    .set({ ...werte, version: wo.version + 1 })
    .where(and(eq(person.id, wo.id), eq(person.version, wo.version)))
    .returning({ version: person.version });
  return zeile?.version ?? null;
}

/** Profile and Handlungsbedarfe belong to the person: their changes count at the person's version (V-75). */
export async function zaehlePersonWeiter(tx: Transaktion, id: string): Promise<number> {
  const [zeile] = await tx
    .update(person)
    .set({ version: sql`${person.version} + 1` })
    .where(eq(person.id, id))
    .returning({ version: person.version });
  if (zeile === undefined) throw new Error('Person verschwunden');
  return zeile.version;
}

/** Nothing that counts at the person's version changes until the transaction ends. */
export async function sperrePerson(tx: Transaktion, id: string): Promise<void> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, id)).for('share');
}

/** Gives a person to the pAp who receives it at the end of a case (TR42). */
export async function uebergibPersonAn(
  tx: Transaktion,
  { personId, papId }: { readonly personId: string; readonly papId: string },
): Promise<void> {
  await tx
    .update(person)
    .set({ papId, version: sql`${person.version} + 1` })
    .where(and(eq(person.id, personId), ne(person.papId, papId)));
}

/** V-65: one signal for the case of the person that runs in bFM; it counts the Handlungsbedarfe anew. */
export async function kuendigeHandlungsbedarfeAn(
  tx: Transaktion,
  personId: string,
  am: string,
): Promise<void> {
  await kuendigeLaufendenAn(tx, personId, { art: 'handlungsbedarfe', am });
}

/** TR35: one signal for the case of the person that runs in bFM; it looks at the consents anew. */
export async function kuendigeEinwilligungenAn(tx: Transaktion, personId: string, am: string): Promise<void> {
  await kuendigeLaufendenAn(tx, personId, { art: 'einwilligungen', am });
}

async function kuendigeLaufendenAn(
  tx: Transaktion,
  personId: string,
  was: { readonly art: 'handlungsbedarfe' | 'einwilligungen'; readonly am: string },
): Promise<void> {
  const faelle = await alsSystem(tx, 'signal', () => liesFaelleDerPerson(tx, personId));
  for (const { fallId, inBegleitung } of faelle) {
    if (!inBegleitung) continue;
    await tx.insert(ausgang).values({
      id: sql`gen_random_uuid()`,
      fallId,
      art: was.art,
      erstelltAm: was.am,
    });
  }
}

export async function fuegeProfilAn(tx: Transaktion, neu: typeof profiling.$inferInsert): Promise<void> {
  await tx.insert(profiling).values(neu);
}

export async function fuegeHandlungsbedarfAn(
  tx: Transaktion,
  neu: typeof handlungsbedarf.$inferInsert,
): Promise<void> {
  await tx.insert(handlungsbedarf).values(neu);
}

export async function haengeVerlaufAn(
  tx: Transaktion,
  neu: typeof handlungsbedarfVerlauf.$inferInsert,
): Promise<void> {
  await tx.insert(handlungsbedarfVerlauf).values(neu);
}

export async function liesHandlungsbedarf(
  tx: Transaktion,
  { personId, id }: { readonly personId: string; readonly id: string },
): Promise<Handlungsbedarfszeile | null> {
  const [zeile] = await tx
    .select()
    .from(handlungsbedarf)
    .where(and(eq(handlungsbedarf.id, id), eq(handlungsbedarf.personId, personId)));
  return zeile ?? null;
}

/** The new version, or null when somebody was faster. */
export async function setzeStatus(
  tx: Transaktion,
  wo: { readonly id: string; readonly version: number },
  status: Handlungsbedarfszeile['status'],
): Promise<number | null> {
  const [zeile] = await tx
    .update(handlungsbedarf)
    .set({ status, version: wo.version + 1 })
    .where(and(eq(handlungsbedarf.id, wo.id), eq(handlungsbedarf.version, wo.version)))
    .returning({ version: handlungsbedarf.version });
  return zeile?.version ?? null;
}

/** Persons somebody looks after as pAp or FM U25, and those of the cases they have to do with. */
export type Personensicht = 'alle' | { readonly betreut: string; readonly faelle: Sicht | null };

export type Personenwahl = {
  readonly limit: number;
  readonly offset: number;
  /** Own persons of a pAp or FM U25, persons with a case of an FM, or all. */
  readonly sicht: Personensicht;
  readonly kundennummer?: string | undefined;
  readonly geburtsdatum?: string | undefined;
  /** Of a case the colleague may see. */
  readonly fallnummer?: string | undefined;
  /** Parts of the name, in any order. */
  readonly name?: string | undefined;
  readonly sortierung: 'name' | '-name' | 'kundennummer' | '-kundennummer';
};

/** Persons a colleague may know. */
export async function liesPersonen(tx: Transaktion, wahl: Personenwahl): Promise<Auszug<Personenzeile>> {
  const { sicht, sortierung, limit, offset } = wahl;
  const spalte = sortierung.endsWith('name') ? person.name : person.kundennummer;
  const gesucht = and(istInSicht(tx, sicht), ...merkmale(tx, wahl));
  const zeilen = await tx
    .select()
    .from(person)
    .where(gesucht)
    .orderBy(sortierung.startsWith('-') ? desc(spalte) : asc(spalte), asc(person.id))
    .limit(limit)
    .offset(offset);
  return { zeilen, gesamt: await zaehle(tx, person, { gesucht, limit, offset }) };
}

type Suchmerkmale = Pick<Personenwahl, 'kundennummer' | 'geburtsdatum' | 'fallnummer' | 'name'>;

/** All that is known of whom somebody looks for. */
function merkmale(tx: Transaktion, wen: Suchmerkmale): (SQL | undefined)[] {
  const { kundennummer, geburtsdatum, fallnummer, name } = wen;
  const mitFall = (nummer: string): SQL =>
    inArray(person.id, tx.select({ id: fall.personId }).from(fall).where(eq(fall.fallnummer, nummer)));
  return [
    kundennummer === undefined ? undefined : eq(person.kundennummer, kundennummer),
    geburtsdatum === undefined ? undefined : eq(person.geburtsdatum, geburtsdatum),
    fallnummer === undefined ? undefined : mitFall(fallnummer),
    name === undefined ? undefined : enthaeltTeile(person.name, name),
  ];
}

/** Each way to a person is an index of its own; the persons of the cases are looked up first. */
function istInSicht(tx: Transaktion, sicht: Personensicht): SQL | undefined {
  if (sicht === 'alle') return undefined;
  const { betreut, faelle } = sicht;
  const eigener =
    faelle === null
      ? undefined
      : sql`${person.id} = any (array(${tx.select({ id: fall.personId }).from(fall).where(inSicht(fall, faelle))}))`;
  return or(eq(person.papId, betreut), eq(person.fmU25Id, betreut), eigener);
}

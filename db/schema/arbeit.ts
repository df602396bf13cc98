import { instant } from './instant.ts';
import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Mailweg } from '../../domain/mail/mailwahl.ts';
import type { Empfaengerrolle, Stufe } from '../../domain/kennungen.ts';
import { fall } from './fall.ts';
import { mitarbeitende, team } from './organisation.ts';
import { leistungserbringer } from './verzeichnis.ts';
import { vorgang } from './vorgang.ts';
import type { Datenklasse } from '../../domain/rollen/matrix.ts';

/** Which Vorgang a row belongs to: a Fall or another one, never both. No reference, because claims and drafts come first. */
const gehoertZu = { fallId: uuid(), vorgangId: uuid() };

/** A claimed Idempotency-Key: one command, one body, one Vorgang, one instant, one answer (architecture.md 3.2). */
export const befehl = pgTable(
  'befehl',
  {
    akteurId: uuid()
      .notNull()
      .references(() => mitarbeitende.id),
    schluessel: uuid().notNull(),
    befehlId: uuid().notNull(),
    route: text().notNull(),
    pruefsumme: text().notNull(),
    ...gehoertZu,
    /** Case number drawn with the claim, for the commands that open a case. */
    fallnummer: text(),
    at: instant().notNull(),
    /** The answer once the outcome is known. */
    status: integer(),
    antwort: jsonb(),
  },
  (t) => [
    primaryKey({ columns: [t.akteurId, t.schluessel] }),
    uniqueIndex('befehl_id').on(t.befehlId),
    index().on(t.fallId),
    index().on(t.vorgangId),
  ],
);

/** Texts by data class; a draft until its command is recorded. Content never leaves this table for Temporal. */
export const dokument = pgTable(
  'dokument',
  {
    id: uuid().primaryKey(),
    ...gehoertZu,
    befehlId: uuid().notNull(),
    klasse: text().$type<Datenklasse>().notNull(),
    feld: text().notNull(),
    text: text().notNull(),
    stand: text().$type<'entwurf' | 'gueltig'>().notNull(),
    /** Null = a Leistungserbringer, who has no account (K5). */
    verfasserId: uuid().references(() => mitarbeitende.id),
    erstelltAm: instant().notNull(),
  },
  (t) => [
    index().on(t.fallId),
    index().on(t.vorgangId),
    index().on(t.befehlId),
    index().on(t.verfasserId),
    index('dokument_entwuerfe')
      .on(t.erstelltAm)
      .where(sql`${t.stand} = 'entwurf'`),
  ],
);

/** Inbox: kind of task and Vorgang only (DS-30). `personId` null = the holders of the role in the team. */
export const eingang = pgTable(
  'eingang',
  {
    id: uuid().primaryKey(),
    fallId: uuid().references(() => fall.id),
    vorgangId: uuid().references(() => vorgang.id),
    ereignisId: text().notNull(),
    anRolle: text().$type<Empfaengerrolle>().notNull(),
    anPerson: uuid().references(() => mitarbeitende.id),
    /** Who represented `anPerson` when the message came, and got the mail. */
    vertretung: uuid().references(() => mitarbeitende.id),
    teamId: uuid()
      .notNull()
      .references(() => team.id),
    anlass: text().notNull(),
    stufe: text().$type<Stufe>().notNull(),
    /** E25: the provider that is asked, and about which service of the case. */
    leistungserbringerId: uuid().references(() => leistungserbringer.id),
    leistung: integer(),
    vorkommen: integer(),
    faellig: date({ mode: 'string' }),
    am: instant().notNull(),
    /** By whom it went to, or one of those who hold the role. */
    gelesenAm: instant(),
    /** By those who represented: their marks are their own (R08). */
    vertretungGelesen: jsonb()
      .$type<readonly { readonly von: string; readonly am: Instant }[]>()
      .notNull()
      .default([]),
  },
  (t) => [
    index().on(t.fallId),
    index().on(t.vorgangId),
    index().on(t.anPerson),
    index().on(t.vertretung),
    index().on(t.teamId, t.anRolle),
    // What goes to a role of the house belongs to no team.
    index('eingang_an_rolle')
      .on(t.anRolle)
      .where(sql`${t.anPerson} is null`),
    index().on(t.leistungserbringerId),
  ],
);

/**
 * A mail, one that gathers others (ADR 75), or a signal: the calendar, another policy (E48), newer rules (11.5), the Handlungsbedarfe of the person (V-65), whether the person is still an eLb (V-79), what file and cases of a person say
 * (TR01), the teams (T-42), the consents of the person (TR35), what a Leistungserbringer reported (E25).
 */
export type Sendungsart =
  | 'mail'
  | 'tagesmail'
  | 'kalender'
  | 'policy'
  | 'regelwerk'
  | 'handlungsbedarfe'
  | 'personenstand'
  | 'aktenlage'
  | 'organisation'
  | 'einwilligungen'
  | 'rueckmeldung'
  | 'eintrag';

/** Outbox: mails and signals to deliver; `id` is the Message-ID or the signal's key. */
export const ausgang = pgTable(
  'ausgang',
  {
    id: uuid().primaryKey(),
    ...gehoertZu,
    art: text().$type<Sendungsart>().notNull(),
    /** Mail: the inbox entry it announces. */
    eingangId: uuid().references(() => eingang.id),
    empfaenger: uuid().references(() => mitarbeitende.id),
    /** Mail to a provider instead of a colleague. */
    leistungserbringerId: uuid().references(() => leistungserbringer.id),
    erstelltAm: instant().notNull(),
    zugestelltAm: instant(),
    versuche: integer().notNull().default(0),
    letzterFehler: text(),
    /** Of a mail that does not go out by itself: it waits for the Tagesmail, or none was wanted; a Tagesmail: its mails went into a later one. */
    weg: text().$type<Exclude<Mailweg, 'sofort'>>(),
    /** Since when it waits for the Tagesmail. */
    zurueckgelegtAm: instant(),
    /** The Tagesmail it stands in. No reference: the night deletes what was delivered in no order. */
    tagesmailId: uuid(),
  },
  (t) => [
    index('ausgang_offen')
      .on(t.erstelltAm)
      .where(sql`${t.zugestelltAm} is null and ${t.weg} is null`),
    index('ausgang_zurueckgelegt')
      .on(t.empfaenger)
      .where(sql`${t.zugestelltAm} is null and ${t.weg} is not null`),
    index().on(t.tagesmailId),
    index().on(t.fallId),
    index().on(t.vorgangId),
    index().on(t.eingangId),
    index().on(t.empfaenger),
    index().on(t.leistungserbringerId),
  ],
);

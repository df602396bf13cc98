import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { ABGANGSGRUENDE, REGELNUMMER, type Regelid } from '../../domain/kennungen.ts';
import { TERMINORTE, type Gespraechsort, type Terminangaben } from '../../domain/fall/befehle/kopf.ts';
import { istLesbar, taeuscht } from '../../domain/lesbar.ts';
import { istTag } from '../../domain/frist/tag.ts';

/** A legal day, local to Europe/Berlin: YYYY-MM-DD, a day that exists, 1995–2100. */
export const tag = z
  .string()
  .refine((wert) => istTag(wert) && wert >= '1995-01-01' && wert <= '2100-12-31', {
    message: 'Kein Kalendertag im Format JJJJ-MM-TT zwischen 1995 und 2100',
  })
  .meta({
    format: 'date',
    pattern: String.raw`^(?:199[5-9]|20\d{2}|2100)-\d{2}-\d{2}$`,
    example: '2026-12-11',
  });

/** Free text of a clerk; may be empty, so that the rule and not the schema says what is missing. */
export const freitext = z.string().max(20_000).meta({ freitext: true });

/** One line with something to read, and nothing that makes it look like another one. */
export const zeile = (hoechstens: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(hoechstens, `Höchstens ${String(hoechstens)} Zeichen`)
    .refine((wert) => !taeuscht(wert) && istLesbar(wert), {
      message: 'Keine lesbaren Zeichen in einer Zeile',
    });

/** Text that has to say something, in as many lines as it takes. */
export const absatz = (hoechstens: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(hoechstens, `Höchstens ${String(hoechstens)} Zeichen`)
    .refine(istLesbar, { message: 'Hier steht nichts, was man lesen kann' });

/** Why somebody does something, for whoever reads it later. */
export const grundtext = absatz(2_000).meta({ freitext: true });

export const kurztext = zeile(200);

/** The address as mail servers know it: a domain with umlauts has a form in ASCII (RFC 5890). */
function inAscii(adresse: string): string {
  const [vorn, ...rest] = adresse.split('@');
  return [vorn, ...rest.map((domain) => domainToASCII(domain))].join('@');
}

/** Where somebody gets mail; kept as it was written. */
export const mailadresse = z
  .string()
  .trim()
  .max(200)
  .refine((wert) => z.email().safeParse(inAscii(wert)).success, { message: 'Keine Mailadresse' })
  .meta({ format: 'idn-email' });

const UNSICHTBAR = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Name of a human being: visible characters in one line; one letter is a name, and one name is enough (addendum 11.4). */
export const menschenname = kurztext.refine((wert) => !UNSICHTBAR.test(wert), {
  message: 'Ein Name besteht aus sichtbaren Zeichen in einer Zeile',
});

/** The largest number a column `integer` can still count up by one. */
export const HOECHSTE_VERSION = 2_147_483_646;

/** Optimistic lock of master data (V-75). */
export const version = z
  .int()
  .min(1)
  .max(HOECHSTE_VERSION)
  .describe('Stand, den die Änderung kennt; ein anderer ergibt 409');

/** Which entry, service or occurrence of a case, counted from 1. */
export const nummer = z.int().min(1).max(10_000);

/** What a case counts by itself: `nummerVon` lets a form offer what the case has instead of asking for a number. */
export const teilzielNummer = nummer.meta({ nummerVon: 'teilziel' });
/** One that can still be changed or concluded. */
export const offenesTeilziel = nummer.meta({ nummerVon: 'offenes_teilziel' });
export const leistungsnummer = nummer.meta({ nummerVon: 'leistung' });
export const absagenummer = nummer.meta({ nummerVon: 'terminabsage' });
export const assessmentnummer = nummer.meta({ nummerVon: 'assessmenteintrag' });

/**
 * An id, in lower case as Lotse writes it: whoever sends the same id in capitals means the same thing (RFC 9562 4). What it is
 * says its field, never its looks: a text that happens to look like an id stays as it was written.
 */
export const kennung = z.uuid().toLowerCase();

/** A reference to master data. `verweis` lets stories use a label where the API wants the id. */
export const personVerweis = kennung.meta({ verweis: 'person' });
export const teamVerweis = kennung.meta({ verweis: 'team' });
export const fallVerweis = kennung.meta({ verweis: 'fall' });
export const mitarbeitendeVerweis = kennung.meta({ verweis: 'personal' });
export const erbringerVerweis = kennung.meta({ verweis: 'leistungserbringer' });
export const themaVerweis = kennung.meta({ verweis: 'thema' });

/** A Handlungsbedarf of the person; stories write person and number: `p1/2`. */
export const bedarfVerweis = kennung.meta({ verweis: 'handlungsbedarf' });

export const regelId = z
  .string()
  .regex(REGELNUMMER, 'Keine Regel wie V-13')
  .transform((wert) => wert as Regelid);

export const kontaktart = z.enum(['persoenlich', 'telefon', 'aufsuchend', 'video', 'schriftlich']);
/** V-34: personal matters are not discussed in open rooms. */
export const raum = z
  .enum(['geschuetzt', 'offen'])
  .optional()
  .describe('Wo das Gespräch stattfand; ein offener Raum ist zu begründen (V-34)');

/** What a command says of the room, where somebody said it. */
export function ortDes({ raum: wo }: { raum?: 'geschuetzt' | 'offen' | undefined }): Gespraechsort {
  return wo === undefined ? {} : { raum: wo };
}

const minuten = z.int().min(1).max(600).optional();
/** 003 ch7: how long a talk took, and getting ready for it. */
export const gespraechsdauer = {
  dauerMinuten: minuten.describe('Wie lange das Gespräch dauerte'),
  vorbereitungMinuten: minuten.describe('Wie lange es vorbereitet wurde'),
};

/** 003 ch7: what a measure or service costs the office. */
export const kosten = z
  .int()
  .min(0)
  .max(100_000_000)
  .optional()
  .describe('Bewilligte Kosten in Cent; ohne Angabe ist nichts dazu bekannt');

/** What a planned talk says beside its day. */
export const terminangaben = {
  uhrzeit: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Keine Uhrzeit wie 09:30')
    .transform((wert) => wert as NonNullable<Terminangaben['uhrzeit']>)
    .optional()
    .describe('Ortszeit'),
  dauerMinuten: minuten.describe('Wie lange das Gespräch dauern soll'),
  ort: z.enum(TERMINORTE).optional(),
  videolink: freitext.optional().describe('Zugang zum Videogespräch; steht nur in der Akte'),
};

export const teilnehmer = z
  .array(z.enum(['bewerber', 'pap', 'fm', 'fm_u25', 'jour_fixe_av']))
  .min(1)
  .max(5);
export const kriteriumB = z.enum(['ja', 'nein', 'unklar']);
export const abgangsgrund = z.enum(ABGANGSGRUENDE);
export const administrativ = z.enum(['umzug', 'tod', 'datenfehler']);

/** Fields every command takes: when it happened (default: today) and reasons for warnings, by rule id. */
export const gemeinsam = {
  ereignisAm: tag.optional().describe('Tag, an dem es geschah; ohne Angabe heute'),
  begruendungen: z
    .record(z.string().regex(REGELNUMMER, 'Keine Regel wie V-13'), freitext)
    .optional()
    .describe('Begründungen zu Warnregeln, je Regelnummer'),
};

/** What was written, with the version it has now. */
export const angelegt = z.strictObject({ id: kennung, version: z.int() }).meta({ id: 'Angelegt' });
export type Angelegt = z.infer<typeof angelegt>;

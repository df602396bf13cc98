import { z } from 'zod';
import { ruecknahmeNeu, verweisNeu } from '../../api/eakte/formen.ts';
import { tag } from '../../api/kern/felder.ts';
import { einwilligungNeu } from '../../api/einwilligungen/formen.ts';
import { policyNeu } from '../../api/policy/formen.ts';
import { abweichungNeu } from '../../api/organisation/formen.ts';
import {
  begleitpersonNeu,
  handlungsbedarfAenderung,
  hbstatus,
  neuzugangNeu,
  personAenderung,
  profillagen,
  profilNeu,
} from '../../api/personen/formen.ts';
import { ZIELSTELLEN } from '../../domain/kennungen.ts';
import { LEISTUNGSERGEBNISSE, RUECKMELDEARTEN } from '../../domain/leistung/leistung.ts';
import { ABWESENHEITSGRUENDE } from '../../domain/organisation/abwesenheit.ts';

const person = z
  .string()
  .min(1)
  .meta({ verweis: 'person' })
  .optional()
  .describe('Person; ohne Angabe die des Falls');
const kollegin = z.string().min(1).meta({ verweis: 'personal' });
const wer = kollegin.optional().describe('Wessen Abwesenheit; ohne Angabe die eigene');
const nummer = z.int().min(1).describe('Die wievielte Abwesenheit, nach ihrem Beginn');

/** Changes of the file of a person; without `person` the person of the case. */
const AKTENBEFEHLE = {
  profil_anpassen: {
    titel: 'Profiling fortschreiben oder zum Fallabgang anpassen',
    daten: z.strictObject({
      person,
      profillage: profillagen,
      anlass: z.enum(['erst', 'fortschreibung', 'fallabgang']),
      abgesichert: z.boolean().default(false),
      datum: tag.optional().describe('Tag des Profilings; ohne Angabe der Tag des Schritts'),
      ressourcen: profilNeu.shape.ressourcen,
    }),
  },
  person_aendern: {
    titel: 'Stammdaten ändern, nach denen die Person zum Jobcenter gehört (V-79)',
    daten: z.strictObject({
      person,
      rechtskreis: personAenderung.shape.rechtskreis,
      erwerbsfaehig: personAenderung.shape.erwerbsfaehig,
      verstorbenAm: personAenderung.shape.verstorbenAm,
      verzogenAm: personAenderung.shape.verzogenAm,
    }),
  },
  handlungsbedarf_aendern: {
    titel: 'Stand, Handlungsfeld oder wirksames Instrument eines Handlungsbedarfs ändern',
    daten: z.strictObject({
      person,
      nummer: z.int().min(1).describe('Der wievielte Handlungsbedarf der Person'),
      status: hbstatus.optional().describe('Ohne Angabe bleibt er'),
      handlungsfeld: handlungsbedarfAenderung.shape.handlungsfeld,
      wirksamesInstrument: handlungsbedarfAenderung.shape.wirksamesInstrument,
    }),
  },
  neuzugang_erfassen: {
    titel: 'Beginn des Leistungsbezugs und Grund des Neuzugangs erfassen (E01)',
    daten: z.strictObject({
      person,
      am: tag.optional().describe('Ohne Angabe der Tag des Schritts'),
      grund: neuzugangNeu.shape.grund,
    }),
  },
  begleitperson_anlegen: {
    titel: 'Begleitperson anlegen',
    daten: z.strictObject({
      person,
      rolle: begleitpersonNeu.shape.rolle.default('betreuer'),
      beiTerminabsageInformieren: begleitpersonNeu.shape.beiTerminabsageInformieren,
    }),
  },
  einwilligung_erteilen: {
    titel: 'Erteilte Einwilligung erfassen',
    daten: z.strictObject({
      person,
      zweck: einwilligungNeu.shape.zweck.default('fachdienst'),
      leistungserbringer: z
        .string()
        .min(1)
        .meta({ verweis: 'leistungserbringer' })
        .optional()
        .describe('Nur leistung_16a: für wen sie gilt'),
      datenkategorien: einwilligungNeu.shape.datenkategorien.optional().describe('Ohne Angabe alle'),
      erteiltAm: tag.optional().describe('Ohne Angabe der Tag des Schritts'),
      gueltigBis: tag.optional(),
    }),
  },
  einwilligung_widerrufen: {
    titel: 'Widerruf einer Einwilligung erfassen',
    daten: z.strictObject({
      person,
      nummer: z.int().min(1).default(1).describe('Die wievielte Einwilligung der Person'),
      widerrufenAm: tag.optional().describe('Ohne Angabe der Tag des Schritts'),
    }),
  },
} as const;

/** References of the case to documents of the eAkte (001 2.2). */
const EAKTENBEFEHLE = {
  eaktenverweis_erfassen: {
    titel: 'Unterlage der eAkte vermerken; in Vertretung nur ihren Eingang (R08)',
    daten: z.strictObject({
      nummer: verweisNeu.shape.nummer.default('4711'),
      datum: tag.optional().describe('Ohne Angabe der Tag des Schritts'),
      titel: verweisNeu.shape.titel,
    }),
  },
  eaktenverweis_zuruecknehmen: {
    titel: 'Verweis auf eine Unterlage zurücknehmen',
    daten: z.strictObject({
      verweis: z.int().min(1).default(1).describe('Der wievielte Verweis des Falls'),
      grund: ruecknahmeNeu.shape.grund,
    }),
  },
} as const;

/** Changes of the roster: who is away, who represents whom. */
const DIENSTBEFEHLE = {
  abwesenheit_melden: {
    titel: 'Abwesenheit melden',
    daten: z.strictObject({
      wer,
      von: tag,
      bis: tag,
      grund: z.enum(ABWESENHEITSGRUENDE).default('geplant'),
    }),
  },
  abwesenheit_aendern: {
    titel: 'Letzten Tag einer Abwesenheit ändern',
    daten: z.strictObject({ wer, nummer, bis: tag }),
  },
  abwesenheit_stornieren: {
    titel: 'Abwesenheit stornieren, bevor sie begonnen hat',
    daten: z.strictObject({ wer, nummer }),
  },
  vertretungsring_festlegen: {
    titel: 'Vertretungsring im Ganzen festlegen',
    daten: z.strictObject({
      mitglieder: z.array(kollegin).min(2).describe('Auf die letzte Person folgt wieder die erste'),
    }),
  },
} as const;

const version = z.string().min(1).max(60).describe('Name der Policy-Version');

/** What the office decides for all: policy versions, days on which it is closed. */
const AMTSBEFEHLE = {
  policy_entwerfen: {
    titel: 'Policy-Version entwerfen',
    daten: z.strictObject({
      name: policyNeu.shape.name,
      gueltigAb: tag,
      basis: policyNeu.shape.basis,
      aenderungen: policyNeu.shape.aenderungen,
    }),
  },
  policy_freigeben: { titel: 'Policy-Version freigeben', daten: z.strictObject({ name: version }) },
  policy_umstellen: {
    titel: 'Laufende Fälle auf eine Policy-Version umstellen',
    daten: z.strictObject({ name: version }),
  },
  schliesstag_erfassen: {
    titel: 'Schließtag oder Korrektur des Feiertagskalenders erfassen',
    daten: z.strictObject({
      tag,
      team: z
        .enum(['fallmanagement', ...ZIELSTELLEN])
        .optional()
        .describe('Für welches Team; ohne Angabe für das ganze Haus'),
      frei: abweichungNeu.shape.frei,
      grund: abweichungNeu.shape.grund,
    }),
  },
} as const;

/** Looks that change nothing; what they show are `fakten` of the step. */
const BLICKE = {
  vorschlaege_ansehen: {
    titel: 'Vorschläge für die Zuordnung und Auslastung aller ansehen',
    daten: z.strictObject({}),
  },
  fall_ansehen: {
    titel: 'Fall ansehen: welche Texte die Rolle liest (rollen.md 3)',
    daten: z.strictObject({}),
  },
  fallblatt_ansehen: {
    titel: 'Fallblatt ansehen: was die Vertretung vorfindet und was fehlt (V-66)',
    daten: z.strictObject({}),
  },
  assessment_ansehen: {
    titel: 'Protokoll des Assessments ansehen',
    daten: z.strictObject({}),
  },
} as const;

/** Who has no account: a Leistungserbringer with the newest one-time link of a service. */
export const EXTERN = 'leistungserbringer';
export const EXTERNE_BEFEHLE = {
  rueckmelden: {
    titel: 'Über den Einmallink zurückmelden',
    daten: z.strictObject({
      leistung: z.int().min(1).default(1).describe('Die wievielte Leistung des Falls'),
      art: z.enum(RUECKMELDEARTEN),
      tag: tag.optional().describe('Tag, von dem berichtet wird; ohne Angabe der Tag des Schritts'),
      bericht: z.string().min(1),
      ergebnis: z.enum(LEISTUNGSERGEBNISSE).optional().describe('Nur beim Abschluss'),
    }),
  },
} as const;

/** What happens between two commands on a case, through the master data routes of the API. */
export const STAMMBEFEHLE = {
  ...AKTENBEFEHLE,
  ...EAKTENBEFEHLE,
  ...DIENSTBEFEHLE,
  ...AMTSBEFEHLE,
  ...BLICKE,
  ...EXTERNE_BEFEHLE,
} as const;

export type Stammbefehlsname = keyof typeof STAMMBEFEHLE;

type Befehle<Formen extends Record<string, { readonly daten: z.ZodType }>> = {
  [Name in keyof Formen]: { readonly befehl: Name } & z.output<Formen[Name]['daten']>;
}[keyof Formen];

export type Aktenbefehl = Befehle<typeof AKTENBEFEHLE>;
export type Eaktenbefehl = Befehle<typeof EAKTENBEFEHLE>;
export type Dienstbefehl = Befehle<typeof DIENSTBEFEHLE>;
export type Amtsbefehl = Befehle<typeof AMTSBEFEHLE>;
export type Blick = Befehle<typeof BLICKE>;
export type ExternerBefehl = Befehle<typeof EXTERNE_BEFEHLE>;
export type Stammbefehl = Aktenbefehl | Eaktenbefehl | Dienstbefehl | Amtsbefehl | Blick | ExternerBefehl;

export function istEaktenbefehl(befehl: Stammbefehl): befehl is Eaktenbefehl {
  return befehl.befehl in EAKTENBEFEHLE;
}

export function istDienstbefehl(befehl: Stammbefehl): befehl is Dienstbefehl {
  return befehl.befehl in DIENSTBEFEHLE;
}

export function istExtern(befehl: Stammbefehl): befehl is ExternerBefehl {
  return befehl.befehl in EXTERNE_BEFEHLE;
}

export function istAmtsbefehl(befehl: Stammbefehl): befehl is Amtsbefehl {
  return befehl.befehl in AMTSBEFEHLE;
}

export function istBlick(befehl: Stammbefehl): befehl is Blick {
  return befehl.befehl in BLICKE;
}

export function istStammbefehl(name: string): name is Stammbefehlsname {
  return name in STAMMBEFEHLE;
}

import { z } from 'zod';
import { LAENDER } from '../../domain/frist/laender.ts';
import { FRIST_IDS, ROLLEN, ZIELSTELLEN, ZUSTAENDE } from '../../domain/kennungen.ts';
import { istLesbar } from '../../domain/lesbar.ts';
import { ABWESENHEITSGRUENDE } from '../../domain/organisation/abwesenheit.ts';
import { NACHWEISARTEN } from '../../domain/organisation/nachweis.ts';
import { QUALIFIKATIONSTHEMEN } from '../../domain/organisation/qualifikation.ts';
import { SPRACHCODES } from '../../domain/sprachen.ts';
import { menschSchema } from '../faelle/formen.ts';
import {
  fallVerweis,
  freitext,
  menschenname,
  mitarbeitendeVerweis,
  tag,
  teamVerweis,
  version,
  kennung,
  HOECHSTE_VERSION,
  zeile,
  mailadresse,
} from '../kern/felder.ts';

const sprachen = z.array(z.enum(SPRACHCODES)).max(20).describe('Sprachen, in denen die Person berät');
const verantwortung = z
  .array(teamVerweis)
  .max(100)
  .describe('Teams, die die Person leitet, beaufsichtigt oder auswertet; nur für Leitung und Controlling');

const stammfelder = {
  anzeigename: menschenname,
  email: mailadresse,
  rolle: z.enum(ROLLEN),
  team: teamVerweis,
  anteil: z.number().min(0.05).max(1).multipleOf(0.01).describe('Arbeitszeitanteil, 1 = Vollzeit'),
  sprachen,
  verantwortung,
};

export const mitarbeitendeNeu = z.strictObject({
  ...stammfelder,
  subjekt: zeile(255).describe('Kennung beim Anmeldedienst (sub)'),
  anteil: stammfelder.anteil.default(1),
  sprachen: sprachen.default([]),
  verantwortung: verantwortung.default([]),
  aktivAb: tag.optional().describe('Erster Arbeitstag; ohne Angabe heute'),
});
export type MitarbeitendeNeu = z.output<typeof mitarbeitendeNeu>;

export const mitarbeitendeAenderung = z.strictObject({
  version,
  anzeigename: stammfelder.anzeigename.optional(),
  email: stammfelder.email.optional(),
  rolle: stammfelder.rolle.optional(),
  team: stammfelder.team.optional(),
  anteil: stammfelder.anteil.optional(),
  sprachen: sprachen.optional(),
  verantwortung: verantwortung.optional(),
  aktivAb: tag.optional().describe('Erster Arbeitstag; nach einem Ausscheiden der Tag der Rückkehr'),
});
export type MitarbeitendeAenderung = z.output<typeof mitarbeitendeAenderung>;

export const anmeldungNeu = z.strictObject({ version, subjekt: mitarbeitendeNeu.shape.subjekt });
export type AnmeldungNeu = z.output<typeof anmeldungNeu>;

export const teamNeu = z.strictObject({
  kennzeichen: zeile(20).describe('Organisationszeichen'),
  art: z.enum(['fallmanagement', 'vermittlung']),
  land: z.enum(LAENDER).describe('Land, dessen Feiertage für die Fälle des Teams gelten'),
  ohneKontaktFm: z
    .boolean()
    .default(false)
    .describe('Keine Kontakt-FM und keine Teambesuche, weil das Team nebenan arbeitet (T-42)'),
  zielstelle: z
    .enum(ZIELSTELLEN)
    .optional()
    .describe(
      'Spezialisiertes Fallmanagement mit eigener Leitung: Weiterleitungen dorthin beginnen hier (TR64)',
    ),
});
export type TeamNeu = z.output<typeof teamNeu>;

export const teamAenderung = z.strictObject({
  version,
  kennzeichen: teamNeu.shape.kennzeichen.optional(),
  art: teamNeu.shape.art.optional(),
  land: teamNeu.shape.land.optional(),
  ohneKontaktFm: z.boolean().optional(),
});
export type TeamAenderung = z.output<typeof teamAenderung>;

const grund = z
  .enum(ABWESENHEITSGRUENDE)
  .describe(
    'Neutral: geplant (Urlaub und anderes Angekündigtes), ungeplant, dienstlich (Schulung, Hospitation)',
  );

export const abwesenheitNeu = z.strictObject({ von: tag, bis: tag, grund });
export type AbwesenheitNeu = z.output<typeof abwesenheitNeu>;
export const abwesenheitAenderung = z.strictObject({ version, bis: tag.describe('Neuer letzter Tag') });
export type AbwesenheitAenderung = z.output<typeof abwesenheitAenderung>;
export const abwesenheitStorno = z.strictObject({ version });
export type AbwesenheitStorno = z.output<typeof abwesenheitStorno>;

export const abwesenheitSchema = z.strictObject({
  id: kennung,
  von: z.string(),
  bis: z.string(),
  grund: z.enum(ABWESENHEITSGRUENDE),
  version: z.int(),
  storniertAm: z.string().nullable(),
});
export type Abwesenheitseintrag = z.infer<typeof abwesenheitSchema>;

export const ringNeu = z.strictObject({
  version: z
    .int()
    .min(0)
    .max(HOECHSTE_VERSION)
    .describe('Stand, den die Änderung kennt; 0, solange es noch keinen Ring gibt'),
  mitglieder: z
    .array(mitarbeitendeVerweis)
    .min(2)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, 'Niemand steht zweimal im Ring')
    .describe('Reihenfolge, in der vertreten wird; auf die letzte Person folgt die erste'),
});
export type RingNeu = z.output<typeof ringNeu>;

export const vertretungAbfrage = z.strictObject({
  am: tag.optional().describe('Tag, für den gefragt wird; ohne Angabe heute'),
});
export type VertretungAbfrage = z.output<typeof vertretungAbfrage>;
export const ringSchema = z.strictObject({
  version: z.int(),
  mitglieder: z.array(
    menschSchema.extend({
      abwesend: z.boolean(),
      vertretung: menschSchema.nullable().describe('Wer am gefragten Tag vertritt; leer, wenn niemand'),
    }),
  ),
});
export type Ringansicht = z.infer<typeof ringSchema>;

export const qualifikationNeu = z.strictObject({ thema: z.enum(QUALIFIKATIONSTHEMEN), am: tag });
export type QualifikationNeu = z.output<typeof qualifikationNeu>;
export const qualifizierungSchema = z.strictObject({
  eintraege: z.array(
    menschSchema.extend({
      themen: z
        .array(z.strictObject({ thema: z.enum(QUALIFIKATIONSTHEMEN), zuletztAm: z.string().nullable() }))
        .describe('Letzte Schulung je Thema; leer heißt: noch erforderlich (K-73)'),
    }),
  ),
});
export type Qualifizierung = z.infer<typeof qualifizierungSchema>;

const nachweisart = z
  .enum(NACHWEISARTEN)
  .describe('eignung: Leistungsfähigkeit; abgaben: keine Rückstände an Steuern und Abgaben (003 Kap. 8)');
export const nachweisNeu = z.strictObject({
  art: nachweisart,
  ausgestelltAm: tag,
  gueltigBis: tag.describe('Letzter Tag'),
});
export type NachweisNeu = z.output<typeof nachweisNeu>;
export const nachweiseSchema = z.strictObject({
  eintraege: z.array(
    z.strictObject({
      art: nachweisart,
      ausgestelltAm: z.string(),
      gueltigBis: z.string(),
      erfasstAm: z.string(),
    }),
  ),
  fehlend: z
    .array(nachweisart)
    .describe('Was heute nicht gilt; ohne alle Nachweise keine Beauftragung (V-52)'),
});
export type Nachweise = z.infer<typeof nachweiseSchema>;

const uebergabe = z.strictObject({ fallId: fallVerweis, an: mitarbeitendeVerweis });
export const ausscheiden = z.strictObject({
  version,
  faelle: z.array(uebergabe).max(500).default([]).describe('Wer welchen Fall übernimmt'),
  personenAn: mitarbeitendeVerweis
    .optional()
    .describe('Wer die Personen einer/eines pAp oder FM U25 übernimmt; mit derselben Rolle'),
  themenAn: mitarbeitendeVerweis.optional().describe('Wer Themen und Kontakt zu Teams übernimmt (E42, R16)'),
  grund: freitext
    .min(1)
    .refine(istLesbar, { message: 'Ein Grund besteht aus Worten' })
    .describe('Grund des Wechsels, in jedem Fall vermerkt (V-68)'),
  warmeUebergabeAm: tag.optional().describe('Tag, an dem die Fälle im Gespräch übergeben wurden'),
});
export type Ausscheiden = z.output<typeof ausscheiden>;

export const ausscheidensvorschau = z.strictObject({
  version: z.int(),
  faelle: z.array(
    z.strictObject({
      fallId: kennung,
      fallnummer: z.string(),
      zustand: z.enum(ZUSTAENDE),
      als: z.enum(['fm', 'pap', 'extern']),
      befehl: z
        .enum(['fm_wechseln', 'nachhaltung_uebertragen', 'pap_wechseln'])
        .nullable()
        .describe('Womit der Fall übergeht; leer: die Beauftragung endet vorher mit dem Abschlussbericht'),
      vorschlag: menschSchema.nullable().describe('Reihum aus dem Vertretungsring'),
      fristen: z.array(z.strictObject({ frist: z.enum(FRIST_IDS), name: z.string(), faellig: z.string() })),
    }),
  ),
  personen: z.int().describe('Personen, die als pAp oder FM U25 betreut werden'),
  themen: z
    .array(z.strictObject({ thema: z.string(), kontaktTeam: z.string().nullable() }))
    .describe('Themen und Kontakt-Teams, die jemand anderes übernehmen muss'),
});
export type Ausscheidensvorschau = z.infer<typeof ausscheidensvorschau>;

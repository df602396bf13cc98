import { z } from 'zod';
import { POLICYBASEN } from '../../domain/policy/policy.ts';
import { VORGANGSARTEN } from '../../domain/vorgang/aggregat.ts';
import { menschSchema } from '../faelle/formen.ts';
import { grundtext, kennung, tag, teamVerweis } from '../kern/felder.ts';
import { policyaenderungen } from './parameterformen.ts';
import { seite, seitenabfrage } from '../kern/seiten.ts';

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 60 Zeichen');

export const policyNeu = z.strictObject({
  name: name.describe('Unter diesem Namen zeigen ihn alle Fälle, die unter ihm laufen'),
  gueltigAb: tag.describe('Neue Fälle ab diesem Tag bekommen die Version'),
  basis: z.enum(POLICYBASEN).default('standard'),
  aenderungen: policyaenderungen.default({}),
  begruendung: grundtext,
});
export type PolicyNeu = z.output<typeof policyNeu>;

const befund = z.strictObject({
  art: z.enum(['fehler', 'hinweis']),
  parameter: z.string(),
  satz: z.string(),
});

const angaben = {
  name: z.string(),
  gueltigAb: z.string(),
  stand: z.enum(['eingebaut', 'entwurf', 'freigegeben', 'verworfen']),
  aktiv: z.boolean().describe('Ein Fall, der heute beginnt, bekommt diese Version'),
  basis: z.enum(POLICYBASEN),
  aenderungen: z.record(z.string(), z.unknown()),
  begruendung: z.string(),
  entworfenVon: menschSchema.nullable(),
  entworfenAm: z.string().nullable(),
  freigegebenVon: menschSchema.nullable(),
  freigegebenAm: z.string().nullable(),
  verworfenVon: menschSchema.nullable(),
  verworfenAm: z.string().nullable(),
};
export const policySchema = z.strictObject(angaben).meta({ id: 'Policy' });
export type Policyeintrag = z.infer<typeof policySchema>;

export const policyabfrage = z.strictObject({
  gegen: z.string().max(60).optional().describe('Version, mit der verglichen wird; ohne Angabe „standard“'),
});
export const policyansichtSchema = z.strictObject({
  ...angaben,
  parameter: z.record(z.string(), z.unknown()).describe('Alle Parameter, wie sie für einen Fall gelten'),
  befunde: z.array(befund).describe('Was fehlt oder sich widerspricht; mit einem Fehler keine Freigabe'),
  gegen: z.string(),
  unterschiede: z.array(z.strictObject({ parameter: z.string(), hier: z.unknown(), dort: z.unknown() })),
});
export type Policyansicht = z.infer<typeof policyansichtSchema>;

export const migrationNeu = z.strictObject({
  teams: z
    .array(teamVerweis)
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe('Nur Vorgänge dieser Teams; ohne Angabe alle'),
  arten: z
    .array(z.enum(VORGANGSARTEN))
    .min(1)
    .max(VORGANGSARTEN.length)
    .nullable()
    .default(null)
    .describe('Nur Vorgänge dieser Art; ohne Angabe alle'),
});
export type MigrationNeu = z.output<typeof migrationNeu>;

const bewegung = z.strictObject({
  frist: z.string(),
  vorkommen: z.int(),
  vorher: z.string().nullable().describe('Fälligkeitstag bisher; leer, wenn die Frist neu ist'),
  faellig: z.string(),
  ende: z.string().nullable().describe('Wie die Frist mit dem Wechsel endet; leer, wenn sie weiterläuft'),
});

const umstellung = z.strictObject({
  art: z.enum(VORGANGSARTEN),
  id: kennung,
  fallnummer: z.string().nullable(),
  vorher: z.string().describe('Bisherige Version'),
  zustand: z.string().describe('Zustand nach dem Wechsel'),
  stand: z
    .enum(['vorgeschaut', 'offen', 'umgestellt', 'abweichend'])
    .describe('abweichend: Es geschah etwas anderes, als die Vorschau zeigte'),
  bewegungen: z.array(bewegung),
});
export const migrationSchema = z
  .strictObject({
    id: kennung,
    policy: z.string(),
    umfang: z.strictObject({
      teams: z.array(kennung).nullable(),
      arten: z.array(z.enum(VORGANGSARTEN)).nullable(),
    }),
    von: menschSchema,
    am: z.string(),
    ausgefuehrtAm: z.string().nullable(),
    zahlen: z.strictObject({
      vorgaenge: z.int(),
      bewegungen: z.int(),
      offen: z.int(),
      umgestellt: z.int(),
      abweichend: z.int(),
    }),
    vorgaenge: seite(umstellung),
  })
  .meta({ id: 'Policymigration' });
export type Migrationsansicht = z.infer<typeof migrationSchema>;
export const migrationsabfrage = z.strictObject(seitenabfrage);

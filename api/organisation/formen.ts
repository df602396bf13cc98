import { z } from 'zod';
import { LAENDER } from '../../domain/frist/laender.ts';
import { ROLLEN, ZIELSTELLEN } from '../../domain/kennungen.ts';
import { istLesbar } from '../../domain/lesbar.ts';
import { menschSchema, teamVerweisSchema } from '../faelle/formen.ts';
import { kurztext, tag, teamVerweis, kennung, zeile } from '../kern/felder.ts';
import { jaNein, seite, seitenabfrage, sortierung } from '../kern/seiten.ts';

export const personalabfrage = z.strictObject({
  ...seitenabfrage,
  rolle: z.enum(ROLLEN).optional(),
  team: kennung.optional(),
  aktiv: jaNein.optional(),
  sortierung: sortierung(['anzeigename', 'rolle']),
});
/** By its body: no address holds the name of anybody (DS-20). */
export const personalsuche = z.strictObject({
  name: zeile(100).describe('Teile des Namens, in beliebiger Folge; ä wie ae'),
});
export type Personalabfrage = z.output<typeof personalabfrage> & Partial<z.output<typeof personalsuche>>;
const personalfelder = {
  id: kennung,
  anzeigename: z.string(),
  rolle: z.enum(ROLLEN),
  anteil: z.number().describe('Arbeitszeitanteil, 1 = Vollzeit'),
  team: teamVerweisSchema,
};
const personaleintrag = z.strictObject({
  ...personalfelder,
  aktiv: z.boolean(),
  aktivAb: z.string(),
  aktivBis: z.string().nullable().describe('Letzter Arbeitstag einer ausgeschiedenen Person'),
  sprachen: z.array(z.string()),
  version: z.int(),
});
export type Personaleintrag = z.infer<typeof personaleintrag>;
export const personalseite = seite(personaleintrag);
export const ichSchema = z.strictObject({
  ...personalfelder,
  teams: z.array(kennung).describe('Teams, die die Person leitet, beaufsichtigt oder auswertet'),
  vertritt: z.array(menschSchema).describe('Wen die Person heute vertritt (TR52)'),
});

export const teamSchema = z.strictObject({
  id: kennung,
  kennzeichen: z.string(),
  art: z.enum(['fallmanagement', 'vermittlung']),
  land: z.enum(LAENDER),
  ohneKontaktFm: z.boolean(),
  zielstelle: z.enum(ZIELSTELLEN).nullable(),
  version: z.int(),
});
export type Team = z.infer<typeof teamSchema>;

const fuerWen = 'Für welches Team; null = für das ganze Haus';
const ohneTeam = 'Für welches Team; ohne Angabe für das ganze Haus';
const wasGilt =
  'true = Schließtag, false = ein Feiertag fällt weg, null = zurückgenommen: Es gilt wieder, was ohne den Eintrag gilt';
export const abweichungNeu = z.strictObject({
  tag,
  team: teamVerweis.optional().describe(ohneTeam),
  frei: z.boolean().nullable().default(true).describe(wasGilt),
  grund: kurztext.refine(istLesbar, { message: 'Ein Grund besteht aus Worten' }),
});
export type AbweichungNeu = z.output<typeof abweichungNeu>;
export const abweichungSchema = z.strictObject({
  tag: z.string(),
  team: kennung.nullable().describe(fuerWen),
  frei: z.boolean().nullable().describe(wasGilt),
  grund: z.string(),
});
export type Abweichung = z.infer<typeof abweichungSchema>;
export const kalendereintragSchema = z.strictObject({
  id: kennung,
  tag: z.string(),
  team: teamVerweisSchema.nullable().describe(fuerWen),
  frei: z.boolean().nullable().describe(wasGilt),
  grund: z.string(),
  erfasstAm: z.string(),
  erfasstVon: menschSchema.nullable(),
  gilt: z.boolean().describe('false = ein späterer Eintrag ersetzt ihn, oder er nimmt nur zurück'),
});

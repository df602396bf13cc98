import { z } from 'zod';
import { tag } from '../../api/contracts/felder.ts';
import { hbstatus, profillagen } from '../../api/contracts/stammdaten.ts';

const person = z.string().min(1).optional().describe('Person; ohne Angabe die des Falls');

/** Changes of the file of a person between two commands on a case; without `person` the person of the case. */
export const STAMMBEFEHLE = {
  profil_anpassen: {
    titel: 'Profiling fortschreiben oder zum Fallabgang anpassen',
    daten: z.strictObject({
      person,
      profillage: profillagen,
      anlass: z.enum(['erst', 'fortschreibung', 'fallabgang']),
      datum: tag.optional().describe('Tag des Profilings; ohne Angabe der Tag des Schritts'),
    }),
  },
  handlungsbedarf_aendern: {
    titel: 'Stand eines Handlungsbedarfs ändern',
    daten: z.strictObject({
      person,
      nummer: z.int().min(1).describe('Der wievielte Handlungsbedarf der Person'),
      status: hbstatus,
    }),
  },
} as const;

export type Stammbefehlsname = keyof typeof STAMMBEFEHLE;

/** One change of the file, as the master data routes of the API take it. */
export type Stammbefehl = {
  [Name in Stammbefehlsname]: { readonly befehl: Name } & z.output<(typeof STAMMBEFEHLE)[Name]['daten']>;
}[Stammbefehlsname];

export function istStammbefehl(name: string): name is Stammbefehlsname {
  return name in STAMMBEFEHLE;
}

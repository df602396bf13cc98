import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import { DATENKLASSEN } from '../../domain/rollen/matrix.ts';
import { menschSchema } from '../faelle/formen.ts';
import { personVerweis, kennung } from '../kern/felder.ts';
import { seite, seitenabfrage } from '../kern/seiten.ts';

export const protokollabfrage = z.strictObject({
  ...seitenabfrage,
  art: z.enum(['gelesen', 'geaendert']).optional().describe('Nur Lesezugriffe oder nur Änderungen'),
});
export type Protokollabfrage = z.output<typeof protokollabfrage>;

export const personId = z.strictObject({ personId: personVerweis });

const eintrag = z.strictObject({
  id: kennung,
  am: z.string(),
  aktion: z.string(),
  bezeichnung: z.string().describe('Die Aktion in Worten'),
  wer: menschSchema.nullable().describe('Leer: Lotse selbst oder ein Leistungserbringer'),
  rolle: z.enum(ROLLEN).nullable(),
  rollenname: z.string().nullable(),
  fuer: menschSchema.nullable().describe('Wer vertreten wurde'),
  warum: z.string().nullable().describe('Beziehung oder Grund; bei Änderungen die Rechtsgrundlage'),
  klassen: z.array(z.enum(DATENKLASSEN)).nullable().describe('Gelesene Datenklassen; leer bei Änderungen'),
  fallId: kennung.nullable(),
});
export type Protokollansicht = z.infer<typeof eintrag>;
export const protokollseite = seite(eintrag);

import { z } from 'zod';
import {
  DATENKATEGORIEN,
  EINWILLIGUNGSZWECKE,
  ENTBUNDENE_STELLEN,
} from '../../domain/einwilligung/einwilligung.ts';
import { erbringerVerweis, tag, kennung, kurztext } from '../kern/felder.ts';

const felder = {
  zweck: z.enum(EINWILLIGUNGSZWECKE),
  datenkategorien: z.array(z.enum(DATENKATEGORIEN)).min(1).max(DATENKATEGORIEN.length),
  entbundeneStellen: z.array(z.enum(ENTBUNDENE_STELLEN)).min(1).max(ENTBUNDENE_STELLEN.length),
  empfaenger: kurztext,
  leistungserbringer: erbringerVerweis
    .nullable()
    .describe('Leistungserbringer des Verzeichnisses, für den sie gilt (V-46)'),
  form: z.enum(['schriftlich', 'elektronisch']),
};

export const einwilligungNeu = z.strictObject({
  ...felder,
  leistungserbringer: felder.leistungserbringer.default(null),
  erteiltAm: tag,
  gueltigBis: tag.optional().describe('Letzter Tag; er verschiebt sich nie'),
  aufgeklaertUeber: z
    .strictObject({ zweck: z.boolean(), folgenVerweigerung: z.boolean(), widerruf: z.boolean() })
    .describe('Ohne vollständige Aufklärung gibt es keine Einwilligung'),
});
export type EinwilligungNeu = z.output<typeof einwilligungNeu>;

export const widerrufNeu = z.strictObject({ widerrufenAm: tag });
export type WiderrufNeu = z.output<typeof widerrufNeu>;

export const einwilligungsabfrage = z.strictObject({
  am: tag.optional().describe('Tag, auf den sich der Stand bezieht; ohne Angabe heute'),
});
export type Einwilligungsabfrage = z.output<typeof einwilligungsabfrage>;

const einwilligungSchema = z
  .strictObject({
    id: kennung,
    ...felder,
    erteiltAm: z.string(),
    gueltigBis: z.string().nullable(),
    widerrufenAm: z.string().nullable(),
    stand: z.enum(['gueltig', 'noch_nicht_erteilt', 'widerrufen', 'abgelaufen']),
  })
  .meta({ id: 'Einwilligung' });
export const einwilligungenSchema = z.array(einwilligungSchema);
export type Einwilligungsansicht = z.infer<typeof einwilligungSchema>;

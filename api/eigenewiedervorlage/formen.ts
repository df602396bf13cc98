import { z } from 'zod';
import { SATZ_HOECHSTENS } from '../../domain/eigenewiedervorlage/eigene-wiedervorlage.ts';
import { kennung, tag, zeile } from '../kern/felder.ts';
import { seite, seitenabfrage } from '../kern/seiten.ts';

const anTag = tag.describe('Heute oder später, höchstens zwei Jahre voraus');

export const wiedervorlageNeu = z.strictObject({
  tag: anTag,
  satz: zeile(SATZ_HOECHSTENS).describe(
    'Ein Satz für Sie selbst, höchstens 200 Zeichen; was in die Akte gehört, halten Sie dort fest',
  ),
});
export type WiedervorlageNeu = z.output<typeof wiedervorlageNeu>;

export const verlegungNeu = z.strictObject({ tag: anTag });
export type VerlegungNeu = z.output<typeof verlegungNeu>;

/** What was written, or is gone. */
export const geschrieben = z.strictObject({ id: kennung });
export type Geschrieben = z.infer<typeof geschrieben>;

const wiedervorlage = { id: kennung, tag: z.string(), satz: z.string() };

export const amFallSchema = z
  .strictObject({
    anlegbar: z.boolean().describe('Falsch, wo Sie den Fall nur für kurze Zeit mit einem Grund sehen'),
    eintraege: z.array(z.strictObject(wiedervorlage)).describe('Die nächsten 100, die früheste zuerst'),
  })
  .meta({ id: 'EigeneWiedervorlagenAmFall' });
export type AmFall = z.infer<typeof amFallSchema>;

export const wiedervorlagenabfrage = z.strictObject(seitenabfrage);
export type Wiedervorlagenabfrage = z.output<typeof wiedervorlagenabfrage>;

const wiedervorlageneintrag = z
  .strictObject({
    ...wiedervorlage,
    fallId: kennung,
    fallnummer: z.string(),
    personId: kennung.nullable().describe('Leer für Rollen ohne K0'),
    person: z.string().nullable().describe('Name; leer für Rollen ohne K0'),
  })
  .meta({ id: 'EigeneWiedervorlage' });
export type Wiedervorlageneintrag = z.infer<typeof wiedervorlageneintrag>;
export const wiedervorlagenseite = seite(wiedervorlageneintrag);

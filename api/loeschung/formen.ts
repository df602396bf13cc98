import { z } from 'zod';
import { BESTREITUNGSSTAENDE } from '../../domain/loeschung/bestreitung.ts';
import { BEDARFSENTSCHEIDUNGEN, PRUEFANLAESSE } from '../../domain/loeschung/pruefung.ts';
import { absatz, grundtext, kennung } from '../kern/felder.ts';
import { DATENKLASSEN } from '../../domain/rollen/matrix.ts';

const grund = grundtext;
const dokument = kennung.meta({ verweis: 'dokument' });

export const sperreNeu = z.strictObject({ grund });
export const aufhebungNeu = z.strictObject({ grund });
export const antragNeu = z.strictObject({
  dokument: dokument.nullable().default(null).describe('Einzelne Unterlage; ohne Angabe der ganze Fall'),
  grund,
});
export const ohneInhalt = z.strictObject({});
export const entscheidungNeu = z.strictObject({
  unterlagen: z
    .array(z.strictObject({ dokument, entscheidung: z.enum(BEDARFSENTSCHEIDUNGEN), grund }))
    .min(1)
    .max(500),
});
export const bestreitungNeu = z.strictObject({
  dokument,
  stellungnahme: absatz(20_000).meta({ freitext: true }),
});
export const erledigungNeu = z.strictObject({
  ergebnis: z.enum(['berichtigt', 'abgelehnt']),
  grund: grund.nullable().default(null).describe('Warum die Fassung des Jobcenters bleibt'),
});
export type SperreNeu = z.output<typeof sperreNeu>;
export type AntragNeu = z.output<typeof antragNeu>;
export type EntscheidungNeu = z.output<typeof entscheidungNeu>;
export type BestreitungNeu = z.output<typeof bestreitungNeu>;
export type ErledigungNeu = z.output<typeof erledigungNeu>;

export const sperrenSchema = z.array(
  z
    .strictObject({
      id: kennung,
      fallId: kennung,
      grund: z.string(),
      gesetztAm: z.string(),
      gesetztVon: kennung,
    })
    .meta({ id: 'Loeschsperre' }),
);
export const antraegeSchema = z.array(
  z
    .strictObject({
      id: kennung,
      fallId: kennung,
      dokument: kennung.nullable(),
      grund: z.string(),
      beantragtAm: z.string(),
      beantragtVon: kennung,
      bestaetigtVon: kennung.nullable(),
      vollzugAb: z.string().nullable().describe('Bis zum Tag davor lässt sich der Antrag zurücknehmen'),
    })
    .meta({ id: 'Loeschantrag' }),
);
export const unterlagenSchema = z.array(
  z
    .strictObject({
      dokument: kennung,
      klasse: z.enum(DATENKLASSEN),
      feld: z.string(),
      erfasstAm: z.string(),
      loeschtag: z.string().nullable().describe('Letzter Tag; null = die Unterlage geht mit dem Fall (V-33)'),
    })
    .meta({ id: 'Unterlage' }),
);
export const pruefungenSchema = z.array(
  z
    .strictObject({
      id: kennung,
      anlass: z.enum(PRUEFANLAESSE),
      handlungsbedarf: kennung.nullable(),
      faelligAm: z.string(),
      entschiedenAm: z.string().nullable(),
      unterlagen: z.array(
        z.strictObject({
          dokument: kennung,
          klasse: z.enum(DATENKLASSEN),
          feld: z.string(),
          erfasstAm: z.string(),
        }),
      ),
    })
    .meta({ id: 'Bedarfspruefung' }),
);
export const bestreitungenSchema = z.array(
  z
    .strictObject({
      id: kennung,
      dokument: kennung,
      stellungnahme: kennung,
      klasse: z.enum(DATENKLASSEN),
      stand: z.enum(BESTREITUNGSSTAENDE),
      erfasstAm: z.string(),
      grund: z.string().nullable(),
    })
    .meta({ id: 'Bestreitung' }),
);

import { z } from 'zod';
import { LEISTUNGSERGEBNISSE, RUECKMELDEARTEN } from '../../domain/leistung/leistung.ts';
import { tag, absatz } from '../kern/felder.ts';

/** The secret of the one-time link; it travels in the body, because addresses stand in the logs of every proxy. */
const einmallink = z
  .string()
  .regex(/^[\w-]{43}$/, 'Kein Zugang aus einer Nachricht von Lotse')
  .describe('Der Teil des Einmallinks hinter dem #');

export const zugangsrumpf = z.strictObject({ zugang: einmallink });

const bericht = absatz(4_000);
const unterwegs = { zugang: einmallink, tag: tag.describe('Tag, von dem berichtet wird'), bericht };

/** Only what was agreed can be said: no names, no free fields beside the report (E25, 004 ch5). */
export const rueckmeldungNeu = z.discriminatedUnion('art', [
  z.strictObject({ art: z.literal('termine'), ...unterwegs }),
  z.strictObject({ art: z.literal('teilziele'), ...unterwegs }),
  z.strictObject({ art: z.literal('hilfsmassnahmen_bedarfe'), ...unterwegs }),
  z.strictObject({ art: z.literal('abschluss'), ...unterwegs, ergebnis: z.enum(LEISTUNGSERGEBNISSE) }),
]);
export type RueckmeldungNeu = z.output<typeof rueckmeldungNeu>;

export const linkansicht = z
  .strictObject({
    zeichen: z
      .string()
      .describe('Geschäftszeichen; wer gemeint ist, weiß der Leistungserbringer aus der Zuweisung'),
    erbeten: z.array(z.enum(RUECKMELDEARTEN)).describe('Wozu heute eine Schweigepflichtentbindung vorliegt'),
    gueltigBis: z.string(),
  })
  .meta({ id: 'Rueckmeldezugang' });
export type Linkansicht = z.infer<typeof linkansicht>;

export const quittung = z.strictObject({ zeichen: z.string() }).meta({ id: 'Rueckmeldequittung' });
export type Quittung = z.infer<typeof quittung>;

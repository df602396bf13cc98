import { z } from 'zod';
import { FRISTENDEN } from '../../domain/pflicht/frist.ts';
import { FRISTWIRKUNGEN } from '../../domain/pflicht/fristwirkung.ts';
import { ZUSTAENDE } from '../../domain/kennungen.ts';
import { fristSchema } from '../faelle/formen.ts';
import { AN_BESTEHENDEM_FALL, EROEFFNUNGEN } from '../befehle/vertraege.ts';

const eingabe = z
  .record(z.string(), z.unknown())
  .describe('Was der Befehl bekäme; es gilt dieselbe Form wie für ihn');

export const vorschaueingabe = z.strictObject({
  befehl: z
    .enum(AN_BESTEHENDEM_FALL.map(({ befehl }) => befehl))
    .describe('Der Befehl, dessen Folgen gefragt sind'),
  eingabe,
});

export const anfangsvorschaueingabe = z.strictObject({
  befehl: z.enum(EROEFFNUNGEN.map(({ befehl }) => befehl)).describe('Der Befehl, mit dem der Fall begänne'),
  eingabe,
});

export const vorschauSchema = z
  .strictObject({
    zustand: z.enum(ZUSTAENDE).describe('Zustand des Falls danach'),
    warnungen: z.array(z.string()).describe('Regeln, die warnen oder hinweisen'),
    offeneHinweise: z.array(z.string()).describe('Regeln davon, die eine Begründung erwarten'),
    fristen: z.array(
      fristSchema.pick({ id: true, name: true, vorkommen: true, faellig: true }).extend({
        wirkung: z.enum(FRISTWIRKUNGEN),
        vorher: z.string().nullable().describe('Fälligkeitstag bisher, wenn er sich verschiebt'),
        ende: z.enum(FRISTENDEN).nullable().describe('Wie die Frist endet, wenn sie endet'),
      }),
    ),
  })
  .meta({ id: 'Vorschau' });
export type Vorschau = z.infer<typeof vorschauSchema>;

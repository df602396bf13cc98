import { z } from 'zod';
import { MAILWEGE } from '../../domain/mail/mailwahl.ts';

const weg = z.enum(MAILWEGE);

/** Every kind of announcement, so that nobody leaves one open by forgetting it. */
export const mailwahlNeu = z.strictObject({
  erinnerung: weg,
  faellig: weg,
  ueberfaellig: weg.describe('„keine“ ist hier nicht möglich'),
  mitteilung: weg.describe('Einladungen zu Terminen kommen immer sofort'),
});
export type Mailwahlrumpf = z.output<typeof mailwahlNeu>;

export const mailwahlSchema = mailwahlNeu.meta({ id: 'Mailwahl' });

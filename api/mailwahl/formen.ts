import { z } from 'zod';
import { MAILWEGE } from '../../domain/mail/mailwahl.ts';

const weg = z.enum(MAILWEGE);

/** Every kind of announcement, so that nobody leaves one open by forgetting it. */
export const mailwahlNeu = z.strictObject({
  erinnerung: weg.describe('Frist, die bald abläuft'),
  faellig: weg.describe('Frist, die heute abläuft'),
  ueberfaellig: weg.describe('Frist, die abgelaufen ist; „keine“ ist hier nicht möglich'),
  mitteilung: weg.describe(
    'Was andere an Ihren Fällen getan haben; Einladungen zu Terminen kommen immer sofort',
  ),
});
export type Mailwahlrumpf = z.output<typeof mailwahlNeu>;

export const mailwahlSchema = mailwahlNeu.meta({ id: 'Mailwahl' });

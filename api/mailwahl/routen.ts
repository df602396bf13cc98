import { ROLLEN } from '../../domain/kennungen.ts';
import { AENDERN, HAUS, LEER, LESEN, OHNE_PERSON, route, type Route } from '../kern/route.ts';
import { aendereMailwahl, eigeneMailwahl } from './faelle.ts';
import { mailwahlNeu, mailwahlSchema, type Mailwahlrumpf } from './formen.ts';

const gemeinsam = {
  pfad: '/api/v1/ich/mailwahl',
  gruppe: 'Personal',
  betrifft: HAUS,
  rollen: ROLLEN,
  pfadwerte: LEER,
  antwort: mailwahlSchema,
} as const;

export const mailwahlroute: Route<Mailwahlrumpf> = route({
  ...LESEN,
  ...gemeinsam,
  spur: OHNE_PERSON,
  name: 'mailwahl',
  titel: 'Wie ich Mails bekomme',
  beschreibung: 'Der Eingang zeigt immer alles; gewählt wird nur, was davon auch als Mail kommt, und wann.',
  abfrage: LEER,
  fall: (umgebung, { konto }) => eigeneMailwahl(umgebung, konto),
});

/** What of the inbox comes by mail, too, and when (ADR 75). */
export const mailwahlrouten: readonly Route[] = [
  mailwahlroute,
  route({
    ...AENDERN,
    ...gemeinsam,
    name: 'aendereMailwahl',
    titel: 'Wählen, wie ich Mails bekomme',
    beschreibung: 'Gilt für alles, was ab jetzt im Eingang steht.',
    rumpf: mailwahlNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) => aendereMailwahl(umgebung, konto, { schluessel, rumpf }),
  }),
];

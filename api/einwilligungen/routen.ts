import { z } from 'zod';
import * as vertrag from './formen.ts';
import { angelegt, kennung } from '../kern/felder.ts';
import { ANLEGEN, LESEN, route, type Route } from '../kern/route.ts';
import { einwilligungen, erteileEinwilligung, widerrufeEinwilligung } from './faelle.ts';

const PFAD = '/api/v1/personen/{personId}/einwilligungen';
const personId = z.strictObject({ personId: kennung });
const gemeinsam = {
  pfad: PFAD,
  gruppe: 'Personen',
  rollen: ['fm'],
  pfadwerte: personId,
  betrifft: { was: 'person', klassen: ['K3'] },
} as const;

export const einwilligungsliste: Route<vertrag.Einwilligungsansicht[]> = route({
  ...LESEN,
  spur: 'immer',
  ...gemeinsam,
  rollen: ['fm', 'fm_extern'],
  name: 'einwilligungenDerPerson',
  titel: 'Einwilligungen mit ihrem Stand an einem Tag',
  abfrage: vertrag.einwilligungsabfrage,
  antwort: vertrag.einwilligungenSchema,
  fall: (umgebung, { konto, pfad, abfrage }) => einwilligungen(umgebung, konto, { ...abfrage, ...pfad }),
});

/** Consents of a person (E22); a revocation is added, nothing is changed. */
export const einwilligungsrouten: readonly Route[] = [
  einwilligungsliste,
  route({
    ...ANLEGEN,
    ...gemeinsam,
    name: 'erteileEinwilligung',
    titel: 'Erteilte Einwilligung erfassen',
    rumpf: vertrag.einwilligungNeu,
    antwort: angelegt,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      erteileEinwilligung(umgebung, konto, { id: pfad.personId, schluessel, rumpf }),
  }),
  route({
    ...ANLEGEN,
    ...gemeinsam,
    pfad: `${PFAD}/{einwilligungId}/widerruf`,
    name: 'widerrufeEinwilligung',
    titel: 'Widerruf einer Einwilligung erfassen',
    pfadwerte: personId.extend({ einwilligungId: kennung }),
    rumpf: vertrag.widerrufNeu,
    antwort: angelegt,
    fall: (umgebung, { konto, pfad: { personId: id, einwilligungId: einwilligung }, rumpf, schluessel }) =>
      widerrufeEinwilligung(umgebung, konto, { id, einwilligung, schluessel, rumpf }),
  }),
];

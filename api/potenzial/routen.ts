import { z } from 'zod';
import { pruefakteSchema } from './formen.ts';
import { adresseVon } from '../befehle/adressen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

/** The check record of a person outside bFM. */
export function potenzialrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      methode: 'get',
      pfad: adresseVon('potenzial'),
      titel: 'Prüfakte einer Person außerhalb des bFM: Fristen und dokumentierte Prüfungen',
      gruppe: 'Potenzial',
      betrifft: { was: 'person', klassen: ['K1'], zeigt: ['K2'] },
      rollen: ['pap', 'fm_u25', 'tl'],
      status: 200,
      schreibt: false,
      pfadwerte: z.strictObject({ personId: z.uuid() }),
      abfrage: z.strictObject({}),
      rumpf: null,
      antwort: pruefakteSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.pruefakte(konto, pfad.personId),
      }),
    }),
  ];
}

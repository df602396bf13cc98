import { z } from 'zod';
import { berechneEingabe } from '../../domain/frist/eingabe.ts';
import { ROLLEN } from '../../domain/kennungen.ts';
import { fristeingabe, fristergebnis } from './formen.ts';
import { HAUS, route, type Route } from '../kern/route.ts';
import { Absage } from '../kern/absage.ts';

/** The Fristenrechner: the same function as on the command line. */
export function fristenrouten(): Route[] {
  return [
    route({
      methode: 'post',
      pfad: '/api/v1/fristen/berechnung',
      titel: 'Eine Frist berechnen und herleiten',
      gruppe: 'Fristen',
      betrifft: HAUS,
      rollen: ROLLEN,
      status: 200,
      schreibt: false,
      pfadwerte: z.strictObject({}),
      abfrage: z.strictObject({}),
      rumpf: fristeingabe,
      antwort: fristergebnis,
      handler: ({ rumpf }) => {
        const ergebnis = berechneEingabe(rumpf);
        if (!('fehler' in ergebnis)) return Promise.resolve({ status: 200, rumpf: ergebnis });
        const { feld, text } = ergebnis.fehler;
        return Promise.reject(
          new Absage('EINGABE_UNGUELTIG', text, { felder: [{ pfad: feld, meldung: text }] }),
        );
      },
    }),
  ];
}

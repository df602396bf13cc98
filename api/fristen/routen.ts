import { berechneEingabe } from '../../domain/frist/eingabe.ts';
import { ROLLEN } from '../../domain/kennungen.ts';
import { fristeingabe, fristergebnis, type Fristergebnis } from './formen.ts';
import { HAUS, LEER, OHNE_PERSON, route, type Route } from '../kern/route.ts';
import { Absage } from '../kern/absage.ts';

/** The Fristenrechner: the same function as on the command line. */
export const fristrechnung: Route<Fristergebnis> = route({
  methode: 'post',
  pfad: '/api/v1/fristen/berechnung',
  name: 'fristBerechnen',
  titel: 'Eine Frist berechnen und herleiten',
  gruppe: 'Fristen',
  betrifft: HAUS,
  rollen: ROLLEN,
  status: 200,
  schreibt: false,
  spur: OHNE_PERSON,
  pfadwerte: LEER,
  abfrage: LEER,
  rumpf: fristeingabe,
  antwort: fristergebnis,
  fall: (_, { rumpf }) => {
    const ergebnis = berechneEingabe(rumpf);
    if (!('fehler' in ergebnis)) return Promise.resolve(ergebnis);
    const { feld, text } = ergebnis.fehler;
    return Promise.reject(new Absage('EINGABE_UNGUELTIG', text, { felder: [{ pfad: feld, meldung: text }] }));
  },
});

export const fristenrouten: readonly Route[] = [fristrechnung];

import { z } from 'zod';
import * as vertrag from './formen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const PFAD = '/api/v1/rueckmeldungen';
const offen = {
  methode: 'post',
  gruppe: 'Leistungserbringer',
  zugang: 'einmallink',
  rollen: [],
  schreibt: false,
  pfadwerte: leer,
  abfrage: leer,
  betrifft: { was: 'fall', klassen: ['K5'] },
} as const;

/** What a Leistungserbringer without an account can do with its one-time link (R17, E25). */
export function rueckmelderouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...offen,
      pfad: `${PFAD}/ansicht`,
      titel: 'Zeigen, wozu ein Einmallink berechtigt',
      status: 200,
      rumpf: vertrag.zugangsrumpf,
      antwort: vertrag.zugangsansicht,
      handler: async ({ rumpf }) => ({ status: 200, rumpf: await anwendung.zeigeZugang(rumpf.zugang) }),
    }),
    route({
      ...offen,
      pfad: PFAD,
      titel: 'Rückmeldung eines Leistungserbringers über seinen Einmallink',
      beschreibung:
        'Der Link gilt einmal. Was keine Schweigepflichtentbindung deckt, wird nicht gespeichert (V-46).',
      status: 201,
      rumpf: vertrag.rueckmeldungNeu,
      antwort: vertrag.quittung,
      handler: async ({ rumpf }) => ({ status: 201, rumpf: await anwendung.meldeZurueck(rumpf) }),
    }),
  ];
}

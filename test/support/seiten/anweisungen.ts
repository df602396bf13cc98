import { oeffneDatenbank, type Datenbank } from '../../../db/client.ts';
import type { Rolle } from '../../../domain/kennungen.ts';

/**
 * What a page asks of PostgreSQL once it was opened before: every statement that is sent, `begin` and who acts among them, COMMIT left
 * out as in ADR 63. Six at most, however much stands on it.
 */
export const ANWEISUNGEN: readonly (readonly [rolle: Rolle, pfad: string, anweisungen: number])[] = [
  ['pap', '/', 5],
  ['fm', '/', 6],
  ['tl', '/', 6],
  ['bereichsleitung', '/', 6],
  ['controlling', '/', 4],
  ['datenschutz', '/', 4],
  ['fm', '/faelle', 5],
  ['fm', '/eingang', 5],
  ['fm', '/personen', 6],
  ['tl', '/vormerkungen', 6],
  ['tl', '/team/fristen', 5],
  ['tl', '/haus/mitarbeitende', 5],
  ['tl', '/haus/teams', 4],
  ['tl', '/haus/themen', 5],
  ['tl', '/haus/kalender', 4],
  ['tl', '/haus/zugriffe', 6],
  ['tl', '/haus/beanstandungen', 6],
  ['tl', '/haus/loeschantraege', 4],
  ['tl', '/haus/loeschsperren', 4],
  ['tl', '/haus/angebotsluecken', 6],
  ['tl', '/haus/policies', 5],
  ['tl', '/netzwerk', 6],
  ['datenschutz', '/haus/zugriffe', 6],
  ['bereichsleitung', '/faelle', 5],
  ['bereichsleitung', '/vormerkungen', 6],
  ['pap', '/personen', 6],
  ['fm', '/team', 5],
  ['tl', '/team', 5],
  ['bereichsleitung', '/team', 5],
  ['controlling', '/team', 4],
  ['koordinator', '/team', 4],
  ['tl', '/besprechung', 6],
  ['tl', '/besprechung/abschluss', 6],
];

/** A login of the API, with every statement it sends since it was last asked. */
export function zaehlendeDatenbank(url: string): { db: Datenbank; gezaehlte: () => string[] } {
  const db = oeffneDatenbank(url, 1, 'anmeldung');
  let gesendet: string[] = [];
  const { $client } = db.drizzle as unknown as { $client: { options: object } };
  // The driver calls it with every statement before it goes out.
  Object.assign($client.options, {
    debug: (_: number, anweisung: string) => gesendet.push(anweisung.trim()),
  });
  return {
    db,
    gezaehlte: () => {
      const alle = gesendet.filter((eine) => eine !== 'commit');
      gesendet = [];
      return alle;
    },
  };
}

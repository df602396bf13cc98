import { describe, expect, it } from 'vitest';
import { aufHeutigenStand } from '../../../domain/fall/altstand.ts';
import type { BestehenderFall } from '../../../domain/fall/fall.ts';
import { naechsterInstant } from '../../../domain/fall/schritt.ts';
import { antwort, befehl, danach } from '../../../tools/simulation/bauen.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';

/** What release 0.1 did not store. */
const NEUE_FELDER = [
  'akh',
  'arbeitsaufnahmen',
  'erfolgreich',
  'abbruch',
  'angaben',
  'fallbesprechung',
  'rueckgabeversuch',
];

/** The same state as release 0.1 would have stored it. */
function alt(fall: BestehenderFall): BestehenderFall {
  const ohne = JSON.parse(
    JSON.stringify(fall, (feld, wert: unknown) => (NEUE_FELDER.includes(feld) ? undefined : wert)),
  ) as BestehenderFall;
  if (!('weg' in ohne) || ohne.weg === null) return ohne;
  return { ...ohne, weg: { ...ohne.weg, kontakte: undefined } } as unknown as BestehenderFall;
}

describe('a state of release 0.1', () => {
  const { abgang_eingeleitet: abgehend, beendet } = FAELLE;
  it.each([
    ['aktiv', FAELLE.aktiv().fall],
    ['abgang_eingeleitet', abgehend().fall],
    ['beendet', beendet().fall],
  ])('%s wakes at the same instant and goes on', (...[, fall]) => {
    const gehoben = aufHeutigenStand(JSON.parse(JSON.stringify(alt(fall))) as BestehenderFall);
    expect(naechsterInstant(gehoben)).toBe(naechsterInstant(fall));
    expect(gehoben).toMatchObject({ weg: { kontakte: [] } });
    expect(aufHeutigenStand(fall)).toEqual(fall);
  });

  it('is judged by its reason alone, and the commands of today act on it', () => {
    const gehoben = aufHeutigenStand(alt(beendet().fall));
    expect(gehoben).toMatchObject({
      akh: null,
      arbeitsaufnahmen: [],
      fallabgang: { grund: 'X2', erfolgreich: true, abbruch: false },
    });
    expect(antwort(gehoben, befehl('verbleib_erfassen', '2026-12-01T09:00'))).toBe('ok');
    const exit = aufHeutigenStand(alt(abgehend().fall));
    const ende = danach(
      { fall: exit, ereignisse: [] },
      befehl('fallabgang_dokumentieren', '2026-11-24T09:00'),
    );
    expect(ende.fall).toMatchObject({ zustand: 'beendet', fallabgang: { grund: 'X2', erfolgreich: true } });
  });
});

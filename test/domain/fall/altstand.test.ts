import { describe, expect, it } from 'vitest';
import { aufHeutigenStand, befehlVonHeute } from '../../../domain/fall/altstand.ts';
import type { Befehl } from '../../../domain/fall/befehle.ts';
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

/** What release 0.1 knew nothing of on the way to a Fallzugang. */
const ZUGANGSFELDER = [
  'abgebend',
  'vorgaengerFallId',
  'laufendeNummer',
  'auffaelligkeiten',
  'quelle',
  'uebergabe',
  'abweichung',
];

describe('a state of release 0.1', () => {
  it.each(Object.entries(FAELLE).filter(([zustand]) => zustand !== 'weitergeleitet'))(
    '%s came from the pAp through the weekly meeting',
    (_, werdegang) => {
      const { fall } = werdegang();
      const ohne = JSON.stringify(fall, (feld, wert: unknown) =>
        ZUGANGSFELDER.includes(feld) ? undefined : wert,
      );
      expect(aufHeutigenStand(JSON.parse(ohne) as BestehenderFall)).toEqual(fall);
    },
  );

  it('a command of release 0.1 says what it said: no founding by others, a refusal without its code', () => {
    const ohne = (einer: object, ...felder: string[]): Befehl =>
      Object.fromEntries(Object.entries(einer).filter(([feld]) => !felder.includes(feld))) as Befehl;
    const neu = befehl('vormerken', '2024-11-12T09:00');
    const gruendung = ohne(neu.gruendung, 'abgebend', 'vorgaengerFallId', 'laufendeNummer');
    expect(befehlVonHeute({ ...ohne(neu, 'einschaetzungKriteriumB'), gruendung } as never)).toEqual(neu);
    const abweisen = befehl('zugang_entscheiden', '2024-11-25T09:00', {
      ergebnis: 'abweisung',
      besprochenAm: '2024-11-25',
    });
    const alte = ohne(abweisen, 'grund', 'komplex', 'integrationNachrangig', 'weiterleitung');
    expect(befehlVonHeute(alte)).toEqual({ ...abweisen, grund: 'sonstiges' });
  });

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

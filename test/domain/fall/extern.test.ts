import { describe, expect, it } from 'vitest';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import { evolve } from '../../../domain/fall/evolve.ts';
import { beauftragungIn, type Fall } from '../../../domain/fall/fall.ts';
import { darf, type Berechtigter, type Sachbefehl } from '../../../domain/rollen/befehlsrechte.ts';
import {
  antwort,
  befehl,
  bis,
  BIS_FALLZUGANG,
  danach,
  nach,
  NEU,
  ohneText,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { EXTERN, FM, PAP } from '../../../tools/simulation/vorgaben.ts';

const BEGINN = '2024-11-30';
const beauftragt = (anders: Parameters<typeof befehl<'externes_fm_beauftragen'>>[2] = {}): Werdegang =>
  danach(nach(...BIS_FALLZUGANG), befehl('externes_fm_beauftragen', `${BEGINN}T09:00`, anders));
const bericht = (am: string): Befehl => befehl('zwischenbericht_erfassen', `${am}T09:00`);
const abschluss = (am: string): Befehl => befehl('abschlussbericht_erfassen', `${am}T09:00`);

type T33 = { vorkommen: number; roh: string; faellig: string; ende: string | null; lauf: string };
const t33 = ({ fall }: Werdegang): T33[] =>
  fall.fristen
    .filter((f) => f.id === 'T-33')
    .map(({ vorkommen, roh, faellig, ende, lauf }) => ({ vorkommen, roh, faellig, ende, lauf }));

describe('external Fallmanagement (R23, V-52, T-33)', () => {
  it('the grid counts from the commission, never from a shifted or clipped day (CAL-F)', () => {
    const werdegang = ['2025-02-28', '2025-05-30', '2025-08-29'].reduce(
      (l, am) => danach(l, bericht(am)),
      beauftragt(),
    );
    const alle = t33(danach(werdegang, bericht('2025-11-28')));
    expect(alle.map(({ vorkommen, roh, faellig }) => [vorkommen, roh, faellig])).toEqual([
      [1, '2025-02-28', '2025-02-28'],
      // 30.05.2025 is a Friday, 30.08. a Saturday, 30.11. a Sunday.
      [2, '2025-05-30', '2025-05-30'],
      [3, '2025-08-30', '2025-09-01'],
      [4, '2025-11-30', '2025-12-01'],
    ]);
    expect(alle.map(({ ende }) => ende)).toEqual(Array.from({ length: 4 }, () => 'erledigt'));
  });

  it('a day of the grid without its report stays open while the next one begins', () => {
    const werdegang = bis(beauftragt(), '2025-03-01T00:00');
    expect(t33(werdegang)).toMatchObject([
      { vorkommen: 1, faellig: '2025-02-28', ende: null, lauf: 'ueberfaellig' },
      { vorkommen: 2, faellig: '2025-05-30', ende: null, lauf: 'offen' },
    ]);
    expect(t33(danach(werdegang, bericht('2025-03-03')))).toMatchObject([
      { vorkommen: 1, ende: 'verspaetet_erledigt' },
      { vorkommen: 2, ende: null },
    ]);
  });

  it('the final report ends the commission: the next interim report is no longer owed, an overdue one is late', () => {
    expect(t33(danach(beauftragt(), abschluss('2025-01-15')))).toMatchObject([{ ende: 'entfallen' }]);
    const spaet = danach(bis(beauftragt(), '2025-03-10T00:00'), abschluss('2025-03-10'));
    expect(t33(spaet).map(({ ende }) => ende)).toEqual(['verspaetet_erledigt', 'entfallen']);
    expect(beauftragungIn(spaet.fall)).toBeNull();
    expect(antwort(spaet.fall, bericht('2025-03-11'))).toBe('V-52');
  });

  it('a further commission goes on counting, so that no duty of the first comes back', () => {
    const zweite = danach(
      beauftragt(),
      abschluss('2025-01-15'),
      befehl('externes_fm_beauftragen', '2025-02-03T09:00', { rasterMonate: 1 }),
    );
    expect(t33(zweite)).toMatchObject([
      { vorkommen: 1, ende: 'entfallen' },
      { vorkommen: 2, roh: '2025-03-03', ende: null },
    ]);
  });

  it('with the case ends the commission', () => {
    const werdegang = danach(
      beauftragt(),
      befehl('ohne_gespraech_beenden', '2025-01-10T09:00', { grund: 'X7', administrativ: 'umzug' }),
    );
    expect(beauftragungIn(werdegang.fall)).toBeNull();
    expect(t33(werdegang)).toMatchObject([{ ende: 'entfallen' }]);
  });

  it('V-52 says what is missing', () => {
    const offen = nach(...BIS_FALLZUGANG).fall;
    const auftrag = (anders: Parameters<typeof befehl<'externes_fm_beauftragen'>>[2]): string =>
      antwort(offen, befehl('externes_fm_beauftragen', '2024-12-02T09:00', anders));
    expect(auftrag({})).toBe('ok');
    expect(auftrag({ fmIstExtern: false })).toBe('V-52');
    expect(auftrag({ fehlendeNachweise: ['abgaben'] })).toBe('V-52');
    expect(auftrag({ fehlendeNachweise: [] })).toBe('ok');
    expect(auftrag({ fallbesprechungAm: null })).toBe('V-52');
    expect(auftrag({ ereignisAm: '2024-11-01' })).toBe('V-52');
    expect(antwort(offen, ohneText(befehl('externes_fm_beauftragen', '2024-12-02T09:00'), 'auftrag'))).toBe(
      'V-52',
    );
    const { fall } = beauftragt();
    expect(antwort(fall, befehl('externes_fm_beauftragen', '2024-12-02T09:00'))).toBe('V-52');
    expect(antwort(fall, ohneText(bericht('2025-02-03'), 'bericht'))).toBe('V-52');
    const ohneGespraech = befehl('abschlussbericht_erfassen', '2025-02-03T09:00', {
      fallbesprechungAm: null,
    });
    expect(antwort(fall, ohneGespraech)).toBe('V-52');
    expect(
      antwort(
        danach(beauftragt(), bericht('2025-02-03')).fall,
        befehl('abschlussbericht_erfassen', '2025-02-04T09:00', { ereignisAm: '2025-02-02' }),
      ),
    ).toBe('V-52');
  });

  it('a corrected beginning moves the grid, but not past a report', () => {
    const werdegang = danach(beauftragt(), bericht('2025-02-28'));
    const ereignis = werdegang.ereignisse.find((e) => e.art === 'externes_fm_beauftragt');
    const berichtige = (neuesDatum: string): Befehl =>
      befehl('berichtigen', '2025-03-03T09:00', {
        bezug: { ereignis: ereignis?.id ?? '', art: 'externes_fm_beauftragt', akteur: FM },
        neuesDatum,
      });
    expect(antwort(werdegang.fall, berichtige('2025-03-01'))).toBe('TR58');
    expect(t33(danach(werdegang, berichtige('2024-12-02')))).toMatchObject([
      { vorkommen: 1, roh: '2025-03-02', faellig: '2025-03-03', ende: 'erledigt' },
      { vorkommen: 2, roh: '2025-06-02' },
    ]);
  });

  it('the ladder goes to the external FM, then to the Fallmanager and the Teamleitung', () => {
    const { ereignisse } = bis(beauftragt(), '2025-03-04T00:00');
    let stand: Fall = NEU;
    const post = ereignisse.flatMap((e) => {
      const vorher = stand;
      stand = evolve(stand, e);
      return nachrichten(e, vorher, stand).filter((n) => n.anlass === 'T-33');
    });
    expect(post.map(({ an, person, stufe }) => [an, person, stufe])).toEqual([
      ['fm_extern', EXTERN, 'erinnerung'],
      ['fm_extern', EXTERN, 'faellig'],
      ['fm_extern', EXTERN, 'ueberfaellig'],
      ['fm', FM, 'ueberfaellig'],
      ['tl', null, 'ueberfaellig'],
    ]);
  });
});

describe('rights of an external Fallmanagement', () => {
  const wer: Berechtigter = { id: EXTERN, rolle: 'fm_extern', teams: [], vertritt: [] };
  const bezug = (extern: string | null): Parameters<typeof darf>[2] => ({
    team: 't',
    fm: FM,
    pap: PAP,
    aufnehmenderPap: null,
    abgebend: null,
    weitergeleitetAn: null,
    extern,
  });

  it.each(['kontakt_erfassen', 'zwischenbericht_erfassen', 'abschlussbericht_erfassen'] as const)(
    '%s only while the case is entrusted',
    (name) => {
      expect(darf(wer, name, bezug(EXTERN))).toBe(true);
      expect(darf(wer, name, bezug(null))).toBe(false);
    },
  );

  const HOHEITLICH: readonly Sachbefehl[] = [
    'zugang_entscheiden',
    'ueberpruefen',
    'standortgespraech_fuehren',
    'abgang_einleiten',
    'fallabgang_dokumentieren',
    'ohne_gespraech_beenden',
    'vereinbarung_abschliessen',
    'integrationsplan_aufstellen',
  ];
  it.each(HOHEITLICH)('%s stays with the Fallmanager', (name) => {
    expect(darf(wer, name, bezug(EXTERN))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { aufHeutigenStand } from '../../../domain/fall/altstand.ts';
import type { BefehlVon, LaufendeAkh } from '../../../domain/fall/befehle.ts';
import type { BestehenderFall } from '../../../domain/fall/fall.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import { meldungFuer, wegfallFuer, wegfallVon } from '../../../domain/fall/wegfall.ts';
import { REGELWERK } from '../../../domain/vorgang/regelwerk.ts';
import { WEGFALLGRUENDE, wegfallNachAkte, type Wegfall } from '../../../domain/zugang/wegfall.ts';
import {
  antwort,
  befehl,
  BIS_FALLZUGANG,
  bis,
  danach,
  nach,
  NEU,
  type Werdegang,
} from '../../../tools/simulation/bauen.ts';
import { FM, GRUENDUNG_01 } from '../../../tools/simulation/vorgaben.ts';

const ELB = { erwerbsfaehig: true, rechtskreis: 'sgb_ii', verstorbenAm: null, verzogenAm: null } as const;
const AKTE = { ...ELB, profile: [{ datum: '2024-11-01' }] };

const meldung = (wegfall: Wegfall | null, am: string): BefehlVon<'personenstand_uebernehmen'> =>
  befehl('personenstand_uebernehmen', am, { wegfall });
/** As a release stored it that did not know the field. */
const ohne = <T extends object>(stand: T, feld: keyof T): T =>
  Object.fromEntries(Object.entries(stand).filter(([name]) => name !== feld)) as T;
const offene = ({ fall }: Werdegang): string[] =>
  fall.fristen.filter(({ ende }) => ende === null).map(({ id }) => id);
const AB = '2025-03-03';
const TAGS_DARAUF = '2025-03-04';
const begleitet = (): Werdegang => bis(nach(...BIS_FALLZUGANG), `${AB}T08:00`);
const beendetMit = (
  grund: 'X7' | 'X15',
  administrativ: 'tod' | 'umzug' | 'datenfehler' | null,
): BestehenderFall =>
  danach(begleitet(), befehl('ohne_gespraech_beenden', `${AB}T09:00`, { grund, administrativ })).fall;

describe('V-79: wer kein eLb mehr ist', () => {
  it('nach den Stammdaten: Tod vor Wegzug vor Rechtskreis vor Erwerbsfähigkeit', () => {
    expect(wegfallNachAkte(ELB)).toBeNull();
    const ohne = { ...ELB, erwerbsfaehig: false };
    expect(wegfallNachAkte(ohne)).toBe('erwerbsfaehigkeit');
    expect(wegfallNachAkte({ ...ohne, rechtskreis: 'sgb_iii' })).toBe('rechtskreis');
    expect(wegfallNachAkte({ ...ohne, verzogenAm: AB })).toBe('umzug');
    expect(wegfallNachAkte({ ...ohne, verzogenAm: AB, verstorbenAm: AB })).toBe('tod');
  });

  it('nach dem Abgang: Tod, Wegzug und Ausscheiden, nicht die fehlerhafte Akte', () => {
    const nachAbgang = (fall: BestehenderFall): Wegfall | null => wegfallVon(AKTE, [fall]);
    expect(nachAbgang(beendetMit('X15', 'tod'))).toBe('tod');
    expect(nachAbgang(beendetMit('X15', 'umzug'))).toBe('umzug');
    expect(nachAbgang(beendetMit('X7', null))).toBe('rechtskreis');
    expect(nachAbgang(beendetMit('X15', 'datenfehler'))).toBeNull();
    expect(nachAbgang(begleitet().fall)).toBeNull();
  });

  it('ein Abgang aus Fassung 0.1 nennt keinen Anlass: was danach beobachtet wird, sagt, ob jemand lebt', () => {
    const ohneAnlass = (fall: BestehenderFall): BestehenderFall => {
      if (fall.zustand !== 'beendet') throw new Error('nicht beendet');
      return { ...fall, fallabgang: ohne(fall.fallabgang, 'administrativ') };
    };
    expect(wegfallVon(AKTE, [ohneAnlass(beendetMit('X15', 'tod'))])).toBe('tod');
    expect(wegfallVon(AKTE, [ohneAnlass(beendetMit('X15', 'umzug'))])).toBe('umzug');
  });

  it('ein neueres Profiling oder ein neuerer Fall heißt: wieder da; der eigene Abgang ist dem Fall nichts Neues', () => {
    const fall = beendetMit('X7', null);
    expect(wegfallVon({ ...AKTE, profile: [{ datum: AB }] }, [fall])).toBe('rechtskreis');
    expect(wegfallVon({ ...AKTE, profile: [{ datum: TAGS_DARAUF }] }, [fall])).toBeNull();
    const neuerer = { ...begleitet().fall, fallId: 'f2', laufendeNummer: 2 };
    expect(wegfallVon(AKTE, [neuerer, fall])).toBeNull();
    expect(wegfallFuer(fall.fallId, AKTE, [fall])).toBeNull();
    expect(wegfallFuer('f0', AKTE, [fall])).toBe('rechtskreis');
  });

  it.each(WEGFALLGRUENDE)(
    'im offenen Fall bleibt bei „%s“ allein T-55, und eine Berichtigung bringt alles zurück',
    (grund) => {
      const vorher = begleitet();
      const fort = danach(vorher, meldung(grund, `${AB}T09:00`));
      expect(offene(fort)).toEqual(['T-55']);
      expect(offene(bis(fort, '2029-12-01T09:00'))).toEqual(['T-55']);
      expect(bis(fort, '2029-12-01T09:00').fall.zustand).toBe('aktiv');
      const zurueck = danach(fort, meldung(null, `${AB}T10:00`));
      expect(offene(zurueck).sort()).toEqual(offene(vorher).sort());
    },
  );

  it('die passive Betreuung eines Falls, nach dem die Person noch einmal übernommen wurde, kommt nicht wieder', () => {
    const fall = { ...begleitet().fall, fallId: 'f1', laufendeNummer: 1 };
    const vorgemerkt = { ...nach(...BIS_FALLZUGANG.slice(0, 1)).fall, fallId: 'f2', laufendeNummer: 2 };
    const uebernommen = { ...begleitet().fall, fallId: 'f2', laufendeNummer: 2 };
    expect(meldungFuer('f1', AKTE, [vorgemerkt, fall])).toEqual({ wegfall: null });
    expect(meldungFuer('f1', AKTE, [uebernommen, fall])).toEqual({ wegfall: null, abgeloest: true });
    expect(meldungFuer('f2', AKTE, [uebernommen, fall])).toEqual({ wegfall: null });
  });

  it('dieselbe Nachricht noch einmal ist keine; ein schwererer Grund ist eine', () => {
    const fort = danach(begleitet(), meldung('umzug', `${AB}T09:00`));
    expect(danach(fort, meldung('umzug', `${AB}T10:00`)).ereignisse).toHaveLength(fort.ereignisse.length);
    expect(danach(fort, meldung('tod', `${AB}T10:00`)).fall.weggefallen?.grund).toBe('tod');
  });

  it('unter dem ersten Regelwerk geschieht nichts, nach der Übernahme schon', () => {
    const frueher = nach(befehl('vormerken', '2024-11-04T09:00', { gruendung: GRUENDUNG_01 }));
    const gehoert = danach(frueher, meldung('tod', '2024-11-04T10:00'));
    expect(gehoert.ereignisse).toHaveLength(frueher.ereignisse.length);
    const neu = befehl('regelwerk_uebernehmen', '2024-11-04T11:00', { regelwerk: REGELWERK });
    expect(offene(danach(gehoert, neu, meldung('tod', '2024-11-04T12:00')))).toEqual(['T-55']);
  });

  it('passive Betreuung wird für niemanden festgelegt, der fort ist', () => {
    const fort = danach(
      begleitet(),
      befehl('abgang_einleiten', `${AB}T09:00`, {
        abgang: { grund: 'X8', kriterienEntfallen: false, ohneFmMoeglich: false },
      }),
      meldung('umzug', `${AB}T10:00`),
    );
    expect(antwort(fort.fall, befehl('akh_festlegen', `${AB}T11:00`))).toBe('V-79');
  });

  it('endet der Fall nach der Nachricht vom Tod, beginnt keine Nachhaltung, bis sie berichtigt ist', () => {
    const ende = befehl('ohne_gespraech_beenden', `${AB}T10:00`, { grund: 'X7', administrativ: null });
    const tot = danach(begleitet(), meldung('tod', `${AB}T09:00`), ende);
    expect(tot.fall).toMatchObject({ zustand: 'beendet', neben: [] });
    expect(offene(tot)).toEqual([]);
    const lebt = danach(tot, meldung(null, `${AB}T11:00`));
    expect(lebt.fall).toMatchObject({ neben: ['nachhaltung'] });
    expect(offene(lebt)).toContain('T-24');
  });

  it('ein Stand aus Fassung 0.1 kennt das Feld nicht und bleibt, wie er war', () => {
    expect(aufHeutigenStand(ohne(begleitet().fall, 'weggefallen')).weggefallen).toBeNull();
  });
});

describe('V-82: Vormerkung während verbindlicher passiver Betreuung', () => {
  const akh: LaufendeAkh = { bis: '2025-06-30', fm: 'fm-der-akh' };
  const WEGE = ['vormerken', 'im_jour_fixe_vormerken', 'u25_uebergabe_anmelden'] as const;

  it.each(WEGE)('%s: der Grund fehlt, und wer sie festgelegt hat, erfährt davon', (weg) => {
    const { fall, ereignisse } = nach(befehl(weg, '2024-11-04T09:00', { akh }));
    expect(fall.hinweise).toContain('V-82');
    const [erstes] = ereignisse;
    if (erstes === undefined) throw new Error('kein Ereignis');
    expect(nachrichten(erstes, NEU, fall)).toContainEqual(
      expect.objectContaining({ an: 'fm', person: akh.fm, stufe: 'mitteilung' }),
    );
  });

  it('am letzten Tag bindet sie noch, danach nicht mehr; ohne sie und unter älteren Regeln fehlt nichts', () => {
    const hinweise = (eigenes: Partial<BefehlVon<'vormerken'>>): readonly string[] =>
      nach(befehl('vormerken', '2024-11-04T09:00', eigenes)).fall.hinweise;
    expect(hinweise({ akh: { ...akh, bis: '2024-11-04' } })).toContain('V-82');
    expect(hinweise({ akh: { ...akh, bis: '2024-11-03' } })).not.toContain('V-82');
    expect(hinweise({})).not.toContain('V-82');
    expect(hinweise({ akh, gruendung: GRUENDUNG_01 })).not.toContain('V-82');
  });

  it('niemand erfährt es zweimal', () => {
    const anruf = { fm: FM, ergebnis: 'feste_termine' } as const;
    const { fall, ereignisse } = nach(
      befehl('im_jour_fixe_vormerken', '2024-11-04T09:00', { akh: { ...akh, fm: FM }, anruf }),
    );
    const an = ereignisse
      .slice(0, 1)
      .flatMap((e) => nachrichten(e, NEU, fall))
      .filter((n) => n.person === FM);
    expect(an).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import { fallblatt } from '../../../domain/fall/fallblatt.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import { protokollAus } from '../../../domain/fall/protokoll.ts';
import { eintragAus } from '../../../domain/fall/ruecknahme.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import { anlassVon } from '../../../domain/vorgang/schritt.ts';
import type { BefehlVon } from '../../../domain/fall/befehle.ts';
import { befehl, BIS_FALLZUGANG, danach, nach, type Werdegang } from '../../../tools/simulation/bauen.ts';
import { vereinbarung } from '../../../tools/simulation/planungsvorgaben.ts';
import { FM, FM2, TL, vorgaben } from '../../../tools/simulation/vorgaben.ts';

type Ruecknahme = BefehlVon<'eintrag_zurueckziehen'>;
const { bedarfe } = vorgaben('2025-01-07T09:00:00Z').teilziel_setzen;
const angaben = vereinbarung('2025-01-07T09:30:00Z');
const begonnen = nach(...BIS_FALLZUGANG);

/** The newest entry of a kind as the record knows it. */
function ruecknahme(
  { ereignisse }: Werdegang,
  art: Ereignis['art'],
  anders: Partial<Ruecknahme> = {},
): Ruecknahme {
  const ereignis = ereignisse.findLast((e) => e.art === art);
  if (ereignis === undefined) throw new Error(`kein Eintrag ${art}`);
  const anlass = anlassVon(ereignis);
  return befehl('eintrag_zurueckziehen', '2025-02-07T09:00', {
    ...eintragAus(
      ereignisse.filter((e) => anlassVon(e) === anlass),
      ereignis,
    ),
    bezug: { ereignis: ereignis.id, art, akteur: FM },
    ...anders,
  });
}

const satz = ({ fall }: Werdegang, einer: Ruecknahme): string => {
  const ergebnis = fuehreAus(fall, einer);
  return ergebnis.ok ? 'ok' : `${ergebnis.ablehnung.id} ${ergebnis.ablehnung.satz}`;
};
const t10 = ({ fall }: Werdegang): string[] =>
  fall.fristen
    .filter((f) => f.id === 'T-10')
    .map((f) => `${String(f.vorkommen)} ${f.faellig} ${f.ende ?? ''}`);

describe('TR61: ein Eintrag wird zurückgezogen', () => {
  it('eines von drei Gesprächen: die Kontaktfristen zählen, als hätte es nie dagestanden', () => {
    const kontakt = (am: string) => befehl('kontakt_erfassen', `${am}T09:00`);
    const ohne = danach(begonnen, kontakt('2024-12-10'), kontakt('2025-02-05'));
    const mit = danach(begonnen, kontakt('2024-12-10'), kontakt('2025-01-08'), kontakt('2025-02-05'));
    const mittleres = mit.ereignisse.filter(({ art }) => art === 'kontakt_erfasst')[1];
    if (mittleres === undefined) throw new Error('kein Kontakt');
    const einer = ruecknahme(
      { ...mit, ereignisse: mit.ereignisse.slice(0, mit.ereignisse.indexOf(mittleres) + 1) },
      'kontakt_erfasst',
    );
    expect(t10(danach(mit, einer)).filter((f) => !f.endsWith('entfallen'))).toEqual(t10(ohne));
  });

  it('ein Teilziel: nicht im Fallblatt, der Handlungsbedarf hat wieder keins', () => {
    const gesetzt = danach(
      begonnen,
      befehl('assessment_beginnen', '2025-01-07T09:00'),
      befehl('teilziel_setzen', '2025-01-07T09:10'),
    );
    const zurueck = danach(gesetzt, ruecknahme(gesetzt, 'teilziel_gesetzt'));
    const blatt = fallblatt({ ...zurueck, bedarfe, heute: '2025-02-08' });
    expect(blatt.teilziele).toEqual([]);
    if (!('begleitung' in zurueck.fall)) throw new Error('keine Begleitung');
    expect(zurueck.fall.begleitung.planung).toMatchObject({
      teilziele: [],
      bedarfeMitZiel: [],
      teilzieleGesamt: 1,
    });
  });

  it('ein Teilziel der Vereinbarung bleibt, bis sie ohne es fortgeschrieben ist', () => {
    const vereinbart = danach(
      begonnen,
      befehl('assessment_beginnen', '2025-01-07T09:00'),
      befehl('teilziel_setzen', '2025-01-07T09:10'),
      befehl('vereinbarung_abschliessen', '2025-01-07T09:30', { angaben: { ...angaben, teilziele: [1] } }),
    );
    expect(satz(vereinbart, ruecknahme(vereinbart, 'teilziel_gesetzt'))).toContain('in der Vereinbarung');
  });

  it('eine Einschätzung: niemand wartet mehr auf eine Antwort, und das Protokoll nennt sie nicht (V-27)', () => {
    const erfasst = danach(
      begonnen,
      befehl('assessment_beginnen', '2025-01-07T09:00'),
      befehl('assessment_eintrag_erfassen', '2025-01-07T09:10', {
        aussage: 'einschaetzung',
        reaktion: 'offen',
      }),
    );
    const zurueck = danach(erfasst, ruecknahme(erfasst, 'assessment_eintrag_erfasst'));
    if (!('begleitung' in zurueck.fall)) throw new Error('keine Begleitung');
    expect(zurueck.fall.begleitung.assessment).toMatchObject({ offeneReaktionen: [], eintraege: 1 });
    expect(protokollAus(zurueck.ereignisse).eintraege).toEqual([]);
  });

  it('eine Antwort darauf: sie steht wieder aus', () => {
    const beantwortet = danach(
      begonnen,
      befehl('assessment_beginnen', '2025-01-07T09:00'),
      befehl('assessment_eintrag_erfassen', '2025-01-07T09:10', {
        aussage: 'einschaetzung',
        reaktion: 'offen',
      }),
      befehl('assessment_reaktion_erfassen', '2025-01-08T09:00'),
    );
    const zurueck = danach(beantwortet, ruecknahme(beantwortet, 'assessment_reaktion_erfasst'));
    if (!('begleitung' in zurueck.fall)) throw new Error('keine Begleitung');
    expect(zurueck.fall.begleitung.assessment?.offeneReaktionen).toEqual([1]);
  });

  it('eine Überprüfung trotz verneintem Kriterium B: die Auffälligkeit geht mit (V-80), T-07 ist wieder offen', () => {
    const geprueft = danach(
      begonnen,
      befehl('ueberpruefen', '2025-01-20T09:00', { kriteriumB: 'nein', ergebnis: 'fortfuehrung' }),
    );
    expect(geprueft.fall.auffaelligkeiten).toContain('kriterium_b');
    const zurueck = danach(geprueft, ruecknahme(geprueft, 'ueberprueft'));
    expect(zurueck.fall.auffaelligkeiten).toEqual([]);
    expect(zurueck.fall.fristen.find((f) => f.id === 'T-07' && f.vorkommen === 1)?.ende).toBeNull();
  });
});

describe('TR61: was nicht zurückgezogen wird', () => {
  it('eine Überprüfung, mit der der Abgang begann', () => {
    const geprueft = danach(
      begonnen,
      befehl('ueberpruefen', '2025-01-20T09:00', {
        ergebnis: 'abgang_einleiten',
        abgang: { grund: 'X2', kriterienEntfallen: false, ohneFmMoeglich: false },
      }),
    );
    expect(satz(geprueft, ruecknahme(geprueft, 'ueberprueft'))).toContain('mehr geschehen');
  });

  it('was den Fall weitergeführt hat, was Fassungen hat, was Lotse festgehalten hat', () => {
    expect(satz(begonnen, ruecknahme(begonnen, 'fallzugang_dokumentiert'))).toContain('weitergeführt');
    expect(satz(begonnen, ruecknahme(begonnen, 'fristen_berechnet'))).toContain('Lotse selbst');
    const gebunden = danach(begonnen, befehl('arbeitsbuendnis_schliessen', '2024-12-02T09:00'));
    expect(satz(gebunden, ruecknahme(gebunden, 'arbeitsbuendnis_geschlossen'))).toContain('ersetzt');
  });

  it('ein Kontakt, dessen Nachbarn der Fall nicht mehr kennt', () => {
    const tage = ['2024-12-02', '2024-12-05', '2024-12-10', '2024-12-12', '2024-12-17', '2024-12-19'];
    const viele = danach(begonnen, ...tage.map((am) => befehl('kontakt_erfassen', `${am}T09:00`)));
    const kontakte = viele.ereignisse.filter(({ art }) => art === 'kontakt_erfasst');
    const urteile = kontakte.map((kontakt) => {
      const bis = viele.ereignisse.slice(0, viele.ereignisse.indexOf(kontakt) + 1);
      return satz(viele, ruecknahme({ ...viele, ereignisse: bis }, 'kontakt_erfasst')).slice(0, 31);
    });
    const zuAlt = 'TR61 Der Kontakt liegt zu weit ';
    expect(urteile).toEqual([zuAlt, zuAlt, zuAlt, 'ok', 'ok', 'ok']);
  });

  it('was jemand anderes eingetragen hat; die Teamleitung darf', () => {
    const erfasst = danach(begonnen, befehl('kontakt_erfassen', '2025-01-07T09:00'));
    const fremd = ruecknahme(erfasst, 'kontakt_erfasst', { akteur: { id: FM2, rolle: 'fm' } });
    expect(satz(erfasst, fremd)).toContain('verfasst');
    expect(satz(erfasst, { ...fremd, akteur: { id: TL, rolle: 'tl' } })).toBe('ok');
  });
});

describe('TR61: wer davon erfährt', () => {
  const erfasst = danach(begonnen, befehl('kontakt_erfassen', '2025-01-07T09:00'));
  it.each([
    { falscheAkte: false, an: ['fm'] },
    { falscheAkte: true, an: ['fm', 'datenschutz'] },
  ])('falsche Akte: $falscheAkte', ({ falscheAkte, an }) => {
    const zurueck = danach(erfasst, ruecknahme(erfasst, 'kontakt_erfasst', { falscheAkte }));
    const ereignis = zurueck.ereignisse.find((e) => e.art === 'eintrag_zurueckgezogen');
    if (ereignis === undefined) throw new Error('nicht zurückgezogen');
    expect(nachrichten(ereignis, erfasst.fall, zurueck.fall).map((n) => n.an)).toEqual(an);
  });
});

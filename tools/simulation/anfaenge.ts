import { zeilennamen } from '../../domain/tabelle.ts';
import { nurGrund } from '../../domain/fall/abgangsgruende.ts';
import type { Abgangsangaben } from '../../domain/fall/befehle.ts';
import { befehl, BIS_FALLZUGANG, danach, nach, type Werdegang } from './bauen.ts';
import { GRUENDUNG_01 } from './vorgaben.ts';
import { FAELLE } from './zustaende.ts';

const amFallzugang = (): Werdegang => nach(...BIS_FALLZUGANG);
const inLeistung = (): Werdegang => danach(amFallzugang(), befehl('leistung_zuweisen', '2024-12-02T09:00'));
const abgehend = (abgang: Abgangsangaben): Werdegang =>
  danach(amFallzugang(), befehl('abgang_einleiten', '2025-03-03T09:00', { abgang }));
const inArbeit = (): Werdegang =>
  danach(
    abgehend({ ...nurGrund('X1'), arbeitsaufnahmeAm: '2025-03-01' }),
    befehl('fallabgang_dokumentieren', '2025-03-10T09:00'),
  );

/** In the middle of the counselling: the Assessment runs, a first goal is set, a third party is entrusted with the case. */
const inPlanung = (): Werdegang =>
  danach(
    amFallzugang(),
    befehl('arbeitsbuendnis_schliessen', '2024-12-02T09:00'),
    befehl('assessment_beginnen', '2024-12-02T09:10'),
    befehl('assessment_eintrag_erfassen', '2024-12-02T09:20'),
    befehl('teilziel_setzen', '2024-12-02T09:30'),
    befehl('externes_fm_beauftragen', '2024-12-02T09:40'),
  );

/** Where a random life may begin: every state, and the regimes a random walk rarely finds by itself. */
export const ANFAENGE = {
  ...FAELLE,
  aus_dem_jour_fixe: () => nach(befehl('im_jour_fixe_vormerken', '2024-11-12T09:00')),
  aus_u25: () => nach(befehl('u25_uebergabe_anmelden', '2024-11-12T09:00')),
  // Moved so near that the FM U25 was too late (V-19).
  aus_u25_vorgezogen: () =>
    nach(
      befehl('u25_uebergabe_anmelden', '2024-11-12T09:00'),
      befehl('u25_uebergabe_verlegen', '2024-11-13T09:00', { uebergabe: { am: '2024-12-16', ue25: true } }),
    ),
  abweichung_beantragt: () =>
    danach(nach(...BIS_FALLZUGANG.slice(0, 4)), befehl('abweichung_beantragen', '2024-11-22T11:00')),
  am_fallzugang: amFallzugang,
  in_massnahme: () => danach(amFallzugang(), befehl('massnahme_beginnen', '2024-12-02T09:00')),
  // Somebody still has to hear of it (T-32).
  nach_terminabsage: () =>
    danach(amFallzugang(), befehl('kontakt_erfassen', '2024-12-02T09:00', { status: 'abgesagt' })),
  im_gutachten: () => danach(amFallzugang(), befehl('gutachten_einleiten', '2024-12-02T09:00')),
  in_leistung: inLeistung,
  nach_abbruch: () => danach(inLeistung(), befehl('leistung_beenden', '2024-12-16T09:00')),
  nach_widerruf: () =>
    danach(
      inLeistung(),
      befehl('rueckmeldung_uebernehmen', '2024-12-16T09:00'),
      befehl('einwilligungen_uebernehmen', '2024-12-17T09:00'),
    ),
  beim_externen_fm: () => danach(amFallzugang(), befehl('externes_fm_beauftragen', '2024-12-02T09:00')),
  in_planung: inPlanung,
  ziel_vorgeschlagen: () => danach(inPlanung(), befehl('zielaenderung_vorschlagen', '2024-12-03T09:00')),
  vor_akh: () => abgehend(nurGrund('X8')),
  akh_passiv: () => danach(abgehend(nurGrund('X8')), befehl('akh_festlegen', '2025-03-10T09:00')),
  in_arbeit: inArbeit,
  // Begun under the first Regelwerk: they take over today's somewhere on their way (11.5).
  unter_regelwerk_1: () => nach(befehl('vormerken', '2024-11-12T09:00', { gruendung: GRUENDUNG_01 })),
  am_fallzugang_unter_regelwerk_1: () =>
    nach(befehl('vormerken', '2024-11-12T09:00', { gruendung: GRUENDUNG_01 }), ...BIS_FALLZUGANG.slice(1)),
  irrtuemlich_beendet: () => danach(inArbeit(), befehl('umkehr_beantragen', '2025-03-11T09:00')),
} satisfies Readonly<Record<string, () => Werdegang>>;

export const ANFAENGE_ALLE = zeilennamen(ANFAENGE);

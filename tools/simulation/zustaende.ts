import type { Befehl } from '../../domain/fall/befehle.ts';
import { ortszeit } from '../../domain/frist/zeitzone.ts';
import type { Zustand } from '../../domain/kennungen.ts';
import { befehl, bis, BIS_FALLZUGANG, danach, nach, type Werdegang } from './bauen.ts';
import { vereinbarung } from './planungsvorgaben.ts';
import { FM_SPEZIAL } from './vorgaben.ts';

const review = (am: string): Befehl => befehl('ueberpruefen', am);
const zugang = (anzahl: number): Werdegang => nach(...BIS_FALLZUGANG.slice(0, anzahl));

const offen = (): Werdegang =>
  danach(
    zugang(5),
    befehl('vereinbarung_abschliessen', '2025-01-10T09:00', {
      angaben: { ...vereinbarung(ortszeit('2025-01-10T09:00')), gueltigBis: '2027-12-31' },
    }),
    befehl('assessment_beginnen', '2025-01-10T09:10'),
    befehl('assessment_eintrag_erfassen', '2025-01-10T09:20'),
    befehl('teilziel_setzen', '2025-01-10T09:30', { bisWann: '2027-01-15' }),
    review('2025-05-22T09:00'),
    review('2025-11-24T09:00'),
    review('2026-05-22T09:00'),
    befehl('kontakt_erfassen', '2026-11-02T09:00'),
    review('2026-11-20T09:00'),
  );
const faellig = (): Werdegang => bis(offen(), '2026-11-23T00:00');
const verlaengert = (): Werdegang =>
  danach(faellig(), befehl('standortgespraech_fuehren', '2026-11-23T09:00'));
const abgang = (): Werdegang => danach(faellig(), befehl('abgang_einleiten', '2026-11-23T09:00'));

/** A case in every state; the open ones are in or beyond month 23. All commands may follow from `AM`. */
export const FAELLE: Readonly<Record<Zustand, () => Werdegang>> = {
  vorgemerkt: () => zugang(1),
  zugeordnet: () => zugang(2),
  uebernahme_terminiert: () => zugang(3),
  zugangspruefung: () => zugang(4),
  aktiv: offen,
  standort_faellig: faellig,
  aktiv_verlaengert: verlaengert,
  abgang_eingeleitet: abgang,
  beendet: () =>
    danach(
      abgang(),
      befehl('fallabgang_dokumentieren', '2026-11-23T10:00'),
      befehl('umkehr_beantragen', '2026-11-23T11:00'),
    ),
  abgewiesen: () =>
    danach(
      zugang(4),
      befehl('zugang_entscheiden', '2024-11-22T11:00', {
        ergebnis: 'abweisung',
        kriteriumB: 'nein',
        besprochenAm: '2024-11-22',
      }),
    ),
  weitergeleitet: () =>
    danach(
      zugang(4),
      befehl('zugang_entscheiden', '2024-11-22T11:00', {
        ergebnis: 'weiterleitung',
        besprochenAm: '2024-11-22',
        weiterleitung: { ziel: 'fm_migration', an: FM_SPEZIAL, anIstFmSpezial: true },
      }),
    ),
  zurueckgezogen: () => danach(zugang(1), befehl('zurueckziehen', '2024-11-13T09:00')),
};

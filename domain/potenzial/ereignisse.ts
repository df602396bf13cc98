import type { Nichtzugangsgrund } from '../kennungen.ts';
import type { Ereigniskopf, E, Pflegeereignis } from '../vorgang/ereignis.ts';
import type { Aktenlage } from './aktenlage.ts';
import type { Potenzialgruendung, Pruefergebnis } from './befehle.ts';

/** What can happen to a check record, without the head. */
export type Potenzialdaten =
  | E<'potenzial_begonnen', { gruendung: Potenzialgruendung; lage: Aktenlage }>
  | E<'aktenlage_uebernommen', { lage: Aktenlage }>
  | E<
      'komplexprofil_geprueft',
      {
        ergebnis: Pruefergebnis;
        grund: Nichtzugangsgrund | null;
        kriteriumA: boolean;
        kriteriumB: 'ja' | 'nein' | 'unklar';
      }
    >
  | E<'uebergang_angeregt'>
  | E<'kein_bfm_ue25_entschieden'>;

export type Potenzialereignis = Ereigniskopf & (Potenzialdaten | Pflegeereignis);

import type { Kalender } from '../frist/kalender.ts';
import type { Tag } from '../frist/tag.ts';
import type { Nichtzugangsgrund } from '../kennungen.ts';
import type { Policywahl } from '../policy/policy.ts';
import type { B } from '../vorgang/befehl.ts';
import type { Aktenlage } from './aktenlage.ts';

/** E31: what a check can come to. */
export const PRUEFERGEBNISSE = ['kein_zugang', 'nichtvormerkung', 'vormerkung', 'akh_laeuft'] as const;
export type Pruefergebnis = (typeof PRUEFERGEBNISSE)[number];

/** What opens a check record: whom it is about and the settings it will carry. */
export type Potenzialgruendung = {
  readonly personId: string;
  readonly policy: Policywahl;
  readonly kalender: Kalender;
  /** Absent in what release 0.1 founded. */
  readonly regelwerk?: number;
};

/** Facts of the file a check needs (E31). */
export type Pruefakten = {
  readonly kriteriumA: boolean;
  readonly zaehlendeHandlungsbedarfe: number;
  /** Last day of the passive Betreuung that runs for the person, null when none runs. */
  readonly akhBis: Tag | null;
};

/** Commands on a check record. */
export type Potenzialbefehl =
  | B<'aktenlage_uebernehmen', { lage: Aktenlage; gruendung: Potenzialgruendung }> // TR01; from the delivery, never from a clerk
  | B<
      'komplexprofil_pruefen',
      {
        ergebnis: Pruefergebnis;
        grund: Nichtzugangsgrund | null;
        kriteriumB: 'ja' | 'nein' | 'unklar';
        fakten: Pruefakten;
      }
    > // TR02
  | B<'uebergang_anregen'> // TR06
  | B<'kein_bfm_ue25_entscheiden'>; // T-14

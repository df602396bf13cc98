import type { Tag } from '../../frist/tag.ts';
import type { Vereinbarungstyp } from '../beratung.ts';
import type { B, Bedarfsstand } from './kopf.ts';

/** Who does something by when (E19, 003 F1). */
export const TEILZIEL_WER = ['kunde', 'fm', 'leistungserbringer', 'dritte'] as const;
export type TeilzielWer = (typeof TEILZIEL_WER)[number];

/** E20 as the clerk enters it: dates, codes and ids; its texts are documents. */
export type Vereinbarungsangaben = {
  /** null = the type of the day (POL-VEREINBARUNG). */
  readonly typ: Vereinbarungstyp | null;
  readonly gueltigBis: Tag | null;
  readonly handlungsbedarfe: readonly string[];
  readonly teilziele: readonly number[];
  readonly angebotsinformationGegebenAm: Tag | null;
  readonly rechtsfolgenErlaeutertAm: Tag | null;
};

/** A step of the Verlaufsplan as a network: what it is stays in the record (E18). */
export type Verlaufsschritt = {
  readonly art: 'parallel' | 'sequenziell';
  /** Numbers of earlier steps it follows. */
  readonly nach: readonly number[];
  readonly von: Tag;
  readonly bis: Tag;
};

type Zieldaten = {
  wer: TeilzielWer | null;
  bisWann: Tag | null;
  handlungsbedarf: string;
  istHauptziel: boolean;
  bedarfe: readonly Bedarfsstand[];
};

/** Commands of the planning: Integrationsplan, Teilziele, Vereinbarung. */
export type Planungsbefehl =
  // What is optional is absent in commands of release 0.1.
  | B<
      'integrationsplan_aufstellen',
      {
        reihenfolge?: readonly string[];
        schritte?: readonly Verlaufsschritt[];
        bedarfe?: readonly Bedarfsstand[];
      }
    > // TR26
  | B<'teilziel_setzen', Zieldaten> // TR26
  | B<'teilziel_anpassen', { teilziel: number; bisWann: Tag }> // TR26
  | B<'teilziel_stand_festhalten', { teilziel: number; status: 'laufend' | 'erreicht' | 'nicht_erreicht' }> // T-17
  | B<'zielaenderung_vorschlagen', { teilziel: number; bisWann: Tag }> // V-52
  | B<'zielaenderung_entscheiden', { gewaehrt: boolean }> // V-52
  | B<'vereinbarung_abschliessen', { angaben?: Vereinbarungsangaben; bedarfe?: readonly Bedarfsstand[] }> // TR27
  | B<'vereinbarung_scheitern'> // TR28
  | B<
      'vereinbarung_fortschreiben',
      {
        /** The new version; null = reviewed jointly and left as it is. */
        anpassung?: Vereinbarungsangaben | null;
        bedarfe?: readonly Bedarfsstand[];
      }
    >; // TR56

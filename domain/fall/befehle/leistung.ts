import type { Einwilligungsfakten } from '../../einwilligung/einwilligung.ts';
import type { Tag } from '../../frist/tag.ts';
import type {
  EigenerZugangsweg,
  Erbringerfakten,
  Leistungsart,
  Leistungsergebnis,
  Rueckmeldeart,
  Verbindlichkeit,
} from '../../leistung/leistung.ts';
import type { Leistungsumfang } from '../umfang.ts';
import type { B } from './kopf.ts';

/** What a referral and an inclusion have in common (E21). */
export type Leistungsangaben = Leistungsumfang & {
  leistungsart: Leistungsart;
  /** Null when the directory does not know the provider. */
  erbringer: Erbringerfakten | null;
  verbindlichkeit: Verbindlichkeit;
  /** V-47: feedback is agreed. */
  rueckmeldung: boolean;
  /** V-44 under the first Regelwerk: services of other carriers that rank before were looked at. */
  vorrangGeprueft: boolean;
  /** V-50: other offers do not work, nothing here is treatment, and nobody replaces the Fallmanager. */
  abgrenzungGeprueft: boolean;
  /** The consent for this provider that matters on the day. */
  einwilligung: Einwilligungsfakten | null;
};

/** What follows from a single-case check; a sanction is none of it (V-49). */
export const FOLGEN_DES_ABBRUCHS = ['keine', 'vereinbarung_anpassen', 'rechtsfolgen_pruefen_lassen'] as const;
export type Abbruchfolge = (typeof FOLGEN_DES_ABBRUCHS)[number];

/** Which service of the case; null = the only one that fits. */
type An<Daten = unknown> = { leistung: number | null } & Daten;

/** Commands around the services of § 16a SGB II (004). */
export type Leistungsbefehl =
  | B<'leistung_zuweisen', Leistungsangaben> // TR30
  | B<
      'leistung_einbeziehen',
      Leistungsangaben & {
        zugangsweg: EigenerZugangsweg;
        /** First day of the service. */
        seit: Tag;
        rechtsgrundlage: 'sgb_ii_16a' | 'andere';
        /** V-51: when feedback was agreed with a provider that has no Kooperationsvereinbarung; unknown to commands of release 0.1. */
        rueckmeldungVereinbartAm?: Tag | null;
        /** V-51: the consent covers something a provider reports; unknown to commands of release 0.1. */
        gedeckt?: boolean;
      }
    > // TR31
  | B<'leistung_beginnen', An<Pick<Leistungsumfang, 'hilfeplan'>>> // TR32
  | B<'leistung_beenden', An<{ ergebnis: Leistungsergebnis }>> // TR33, TR34
  | B<'abbruch_pruefen', An<{ wichtigerGrund: 'ja' | 'nein' | 'ungeklaert'; folge: Abbruchfolge }>> // V-49
  | B<'rueckmeldung_anfordern', An>
  | B<'rueckmeldungen_pruefen', An<{ ergebnis: 'weiter_erforderlich' | 'loeschen' }>> // TR35
  | Leistungsmeldung;

/** What a provider, or the file of the person, says; no clerk gives these commands. */
export type Leistungsmeldung =
  | B<
      'rueckmeldung_uebernehmen',
      { leistung: number; dokument: string | null; inhalt: Rueckmeldeinhalt | null }
    >
  | B<'einwilligungen_uebernehmen', { einwilligungen: readonly Einwilligungsfakten[] }>; // TR35

/** What a feedback means for the case, without its text; null = it was refused (V-46). */
export type Rueckmeldeinhalt = {
  art: Rueckmeldeart;
  /** The day the provider speaks of: of the first appointment, of the end. */
  tag: Tag;
  ergebnis: Leistungsergebnis | null;
};

import type { Tag } from '../../frist/tag.ts';
import type {
  EigenerZugangsweg,
  Leistungsart,
  Leistungsergebnis,
  Verbindlichkeit,
} from '../../leistung/leistung.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';
import type { Leistungsumfang } from '../umfang.ts';
import type { Abbruchfolge, Rueckmeldeinhalt } from '../befehle/leistung.ts';

/** E21 as the case knows it; the texts are documents. */
type Zuweisung = Leistungsumfang & {
  leistung: number;
  leistungsart: Leistungsart;
  erbringer: string;
  verbindlichkeit: Verbindlichkeit;
  wartezeitTage: number | null;
  rueckmeldung: boolean;
  entbindung: Hinterlegung | null;
};

/** A consent a service rests on. */
export type Hinterlegung = { readonly einwilligung: string; readonly gueltigBis: Tag | null };

/** Services of others, and what they report back. */
export type Leistungsereignis =
  | E<'leistung_zugewiesen', Zuweisung>
  | E<
      'leistung_einbezogen',
      Zuweisung & { seit: Tag; zugangsweg: EigenerZugangsweg; rechtsgrundlage: 'sgb_ii_16a' | 'andere' }
    >
  | E<'leistung_begonnen', { leistung: number } & Pick<Leistungsumfang, 'hilfeplan'>>
  | E<'leistung_beendet', { leistung: number; ergebnis: Leistungsergebnis }>
  | E<
      'abbruch_geprueft',
      { leistung: number; wichtigerGrund: 'ja' | 'nein' | 'ungeklaert'; folge: Abbruchfolge }
    >
  | E<'rueckmeldung_angefordert', { leistung: number }>
  | E<'rueckmeldung_eingegangen', { leistung: number; inhalt: Rueckmeldeinhalt }>
  | E<'rueckmeldung_abgewiesen', { leistung: number }>
  | E<'rueckmeldungen_geprueft', { leistung: number; ergebnis: 'weiter_erforderlich' | 'loeschen' }>
  | E<
      'einwilligungen_uebernommen',
      {
        widerrufen: readonly { einwilligung: string; am: Tag }[];
        hinterlegt: readonly (Hinterlegung & { leistung: number })[];
      }
    >;

export const LEISTUNGSEREIGNISSE = {
  // Services hint at health or debts: they are for those who lead the case, nobody else (DS-01).
  leistung_zugewiesen: { klasse: 'K5', zurueck: 'schritt' },
  leistung_einbezogen: { klasse: 'K5', zurueck: 'schritt' },
  leistung_begonnen: { klasse: 'K5', zurueck: 'schritt' },
  leistung_beendet: { klasse: 'K5', zurueck: 'schritt' },
  abbruch_geprueft: { klasse: 'K5', zurueck: 'schritt' },
  rueckmeldung_angefordert: { klasse: 'K5', zurueck: 'schritt' },
  rueckmeldung_eingegangen: { klasse: 'K5', zurueck: 'system' },
  rueckmeldung_abgewiesen: { klasse: 'K5', zurueck: 'system' },
  rueckmeldungen_geprueft: { klasse: 'K5', zurueck: 'schritt' },
  einwilligungen_uebernommen: { klasse: 'K5', zurueck: 'system' },
} as const satisfies Ereigniszeilen<Leistungsereignis>;

import { ZUSTAENDE } from '../zustand.ts';
import { OFFEN, VOR_DEM_FALLZUGANG, type Uebergangstafel } from './zeile.ts';

/** After the Fallabgang, and what may come at any time (S09 to S15). */
export const DANACH = {
  TR47: {
    name: 'Wiedervorlage nach passiver Betreuung',
    von: ['beendet'],
    nach: [],
    quelle: '001 4',
    an: ['pap'],
    // Neutral like T-23.
    mitteilung: 'Wiedervorlage',
    abweichend: { wiedervorlage_bearbeitet: [] },
    befehle: { wiedervorlage_bearbeiten: 'Das Bearbeiten der Wiedervorlage' },
  },
  TR48: {
    name: 'Nachhaltung begonnen',
    von: ['beendet'],
    nach: [],
    quelle: '001 7.1',
    an: ['controlling'],
    folgtAus: ['fallabgang_dokumentieren', 'akh_festlegen', 'ohne_gespraech_beenden'],
  },
  TR57: {
    name: 'Nachhaltung',
    von: ['beendet'],
    nach: [],
    quelle: '001 7.1',
    an: [],
    abweichend: { nachhaltung_uebertragen: ['fm'], pap_gewechselt: ['pap', 'fm'] },
    befehle: {
      verbleib_erfassen: 'Das Erfassen des Verbleibs',
      integration_pruefen: 'Das Prüfen der Integration',
      nachhaltung_uebertragen: 'Das Übertragen der Nachhaltung',
    },
  },
  TR59: {
    name: 'Umkehr des Fallabgangs',
    von: ['beendet'],
    nach: ['beendet', ...OFFEN],
    quelle: 'eigene Festlegung',
    an: ['pap', 'tl'],
    abweichend: { umkehr_beantragt: ['tl'], umkehr_abgelehnt: ['fm'], umkehr_verfallen: ['fm', 'tl'] },
    befehle: {
      umkehr_beantragen: 'Die Umkehr des Fallabgangs',
      umkehr_entscheiden: 'Die Umkehr des Fallabgangs',
    },
  },
  TR58: {
    name: 'Berichtigung',
    von: ZUSTAENDE,
    // S05 and S06 follow the corrected day the maximum duration counts from.
    nach: ['aktiv', 'standort_faellig'],
    bleibt: [
      ...VOR_DEM_FALLZUGANG,
      'aktiv',
      'aktiv_verlaengert',
      'abgang_eingeleitet',
      'beendet',
      'abgewiesen',
      'weitergeleitet',
      'zurueckgezogen',
    ],
    quelle: 'eigene Festlegung; Art. 16 DSGVO',
    an: ['fm'],
    folgtAus: ['berichtigen'],
  },
  TR61: {
    name: 'Eintrag zurückgezogen oder verlegt',
    von: ZUSTAENDE,
    nach: [],
    quelle: 'eigene Festlegung; Art. 16, 17 DSGVO',
    // R27 only where two persons are concerned (nachrichten.ts).
    an: ['fm', 'datenschutz'],
    folgtAus: ['eintrag_zurueckziehen', 'eintrag_uebernehmen'],
  },
  // The erasure is a nightly run over the record (domain/loeschung), no event of the case.
  TR53: {
    name: 'Löschung',
    von: ['beendet', 'abgewiesen', 'weitergeleitet', 'zurueckgezogen'],
    nach: ['geloescht'],
    quelle: '003 Kap. 4; § 84 SGB X',
    an: [],
  },
} as const satisfies Uebergangstafel;

import type { EinwilligungNeu } from '../../api/einwilligungen/formen.ts';

/** A consent to ask the Fachdienst about health, with everything explained. */
export const FACHDIENST: EinwilligungNeu = {
  zweck: 'fachdienst',
  datenkategorien: ['gesundheit'],
  entbundeneStellen: ['jobcenter', 'fachdienst'],
  empfaenger: 'Ärztlicher Dienst',
  leistungserbringer: null,
  form: 'schriftlich',
  erteiltAm: '2026-12-01',
  aufgeklaertUeber: { zweck: true, folgenVerweigerung: true, widerruf: true },
};

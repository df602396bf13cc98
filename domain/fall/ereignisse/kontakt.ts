import type { Tag } from '../../frist/tag.ts';
import type { Gespraechsdauer, Terminangaben } from '../befehle/kopf.ts';
import type { Massnahmeumfang } from '../umfang.ts';
import type { E, Ereigniszeilen } from '../../vorgang/ereignis.ts';

export type Kontaktdaten = Gespraechsdauer &
  Terminangaben & { anlass: string; status: string; termin: Tag | null; zaehlt: boolean };

/** Contacts, and what changes how often they are due. */
export type Kontaktereignis =
  | E<'kontakt_erfasst', Kontaktdaten>
  | E<'begleitperson_zu_informieren', { begleitperson?: string }>
  | E<
      'begleitperson_informiert',
      {
        /** The cancellations somebody heard of; without them all until the day (release 0.1). */
        absagen?: readonly number[];
      }
    >
  | E<'massnahme_begonnen', Massnahmeumfang & { von: Tag; bis: Tag }>
  | E<'massnahme_beendet', { massnahme: string; abbruch: boolean }>
  | E<'gutachten_eingeleitet', { einwilligung: string }>
  | E<'gutachten_unterlagen_erfasst', { nummer: number }>;

export const KONTAKTEREIGNISSE = {
  kontakt_erfasst: { klasse: 'K1', zurueck: 'ja' },
  begleitperson_zu_informieren: { klasse: 'K1', zurueck: 'mit' },
  begleitperson_informiert: { klasse: 'K1', zurueck: 'ja' },
  massnahme_begonnen: { klasse: 'K1', zurueck: 'ja' },
  massnahme_beendet: { klasse: 'K1', zurueck: 'ja' },
  // What hints at health or debts is for those who lead the case, nobody else (DS-01).
  gutachten_eingeleitet: { klasse: 'K5', zurueck: 'ja' },
  gutachten_unterlagen_erfasst: { klasse: 'K5', zurueck: 'ja' },
} as const satisfies Ereigniszeilen<Kontaktereignis>;

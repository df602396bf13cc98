import { ortstag } from '../frist/zeitzone.ts';
import { istFristereignis } from '../pflicht/frist.ts';
import type { Eintrag, Zurueckgezogenes } from './eintrag.ts';
import type { Ereignis, Ereignisart, EreignisVon } from './ereignisse.ts';
import type { Kontaktdaten } from './ereignisse/kontakt.ts';
import { EREIGNISTAFEL } from './ereignistafel.ts';
import { dauer, terminangaben } from './gespraechsangaben.ts';

/** Why an entry of some kind is not simply taken out of a case again. */
const SAETZE = {
  schritt:
    'Dieser Eintrag hat den Fall weitergeführt; zurück geht es nur mit dem Schritt, der dafür vorgesehen ist.',
  fassung: 'Dieser Eintrag wird nicht zurückgezogen, sondern durch einen neuen ersetzt oder berichtigt.',
  system: 'Das hat Lotse selbst festgehalten; zurückziehen lässt sich nur, was jemand eingetragen hat.',
} as const;

const istArt = (art: string): art is Ereignisart => Object.hasOwn(EREIGNISTAFEL, art);

/** Why an entry of that kind stays; null when it can be taken out. */
export function bleibt(art: string): string | null {
  const wie = istArt(art) ? EREIGNISTAFEL[art].zurueck : 'system';
  if (wie === 'ja') return null;
  return SAETZE[wie === 'mit' ? 'system' : wie];
}

function teil(ereignis: Ereignis): Zurueckgezogenes {
  const { id, art } = ereignis;
  if (art === 'assessment_eintrag_erfasst') return { ereignis: id, eintrag: ereignis.nummer };
  if (art === 'assessment_reaktion_erfasst') return { ereignis: id, reaktionZu: ereignis.nummer };
  if (art === 'teilziel_gesetzt') return { ereignis: id, teilziel: ereignis.nummer };
  const trotzdem =
    art === 'ueberprueft' && ereignis.kriteriumB === 'nein' && ereignis.ergebnis === 'fortfuehrung';
  return trotzdem ? { ereignis: id, trotzKriteriumB: true } : { ereignis: id };
}

/** @param ereignisse all that one command recorded, @param ereignis the one that is meant */
export function eintragAus(ereignisse: readonly Ereignis[], ereignis: Ereignis): Eintrag {
  const dazu = ereignisse.filter(({ id, art }) => id !== ereignis.id && EREIGNISTAFEL[art].zurueck !== 'mit');
  const fristlos = ereignisse.filter((e) => !istFristereignis(e));
  return {
    teile: fristlos.map(teil),
    folgenreich: dazu.length > 0,
    unterlagen: fristlos.flatMap(({ dokumente }) => dokumente.map(({ id }) => id)),
    eintragAm: ereignis.ereignisAm ?? ortstag(ereignis.am),
    zaehlt: 'zaehlt' in ereignis && ereignis.zaehlt,
  };
}

/** What still stands of a record: without the entries that were taken back (TR61). */
export function ohneZurueckgezogenes(ereignisse: readonly Ereignis[]): readonly Ereignis[] {
  const zurueck = new Set(
    ereignisse.flatMap((e) => (e.art === 'eintrag_zurueckgezogen' ? e.teile.map((t) => t.ereignis) : [])),
  );
  return zurueck.size === 0 ? ereignisse : ereignisse.filter(({ id }) => !zurueck.has(id));
}

/** What a contact says, without the event that said it. */
export function kontaktdaten(ereignis: EreignisVon<'kontakt_erfasst'>): Kontaktdaten {
  const { anlass, status, termin, zaehlt } = ereignis;
  return { anlass, status, termin, zaehlt, ...terminangaben(ereignis), ...dauer(ereignis) };
}

import { faelligAm, rohesEnde, type Dauer, type Fristauftrag } from '../../frist/berechnung.ts';
import { plusTage } from '../../frist/tag.ts';
import type { Begleitung, Gutachten } from '../fall.ts';
import { leiterVon } from '../../pflicht/leiter.ts';
import { wartenBis } from './kontakt.ts';
import { dauerVon, regelVon, type Pflicht, type Sicht } from './pflicht.ts';

/** T-12: months after which somebody is reminded that documents are still missing, and again every month. */
const ERINNERUNG_AB_MONATEN = 3;

/** Raw day of a reminder that could not be sent yet, because nothing ran on its day; it is sent before the next one. */
function ausstehend({ fall, policy, kalender }: Sicht, nummer: number): string | null {
  const bisher = fall.fristen.find((f) => f.id === 'T-12' && f.vorkommen === nummer && f.ende === null);
  if (bisher?.nurErinnerung !== true) return null;
  return bisher.nr < leiterVon(bisher, policy, kalender).length ? bisher.roh : null;
}

/** While documents are awaited no contact is due and nothing can be overdue; the FM is only reminded. */
function wartend(sicht: Sicht, gutachten: Gutachten): Pflicht {
  const offen = ausstehend(sicht, gutachten.nummer);
  for (let anzahl = ERINNERUNG_AB_MONATEN; ; anzahl += 1) {
    const auftrag: Fristauftrag = {
      regel: regelVon(sicht, 'T-12'),
      ereignis: gutachten.am,
      dauer: { einheit: 'monate', anzahl },
      anlass: 'Gutachten eingeleitet',
    };
    const faellig = faelligAm(auftrag, sicht.kalender);
    if (faellig < sicht.jetzt && rohesEnde(auftrag, sicht.kalender) !== offen) continue;
    return {
      id: 'T-12',
      vorkommen: gutachten.nummer,
      beginn: gutachten.am,
      auftrag,
      erfuellung: null,
      versaeumtAb: null,
      wechselAm: plusTage(faellig, 1),
      nurErinnerung: true,
    };
  }
}

/** Once the documents are there, or will not come any more, the person is seen within the duration of T-12. */
function termin(
  sicht: Sicht,
  begleitung: Begleitung,
  was: {
    readonly nummer: number;
    readonly da: string;
    readonly dauer: Dauer;
    readonly anlass: string;
  },
): Pflicht {
  const { nummer, da, dauer, anlass } = was;
  // The Fallzugang is a contact; only a correction (TR58) brings it behind the documents.
  const gesehen = [begleitung.fallzugang, ...begleitung.kontakte];
  return {
    id: 'T-12',
    vorkommen: nummer,
    beginn: da,
    auftrag: { regel: regelVon(sicht, 'T-12'), ereignis: da, dauer, anlass },
    erfuellung: gesehen.find((kontakt) => kontakt.am >= da) ?? null,
    versaeumtAb: null,
    wechselAm: null,
  };
}

/** T-12, one occurrence per Gutachten (fristenrechnung.md 3.3). */
export function gutachtenpflichten(sicht: Sicht, begleitung: Begleitung): Pflicht[] {
  const dauer = dauerVon(sicht, 'T-12');
  if (dauer === null) return [];
  return begleitung.gutachten.map((gutachten) => {
    const { nummer, unterlagen } = gutachten;
    const ende = wartenBis(gutachten);
    if (ende === null) return wartend(sicht, gutachten);
    const anlass = unterlagen === null ? 'Widerruf der Einwilligung' : 'Eingang der Unterlagen';
    return termin(sicht, begleitung, { nummer, da: ende.am, dauer, anlass });
  });
}

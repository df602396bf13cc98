import type { Fristauftrag } from '../frist/berechnung.ts';
import { plusMonate, plusTage, type Tag } from '../frist/tag.ts';
import type { Tatsache } from '../pflicht/frist.ts';
import { bedingungFehlt } from '../ablehnung.ts';
import type { Befehlskopf } from '../vorgang/befehl.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from '../vorgang/entwurf.ts';
import type { Nachricht } from '../vorgang/nachricht.ts';
import type { Teamdaten } from './ereignisse.ts';
import type { Auftrag } from './team.ts';

/** The reports on a year are to be there at the end of its first quarter after it; an agreement may say otherwise [P]. */
const MONATE_DANACH = 3;

/** T-48: the reports on one calendar year (004 ch8, ch9); the duty shows once the year is over. */
export function berichtsauftrag({ bis }: Auftrag): { readonly beginn: Tag; readonly auftrag: Fristauftrag } {
  return {
    beginn: plusTage(bis, 1),
    auftrag: {
      regel: 'CAL-T',
      ereignis: plusMonate(bis, MONATE_DANACH),
      dauer: null,
      anlass: 'Berichtsjahr',
    },
  };
}

/** Is this the newest year that was over on the day? Only its reports are recorded then. */
export function istBerichtsjahr({ bis }: Auftrag, { am }: Pick<Tatsache, 'am'>): boolean {
  return bis < am && am <= plusMonate(bis, 12);
}

/** Providers with whom a yearly report is agreed (E24). */
type Berichtspflichtige = { readonly berichtspflichtige: readonly string[] };

/** T-48: every provider with whom a report is agreed is asked for it. */
export function jahresberichteAnfordern(befehl: Befehlskopf & Berichtspflichtige): Entwurf<Teamdaten> {
  const { berichtspflichtige: erbringer } = befehl;
  if (erbringer.length === 0) {
    return bedingungFehlt('T-48', 'Mit keinem Leistungserbringer ist ein Jahresbericht vereinbart.');
  }
  return angenommen(geschehen(befehl, { tr: null }, { art: 'jahresberichte_angefordert', erbringer }));
}

/** T-48: which reports came; where some are missing, what was done about it. */
export function jahresberichteErfassen(
  befehl: Befehlskopf & Berichtspflichtige & { readonly eingegangen: readonly string[] },
): Entwurf<Teamdaten> {
  const { berichtspflichtige, eingegangen } = befehl;
  const fehlende = berichtspflichtige.filter((id) => !eingegangen.includes(id));
  if (fehlende.length > 0 && zeichen(befehl, 'vermerk') === 0) {
    return bedingungFehlt('T-48', 'Es fehlen Berichte; bitte festhalten, was veranlasst ist.');
  }
  const daten = { art: 'jahresberichte_erfasst', eingegangen, fehlende } as const;
  return angenommen(geschehen(befehl, { tr: null }, daten));
}

/** Each provider is asked by mail. */
export function berichtsbitten(erbringer: readonly string[]): Nachricht[] {
  return erbringer.map((person) => ({
    an: 'leistungserbringer',
    person,
    anlass: 'T-48',
    stufe: 'mitteilung',
    vorkommen: null,
    faellig: null,
    nr: null,
  }));
}

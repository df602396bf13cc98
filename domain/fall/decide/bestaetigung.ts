import { bedingungFehlt } from '../../ablehnung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Bestaetigungsstand } from '../befehle/zugang.ts';
import type { BestehenderFall } from '../fall.ts';
import { seiteDer, type Bestaetigbar } from '../uebergabeprotokoll.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { angenommen, geschehen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

const SAETZE: Readonly<Record<Bestaetigbar, Readonly<Record<'fehlt' | 'schon', string>>>> = {
  termin: {
    fehlt: 'Es steht kein Termin für ein Übernahme- oder Rückgabegespräch an, den Sie bestätigen könnten.',
    schon: 'Diesen Termin hat Ihre Seite schon bestätigt, oder sie hat ihn selbst vorgeschlagen.',
  },
  gespraech: {
    fehlt: 'Es ist noch kein Übernahme- oder Rückgabegespräch festgehalten, das Sie bestätigen könnten.',
    schon: 'Dieses Gespräch hat Ihre Seite schon bestätigt, oder sie hat es selbst festgehalten.',
  },
};

const UEBERHOLT = 'Der Termin ist inzwischen verlegt oder abgesagt. Bitte sehen Sie sich den neuen an.';

/** The appointment was moved while somebody looked at the old one. */
function ueberholt(fall: BestehenderFall, { gespraech, termin }: Bestaetigungsstand): boolean {
  if (termin === null || gespraech !== 'uebernahme') return false;
  return fall.zustand !== 'uebernahme_terminiert' || fall.termin !== termin;
}

/** TR65: the other side of a handover stands by its appointment, or by what was recorded of the talk. */
function uebergabeBestaetigen(stand: BestehenderFall, befehl: BefehlVon<'uebergabe_bestaetigen'>): Entwurf {
  const fall = ausgang('TR65', stand, befehl);
  if ('ok' in fall) return fall;
  const { was, bestaetigt } = befehl;
  const saetze = SAETZE[was];
  if (bestaetigt === null) return bedingungFehlt('TR65', saetze.fehlt);
  if (ueberholt(fall, bestaetigt)) return bedingungFehlt('TR65', UEBERHOLT);
  const durch = seiteDer(befehl.akteur.rolle);
  if (bestaetigt.durch.includes(durch)) return bedingungFehlt('TR65', saetze.schon);
  const { gespraech, eintrag } = bestaetigt;
  return angenommen(
    geschehen(befehl, { tr: 'TR65' }, { art: 'uebergabe_bestaetigt', was, gespraech, eintrag, durch }),
  );
}

export const BESTAETIGUNG = {
  uebergabe_bestaetigen: { updatename: 'klar', durch: uebergabeBestaetigen, tage: { bestaetigt: 'akte' } },
} satisfies Partial<Folgezeilen>;

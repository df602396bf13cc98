import { bedingungFehlt } from '../../ablehnung.ts';
import { plusArbeitstage } from '../../frist/kalender.ts';
import type { Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BeendeterFall, BestehenderFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** Last day on which a Fallabgang recorded in error can be reversed (POL-KORREKTUR). */
function umkehrbarBis(fall: BeendeterFall): Tag {
  const tage = policyAus(fall.policy)['POL-KORREKTUR'].umkehr;
  return plusArbeitstage(ortstag(fall.fallabgang.erfasstAm), tage, fall.kalender);
}

/** TR59: within the working days of POL-KORREKTUR after the recording, only while no new case exists and no AKH runs. */
function umkehrbar(fall: BeendeterFall, befehl: { at: string; neuerFall: boolean }): Entwurf | null {
  if (befehl.neuerFall) {
    return bedingungFehlt('TR59', 'Für die Person besteht inzwischen ein neuer Fall.');
  }
  if (fall.neben.includes('akh_passiv')) {
    return bedingungFehlt(
      'TR59',
      'Während der festgelegten Zeit lässt sich dieser Fallabgang nicht umkehren.',
    );
  }
  const bis = umkehrbarBis(fall);
  if (ortstag(befehl.at) <= bis) return null;
  return bedingungFehlt('TR59', `Der Fallabgang konnte nur bis zum ${bis} zurückgenommen werden.`);
}

function umkehrBeantragen(stand: BestehenderFall, befehl: BefehlVon<'umkehr_beantragen'>): Entwurf {
  const fall = ausgang('TR59', stand, befehl);
  if ('ok' in fall) return fall;
  if (fall.umkehr !== null)
    return bedingungFehlt('TR59', 'Ein Antrag auf Umkehr wartet schon auf die Teamleitung.');
  if (zeichen(befehl, 'grund') === 0)
    return bedingungFehlt('TR59', 'Der Antrag auf Umkehr braucht einen Grund.');
  const bis = befehl.verfaellt === true ? umkehrbarBis(fall) : null;
  return (
    umkehrbar(fall, befehl) ?? angenommen(geschehen(befehl, { tr: 'TR59' }, { art: 'umkehr_beantragt', bis }))
  );
}

/** The approver is somebody else than the requester and gives a reason, too. */
function umkehrEntscheiden(stand: BestehenderFall, befehl: BefehlVon<'umkehr_entscheiden'>): Entwurf {
  const fall = ausgang('TR59', stand, befehl);
  if ('ok' in fall) return fall;
  if (fall.umkehr === null) return bedingungFehlt('TR59', 'Es liegt kein Antrag auf Umkehr vor.');
  if (fall.umkehr.von === befehl.akteur.id) {
    return bedingungFehlt('TR59', 'Wer den Antrag gestellt hat, kann ihn nicht selbst genehmigen.');
  }
  if (zeichen(befehl, 'begruendung') === 0) {
    return bedingungFehlt('TR59', 'Die Entscheidung über die Umkehr braucht eine Begründung.');
  }
  if (!befehl.gewaehrt) return angenommen(geschehen(befehl, { tr: 'TR59' }, { art: 'umkehr_abgelehnt' }));
  return (
    umkehrbar(fall, befehl) ?? angenommen(geschehen(befehl, { tr: 'TR59' }, { art: 'fallabgang_umgekehrt' }))
  );
}

export const UMKEHR = {
  umkehr_beantragen: { updatename: 'klar', durch: umkehrBeantragen },
  umkehr_entscheiden: { updatename: 'klar', durch: umkehrEntscheiden },
} satisfies Partial<Folgezeilen>;

import { bedingungFehlt, jetztNicht } from '../../ablehnung.ts';
import { plusArbeitstage } from '../../frist/kalender.ts';
import { plusMonate, type Tag } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BeendeterFall, BestehenderFall, Messpunkt } from '../fall.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from './entwurf.ts';

const MESSPUNKTE: readonly Messpunkt[] = [6, 12, 24];

/** Last day of the window of a measuring point; never rolled (CAL-Z). */
function fensterende(fallabgangAm: Tag, messpunkt: Messpunkt): Tag {
  return plusMonate(fallabgangAm, messpunkt);
}

/** AC-82: the first measuring point whose window still holds the start of work. */
function zaehltAb(fallabgangAm: Tag, arbeitsaufnahmeAm: Tag | null): Messpunkt | null {
  if (arbeitsaufnahmeAm === null) return null;
  return MESSPUNKTE.find((punkt) => arbeitsaufnahmeAm <= fensterende(fallabgangAm, punkt)) ?? null;
}

/** TR57: on or after the last day of the window; an Arbeitsaufnahme may come earlier and ends nothing. */
export function verbleibErfassen(fall: BestehenderFall, befehl: BefehlVon<'verbleib_erfassen'>): Entwurf {
  if (fall.zustand !== 'beendet' || !fall.neben.includes('nachhaltung')) {
    return jetztNicht('TR57', fall.zustand, 'Das Erfassen des Verbleibs');
  }
  const { messpunkt, arbeitsaufnahmeAm } = befehl;
  if (fall.verbleib[messpunkt] !== undefined) {
    return bedingungFehlt('TR57', `Der Verbleib nach ${messpunkt} Monaten ist bereits erfasst.`);
  }
  const ende = fensterende(fall.fallabgang.am, messpunkt);
  const erfuellt = befehl.ereignisAm >= ende;
  if (!erfuellt && arbeitsaufnahmeAm === null) {
    return bedingungFehlt(
      'TR57',
      `Der Verbleib nach ${messpunkt} Monaten kann erst ab dem ${ende} erhoben werden.`,
    );
  }
  const ereignis = geschehen(
    befehl,
    { tr: 'TR57' },
    {
      art: 'verbleib_erfasst',
      messpunkt,
      erfuellt,
      zaehltAb: zaehltAb(fall.fallabgang.am, arbeitsaufnahmeAm),
    },
  );
  const uebrig = MESSPUNKTE.filter((p) => fall.verbleib[p] === undefined && !(erfuellt && p === messpunkt));
  if (uebrig.length > 0) return angenommen(ereignis);
  return angenommen(ereignis, folge(null, befehl.ereignisAm, { art: 'nachhaltung_beendet' }));
}

/** TR59: within the working days of POL-KORREKTUR after the recording, and only while no new case exists. */
function umkehrbar(fall: BeendeterFall, befehl: { at: string; neuerFall: boolean }): Entwurf | null {
  if (befehl.neuerFall) {
    return bedingungFehlt('TR59', 'Für die Person besteht inzwischen ein neuer Fall.');
  }
  const tage = policyAus(fall.policy)['POL-KORREKTUR'].umkehr;
  const bis = plusArbeitstage(ortstag(fall.fallabgang.erfasstAm), tage, fall.kalender);
  if (ortstag(befehl.at) <= bis) return null;
  return bedingungFehlt('TR59', `Der Fallabgang konnte nur bis zum ${bis} zurückgenommen werden.`);
}

export function umkehrBeantragen(fall: BestehenderFall, befehl: BefehlVon<'umkehr_beantragen'>): Entwurf {
  if (fall.zustand !== 'beendet') return jetztNicht('TR59', fall.zustand, 'Die Umkehr des Fallabgangs');
  if (fall.umkehr !== null)
    return bedingungFehlt('TR59', 'Ein Antrag auf Umkehr wartet schon auf die Teamleitung.');
  if (zeichen(befehl, 'grund') === 0)
    return bedingungFehlt('TR59', 'Der Antrag auf Umkehr braucht einen Grund.');
  return (
    umkehrbar(fall, befehl) ?? angenommen(geschehen(befehl, { tr: 'TR59' }, { art: 'umkehr_beantragt' }))
  );
}

/** The approver is somebody else than the requester and gives a reason, too. */
export function umkehrEntscheiden(fall: BestehenderFall, befehl: BefehlVon<'umkehr_entscheiden'>): Entwurf {
  if (fall.zustand !== 'beendet') return jetztNicht('TR59', fall.zustand, 'Die Umkehr des Fallabgangs');
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

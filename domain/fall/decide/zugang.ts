import { bedingungFehlt } from '../../ablehnung.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { Kontaktart, Regelid } from '../../kennungen.ts';
import type { BefehlVon, Teilnehmer, Vormerkungsquelle } from '../befehle.ts';
import type { BestehenderFall, Vormerkung } from '../fall.ts';
import { istU25Uebergabe } from '../herkunft.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { gespraechsart, nichtGesprochen } from './gespraech.ts';
import { dauer, terminangaben } from '../gespraechsangaben.ts';
import type { Folgezeilen } from './zeilen.ts';

function terminVereinbaren(
  stand: BestehenderFall,
  befehl: BefehlVon<'uebernahmegespraech_vereinbaren'>,
): Entwurf {
  const fall = ausgang('TR10', stand, befehl);
  if ('ok' in fall) return fall;
  if (befehl.ereignisAm < fall.weg.zuordnung.am) {
    return bedingungFehlt('TR10', 'Der Termin kann nicht vor der Zuordnung vereinbart worden sein.');
  }
  if (befehl.termin < befehl.ereignisAm) {
    return bedingungFehlt('TR10', 'Der Termin des Übernahmegesprächs liegt vor dem Tag der Vereinbarung.');
  }
  return angenommen(
    geschehen(
      befehl,
      { tr: 'TR10' },
      { art: 'uebernahmegespraech_vereinbart', termin: befehl.termin, ...terminangaben(befehl) },
    ),
  );
}

/** A talk with the person counts for the density of contact when its kind does (POL-KONTAKT). */
export function zaehltAlsKontakt(
  fall: BestehenderFall,
  art: Kontaktart,
  teilnehmer: readonly Teilnehmer[],
): boolean {
  return (
    policyAus(fall.policy)['POL-KONTAKT'].zaehlendeArten.includes(art) && teilnehmer.includes('bewerber')
  );
}

/** Who hands over in the Übernahmegespräch, by the source of the Vormerkung (V-14, TR17). */
const ABGEBENDE: Readonly<Record<Vormerkungsquelle['art'], readonly Teilnehmer[]>> = {
  pap: ['pap'],
  jour_fixe: ['jour_fixe_av', 'pap'],
  fm_u25: ['fm_u25'],
  weiterleitung: ['pap', 'fm_spezial'],
};

/** T-05, V-13: the reasons are discussed with the person before the Übernahmegespräch. V-14: three parties. */
function gespraechshinweise(
  { erlaeutertAm, quelle }: Vormerkung,
  { teilnehmer, ereignisAm }: BefehlVon<'uebernahmegespraech_fuehren'>,
): Regelid[] {
  const warnungen: Regelid[] = erlaeutertAm === null || erlaeutertAm > ereignisAm ? ['V-13'] : [];
  const abgebende = ABGEBENDE[quelle.art].some((t) => teilnehmer.includes(t));
  const alleDrei = abgebende && teilnehmer.includes('bewerber') && teilnehmer.includes('fm');
  return alleDrei ? warnungen : [...warnungen, 'V-14'];
}

/** TR12; a person from U25 is handed over at the office of the new Fallmanager (TR17, A-38). */
function uebernahmegespraechFuehren(
  stand: BestehenderFall,
  befehl: BefehlVon<'uebernahmegespraech_fuehren'>,
): Entwurf {
  const fall = ausgang('TR12', stand, befehl);
  if ('ok' in fall) return fall;
  const { vormerkung, zuordnung } = fall.weg;
  if (befehl.ereignisAm < zuordnung.am) {
    return bedingungFehlt('TR12', 'Das Übernahmegespräch kann nicht vor der Zuordnung stattgefunden haben.');
  }
  if (istU25Uebergabe(fall) && !befehl.imFmBuero) {
    return bedingungFehlt(
      'TR12',
      'Die Übergabe aus dem Fallmanagement U25 ist ein gemeinsames Gespräch im Büro des neuen Fallmanagements.',
    );
  }
  const { teilnehmer, art } = befehl;
  const stumm = nichtGesprochen(fall, art);
  if (stumm !== null) return stumm;
  const warnungen = [...gespraechshinweise(vormerkung, befehl), ...gespraechsart(fall, 'uebernahme', art)];
  return angenommen(
    geschehen(
      befehl,
      { tr: 'TR12', warnungen },
      {
        art: 'uebernahmegespraech_gefuehrt',
        fmBekannt: teilnehmer.includes('bewerber') && teilnehmer.includes('fm'),
        zaehlt: zaehltAlsKontakt(fall, art, teilnehmer),
        ...dauer(befehl),
      },
    ),
  );
}

function zurueckziehen(stand: BestehenderFall, befehl: BefehlVon<'zurueckziehen'>): Entwurf {
  const fall = ausgang('TR13', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR13', 'Das Zurückziehen der Vormerkung braucht einen Grund.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR13' }, { art: 'zurueckgezogen' }));
}

export const ZUGANG = {
  uebernahmegespraech_vereinbaren: { updatename: 'klar', durch: terminVereinbaren, tage: { termin: 'plan' } },
  uebernahmegespraech_fuehren: {
    updatename: 'klar',
    durch: uebernahmegespraechFuehren,
    tage: { person: 'akte' },
  },
  zurueckziehen: { updatename: 'klar', durch: zurueckziehen },
} satisfies Partial<Folgezeilen>;

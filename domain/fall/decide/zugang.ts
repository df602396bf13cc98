import { bedingungFehlt, jetztNicht, verstoss } from '../../ablehnung.ts';
import { policyAus, unwirksameAenderungen } from '../../policy/wahl.ts';
import type { Regelid } from '../../kennungen.ts';
import type { Kontaktart } from '../../kennungen.ts';
import type { Policywahl } from '../../policy/policy.ts';
import { auslastung } from '../../zuordnung/auslastung.ts';
import type { Zuordnungsfakten } from '../../zuordnung/fakten.ts';
import type { BefehlVon, Personenfakten, Teilnehmer } from '../befehle.ts';
import type { BestehenderFall, Fall } from '../fall.ts';
import type { Zuordnungslast } from '../ereignisse.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';

/** V-01, V-02, V-17: who may be in bFM at all. */
export function personGeeignet(person: Personenfakten): Entwurf | null {
  if (!person.erwerbsfaehig || !person.rechtskreisSgb2) {
    return verstoss('V-01', 'Die Person muss erwerbsfähig und im Rechtskreis SGB II sein.');
  }
  if (!person.ue25) {
    return verstoss('V-02', 'Die Person ist unter 25; vormerken kann sie nur das Fallmanagement U25.');
  }
  if (person.andererOffenerFall) {
    return verstoss('V-17', 'Für diese Person gibt es bereits einen offenen Fall.');
  }
  return null;
}

/** A choice of parameters that would change nothing is refused instead of believed. */
export function policyWirksam(wahl: Policywahl): Entwurf | null {
  const [erste] = unwirksameAenderungen(wahl);
  if (erste === undefined) return null;
  return bedingungFehlt('TR03', `Der Parameter ${erste} kann noch nicht geändert werden.`);
}

export function vormerken(fall: Fall, befehl: BefehlVon<'vormerken'>): Entwurf {
  if (fall.zustand !== 'neu') return jetztNicht('TR03', fall.zustand, 'Eine Vormerkung');
  const hindernis = personGeeignet(befehl.person) ?? policyWirksam(befehl.gruendung.policy);
  if (hindernis !== null) return hindernis;
  if (!befehl.person.profilVorhanden) {
    return bedingungFehlt('TR03', 'Vor der Vormerkung muss ein Profiling der Person vorliegen.');
  }
  if (zeichen(befehl, 'gruende') === 0) {
    return bedingungFehlt('TR03', 'Die Vormerkung braucht die Gründe, die mit der Person besprochen werden.');
  }
  const warnungen: Regelid[] = befehl.adressatErsetzt ? ['V-12'] : [];
  const { gruendung, erlaeutertAm } = befehl;
  return angenommen(
    geschehen(befehl, { tr: 'TR03', warnungen }, { art: 'vorgemerkt', gruendung, erlaeutertAm }),
  );
}

/** The Teamleitung answers the pAp while the Vormerkung waits: what is missing, when it comes up; nothing moves. */
export function vormerkungBeantworten(
  fall: BestehenderFall,
  befehl: BefehlVon<'vormerkung_beantworten'>,
): Entwurf {
  if (fall.zustand !== 'vorgemerkt') {
    return jetztNicht('TR03', fall.zustand, 'Eine Antwort auf die Vormerkung');
  }
  if (zeichen(befehl, 'text') === 0) {
    return bedingungFehlt('TR03', 'Die Antwort auf die Vormerkung braucht einen Text.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR03' }, { art: 'vormerkung_beantwortet' }));
}

export function zuordnen(fall: BestehenderFall, befehl: BefehlVon<'zuordnen'>): Entwurf {
  if (fall.zustand !== 'vorgemerkt') return jetztNicht('TR07', fall.zustand, 'Eine Zuordnung');
  if (!befehl.fmIstFallmanager) {
    return bedingungFehlt(
      'TR07',
      'Zugeordnet werden kann nur eine aktive Fallmanagerin oder ein Fallmanager.',
    );
  }
  if (befehl.ereignisAm < fall.vormerkung.am) {
    return bedingungFehlt('TR07', 'Die Zuordnung kann nicht vor der Vormerkung liegen.');
  }
  const { fm, last = null } = befehl;
  if (last === null) return angenommen(geschehen(befehl, { tr: 'TR07' }, { art: 'zugeordnet', fm }));
  const uebergang = { tr: 'TR07', warnungen: zuordnungswarnungen(last) } as const;
  return angenommen(geschehen(befehl, uebergang, { art: 'zugeordnet', fm, auslastung: lastVon(last) }));
}

/** V-70: over the individual Soll, or another choice than the first suggestion; the meeting decides and says why. */
function zuordnungswarnungen({ faelle, soll, abweichung }: Zuordnungsfakten): Regelid[] {
  return faelle + 1 > soll || abweichung ? ['V-70'] : [];
}

function lastVon({ faelle, soll }: Zuordnungsfakten): Zuordnungslast {
  return { vorher: auslastung(faelle, soll), nachher: auslastung(faelle + 1, soll) };
}

export function terminVereinbaren(
  fall: BestehenderFall,
  befehl: BefehlVon<'uebernahmegespraech_vereinbaren'>,
): Entwurf {
  if (fall.zustand !== 'zugeordnet') {
    return jetztNicht('TR10', fall.zustand, 'Ein Termin für das Übernahmegespräch');
  }
  if (befehl.ereignisAm < fall.weg.zuordnung.am) {
    return bedingungFehlt('TR10', 'Der Termin kann nicht vor der Zuordnung vereinbart worden sein.');
  }
  if (befehl.termin < befehl.ereignisAm) {
    return bedingungFehlt('TR10', 'Der Termin des Übernahmegesprächs liegt vor dem Tag der Vereinbarung.');
  }
  return angenommen(
    geschehen(befehl, { tr: 'TR10' }, { art: 'uebernahmegespraech_vereinbart', termin: befehl.termin }),
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

/** T-05, V-13: the reasons are discussed with the person before the Übernahmegespräch. V-14: three parties. */
export function uebernahmegespraechFuehren(
  fall: BestehenderFall,
  befehl: BefehlVon<'uebernahmegespraech_fuehren'>,
): Entwurf {
  if (fall.zustand !== 'uebernahme_terminiert') {
    return jetztNicht('TR12', fall.zustand, 'Das Übernahmegespräch');
  }
  const { vormerkung, zuordnung } = fall.weg;
  if (befehl.ereignisAm < zuordnung.am) {
    return bedingungFehlt('TR12', 'Das Übernahmegespräch kann nicht vor der Zuordnung stattgefunden haben.');
  }
  const { teilnehmer } = befehl;
  const warnungen: Regelid[] = [];
  const { erlaeutertAm } = vormerkung;
  if (erlaeutertAm === null || erlaeutertAm > befehl.ereignisAm) warnungen.push('V-13');
  const alleDrei = (['bewerber', 'pap', 'fm'] as const).every((t) => teilnehmer.includes(t));
  if (!alleDrei) warnungen.push('V-14');
  return angenommen(
    geschehen(
      befehl,
      { tr: 'TR12', warnungen },
      {
        art: 'uebernahmegespraech_gefuehrt',
        fmBekannt: teilnehmer.includes('bewerber') && teilnehmer.includes('fm'),
        zaehlt: zaehltAlsKontakt(fall, befehl.art, teilnehmer),
      },
    ),
  );
}

const ZURUECKZIEHBAR = ['vorgemerkt', 'zugeordnet', 'uebernahme_terminiert', 'zugangspruefung'];

export function zurueckziehen(fall: BestehenderFall, befehl: BefehlVon<'zurueckziehen'>): Entwurf {
  if (!ZURUECKZIEHBAR.includes(fall.zustand)) {
    return jetztNicht('TR13', fall.zustand, 'Das Zurückziehen der Vormerkung');
  }
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR13', 'Das Zurückziehen der Vormerkung braucht einen Grund.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR13' }, { art: 'zurueckgezogen' }));
}

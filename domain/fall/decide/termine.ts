import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { Befehl, BefehlVon } from '../befehle.ts';
import type { ZuInformieren } from '../befehle/kontakt.ts';
import type { BestehenderFall, Fall, Terminabsage } from '../fall.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import type { Uebergangid } from '../uebergaenge/katalog.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import { dauer, nenntTermin, terminangaben } from '../gespraechsangaben.ts';
import type { Folgezeilen } from './zeilen.ts';

/** V-69: the cancelled appointment, and the task it makes for each Begleitperson who wants to know (T-32). */
function mitAufgaben(fall: BestehenderFall, befehl: Befehl & ZuInformieren, ereignis: Rohereignis): Entwurf {
  const { begleitpersonInformieren: gewuenscht, begleitpersonen: alle = [], ereignisAm } = befehl;
  if (!gewuenscht) return angenommen(ereignis);
  const aufgabe = (wer: { begleitperson?: string }): Rohereignis =>
    folge(null, ereignisAm, { art: 'begleitperson_zu_informieren', ...wer });
  const jede = gilt('T-32', fall) && alle.length > 0;
  const aufgaben = jede ? alle.map((begleitperson) => aufgabe({ begleitperson })) : [aufgabe({})];
  return angenommen(ereignis, ...aufgaben);
}

/** R24: the Service-Center takes cancellations, nothing else. */
function darfNurAbsagen(befehl: Befehl, tr: Uebergangid, absage: boolean): Entwurf | null {
  if (befehl.akteur.rolle !== 'service_center' || absage) return null;
  return bedingungFehlt(tr, 'Das Service-Center kann Termine nur absagen.');
}

/** TR11: the Übernahmegespräch is cancelled or moved. */
function terminVerlegen(stand: BestehenderFall, befehl: BefehlVon<'termin_verlegen'>): Entwurf {
  const fall = ausgang('TR11', stand, befehl);
  if ('ok' in fall) return fall;
  const { termin } = befehl;
  const fremd = darfNurAbsagen(befehl, 'TR11', termin === null);
  if (fremd !== null) return fremd;
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR11', 'Eine Absage oder Verlegung braucht einen Grund.');
  }
  if (termin === null && nenntTermin(befehl)) {
    return bedingungFehlt('TR11', 'Ein abgesagter Termin hat weder Uhrzeit noch Ort.');
  }
  if (termin !== null && termin < befehl.ereignisAm) {
    return bedingungFehlt('TR11', 'Der neue Termin liegt vor dem Tag der Verlegung.');
  }
  const ereignis = geschehen(
    befehl,
    { tr: 'TR11' },
    { art: 'termin_verlegt', termin, ...terminangaben(befehl) },
  );
  return mitAufgaben(fall, befehl, ereignis);
}

const VORBEI: readonly string[] = [
  'durchgefuehrt',
  'nicht_erschienen',
] satisfies BefehlVon<'kontakt_erfassen'>['status'][];

/** V-74: what is planned lies ahead, what was held or missed does not. */
function falscherTag(
  fall: BestehenderFall,
  { status, termin, ereignisAm }: BefehlVon<'kontakt_erfassen'>,
): Entwurf | null {
  if (termin === null) return null;
  if (gilt('V-74', fall) && status === 'geplant' && termin < ereignisAm) {
    return verstoss('V-74', 'Der geplante Termin liegt vor dem Tag, an dem er geplant wird.');
  }
  return VORBEI.includes(status) && termin > ereignisAm
    ? verstoss(
        'V-74',
        'Der Termin liegt noch vor Ihnen; stattfinden oder ausfallen kann er erst an seinem Tag.',
      )
    : null;
}

/** Why such a contact cannot be recorded here, null when it can. */
function kontaktHindernis(fall: BestehenderFall, befehl: BefehlVon<'kontakt_erfassen'>): Entwurf | null {
  const { anlass, status, termin } = befehl;
  const fremd = darfNurAbsagen(befehl, 'TR54', status === 'abgesagt' && zeichen(befehl, 'vermerk') === 0);
  if (fremd !== null) return fremd;
  if (status === 'durchgefuehrt' && anlass !== 'laufend') {
    return bedingungFehlt('TR54', 'Dieses Gespräch hat einen eigenen Vorgang und wird dort dokumentiert.');
  }
  if (status === 'geplant' && termin === null) {
    return bedingungFehlt('TR54', 'Ein geplanter Kontakt braucht einen Termin.');
  }
  return angabenPassen(befehl) ?? falscherTag(fall, befehl);
}

/** Minutes are those of a talk that was held; time and place those of one that is planned. */
function angabenPassen(befehl: BefehlVon<'kontakt_erfassen'>): Entwurf | null {
  const { status, vorbereitungMinuten } = befehl;
  if (status !== 'geplant' && nenntTermin(befehl)) {
    return bedingungFehlt('TR54', 'Uhrzeit und Ort gehören zu einem geplanten Kontakt.');
  }
  if (status !== 'durchgefuehrt' && vorbereitungMinuten !== undefined) {
    return bedingungFehlt('TR54', 'Die Vorbereitung gehört zu einem Kontakt, der stattgefunden hat.');
  }
  return null;
}

/** TR54: a contact planned, cancelled, missed, or held without being one of the great talks. */
function kontaktErfassen(stand: BestehenderFall, befehl: BefehlVon<'kontakt_erfassen'>): Entwurf {
  const fall = ausgang('TR54', stand, befehl);
  if ('ok' in fall) return fall;
  const { anlass, status, termin } = befehl;
  const hindernis = kontaktHindernis(fall, befehl);
  if (hindernis !== null) return hindernis;
  const arten = policyAus(fall.policy)['POL-KONTAKT'].zaehlendeArten;
  const zaehlt = status === 'durchgefuehrt' && arten.includes(befehl.art);
  const angaben = { ...dauer(befehl), ...terminangaben(befehl) };
  const daten = { art: 'kontakt_erfasst', anlass, status, termin, zaehlt, ...angaben } as const;
  const ereignis = geschehen(befehl, { tr: 'TR54' }, daten);
  return status === 'abgesagt' ? mitAufgaben(fall, befehl, ereignis) : angenommen(ereignis);
}

const istOffeneAufgabe = ({ informiert }: { readonly informiert: unknown }): boolean => informiert === null;

/** The cancellations a Begleitperson has heard of with this command, or why it is not clear which (T-32). */
function gemeinteAbsagen(
  fall: BestehenderFall,
  { nummer = null, ereignisAm }: BefehlVon<'begleitperson_informieren'>,
): readonly Terminabsage[] | Entwurf {
  const offen = fall.terminabsagen.filter((a) => istOffeneAufgabe(a) && a.am <= ereignisAm);
  if (offen.length === 0) {
    return bedingungFehlt(
      'TR54',
      'Bis zu diesem Tag ist keine Terminabsage offen, von der jemand erfahren muss.',
    );
  }
  if (nummer !== null) {
    const eine = offen.filter((a) => a.nummer === nummer);
    return eine.length > 0
      ? eine
      : bedingungFehlt('TR54', 'Diese Terminabsage ist nicht offen, oder sie kam erst nach diesem Tag.');
  }
  if (gilt('T-32', fall) && new Set(offen.map((a) => a.begleitperson)).size > 1) {
    return bedingungFehlt(
      'T-32',
      'Mehrere Begleitpersonen warten auf Nachricht. Bitte nennen Sie die Nummer der Terminabsage, von der jemand erfahren hat.',
    );
  }
  return offen;
}

/** V-69, T-32: a Begleitperson has been told, of one cancellation or of all until that day. */
function begleitpersonInformieren(
  stand: BestehenderFall,
  befehl: BefehlVon<'begleitperson_informieren'>,
): Entwurf {
  const fall = ausgang('TR54', stand, befehl);
  if ('ok' in fall) return fall;
  const gemeint = gemeinteAbsagen(fall, befehl);
  if ('ok' in gemeint) return gemeint;
  const absagen = gemeint.map(({ nummer }) => nummer);
  return angenommen(geschehen(befehl, { tr: 'TR54' }, { art: 'begleitperson_informiert', absagen }));
}

/** Decisions of the clerk that end a case; withdrawal (TR13) and leaving the system (TR50) wait for nobody. */
const ENTSCHIEDENES_ENDE: ReadonlySet<Uebergangid | null> = new Set<Uebergangid>([
  'TR15',
  'TR16',
  'TR18',
  'TR44',
  'TR45',
]);

/** V-69 blocks the end of a case while a Begleitperson still has to hear of a cancelled appointment. */
export function ohneOffeneAbsage(fall: Fall, entwurf: Entwurf): Entwurf {
  if (!entwurf.ok || fall.zustand === 'neu' || !fall.terminabsagen.some(istOffeneAufgabe)) return entwurf;
  if (!entwurf.ereignisse.some(({ tr }) => ENTSCHIEDENES_ENDE.has(tr))) return entwurf;
  return verstoss('V-69', 'Zuerst ist die Begleitperson über den abgesagten Termin zu informieren.');
}

export const TERMINE = {
  termin_verlegen: { updatename: 'klar', durch: terminVerlegen, tage: { termin: 'plan' } },
  kontakt_erfassen: { updatename: 'klar', durch: kontaktErfassen, tage: { termin: 'eigene_regel' } },
  begleitperson_informieren: { updatename: 'klar', durch: begleitpersonInformieren },
} satisfies Partial<Folgezeilen>;

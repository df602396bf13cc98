import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { standAm } from '../../einwilligung/einwilligung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Regelid } from '../../kennungen.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import {
  rueckmeldungErforderlich,
  strengerAlsUeblich,
  type Erbringerfakten,
  type Leistungsart,
} from '../../leistung/leistung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Leistungsangaben } from '../befehle/leistung.ts';
import type { Hinterlegung } from '../ereignisse/leistung.ts';
import type { BestehenderFall, OffenerFall } from '../fall.ts';
import { leistungsumfang } from '../umfang.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import type { Uebergangid } from '../uebergaenge/katalog.ts';
import { vereinbarungAm } from '../vereinbarungsstand.ts';
import { vereinbarungsmangel, vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

type Aufnahme = BefehlVon<'leistung_zuweisen' | 'leistung_einbeziehen'>;

/** The number after the highest; numbers of forgotten services are not used again. */
function naechsteLeistungsnummer({ begleitung }: OffenerFall): number {
  return Math.max(0, ...begleitung.leistungen.map(({ nummer }) => nummer)) + 1;
}

/** V-44: what ranks before was looked at; since the second Regelwerk by name, not by a tick. */
function vorrangGeprueft(fall: OffenerFall, befehl: Aufnahme): boolean {
  return gilt('V-44', fall) ? zeichen(befehl, 'vorrangpruefung') > 0 : befehl.vorrangGeprueft;
}

/** V-44: the Fallmanager determined the need, the link to integration, the necessity, and what ranks before. */
function ohneErforderlichkeit(fall: OffenerFall, befehl: Aufnahme): Entwurf | null {
  if (zeichen(befehl, 'bedarf') === 0)
    return verstoss('V-44', 'Es fehlt, welchen Bedarf Sie festgestellt haben.');
  if (zeichen(befehl, 'erforderlichkeit') === 0) {
    return verstoss('V-44', 'Es fehlt, warum die Leistung für die Eingliederung erforderlich ist.');
  }
  // Where another law is the basis, it is itself what ranks before (V-45).
  const nachAnderemRecht = befehl.befehl === 'leistung_einbeziehen' && befehl.rechtsgrundlage === 'andere';
  if (nachAnderemRecht || vorrangGeprueft(fall, befehl)) return null;
  return verstoss(
    'V-44',
    'Es fehlt, welche vorrangigen Leistungen anderer Träger geprüft sind und warum sie nicht genügen.',
  );
}

/** TR30: whom the directory does not know, or who works with the office no more, gets nobody assigned. */
function ohneErbringer({ erbringer }: Leistungsangaben, tr: Uebergangid): Entwurf | Erbringerfakten {
  if (erbringer?.aktiv === true) return erbringer;
  return bedingungFehlt(tr, 'Diesen Leistungserbringer führt das Verzeichnis nicht oder nicht mehr.');
}

/** V-47: Nr. 2 to 4 do not go without feedback. */
function ohneRueckmeldung({ leistungsart, rueckmeldung }: Leistungsangaben): Entwurf | null {
  if (rueckmeldung || !rueckmeldungErforderlich(leistungsart)) return null;
  return verstoss('V-47', 'Bei den Nummern 2 bis 4 gehört die Rückmeldung des Leistungserbringers dazu.');
}

/** V-85: the same service with the same provider goes on already. */
function laeuftSchon({ begleitung }: OffenerFall, art: Leistungsart, { id }: Erbringerfakten): boolean {
  return begleitung.leistungen.some(
    ({ leistungsart, erbringer, ende }) => leistungsart === art && erbringer === id && ende === null,
  );
}

/** V-48, V-50, V-53, V-85: allowed with a reason. */
function warnungen(fall: OffenerFall, angaben: Leistungsangaben, erbringer: Erbringerfakten): Regelid[] {
  const { leistungsart, verbindlichkeit, abgrenzungGeprueft } = angaben;
  const offen: Regelid[] = [];
  if (strengerAlsUeblich(leistungsart, verbindlichkeit)) offen.push('V-48');
  if (leistungsart === 'nr_3' && !abgrenzungGeprueft) offen.push('V-50');
  if (erbringer.grundlage === 'keine') offen.push('V-53');
  if (gilt('V-85', fall) && laeuftSchon(fall, leistungsart, erbringer)) offen.push('V-85');
  return offen;
}

/** The consent as the service will rest on it; null while facts may not be exchanged. */
function entbindungAus({ einwilligung, erbringer }: Leistungsangaben, am: Tag): Hinterlegung | null {
  if (einwilligung?.zweck !== 'leistung_16a' || standAm(einwilligung, am) !== 'gueltig') return null;
  if (einwilligung.leistungserbringerId !== erbringer?.id) return null;
  return { einwilligung: einwilligung.id, gueltigBis: einwilligung.gueltigBis };
}

function zuweisung(fall: OffenerFall, befehl: Aufnahme, erbringer: Erbringerfakten) {
  const { leistungsart, verbindlichkeit, rueckmeldung } = befehl;
  return {
    leistung: naechsteLeistungsnummer(fall),
    leistungsart,
    erbringer: erbringer.id,
    verbindlichkeit,
    wartezeitTage: erbringer.wartezeitTage,
    rueckmeldung,
    entbindung: entbindungAus(befehl, befehl.ereignisAm),
    ...leistungsumfang(befehl),
  };
}

/** What both ways into a service ask for. */
function pruefeAufnahme(fall: OffenerFall, befehl: Aufnahme, tr: Uebergangid): Entwurf | Erbringerfakten {
  const mangel =
    ohneErforderlichkeit(fall, befehl) ?? ohneRueckmeldung(befehl) ?? vorFallzugang(fall, befehl, tr);
  return mangel ?? ohneErbringer(befehl, tr);
}

/** TR30: a need for a § 16a service is met by a provider of the directory; TR29 asks for the Vereinbarung or a reason. */
function zuweisen(stand: BestehenderFall, befehl: BefehlVon<'leistung_zuweisen'>): Entwurf {
  const fall = ausgang('TR30', stand, befehl);
  if ('ok' in fall) return fall;
  const mangel = vereinbarungsmangel(fall, befehl);
  if (mangel === 'keine') {
    return bedingungFehlt('TR30', 'Ohne Vereinbarung braucht die Zuweisung einen Grund.');
  }
  const erbringer = pruefeAufnahme(fall, befehl, 'TR30');
  if ('ok' in erbringer) return erbringer;
  const daten = { art: 'leistung_zugewiesen', ...zuweisung(fall, befehl, erbringer) } as const;
  const ohneGrund: Regelid[] = mangel === 'abgelaufen' ? ['V-81'] : [];
  const offen = [...warnungen(fall, befehl, erbringer), ...ohneGrund];
  return angenommen(geschehen(befehl, { tr: 'TR30', warnungen: offen }, daten));
}

/**
 * V-51: the newest version of the Vereinbarung; that both looked at it again takes no service into it. Where nobody knows
 * the content (a case taken over, release 0.1), its day has to do.
 */
function zuletztVereinbart(fall: OffenerFall): Tag | null {
  const { planung, vereinbarungen } = fall.begleitung;
  const fassung = gilt('V-51', fall) ? planung.vereinbarung : null;
  return (fassung ?? vereinbarungen.at(-1))?.am ?? null;
}

/** V-51: who has a Kooperationsvereinbarung agreed on feedback in it (E24); with anybody else it was agreed on a day. */
function ohneRueckkoppelung(fall: OffenerFall, befehl: BefehlVon<'leistung_einbeziehen'>): boolean {
  const { rueckmeldung, erbringer, rueckmeldungVereinbartAm = null, ereignisAm } = befehl;
  if (!rueckmeldung || !gilt('V-51', fall) || erbringer?.grundlage === 'vereinbarung') return !rueckmeldung;
  return rueckmeldungVereinbartAm === null || rueckmeldungVereinbartAm > ereignisAm;
}

/** V-51: what has to be there before a service the person began themselves counts in the case. */
function ohneVoraussetzung(fall: OffenerFall, befehl: BefehlVon<'leistung_einbeziehen'>): Entwurf | null {
  const fehlt = (was: string): Entwurf => verstoss('V-51', `Zum Einbeziehen fehlt ${was}.`);
  if (zeichen(befehl, 'bedarf') === 0) return fehlt('die Feststellung des Bedarfs');
  const vereinbart = zuletztVereinbart(fall);
  if (vereinbart === null || vereinbart < befehl.seit)
    return fehlt('die Vereinbarung nach dem Beginn der Leistung');
  if (vereinbarungAm(fall, befehl.ereignisAm) === 'abgelaufen') return fehlt('eine gültige Vereinbarung');
  if (ohneRueckkoppelung(fall, befehl)) return fehlt('die Vereinbarung über Rückmeldungen');
  if (entbindungAus(befehl, befehl.ereignisAm) === null) return fehlt('die Schweigepflichtentbindung');
  return gilt('V-51', fall) && befehl.gedeckt === false
    ? fehlt('eine Schweigepflichtentbindung, die Termine, Verlauf oder Ergebnis umfasst')
    : null;
}

/** TR31: a service that began without the Fallmanager becomes part of the case; from the first day it runs. */
function einbeziehen(stand: BestehenderFall, befehl: BefehlVon<'leistung_einbeziehen'>): Entwurf {
  const fall = ausgang('TR31', stand, befehl);
  if ('ok' in fall) return fall;
  const mangel = ohneVoraussetzung(fall, befehl);
  if (mangel !== null) return mangel;
  const erbringer = pruefeAufnahme(fall, befehl, 'TR31');
  if ('ok' in erbringer) return erbringer;
  const { seit, zugangsweg, rechtsgrundlage } = befehl;
  const daten = {
    art: 'leistung_einbezogen',
    ...zuweisung(fall, befehl, erbringer),
    seit,
    zugangsweg,
    rechtsgrundlage,
  } as const;
  return angenommen(geschehen(befehl, { tr: 'TR31', warnungen: warnungen(fall, befehl, erbringer) }, daten));
}

export const LEISTUNG = {
  leistung_zuweisen: { updatename: 'klar', durch: zuweisen, tage: { einwilligung: 'akte' } },
  leistung_einbeziehen: {
    updatename: 'klar',
    durch: einbeziehen,
    tage: { seit: 'tatsache', rueckmeldungVereinbartAm: 'tatsache', einwilligung: 'akte' },
  },
} satisfies Partial<Folgezeilen>;

import { nurGrund, wertung } from './abgangsgruende.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Befehl, BefehlVon, Fallgruendung } from './befehle.ts';
import { OHNE_BERATUNG } from './beratung.ts';
import type { Ereignis } from './ereignisse.ts';
import type {
  Abgangseinleitung,
  BeendeterFall,
  BestehenderFall,
  Fall,
  Umkehrantrag,
  Vormerkung,
} from './fall.ts';

/** Fills in what a state of release 0.1 lacks; a state of today comes back as it was. */
type Ergaenzung = (fall: Fall) => Fall;

/** 0.1 kept no contacts from before the Fallzugang. */
const kontakteVorFallzugang: Ergaenzung = (fall) =>
  'weg' in fall && fall.weg !== null ? { ...fall, weg: { ...KEINE_KONTAKTE, ...fall.weg } } : fall;
const KEINE_KONTAKTE = { kontakte: [] };

/** 0.1 knew no external Fallmanagement, no § 16a service, of the contact regimes the monthly one alone, of the planning its days. */
const begleitung: Ergaenzung = (fall) =>
  'begleitung' in fall ? { ...fall, begleitung: { ...NEU_IN_BEGLEITUNG, ...fall.begleitung } } : fall;
const NEU_IN_BEGLEITUNG = { extern: null, massnahmen: [], gutachten: [], leistungen: [], ...OHNE_BERATUNG };

/** 0.1 kept the exit reason alone and knew no Fallbesprechung. */
function einleitung(alt: Abgangseinleitung): Abgangseinleitung {
  return { ...{ angaben: nurGrund(alt.grund), fallbesprechung: null, rueckgabeversuch: null }, ...alt };
}

const abgang: Ergaenzung = (fall) =>
  fall.zustand === 'abgang_eingeleitet' ? { ...fall, abgang: einleitung(fall.abgang) } : fall;

/** 0.1 judged no exit, had no AKH and no T-28; its requests of reversal stay open. */
const beendet: Ergaenzung = (fall) => {
  if (fall.zustand !== 'beendet') return fall;
  const alt: BeendeterFall = { ...{ akh: null, arbeitsaufnahmen: [] }, ...fall };
  const vorher = alt.fallabgang.einleitung;
  const neu = vorher === null ? null : einleitung(vorher);
  const angaben = neu?.angaben ?? nurGrund(alt.fallabgang.grund);
  const abgangslage = { angaben, zielerreichung: null, massgeblicherBedarfReduziert: false };
  const gewertet = wertung(abgangslage, policyAus(fall.policy));
  const umkehr: Umkehrantrag | null = alt.umkehr === null ? null : { ...{ bis: null }, ...alt.umkehr };
  return { ...alt, fallabgang: { ...gewertet, ...alt.fallabgang, einleitung: neu }, umkehr };
};

const GRUENDUNG = { abgebend: null, vorgaengerFallId: null, laufendeNummer: 1 } as const;
const KOPF = { ...GRUENDUNG, auffaelligkeiten: [], terminabsagen: [], weggefallen: null } as const;

/** 0.1 knew one route to bFM, no re-admission, no Auffälligkeit, no V-79, and told no Begleitperson of a cancelled appointment. */
const herkunft: Ergaenzung = (fall) => (fall.zustand === 'neu' ? fall : { ...KOPF, ...fall });

const vormerkung = (alt: Vormerkung): Vormerkung => ({ ...{ quelle: { art: 'pap' } }, ...alt });

/** 0.1 assigned in the weekly meeting only, after a Vormerkung by the pAp. */
const zugangsweg: Ergaenzung = (fall) => {
  const voll: Fall = 'vormerkung' in fall ? { ...fall, vormerkung: vormerkung(fall.vormerkung) } : fall;
  if (!('weg' in voll) || voll.weg === null) return voll;
  const zuordnung = { ...{ uebergabe: 'besprechung' as const }, ...voll.weg.zuordnung };
  return { ...voll, weg: { ...voll.weg, vormerkung: vormerkung(voll.weg.vormerkung), zuordnung } };
};

/** 0.1 had no deviation from criterion A. */
const pruefung: Ergaenzung = (fall) =>
  fall.zustand === 'zugangspruefung' ? { ...{ abweichung: null }, ...fall } : fall;

const ERGAENZUNGEN: readonly Ergaenzung[] = [
  herkunft,
  zugangsweg,
  kontakteVorFallzugang,
  pruefung,
  begleitung,
  abgang,
  beendet,
];

/**
 * A state as an older release stored or carried it, with what this release has added filled in. Called wherever a state
 * enters from outside: input of a run, projection in PostgreSQL, release of a stopped case. Every new mandatory
 * field of a state gets its default here, in the commit that adds the field.
 */
export function aufHeutigenStand<F extends Fall | BestehenderFall>(fall: F): F {
  return ERGAENZUNGEN.reduce<Fall>((stand, ergaenze) => ergaenze(stand), fall) as F;
}

/** What commands of an older release do not say. */
const OHNE = {
  vormerken: { einschaetzungKriteriumB: null },
  uebernahmegespraech_fuehren: { imFmBuero: false },
  zugang_entscheiden: {
    komplex: null,
    integrationNachrangig: false,
    grund: 'sonstiges',
    weiterleitung: null,
  },
} satisfies { readonly [Name in Befehl['befehl']]?: Partial<BefehlVon<Name>> };
const BEFEHLE: Readonly<Partial<Record<Befehl['befehl'], object>>> = OHNE;

/** A command as an older release sent it: found in stored histories, and on its way during an upgrade. */
export function befehlVonHeute(befehl: Befehl): Befehl {
  const voll: Befehl = { ...BEFEHLE[befehl.befehl], ...befehl };
  if (!('gruendung' in voll)) return voll;
  return { ...voll, gruendung: gruendungVonHeute(voll.gruendung) };
}

/** What opens a case, as an older release named it. */
export function gruendungVonHeute(gruendung: Fallgruendung): Fallgruendung {
  return { ...GRUENDUNG, ...gruendung };
}

/** 0.1 did not say how many cases of the person there had been. */
const begannMitErsterAusgabe = (erstes: Ereignis): boolean =>
  'gruendung' in erstes && !Object.hasOwn(erstes.gruendung, 'laufendeNummer');

/**
 * The fold of today as 0.1 stored it, for a case it began: it kept no contacts from before the Fallzugang, and counted those of a
 * take-over otherwise. Where the stored state says something of its own, the fold stays what it is, and the two contradict each other.
 */
export function wieBegonnen(
  gefaltet: BestehenderFall,
  stand: BestehenderFall,
  erstes: Ereignis,
): BestehenderFall {
  if (!begannMitErsterAusgabe(erstes)) return gefaltet;
  return mitKontaktenWie(mitWegWie(gefaltet, stand), stand);
}

function mitWegWie(fall: BestehenderFall, stand: BestehenderFall): BestehenderFall {
  if (!('weg' in fall) || fall.weg === null || !('weg' in stand) || stand.weg?.kontakte.length !== 0)
    return fall;
  return { ...fall, weg: { ...fall.weg, kontakte: [] } };
}

function mitKontaktenWie(fall: BestehenderFall, stand: BestehenderFall): BestehenderFall {
  if (!('begleitung' in fall) || !('begleitung' in stand)) return fall;
  const kontakte = fall.begleitung.kontakte.map((kontakt, n) => {
    const getragen = stand.begleitung.kontakte[n];
    const derselbe = getragen?.am === kontakt.am && getragen.erfasstAm === kontakt.erfasstAm;
    return derselbe ? { ...kontakt, ereignis: getragen.ereignis } : kontakt;
  });
  return { ...fall, begleitung: { ...fall.begleitung, kontakte } };
}

import { nurGrund, wertung } from './abgangsgruende.ts';
import { policyAus } from '../policy/wahl.ts';
import type {
  Abgangseinleitung,
  BeendeterFall,
  Begleitung,
  BestehenderFall,
  Fall,
  Kopf,
  Umkehrantrag,
} from './fall.ts';

/** Fills in what a state of release 0.1 lacks; a state of today comes back as it was. */
type Ergaenzung = (fall: Fall) => Fall;

/** 0.1 kept no contacts from before the Fallzugang. */
const kontakteVorFallzugang: Ergaenzung = (fall) =>
  'weg' in fall && fall.weg !== null ? { ...fall, weg: { ...KEINE_KONTAKTE, ...fall.weg } } : fall;
const KEINE_KONTAKTE = { kontakte: [] };

const OHNE_ABSAGEN: Pick<Kopf, 'terminabsagen'> = { terminabsagen: [] };
const NEU_IN_BEGLEITUNG: Pick<Begleitung, 'extern' | 'massnahmen' | 'gutachten' | 'unterMindestzahl'> = {
  extern: null,
  massnahmen: [],
  gutachten: [],
  unterMindestzahl: false,
};

/** 0.1 told no Begleitperson, knew the monthly contact alone, no external Fallmanagement, and counted no Handlungsbedarfe later. */
const begleitung: Ergaenzung = (fall) => {
  if (fall.zustand === 'neu') return fall;
  const kopf = { ...OHNE_ABSAGEN, ...fall };
  return 'begleitung' in fall ? { ...kopf, begleitung: { ...NEU_IN_BEGLEITUNG, ...fall.begleitung } } : kopf;
};

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
  const lage = { angaben, zielerreichung: null, massgeblicherBedarfReduziert: false };
  const gewertet = wertung(lage, policyAus(fall.policy));
  const umkehr: Umkehrantrag | null = alt.umkehr === null ? null : { ...{ bis: null }, ...alt.umkehr };
  return { ...alt, fallabgang: { ...gewertet, ...alt.fallabgang, einleitung: neu }, umkehr };
};

const ERGAENZUNGEN: readonly Ergaenzung[] = [kontakteVorFallzugang, begleitung, abgang, beendet];

/**
 * A state as an older release stored or carried it, with what this release has added filled in. Called wherever a state
 * enters from outside: input of a run, projection in PostgreSQL, release of a stopped case. Every new mandatory
 * field of a state gets its default here, in the commit that adds the field.
 */
export function aufHeutigenStand<F extends Fall | BestehenderFall>(fall: F): F {
  return ERGAENZUNGEN.reduce<Fall>((stand, ergaenze) => ergaenze(stand), fall) as F;
}

import type { LaufendeAkh } from '../fall/befehle/kopf.ts';
import { laeuftNoch, vormerkungVon, wegVon, type BestehenderFall } from '../fall/fall.ts';
import { wegfallVon } from '../fall/wegfall.ts';
import { vollendetAm } from '../frist/alter.ts';
import { plusMonate, plusTage, type Tag } from '../frist/tag.ts';
import type { Policy } from '../policy/policy.ts';
import { STANDARD } from '../policy/standard.ts';
import type { Personenakte } from '../zugang/fakten.ts';
import { istKomplex } from '../zugang/kriterium-a.ts';
import type { Personenstand, Wegfall } from '../zugang/wegfall.ts';
import { zeilennamen } from '../tabelle.ts';

/** What the check record knows of a person's file and cases: flags, ids and days, no content, no day of birth (DS-20). */
export type Aktenlage = {
  readonly pap: string;
  readonly team: string;
  /** First day of the unbroken run of complex profiles up to the newest; null when that one is not complex. */
  readonly komplexSeit: Tag | null;
  readonly offenerFall: string | null;
  /** Day of the newest Vormerkung. */
  readonly vorgemerktAm: Tag | null;
  /** Day from which a closed case lets checks count: its Fallabgang, its Zugangsentscheidung, else its Vormerkung. */
  readonly geprueftAm: Tag | null;
  readonly fmU25: string | null;
  /** Day of the reminder before the 25th birthday (T-14); null without a FM U25. */
  readonly ue25ErinnerungAm: Tag | null;
  /** V-79: why the person is no eLb; absent in what release 0.1 was told. */
  readonly wegfall?: Wegfall | null;
};

/** A person's file as the check record looks at it. */
export type Potenzialakte = Pick<Personenakte, 'geburtsdatum' | keyof Personenstand> & {
  readonly profile: readonly Pick<Personenakte['profile'][number], 'datum' | 'profillage'>[];
  readonly pap: string;
  readonly team: string;
  readonly fmU25: string | null;
};

function komplexSeit(profile: Potenzialakte['profile'], policy: Policy): Tag | null {
  // Sorting is stable: of two profiles of one day the one recorded later counts.
  const nachTag = [...profile].sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
  const bruch = nachTag.findLastIndex(({ profillage }) => !istKomplex(profillage, policy));
  return nachTag[bruch + 1]?.datum ?? null;
}

function geprueftAm(fall: BestehenderFall, policy: Policy): Tag[] {
  if (laeuftNoch(fall)) return [];
  if (fall.zustand !== 'beendet') return [(wegVon(fall)?.zugangsentscheidung ?? vormerkungVon(fall)).am];
  // POL-AKH-CHECK: where the passive Betreuung suspends the checks, they count from its last day.
  const ausgesetztBis = policy['POL-AKH-CHECK'] === 'aussetzen' ? fall.akh?.bis : undefined;
  return [ausgesetztBis ?? fall.fallabgang.am];
}

const akhEnde = (fall: BestehenderFall): Tag[] =>
  fall.zustand === 'beendet' && fall.akh !== null && fall.neben.includes('akh_passiv') ? [fall.akh.bis] : [];

/** T-14: the configured time before the 25th birthday, never shifted (CAL-Z); null where it is switched off. */
function ue25ErinnerungAm(geburtsdatum: Tag, policy: Policy): Tag | null {
  const { aktiv, dauer } = policy['POL-FRIST']['T-14'];
  if (!aktiv || dauer === null) return null;
  const geburtstag = plusTage(vollendetAm(geburtsdatum, 25), 1);
  return dauer.einheit === 'monate'
    ? plusMonate(geburtstag, -dauer.anzahl)
    : plusTage(geburtstag, -dauer.anzahl);
}

const spaeteste = (tage: readonly Tag[]): Tag | null => [...tage].sort().at(-1) ?? null;

/** The facts of file and cases, as they are now. */
export function aktenlage(
  akte: Potenzialakte,
  faelle: readonly BestehenderFall[],
  policy: Policy,
): Aktenlage {
  const { pap, team, fmU25, geburtsdatum, profile } = akte;
  return {
    pap,
    team,
    komplexSeit: komplexSeit(profile, policy),
    offenerFall: faelle.find(laeuftNoch)?.fallId ?? null,
    vorgemerktAm: spaeteste(faelle.map((fall) => vormerkungVon(fall).am)),
    geprueftAm: spaeteste(faelle.flatMap((fall) => geprueftAm(fall, policy))),
    fmU25,
    ue25ErinnerungAm: fmU25 === null ? null : ue25ErinnerungAm(geburtsdatum, policy),
    wegfall: wegfallVon(akte, faelle),
  };
}

/** The passive Betreuung that runs longest after one of the cases, and who set it (V-82). */
export function laufendeAkh(faelle: readonly BestehenderFall[]): LaufendeAkh | null {
  const laufende = faelle.flatMap((fall) => {
    const [bis] = akhEnde(fall);
    if (bis === undefined || fall.zustand !== 'beendet') return [];
    return [{ bis, fm: fall.akh?.festgelegtVon ?? fall.weg.zuordnung.fm }];
  });
  return laufende.sort((a, b) => (a.bis < b.bis ? -1 : 1)).at(-1) ?? null;
}

/** The days of a case on which its check record depends, whatever the policy. */
const stichtage = (fall: BestehenderFall): Tag[] => [...geprueftAm(fall, STANDARD), ...akhEnde(fall)];

/** True when a case has become something else to the check record. */
export function beruehrtPotenzial(vorher: BestehenderFall | null, nachher: BestehenderFall): boolean {
  return (
    vorher === null ||
    laeuftNoch(vorher) !== laeuftNoch(nachher) ||
    stichtage(vorher).join() !== stichtage(nachher).join()
  );
}

/** A field the older release did not know says nothing new by being there. */
export function istGleich(a: Aktenlage, b: Aktenlage): boolean {
  const ohne = { wegfall: null };
  const alt: Required<Aktenlage> = { ...ohne, ...a };
  const neu: Required<Aktenlage> = { ...ohne, ...b };
  return zeilennamen(alt).every((feld) => alt[feld] === neu[feld]);
}

import type { Fallgruendung, LaufendeAkh, Personenfakten } from '../../../domain/fall/befehle.ts';
import type { Uebergabetag } from '../../../domain/fall/befehle/zugang.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { laufendeAkh } from '../../../domain/potenzial/aktenlage.ts';
import { abgebendeFuer } from '../../../domain/zugang/abgebend.ts';
import { personenfakten, uebergabefakten } from '../../../domain/zugang/fakten.ts';
import { REGELWERK } from '../../../domain/vorgang/regelwerk.ts';
import type { Eroeffnungsvorhaben } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { geladen, type Geladen } from './lader.ts';

/** What the new case will carry, and the file it is decided on under that policy. */
export type Vormerkungsgrundlage = {
  readonly gruendung: Fallgruendung;
  readonly person: Personenfakten;
  /** V-82: absent where no passive Betreuung runs. */
  readonly akh?: LaufendeAkh;
};

/** What every new case carries of the house it begins in, as it is today. */
export async function gegebenes(
  leser: Aktenleser,
  team: string,
  at: Instant,
): Promise<Pick<Fallgruendung, 'team' | 'policy' | 'kalender' | 'regelwerk'>> {
  const policy = await leser.aktivePolicy(ortstag(at));
  return { team, policy, kalender: await leser.kalender(team), regelwerk: REGELWERK };
}

/** What the new case will carry, from the master data of today. */
export async function grundlage(
  leser: Aktenleser,
  { befehl, konto, fallnummer, at, personId, datei, ziel }: Eroeffnungsvorhaben,
): Promise<Geladen<Vormerkungsgrundlage>> {
  const vorgaenger = await leser.vorgaengerfall(personId);
  const gruendung = {
    ...(await gegebenes(leser, ziel.team, at)),
    personId,
    fallnummer: fallnummer ?? '',
    pap: datei.papId,
    abgebend: abgebendeFuer(befehl, konto.id, datei.fmU25Id),
    vorgaengerFallId: vorgaenger?.id ?? null,
    laufendeNummer: (vorgaenger?.laufendeNummer ?? 0) + 1,
  };
  const person = personenfakten(datei.akte, policyAus(gruendung.policy), ortstag(at));
  const akh = laufendeAkh(await leser.faelleDerPerson(personId));
  return geladen({ gruendung, person, ...(akh === null ? {} : { akh }) });
}

/** TR04: the called colleague decided the team, so they are one of it. */
export function gerufenIstFallmanager(
  _: Aktenleser,
  { ziel }: Eroeffnungsvorhaben,
): Promise<Geladen<boolean>> {
  return Promise.resolve(geladen(ziel.gerufen !== null));
}

/** TR05: the planned day of the handover. */
export function uebergabe(
  _: Aktenleser,
  { datei, eingabe }: Eroeffnungsvorhaben<{ readonly uebergabeAm?: Tag | undefined }>,
): Promise<Geladen<Uebergabetag>> {
  return Promise.resolve(geladen(uebergabefakten(datei.akte.geburtsdatum, eingabe.uebergabeAm)));
}

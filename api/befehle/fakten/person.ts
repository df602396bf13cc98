import type { Personenfakten } from '../../../domain/fall/befehle.ts';
import type { ZuInformieren } from '../../../domain/fall/befehle/kontakt.ts';
import type { Bedarfsgeschichte, Bedarfsstand } from '../../../domain/fall/befehle/kopf.ts';
import type { Uebergabetag } from '../../../domain/fall/befehle/zugang.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { personenfakten, uebergabefakten } from '../../../domain/zugang/fakten.ts';
import { nichtGefunden } from '../../kern/absage.ts';
import type { Fallvorhaben, Zeilenversionen } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { geladen, type Geladen } from './lader.ts';

/** The file of the person as rules look at it. @throws Absage NICHT_GEFUNDEN */
export async function person(
  leser: Aktenleser,
  { id, at, kopf: { personId, stand } }: Fallvorhaben,
): Promise<Geladen<Personenfakten>> {
  const gelesen = await leser.personenakte(personId, id);
  if (gelesen === null) throw nichtGefunden('Diese Person');
  const fakten = personenfakten(gelesen.akte, policyAus(stand.policy), ortstag(at));
  return geladen(fakten, { [`person:${personId}`]: gelesen.version });
}

/** TR62: the new day of the handover. @throws Absage NICHT_GEFUNDEN */
export async function neueUebergabe(
  leser: Aktenleser,
  { id, eingabe, kopf: { personId } }: Fallvorhaben<{ readonly uebergabeAm: Tag }>,
): Promise<Geladen<Uebergabetag>> {
  const gelesen = await leser.personenakte(personId, id);
  if (gelesen === null) throw nichtGefunden('Diese Person');
  const { akte, version } = gelesen;
  return geladen(uebergabefakten(akte.geburtsdatum, eingabe.uebergabeAm), {
    [`person:${personId}`]: version,
  });
}

/** TR11, TR54: who wants to hear of an appointment that is given up (T-32). */
export async function zuInformieren(
  leser: Aktenleser,
  { kopf: { personId } }: Fallvorhaben,
): Promise<Geladen<ZuInformieren>> {
  const versionen = await versionDer(leser, personId);
  const alle = await leser.begleitpersonen(personId);
  const begleitpersonen = alle.filter((b) => b.beiTerminabsageInformieren).map(({ id }) => id);
  return geladen({ begleitpersonInformieren: begleitpersonen.length > 0, begleitpersonen }, versionen);
}

/** TR54: a contact that is not cancelled concerns nobody else. */
export async function zuInformierenBeiAbsage(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<{ readonly status: string }>,
): Promise<Geladen<ZuInformieren>> {
  return vorhaben.eingabe.status === 'abgesagt'
    ? zuInformieren(leser, vorhaben)
    : geladen({ begleitpersonInformieren: false });
}

/** TR23, TR26, TR27: which Handlungsbedarfe the person has, and how far each is (V-21, V-37, V-38). */
export async function bedarfsstaende(
  leser: Aktenleser,
  { kopf: { personId } }: Fallvorhaben,
): Promise<Geladen<readonly Bedarfsstand[]>> {
  const versionen = await versionDer(leser, personId);
  const staende = await leser.bedarfsstaende(personId);
  return geladen(
    staende.map(({ id, status }) => ({ id, status })),
    versionen,
  );
}

/** V-56: the same with the day each was done with. */
export async function bedarfsgeschichten(
  leser: Aktenleser,
  { kopf: { personId } }: Fallvorhaben,
): Promise<Geladen<readonly Bedarfsgeschichte[]>> {
  const versionen = await versionDer(leser, personId);
  const staende = await leser.bedarfsstaende(personId);
  return geladen(
    staende.map(({ id, status, abgebautAm }) => ({ id, status, abgebautAm })),
    versionen,
  );
}

/** Begleitpersonen, Handlungsbedarfe and consents count at the version of their person; read first (V-75). */
export async function versionDer(leser: Aktenleser, personId: string): Promise<Zeilenversionen> {
  const version = await leser.personenversion(personId);
  return version === null ? {} : { [`person:${personId}`]: version };
}

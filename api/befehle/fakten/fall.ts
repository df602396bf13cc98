import type { Bezugsort } from '../../../db/akte.ts';
import type { Bezug, Zuordnungsfolgen } from '../../../domain/fall/befehle.ts';
import type { Bestaetigungsstand } from '../../../domain/fall/befehle/zugang.ts';
import { bestaetigbares, SEITEN, type Bestaetigbar } from '../../../domain/fall/uebergabeprotokoll.ts';
import { wegVon } from '../../../domain/fall/fall.ts';
import { besprochenSeit } from '../../../domain/team/besprechungsliste.ts';
import type { Fallvorhaben } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { abgelehnt, geladen, type Geladen } from './lader.ts';

/** TR59: the person has a newer case. */
export async function neuerFall(leser: Aktenleser, { kopf }: Fallvorhaben): Promise<Geladen<boolean>> {
  return geladen(await leser.hatNeuerenFall(kopf));
}

/** TR60: what the Zuordnung has led to. */
export async function zuordnungsfolgen(
  leser: Aktenleser,
  { kopf }: Fallvorhaben,
): Promise<Geladen<Zuordnungsfolgen>> {
  const zugeordnet = wegVon(kopf.stand)?.zuordnung;
  const team = await leser.teamkopf(kopf.team);
  return geladen({
    besprochen: team !== null && zugeordnet !== undefined && besprochenSeit(team.stand, zugeordnet),
    fmHatGehandelt: await leser.fmHatGehandelt(kopf),
  });
}

/** TR65: what of the newest handover waits for a confirmation, as it stands. */
export async function bestaetigungsstand(
  leser: Aktenleser,
  { id, eingabe: { gegenstand: was } }: Fallvorhaben<{ readonly gegenstand: Bestaetigbar }>,
): Promise<Geladen<Bestaetigungsstand | null>> {
  const uebergabe = (await leser.uebergaben(id)).at(-1);
  const eintrag = uebergabe === undefined ? null : bestaetigbares(uebergabe, was);
  if (uebergabe === undefined || eintrag === null) return geladen(null);
  return geladen({
    gespraech: uebergabe.gespraech,
    eintrag: eintrag.eintrag,
    termin: was === 'termin' ? (uebergabe.termin?.termin ?? null) : null,
    durch: SEITEN.filter((seite) => eintrag.durch[seite] !== undefined),
  });
}

/** TR58: the recorded fact the correction names. */
export async function bezug(
  leser: Aktenleser,
  { id, eingabe }: Fallvorhaben<{ readonly bezug: Bezugsort }>,
): Promise<Geladen<Bezug>> {
  const gefunden = await leser.bezug(id, eingabe.bezug);
  if (gefunden === null) return abgelehnt('TR58', 'Einen solchen Eintrag gibt es in diesem Fall nicht.');
  return geladen(gefunden);
}

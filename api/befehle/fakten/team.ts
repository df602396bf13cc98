import { sha256 } from '../../../db/ziehungssaat.ts';
import { plusTage } from '../../../domain/frist/tag.ts';
import type { Besprechungsposten, Ziehung } from '../../../domain/team/befehle.ts';
import { besprechungsliste } from '../../../domain/team/besprechungsliste.ts';
import type { Schluesselstand } from '../../../domain/team/team.ts';
import { ziehe } from '../../../domain/team/ziehung.ts';
import { tagDes, type Teamvorhaben, type MitTag } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { geladen, type Geladen } from './lader.ts';

/** T-41: everything the meeting worked through. */
export async function besprochen(
  leser: Aktenleser,
  vorhaben: Teamvorhaben<MitTag>,
): Promise<Geladen<readonly Besprechungsposten[]>> {
  const { stand } = vorhaben;
  const am = tagDes(vorhaben);
  const vorige = stand.besprechungen
    .map((b) => b.am)
    .filter((tag) => tag < am)
    .sort()
    .at(-1);
  const faelle = await leser.besprechungsfaelle(stand.teamId, vorige ?? plusTage(stand.seit, -1));
  return geladen(besprechungsliste(stand, faelle, am));
}

/** T-44: open cases and full-time Fallmanager of the team today. */
export async function teamlast(
  leser: Aktenleser,
  { id }: Teamvorhaben,
): Promise<Geladen<Pick<Schluesselstand, 'faelle' | 'vollzeit'>>> {
  return geladen(await leser.teamlast(id));
}

/** T-48: providers with whom a yearly report is agreed. */
export async function berichtspflichtige(
  leser: Aktenleser,
  vorhaben: Teamvorhaben<MitTag>,
): Promise<Geladen<readonly string[]>> {
  return geladen(await leser.berichtspflichtige(tagDes(vorhaben)));
}

/** T-50, E45: the draw, and the promise for the next one. */
export async function ziehung(
  leser: Aktenleser,
  { stand, at, eingabe }: Teamvorhaben<{ readonly loswort: string; readonly anzahl: number }>,
): Promise<Geladen<Ziehung>> {
  const { loswort, anzahl } = eingabe;
  const ziehbar = await leser.ziehbare(stand.teamId);
  const liste = ziehbar.map(({ fallnummer }) => fallnummer);
  const saat = await leser.saat(stand.verpflichtung);
  const idVon = new Map(ziehbar.map(({ fall, fallnummer }) => [fallnummer, fall]));
  const gezogen = ziehe({ fallnummern: liste, saat, loswort, anzahl }, sha256);
  return geladen({
    liste,
    saat,
    loswort,
    gezogen: gezogen.map((fallnummer) => ({ fallnummer, fall: idVon.get(fallnummer) ?? '' })),
    naechsteVerpflichtung: await leser.neueVerpflichtung(stand.teamId, at),
  });
}

import { mitAkteur } from '../../db/client.ts';
import * as ablage from '../../db/organisation.ts';
import { liesPersonal } from '../../db/mitarbeitende.ts';
import { LAENDER, type Land } from '../../domain/frist/laender.ts';
import type { AbweichungNeu, Personalabfrage, Personaleintrag, Team } from './formen.ts';
import { blaettere } from '../kern/blaettern.ts';
import type { Seite } from '../kern/seiten.ts';
import { Absage } from '../kern/absage.ts';
import { einmalig, vermerke, type Schreiben } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

export function personal(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Personalabfrage,
): Promise<Seite<Personaleintrag>> {
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: null },
    (tx, blatt) => liesPersonal(tx, { ...wahl, ...blatt }),
    (zeile) => zeile,
  );
}

const istLand = (text: string): text is Land => LAENDER.some((land) => land === text);

export async function teams({ db }: Umgebung, konto: Konto): Promise<Team[]> {
  const zeilen = await mitAkteur(db, akteurVon(konto), ablage.liesTeams);
  return zeilen.flatMap(({ land, ...rest }) => (istLand(land) ? [{ ...rest, land }] : []));
}

export function abweichungen({ db }: Umgebung, konto: Konto): Promise<ablage.Abweichungszeile[]> {
  return mitAkteur(db, akteurVon(konto), ablage.liesAbweichungen);
}

/** A closing day or correction: stored with its reason, told to every running case (architecture.md 4). */
export function fuegeAbweichungHinzu(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<AbweichungNeu>,
): Promise<ablage.Abweichungszeile> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    if (!(await ablage.fuegeAbweichungAn(tx, { ...rumpf, erfasstAm: am, erfasstVon: konto.id }))) {
      throw new Absage('BEREITS_VORHANDEN', 'Für diesen Tag gibt es schon eine Abweichung.');
    }
    await ablage.kuendigeKalenderAn(tx, am);
    await vermerke(tx, konto, { am, aktion: 'kalender_geaendert', gegenstand: `tag:${rumpf.tag}` });
    return { tag: rumpf.tag, frei: rumpf.frei, grund: rumpf.grund };
  });
}

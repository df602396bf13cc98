import { mitAkteur } from '../../db/client.ts';
import * as ablage from '../../db/organisation.ts';
import { liesPersonal } from '../../db/mitarbeitende.ts';
import { LAENDER, type Land } from '../../domain/frist/laender.ts';
import type { Personalabfrage, Personaleintrag, Team } from './formen.ts';
import { blaettere } from '../kern/blaettern.ts';
import type { Seite } from '../kern/seiten.ts';
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

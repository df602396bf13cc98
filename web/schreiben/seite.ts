import { Absage } from '../../api/kern/absage.ts';
import { pruefeRolle } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { zeileMit } from '../kern/zeilen.ts';
import { ladeAuswahl } from '../tun/auswahl.ts';
import type { Feld } from '../tun/feld.ts';
import { formularZu, oeffne, schickeAb, type Formular } from '../tun/formular.ts';
import { vorbelegung } from '../tun/vorbelegen.ts';
import { kopfFuer } from './kopf.ts';
import { danach, platzVon } from './platz.ts';
import { standVor } from './stand.ts';

/** The ids in the address of the page, under the names the row has for them. */
function pfadFuer({ pfad: muster }: Route, anfrage: Seitenanfrage): Record<string, string> {
  const namen = [...muster.matchAll(/\{(\w+)\}/gu)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const stellen = ['erste', 'zweite'] as const;
  return Object.fromEntries(namen.map((name, nr) => [name, teil(anfrage, stellen[nr] ?? name)]));
}

/** Fields whose order says something: one after the other, not a set to tick. */
const GEORDNETE: Readonly<Record<string, string>> = { legeRingFest: 'mitglieder' };

function geordnet(feld: Feld): Feld {
  if (feld.art !== 'verweise') return feld;
  const { auf, pfad } = feld;
  const eintrag: Feld = {
    ...feld,
    art: 'verweis',
    auf,
    pfad: `${pfad}.0`,
    name: '1',
    pflicht: false,
    hinweis: null,
  };
  return { ...feld, art: 'liste', eintrag };
}

/** Where the order of a field counts, it is asked one after the other. */
const inOrdnung = (befehl: string, felder: readonly Feld[]): readonly Feld[] =>
  felder.map((feld) => (feld.name === GEORDNETE[befehl] ? geordnet(feld) : feld));

/** @throws Absage NICHT_GEFUNDEN for a write there is not, NICHT_BERECHTIGT for one this role has not. */
async function formularFuer(anfrage: Seitenanfrage): Promise<Formular> {
  const befehl = teil(anfrage, 'name');
  const route = zeileMit(befehl);
  if (route?.schreibt !== true) throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  pruefeRolle(route, anfrage.konto);
  const pfad = pfadFuer(route, anfrage);
  const grund = formularZu(befehl, { titel: route.titel, route });
  const felder = inOrdnung(befehl, grund.felder);
  const stand = await standVor(anfrage, befehl, pfad);
  return {
    ...grund,
    felder,
    auswahl: await ladeAuswahl({ anfrage, pfad }, felder),
    pfad,
    kopf: await kopfFuer(anfrage, pfad),
    stand: stand === null ? null : vorbelegung(felder, stand),
    ...platzVon(anfrage.konto, route, pfad),
  };
}

/** The form of a write that is no command on a case. */
export async function schreibformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  return oeffne(anfrage, await formularFuer(anfrage));
}

export async function schickeSchreibformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const formular = await formularFuer(anfrage);
  return schickeAb(anfrage, formular, (antwort) => danach(formular, antwort));
}

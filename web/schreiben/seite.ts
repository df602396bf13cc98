import { Absage } from '../../api/kern/absage.ts';
import { pruefeRolle } from '../../api/kern/aufruf.ts';
import type { Route } from '../../api/kern/route.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { zeileMit } from '../kern/zeilen.ts';
import { gemeinteWiedervorlage } from '../eigenewiedervorlage/hilfe.ts';
import { ladeAuswahl } from '../tun/auswahl.ts';
import type { Feld } from '../tun/feld.ts';
import { oeffne, schickeAb } from '../tun/absenden.ts';
import { formularZu, type Formular } from '../tun/formular.ts';
import { inOrdnung } from '../tun/ordnung.ts';
import { vorbelegung } from '../tun/vorbelegen.ts';
import { kopfFuer } from './kopf.ts';
import { danach, platzVon } from './platz.ts';
import { standVor } from './stand.ts';

/** About whom a write is whose row does not say so in its address: the page does, behind the ids of the row. */
const UEBER: Readonly<Record<string, string>> = {
  vermerkeInteressenkonflikt: 'personId',
  hebeInteressenkonfliktAuf: 'personId',
};

const kennungenIn = ({ pfad: muster }: Route): string[] =>
  [...muster.matchAll(/\{(\w+)\}/gu)].flatMap(([, name]) => (name === undefined ? [] : [name]));

/** The ids in the address of the page, under their names. */
function bezugFuer(route: Route, anfrage: Seitenanfrage): Record<string, string> {
  const ueber = UEBER[route.name];
  const namen = [...kennungenIn(route), ...(ueber === undefined ? [] : [ueber])];
  const stellen = ['erste', 'zweite'] as const;
  return Object.fromEntries(namen.map((name, nr) => [name, teil(anfrage, stellen[nr] ?? name)]));
}

/** Those the row takes. */
const pfadAus = (route: Route, bezug: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(kennungenIn(route).map((name) => [name, bezug[name] ?? '']));

/** Whom the address names is not asked again. */
function vorgabeAus(
  { personId }: Readonly<Record<string, string>>,
  felder: readonly Feld[],
): Record<string, string> {
  return personId !== undefined && felder.some(({ pfad }) => pfad === 'person') ? { person: personId } : {};
}

/** @throws Absage NICHT_GEFUNDEN for a write there is not, NICHT_BERECHTIGT for one this role has not. */
async function formularFuer(anfrage: Seitenanfrage): Promise<Formular> {
  const befehl = teil(anfrage, 'name');
  const route = zeileMit(befehl);
  if (route?.schreibt !== true) throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  pruefeRolle(route, anfrage.konto);
  const bezug = bezugFuer(route, anfrage);
  const grund = formularZu(befehl, { titel: route.titel, route });
  const felder = inOrdnung(befehl, grund.felder);
  const stand = await standVor(anfrage, befehl, bezug);
  return {
    ...grund,
    felder,
    auswahl: () => ladeAuswahl({ anfrage, pfad: bezug }, felder),
    pfad: pfadAus(route, bezug),
    bezug,
    kopf: await kopfFuer(anfrage, bezug),
    hilfe: await gemeinteWiedervorlage(anfrage, bezug),
    stand: stand === null ? null : vorbelegung(felder, stand),
    vorgabe: vorgabeAus(bezug, felder),
    ...platzVon(anfrage.konto, route, bezug),
  };
}

/** The form of a write that is no command on a case. */
export async function schreibformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  return oeffne(anfrage, await formularFuer(anfrage));
}

export async function schickeSchreibformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const gefragt = await formularFuer(anfrage);
  // A button on Heute leads back there.
  const formular = anfrage.rumpf.get('_von') === 'heute' ? { ...gefragt, zurueck: '/' } : gefragt;
  return schickeAb(anfrage, formular, (antwort) => danach(formular, antwort));
}

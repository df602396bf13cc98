import { Absage } from '../../api/kern/absage.ts';
import { BEFEHLSZEILEN, type Befehlszeile } from '../../api/befehle/routen.ts';
import { pruefeRolle } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import type { Knopf } from '../kern/knopf.ts';
import { adressteil, befehlAus } from '../kern/taten.ts';
import { textAus } from '../kern/worte.ts';
import { ladeAuswahl } from './auswahl.ts';
import { formularZu, oeffne, schickeAb, type Formular } from './formular.ts';

/** The commands a case begins with. */
const ANFAENGE: readonly Befehlszeile[] = BEFEHLSZEILEN.filter(({ vertrag }) => vertrag.pfad === null);

/** With which this role may begin one. */
export const anfaengeFuer = ({ rolle }: Konto): readonly Befehlszeile[] =>
  ANFAENGE.filter(({ vertrag }) => vertrag.rollen.includes(rolle));

/** Address of the form; with a person, of the form about that person. */
export const anfangsort = (befehl: string, personId: string | null = null): string =>
  `${personId === null ? '' : `/personen/${personId}`}/beginnen/${adressteil(befehl)}`;

/** With which this role may begin a case of a person. */
export const anfaengeUeber = (konto: Konto, personId: string): readonly Knopf[] =>
  anfaengeFuer(konto).map(({ vertrag }) => ({
    wort: vertrag.titel,
    ort: anfangsort(vertrag.befehl, personId),
  }));

async function formularFuer(anfrage: Seitenanfrage): Promise<Formular> {
  const befehl = befehlAus(teil(anfrage, 'befehl'));
  const zeile = ANFAENGE.find(({ vertrag }) => vertrag.befehl === befehl);
  if (zeile === undefined) throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  pruefeRolle(zeile.route, anfrage.konto);
  const grund = formularZu(befehl, { titel: zeile.vertrag.titel, route: zeile.route });
  const { personId } = anfrage.pfad;
  const ueber = personId === undefined ? {} : { personId };
  return {
    ...grund,
    auswahl: await ladeAuswahl({ anfrage, pfad: ueber }, grund.felder),
    pfad: {},
    kopf: null,
    stand: null,
    vorgabe: personId === undefined ? {} : { person: personId },
    wozu: 'neuer Fall',
    bereich: 'faelle',
    zurueck: personId === undefined ? '/' : `/personen/${personId}`,
  };
}

/** The form a case begins with. */
export async function anfangsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  return oeffne(anfrage, await formularFuer(anfrage));
}

export async function schickeAnfangsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const formular = await formularFuer(anfrage);
  return schickeAb(anfrage, formular, (antwort) => {
    const fallId = textAus(antwort, 'fallId');
    return fallId === null ? '/' : `/faelle/${fallId}?festgehalten=${teil(anfrage, 'befehl')}`;
  });
}

import { Absage } from '../../api/kern/absage.ts';
import { BEFEHLSZEILEN, type Befehlszeile } from '../../api/befehle/routen.ts';
import { pruefeRolle } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { adressteil, befehlAus } from '../kern/taten.ts';
import { ladeAuswahl } from './auswahl.ts';
import { felderFuer, oeffne, schickeAb, type Formular } from './formular.ts';

/** The commands a case begins with. */
const ANFAENGE: readonly Befehlszeile[] = BEFEHLSZEILEN.filter(({ vertrag }) => vertrag.pfad === null);

/** With which this role may begin one. */
export const anfaengeFuer = ({ rolle }: Konto): readonly Befehlszeile[] =>
  ANFAENGE.filter(({ vertrag }) => vertrag.rollen.includes(rolle));

/** Address of the form. */
export const anfangsort = (befehl: string): string => `/beginnen/${adressteil(befehl)}`;

async function formularFuer(anfrage: Seitenanfrage): Promise<Formular> {
  const befehl = befehlAus(teil(anfrage, 'befehl'));
  const zeile = ANFAENGE.find(({ vertrag }) => vertrag.befehl === befehl);
  if (zeile === undefined) throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  pruefeRolle(zeile.route, anfrage.konto);
  const felder = felderFuer(zeile);
  const auswahl = await ladeAuswahl({ anfrage, personId: null }, felder);
  return { zeile, felder, auswahl, pfad: {}, kopf: null, wozu: 'neuer Fall', zurueck: '/' };
}

/** The form a case begins with. */
export async function anfangsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  return oeffne(anfrage, await formularFuer(anfrage));
}

export async function schickeAnfangsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const formular = await formularFuer(anfrage);
  return schickeAb(anfrage, formular, (antwort) => {
    const fallId = 'fallId' in antwort ? String(antwort.fallId) : null;
    return fallId === null ? '/' : `/faelle/${fallId}?festgehalten=${teil(anfrage, 'befehl')}`;
  });
}

import { Absage } from '../../api/kern/absage.ts';
import { BEFEHLSZEILEN, type Befehlszeile } from '../../api/befehle/routen.ts';
import { pruefeRolle } from '../../api/kern/aufruf.ts';
import type { Personansicht } from '../../api/personen/formen.ts';
import { darf } from '../../domain/rollen/befehlsrechte.ts';
import { abgebendeFuer } from '../../domain/zugang/abgebend.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import type { Knopf } from '../kern/knopf.ts';
import { adressteil, befehlAus } from '../kern/taten.ts';
import { textAus } from '../kern/worte.ts';
import { ladeAuswahl } from './auswahl.ts';
import { oeffne, schickeAb } from './absenden.ts';
import { formularZu, type Formular } from './formular.ts';
import { siehAnfangVoraus } from './vorschau.ts';

/** The commands a case begins with. */
const ANFAENGE: readonly Befehlszeile[] = BEFEHLSZEILEN.filter(({ vertrag }) => vertrag.pfad === null);

/** With which this role may begin one. */
export const anfaengeFuer = ({ rolle }: Konto): readonly Befehlszeile[] =>
  ANFAENGE.filter(({ vertrag }) => vertrag.rollen.includes(rolle));

/** Address of the form; with a person, of the form about that person. */
export const anfangsort = (befehl: string, personId: string | null = null): string =>
  `${personId === null ? '' : `/personen/${personId}`}/beginnen/${adressteil(befehl)}`;

type Wer = Pick<Personansicht, 'id' | 'pap' | 'fmU25'>;

/** Whose person it is before there is a case: the row asks the same. */
function darfBeginnen(konto: Konto, { pap, fmU25 }: Wer, { vertrag }: Befehlszeile): boolean {
  if (vertrag.ziel !== 'fall') return false;
  const abgebend = abgebendeFuer(vertrag.befehl, konto.id, fmU25)?.id ?? null;
  const niemand = { fm: null, aufnehmenderPap: null, extern: null, weitergeleitetAn: null };
  return darf(konto, vertrag.befehl, { ...niemand, team: konto.teams[0] ?? '', pap, abgebend });
}

/** With which this colleague may begin a case of a person. */
export const anfaengeUeber = (konto: Konto, person: Wer): readonly Knopf[] =>
  ANFAENGE.filter((zeile) => darfBeginnen(konto, person, zeile)).map(({ vertrag }) => ({
    wort: vertrag.titel,
    ort: anfangsort(vertrag.befehl, person.id),
  }));

function formularFuer(anfrage: Seitenanfrage): Formular {
  const befehl = befehlAus(teil(anfrage, 'befehl'));
  const zeile = ANFAENGE.find(({ vertrag }) => vertrag.befehl === befehl);
  if (zeile === undefined) throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  pruefeRolle(zeile.route, anfrage.konto);
  const grund = formularZu(befehl, { titel: zeile.vertrag.titel, route: zeile.route });
  const { personId } = anfrage.pfad;
  const ueber = personId === undefined ? {} : { personId };
  return {
    ...grund,
    auswahl: () => ladeAuswahl({ anfrage, pfad: ueber }, grund.felder),
    pfad: {},
    bezug: ueber,
    kopf: null,
    stand: null,
    vorgabe: personId === undefined ? {} : { person: personId },
    wozu: 'neuer Fall',
    bereich: 'faelle',
    zurueck: personId === undefined ? '/' : `/personen/${personId}`,
    vorschau: (eingabe) => siehAnfangVoraus(anfrage, { befehl, eingabe }),
  };
}

/** The form a case begins with. */
export async function anfangsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  return oeffne(anfrage, formularFuer(anfrage));
}

export async function schickeAnfangsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  return schickeAb(anfrage, formularFuer(anfrage), (antwort) => {
    const fallId = textAus(antwort, 'fallId');
    return fallId === null ? '/' : `/faelle/${fallId}?festgehalten=${teil(anfrage, 'befehl')}`;
  });
}

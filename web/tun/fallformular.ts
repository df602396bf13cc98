import type { SafeHtml } from '@remix-run/html-template';
import { fallroute } from '../../api/faelle/routen.ts';
import { Absage, nichtBerechtigt } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { uebergabenroute } from '../../api/uebergabe/routen.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { befehlAus } from '../kern/taten.ts';
import { fallkopf } from '../fall/kopf.ts';
import { ladeAuswahl } from './auswahl.ts';
import { oeffne, schickeAb } from './absenden.ts';
import { formularZu, type Formular } from './formular.ts';
import { FALLBEFEHLE, istErlaubt } from './moeglich.ts';
import { inOrdnung } from './ordnung.ts';
import { vorschlaegeFuer } from './vorschlaege.ts';
import { siehVoraus } from './vorschau.ts';

/** What helps to fill a form. */
function hilfeFuer(anfrage: Seitenanfrage, befehl: string): Promise<SafeHtml | null> {
  if (befehl !== 'zuordnen') return Promise.resolve(null);
  return vorschlaegeFuer(anfrage, teil(anfrage, 'fallId'));
}

/** @throws Absage NICHT_GEFUNDEN for a command there is not, NICHT_BERECHTIGT for one that is not theirs, and as reading the case does. */
async function formularFuer(anfrage: Seitenanfrage): Promise<Formular> {
  const { umgebung, konto } = anfrage;
  const befehl = befehlAus(teil(anfrage, 'befehl'));
  const zeile = FALLBEFEHLE.find(({ vertrag }) => vertrag.befehl === befehl);
  if (zeile === undefined) throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  const pfad = { fallId: teil(anfrage, 'fallId') };
  const fall = await frage(umgebung, fallroute, { konto, pfad });
  if (!istErlaubt(zeile, fall, konto)) throw nichtBerechtigt();
  const grund = formularZu(befehl, { titel: zeile.vertrag.titel, route: zeile.route });
  const felder = inOrdnung(befehl, grund.felder);
  const personId = fall.person?.id;
  return {
    ...grund,
    felder,
    auswahl: () =>
      ladeAuswahl({ anfrage, pfad: personId === undefined ? pfad : { ...pfad, personId }, fall }, felder),
    pfad,
    bezug: pfad,
    kopf: fallkopf(fall, konto),
    hilfe: await hilfeFuer(anfrage, befehl),
    stand: null,
    wozu: fall.fallnummer,
    bereich: 'faelle',
    zurueck: `/faelle/${fall.id}`,
    vorschau: (eingabe) => siehVoraus(anfrage, { befehl, pfad, eingabe }),
  };
}

/** V-56: the Standortgespräch says of each Handlungsbedarf how far it is; each has its row already, and what to say of it is open. */
async function mitZeilen(formular: Formular): Promise<Formular> {
  if (formular.befehl !== 'standortgespraech_fuehren') return formular;
  const auswahl = await formular.auswahl();
  const bedarfe = auswahl.get('handlungsbedarf')?.eintraege ?? [];
  const vorgabe = Object.fromEntries(
    bedarfe.map(({ wert }, stelle) => [`standJeHandlungsbedarf.${String(stelle)}.handlungsbedarf`, wert]),
  );
  return { ...formular, vorgabe, auswahl: () => Promise.resolve(auswahl) };
}

/** TR65: after the talk it is the talk that is confirmed, before that its appointment. */
async function mitGegenstand(anfrage: Seitenanfrage, formular: Formular): Promise<Formular> {
  if (formular.befehl !== 'uebergabe_bestaetigen') return formular;
  const { umgebung, konto } = anfrage;
  const pfad = { fallId: teil(anfrage, 'fallId') };
  const { uebergaben } = await frage(umgebung, uebergabenroute, { konto, pfad });
  const gefuehrt = (uebergaben.at(-1)?.gefuehrt ?? null) !== null;
  return { ...formular, vorgabe: { gegenstand: gefuehrt ? 'gespraech' : 'termin' } };
}

/** The form of a command on a case. */
export async function fallformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const formular = await mitGegenstand(anfrage, await formularFuer(anfrage));
  return oeffne(anfrage, await mitZeilen(formular));
}

export async function schickeFallformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const formular = await formularFuer(anfrage);
  return schickeAb(anfrage, formular, () => `${formular.zurueck}?festgehalten=${teil(anfrage, 'befehl')}`);
}

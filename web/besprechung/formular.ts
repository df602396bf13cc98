import { html, type SafeHtml } from '@remix-run/html-template';
import { fallroute } from '../../api/faelle/routen.ts';
import { Absage } from '../../api/kern/absage.ts';
import { frage, pruefeRolle } from '../../api/kern/aufruf.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { befehlAus } from '../kern/taten.ts';
import { ladeAuswahl } from '../tun/auswahl.ts';
import { oeffne, schickeAb } from '../tun/absenden.ts';
import { formularZu, type Formular } from '../tun/formular.ts';
import { FALLBEFEHLE } from '../tun/moeglich.ts';
import { besprechungsort } from './ort.ts';
import { nameFuer } from './person.ts';

/** What is recorded from within the meeting, and by which word the meeting says afterwards what came of it. */
const DANACH = {
  zuordnen: 'zugeordnet',
  ohne_warme_uebergabe_zuordnen: 'zugeordnet',
  zuordnung_zuruecknehmen: 'zurueckgenommen',
  vormerkung_beantworten: 'beantwortet',
  begruendung_nachreichen: 'begruendet',
} as const satisfies Partial<Record<Sachbefehl, string>>;

const istBesprechungsbefehl = (befehl: string): befehl is keyof typeof DANACH =>
  Object.hasOwn(DANACH, befehl);

/** The person stays initials here, too: the form of the case would show its name to everybody in the room. */
function kopf(anfrage: Seitenanfrage, fallnummer: string, name: string | null): SafeHtml {
  return html`<div class="fallkopf">
    <p>${fallnummer} <strong>${nameFuer(anfrage, name)}</strong></p>
  </div>`;
}

async function formularFuer(anfrage: Seitenanfrage): Promise<Formular & { befehl: keyof typeof DANACH }> {
  const { umgebung, konto } = anfrage;
  const befehl = befehlAus(teil(anfrage, 'befehl'));
  const zeile = FALLBEFEHLE.find(({ vertrag }) => vertrag.befehl === befehl);
  if (zeile === undefined || !istBesprechungsbefehl(befehl))
    throw new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');
  pruefeRolle(zeile.route, konto);
  const pfad = { fallId: teil(anfrage, 'fallId') };
  const fall = await frage(umgebung, fallroute, { konto, pfad });
  const grund = formularZu(befehl, { titel: zeile.vertrag.titel, route: zeile.route });
  return {
    ...grund,
    befehl,
    auswahl: () => ladeAuswahl({ anfrage, pfad }, grund.felder),
    pfad,
    bezug: pfad,
    kopf: kopf(anfrage, fall.fallnummer, fall.person?.name ?? null),
    stand: null,
    vorgabe: befehl === 'begruendung_nachreichen' ? { regel: 'V-70' } : {},
    wozu: fall.fallnummer,
    bereich: 'besprechung',
    zurueck: besprechungsort(anfrage, { fall: fall.id }),
  };
}

/** A form of the meeting: the same as on the case, without its name, and back to the meeting. */
export async function besprechungsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  return oeffne(anfrage, await formularFuer(anfrage));
}

/** Does the answer still ask for the reason of an assignment? */
const fragtNachGrund = (antwort: unknown): boolean =>
  typeof antwort === 'object' &&
  antwort !== null &&
  'offeneHinweise' in antwort &&
  Array.isArray(antwort.offeneHinweise) &&
  antwort.offeneHinweise.includes('V-70');

export async function schickeBesprechungsformular(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const formular = await formularFuer(anfrage);
  const fallId = teil(anfrage, 'fallId');
  const wort = DANACH[formular.befehl];
  return schickeAb(anfrage, formular, (erhalten) =>
    besprechungsort(anfrage, {
      // Who was assigned is not spoken about any more; the next one is.
      fall: wort === 'zugeordnet' ? anfrage.abfrage.get('naechster') : fallId,
      [wort]: fallId,
      grund: wort === 'zugeordnet' && fragtNachGrund(erhalten) ? 'V-70' : null,
    }),
  );
}

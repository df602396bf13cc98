import { potenzialvertraege } from '../../../api/befehle/formen/potenzial.ts';
import type { Potenzialvertrag } from '../../../api/befehle/zutritt/potenzial.ts';
import { machenDasselbeFrei } from '../../../domain/frist/kalender.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { POTENZIAL } from '../../../domain/potenzial/aggregat.ts';
import { meldungFuer } from '../../../domain/fall/wegfall.ts';
import { aktenlage, type Potenzialakte } from '../../../domain/potenzial/aktenlage.ts';
import { systemkopf } from '../../../domain/vorgang/befehl.ts';
import { REGELWERK } from '../../../domain/vorgang/regelwerk.ts';
import { fuehreAus } from '../../../domain/vorgang/schritt.ts';
import type { Potenzialschritt } from '../geschichte.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { kennung, TEAM } from '../verweise.ts';
import { kalenderVon, policyAm } from './amt.ts';
import { verzeichne } from './aktenfuehrung.ts';
import { lassePruefzeitVergehen, type Potenzialakte as Pruefakte } from './potenzialakte.ts';
import { meldePersonenstand } from './stammbefehl.ts';
import { bereite } from './vorbereitung.ts';
import { ein, type Welt } from './welt.ts';

/** What the record says of a person to whom checks and cases belong. */
function dateiVon(welt: Welt, label: string): Potenzialakte {
  const { pap, fmU25, ...akte } = ein(welt.akten.get(label), label);
  return {
    ...akte,
    team: TEAM,
    pap: kennung('personal', pap),
    fmU25: fmU25 === null ? null : kennung('personal', fmU25),
  };
}

/** V-79: what the delivery of the outbox tells the cases of a person. */
export function meldeFaellenPersonenstand(welt: Welt, label: string, at: Instant): void {
  const datei = dateiVon(welt, label);
  const akten = welt.faelle.filter((f) => f.person === label);
  const faelle = akten.map(({ fall }) => fall);
  for (const akte of akten) meldePersonenstand(akte, meldungFuer(akte.fall.fallId, datei, faelle), at);
}

/** What the delivery of the outbox does when file or cases of a person changed. */
export function meldeAktenlage(welt: Welt, label: string, at: Instant): void {
  const akte = ein(welt.potenziale.get(label), label);
  lassePruefzeitVergehen(akte, at);
  const vorher = akte.lage;
  const neue = policyAm(welt.amt, ortstag(at));
  const wahl = vorher.zustand === 'neu' ? neue : vorher.policy;
  const faelle = welt.faelle.filter((f) => f.person === label).map((f) => f.fall);
  const ergebnis = fuehreAus(POTENZIAL, vorher, {
    befehl: 'aktenlage_uebernehmen',
    ...systemkopf(kennung('aktenlage', `${label}/${vorher.sequenz}`), at),
    lage: aktenlage(dateiVon(welt, label), faelle, policyAus(wahl)),
    gruendung: {
      personId: kennung('person', label),
      policy: neue,
      kalender: kalenderVon(welt.amt, TEAM),
      regelwerk: REGELWERK,
    },
  });
  if (!ergebnis.ok) throw new Error(`Die Aktenlage wurde abgelehnt: ${ergebnis.ablehnung.id}`);
  verzeichne(akte, POTENZIAL, { vorher, ereignisse: ergebnis.ereignisse });
  akte.lage = ergebnis.lage;
  holeKalenderNach(welt, akte, at);
}

/** Closing days were not told to a check record without duties; it hears of them when it has some again. */
function holeKalenderNach({ amt }: Welt, akte: Pruefakte, at: Instant): void {
  const { lage: vorher } = akte;
  if (vorher.zustand === 'neu' || POTENZIAL.istAbgeschlossen(vorher)) return;
  const kalender = kalenderVon(amt, vorher.team);
  if (machenDasselbeFrei(vorher.kalender, kalender)) return;
  const kopf = systemkopf(kennung('kalender', `${akte.label}/${vorher.sequenz}`), at);
  const ergebnis = fuehreAus(POTENZIAL, vorher, { ...kopf, befehl: 'kalender_uebernehmen', kalender });
  if (!ergebnis.ok) throw new Error(`Der Kalender wurde abgelehnt: ${ergebnis.ablehnung.id}`);
  verzeichne(akte, POTENZIAL, { vorher, ereignisse: ergebnis.ereignisse });
  akte.lage = ergebnis.lage;
}

/** A command of a clerk on the check record of a person. */
export async function potenzialbefehl(welt: Welt, schritt: Potenzialschritt): Promise<Befehlsergebnis> {
  const akte = ein(welt.potenziale.get(schritt.fall), schritt.fall);
  const vertrag: Potenzialvertrag = potenzialvertraege[schritt.befehl];
  const bereit = await bereite(welt, vertrag, { schritt, id: kennung('person', akte.label) });
  if (!('befehl' in bereit)) return bereit;
  const { lage: vorher } = akte;
  const ergebnis = fuehreAus(POTENZIAL, vorher, bereit.befehl);
  if (!ergebnis.ok) return { abgelehnt: ergebnis.ablehnung.id };
  verzeichne(akte, POTENZIAL, { vorher, ereignisse: ergebnis.ereignisse });
  akte.lage = ergebnis.lage;
  if (ergebnis.lage.zustand === 'neu') throw new Error('Ein Schritt ohne Ereignis');
  const antwort = POTENZIAL.antwortAuf(bereit.befehl, ergebnis.ereignisse, ergebnis.lage);
  const { zustand, neben, warnungen, fakten } = antwort;
  return { ergebnis: 'ok', zustand, neben, warnungen, fakten: { ...fakten } };
}

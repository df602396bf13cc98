import { randomUUID } from 'node:crypto';
import type { Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/eakte.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { fallbezugVon } from '../../domain/rollen/befehlsrechte.ts';
import { darfVerweisFuehren } from '../../domain/rollen/eaktenrechte.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import { Absage, lehneAb, nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
import { schaueAn } from '../kern/einsicht.ts';
import { zugriffAuf, type Zugriff } from '../kern/fallzugriff.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, type SchreibenAn } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';
import type { RuecknahmeNeu, Verweisansicht, VerweisNeu } from './formen.ts';

function ansicht(zeile: ablage.Verweiszeile): Verweisansicht {
  const { id, nummer, datum, titel, erfasstAm, erfasstVon } = zeile;
  const { zurueckgenommenAm: am, zurueckgenommenVon: von, ruecknahmegrund: grund } = zeile;
  const zurueckgenommen = am === null || von === null || grund === null ? null : { am, von, grund };
  return { id, nummer, datum, titel, erfasstAm, erfasstVon, zurueckgenommen };
}

/** What documents of the eAkte a case refers to, for those who read its restricted area (DS-01). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export function eaktenverweise(umgebung: Umgebung, konto: Konto, fallId: string): Promise<Verweisansicht[]> {
  return schaueAn(umgebung, { konto, fallId, fest: ['K3'] }, async ({ tx, zugriff }) => {
    if (!zugriff.klassen.includes('K3')) throw nichtBerechtigt();
    return (await ablage.liesVerweise(tx, fallId)).map(ansicht);
  });
}

/** @throws Absage NICHT_BERECHTIGT */
function pruefeRecht(konto: Konto, { zeile }: Zugriff, verweis: { readonly titel: string | null }): void {
  const bezug = fallbezugVon(zeile.fall.stand);
  if (darfVerweisFuehren(konto, bezug, verweis)) return;
  const satz = darfVerweisFuehren(konto, bezug, { titel: null })
    ? 'In Vertretung halten Sie fest, dass eine Unterlage eingegangen ist, nicht was sie ist (R08).'
    : 'Verweise auf die eAkte führt, wer den Fall führt oder vertritt.';
  throw nichtBerechtigt(satz);
}

async function vermerke(
  tx: Transaktion,
  konto: Konto,
  was: { readonly am: string; readonly zugriff: Zugriff; readonly aktion: string; readonly id: string },
): Promise<Angelegt> {
  const { am, zugriff, aktion, id } = was;
  const wo = { fallId: zugriff.zeile.fall.id, gegenstand: `eaktenverweis:${id}` };
  await protokolliere(tx, [
    { ...wo, id: randomUUID(), am, akteurId: konto.id, fuerId: zugriff.fuer, aktion },
  ]);
  return { id, version: 1 };
}

export function erfasseVerweis(
  umgebung: Umgebung,
  konto: Konto,
  { id: fallId, schluessel, rumpf }: SchreibenAn<VerweisNeu>,
): Promise<Angelegt> {
  return einmalig({ umgebung, konto, was: { ort: fallId, schluessel, rumpf } }, async (tx, am) => {
    const { nummer, datum, titel = null } = rumpf;
    const zugriff = await zugriffAuf(tx, konto, { fallId, am });
    pruefeRecht(konto, zugriff, { titel });
    lehneAb(liegtVoraus(datum, ortstag(am)));
    const id = randomUUID();
    await ablage.fuegeVerweisAn(tx, {
      id,
      fallId,
      nummer,
      datum,
      titel,
      erfasstAm: am,
      erfasstVon: konto.id,
    });
    return vermerke(tx, konto, { am, zugriff, aktion: 'eaktenverweis_erfasst', id });
  });
}

/** V-71: what was entered by mistake or in the wrong file goes; who did it, when and why stays. */
export function nimmVerweisZurueck(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<RuecknahmeNeu> & { readonly verweis: string },
): Promise<Angelegt> {
  const { id: fallId, verweis: id, schluessel, rumpf } = auftrag;
  return einmalig({ umgebung, konto, was: { ort: `${fallId}/${id}`, schluessel, rumpf } }, async (tx, am) => {
    const zugriff = await zugriffAuf(tx, konto, { fallId, am });
    pruefeRecht(konto, zugriff, { titel: null });
    const gemeint = (await ablage.liesVerweise(tx, fallId)).find((v) => v.id === id);
    if (gemeint === undefined) throw nichtGefunden('Diesen Verweis');
    pruefeRecht(konto, zugriff, gemeint);
    const werte = {
      zurueckgenommenAm: am,
      zurueckgenommenVon: konto.id,
      ruecknahmegrund: rumpf.grund,
    };
    if (!(await ablage.nimmVerweisZurueck(tx, { id, fallId }, werte)))
      throw new Absage('BEREITS_VORHANDEN', 'Dieser Verweis ist schon zurückgenommen.', { regel: 'V-71' });
    return vermerke(tx, konto, { am, zugriff, aktion: 'eaktenverweis_zurueckgenommen', id });
  });
}

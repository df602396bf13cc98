import { randomUUID } from 'node:crypto';
import { fallkopf } from '../../db/akte.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import * as ablage from '../../db/sonderzugriff.ts';
import { instantAus, type Instant } from '../../domain/frist/zeitzone.ts';
import { beziehungZu } from '../../domain/rollen/befehlsrechte.ts';
import { recht } from '../../domain/rollen/matrix.ts';
import {
  darfZugriffPruefen,
  pruefrollenFuer,
  type Zugriffsbezug,
} from '../../domain/rollen/zugriffspruefung.ts';
import type { PruefungNeu, Ungepruefte, ZugriffBegonnen, ZugriffNeu } from './formen.ts';
import { Absage, nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
import { einmalig, type Schreiben, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

const STUNDE_MS = 3_600_000;

/** What happens to an access with a reason is on record itself (DS-29). */
function vermerke(
  tx: Transaktion,
  konto: Konto,
  { id, ...was }: { id: string; am: Instant; fallId: string; aktion: string },
): Promise<void> {
  const wofuer = { rechtsgrundlage: 'DS-29', gegenstand: `sonderzugriff:${id}` };
  return protokolliere(tx, [{ ...wofuer, ...was, id: randomUUID(), akteurId: konto.id }]);
}

const bezug = ({ wer, rolle, team }: ablage.Zugriffszeile): Zugriffsbezug => ({ wer: wer.id, rolle, team });

/**
 * Break-glass, and K4 for a Vertretung (R08): who needs it gets it at once, for a reason and some hours; it is on record
 * before anything is read, and is reviewed by the Teamleitung of the case, or where that is concerned by R27 or R13 (DS-29).
 * @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT
 */
export function beginneZugriff(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<ZugriffNeu>,
): Promise<ZugriffBegonnen> {
  const { art, fall: fallId, grund, stunden } = rumpf;
  return einmalig({ umgebung, konto, was: { ort: '', schluessel, rumpf } }, async (tx, am) => {
    if (recht(konto.rolle, art).liest.length === 0) throw nichtBerechtigt();
    if (art === 'vertretung_grund') {
      const kopf = await fallkopf(tx, fallId);
      if (kopf === null || beziehungZu(konto, kopf) !== 'vertretung')
        throw nichtBerechtigt('Das geht nur, solange Sie die Fallmanagerin oder den Fallmanager vertreten.');
    }
    const id = randomUUID();
    const bis = instantAus(Date.parse(am) + stunden * STUNDE_MS);
    const neu = { id, art, fallId, mitarbeitendeId: konto.id, grund, von: am, bis };
    if (!(await ablage.beginneZugriff(tx, neu, pruefrollenFuer(konto.rolle))))
      throw nichtGefunden('Diesen Fall');
    await vermerke(tx, konto, { id, am, fallId, aktion: `${art}_begonnen` });
    return { id, bis };
  });
}

/** What the colleague still has to look at. */
export function ungepruefteZugriffe({ db }: Umgebung, konto: Konto): Promise<Ungepruefte> {
  return mitAkteur(db, akteurVon(konto), async (tx) => ({
    eintraege: (await ablage.liesUngepruefte(tx))
      .filter((zeile) => darfZugriffPruefen(konto, bezug(zeile)))
      .map(({ id, art, fallId, fallnummer, wer, grund, von, bis }) => ({
        id,
        art,
        fallId,
        fallnummer,
        wer,
        grund,
        von,
        bis,
      })),
  }));
}

/** Whoever reviews confirms an access or objects to it, once, and never the own one. */
export function pruefeZugriff(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<PruefungNeu>,
): Promise<{ id: string }> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const zugriff = await ablage.liesZugriff(tx, id);
    if (zugriff === null) throw nichtGefunden('Diesen Zugriff');
    if (!darfZugriffPruefen(konto, bezug(zugriff)))
      throw nichtBerechtigt('Diesen Zugriff prüft jemand anderes.');
    const { ergebnis } = rumpf;
    const pruefung = { sonderzugriffId: id, ergebnis, geprueftAm: am, geprueftVon: konto.id };
    if (!(await ablage.pruefeZugriff(tx, pruefung)))
      throw new Absage('BEREITS_VORHANDEN', 'Dieser Zugriff ist schon geprüft.');
    await vermerke(tx, konto, { id, am, fallId: zugriff.fallId, aktion: `zugriff_${ergebnis}` });
    return { id };
  });
}

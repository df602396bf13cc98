import { randomUUID } from 'node:crypto';
import { fallkopf } from '../../db/akte.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { sperreMitarbeitende } from '../../db/personal.ts';
import { protokolliere } from '../../db/protokoll.ts';
import * as ablage from '../../db/sonderzugriff.ts';
import { instantAus, ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { beziehungZu } from '../../domain/rollen/befehlsrechte.ts';
import { recht } from '../../domain/rollen/matrix.ts';
import { absageDesZugriffs, faelltAuf } from '../../domain/rollen/zugriffsbremse.ts';
import {
  darfZugriffPruefen,
  pruefrollenFuer,
  type Zugriffsbezug,
} from '../../domain/rollen/zugriffspruefung.ts';
import type {
  Beanstandete,
  FreigabeNeu,
  PruefungNeu,
  Ungepruefte,
  ZugriffBegonnen,
  ZugriffNeu,
} from './formen.ts';
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

/** Who may open a case this way at all. @throws Absage NICHT_BERECHTIGT */
async function pruefeBefugnis(tx: Transaktion, konto: Konto, { art, fall }: ZugriffNeu): Promise<void> {
  if (recht(konto.rolle, art).liest.length === 0) throw nichtBerechtigt();
  if (art !== 'vertretung_grund') return;
  const kopf = await fallkopf(tx, fall);
  if (kopf === null || beziehungZu(konto, kopf) !== 'vertretung')
    throw nichtBerechtigt('Das geht nur, solange Sie die Fallmanagerin oder den Fallmanager vertreten.');
}

/** The brake of DS-29: an access that does not begin for what the account did before. */
class Gebremst extends Absage {
  constructor(satz: string) {
    super('REGEL', satz, { regel: 'DS-29' });
  }
}

/** A refused access is on record and reported, though what was begun is rolled back. */
async function meldeGebremst({ db }: Umgebung, konto: Konto, fallId: string): Promise<void> {
  await mitAkteur(db, akteurVon(konto), async (tx) => {
    const { am, id: wer } = konto;
    if (!(await ablage.meldeHaeufung(tx, { wer, fallId, am }))) return;
    const was = {
      aktion: 'zugriff_verweigert',
      rechtsgrundlage: 'DS-29',
      gegenstand: `mitarbeitende:${wer}`,
    };
    await protokolliere(tx, [{ ...was, id: randomUUID(), am, fallId, akteurId: wer }]);
  });
}

/**
 * Break-glass, and K4 for a Vertretung (R08): who needs it gets it at once, for a reason and some hours; it is on record
 * before anything is read, and is reviewed by the Teamleitung of the case, or where that is concerned by R27 or R13 (DS-29).
 * @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT, and REGEL DS-29 after an objection or beyond the cases of a day
 */
export async function beginneZugriff(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<ZugriffNeu>,
): Promise<ZugriffBegonnen> {
  const { art, fall: fallId, grund, stunden } = rumpf;
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await pruefeBefugnis(tx, konto, rumpf);
    await sperreMitarbeitende(tx, konto.id);
    const lage = await ablage.liesLage(tx, { wer: konto.id, art, fallId, heute: ortstag(am) });
    const absage = absageDesZugriffs({ art, fallId }, lage);
    if (absage !== null) throw new Gebremst(absage);
    const id = randomUUID();
    const bis = instantAus(Date.parse(am) + stunden * STUNDE_MS);
    const neu = { id, art, fallId, mitarbeitendeId: konto.id, grund, von: am, bis };
    if (!(await ablage.beginneZugriff(tx, neu, pruefrollenFuer(konto.rolle))))
      throw nichtGefunden('Diesen Fall');
    if (faelltAuf(art, lage)) await ablage.meldeHaeufung(tx, { wer: konto.id, fallId, am });
    await vermerke(tx, konto, { id, am, fallId, aktion: `${art}_begonnen` });
    return { id, bis };
  }).catch(async (fehler: unknown) => {
    if (fehler instanceof Gebremst) await meldeGebremst(umgebung, konto, fallId);
    throw fehler;
  });
}

const alsEintrag = ({
  id,
  art,
  fallId,
  fallnummer,
  wer,
  grund,
  von,
  bis,
}: Ungepruefte['eintraege'][number]): Ungepruefte['eintraege'][number] => ({
  id,
  art,
  fallId,
  fallnummer,
  wer,
  grund,
  von,
  bis,
});

/** What the colleague still has to look at. */
export function ungepruefteZugriffe({ db }: Umgebung, konto: Konto): Promise<Ungepruefte> {
  return mitAkteur(db, akteurVon(konto), async (tx) => ({
    eintraege: (await ablage.liesUngepruefte(tx))
      .filter((zeile) => darfZugriffPruefen(konto, bezug(zeile)))
      .map(alsEintrag),
  }));
}

/** An access the colleague reviews. `sonst`: what somebody else is told. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
async function zuPruefender(
  tx: Transaktion,
  konto: Konto,
  { id, sonst }: { readonly id: string; readonly sonst: string },
): Promise<ablage.Zugriffszeile> {
  const zugriff = await ablage.liesZugriff(tx, id);
  if (zugriff === null) throw nichtGefunden('Diesen Zugriff');
  if (!darfZugriffPruefen(konto, bezug(zugriff))) throw nichtBerechtigt(sonst);
  return zugriff;
}

/** Whoever reviews confirms an access or objects to it, once, and never the own one. */
export function pruefeZugriff(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<PruefungNeu>,
): Promise<{ id: string }> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const zugriff = await zuPruefender(tx, konto, { id, sonst: 'Diesen Zugriff prüft jemand anderes.' });
    const { ergebnis } = rumpf;
    const pruefung = { sonderzugriffId: id, ergebnis, geprueftAm: am, geprueftVon: konto.id };
    if (!(await ablage.pruefeZugriff(tx, pruefung)))
      throw new Absage('BEREITS_VORHANDEN', 'Dieser Zugriff ist schon geprüft.');
    await vermerke(tx, konto, { id, am, fallId: zugriff.fallId, aktion: `zugriff_${ergebnis}` });
    return { id };
  });
}

/** What keeps a colleague from opening cases, for whoever may take it back. */
export function beanstandeteZugriffe({ db }: Umgebung, konto: Konto): Promise<Beanstandete> {
  return mitAkteur(db, akteurVon(konto), async (tx) => ({
    eintraege: (await ablage.liesBeanstandete(tx))
      .filter((zeile) => darfZugriffPruefen(konto, bezug(zeile)))
      .map(({ geprueftAm, ...zeile }) => ({ ...alsEintrag(zeile), beanstandetAm: geprueftAm ?? zeile.von })),
  }));
}

/** Whoever reviews takes an objection back: from then on the colleague may open cases with a reason again. */
export function gibZugriffFrei(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<FreigabeNeu>,
): Promise<{ id: string }> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const zugriff = await zuPruefender(tx, konto, {
      id,
      sonst: 'Über diesen Zugriff entscheidet jemand anderes.',
    });
    if (zugriff.ergebnis !== 'beanstandet')
      throw new Absage('ZUSTAND', 'Dieser Zugriff ist nicht beanstandet.', { regel: 'DS-29' });
    const freigabe = { sonderzugriffId: id, grund: rumpf.grund, freigegebenAm: am, freigegebenVon: konto.id };
    if (!(await ablage.gibFrei(tx, freigabe)))
      throw new Absage('BEREITS_VORHANDEN', 'Diese Beanstandung ist schon zurückgenommen.');
    await vermerke(tx, konto, { id, am, fallId: zugriff.fallId, aktion: 'zugriff_freigegeben' });
    return { id };
  });
}

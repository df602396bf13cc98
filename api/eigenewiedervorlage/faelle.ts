import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/eigene-wiedervorlage.ts';
import { absageDesTages } from '../../domain/eigenewiedervorlage/eigene-wiedervorlage.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { siehtNamen } from '../faelle/faelle.ts';
import { lehneAb, nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
import { schaueAn } from '../kern/einsicht.ts';
import { zugriffAuf } from '../kern/fallzugriff.ts';
import { vermerkeListe } from '../kern/lesespur.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import type { Seite } from '../kern/seiten.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import type {
  AmFall,
  Geschrieben,
  VerlegungNeu,
  Wiedervorlageneintrag,
  Wiedervorlagenabfrage,
  WiedervorlageNeu,
} from './formen.ts';
import { enthuelle, verhuelle } from './inhalt.ts';

/** A write to one of them: at which case, and which. */
type AnEiner<Rumpf> = SchreibenAn<Rumpf> & { readonly wiedervorlage: string };

/** Own ones at a case the colleague may open. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export function wiedervorlagenAmFall(umgebung: Umgebung, konto: Konto, fallId: string): Promise<AmFall> {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, zugriff }) => {
    const zeilen = await ablage.liesWiedervorlagenAmFall(tx, { kontoId: konto.id, fallId });
    const eintraege = await enthuelle(umgebung, konto, zeilen);
    return {
      anlegbar: !zugriff.mitGrund,
      eintraege: eintraege.map(({ id, tag, satz }) => ({ id, tag, satz })),
    };
  });
}

/** Entries of a list, with the person as far as the role may know them (K0). */
export async function eintraegeAus(
  umgebung: Umgebung,
  konto: Konto,
  zeilen: readonly ablage.Listenzeile[],
): Promise<Wiedervorlageneintrag[]> {
  const kennt = siehtNamen(konto.rolle);
  return (await enthuelle(umgebung, konto, zeilen)).map(({ name, personId, ...eintrag }) => ({
    ...eintrag,
    personId: kennt ? personId : null,
    person: kennt ? name : null,
  }));
}

/** Own ones at every case the colleague may still see, the next one first. */
export function eigeneWiedervorlagen(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Wiedervorlagenabfrage,
): Promise<Seite<Wiedervorlageneintrag>> {
  return mitAkteur(umgebung.db, akteurVon(konto), async (tx) => {
    const auszug = await ablage.liesWiedervorlagen(tx, { ...wahl, kontoId: konto.id });
    const eintraege = await eintraegeAus(umgebung, konto, ablage.zeilenAus(auszug));
    await vermerkeListe(tx, umgebung, { liste: 'eigene_wiedervorlagen', wahl, zeilen: eintraege.length });
    return { ...wahl, eintraege, gesamt: auszug.gesamt };
  });
}

/** What the audit says of it: that the account did something to its own, never at which case (ADR 72). */
async function halteFest(
  tx: Transaktion,
  konto: Konto,
  { id, ...was }: { readonly id: string; readonly am: Instant; readonly aktion: string },
): Promise<Geschrieben> {
  await vermerke(tx, konto, { ...was, gegenstand: `eigene_wiedervorlage:${id}` });
  return { id };
}

/** @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT, and REGEL V-74 for a day that is over or too far ahead */
export function legeWiedervorlageAn(
  umgebung: Umgebung,
  konto: Konto,
  { id: fallId, schluessel, rumpf }: SchreibenAn<WiedervorlageNeu>,
): Promise<Geschrieben> {
  return einmalig({ umgebung, konto, was: { ort: fallId, schluessel, rumpf } }, async (tx, am) => {
    const { mitGrund } = await zugriffAuf(tx, konto, { fallId, am });
    // Nothing outlasts a look for a reason, which ends by itself.
    if (mitGrund)
      throw nichtBerechtigt('Wo Sie nur mit einem Grund hineinsehen, gibt es keine Wiedervorlage.');
    const { tag, satz } = rumpf;
    lehneAb(absageDesTages(tag, ortstag(am)));
    const id = randomUUID();
    const inhalt = await verhuelle(umgebung, konto, { id, fallId, satz });
    await ablage.legeWiedervorlageAb(tx, { id, kontoId: konto.id, fallId, tag, inhalt, angelegtAm: am });
    return halteFest(tx, konto, { id, am, aktion: 'eigene_wiedervorlage_angelegt' });
  });
}

const gibtEsNicht = () => nichtGefunden('Diese Wiedervorlage');

/** What is done is gone at once. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export function erledigeWiedervorlage(
  umgebung: Umgebung,
  konto: Konto,
  { id: fallId, wiedervorlage: id, schluessel }: Omit<AnEiner<unknown>, 'rumpf'>,
): Promise<Geschrieben> {
  const was = { ort: `${fallId}/${id}`, schluessel, rumpf: null };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await zugriffAuf(tx, konto, { fallId, am });
    if (!(await ablage.loescheWiedervorlage(tx, { id, kontoId: konto.id, fallId }))) throw gibtEsNicht();
    return halteFest(tx, konto, { id, am, aktion: 'eigene_wiedervorlage_erledigt' });
  });
}

/** To another day, which lies ahead like the first one. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT, REGEL V-74 */
export function verlegeWiedervorlage(
  umgebung: Umgebung,
  konto: Konto,
  { id: fallId, wiedervorlage: id, schluessel, rumpf }: AnEiner<VerlegungNeu>,
): Promise<Geschrieben> {
  const was = { ort: `${fallId}/${id}`, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await zugriffAuf(tx, konto, { fallId, am });
    const { tag } = rumpf;
    lehneAb(absageDesTages(tag, ortstag(am)));
    if (!(await ablage.verlegeWiedervorlage(tx, { id, kontoId: konto.id, fallId, tag }))) throw gibtEsNicht();
    return halteFest(tx, konto, { id, am, aktion: 'eigene_wiedervorlage_verschoben' });
  });
}

import type { SQLWrapper } from 'drizzle-orm';
import { v5 as uuidV5 } from 'uuid';
import type { Transaktion } from '../../db/client.ts';
import * as aufzeichnung from '../../db/aufzeichnung.ts';
import {
  nachrichtenzeilen,
  type Ausgangszeile,
  type Eingangszeile,
  type Nachrichtenzeilen,
} from '../../db/nachrichten.ts';
import { inhaberDerRolle } from '../../db/mitarbeitende.ts';
import { protokollzeilen, type Protokollzeile } from '../../db/protokoll.ts';
import { liesVertretungslage } from '../../db/vertretung.ts';
import { verweisAuf, type Vorgangsbezug } from '../../db/verweis.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { vertretungFuer, type Vertretungslage } from '../../domain/organisation/vertretung.ts';
import { fristschluessel, istFristereignis } from '../../domain/pflicht/frist.ts';
import { geaenderteZeilen, type Fristzeile } from '../../domain/pflicht/fristzeilen.ts';
import { herleitungIn } from '../../domain/pflicht/sollfristen.ts';
import type { Typen } from '../../domain/vorgang/aggregat.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';
import type { Nachricht } from '../../domain/vorgang/nachricht.ts';
import type { Aufzeichnungsart } from './arten.ts';
import type { Aufzeichnungsauftrag } from './auftrag.ts';
import type { Faltung } from './faltung.ts';
import { meldeKalender } from './kalenderabgleich.ts';

/** Namespace of notification ids; fixed for ever, because the id is the Message-ID of the mail. */
const NACHRICHTEN = '5f2a0d53-3c0a-4c0e-9a52-0d6c1f1c7a11';

/**
 * Identity of a message: one per Vorgang, duty, due day, stage and receiver, however often a step is repeated (I2);
 * a notice of a transition is one per event and receiver.
 */
function nachrichtId(vorgangId: string, ereignis: AllgemeinesEreignis, n: Nachricht): string {
  const empfaenger = [n.an, n.person ?? '', ...(n.leistung === undefined ? [] : [n.leistung])].join(':');
  const kern =
    n.stufe === 'mitteilung'
      ? [ereignis.id, empfaenger]
      : [n.anlass, n.vorkommen, n.faellig, n.stufe, n.nr, empfaenger];
  return uuidV5([vorgangId, ...kern].join('|'), NACHRICHTEN);
}

/** Who represents the receiver of a message; asked once per team and day. */
function vertretungssuche(tx: Transaktion, team: string): (n: Nachricht, tag: Tag) => Promise<string | null> {
  const vertretungslagen = new Map<Tag, Promise<Vertretungslage>>();
  return async (nachricht, tag) => {
    if (nachricht.an !== 'fm') return null;
    const vertretungslage = vertretungslagen.get(tag) ?? liesVertretungslage(tx, team, tag);
    vertretungslagen.set(tag, vertretungslage);
    return vertretungFuer(nachricht, await vertretungslage);
  };
}

/** A provider is no colleague: it has columns of its own, and no inbox to look into. */
function empfaengerspalten({ an, person, leistung }: Nachricht) {
  if (an !== 'leistungserbringer') return { anPerson: person };
  return { leistungserbringerId: person, leistung: leistung ?? null };
}

type Mailziel = Pick<Ausgangszeile, 'empfaenger' | 'leistungserbringerId'>;

async function mailziele(tx: Transaktion, { an, person }: Nachricht, team: string): Promise<Mailziel[]> {
  if (an === 'leistungserbringer') return [{ leistungserbringerId: person }];
  const wer = person === null ? await inhaberDerRolle(tx, an, team) : [person];
  return wer.map((empfaenger) => ({ empfaenger }));
}

async function nachrichtenZu<T extends Typen>(
  tx: Transaktion,
  bezug: Vorgangsbezug,
  { neu, wirkungen }: Faltung<T>,
): Promise<Nachrichtenzeilen> {
  const verweis = verweisAuf(bezug);
  const sucheVertretung = vertretungssuche(tx, neu.team);
  const eingaenge: Eingangszeile[] = [];
  const ausgaenge: Ausgangszeile[] = [];
  for (const { ereignis, nachrichten } of wirkungen) {
    for (const n of nachrichten) {
      const id = nachrichtId(bezug.id, ereignis, n);
      const { am } = ereignis;
      const vertretung = await sucheVertretung(n, ortstag(am));
      eingaenge.push({
        ...verweis,
        id,
        ereignisId: ereignis.id,
        anRolle: n.an,
        ...empfaengerspalten(n),
        vertretung,
        teamId: neu.team,
        anlass: n.anlass,
        stufe: n.stufe,
        vorkommen: n.vorkommen,
        faellig: n.faellig,
        am,
      });
      for (const ziel of await mailziele(tx, { ...n, person: vertretung ?? n.person }, neu.team)) {
        const wer = ziel.empfaenger ?? ziel.leistungserbringerId ?? '';
        ausgaenge.push({
          ...verweis,
          ...ziel,
          id: uuidV5(wer, id),
          art: 'mail',
          eingangId: id,
          erstelltAm: am,
        });
      }
    }
  }
  return { eingaenge, ausgaenge };
}

async function fristenZu<T extends Typen>(
  tx: Transaktion,
  { aggregat, ablage }: Aufzeichnungsart<T>,
  { stand, neu, wirkungen }: Faltung<T>,
): Promise<SQLWrapper[]> {
  if (!wirkungen.some(({ ereignis }) => istFristereignis(ereignis))) return [];
  const wo = { tabelle: ablage.fristen, vorgangId: aggregat.idVon(neu) };
  const bisherige = stand === null ? [] : await aufzeichnung.liesFristzeilen(tx, wo.tabelle, wo.vorgangId);
  const alle = new Map(bisherige.map((z) => [fristschluessel(z), z]));
  const geaendert = new Map<string, Fristzeile>();
  for (const { ereignis } of wirkungen) {
    for (const zeile of geaenderteZeilen(alle, ereignis)) {
      alle.set(fristschluessel(zeile), zeile);
      geaendert.set(fristschluessel(zeile), zeile);
    }
  }
  const pflichtlage = aggregat.pflichtlage(neu, ortstag(neu.zuletzt));
  const zeilen = [...geaendert.values()].map((zeile) => ({
    ...zeile,
    herleitung: herleitungIn(pflichtlage, zeile),
  }));
  return aufzeichnung.fristzeilen(tx, wo, zeilen);
}

function protokollZu(auftrag: Aufzeichnungsauftrag): Protokollzeile[] {
  return auftrag.ereignisse
    .filter((e) => e.art !== 'fristen_berechnet')
    .map((e) => ({
      ...verweisAuf(auftrag),
      id: uuidV5(e.id, NACHRICHTEN),
      am: e.am,
      akteurId: e.akteur,
      fuerId: e.fuer,
      aktion: e.art,
      rechtsgrundlage: e.tr,
      gegenstand: e.id,
      befehlId: auftrag.befehlId,
    }));
}

/**
 * Everything one recording writes, in one transaction and but for `dazu` in one statement.
 * @returns whether the delivery has something to do
 */
export async function schreibe<T extends Typen>(
  tx: Transaktion,
  art: Aufzeichnungsart<T>,
  { auftrag, faltung }: { readonly auftrag: Aufzeichnungsauftrag; readonly faltung: Faltung<T> },
): Promise<boolean> {
  const { id: vorgangId, befehlId, ereignisse, antwort } = auftrag;
  const { ablage } = art;
  const fristen = await fristenZu(tx, art, faltung);
  const { eingaenge, ausgaenge: mails } = await nachrichtenZu(tx, auftrag, faltung);
  const meldungen = await art.meldungen(tx, faltung);
  const ausgaenge = [...meldungen, ...(await meldeKalender(tx, art, faltung)), ...mails];
  const dokumente = ereignisse.flatMap((e) => e.dokumente.map((d) => d.id));
  await aufzeichnung.schreibeZusammen(tx, [
    ablage.standzeile(tx, faltung.neu),
    aufzeichnung.ereigniszeilen(tx, { tabelle: ablage.ereignisse, vorgangId, befehlId }, ereignisse),
    ...fristen,
    ...aufzeichnung.gueltigeTexte(tx, dokumente),
    ...protokollzeilen(tx, protokollZu(auftrag)),
    ...nachrichtenzeilen(tx, { eingaenge, ausgaenge }),
    ...(antwort === null ? [] : [aufzeichnung.antwortzeile(tx, befehlId, antwort)]),
  ]);
  await art.dazu(tx, faltung);
  return ausgaenge.length > 0;
}

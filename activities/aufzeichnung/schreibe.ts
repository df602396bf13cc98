import { v5 as uuidV5 } from 'uuid';
import type { Transaktion } from '../../db/client.ts';
import * as aufzeichnung from '../../db/aufzeichnung.ts';
import {
  inhaberDerRolle,
  legeNachrichtenAb,
  protokolliere,
  type Ausgangszeile,
  type Eingangszeile,
} from '../../db/nachrichten.ts';
import { liesVertretungslage } from '../../db/vertretung.ts';
import { herleitungVon } from '../../domain/fall/fristen.ts';
import { fristschluessel } from '../../domain/pflicht/frist.ts';
import { geaenderteZeilen, type Fristzeile } from '../../domain/pflicht/fristzeilen.ts';
import type { Nachricht } from '../../domain/fall/nachrichten.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { vertretungVon, type Vertretungslage } from '../../domain/organisation/vertretung.ts';
import type { Aufzeichnungsauftrag } from './auftrag.ts';
import type { Faltung, Wirkung } from './faltung.ts';

/** Namespace of notification ids; fixed for ever, because the id is the Message-ID of the mail. */
const NACHRICHTEN = '5f2a0d53-3c0a-4c0e-9a52-0d6c1f1c7a11';

/**
 * Identity of a message: one per case, duty, due day, stage and receiver, however often a step is repeated (I2);
 * a notice of a transition is one per event and receiver.
 */
function nachrichtId(fallId: string, { ereignis }: Wirkung, n: Nachricht): string {
  const empfaenger = `${n.an}:${n.person ?? ''}`;
  const kern =
    n.stufe === 'mitteilung'
      ? [ereignis.id, empfaenger]
      : [n.anlass, n.vorkommen, n.faellig, n.stufe, n.nr, empfaenger];
  return uuidV5([fallId, ...kern].join('|'), NACHRICHTEN);
}

/** "FM" is the responsible one or whoever represents them that day (POL-ESC); asked once per team and day. */
function vertretungssuche(tx: Transaktion, team: string): (n: Nachricht, tag: Tag) => Promise<string | null> {
  const lagen = new Map<Tag, Promise<Vertretungslage>>();
  return async ({ an, person }, tag) => {
    if (an !== 'fm' || person === null) return null;
    const lage = lagen.get(tag) ?? liesVertretungslage(tx, team, tag);
    lagen.set(tag, lage);
    return vertretungVon(person, await lage);
  };
}

async function nachrichtenAblegen(tx: Transaktion, faltung: Faltung): Promise<void> {
  const { neu } = faltung;
  const vertretungFuer = vertretungssuche(tx, neu.team);
  const eingaenge: Eingangszeile[] = [];
  const ausgaenge: Ausgangszeile[] = [];
  for (const wirkung of faltung.wirkungen) {
    for (const n of wirkung.nachrichten) {
      const id = nachrichtId(neu.fallId, wirkung, n);
      const { am } = wirkung.ereignis;
      const vertretung = await vertretungFuer(n, ortstag(am));
      eingaenge.push({
        id,
        fallId: neu.fallId,
        ereignisId: wirkung.ereignis.id,
        anRolle: n.an,
        anPerson: n.person,
        vertretung,
        teamId: neu.team,
        anlass: n.anlass,
        stufe: n.stufe,
        vorkommen: n.vorkommen,
        faellig: n.faellig,
        am,
      });
      const person = vertretung ?? n.person;
      const empfaenger = person === null ? await inhaberDerRolle(tx, n.an, neu.team) : [person];
      for (const wer of empfaenger) {
        ausgaenge.push({
          id: uuidV5(wer, id),
          fallId: neu.fallId,
          art: 'mail',
          eingangId: id,
          empfaenger: wer,
          erstelltAm: am,
        });
      }
    }
  }
  await legeNachrichtenAb(tx, eingaenge, ausgaenge);
}

async function fristenSpeichern(tx: Transaktion, faltung: Faltung): Promise<void> {
  const { neu, wirkungen } = faltung;
  if (!wirkungen.some(({ ereignis: { art } }) => art === 'fristen_berechnet' || art === 'frist_schritte'))
    return;
  const alle = new Map(
    (await aufzeichnung.liesFristzeilen(tx, neu.fallId)).map((z) => [fristschluessel(z), z]),
  );
  const geaendert = new Map<string, Fristzeile>();
  for (const { ereignis } of wirkungen) {
    for (const zeile of geaenderteZeilen(alle, ereignis)) {
      alle.set(fristschluessel(zeile), zeile);
      geaendert.set(fristschluessel(zeile), zeile);
    }
  }
  const zeilen = [...geaendert.values()].map((zeile) => ({
    ...zeile,
    herleitung: herleitungVon(neu, zeile),
  }));
  await aufzeichnung.speichereFristzeilen(tx, neu.fallId, zeilen);
}

/** Everything one recording writes, in one transaction. */
export async function schreibe(
  tx: Transaktion,
  auftrag: Aufzeichnungsauftrag,
  faltung: Faltung,
): Promise<void> {
  const { fallId, befehlId, ereignisse, antwort } = auftrag;
  const { neu } = faltung;
  await aufzeichnung.speichereStand(tx, neu);
  await aufzeichnung.fuegeEreignisseAn(tx, { fallId, befehlId }, ereignisse);
  await fristenSpeichern(tx, faltung);
  await aufzeichnung.machTexteGueltig(
    tx,
    ereignisse.flatMap((e) => e.dokumente.map((d) => d.id)),
  );
  const zugang = ereignisse.find((e) => e.art === 'fallzugang_dokumentiert');
  if (zugang !== undefined) {
    await aufzeichnung.halteEingangsqualitaetFest(tx, { fallId, personId: neu.personId, am: zugang.am });
  }
  const abgang = ereignisse.find((e) => e.art === 'fallabgang_dokumentiert');
  if (abgang !== undefined) {
    const { id: ereignisId, am } = abgang;
    await aufzeichnung.halteAbgangsbildFest(tx, { ereignisId, fallId, personId: neu.personId, am });
  }
  await protokolliere(
    tx,
    ereignisse
      .filter((e) => e.art !== 'fristen_berechnet')
      .map((e) => ({
        id: uuidV5(e.id, NACHRICHTEN),
        am: e.am,
        akteurId: e.akteur,
        fuerId: e.fuer,
        aktion: e.art,
        rechtsgrundlage: e.tr,
        fallId,
        gegenstand: e.id,
        befehlId,
      })),
  );
  await nachrichtenAblegen(tx, faltung);
  if (antwort !== null) await aufzeichnung.speichereAntwort(tx, befehlId, antwort);
}

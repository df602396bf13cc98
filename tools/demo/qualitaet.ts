import type { Transaktion } from '../../db/client.ts';
import {
  beantworte,
  legeBefragungAn,
  legeBerichtAb,
  legeBeschwerdeAn,
  legeZielwertFest,
} from '../../db/qualitaet.ts';
import { leistungserbringer } from '../../db/schema/index.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { PERSONAL, TEAM } from '../probehaus/stammdaten.ts';
import { demoId } from './personen.ts';

/** A provider of the directory with the report of its last year (K-84, K-85, K-87, K-91). */
async function legeErbringerAn(tx: Transaktion, stichtag: Tag, erfasstAm: Instant): Promise<void> {
  const id = demoId('erbringer');
  await tx
    .insert(leistungserbringer)
    .values({
      id,
      name: 'Beispielverein Schuldnerberatung',
      problemfelder: ['schulden'],
      wasIstZuVeranlassen: 'Person fragt selbst nach einem Termin.',
      anschrift: 'Beispielweg 1',
      ansprechpartner: 'Beratungsstelle',
      telefon: '0421 0000',
      email: 'beratung@erbringer.example',
      leistungen: 'Schuldner- und Insolvenzberatung',
      traegergruppe: 'freie_wohlfahrtspflege',
      leistungsarten: ['nr_2'],
      wartezeitTage: 21,
      informell: false,
      formlosGrund: 'Die Vereinbarung wird gerade verhandelt.',
      themenverantwortlichId: PERSONAL.koordinator,
    })
    .onConflictDoNothing();
  await legeBerichtAb(tx, {
    id: demoId('erbringerbericht'),
    leistungserbringerId: id,
    jahr: Number(stichtag.slice(0, 4)) - 1,
    eingegangenAm: plusTage(stichtag, -30),
    mittel: 4_800_000,
    verwendet: 4_512_300,
    zusammenarbeit: 'Rückfragen werden am selben Tag beantwortet.',
    entwicklung: 'Mehr Anfragen als im Vorjahr, vor allem zu Mietschulden.',
    zufriedenheit: 'Von 40 Befragten waren 33 zufrieden.',
    erfasstAm,
    erfasstVon: PERSONAL.koordinator,
  });
}

/** What the team was told and is measured by: an answered and an open complaint, a survey, a target, the report of a provider. */
export async function legeQualitaetAn(tx: Transaktion, stichtag: Tag, erfasstAm: Instant): Promise<void> {
  const vor = (tage: number): Tag => plusTage(stichtag, -tage);
  const herkunft = { teamId: TEAM, erfasstAm, erfasstVon: PERSONAL.tl };
  const beantwortet = demoId('beschwerde-1');
  const eingang = { art: 'erreichbarkeit', eingegangenAm: vor(20) } as const;
  await legeBeschwerdeAn(tx, { ...eingang, ...herkunft, id: beantwortet });
  await beantworte(tx, beantwortet, { antwort: 'abgeholfen', beantwortetAm: vor(13), version: 2 });
  await legeBeschwerdeAn(tx, {
    ...herkunft,
    id: demoId('beschwerde-2'),
    art: 'dauer',
    eingegangenAm: vor(3),
  });
  await legeBefragungAn(tx, {
    ...herkunft,
    id: demoId('befragung'),
    art: 'befragung',
    von: vor(60),
    bis: vor(46),
    teilnehmende: 38,
    ergebnisse: [{ merkmal: 'Ich wurde ernst genommen', wert: 1.9, einheit: 'note' }],
  });
  await legeErbringerAn(tx, stichtag, erfasstAm);
  await legeZielwertFest(tx, {
    ...herkunft,
    id: demoId('zielwert'),
    kennzahl: 'K-57',
    von: `${stichtag.slice(0, 4)}-01-01`,
    bis: `${stichtag.slice(0, 4)}-12-31`,
    wert: 90,
    einheit: 'prozent',
    richtung: 'mindestens',
    grundlage: 'Erfundene Zielvereinbarung der Vorführung.',
  });
}

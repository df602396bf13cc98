import type { Transaktion } from '../../db/client.ts';
import { beantworte, legeBefragungAn, legeBeschwerdeAn, legeZielwertFest } from '../../db/qualitaet.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import { PERSONAL, TEAM } from '../probehaus/stammdaten.ts';
import { demoId } from './personen.ts';

/** What the team was told and is measured by: an answered and an open complaint, a survey, a target. */
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

import { defineSearchAttributeKey } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Ablauf, ErklaerteFrist } from '../contract.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import { fristname } from '../../domain/fall/bezeichnungen.ts';
import { herleitungVon } from '../../domain/fall/fristen.ts';
import { naechsterInstant } from '../../domain/fall/schritt.ts';
import type { Lauf } from './lauf.ts';

/** What administrators filter on; nothing that hints at health (03-process.md 3.6). Registered at worker start. */
const ZUSTAND = defineSearchAttributeKey('Zustand', 'KEYWORD');
const TEAM = defineSearchAttributeKey('Team', 'KEYWORD');
const UEBERFAELLIG = defineSearchAttributeKey('Ueberfaellig', 'BOOL');

function istUeberfaellig(fall: BestehenderFall): boolean {
  return fall.fristen.some((f) => f.ende === null && !f.ruht && f.lauf === 'ueberfaellig');
}

/** Writes only the attributes that changed; each upsert is an event and a billable action. */
function zeigeSuchattribute(fall: BestehenderFall): void {
  const bisher = workflowInfo().typedSearchAttributes;
  const soll = [
    { key: ZUSTAND, value: fall.zustand as string },
    { key: TEAM, value: fall.team },
    { key: UEBERFAELLIG, value: istUeberfaellig(fall) },
  ] as const;
  const neu = soll.filter((paar) => bisher.get<'KEYWORD' | 'BOOL'>(paar.key) !== paar.value);
  if (neu.length > 0) upsertSearchAttributes([...neu]);
}

function zeile(frist: BestehenderFall['fristen'][number]): string {
  const ruht = frist.ruht ? ', ruht' : '';
  return `- ${fristname(frist.id)} Nr. ${frist.vorkommen}: fällig ${frist.faellig} (${frist.lauf}${ruht})`;
}

/** Shows administrators what the case is waiting for. Costs no event. */
export function zeigeStand(lauf: Lauf): void {
  const { fall } = lauf;
  if (fall.zustand === 'neu') return;
  zeigeSuchattribute(fall);
  const offene = fall.fristen.filter((f) => f.ende === null);
  const naechster = naechsterInstant(fall);
  setCurrentDetails(
    [
      lauf.angehalten ? '**Angehalten (V-76): wartet auf den Abgleich.**' : `**Zustand:** ${fall.zustand}`,
      `**Nächster Schritt:** ${naechster ?? 'keiner'}`,
      '**Offene Fristen:**',
      ...(offene.length === 0 ? ['- keine'] : offene.map(zeile)),
    ].join('\n'),
  );
}

function erklaert(fall: BestehenderFall): ErklaerteFrist[] {
  return fall.fristen
    .filter((f) => f.ende === null)
    .map((f) => ({
      id: f.id,
      vorkommen: f.vorkommen,
      beginn: f.beginn,
      roh: f.roh,
      faellig: f.faellig,
      status: f.lauf,
      ruht: f.ruht,
      herleitung: herleitungVon(fall, f) ?? [],
    }));
}

/** The answer of the query: the case explains itself. */
export function ablauf(lauf: Lauf): Ablauf {
  const { fall } = lauf;
  const neu = fall.zustand === 'neu';
  return {
    fall,
    fristen: neu ? [] : erklaert(fall),
    naechsterSchrittAm: neu ? null : naechsterInstant(fall),
    wartendeBefehle: lauf.schlange.length,
    angehalten: lauf.angehalten,
  };
}

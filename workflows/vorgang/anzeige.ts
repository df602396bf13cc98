import { defineSearchAttributeKey } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Ablauf, ErklaerteFrist } from '../contract.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { fristname, pflichtgrund } from '../../domain/pflicht/katalog/katalog.ts';
import { herleitungIn } from '../../domain/pflicht/sollfristen.ts';
import { versionsname } from '../../domain/policy/wahl.ts';
import { besteht, type Aggregat, type Stand, type Typen } from '../../domain/vorgang/aggregat.ts';
import { naechsterInstant } from '../../domain/vorgang/schritt.ts';
import type { Lauf } from './lauf.ts';

/** What administrators filter on; nothing that hints at health (zustaende.md 6). Registered at worker start. */
const ZUSTAND = defineSearchAttributeKey('Zustand', 'KEYWORD');
const TEAM = defineSearchAttributeKey('Team', 'KEYWORD');
const UEBERFAELLIG = defineSearchAttributeKey('Ueberfaellig', 'BOOL');

function istUeberfaellig({ fristen }: Stand): boolean {
  return fristen.some((f) => f.ende === null && !f.ruht && f.lauf === 'ueberfaellig');
}

/** Writes only the attributes that changed; each upsert is an event and a billable action. */
function zeigeSuchattribute(stand: Stand): void {
  const bisher = workflowInfo().typedSearchAttributes;
  const soll = [
    { key: ZUSTAND, value: stand.zustand },
    { key: TEAM, value: stand.team },
    { key: UEBERFAELLIG, value: istUeberfaellig(stand) },
  ] as const;
  const neu = soll.filter((paar) => bisher.get<'KEYWORD' | 'BOOL'>(paar.key) !== paar.value);
  if (neu.length > 0) upsertSearchAttributes([...neu]);
}

function zeile(frist: Stand['fristen'][number]): string {
  const ruht = frist.ruht ? ', ruht' : '';
  return `- ${fristname(frist.id)} Nr. ${frist.vorkommen}: fällig ${frist.faellig} (${frist.lauf}${ruht})`;
}

/** Shows administrators what the Vorgang is waiting for. Costs no event. */
export function zeigeStand<T extends Typen>(lauf: Lauf<T>): void {
  const { lage } = lauf;
  if (!besteht<T>(lage)) return;
  zeigeSuchattribute(lage);
  const offene = lage.fristen.filter((f) => f.ende === null);
  const naechster = naechsterInstant(lauf.rahmen.aggregat, lage);
  setCurrentDetails(
    [
      lauf.angehalten ? '**Angehalten (V-76): wartet auf den Abgleich.**' : `**Zustand:** ${lage.zustand}`,
      `**Nächster Schritt:** ${naechster ?? 'keiner'}`,
      '**Offene Fristen:**',
      ...(offene.length === 0 ? ['- keine'] : offene.map(zeile)),
    ].join('\n'),
  );
}

function erklaert<T extends Typen>(aggregat: Aggregat<T>, stand: T['stand']): ErklaerteFrist[] {
  const pflichtlage = aggregat.pflichtlage(stand, ortstag(stand.zuletzt));
  return stand.fristen
    .filter((f) => f.ende === null)
    .map((f) => ({
      id: f.id,
      vorkommen: f.vorkommen,
      beginn: f.beginn,
      roh: f.roh,
      faellig: f.faellig,
      status: f.lauf,
      ruht: f.ruht,
      ...pflichtgrund(f.id),
      policy: versionsname(stand.policy),
      verlegt: f.verlegt ?? null,
      herleitung: herleitungIn(pflichtlage, f) ?? [],
    }));
}

/** The answer of the query: the Vorgang explains itself. */
export function ablauf<T extends Typen>(lauf: Lauf<T>): Ablauf {
  const { lage: stand } = lauf;
  const { aggregat } = lauf.rahmen;
  const da = besteht<T>(stand);
  return {
    stand,
    fristen: da ? erklaert(aggregat, stand) : [],
    naechsterSchrittAm: da ? naechsterInstant(aggregat, stand) : null,
    wartendeBefehle: lauf.schlange.length,
    angehalten: lauf.angehalten,
  };
}

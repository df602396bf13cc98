import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FALL } from '../../domain/fall/aggregat.ts';
import { gruendungVonHeute } from '../../domain/fall/altstand.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { BestehenderFall, Fall } from '../../domain/fall/fall.ts';
import { fuehreAus } from '../../domain/fall/schritt.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Friststand } from '../../domain/pflicht/frist.ts';
import { SYSTEMAKTEUR } from '../../domain/vorgang/befehl.ts';
import { REGELWERK } from '../../domain/vorgang/regelwerk.ts';
import { bis } from '../../tools/simulation/bauen.ts';
import { standAus } from '../../workflows/vorgang/altform.ts';
import { WURZEL } from '../support/mutant.ts';
import { formVon, nutzlastenIn } from '../support/nutzlasten.ts';

const ABLAGE = path.join(WURZEL, 'test/histories');

type Schritt = {
  readonly workflowExecutionStartedEventAttributes?: {
    readonly workflowType: { readonly name: string };
    readonly input: unknown;
  };
  readonly activityTaskScheduledEventAttributes?: {
    readonly activityType: { readonly name: string };
    readonly input: unknown;
  };
};

/** What was sent along; null: it is encrypted, or there is nothing. */
function gesendet({ input }: { readonly input: unknown }): unknown {
  const [erste] = nutzlastenIn(input);
  if (erste === undefined) return null;
  const roh = { metadata: { encoding: Buffer.from(String(erste.metadata?.['encoding']), 'base64') } };
  if (formVon(roh) !== 'json/plain') return null;
  return JSON.parse(Buffer.from(String(erste.data), 'base64').toString());
}

/** Where a run of a case stood at the end of its history: what it carried, and every event it recorded. */
function stehtAmEnde(schritte: readonly Schritt[]): Fall | null {
  const [erster, ...weitere] = schritte;
  const beginn = erster?.workflowExecutionStartedEventAttributes;
  if (beginn?.workflowType.name !== 'fallWorkflow') return null;
  const begonnen = gesendet(beginn);
  if (begonnen === null) return null;
  let fall = FALL.aufHeutigenStand(standAus(begonnen as { fall: unknown }) as Fall);
  for (const { activityTaskScheduledEventAttributes: auftrag } of weitere) {
    if (auftrag?.activityType.name !== 'zeichneAuf') continue;
    for (const ereignis of (gesendet(auftrag) as { ereignisse: Ereignis[] }).ereignisse)
      if (ereignis.sequenz > fall.sequenz) fall = FALL.evolve(fall, vonHeute(ereignis));
  }
  return FALL.aufHeutigenStand(fall);
}

const vonHeute = (ereignis: Ereignis): Ereignis =>
  'gruendung' in ereignis ? { ...ereignis, gruendung: gruendungVonHeute(ereignis.gruendung) } : ereignis;

const faelle = readdirSync(ABLAGE, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.json.gz'))
  .sort()
  .flatMap((name) => {
    const { events } = JSON.parse(gunzipSync(readFileSync(path.join(ABLAGE, name))).toString()) as {
      events: Schritt[];
    };
    const fall = stehtAmEnde(events);
    return fall === null || fall.zustand === 'neu' || fall.regelwerk === REGELWERK ? [] : [{ name, fall }];
  });

const jeZustand = [...new Map(faelle.map(({ fall }) => [fall.zustand, fall])).values()];

/** The same case after it was told of the rules of today. */
function uebernimm(fall: BestehenderFall): BestehenderFall {
  const ergebnis = fuehreAus(fall, {
    befehl: 'regelwerk_uebernehmen',
    befehlId: '7d3f5c1e-0000-4000-8000-000000000047',
    at: fall.zuletzt,
    akteur: SYSTEMAKTEUR,
    ereignisAm: ortstag(fall.zuletzt),
    texte: {},
    begruendungen: {},
    zeilenversionen: {},
    regelwerk: REGELWERK,
  });
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  return ergebnis.fall;
}

const kennung = ({ id, vorkommen }: Friststand): string => `${id}/${String(vorkommen)}`;
const beendete = ({ fristen }: BestehenderFall): Friststand[] => fristen.filter((f) => f.ende !== null);
const offene = ({ fristen }: BestehenderFall): Map<string, string> =>
  new Map(fristen.filter((f) => f.ende === null).map((f) => [kennung(f), f.faellig]));

/** What the newer rules put on another day: the task of T-28 waits for a working day. */
const VERLEGT = /^T-28\//u;

describe('Fälle früherer Ausgaben übernehmen das Regelwerk von heute (Nachtrag 11.5)', () => {
  it('es gibt genug von ihnen, aus vielen Zuständen', () => {
    expect(faelle.length).toBeGreaterThan(200);
    expect(jeZustand.length).toBeGreaterThan(5);
  });

  it.each(faelle)('$name: keine offene Frist geht verloren, keine beendete ändert sich', ({ fall }) => {
    const nachher = uebernimm(fall);
    const [vorherOffen, jetztOffen] = [offene(fall), offene(nachher)];
    expect(nachher.regelwerk).toBe(REGELWERK);
    expect(nachher.zustand).toBe(fall.zustand);
    expect([...jetztOffen.keys()]).toEqual(expect.arrayContaining([...vorherOffen.keys()]));
    const verlegt = [...vorherOffen].filter(([frist, tag]) => jetztOffen.get(frist) !== tag);
    expect(verlegt.filter(([frist]) => !VERLEGT.test(frist))).toEqual([]);
    expect(beendete(nachher)).toEqual(expect.arrayContaining(beendete(fall)));
  });

  it('aus jedem Zustand lebt einer danach von selbst weiter', () => {
    const lebend = jeZustand.filter((fall) => offene(fall).size > 0);
    const spaeter = lebend.map((fall) => bis({ fall: uebernimm(fall), ereignisse: [] }, '2032-01-01T00:00'));
    expect(lebend.length).toBeGreaterThan(3);
    expect(spaeter.filter(({ ereignisse }) => ereignisse.length === 0)).toEqual([]);
  });
});

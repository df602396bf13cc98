import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import { ROUTEN } from '../../api/routen.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { beispiel } from '../support/eingaben.ts';
import {
  darfLesen,
  darfSchreiben,
  FALL_ODER_PERSON,
  lesbar,
  LISTEN,
  nurMitGrund,
  type Operation,
} from '../support/matrix-wege.ts';
import {
  baueMatrixwelt,
  HEUTE,
  kontoVon,
  kundennummer,
  marke,
  naeheVon,
  WEITERE,
  type Weltfall,
} from '../support/matrixwelt.ts';
import { BRIEF } from '../support/matrixereignisse.ts';
import { bedarfsgemeinschaften } from '../support/bedarfsgemeinschaften.ts';
import { beobachteProtokoll, maengel, type Vermerk } from '../support/leseprotokoll.ts';
import { pfadVon } from '../support/operationen/bedienung.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { baueOberflaeche } from './oberflaeche.ts';

const LESEN = FALL_ODER_PERSON.filter(({ methode }) => methode === 'get');
const SCHREIBEN = FALL_ODER_PERSON.filter(({ methode }) => methode !== 'get');
const KLASSEN = ['K0', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6'];

const SUCHE: Operation = {
  op: 'post /api/v1/personen/suche',
  methode: 'post',
  pfad: '/api/v1/personen/suche',
  was: 'person',
  klassen: ['K0'],
};
/** R24 asks for appointments, not for persons. */
const SUCHENDE: readonly Rolle[] = ROLLEN.filter((rolle) => rolle !== 'service_center');

/** Takes no command: who gets this far may, and the world stays as it is. */
const OHNE_WIRKUNG: Pick<Vorgangsablaeufe, 'sende'> = {
  sende: () =>
    Promise.resolve({ art: 'abgelehnt', ablehnung: { art: 'zustand', id: 'V-75', satz: 'Nicht jetzt.' } }),
};

type Ergebnis = { readonly status: number; readonly text: string };
type Zelle = { readonly o: Operation; readonly rolle: Rolle; readonly fall: Weltfall };

const PERSON = 'get /api/v1/personen/{personId}';
const FALL = 'get /api/v1/faelle/{fallId}';
const geschichten = z.object({ geschichte: z.array(z.unknown()) });

/** R11, R12 see any person by role; R12 has to do with those of the own team. Linked cases are of one person (TR64). */
function istOhneBezug({ o, rolle, fall }: Zelle): boolean | undefined {
  if (o.op !== PERSON || (rolle !== 'tl' && rolle !== 'jour_fixe_av')) return false;
  const naehe = naeheVon(rolle, fall.name);
  if (naehe === 'vorher' || naehe === 'nachher') return undefined;
  return rolle === 'jour_fixe_av' || naehe === 'fremd';
}

const zellen = (operationen: readonly Operation[], faelle: readonly Weltfall[]): Zelle[] =>
  operationen.flatMap((o) => ROLLEN.flatMap((rolle) => faelle.map((fall) => ({ o, rolle, fall }))));

const satz = ({ o, rolle, fall }: Zelle, was: string): string =>
  `${was}: ${o.op} als ${rolle} bei ${fall.name}`;

const verweigert = (status: number): boolean => status === 403 || status === 404;

/** Wrong allows and wrong denies; behind a right to write, a part of the case may still not exist. */
function urteil(zelle: Zelle, darf: boolean, { status, text }: Ergebnis): string[] {
  if (status >= 500 || status === 400 || status === 401)
    return [satz(zelle, `Fehler ${String(status)} ${text.slice(0, 200)}`)];
  if (!darf) return verweigert(status) ? [] : [satz(zelle, `zu viel (${String(status)})`)];
  const fehlt = zelle.o.methode === 'get' ? verweigert(status) : status === 403;
  return fehlt ? [satz(zelle, `fehlt (${String(status)})`)] : [];
}

/** Texts of classes the answer must not hold, and on the page of the case those it must. */
function felder(zelle: Zelle, text: string): string[] {
  const { o, rolle, fall } = zelle;
  const hat = lesbar(rolle, fall.name, o.was === 'person' ? 'person' : 'fall');
  // Whoever knows the person meets the name beside the case, too.
  const name = lesbar(rolle, fall.name, 'person').includes('K0') ? ['K0'] : [];
  const darf = new Set([...hat, ...name]);
  const zeigt = KLASSEN.filter((k) => !darf.has(k) && text.includes(`Marke${k}von`));
  const seite = o.pfad === '/api/v1/faelle/{fallId}' ? hat.filter((k) => k !== 'K7') : [];
  const verschweigt = seite.filter((k) => !text.includes(marke(k, fall.name)));
  return [
    ...zeigt.map((k) => satz(zelle, `zeigt ${k}`)),
    ...verschweigt.map((k) => satz(zelle, `verschweigt ${k}`)),
  ];
}

/** What a list shows of a case or a person that is not the colleague's to see. */
function zeilen(zelle: Zelle, text: string): string[] {
  const { o, rolle, fall } = zelle;
  const hat = [...lesbar(rolle, fall.name, 'fall'), ...lesbar(rolle, fall.name, 'person')];
  const name = text.includes(marke('K0', fall.name)) || text.includes(fall.personId);
  // The log names cases, and so do the accesses on it (K7).
  const imProtokoll = o.klassen.includes('K7') && hat.includes('K7');
  return [
    ...(text.includes(fall.fallId) && !hat.includes('K1') && !imProtokoll
      ? [satz(zelle, 'zeigt den Fall')]
      : []),
    ...(name && !hat.includes('K0') ? [satz(zelle, 'zeigt K0')] : []),
  ];
}

describe('Matrix: jede Operation × Rolle × Beziehung über HTTP gegen rollen.md 3', () => {
  let a: Aufbau;
  const server: Server = createServer();
  let tokens: ReadonlyMap<string, string>;
  let faelle: Weltfall[];
  let neueEintraege: () => Promise<Vermerk[]>;
  const beobachtet: (Zelle & Ergebnis)[] = [];

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    faelle = await baueMatrixwelt(a);
    const umgebung = a.mitFaellen({ ...a.faelle, ...OHNE_WIRKUNG });
    const oberflaeche = await baueOberflaeche({ umgebung }, WEITERE);
    ({ tokens } = oberflaeche);
    neueEintraege = beobachteProtokoll(a.db);
    await neueEintraege();
    server.on('request', oberflaeche.app);
    await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await a.ende();
  });

  async function frage(
    { methode, pfad, abfrage = '' }: Operation & { readonly abfrage?: string },
    rolle: Rolle,
    fall?: Weltfall,
  ): Promise<Ergebnis> {
    const { port } = server.address() as AddressInfo;
    const nirgends = randomUUID();
    const ferne = { id: nirgends, wiedervorlageId: nirgends, bedarfId: nirgends, verweisId: nirgends };
    const werte = { ...fall, ...fall?.frist, ...ferne, sequenz: BRIEF, nummer: '1' };
    const ort = pfadVon(pfad, { ...werte, begleitpersonId: nirgends, einwilligungId: nirgends } as never);
    const rumpf = rumpfVon(methode, pfad, fall);
    const antwort = await fetch(`http://127.0.0.1:${String(port)}${ort}${abfrage}`, {
      method: methode.toUpperCase(),
      headers: {
        Authorization: `Bearer ${tokens.get(rolle) ?? ''}`,
        ...(methode === 'get' ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
      },
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    return { status: antwort.status, text: await antwort.text() };
  }

  /** What the log says of the request, by the answer alone (S4). */
  async function protokollfehler(zelle: Zelle, { status, text }: Ergebnis): Promise<string[]> {
    const { o, rolle, fall } = zelle;
    const immer = o.was === 'fall' && nurMitGrund(rolle, fall.name);
    const neu = await neueEintraege();
    const gefunden = maengel({ op: o.op, status, text, neu, immer, ohneBezug: istOhneBezug(zelle) });
    return gefunden.map((mangel) => `${mangel} (${rolle} bei ${fall.name})`);
  }

  const rumpfVon = (methode: string, pfad: string, fall?: Weltfall): unknown => {
    const rumpf = ROUTEN.find((r) => r.methode === methode && r.pfad === pfad)?.rumpf ?? null;
    if (rumpf === null) return undefined;
    const schema = z.toJSONSchema(rumpf, { io: 'input', unrepresentable: 'any' });
    if (pfad === SUCHE.pfad && fall !== undefined) return { kundennummer: kundennummer(fall.name) };
    // What would be asked about a contact; which rights it takes says the row of contacts.
    if (pfad.endsWith('/vorschau')) return { befehl: 'kontakt_erfassen', eingabe: { status: 'geplant' } };
    return beispiel(schema, { heute: HEUTE, person: fall?.personId ?? '', personal: PERSONAL.fm3 });
  };

  it('jede Rolle hat ein Konto', async () => {
    const konten = await Promise.all(ROLLEN.map((rolle) => a.konto(kontoVon(rolle))));
    expect(konten.map(({ rolle }) => rolle)).toEqual([...ROLLEN]);
  });

  it('Lesen', { timeout: 1_200_000 }, async () => {
    const falsch: string[] = [];
    for (const zelle of zellen(LESEN, faelle)) {
      const ergebnis = await frage(zelle.o, zelle.rolle, zelle.fall);
      beobachtet.push({ ...zelle, ...ergebnis });
      const darf = darfLesen(zelle.o, zelle.rolle, zelle.fall.name);
      falsch.push(...urteil(zelle, darf, ergebnis));
      if (ergebnis.status === 200) falsch.push(...felder(zelle, ergebnis.text));
      falsch.push(...(await protokollfehler(zelle, ergebnis)));
    }
    console.log(`Matrix, Lesen: ${String(beobachtet.length)} Zellen`);
    expect(falsch).toEqual([]);
  });

  it('Bedarfsgemeinschaft: ein Fall nennt die anderen, die bei einem liegen und deren Person man kennt, und keinen sonst', () => {
    const gesehen = beobachtet.filter(({ o, status }) => o.op === FALL && status === 200);
    const paare = gesehen.map((zelle) => bedarfsgemeinschaften(zelle, faelle));
    expect(paare.filter(({ soll }) => soll.length > 0).length).toBeGreaterThan(15);
    expect(paare.filter(({ soll }) => soll.length === 0).length).toBeGreaterThan(3);
    expect(paare.map(({ bei, ist }) => ({ bei, ist }))).toEqual(
      paare.map(({ bei, soll }) => ({ bei, ist: soll })),
    );
  });

  it('V-71: der Stand am Ende eines Tages zeigt niemandem mehr vom Fall als der heutige', async () => {
    const geschichte = (text: string): string =>
      JSON.stringify(geschichten.parse(JSON.parse(text)).geschichte);
    const falsch: string[] = [];
    let gesehen = 0;
    for (const zelle of zellen(
      LESEN.filter(({ op }) => op === FALL),
      faelle,
    )) {
      const { o, rolle, fall } = zelle;
      const heute = await frage(o, rolle, fall);
      await neueEintraege();
      const damals = await frage({ ...o, abfrage: `?stand=${HEUTE}` }, rolle, fall);
      if (damals.status !== heute.status) falsch.push(satz(zelle, `anders (${String(damals.status)})`));
      falsch.push(...(await protokollfehler(zelle, damals)));
      if (damals.status !== 200) continue;
      gesehen += 1;
      if (geschichte(damals.text) !== geschichte(heute.text)) falsch.push(satz(zelle, 'andere Geschichte'));
      falsch.push(...felder(zelle, damals.text));
    }
    expect(gesehen).toBeGreaterThan(20);
    expect(falsch).toEqual([]);
  });

  it('Kontrolle: eine Rolle zu viel an einem Weg und eine gekippte Zelle fallen auf', () => {
    const abweichend = (gekippt: (o: Operation, rolle: Rolle, fall: Weltfall) => boolean): string[] =>
      beobachtet
        .filter(({ o, rolle, fall, status }) => {
          const darf = darfLesen(o, rolle, fall.name) !== gekippt(o, rolle, fall);
          return darf === verweigert(status);
        })
        .map((zelle) => satz(zelle, 'weicht ab'));
    const BLATT = 'get /api/v1/faelle/{fallId}/fallblatt';
    expect(abweichend(() => false)).toEqual([]);
    expect(
      abweichend(({ op }, rolle, { name }) => op === BLATT && rolle === 'pap' && name === 'eigen'),
    ).toEqual([`weicht ab: ${BLATT} als pap bei eigen`]);
    // Were the Bereichsleitung let in at that address, each of its cells would be one too many.
    const offen = abweichend(({ op }, rolle) => op === BLATT && rolle === 'bereichsleitung');
    expect(offen).toHaveLength(faelle.length);
  });

  it('Listen', async () => {
    const falsch: string[] = [];
    for (const o of LISTEN)
      for (const rolle of ROLLEN) {
        const { status, text } = await frage(o, rolle);
        if (status !== 200 && status !== 403) falsch.push(`${o.op} als ${rolle}: ${String(status)}`);
        falsch.push(...faelle.flatMap((fall) => zeilen({ o, rolle, fall }, text)));
      }
    console.log(`Matrix, Listen: ${String(LISTEN.length * ROLLEN.length * faelle.length)} Zellen`);
    expect(falsch).toEqual([]);
  });

  it('Suche nach der Kundennummer', async () => {
    const falsch: string[] = [];
    for (const fall of faelle)
      for (const rolle of ROLLEN) {
        const { status, text } = await frage(SUCHE, rolle, fall);
        const zelle = { o: SUCHE, rolle, fall };
        const findet = lesbar(rolle, fall.name, 'person').includes('K0') && SUCHENDE.includes(rolle);
        // Who has opened the case for a reason knows the name already.
        const kennt = findet || lesbar(rolle, fall.name, 'fall').includes('K0');
        const zeigt = status === 200 && text.includes(fall.personId);
        if (zeigt && !kennt) falsch.push(satz(zelle, 'zeigt K0'));
        if (findet && !zeigt) falsch.push(satz(zelle, `fehlt (${String(status)})`));
      }
    expect(falsch).toEqual([]);
  });

  it('Schreiben', { timeout: 1_800_000 }, async () => {
    const falsch: string[] = [];
    const alle = zellen(SCHREIBEN, faelle);
    for (const zelle of alle) {
      const ergebnis = await frage(zelle.o, zelle.rolle, zelle.fall);
      falsch.push(...urteil(zelle, darfSchreiben(zelle.o, zelle.rolle, zelle.fall.name), ergebnis));
      falsch.push(...(await protokollfehler(zelle, ergebnis)));
    }
    console.log(`Matrix, Schreiben: ${String(alle.length)} Zellen`);
    expect(falsch).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { eq, getTableColumns, getTableName, is, sql, type Column } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auskunft } from '../../api/auskunft/faelle.ts';
import { beginneZugriff } from '../../api/sonderzugriff/faelle.ts';
import type { Auskunftsantwort } from '../../api/auskunft/formen.ts';
import { sicher } from '../../api/kern/html.ts';
import { OHNE_AUSKUNFT } from '../../db/auskunft.ts';
import { mitAkteur } from '../../db/client.ts';
import * as schema from '../../db/schema/index.ts';
import { versiegle } from '../../db/tresor/textschutz.ts';
import { PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { HEUTE } from '../support/operationen/bedienung.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

/** Tables without data of a Bewerber/in, by hand: whatever is new and not named here has to be told (DS-33). */
const HAUS = new Set(
  (
    'team mitarbeitende teamverantwortung abwesenheit vertretungsring qualifikation externnachweis mailwahl kalenderzugang leistungserbringer ' +
    'kooperationsvereinbarung erbringerbericht beschwerde befragung zielwert ' +
    'thema themenzustaendigkeit policyversion policyfreigabe policymigration ' +
    'policymigrationsauftrag kalenderabweichung fallnummernkreis ziehungssaat berechtigung ereignisklasse ' +
    'systemzugriff loeschstand protokollkopf protokollanker lesespur rundgang wartung sitzung stammdatenstand'
  ).split(' '),
);
/** The audit is told as roles, days and classes; test/db/jede-operation.test.ts looks at it. */
const EIGENER_TEST = new Set(['protokoll']);

const TABELLEN = (Object.values(schema) as unknown[])
  .filter((wert): wert is PgTable => is(wert, PgTable))
  .filter((t) => !HAUS.has(getTableName(t)) && !EIGENER_TEST.has(getTableName(t)));

type Marke = { readonly wo: string; readonly json: string; readonly html: string };
type Wert = { readonly wert: unknown; readonly marke: Omit<Marke, 'wo'> | null };

const zwei = (n: number): string => String(n).padStart(2, '0');
/** A day nobody else has: 27 of each month from 1961 on. */
const tagNr = (n: number): string =>
  `${String(1961 + Math.floor(n / 336))}-${zwei((Math.floor(n / 28) % 12) + 1)}-${zwei((n % 28) + 1)}`;
const deutsch = (tag: string): string => tag.split('-').toReversed().join('.');

let nummer = 0;

/** What the column of a row gets, and how it has to show up in either format; staff shows up as a role. */
function fuelle(spalte: Column, wessen: string): Wert {
  nummer += 1;
  const text = `<i>${wessen}${String(nummer).padStart(4, '0')}&`;
  const tag = tagNr(nummer);
  switch (spalte.columnType) {
    case 'PgText':
      return { wert: text, marke: { json: JSON.stringify(text).slice(1, -1), html: sicher(text) } };
    case 'PgArray':
      return { wert: [text], marke: { json: JSON.stringify(text).slice(1, -1), html: sicher(text) } };
    case 'PgJsonb':
      return { wert: { wort: text }, marke: { json: JSON.stringify(text).slice(1, -1), html: sicher(text) } };
    case 'PgDateString':
      return { wert: tag, marke: { json: tag, html: deutsch(tag) } };
    case 'PgInteger':
      return {
        wert: 700_000 + nummer,
        marke: { json: String(700_000 + nummer), html: String(700_000 + nummer) },
      };
    case 'PgBoolean':
      return { wert: true, marke: null };
    default:
      return { wert: `${tag}T12:00:00Z`, marke: { json: `${tag}T12:00:00Z`, html: deutsch(tag) } };
  }
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/gu, (gross) => `_${gross.toLowerCase()}`);

const personVon = (a: Aufbau, fallId: string): Promise<string> =>
  mitAkteur(a.db, { system: 'wartung' }, async (tx) => {
    const { personId, id } = schema.fall;
    const [zeile] = await tx.select({ personId }).from(schema.fall).where(eq(id, fallId));
    return zeile?.personId ?? '';
  });

describe('DS-33: Auskunft nach Art. 15 DSGVO', () => {
  let a: Aufbau;
  let antwort: Auskunftsantwort;
  const marken: Marke[] = [];
  const fremde: string[] = [];

  type Welt = {
    readonly wessen: string;
    readonly fallId: string;
    readonly personId: string;
    readonly ids: Map<string, string>;
  };

  /** References as the schema means them; null = a column of its own. */
  function verweis(spalte: string, { fallId, personId, ids }: Welt): string | null {
    const fest: Record<string, string> = {
      fallId,
      personId,
      vorgangId: fallId,
      teamId: TEAM,
      pruefungId: ids.get('bedarfspruefung') ?? '',
      bestaetigtVon: PERSONAL.tl,
    };
    if (spalte in fest) return fest[spalte] ?? null;
    const tabelle = /^(.*)Id$/u.exec(spalte)?.[1];
    if (tabelle !== undefined && ids.has(snake(tabelle))) return ids.get(snake(tabelle)) ?? null;
    return /Von$|^von$|^fmId$|^papId$|^fmU25Id$|^externId$|^anPerson$|^vertretung$|^empfaenger$|PapId$|^abgebendId$|AnId$|^akteur$|^fuer$|verfasserId|mitarbeitendeId|akteurId/u.test(
      spalte,
    )
      ? PERSONAL.fm
      : null;
  }

  /** What must keep its form for the database or the right to ask. */
  const FEST: Readonly<Record<string, unknown>> = {
    'dokument.stand': 'gueltig',
    'dokument.klasse': 'K3',
    'dokument.vorgangId': null,
    'bestreitung.klasse': 'K3',
    'vorgang.art': 'potenzial',
    'loeschantrag.personId': null,
    'loeschsperre.personId': null,
    'eingang.vorgangId': null,
    'ausgang.vorgangId': null,
    'befehl.vorgangId': null,
    'fall.stand': undefined,
    'fall.id': undefined,
    'person.id': undefined,
    'vorgang.stand': { art: 'potenzial' },
  };

  /** Ids: the own one, that of another row, or one nobody else has; a check record has the id of its person. */
  function kennungFuer(name: string, feld: string, welt: Welt): string {
    const gehoertZuPruefakte = name.startsWith('vorgang') && feld === 'vorgangId';
    if (gehoertZuPruefakte || (name === 'vorgang' && feld === 'id')) return welt.personId;
    const eigene = feld === 'id' ? welt.ids.get(name) : verweis(feld, welt);
    return eigene ?? randomUUID();
  }

  function merke(wo: string, wessen: string, marke: Omit<Marke, 'wo'> | null): void {
    const tabelle = wo.split('.')[0] ?? '';
    if (marke === null) return;
    if (wessen === 'FREMD') fremde.push(marke.json, marke.html);
    else if (!(wo in OHNE_AUSKUNFT) && !(tabelle in OHNE_AUSKUNFT)) marken.push({ wo, ...marke });
  }

  function wertFuer(wo: string, spalte: Column, welt: Welt): unknown {
    const [name = '', feld = ''] = wo.split('.');
    if (wo in FEST) return FEST[wo];
    if (spalte.columnType === 'PgUUID') return kennungFuer(name, feld, welt);
    const { wert, marke } = fuelle(spalte, welt.wessen);
    merke(wo, welt.wessen, marke);
    return wert;
  }

  function zeileFuer(tabelle: PgTable, welt: Welt): Record<string, unknown> {
    const felder = Object.entries(getTableColumns(tabelle)).map(
      ([feld, spalte]) => [feld, wertFuer(`${getTableName(tabelle)}.${feld}`, spalte, welt)] as const,
    );
    return Object.fromEntries(felder.filter(([, wert]) => wert !== undefined));
  }

  /** Past triggers and references: only the columns matter here. */
  const fuelleAlles = (welt: Welt): Promise<void> =>
    mitAkteur(a.db, { system: 'wartung' }, async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const tabelle of TABELLEN) {
        const zeile = zeileFuer(tabelle, welt) as never;
        if (tabelle === schema.fall)
          await tx.update(schema.fall).set(zeile).where(eq(schema.fall.id, welt.fallId));
        else if (tabelle === schema.person)
          await tx.update(schema.person).set(zeile).where(eq(schema.person.id, welt.personId));
        else await tx.insert(tabelle).values(zeile);
      }
    });

  async function lege(wessen: string): Promise<Welt> {
    const { fallId } = await a.merkeVor(wessen);
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    const personId = await personVon(a, fallId);
    const ids = new Map<string, string>(TABELLEN.map((t) => [getTableName(t), randomUUID()]));
    ids.set('fall', fallId).set('person', personId);
    const welt = { wessen, fallId, personId, ids };
    await fuelleAlles(welt);
    return welt;
  }

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    const eigen = await lege('EIGEN');
    await lege('FREMD');
    antwort = await auskunft(a.umgebung, await a.konto(PERSONAL.fm), eigen.personId);
  });
  afterAll(() => a.ende());

  const fehlt = (json: string, html: string): string[] =>
    marken.flatMap((m) => [
      ...(json.includes(m.json) ? [] : [`${m.wo} im JSON`]),
      ...(html.includes(m.html) ? [] : [`${m.wo} im HTML`]),
    ]);

  it('jede Spalte mit Daten der Person steht in beiden Formaten', () => {
    expect(marken.length).toBeGreaterThan(140);
    expect(fehlt(JSON.stringify(antwort.auskunft), antwort.dokument)).toEqual([]);
  });

  it('nichts über eine andere Person, kein Name von Beschäftigten, nichts Ausführbares', () => {
    const alles = JSON.stringify(antwort);
    expect(fremde.filter((marke) => alles.includes(marke))).toEqual([]);
    expect(alles).not.toContain('Demo Fallmanagement');
    expect(antwort.dokument).not.toMatch(/<script|<i>|<img|<link|\son\w+=|https?:/iu);
    expect(antwort.dokument).toContain("default-src 'none'");
  });

  it('Kontrolle: eine verschwiegene Spalte und eine fremde Zeile fallen auf', () => {
    const eine = marken.find(({ wo }) => wo === 'begleitperson.kontakt');
    const ohne = JSON.stringify(antwort.auskunft).replaceAll(eine?.json ?? '', '');
    expect(fehlt(ohne, antwort.dokument)).toEqual(['begleitperson.kontakt im JSON']);
    expect(fremde.filter((marke) => `${ohne}${fremde[0] ?? ''}`.includes(marke))).toHaveLength(1);
  });

  it('was nicht gesagt wird, ist eine Spalte oder Tabelle, die es gibt', () => {
    const bekannt = TABELLEN.flatMap((t) => [
      getTableName(t),
      ...Object.keys(getTableColumns(t)).map((spalte) => `${getTableName(t)}.${spalte}`),
    ]);
    expect(Object.keys(OHNE_AUSKUNFT).filter((name) => !bekannt.includes(name))).toEqual([]);
  });
});

describe('Auskunft: wer sie gibt (ADR 36)', () => {
  let a: Aufbau;
  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
  });
  afterAll(() => a.ende());

  it('wer den Fall führt, nach dessen Ausscheiden wer ihn mit Grund öffnet, mit K4 und K5 im Klartext und einem Eintrag; sonst niemand', async () => {
    const { fallId } = await a.merkeVor('auskunft');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    const personId = await personVon(a, fallId);
    const text = {
      id: randomUUID(),
      fallId,
      klasse: 'K4',
      feld: 'hinweis',
      text: 'Nur für die Person.',
    } as const;
    const versiegelt = (await versiegle(a.schutz.tresor, [text])) ?? [];
    const rest = { befehlId: randomUUID(), stand: 'gueltig', erstelltAm: `${HEUTE}T08:00:00Z` } as const;
    await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.insert(schema.dokument).values(versiegelt.map((zeile) => ({ ...zeile, ...rest }))),
    );
    for (const wer of ['fm2', 'pap', 'tl', 'bereichsleitung'] as const)
      await expect(
        a.konto(PERSONAL[wer]).then((konto) => auskunft(a.umgebung, konto, personId)),
        wer,
      ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    const { auskunft: gegeben, dokument } = await auskunft(a.umgebung, await a.konto(PERSONAL.fm), personId);
    expect(JSON.stringify(gegeben)).toContain(text.text);
    expect(dokument).toContain(text.text);
    const { protokoll } = schema;
    const eintraege = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select().from(protokoll).where(eq(protokoll.aktion, 'auskunft_erteilt')),
    );
    expect(eintraege).toMatchObject([{ rolle: 'fm', grund: 'zustaendig', personId }]);
    expect(eintraege[0]?.klassen).toContain('K4');
    expect(gegeben.protokoll.at(-1)).toMatchObject({ was: 'Auskunft erteilt', rolle: 'Fallmanagement Ü25' });
    expect(eintraege).toMatchObject([{ fallId }]);
    const vertretung = await a.konto(PERSONAL.fm2);
    const rumpf = {
      art: 'notzugriff',
      fall: fallId,
      grund: 'Auskunft nach Art. 15 DSGVO.',
      stunden: 1,
    } as const;
    const { id } = await beginneZugriff(a.umgebung, vertretung, { schluessel: neuerSchluessel(), rumpf });
    await expect(auskunft(a.umgebung, vertretung, personId)).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.update(schema.mitarbeitende).set({ aktiv: false }).where(eq(schema.mitarbeitende.id, PERSONAL.fm)),
    );
    const mitGrund = await auskunft(a.umgebung, vertretung, personId);
    expect(mitGrund.dokument).toContain(text.text);
    const danach = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx
        .select()
        .from(protokoll)
        .where(eq(protokoll.grund, `notzugriff:${id}`)),
    );
    expect(danach).toMatchObject([{ aktion: 'auskunft_erteilt', akteurId: PERSONAL.fm2, personId }]);
  });
});

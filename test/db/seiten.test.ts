import { eq } from 'drizzle-orm';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { protokoll } from '../../db/schema/index.ts';
import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import { HEUTE, kontoVon } from '../support/matrixwelt.ts';
import { erreichte, SCHREIBENDE } from '../support/seiten/erreichbar.ts';
import { geheUmher, verweiseIn, type Fundort } from '../support/seiten/gang.ts';
import type { Abruf, Besuch } from '../../tools/probehaus/seiten.ts';
import { oeffneSeiten, spurVon, type Seitenhaus } from '../support/seiten/haus.ts';
import { ANWEISUNGEN, zaehlendeDatenbank } from '../support/seiten/anweisungen.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { maengelAn, namenIn } from '../support/seiten/maengel.ts';
import { pruefeFallformulare, pruefeFallseiten, pruefeHausseiten } from '../support/seiten/matrix.ts';
import { SEITENRECHTE } from '../support/seiten/rechte.ts';
import { SEITEN } from '../../web/seiten.ts';
import { baueSeitenwelt, type Seitenwelt } from '../support/seiten/welt.ts';
import { umfang } from '../support/umfang.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

/** The page of a case, a person, a colleague. */
const SEITE_VON = /^\/(?:faelle|personen|haus\/mitarbeitende)\/([^/?]+)(?:\?.*)?$/u;
/** Opens by its address alone: whoever may not look at a case is shown the way (below). */
const ALS_AUSWEG = ['beginneZugriff'];

type Inhalt = { readonly zeilen: number; readonly faelle: readonly string[] };
const fallnummern = (text: string): string[] => [...new Set(text.match(/F-\d{4}-\d{5}/gu))].toSorted();

function inDatei(text: string): Inhalt {
  const { data } = Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true });
  return { zeilen: data.length - 1, faelle: fallnummern(text) };
}

/** The rows of a page, and how many there are in all; of a list with more than one page the first alone. */
function aufSeite(html: string): Inhalt & { readonly ganz: boolean } {
  const [tafel = ''] = /<tbody[\s\S]*<\/tbody>/u.exec(html) ?? [];
  const hier = [...tafel.matchAll(/scope="row"/gu)].length;
  const gesamt = Number(/1 bis \d+ von\s+(?<n>\d+)/u.exec(html)?.groups?.['n'] ?? hier);
  return { zeilen: gesamt, faelle: fallnummern(tafel), ganz: gesamt === hier };
}

/** What a file has that its page has not, or lacks; null when they agree. */
function unterschied(datei: Abruf, seite: Abruf | undefined): string | null {
  const mitgenommen = inDatei(datei.html);
  const { ganz, ...gezeigt } = aufSeite(seite?.html ?? '');
  const fehlen = gezeigt.faelle.filter((nummer) => !mitgenommen.faelle.includes(nummer));
  const mehr = ganz ? mitgenommen.faelle.filter((nummer) => !gezeigt.faelle.includes(nummer)) : [];
  const gleich = mitgenommen.zeilen === gezeigt.zeilen && fehlen.length === 0 && mehr.length === 0;
  return gleich ? null : `${datei.pfad}: ${JSON.stringify([mitgenommen, gezeigt])}`;
}

describe('Seiten: wer angemeldet ist, kommt von Heute überall hin, und nirgends ist ein Ende', () => {
  let a: Aufbau;
  let haus: Seitenhaus;
  let welt: Seitenwelt;
  let namen: readonly string[];
  const fundorte = new Map<Rolle, Fundort[]>();
  const spuren: string[] = [];

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    welt = await baueSeitenwelt(a);
    haus = await oeffneSeiten(a.umgebung);
    namen = await namenIn(a.db);
  });
  afterAll(async () => {
    haus.stop();
    await a.ende();
  });

  /** Whoever opens a page leaves a trace of it here. */
  const besuche: Besuch = async (subjekt, pfad, formular) => {
    const abruf = await haus.rufe(subjekt, pfad, formular);
    spuren.push(spurVon(abruf));
    return abruf;
  };

  const gehe = (rolle: Rolle): Promise<Fundort[]> =>
    geheUmher({
      besuche,
      subjekt: kontoVon(rolle),
      // The preview of a migration leads to its page (NEUES in web/schreiben/platz.ts); no page lists them.
      ab: rolle === 'bereichsleitung' ? ['/', `/haus/migrationen/${welt.haus.migration}`] : ['/'],
      jeArt: umfang({ immer: 1, nachts: 3 }),
      unterscheide: (ort) => welt.namen.get(SEITE_VON.exec(ort)?.[1] ?? '') ?? '',
    });

  it.each(ROLLEN)('%s: jeder Weg endet auf einer Seite, die in Ordnung ist', async (rolle) => {
    const gefunden = await gehe(rolle);
    fundorte.set(rolle, gefunden);
    console.log(`Seiten: ${String(gefunden.length)} als ${rolle}`);
    const falsch = gefunden.flatMap((ort) =>
      maengelAn(ort, namen).map((mangel) => `${ort.pfad} (von ${ort.von ?? 'Anfang'}) ${mangel}`),
    );
    expect(falsch).toEqual([]);
  });

  it('jeder Befehl und jedes Schreiben hat einen Weg von der Seite, zu der es gehört', () => {
    const alle = new Set([...fundorte.values()].flatMap((orte) => [...erreichte(orte)]));
    expect(SCHREIBENDE.filter((name) => !alle.has(name))).toEqual(ALS_AUSWEG);
  });

  it('16.2: jede Liste als Datei hält so viele Zeilen und dieselben Fälle wie die Seite unter demselben Recht', () => {
    const dateien = [...fundorte].flatMap(([rolle, orte]) =>
      orte
        .filter(({ pfad }) => pfad.includes('datei=csv'))
        .map((datei) => ({ rolle, datei, seite: orte.find(({ pfad }) => pfad === datei.von) })),
    );
    const falsch = dateien.flatMap(({ rolle, datei, seite }) => {
      const fehler = unterschied(datei, seite);
      return fehler === null ? [] : [`${rolle} ${fehler}`];
    });
    console.log(`Listen als Datei: ${String(dateien.length)}`);
    expect(falsch).toEqual([]);
    expect(dateien.length).toBeGreaterThan(ROLLEN.length);
  });

  it('16.2: was jemand mitnimmt, steht im Protokoll', async () => {
    const fm = kontoVon('fm');
    const { status } = await haus.rufe(fm, '/faelle?datei=xlsx');
    const eintraege = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select().from(protokoll).where(eq(protokoll.aktion, 'liste_ausgegeben')),
    );
    expect(status).toBe(200);
    expect(eintraege.map(({ gegenstand }) => gegenstand)).toContainEqual(
      expect.stringMatching(/^liste:\/faelle:xlsx:\d+$/u),
    );
    expect((await haus.rufe(fm, '/faelle?datei=pdf')).status).toBe(404);
  });

  it('wer einen Fall nicht ansehen darf, kommt zum Formular, das ihn mit einem Grund öffnet', async () => {
    const fremd = welt.faelle.find(({ name }) => name === 'kollegin');
    const { status, html } = await haus.rufe(kontoVon('fm'), `/faelle/${fremd?.fallId ?? ''}`);
    const orte = verweiseIn(html, '/').map(({ ort }) => ort);
    expect(status).toBe(403);
    expect(orte).toContain(`/faelle/${fremd?.fallId ?? ''}/zugriff`);
  });

  it('jede Seite steht in der Matrix', () => {
    expect(SEITEN.map(({ methode, pfad }) => `${methode} ${pfad}`).toSorted()).toEqual(
      Object.keys(SEITENRECHTE).toSorted(),
    );
  });

  const rufe = (rolle: Rolle, pfad: string): Promise<Abruf> => besuche(kontoVon(rolle), pfad);
  const melde = (was: string, { falsch, zellen }: { falsch: string[]; zellen: number }): void => {
    console.log(`Matrix, ${was}: ${String(zellen)} Zellen`);
    expect(falsch).toEqual([]);
  };

  it('Seiten von Fall und Person × Rolle × Beziehung: 0 falsch gezeigt, 0 falsch verschwiegen', async () => {
    const jeSeite = umfang({ immer: 2, nachts: welt.faelle.length });
    melde('Seiten eines Falls', await pruefeFallseiten(rufe, welt.faelle, jeSeite));
  });

  it('Seiten des Hauses und Listen × Rolle: 0 falsch gezeigt, 0 falsch verschwiegen', async () => {
    const fallId = welt.faelle.find(({ name }) => name === 'fremd')?.fallId ?? '';
    melde('Seiten des Hauses', await pruefeHausseiten(rufe, welt.faelle, { ...welt.haus, fallId }));
  });

  it('Formulare der Befehle am Fall × Rolle: was geöffnet wird, darf gegeben werden, und umgekehrt', async () => {
    const rollen = umfang({ immer: 2, nachts: ROLLEN.length });
    const jeRolle = umfang({ immer: 1, nachts: welt.faelle.length });
    melde('Formulare', await pruefeFallformulare(rufe, welt.faelle, { rollen, jeRolle }));
  });

  it('jede Liste fragt PostgreSQL so oft wie angegeben, gleich wie viel darin steht', async () => {
    const { api } = await richteZugaengeEin(a.url);
    const { db, gezaehlte } = zaehlendeDatenbank(api);
    const gezaehltes = await oeffneSeiten({ ...a.umgebung, db });
    const gemessen: [Rolle, string, number][] = [];
    for (const [rolle, pfad] of ANWEISUNGEN) {
      // The first look fills what the process keeps, and what a connection learns once.
      await gezaehltes.rufe(kontoVon(rolle), pfad);
      gezaehlte();
      const { status } = await gezaehltes.rufe(kontoVon(rolle), pfad);
      gemessen.push([rolle, pfad, status === 200 ? gezaehlte().length : status]);
    }
    gezaehltes.stop();
    await db.schliesse();
    console.log(gemessen.map((eine) => eine.join(' ')).join('\n'));
    expect(gemessen).toEqual(ANWEISUNGEN);
  });

  it('AC-92: kein Zeichen und kein Name in Titel, Adresse, Kopfzeile oder Protokoll, was immer abgeschickt wird', async () => {
    const eigen = welt.faelle.find(({ name }) => name === 'eigen')?.fallId ?? '';
    const zeichen = ['ZeichenVermerk', 'ZeichenTag', 'ZeichenSuche'];
    const kontakt = {
      anlass: 'laufend',
      art: 'telefon',
      status: 'durchgefuehrt',
      vermerk: 'ZeichenVermerk und mehr.',
    };
    const ort = `/faelle/${eigen}/tun/kontakt-erfassen`;
    const fm = kontoVon('fm');
    const falsch = await besuche(fm, ort, new URLSearchParams({ ...kontakt, ereignisAm: 'ZeichenTag' }));
    const richtig = await besuche(fm, ort, new URLSearchParams(kontakt));
    const gesucht = await besuche(fm, '/personen', new URLSearchParams({ suche: 'ZeichenSuche' }));
    expect([falsch.status, richtig.status, gesucht.status]).toEqual([400, 303, 200]);
    expect(falsch.html).toContain('ZeichenVermerk und mehr.');
    const worte = [...namen, ...zeichen, 'Marke'];
    const gefunden = (text: string): string[] => worte.filter((wort) => text.includes(wort));
    expect(spuren.length).toBeGreaterThan(900);
    expect(gefunden(spuren.join('\n'))).toEqual([]);
    expect(haus.protokoll()).toContain('/faelle/:fallId/tun/:befehl');
    expect(gefunden(haus.protokoll())).toEqual([]);
    // The same search finds what lies there.
    expect(gefunden(spurVon({ ...richtig, weiter: '/faelle?vermerk=ZeichenVermerk' }))).toEqual([
      'ZeichenVermerk',
    ]);
    const imTitel = `<head><title>${namen[0] ?? ''}</title></head>`;
    expect(gefunden(spurVon({ ...richtig, html: imTitel }))).toContain(namen[0]);
  });

  it('Kontrolle: ein Name im Titel, eine zweite Überschrift, eine Regel mit Lücke und ein totes Ende fallen auf', () => {
    const kopf = new Headers({
      'content-type': 'text/html',
      'content-security-policy': "default-src 'self'",
    });
    const html = '<html><head><title>Erika Muster – Lotse</title></head><h1>Eins</h1><h1>Zwei</h1></html>';
    const seite = { pfad: '/faelle?person=Erika%20Muster', status: 200, weiter: null, kopf, html };
    expect(maengelAn(seite, ['Erika Muster'])).toEqual([
      "hat die Regel „default-src 'self'“",
      'sagt ihre Sprache nicht',
      'hat 2 Hauptüberschriften',
      'nennt jemanden im Titel',
      'nennt jemanden in der Adresse',
    ]);
    expect(maengelAn({ ...seite, status: 404 }, [])).toEqual(['antwortet 404']);
  });
});

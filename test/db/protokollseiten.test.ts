import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { beginneZugriff } from '../../api/sonderzugriff/faelle.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { oeffneSeiten, type Seitenhaus } from '../support/seiten/haus.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const GRUND = 'Der Kunde steht in einer akuten Krise vor der Tür.';
const TAFEL = /<tbody[^>]*>(.*)<\/tbody>/su;

/** The rows of the only table, as somebody reads them. */
const zeilenIn = (html: string): string[] =>
  (TAFEL.exec(html)?.[1] ?? '')
    .split('</tr>')
    .map((zeile) =>
      zeile
        .replaceAll(/<[^>]*>/gu, ' ')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .filter((zeile) => zeile !== '');

describe('Wer hat gelesen: die Seiten über dem Protokoll (DS-29, S4)', () => {
  let a: Aufbau;
  let haus: Seitenhaus;
  let fallId: string;
  let personId: string;

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    haus = await oeffneSeiten(a.umgebung);
    ({ fallId } = await a.merkeVor('protokollseite'));
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    const [zeile] = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.select({ personId: tabellen.fall.personId }).from(tabellen.fall).where(eq(tabellen.fall.id, fallId)),
    );
    personId = zeile?.personId ?? '';
    a.stelle('2026-12-02T09:00:00Z');
    const konto = await a.konto(PERSONAL.fm2);
    const rumpf = { art: 'notzugriff', fall: fallId, grund: GRUND, stunden: 2 } as const;
    await beginneZugriff(a.umgebung, konto, { schluessel: neuerSchluessel(), rumpf });
    await liesFallansicht(a.umgebung, konto, fallId);
  });
  afterAll(async () => {
    haus.stop();
    await a.ende();
  });

  const oeffne = (wer: keyof typeof PERSONAL, ort: string) => haus.rufe(PERSONAL[wer], ort);

  it('die Teamleitung liest, wer wann in welcher Rolle was warum gelesen hat, das Neueste zuerst', async () => {
    const { html } = await oeffne('tl', `/faelle/${fallId}/protokoll`);
    const zeilen = zeilenIn(html);
    expect(zeilen[0]).toContain('02.12.2026, 10:00');
    expect(zeilen[0]).toContain('Demo Fallmanagement 2 Fallmanagement Ü25');
    expect(zeilen[0]).toContain(
      'Texte gelesen: Profiling, Bezeichnung der Handlungsbedarfe; geschützter Bereich',
    );
    expect(zeilen[0]).toContain(`hat einen Notzugriff mit Grund und Ende „${GRUND}“`);
    expect(zeilen[1]).toContain('Notzugriff begonnen');
    expect(zeilen.at(-1)).toContain('01.12.2026, 09:00');
    expect(zeilen.join('\n')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/u);
  });

  it('wählt Gelesenes oder Geändertes, blättert wie die API und sagt, wo nichts steht', async () => {
    const ort = `/faelle/${fallId}/protokoll`;
    const gelesen = zeilenIn((await oeffne('tl', `${ort}?art=gelesen`)).html);
    expect(gelesen).toHaveLength(1);
    const geaendert = await oeffne('tl', `${ort}?art=geaendert&limit=1`);
    expect(zeilenIn(geaendert.html)).toHaveLength(1);
    expect(geaendert.html).toContain('href="?art=geaendert&amp;limit=1&amp;offset=1"');
    const { fallId: anderer } = await a.merkeVor('protokollseite-leer');
    const leer = await oeffne('tl', `/faelle/${anderer}/protokoll?art=gelesen`);
    expect(leer.html).toContain('Davon steht nichts im Protokoll.');
    expect((await oeffne('tl', `${ort}?seite=2`)).status).toBe(400);
  });

  it('das Protokoll der Person nennt auch, was in ihren Fällen war, mit dem Weg dorthin', async () => {
    const { html } = await oeffne('tl', `/personen/${personId}/protokoll`);
    expect(zeilenIn(html).join('\n')).toContain('Notzugriff begonnen');
    expect(html).toContain(`href="/faelle/${fallId}"`);
  });

  it('R27 liest das Protokoll und nichts vom Fall: kein Name, kein Weg dorthin, kein verweigerter Blick', async () => {
    const fall = await oeffne('datenschutz', `/faelle/${fallId}/protokoll`);
    const person = await oeffne('datenschutz', `/personen/${personId}/protokoll`);
    for (const { status, html } of [fall, person]) {
      expect(status).toBe(200);
      expect(html).not.toContain('protokollseite');
      expect(html).not.toMatch(/href="\/(?:faelle|personen)\/[^"]*(?<!protokoll)"/u);
      expect(zeilenIn(html).join('\n')).toContain('Notzugriff begonnen');
      // The Teamleitung reviews this access: its words are not R27's to read.
      expect(html).not.toContain(GRUND);
    }
    const { html } = await oeffne('datenschutz', `/faelle/${fallId}/protokoll`);
    expect(html).not.toContain('Einsicht verweigert');
  });

  it('wer es nicht lesen darf, bekommt 403, und der Fall führt nicht hin', async () => {
    expect((await oeffne('fm', `/faelle/${fallId}/protokoll`)).status).toBe(403);
    expect((await oeffne('pap', `/personen/${personId}/protokoll`)).status).toBe(403);
    expect((await oeffne('fm', `/faelle/${fallId}`)).html).not.toContain('Wer hat gelesen');
    expect((await oeffne('tl', `/faelle/${fallId}`)).html).toContain('Wer hat gelesen');
    expect((await oeffne('tl', `/personen/${personId}`)).html).toContain('Wer hat gelesen');
  });
});

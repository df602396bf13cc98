import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur } from '../../db/client.ts';
import { fall, person } from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { oeffneSeiten, type Seitenhaus } from '../support/seiten/haus.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const UEBERSCHRIFT = 'Aus derselben Bedarfsgemeinschaft bei Ihnen';
const system = { system: 'wartung' } as const;

describe('Fälle derselben Bedarfsgemeinschaft auf der Seite des Falls (E02)', () => {
  let a: Aufbau;
  let haus: Seitenhaus;
  const faelle = { eins: '', zwei: '', fremd: '' };

  const setzeNummer = (fallId: string, bgNummer: string) =>
    mitAkteur(a.db, system, async (tx) => {
      const [zeile] = await tx.select({ id: fall.personId }).from(fall).where(eq(fall.id, fallId));
      await tx
        .update(person)
        .set({ bgNummer })
        .where(eq(person.id, zeile?.id ?? ''));
    });

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    haus = await oeffneSeiten(a.umgebung);
    for (const [name, fm, nummer] of [
      ['eins', PERSONAL.fm, 'BG/1'],
      ['zwei', PERSONAL.fm2, 'BG/1'],
      ['fremd', PERSONAL.fm2, 'BG/2'],
    ] as const) {
      const { fallId } = await a.merkeVor(`bg-${name}`);
      await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm } });
      await setzeNummer(fallId, nummer);
      faelle[name] = fallId;
    }
  });
  afterAll(async () => {
    haus.stop();
    await a.ende();
  });

  const zeigt = async (wer: keyof typeof PERSONAL, fallId: string): Promise<string[]> => {
    const { html } = await haus.rufe(PERSONAL[wer], `/faelle/${fallId}`);
    const abschnitt = new RegExp(`${UEBERSCHRIFT}.*?</section>`, 'su').exec(html)?.[0] ?? '';
    expect(abschnitt === '').toBe(!html.includes(UEBERSCHRIFT));
    return [...abschnitt.matchAll(/href="\/faelle\/([^"]*)"/gu)].map(([, ort = '']) => ort);
  };

  it('Teamleitung und pAp sehen den anderen Fall mit Stand, von beiden Seiten, und keinen einer anderen Nummer', async () => {
    for (const wer of ['tl', 'pap'] as const) {
      expect(await zeigt(wer, faelle.eins)).toEqual([faelle.zwei]);
      expect(await zeigt(wer, faelle.zwei)).toEqual([faelle.eins]);
      expect(await zeigt(wer, faelle.fremd)).toEqual([]);
    }
    const { html } = await haus.rufe(PERSONAL.tl, `/faelle/${faelle.eins}`);
    expect(html).toMatch(/bg-zwei.*?Zugeordnet/su);
  });

  it('wer den anderen Fall nicht hat, erfährt nicht, dass es ihn gibt', async () => {
    expect(await zeigt('fm', faelle.eins)).toEqual([]);
    expect(await zeigt('fm2', faelle.zwei)).toEqual([]);
  });

  it('eine andere Nummer nimmt ihn weg', async () => {
    await setzeNummer(faelle.zwei, 'BG/2');
    expect(await zeigt('tl', faelle.eins)).toEqual([]);
    expect(await zeigt('fm2', faelle.zwei)).toEqual([faelle.fremd]);
  });
});

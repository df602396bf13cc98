import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Nutzlastschutz } from '../../../temporal/einstellung.ts';
import { umfang } from '../umfang.ts';
import { bestand } from './bestand.ts';
import { freieFelder } from './felder.ts';
import { LECKS } from './lecks.ts';
import { markenIn } from './marken.ts';
import { treffer, type Spuren } from './spuren.ts';
import {
  falscheWege,
  geradeWege,
  gestoerteAufzeichnung,
  gestoertePost,
  jedeOperation,
  nachtlaeufe,
  seitenwege,
} from './wege.ts';
import { baueKanarienwelt, type Kanarienwelt } from './welt.ts';

/** S1 names 200; each field bears its sign after the first of them, the others repeat it beside one another. */
const FAELLE = umfang({ immer: 30, nachts: 200 });

/** Fields whose content does not stay although the request succeeded. */
const BLEIBT_NICHT: Readonly<Record<string, string>> = {
  'post /api/v1/personen/suche .kundennummer': 'gesucht, nicht gespeichert',
  'post /api/v1/personen/suche .name': 'gesucht, nicht gespeichert',
  'post /api/v1/personen/suche .geburtsdatum': 'gesucht, nicht gespeichert',
  'post /api/v1/personen/suche .fallnummer': 'gesucht, nicht gespeichert',
  'post /api/v1/mitarbeitende/suche .name': 'gesucht, nicht gespeichert',
  'post /api/v1/protokoll/suche .wert': 'gesucht, nicht gespeichert',
  'post /api/v1/codec/decode .payloads[].metadata.*': 'entschlüsselt, nicht gespeichert',
  'post /api/v1/codec/decode .payloads[].data': 'entschlüsselt, nicht gespeichert',
  'post /api/v1/personen .bgNummer': 'danach geändert',
  'post /api/v1/personen .kundennummer': 'danach berichtigt',
  'post /api/v1/personen/{personId}/begleitpersonen .kontakt': 'danach geändert',
  'patch /api/v1/personen/{personId} .bgNummer': 'danach geändert',
  'post /api/v1/themen .name': 'danach geändert',
  'post /api/v1/faelle/{fallId}/eakte .nummer': 'danach zurückgenommen: Der Inhalt geht',
  'post /api/v1/faelle/{fallId}/eakte .titel': 'danach zurückgenommen: Der Inhalt geht',
  'post /api/v1/faelle/{fallId}/eigene-wiedervorlagen .satz': 'danach erledigt: gelöscht',
  'post /api/v1/mitarbeitende .subjekt': 'danach geändert: eine andere Anmeldung',
  'post /api/v1/mitarbeitende/{id}/ausscheiden .grund': 'begründet nur, was danach offen bleibt: hier nichts',
};

/**
 * E06, 001 7.1: values of a list take no sign. The way of a file names these two of K4, and no other list knows them, so
 * each is a sign of itself.
 */
const LISTENWORTE = ['vorstrafen_geldstrafentilgung', 'leistung_16a_2'];

const orteVon = (spuren: Spuren, wort: string): string[] =>
  Object.entries(spuren).flatMap(([ort, text]) => (text.includes(wort) ? [ort] : []));

/**
 * S1: a sign of its own in every field that takes words about a person, in many cases and on all paths; none of it may
 * stand anywhere but in PostgreSQL and in answers.
 */
export function pruefeKanarien(wie: string, schutz: Nutzlastschutz): void {
  describe(`AC-92: nichts Persönliches außerhalb von PostgreSQL, ${wie} (S1, DS-20)`, () => {
    let welt: Kanarienwelt;
    let spuren: Spuren;

    beforeAll(async () => {
      welt = await baueKanarienwelt(schutz);
      await welt.starteWorker();
    });
    afterAll(() => welt.beende());

    it('alle Wege gehen: jede Operation, abgelehnte und falsche Anfragen, Störungen, Nachtläufe', async () => {
      await geradeWege(welt, FAELLE);
      await jedeOperation(welt);
      const falsche = await falscheWege(welt);
      expect(falsche.filter((status) => status < 400 || status >= 500)).toEqual([]);
      expect(await seitenwege(welt)).toBeGreaterThan(80);
      expect(await gestoerteAufzeichnung(welt)).toBe(200);
      await gestoertePost(welt);
      await nachtlaeufe(welt.stand);
      spuren = await welt.spuren();
      expect(welt.faelle.length).toBeGreaterThanOrEqual(FAELLE);
      expect(spuren['Historie, wie gespeichert']).toContain('lastFailure');
    }, 1_800_000);

    it('jedes Feld der Verträge, das Worte aufnimmt, trug ein Zeichen', () => {
      const bezeichnet = new Set([...welt.buch.marken.values()].map(({ feld }) => feld));
      expect(freieFelder().length).toBeGreaterThan(250);
      expect(freieFelder().filter((feld) => !bezeichnet.has(feld))).toEqual([]);
    });

    it('keines steht in Historien, Listen, Protokollen, Metriken, Adressen, Titeln von Seiten, Mails oder im Postausgang', () => {
      for (const [ort, text] of Object.entries(spuren)) expect(text.length, ort).toBeGreaterThan(100);
      expect(treffer(spuren, welt.buch)).toEqual([]);
    });

    it('E06: Handlungsfeld und wirksames Instrument, beide K4, stehen als Wort nur in PostgreSQL', async () => {
      const da = await bestand(welt);
      for (const wort of LISTENWORTE) {
        expect(da).toContain(wort);
        expect(orteVon(spuren, wort)).toEqual([]);
      }
    });

    it('dieselbe Suche findet jedes in PostgreSQL, wo es bleiben soll, und viele in Antworten', async () => {
      const da = new Set(markenIn(await bestand(welt), welt.buch));
      const fehlt = [...welt.gang.angenommen].filter(
        (marke) => !da.has(marke) && !(marke.feld in BLEIBT_NICHT),
      );
      expect([...new Set(fehlt.map(({ feld }) => feld))]).toEqual([]);
      expect(da.size).toBeGreaterThan(FAELLE * 8);
      expect(welt.gang.beantwortet.size).toBeGreaterThan(FAELLE * 5);
      console.info(
        `${wie}: ${String(welt.faelle.length)} Fälle, ${String(welt.buch.marken.size)} Zeichen, davon ${String(welt.gang.angenommen.size)} angenommen, ${String(da.size)} in PostgreSQL, ${String(welt.gang.beantwortet.size)} in Antworten`,
      );
    });

    it('findet an jedem Ort, was dort hingelegt wird', async () => {
      const gelegt: string[] = [];
      for (const [ort, leck] of Object.entries(LECKS)) {
        await leck(welt, welt.buch.neue(`Leck: ${ort}`));
        gelegt.push(`${ort}: Leck: ${ort}`);
      }
      for (const wort of LISTENWORTE) await LECKS['Protokoll der API']?.(welt, wort);
      expect(Object.keys(LECKS)).toEqual(Object.keys(spuren));
      const danach = await welt.spuren();
      expect(treffer(danach, welt.buch)).toEqual(expect.arrayContaining(gelegt));
      for (const wort of LISTENWORTE) expect(orteVon(danach, wort)).toEqual(['Protokoll der API']);
    });
  });
}

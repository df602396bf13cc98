import Papa from 'papaparse';
import liesMappe from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { dateispalten, tagesspalte, type Listenspalte } from '../../web/kern/listenspalte.ts';
import { alleEintraege } from '../../web/listen/ausgabe.ts';
import { listendatei } from '../../web/listen/datei.ts';

type Eintrag = { readonly name: string; readonly seit: string | null; readonly zahl: number };

const SPALTEN: readonly Listenspalte<Eintrag>[] = [
  { kopf: 'Name', zelle: ({ name }) => name },
  tagesspalte({ kopf: 'Seit' }, ({ seit }: Eintrag) => seit),
  { kopf: 'Zahl', zelle: ({ zahl }) => zahl },
  { kopf: 'Tun', zelle: () => 'Ändern', wert: 'nur_auf_der_seite' },
  { kopf: 'Beides', zelle: () => 'x', wert: [{ kopf: 'Doppelt', wert: ({ zahl }) => zahl * 2 }] },
];

const BOESE = ['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("https://boese.example")'];
const EINTRAEGE: readonly Eintrag[] = [
  { name: 'Öztürk; "Änne"\nzweite Zeile', seit: '2026-02-28', zahl: 3 },
  { name: '0012345', seit: null, zahl: 0 },
  ...BOESE.map((name) => ({ name, seit: null, zahl: 1 })),
];
const BLATT = { name: 'Fälle', spalten: dateispalten(SPALTEN), eintraege: EINTRAEGE };
const KOPF = ['Name', 'Seit', 'Zahl', 'Doppelt'];

describe('eine Liste als Datei (16.2)', () => {
  it('CSV: eine andere Bibliothek liest, was auf der Seite steht; nichts davon ist eine Formel', async () => {
    const { inhalt, typ } = await listendatei('csv', BLATT);
    expect(typ).toBe('text/csv; charset=utf-8');
    const text = String(inhalt);
    // A German spreadsheet reads umlauts and columns without being asked.
    expect(text.startsWith('\uFEFFName;Seit;Zahl;Doppelt\r\n')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.slice(0, 3)).toEqual([
      KOPF,
      ['Öztürk; "Änne"\nzweite Zeile', '28.02.2026', '3', '6'],
      ['0012345', '', '0', '0'],
    ]);
    expect(data.slice(3).map(([name]) => name)).toEqual(BOESE.map((name) => `'${name}`));
  });

  it('XLSX: Tage sind Tage, Zahlen Zahlen, und jeder Text bleibt Text', async () => {
    const { inhalt, typ } = await listendatei('xlsx', BLATT);
    expect(typ).toContain('spreadsheetml');
    const [{ data: zeilen } = { data: [] }] = await liesMappe(Buffer.from(inhalt));
    expect(zeilen.slice(0, 3)).toEqual([
      KOPF,
      ['Öztürk; "Änne"\nzweite Zeile', new Date('2026-02-28T00:00:00Z'), 3, 6],
      ['0012345', null, 0, 0],
    ]);
    expect(zeilen.slice(3).map(([name]) => name)).toEqual(BOESE.map((name) => name.trim()));
  });

  it('ganz, Seite für Seite; was zu lang ist, sagt es', async () => {
    const zahlen = Array.from({ length: 230 }, (_, n) => n);
    const gefragt: string[] = [];
    const alle = await alleEintraege(({ limit, offset }) => {
      gefragt.push(offset);
      const ab = Number(offset);
      const eintraege = zahlen.slice(ab, ab + Number(limit));
      return Promise.resolve({ eintraege, gesamt: zahlen.length, limit: Number(limit), offset: ab });
    });
    expect(alle).toEqual(zahlen);
    expect(gefragt).toEqual(['0', '100', '200']);
    const zuViele = { eintraege: [], gesamt: 5_001, limit: 100, offset: 0 };
    await expect(alleEintraege(() => Promise.resolve(zuViele))).rejects.toThrow('höchstens 5.000 Einträge');
  });
});

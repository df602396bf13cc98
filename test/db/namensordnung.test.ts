import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personal } from '../../api/organisation/faelle.ts';
import { personalabfrage } from '../../api/organisation/formen.ts';
import { liesPersonenseite } from '../../api/personen/faelle.ts';
import { personenabfrage } from '../../api/personen/formen.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const system = { system: 'wartung' } as const;

/** As a telephone book has them; bytewise Ärger, Öz and Überall come last, de Vries and von Ark after all capitals. */
const GEORDNET = [
  ...[
    'Adler',
    'Aerger',
    'Ärger',
    'Afeld',
    'de Vries',
    'Dehm',
    'Maßmann',
    'Mast',
    'Mueller',
    'Müller',
    'Müller',
  ],
  ...[
    'Muffel',
    'Muller',
    'Oertel',
    'Öz',
    'Ohm',
    'Strasser',
    'Straßer',
    'Straub',
    'Überall',
    'Ufer',
    'von Ark',
  ],
];
const SEITE = 4;

/** Every list position once, in an order that is neither that of the names nor its reverse. */
const gemischt = GEORDNET.map((_, n) => GEORDNET[(n * 7 + 3) % GEORDNET.length] ?? '');

describe('Namen stehen in der Ordnung von DIN 5007, Variante 2 (11.4)', () => {
  let a: Aufbau;
  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    await mitAkteur(a.db, system, async (tx) => {
      await tx.insert(tabellen.person).values(
        gemischt.map((name, n) => ({
          ...{ id: randomUUID(), kundennummer: `KN-${n}`, bgNummer: 'BG', name, geburtsdatum: '1990-05-04' },
          ...{ rechtskreis: 'sgb_ii' as const, erwerbsfaehig: true, papId: PERSONAL.pap },
        })),
      );
      const [tl] = await tx
        .select()
        .from(tabellen.mitarbeitende)
        .where(sql`id = ${PERSONAL.tl}`);
      if (tl === undefined) throw new Error('Das Probehaus hat keine Teamleitung');
      await tx.insert(tabellen.mitarbeitende).values(
        gemischt.map((anzeigename, n) => ({
          ...{ id: randomUUID(), subjekt: `s-${n}`, anzeigename, email: `s-${n}@jobcenter.example` },
          ...{ rolle: 'koordinator' as const, teamId: tl.teamId },
        })),
      );
    });
  });
  afterAll(() => a.ende());

  it.each(['name', '-name'] as const)(
    'Personen nach %s, über alle Seiten jede einmal',
    async (sortierung) => {
      const pap = await a.konto(PERSONAL.pap);
      const gelesen: { id: string; name: string }[] = [];
      for (let offset = 0; offset < GEORDNET.length; offset += SEITE) {
        const abfrage = personenabfrage.parse({ sortierung, limit: SEITE, offset });
        gelesen.push(...(await liesPersonenseite(a.umgebung, pap, abfrage)).eintraege);
      }
      const erwartet = sortierung === 'name' ? GEORDNET : [...GEORDNET].reverse();
      expect(gelesen.map(({ name }) => name)).toEqual(erwartet);
      expect(new Set(gelesen.map(({ id }) => id)).size).toBe(GEORDNET.length);
    },
  );

  it('Personal nach Namen', async () => {
    const abfrage = personalabfrage.parse({ sortierung: 'anzeigename', rolle: 'koordinator', limit: 100 });
    const { eintraege } = await personal(a.umgebung, await a.konto(PERSONAL.tl), abfrage);
    const demo = (name: string): boolean => GEORDNET.includes(name);
    expect(eintraege.map(({ anzeigename }) => anzeigename).filter(demo)).toEqual(GEORDNET);
  });

  it('gleich bleibt, was Zeichen für Zeichen gleich ist', async () => {
    const [zeile] = await mitAkteur(a.db, system, (tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::int as n from person where name = 'Müller'`),
    );
    expect(zeile?.n).toBe(2);
  });

  it('jede Spalte mit einem Namen, nach dem eine Liste ordnet, trägt die Ordnung', async () => {
    const spalten = await mitAkteur(a.db, system, (tx) =>
      tx.execute<{ spalte: string }>(sql`
      select table_name || '.' || column_name as spalte from information_schema.columns
      where collation_name = 'lotse_namen' order by 1`),
    );
    expect(spalten.map(({ spalte }) => spalte)).toEqual([
      'begleitperson.name',
      'leistungserbringer.name',
      'mitarbeitende.anzeigename',
      'person.name',
    ]);
  });
});

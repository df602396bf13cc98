import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTEN } from '../../api/routen.ts';
import type { Route } from '../../api/kern/route.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { bekannteSchluessel, type NeuerAnspruch } from '../support/attrappen.ts';
import { beispiel } from '../support/eingaben.ts';

type Aufzeichnung = Pick<NeuerAnspruch, 'route' | 'befehlId' | 'pruefsumme'>;

/** What each write claimed its key as when its route string was still written by hand beside the row. Never edited. */
const AUFGEZEICHNET = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./aufgezeichnete-schluessel.json', import.meta.url), 'utf8')) as Record<
      string,
      Aufzeichnung
    >,
  ),
);
const TEAM = '6f1c0c52-0000-4000-8000-000000000001';
const ID = '6f1c0c52-0000-4000-8000-0000000000f1';
const SCHLUESSEL = '2b9d6c1e-0000-4000-8000-0000000000aa';
const KONTO: Konto = {
  id: '6f1c0c52-0000-4000-8000-000000000002',
  anzeigename: 'Demo Person',
  rolle: 'tl',
  anteil: 1,
  team: { id: TEAM, kennzeichen: '621' },
  teams: [TEAM],
  vertritt: [],
  am: '2026-03-02T08:00:00Z',
};

/** What the schema alone cannot say: nobody stands twice in a ring; a field that was mandatory when the key was written down. */
const STATT: Readonly<Record<string, object>> = {
  'patch /api/v1/personen/{personId}/handlungsbedarfe/{bedarfId}': { status: 'offen' },
  'post /api/v1/teams/{id}/vertretungsring': { mitglieder: [ID, KONTO.id] },
};

const nameVon = ({ methode, pfad }: Route): string => `${methode} ${pfad}`;

function anfrageAn(zeile: Route): { pfad: unknown; rumpf: unknown } {
  const namen = [...zeile.pfad.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  const pfad = Object.fromEntries(namen.map((name, i) => [name, ID.replace('f1', `e${String(i)}`)]));
  if (zeile.rumpf === null) return { pfad, rumpf: undefined };
  const form = z.toJSONSchema(zeile.rumpf, { io: 'input', unrepresentable: 'any' });
  const vorrat = { heute: '2026-03-02', person: ID, personal: ID };
  return { pfad, rumpf: Object.assign(beispiel(form, vorrat) as object, STATT[nameVon(zeile)]) };
}

class Beansprucht extends Error {}

/** As what the write claims its key; there is nothing behind the claim. */
async function anspruchVon(zeile: Route): Promise<Aufzeichnung | null> {
  let anspruch: Aufzeichnung | null = null;
  const umgebung = bekannteSchluessel(
    ({ route, befehlId, pruefsumme }) => {
      anspruch = { route, befehlId, pruefsumme };
      throw new Beansprucht();
    },
    { id: ID, rolle: 'fm', teamId: TEAM },
  );
  const anfrage = { ...anfrageAn(zeile), konto: KONTO, abfrage: {}, schluessel: SCHLUESSEL };
  await zeile.rufe(umgebung, anfrage).catch((fehler: unknown) => {
    if (!(fehler instanceof Beansprucht)) throw fehler;
  });
  return anspruch;
}

describe('Schlüssel wiederholter Eingaben: Name der Route, Kennung des Befehls, Prüfsumme', () => {
  const schreibende = ROUTEN.filter(({ schreibt }) => schreibt);

  it('keine aufgezeichnete Route ist weggefallen oder umbenannt', () => {
    const heute = new Set(schreibende.map(nameVon));
    expect([...AUFGEZEICHNET.keys()].filter((name) => !heute.has(name))).toEqual([]);
    expect(AUFGEZEICHNET.size).toBe(127);
  });

  it.each(
    schreibende.filter((zeile) => AUFGEZEICHNET.has(nameVon(zeile))).map((z) => [nameVon(z), z] as const),
  )('%s', async (name, zeile) => {
    expect(await anspruchVon(zeile)).toEqual(AUFGEZEICHNET.get(name));
  });

  it('ein neuer Weg heißt wie seine Zeile, ein Befehl wie sein Vertrag', async () => {
    for (const zeile of schreibende) {
      const route = (await anspruchVon(zeile))?.route ?? '';
      if (!/^\w+ POST \//u.test(route)) expect(route).toBe(`${zeile.methode.toUpperCase()} ${zeile.pfad}`);
    }
  });

  it('Kontrolle: eine Zeile mit anderem Namen fällt auf', async () => {
    const zeile = schreibende.find((z) => z.pfad === '/api/v1/themen');
    const gelesen = zeile === undefined ? null : await anspruchVon(zeile);
    expect({ ...gelesen, route: 'POST /api/v1/thema' }).not.toEqual(AUFGEZEICHNET.get('post /api/v1/themen'));
  });
});

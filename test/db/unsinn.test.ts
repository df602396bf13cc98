import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { problemSchema } from '../../api/problem.ts';
import type { Route } from '../../api/route.ts';
import { lokalerAussteller } from '../../tools/pruefstand/api.ts';
import { PERSONAL } from '../../tools/pruefstand/stammdaten.ts';
import { routenliste } from '../../tools/openapi/openapi-text.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

/** Requests per operation; 60 operations make the 10,000 of S6 when the variable is set to 200. */
const JE_OPERATION = Number(process.env['UNSINN_JE_OPERATION'] ?? '25');

const WERTE = fc.oneof(
  fc.uuid(),
  fc.constantFrom(
    '',
    '0',
    '-1',
    'null',
    '../..',
    '%00',
    '2026-02-30',
    '2026-12-01',
    'a'.repeat(300),
    "' or 1=1 --",
  ),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
);

const rumpf = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(
    fc.constantFrom('person', 'gruende', 'ereignisAm', 'termin', 'fm', 'version', 'tag', 'grund', 'x'),
    fc.jsonValue(),
  ),
);

describe('S6: jede Operation beantwortet Unsinn mit 4xx in der Form des Vertrags', () => {
  let a: Aufbau;
  let url: string;
  let schliesse: () => void;
  const tokens = new Map<string, string>();
  const bekannt: string[] = [];

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    const aussteller = await lokalerAussteller();
    for (const [kuerzel, id] of Object.entries(PERSONAL)) tokens.set(kuerzel, await aussteller.token(id));
    const { fallId } = await a.merkeVor('unsinn');
    bekannt.push(
      fallId,
      (await a.anwendung.fall(await a.anwendung.konto(PERSONAL.pap), fallId)).person?.id ?? '',
    );
    const bereitschaft = { laeuftAus: () => false, teile: [] };
    const log = pino({ level: 'silent' });
    const server = createServer(
      createApp({ anwendung: a.anwendung, anmeldung: aussteller.anmeldung, bereitschaft, log }),
    );
    await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    schliesse = () => {
      server.close();
      server.closeAllConnections();
    };
  });
  afterAll(async () => {
    schliesse();
    await a.ende();
  });

  async function frage(
    route: Route,
    wurf: { ort: string; abfrage: [string, string][]; rumpf: unknown },
  ): Promise<void> {
    const pfad = route.pfad.replaceAll(
      /\{\w+\}/g,
      () => encodeURIComponent(wurf.ort).replaceAll('.', '%2E') || '%20',
    );
    const antwort = await fetch(`${url}${pfad}?${new URLSearchParams(wurf.abfrage).toString()}`, {
      method: route.methode.toUpperCase(),
      headers: {
        Authorization: `Bearer ${tokens.get(route.rollen[0] ?? '') ?? ''}`,
        'Idempotency-Key': crypto.randomUUID(),
        ...(route.rumpf === null ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(route.rumpf === null ? {} : { body: JSON.stringify(wurf.rumpf) }),
    });
    const koerper: unknown = await antwort.json();
    expect(antwort.status, JSON.stringify([route.pfad, wurf, koerper])).toBeLessThan(500);
    const form = antwort.ok ? route.antwort : problemSchema;
    expect(form.safeParse(koerper).error, JSON.stringify([route.pfad, wurf, koerper])).toBeUndefined();
  }

  it.each(routenliste().map((route) => [`${route.methode} ${route.pfad}`, route] as const))(
    '%s',
    async (_, route) => {
      const ort = fc.oneof(
        WERTE,
        fc.nat({ max: 1 }).map((i) => bekannt[i] ?? ''),
      );
      const namen = fc.constantFrom(
        'limit',
        'offset',
        'sortierung',
        'frist',
        'team',
        'zustand',
        'ueberfaellig',
        'fallnummer',
        'x',
      );
      const abfrage = fc.oneof(
        { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
        { weight: 1, arbitrary: fc.array(fc.tuple(namen, WERTE), { maxLength: 3 }) },
      );
      await fc.assert(
        fc.asyncProperty(fc.record({ ort, abfrage, rumpf }), (wurf) => frage(route, wurf)),
        { numRuns: JE_OPERATION },
      );
    },
  );
});

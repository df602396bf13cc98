import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import { ROUTEN } from '../../api/routen.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { beispiel } from '../support/eingaben.ts';
import { baueHauswelt, type Hauswelt, type Schreibe, type Ziel } from '../support/hauswelt.ts';
import { HAUS, OHNE_KONTO, type Hauszeile } from '../support/matrix-haus.ts';
import { FALL_ODER_PERSON, LISTEN, OPERATIONEN, type Operation } from '../support/matrix-wege.ts';
import { HEUTE, WEITERE } from '../support/matrixwelt.ts';
import { pfadVon } from '../support/operationen/bedienung.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { baueOberflaeche } from './oberflaeche.ts';

type Naehe = keyof Hauszeile;
type Zelle = { readonly o: Operation; readonly rolle: Rolle; readonly naehe: Naehe; readonly darf: boolean };
type Ergebnis = { readonly status: number; readonly text: string };

/** Bodies whose schema is not an object of one form. */
const RUEMPFE: Readonly<Record<string, (person: string) => object>> = {
  '/api/v1/fristen/berechnung': () => ({ regel: 'CAL-F', ereignis: HEUTE, tage: 14, land: 'HB' }),
  '/api/v1/codec/decode': () => ({ payloads: [] }),
  '/api/v1/personen/suche': () => ({ kundennummer: 'DEMO0000' }),
  '/api/v1/faelle/vorschau': (person) => ({
    befehl: 'vormerken',
    eingabe: { person, gruende: 'Mehrere Hemmnisse.', erlaeutertAm: HEUTE },
  }),
};
const NAEHEN = ['selbst', 'nah', 'fern'] as const;

/** Leaving ends what a colleague may do, so it comes last. */
const spaeter = ({ pfad }: Operation): number => Number(pfad.endsWith('/ausscheiden'));

const ZELLEN: readonly Zelle[] = OPERATIONEN.filter(({ op }) => op in HAUS)
  .sort((eine, andere) => spaeter(eine) - spaeter(andere))
  .flatMap((o) =>
    NAEHEN.flatMap((naehe) => {
      const rollen = HAUS[o.op]?.[naehe];
      return rollen === undefined
        ? []
        : ROLLEN.map((rolle) => ({ o, rolle, naehe, darf: rollen.includes(rolle) }));
    }),
  );

const verweigert = (status: number): boolean => status === 403 || status === 404;

/** Wrong allows and wrong denies; behind a right to write, the state may still say no. */
function urteil({ o, rolle, naehe, darf }: Zelle, { status, text }: Ergebnis): string[] {
  const satz = `${o.op} als ${rolle} (${naehe}): ${String(status)} ${text.slice(0, 200)}`;
  if (status >= 500 || status === 400 || status === 401) return [`Fehler: ${satz}`];
  if (!darf) return verweigert(status) ? [] : [`zu viel: ${satz}`];
  return (o.methode === 'get' ? verweigert(status) : status === 403) ? [`fehlt: ${satz}`] : [];
}

describe('Matrix: Haus, Team und Prüfakte × Rolle × Beziehung über HTTP (rollen.md 2, 3)', () => {
  let a: Aufbau;
  const server: Server = createServer();
  let tokens: ReadonlyMap<string, string>;
  let welt: Hauswelt;
  const beobachtet: (Zelle & Ergebnis)[] = [];

  const rumpfVon = ({ methode, pfad }: Operation, { rumpf: werte }: Ziel): unknown => {
    const schema = ROUTEN.find((r) => r.methode === methode && r.pfad === pfad)?.rumpf ?? null;
    if (schema === null) return undefined;
    const person = String(werte['person']);
    const eigener = RUEMPFE[pfad];
    if (eigener !== undefined) return eigener(person);
    const muster = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    const rumpf = beispiel(muster, { heute: HEUTE, person, personal: PERSONAL.fm });
    const genannt = Object.entries(werte).filter(([name]) => name in (muster.properties ?? {}));
    return { ...(rumpf as object), ...Object.fromEntries(genannt) };
  };

  async function rufe(
    wer: string,
    { methode, pfad }: { methode: string; pfad: string },
    rumpf: unknown,
  ): Promise<Ergebnis> {
    const { port } = server.address() as AddressInfo;
    const antwort = await fetch(`http://127.0.0.1:${String(port)}${pfad}`, {
      method: methode.toUpperCase(),
      headers: {
        Authorization: `Bearer ${tokens.get(wer) ?? ''}`,
        ...(methode === 'get' ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
      },
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    return { status: antwort.status, text: await antwort.text() };
  }

  const schreibe: Schreibe = async (wer, op, { werte = {}, rumpf }) => {
    const [methode = '', muster = ''] = op.split(' ');
    const { status, text } = await rufe(wer, { methode, pfad: pfadVon(muster, werte) }, rumpf);
    if (status > 201) throw new Error(`${op} als ${wer}: ${String(status)} ${text}`);
    const { id, fallId } = JSON.parse(text) as { id?: string; fallId?: string };
    return id ?? fallId ?? '';
  };

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    const oberflaeche = await baueOberflaeche(a, WEITERE);
    ({ tokens } = oberflaeche);
    server.on('request', oberflaeche.app);
    await new Promise<void>((offen) => server.listen(0, '127.0.0.1', offen));
    welt = await baueHauswelt(a, schreibe);
  }, 120_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await a.ende();
  });

  it('jede Operation steht in genau einer Matrix', () => {
    const gefragt = [...FALL_ODER_PERSON, ...LISTEN].map(({ op }) => op);
    expect([...gefragt, ...Object.keys(HAUS), ...OHNE_KONTO].sort()).toEqual(
      OPERATIONEN.map(({ op }) => op).sort(),
    );
  });

  it('0 falsche Zulassungen, 0 falsche Absagen', { timeout: 1_200_000 }, async () => {
    const falsch: string[] = [];
    for (const zelle of ZELLEN) {
      const { o, rolle, naehe } = zelle;
      const ziel = naehe === 'selbst' ? welt.selbst(rolle) : welt[naehe](o.pfad);
      const ort = { methode: o.methode, pfad: pfadVon(o.pfad, ziel.werte) };
      const ergebnis = await rufe(rolle, ort, rumpfVon(o, ziel));
      beobachtet.push({ ...zelle, ...ergebnis });
      falsch.push(...urteil(zelle, ergebnis));
    }
    console.log(`Matrix, Haus: ${String(ZELLEN.length)} Zellen`);
    expect(falsch).toEqual([]);
  });

  it('Kontrolle: eine gekippte Zelle fällt auf', () => {
    const gekippt = beobachtet.filter(
      ({ o, status, darf }) => (o.methode === 'get' || status !== 404) && darf !== verweigert(status),
    );
    const meldungen = gekippt.flatMap((zelle) => urteil({ ...zelle, darf: !zelle.darf }, zelle));
    expect(meldungen).toHaveLength(gekippt.length);
    expect(gekippt.length).toBeGreaterThan(ZELLEN.length / 2);
  });
});

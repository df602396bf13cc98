import { readFile } from 'node:fs/promises';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BEDEUTUNG } from '../../api/doku/bedeutung.ts';
import beispiele from '../../api/doku/beispiele.json' with { type: 'json' };
import { tag } from '../../api/kern/felder.ts';
import { PERSONENBEZOGENE_FELDER } from '../../domain/personal-data.ts';
import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { pfadVon } from '../../api/befehle/routen.ts';
import { openapiText } from '../../tools/openapi/openapi-text.ts';
import { ROUTEN } from '../../api/routen.ts';
import { beschreibung } from '../support/beschreibung.ts';
import { pruefling } from './anwendung.ts';

type Parameter = { readonly name: string; readonly in: string; readonly description?: string };
type Operation = {
  operationId: string;
  responses: Record<string, unknown>;
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': { example?: unknown } } };
  'x-datenklassen'?: Bezug;
};
type Bezug = { readonly was: string; readonly klassen: readonly string[] };

/** What stands below the address of a case, a person or a team says so; only the house needs no class. */
function benannt({ 'x-datenklassen': bezug }: { 'x-datenklassen'?: Bezug }, pfad: string): boolean {
  if (bezug === undefined || !['fall', 'person', 'team', 'haus'].includes(bezug.was)) return false;
  if (pfad.includes('{fallId}') && bezug.was !== 'fall') return false;
  if (pfad.includes('{personId}') && bezug.was !== 'person') return false;
  return bezug.was === 'haus' || bezug.klassen.length > 0;
}
type Dokument = { openapi: string; paths: Record<string, Record<string, Operation>> };

describe('OpenAPI 3.1 aus derselben Tabelle wie die Routen', () => {
  it('docs/openapi.json ist aktuell (sonst: node tools/openapi/main.ts)', async () => {
    const datei = await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
    expect(datei).toBe(await openapiText());
  });

  it('jeder Befehl hat eine Adresse, jede Operation einen eigenen Namen', async () => {
    const dokument = JSON.parse(await openapiText()) as Dokument;
    for (const vertrag of VERTRAEGE) expect(dokument.paths[pfadVon(vertrag)]).toHaveProperty('post');
    const namen = Object.values(dokument.paths).flatMap((methoden) =>
      Object.values(methoden).map((o) => o.operationId),
    );
    expect(new Set(namen).size).toBe(namen.length);
    expect(namen).toHaveLength(ROUTEN.length);
  });

  it('jede Operation nennt, worum es geht und welche Datenklassen sie berührt (rollen.md 1)', async () => {
    const { paths } = JSON.parse(await openapiText()) as Dokument;
    const ohne = Object.entries(paths).flatMap(([pfad, methoden]) =>
      Object.values(methoden)
        .filter((operation) => !benannt(operation, pfad))
        .map(({ operationId }) => operationId),
    );
    expect(ohne).toEqual([]);
    // Control: an operation about a case that names no class, and one that names nothing.
    const bezug = { was: 'fall', klassen: [] } as const;
    expect(benannt({ 'x-datenklassen': bezug }, '/api/v1/faelle/{fallId}/neu')).toBe(false);
    expect(benannt({}, '/api/v1/neu')).toBe(false);
  });

  it('keine Adresse nimmt Angaben zu einer Person: sie stünden im Log jedes Proxys (DS-20, ASVS V14.2.1)', () => {
    const { paths } = beschreibung() as Dokument;
    const parameter = Object.values(paths)
      .flatMap((methoden) => Object.values(methoden))
      .flatMap((operation) => operation.parameters ?? [])
      .filter((eines) => eines.in === 'query' || eines.in === 'path');
    // `name` in a path is that of a policy version.
    const verboten = PERSONENBEZOGENE_FELDER.filter((feld) => feld !== 'name');
    expect(parameter.length).toBeGreaterThan(50);
    expect(parameter.filter(({ name }) => verboten.some((feld) => feld === name))).toEqual([]);
    const namen = parameter.filter((eines) => eines.name === 'name');
    expect(namen.map((eines) => eines.in)).not.toContain('query');
  });

  it('jeder Rumpf hat ein Beispiel, das sein Vertrag annimmt; keines ist übrig (13.13)', async () => {
    const { paths } = JSON.parse(await openapiText()) as Dokument;
    const maengel = ROUTEN.flatMap(({ methode, pfad, rumpf }) => {
      const beispiel = paths[pfad]?.[methode]?.requestBody?.content['application/json'].example;
      if (rumpf === null) return [];
      const gelesen = rumpf.safeParse(beispiel);
      return gelesen.success ? [] : [`${methode} ${pfad}: ${z.prettifyError(gelesen.error)}`];
    });
    expect(maengel).toEqual([]);
    const mitRumpf = ROUTEN.flatMap((r) => (r.rumpf === null ? [] : [`${r.methode} ${r.pfad}`]));
    expect(Object.keys(beispiele).sort()).toEqual(mitRumpf.sort());
  });

  it('jeder Parameter sagt, was er bedeutet; jeder Tag, welche Jahre er kennt (13.13)', () => {
    const { paths } = beschreibung() as Dokument;
    const alle = Object.values(paths).flatMap((methoden) => Object.values(methoden));
    const stumm = alle.flatMap(({ operationId, parameters = [] }) =>
      parameters.filter(({ description }) => !description).map(({ name }) => `${operationId} ${name}`),
    );
    expect(stumm).toEqual([]);
    const namen = new Set(alle.flatMap(({ parameters = [] }) => parameters.map(({ name }) => name)));
    expect(Object.keys(BEDEUTUNG).filter((name) => !namen.has(name))).toEqual([]);
    const jahre = new RegExp(z.object({ pattern: z.string() }).parse(z.toJSONSchema(tag)).pattern, 'u');
    expect(['1994-12-31', '1995-01-01', '2100-12-31', '2101-01-01'].map((wert) => jahre.test(wert))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(JSON.stringify(paths)).not.toMatch(/"format":"date"(?!,"pattern")/u);
  });

  it('es gibt keinen Verweis ins Leere', async () => {
    const text = await openapiText();
    const { components } = JSON.parse(text) as { components: Record<string, object> };
    const verweise = [...text.matchAll(/"\$ref": "([^"]+)"/g)].map(([, ziel]) => ziel);
    const bekannt = Object.entries(components).flatMap(([art, alle]) =>
      Object.keys(alle).map((name) => `#/components/${art}/${name}`),
    );
    expect(verweise).toContain('#/components/schemas/Fall');
    expect(verweise.filter((ziel) => !bekannt.includes(ziel ?? ''))).toEqual([]);
  });

  it('Beschreibung und Seite sind offen; die Seite lädt nur von hier', async () => {
    const { app } = await pruefling();
    const json = await request(app).get('/api/v1/openapi.json');
    expect((json.body as Dokument).openapi).toBe('3.1.0');
    const seite = await request(app).get('/api/v1/docs');
    expect(seite.text).not.toMatch(/https?:\/\//);
    expect(seite.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(seite.headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    const beigaben = [...seite.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, pfad]) => pfad ?? '');
    expect(beigaben.length).toBeGreaterThan(2);
    for (const pfad of beigaben) expect((await request(app).get(pfad)).status, pfad).toBe(200);
  });
});

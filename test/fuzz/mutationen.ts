import fc from 'fast-check';
import { ersetze, istObjekt, type Pfadteil, type Wurf } from './wurf.ts';

/** Values at the edges: what people paste, what attackers try, what neighbours of a right value look like. */
const GRENZWERTE = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    '2026-02-30',
    '9999-12-31',
    '2024-02-29T25:00:00Z',
    '00000000-0000-4000-8000-000000000000',
    "' or 1=1 --",
    '../../etc',
    '<script>alert(1)</script>',
    '\u0000',
    '\ud800',
    'ä'.repeat(20_001),
    '__proto__',
  ),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Paths to every value of a body, the body itself included. */
function stellen(wert: unknown, vor: readonly Pfadteil[] = []): (readonly Pfadteil[])[] {
  const innen = Array.isArray(wert)
    ? wert.flatMap((teil, n) => stellen(teil, [...vor, n]))
    : istObjekt(wert)
      ? Object.entries(wert).flatMap(([name, teil]) => stellen(teil, [...vor, name]))
      : [];
  return [vor, ...innen];
}

function andererRumpf(wurf: Wurf): fc.Arbitrary<Wurf> {
  if (wurf.rumpf === undefined) return fc.constant(wurf);
  const stelle = fc.constantFrom(...stellen(wurf.rumpf));
  return fc
    .oneof(
      fc.record({ stelle, wert: GRENZWERTE }).map(({ stelle: wo, wert }) => ersetze(wurf.rumpf, wo, wert)),
      stelle.map((wo) => ersetze(wurf.rumpf, wo, undefined)),
      fc
        .tuple(fc.string({ maxLength: 20 }), GRENZWERTE)
        .map(([name, wert]) => (istObjekt(wurf.rumpf) ? { ...wurf.rumpf, [name]: wert } : wert)),
    )
    .map((rumpf) => ({ ...wurf, rumpf: rumpf === undefined ? {} : rumpf }));
}

/** Another place: one part of the path exchanged, or something in the query nobody asked for. */
function andererOrt(wurf: Wurf): fc.Arbitrary<Wurf> {
  const teile = wurf.pfad.split('/');
  const wert = fc.oneof(fc.uuid(), fc.constantFrom('0', '-1', '%00', '%2e%2e%2f', 'T-01', 'a'.repeat(300)));
  const feld = fc.constantFrom(
    'limit',
    'offset',
    'sortierung',
    'frist',
    'team',
    'zustand',
    'x',
    'x[__proto__]',
  );
  return fc.oneof(
    fc.tuple(fc.nat({ max: Math.max(0, teile.length - 4) }), wert).map(([n, neu]) => ({
      ...wurf,
      pfad: teile.map((teil, i) => (i === teile.length - 1 - n ? neu : teil)).join('/'),
    })),
    fc.tuple(feld, wert).map(([name, neu]) => ({ ...wurf, pfad: `${wurf.pfad}?${name}=${neu}` })),
  );
}

/** Headers a client forgot or got wrong. */
function andererKopf(wurf: Wurf): fc.Arbitrary<Wurf> {
  const ohne = (name: string): Wurf => ({
    ...wurf,
    header: Object.fromEntries(Object.entries(wurf.header).filter(([n]) => n !== name)),
  });
  return fc.constantFrom(
    ohne('authorization'),
    ohne('idempotency-key'),
    ohne('content-type'),
    { ...wurf, header: { ...wurf.header, 'idempotency-key': 'kein Schlüssel'.replace('ü', 'ue') } },
    { ...wurf, header: { ...wurf.header, 'content-type': 'application/xml' } },
    { ...wurf, header: { ...wurf.header, 'content-type': 'application/json; charset=utf-99' } },
    { ...wurf, header: { ...wurf.header, authorization: 'Bearer a.b.c' } },
  );
}

/** Neighbours of a request that works; most of them must not work, and none may break anything. */
export function mutationen(wurf: Wurf): fc.Arbitrary<Wurf> {
  const rumpf = { weight: wurf.rumpf === undefined ? 0 : 6, arbitrary: andererRumpf(wurf) };
  return fc.oneof(
    rumpf,
    { weight: 2, arbitrary: andererOrt(wurf) },
    { weight: 1, arbitrary: andererKopf(wurf) },
  );
}

import {
  defaultPayloadConverter,
  type ActivitySerializationContext,
  type Payload,
  type SerializationContext,
  type WorkflowSerializationContext,
} from '@temporalio/common';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verschluesselung, type Leser } from '../../temporal/codec.ts';
import { lesbarUm } from '../../temporal/marke.ts';
import { leseSchluesselbund, type Schluesselbund } from '../../temporal/schluesselbund.ts';

const eintrag = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const ALT = eintrag('2025-a');
const NEU = eintrag('2026-a');

function bund(text: string): Schluesselbund {
  const gelesen = leseSchluesselbund('LOTSE_TEMPORAL_SCHLUESSEL', text);
  if (gelesen === null) throw new Error('ohne Schlüssel');
  return gelesen;
}

const FALL: WorkflowSerializationContext = { type: 'workflow', namespace: 'default', workflowId: 'fall-1' };
const ANDERER = { ...FALL, workflowId: 'fall-2' };
const AKTIVITAET: ActivitySerializationContext = { ...FALL, type: 'activity', isLocal: false };

type Codec = ReturnType<typeof verschluesselung>;

function codec(
  text = NEU,
  { leser = 'worker', bis = null }: { leser?: Leser; bis?: string | null } = {},
): Codec {
  return verschluesselung({ bund: bund(text), klartextBis: bis }, leser);
}

const nutzlast = (wert: unknown): Payload => defaultPayloadConverter.toPayload(wert);
const wertVon = (eine: Payload | undefined): unknown =>
  eine === undefined ? undefined : defaultPayloadConverter.fromPayload(eine);

async function hinUndZurueck(
  von: Codec,
  nach: Codec,
  kontext: { auf: SerializationContext; zu: SerializationContext },
): Promise<unknown> {
  const [geheim] = await von.encode([nutzlast({ fall: 'fall-1' })], kontext.auf);
  const [klar] = await nach.decode(geheim === undefined ? [] : [geheim], kontext.zu);
  return wertVon(klar);
}

describe('Verschlüsselung der Nutzlasten (S5)', () => {
  it('gibt jeden Wert unverändert zurück und verbirgt ihn dazwischen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (wert) => {
        const eins = codec();
        const [geheim] = await eins.encode([nutzlast(wert)], FALL);
        const [klar] = await eins.decode([geheim ?? {}], FALL);
        expect(wertVon(klar)).toEqual(JSON.parse(JSON.stringify(wert)));
        expect(Buffer.from(geheim?.data ?? []).toString('latin1')).not.toContain('json/plain');
      }),
    );
  });

  it('liest nach einem Schlüsselwechsel alte Historien und schreibt mit dem neuen Schlüssel', async () => {
    const neu = codec(`${NEU},${ALT}`);
    expect(await hinUndZurueck(codec(ALT), neu, { auf: FALL, zu: FALL })).toEqual({ fall: 'fall-1' });
    const [geheim] = await neu.encode([nutzlast(1)], FALL);
    expect(Buffer.from(geheim?.metadata?.['schluessel'] ?? []).toString()).toBe('2026-a');
  });

  it.each([
    ['verschoben', codec(), ANDERER],
    ['schluessel', codec(ALT), FALL],
  ] as const)('weist ab, was %s ist, ohne den Fall anzuhalten', async (grund, leser, zu) => {
    expect(await hinUndZurueck(codec(), leser, { auf: FALL, zu })).toEqual({ unlesbar: grund });
  });

  it('bemerkt jedes veränderte Bit', async () => {
    const eins = codec();
    const [geheim] = await eins.encode([nutzlast({ tag: '2026-12-01' })], FALL);
    const daten = geheim?.data ?? new Uint8Array();
    await fc.assert(
      fc.asyncProperty(fc.nat(daten.length * 8 - 1), async (bit) => {
        const anders = Uint8Array.from(daten);
        anders[bit >> 3] = (anders[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const [klar] = await eins.decode([{ ...geheim, data: anders }], FALL);
        expect(wertVon(klar)).toEqual({ unlesbar: 'veraendert' });
      }),
    );
  });

  it.each([['Workflow', FALL] as const, ['Aktivität', AKTIVITAET] as const])(
    'macht aus Klartext für einen Worker einen markierten Wert: %s',
    async (_, wo) => {
      const [klar] = await codec().decode([nutzlast({ befehl: 'zuordnen' })], wo);
      expect(wertVon(klar)).toEqual({ unlesbar: 'klartext' });
    },
  );

  it('gibt einem Client nichts, was nicht verschlüsselt war', async () => {
    await expect(codec(NEU, { leser: 'client' }).decode([nutzlast(1)], FALL)).rejects.toThrow('klartext');
  });

  it('lässt bei der ersten Umstellung lesen, was vor dem genannten Instant im Klartext verarbeitet wurde', async () => {
    const bis = '2026-12-01T06:00:00Z';
    const [klar] = await codec(NEU, { bis }).decode([nutzlast({ art: 'alt' })], FALL);
    const marke = wertVon(klar);
    expect(lesbarUm(marke, Date.parse(bis) - 1)).toEqual({ art: 'alt' });
    expect(lesbarUm(marke, Date.parse(bis))).toEqual(marke);
    const [fremd] = await codec(NEU, { bis }).decode(
      [{ metadata: { encoding: new TextEncoder().encode('binary/fremd') }, data: new Uint8Array([1]) }],
      FALL,
    );
    expect(lesbarUm(wertVon(fremd), 0)).toBeUndefined();
  });

  it('verwendet keine Nonce zweimal', async () => {
    const viele = await codec().encode(Array<Payload>(20_000).fill(nutzlast(1)), FALL);
    const nonces = new Set(viele.map(({ data }) => Buffer.from(data ?? []).toString('latin1', 0, 12)));
    expect(nonces.size).toBe(20_000);
  });
});

describe('Schlüsselbund', () => {
  it.each([
    ['zu kurz', 'a:AAAA', 'hat die Form'],
    ['ohne Kennung', randomBytes(32).toString('base64'), 'hat die Form'],
    ['doppelt', `${NEU},${NEU}`, 'zweimal'],
    ['aus Nullen', `a:${Buffer.alloc(32).toString('base64')}`, 'ausgedacht'],
    ['aus einem Muster', `a:${'GEHEIM'.repeat(7)}G=`, 'ausgedacht'],
    ['ein Satz', `a:${Buffer.from('Beispiel, kein echter Schluessel').toString('base64')}`, 'ausgedacht'],
  ])('sagt, was falsch ist, aber keinen Schlüssel: %s', (_, text, satz) => {
    const fehler = ((): string => {
      try {
        leseSchluesselbund('LOTSE_TEMPORAL_SCHLUESSEL', text);
        return '';
      } catch (grund) {
        return String(grund);
      }
    })();
    expect(fehler).toContain(satz);
    expect(fehler).not.toContain(text.slice(2));
  });

  it('wer einen ausgedachten Schlüssel ablöst, liest damit noch, was er geschrieben hat', () => {
    const erdacht = `alt:${Buffer.alloc(32).toString('base64')}`;
    expect(leseSchluesselbund('LOTSE_TEMPORAL_SCHLUESSEL', `${NEU},${erdacht}`)?.schluessel.size).toBe(2);
    expect(() => leseSchluesselbund('LOTSE_TEMPORAL_SCHLUESSEL', `${erdacht},${NEU}`)).toThrow('ausgedacht');
  });

  it('ist ohne Einstellung leer', () => {
    expect(leseSchluesselbund('LOTSE_TEMPORAL_SCHLUESSEL', undefined)).toBeNull();
  });
});

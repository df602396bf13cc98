import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { felderAus } from '../../web/entwurf/bestand.ts';
import { stelleAus } from '../../web/entwurf/stelle.ts';

const fallId = randomUUID();
const ort = `/faelle/${fallId}/tun/kontakt-erfassen`;
const felder = (werte: Record<string, string>): URLSearchParams => new URLSearchParams(werte);

describe('Begonnene Eingaben: was ein Formular von sich sagt (ADR 69)', () => {
  it('führt zurück zum Formular, mit dem, was hinter dem Fragezeichen stand', () => {
    expect(
      stelleAus(felder({ _ort: `${ort}?naechster=1`, _fall: fallId.toUpperCase(), _person: '' })),
    ).toEqual({ ort, weiter: `${ort}?naechster=1`, fallId, personId: null });
  });

  it.each([
    ['nirgends', ''],
    ['auf einer fremden Seite', 'https://boese.example/faelle/x'],
    ['auf einer fremden Seite ohne Protokoll', '//boese.example/tun/x'],
    ['auf einer Seite ohne Formular', '/abmeldung'],
    ['mit einem Umweg', '/tun/../abmeldung'],
    ['länger als jede Adresse', `/tun/${'x'.repeat(300)}`],
  ])('%s ist kein Formular', (_, wo) => {
    expect(() => stelleAus(felder({ _ort: wo }))).toThrow('Dieses Formular gibt es nicht.');
  });

  it('eine Kennung, die keine ist, wird nicht gefragt', () => {
    expect(() => stelleAus(felder({ _ort: ort, _fall: "' or 1=1" }))).toThrow('gibt es nicht');
  });

  it('aufgehoben wird, was jemand getippt hat, und der Schlüssel; nichts, was das Formular von sich sagt', () => {
    const getippt = felder({ _ort: ort, _konto: 'k', _suche: 'x', vermerk: 'Satz', _schluessel: 'alt' });
    expect([...new URLSearchParams(felderAus(getippt, 'neu'))]).toEqual([
      ['vermerk', 'Satz'],
      ['_schluessel', 'neu'],
    ]);
  });
});

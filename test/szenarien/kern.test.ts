import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { alsJson } from '../../tools/szenario/ausgabe.ts';
import { kernMotor } from '../../tools/szenario/kern.ts';
import { leseGeschichte } from '../../tools/szenario/lesen.ts';
import { szenarioSchema } from '../../tools/szenario/schema.ts';
import { fehlerVon, spiele } from '../../tools/szenario/spielen.ts';
import { alsVerlauf } from '../../tools/szenario/verlauf.ts';

const ORDNER = new URL('.', import.meta.url);
const DATEIEN = readdirSync(ORDNER).filter((name) => name.endsWith('.yaml'));
const text = (name: string): string => readFileSync(new URL(name, ORDNER), 'utf8');
type Zeile = { was: string; von: string; nach: string; meldung: string };
const zeile = ([was = '', von = '', nach = '', meldung = '']: string[]): Zeile => ({
  was,
  von,
  nach,
  meldung,
});
const spieleText = async (inhalt: string): ReturnType<typeof spiele> =>
  spiele(leseGeschichte('probe.yaml', inhalt), kernMotor());

describe('stories in the pure domain (szenarien.md 1)', () => {
  it.each(DATEIEN)('%s holds and cites its source', async (name) => {
    const bericht = await spiele(leseGeschichte(name, text(name)), kernMotor());
    expect(fehlerVon(bericht)).toEqual([]);
    expect(bericht.geschichte.quelle).not.toEqual([]);
  });

  it('tells the same story twice in the same bytes', async () => {
    const [erste, zweite] = [await spieleText(text('AC-66.yaml')), await spieleText(text('AC-66.yaml'))];
    expect(alsJson(erste)).toBe(alsJson(zweite));
  });

  it('shows legal days, labels and no id in its JSON', async () => {
    const json = alsJson(await spieleText(text('AC-66.yaml')));
    expect(json).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/u);
    expect(json).toContain('"am":"2026-11-22T23:00:00Z"');
  });

  it('tells the timeline in German', async () => {
    const verlauf = alsVerlauf(await spieleText(text('AC-31.yaml')));
    expect(verlauf).toContain('Di 29.12.2026, 00:00  Zeit vergeht');
    expect(verlauf).toContain('Frist f1: T-03 Erstgespräch fällig Mo 28.12.2026, überfällig');
  });
});

describe('a wrong expectation fails', () => {
  const pflanze = (von: string, nach: string): string => {
    const original = text('AC-31.yaml');
    expect(original).toContain(von);
    return original.replace(von, nach);
  };

  it.each(
    [
      [
        'a due day',
        'faellig: 2026-12-28, status: ueberfaellig',
        'faellig: 2026-12-29, status: ueberfaellig',
        'T-03',
      ],
      ['a status', 'status: ueberfaellig }', 'status: erinnert }', 'status'],
      [
        'a missing message',
        '        - { an: tl, anlass: T-04, stufe: ueberfaellig }\n',
        '',
        'nicht erwartet',
      ],
      ['a message nobody sent', 'an: tl, anlass: T-03', 'an: controlling, anlass: T-03', 'Nachricht fehlt'],
      ['a state', 'zustand: zugeordnet', 'zustand: aktiv', 'Zustand'],
      ['a fact', 'kriteriumA: true', 'kriteriumA: false', 'kriteriumA'],
      [
        'a refusal',
        'ergebnis: ok, zustand: vorgemerkt',
        'ergebnis: { abgelehnt: V-17 }, zustand: vorgemerkt',
        'Ergebnis',
      ],
      [
        'a warning',
        'zustand: vorgemerkt, warnungen: []',
        'zustand: vorgemerkt, warnungen: [V-12]',
        'Warnungen',
      ],
      ['an absent Frist', '{ fehlt: T-10 }', '{ fehlt: T-03 }', 'sollte fehlen'],
    ].map(zeile),
  )('$was', async ({ von, nach, meldung }) => {
    const fehler = fehlerVon(await spieleText(pflanze(von, nach)));
    expect(fehler.join('\n')).toContain(meldung);
  });

  it('counts a command that was refused without anybody expecting it', async () => {
    const ohneGrund = pflanze("gruende: 'Mehrere Hemmnisse, allein nicht zu bewältigen'", "gruende: ''");
    const nurErster = ohneGrund.slice(0, ohneGrund.indexOf('    erwarte:'));
    const fehler = fehlerVon(await spieleText(nurErster));
    expect(fehler).toEqual(['probe.yaml:7: Schritt 1: Ergebnis: erwartet "ok", ist {"abgelehnt":"TR03"}']);
  });
});

describe('a story that cannot be read names file, line and the nearest known name', () => {
  const liest =
    (inhalt: string): (() => unknown) =>
    () =>
      leseGeschichte('probe.yaml', inhalt);
  const original = text('AC-31.yaml');

  it.each(
    [
      [
        'an unknown command',
        'befehl: vormerken',
        'befehl: vormerkn',
        'probe.yaml:9: Der Befehl „vormerkn“ ist unbekannt. Meinten Sie „vormerken“?',
      ],
      [
        'a misspelt field of a command',
        'erlaeutertAm: 2026-12-01',
        'erleutertAm: 2026-12-01',
        'probe.yaml:10: Das Feld „erleutertAm“ ist unbekannt. Meinten Sie „erlaeutertAm“?',
      ],
      [
        'a misspelt field of a step',
        '    als: tl',
        '    alss: tl',
        'probe.yaml:13: Das Feld „alss“ ist unbekannt. Meinten Sie „als“?',
      ],
      [
        'a misspelt field of an expected Frist',
        'roh: 2026-12-25, faellig',
        'rho: 2026-12-25, faellig',
        'Meinten Sie „roh“?',
      ],
      [
        'an unknown state',
        'zustand: zugeordnet',
        'zustand: zugeodnet',
        'probe.yaml:16: zustand: „zugeodnet“ ist hier kein Wert. Meinten Sie „zugeordnet“?',
      ],
      [
        'an unknown person',
        'person: p1',
        'person: p7',
        'probe.yaml:10: Der Name „p7“ ist unbekannt. Meinten Sie „p1“?',
      ],
      [
        'an unknown colleague',
        'fm: fm }',
        'fm: fmm }',
        'probe.yaml:15: Der Name „fmm“ ist unbekannt. Meinten Sie „fm“?',
      ],
      [
        'somebody unknown who acts',
        'als: tl',
        'als: tll',
        'probe.yaml:13: Die handelnde Person „tll“ ist unbekannt. Meinten Sie „tl“?',
      ],
      [
        'a wrong value of a command',
        'teilnehmer: [bewerber, pap, fm]',
        'teilnehmer: [bewerber, papp, fm]',
        'Meinten Sie „pap“?',
      ],
      [
        'a case nobody opened',
        '    befehl: zuordnen',
        '    fall: f9\n    befehl: zuordnen',
        'probe.yaml:14: Der Fall „f9“ ist unbekannt.',
      ],
      [
        'a day that does not exist',
        'am: 2026-12-08T14:00',
        'am: 2026-02-30T14:00',
        '„2026-02-30T14:00“ ist kein Kalendertag.',
      ],
      [
        'steps out of order',
        'am: 2026-12-08T14:00',
        'am: 2026-12-07T14:00',
        'nicht in zeitlicher Reihenfolge',
      ],
      [
        'ereignisAm inside daten',
        'daten: { fm: fm }',
        'daten: { fm: fm, ereignisAm: 2026-12-08 }',
        '„ereignisAm“ steht neben daten',
      ],
      ['broken YAML', 'titel: Erstgespräch verpasst', 'titel: [Erstgespräch', 'Kein YAML'],
    ].map(zeile),
  )('$was', ({ von, nach, meldung }) => {
    expect(original).toContain(von);
    expect(liest(original.replace(von, nach))).toThrow(meldung);
  });
});

describe('command line', () => {
  const main = fileURLToPath(new URL('../../tools/szenario/main.ts', import.meta.url));
  const starte = async (...argumente: string[]): Promise<{ rc: number; out: string; err: string }> => {
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, ...argumente]);
      return { rc: 0, out: stdout, err: stderr };
    } catch (grund) {
      const { code, stdout, stderr } = grund as { code: number; stdout: string; stderr: string };
      return { rc: code, out: stdout, err: stderr };
    }
  };
  const pfad = (name: string): string => fileURLToPath(new URL(name, ORDNER));

  it('exits 0 with a silent stdout and the count on the last line of stderr', async () => {
    const { rc, out, err } = await starte(pfad('AC-30.yaml'), pfad('AC-31.yaml'));
    expect({ rc, out, err }).toEqual({ rc: 0, out: '', err: '2 passed, 0 failed\n' });
  });

  it('exits 1 when a file cannot be read and still plays the others', async () => {
    const { rc, err } = await starte('gibt-es-nicht.yaml', pfad('AC-31.yaml'));
    expect(rc).toBe(1);
    expect(err.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed');
  });

  it('prints one JSON object per story', async () => {
    const { out } = await starte('--json', pfad('AC-30.yaml'), pfad('AC-31.yaml'));
    const titel = out
      .trimEnd()
      .split('\n')
      .map((zeile) => (JSON.parse(zeile) as { titel: string }).titel);
    expect(titel).toEqual(['Erstgespräch am letzten Tag', 'Erstgespräch verpasst']);
  });

  it('knows no other engine than it names', async () => {
    const { rc, err } = await starte('--motor', 'kren', pfad('AC-31.yaml'));
    expect(rc).toBe(2);
    expect(err).toContain('Meinten Sie „kern“?');
  });
});

it('docs/szenario.schema.json is current', () => {
  const abgelegt: unknown = JSON.parse(
    readFileSync(new URL('../../docs/szenario.schema.json', ORDNER), 'utf8'),
  );
  expect(abgelegt).toEqual(JSON.parse(JSON.stringify(szenarioSchema())));
});

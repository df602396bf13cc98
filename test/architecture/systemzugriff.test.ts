import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SYSTEMZUGRIFFE } from '../../db/systemzugriff.ts';

/** Where each purpose is used (ADR 27): reading beyond the rights of whoever acts is decided here, not where it is handy. */
const AUFRUFER: Readonly<Record<string, readonly string[]>> = {
  andere_faelle: ['db/akte.ts'],
  angebotsluecken: ['db/leistung.ts'],
  auskunft: ['db/auskunft.ts'],
  ausscheiden: ['db/zustaendigkeit.ts'],
  befehl: ['api/befehle/fakten/datenbankleser.ts', 'api/befehle/ziele.ts'],
  dublette: ['db/dublette.ts'],
  prozessphase: ['db/naeheres.ts'],
  rueckblick: ['db/rueckblick.ts'],
  uebergabe: ['db/uebergabeprotokoll.ts'],
  signal: ['db/kalender.ts', 'db/person.ts', 'db/personenstand.ts'],
  sonderzugriff: ['db/sonderzugriff.ts'],
  umstellung: ['api/policy/migrationsfaelle.ts', 'db/policymigration.ts'],
  verbindung: ['db/fallansicht.ts'],
  wieder_offen: ['db/naeheres.ts'],
  vorhanden: ['db/vorhanden.ts'],
  vormerkungen: ['api/arbeitslisten/besprechungsfaelle.ts', 'api/arbeitslisten/vormerkungsfaelle.ts'],
  zuordnung: [
    'api/arbeitslisten/besprechungsfaelle.ts',
    'api/arbeitslisten/heutefaelle.ts',
    'api/arbeitslisten/teamlagefaelle.ts',
    'api/zuordnung/faelle.ts',
    'db/zuordnung.ts',
  ],
};
/** Purposes somebody takes on for a whole transaction, as `{ system: … }`, because nobody of the staff acts. */
const OHNE_KONTO = ['anmeldung', 'leistungserbringer'];

const WURZEL = new URL('../../', import.meta.url);
const ORTE = ['api', 'db', 'activities', 'worker', 'workflows', 'domain', 'temporal', 'tools', 'ops'];
/** For a part of a transaction, for the rest of it, or with the statement before (ADR 67). */
const AUFRUF = /(?:[aA]lsSystem\(\s*tx,\s*|\bdannAls: (?:[^\n]*\? null : )?)'(?<zweck>\w+)'/gu;
const ANSATZ = /[aA]lsSystem\(|\bdannAls: |werdeNach\(|werdeNach</gu;
/** Takes the purpose from whoever asks, who is looked at. */
const WEITERGEBEND = [
  'api/kern/lesespur.ts',
  'db/besprechung.ts',
  'db/client.ts',
  'db/lesespur.ts',
  'db/tagesstand.ts',
  'db/teamlage.ts',
  'db/vormerkungen.ts',
];

type Quelle = { readonly datei: string; readonly text: string };

function quellen(): Quelle[] {
  const alle = readdirSync(WURZEL, { recursive: false, withFileTypes: true })
    .filter((eintrag) => eintrag.isDirectory() && ORTE.includes(eintrag.name))
    .flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, WURZEL), { recursive: true, encoding: 'utf8' }).map(
        (d) => `${name}/${d}`,
      ),
    );
  return alle
    .filter((datei) => datei.endsWith('.ts') && ![...WEITERGEBEND, 'db/systemzugriff.ts'].includes(datei))
    .map((datei) => ({ datei, text: readFileSync(new URL(datei, WURZEL), 'utf8') }));
}

/** Purposes with the files that use them; a use that names its purpose in no plain word is one of `unklar`. */
function aufrufer(alle: readonly Quelle[]): Record<string, string[]> {
  const gefunden: Record<string, string[]> = {};
  for (const { datei, text } of alle) {
    const zwecke = [...text.matchAll(AUFRUF)].map((treffer) => treffer.groups?.['zweck'] ?? '');
    const unklar = [...text.matchAll(ANSATZ)].length > zwecke.length ? ['unklar'] : [];
    for (const zweck of new Set([...zwecke, ...unklar])) (gefunden[zweck] ??= []).push(datei);
  }
  return Object.fromEntries(Object.entries(gefunden).map(([zweck, dateien]) => [zweck, dateien.toSorted()]));
}

describe('Systemzugriffe: jeder Zweck nur an seiner Stelle (ADR 27)', () => {
  it('kein Aufrufer außer den genannten, kein Zweck ohne Aufrufer', () => {
    expect(aufrufer(quellen())).toEqual(AUFRUFER);
    expect([...Object.keys(AUFRUFER), ...OHNE_KONTO].toSorted()).toEqual(
      Object.keys(SYSTEMZUGRIFFE).toSorted(),
    );
  });

  it('Kontrolle: ein neuer Aufrufer und ein Zweck aus einer Variablen fallen auf', () => {
    const neu = [
      ...quellen(),
      { datei: 'api/faelle/faelle.ts', text: `await alsSystem(tx, 'andere_faelle', lies)` },
      { datei: 'api/arbeitslisten/faelle.ts', text: `await alsSystem(tx, zweck, lies)` },
      { datei: 'api/team/faelle.ts', text: `await werdeNach(tx, wer, frage)` },
    ];
    expect(aufrufer(neu)['andere_faelle']).toContain('api/faelle/faelle.ts');
    expect(aufrufer(neu)['unklar']).toEqual(['api/arbeitslisten/faelle.ts', 'api/team/faelle.ts']);
  });
});

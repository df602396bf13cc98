import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { openapi } from '../../api/doku/openapi.ts';
import * as schema from '../../db/schema/index.ts';
import { ASSESSMENTBEREICHE } from '../../domain/fall/beratung.ts';
import { BEFEHLSRECHTE } from '../../domain/rollen/befehlsrechte.ts';
import { zellen } from '../../domain/rollen/matrix.ts';
import { ROUTEN } from '../../api/routen.ts';
import { eingabeschema } from '../../tools/szenario/verweise.ts';

/** What belongs to the Leistungsgewährung (V-22) or to a doctor (V-23) has no field anywhere; the training of staff has (E39). */
const NIRGENDS =
  /mehrbedarf|ern(ae|ä)hrung|di(ae|ä)t|kostenaufw|diagnos|icd|krankheit(?!seinsicht|sbilder)|medika/i;

/** Every name of a field and every value of a list inside a JSON Schema. */
function woerter(wert: unknown): string[] {
  if (Array.isArray(wert)) return wert.flatMap(woerter);
  if (typeof wert !== 'object' || wert === null) return [];
  return Object.entries(wert).flatMap(([name, teil]: [string, unknown]) => {
    if (name === 'enum' || name === 'const') return [JSON.stringify(teil)];
    return [name, ...woerter(teil)];
  });
}

describe('AC-35: kein Feld für Mehrbedarf, Ernährung oder Diagnosen (V-22, V-23)', () => {
  it('in keinem Befehl', () => {
    const felder = VERTRAEGE.flatMap((v) => woerter(eingabeschema(v)));
    expect(felder.length).toBeGreaterThan(500);
    expect(felder.filter((wort) => NIRGENDS.test(wort))).toEqual([]);
  });

  it('in keiner Anfrage und keiner Antwort der API', () => {
    const felder = woerter(openapi(ROUTEN));
    expect(felder.length).toBeGreaterThan(2000);
    expect(felder.filter((wort) => NIRGENDS.test(wort))).toEqual([]);
  });

  it('in keiner Spalte der Datenbank', () => {
    const tabellen = Object.values(schema).filter((wert) => is(wert, Table));
    const spalten = tabellen.flatMap((tabelle) =>
      Object.keys(getTableColumns(tabelle)).map((spalte) => `${getTableName(tabelle)}.${spalte}`),
    );
    expect(spalten.length).toBeGreaterThan(100);
    expect(spalten.filter((spalte) => NIRGENDS.test(spalte))).toEqual([]);
  });

  it('die Prüfung sähe ein solches Feld', () => {
    const falsch = { properties: { mehrbedarfErnaehrung: { type: 'string' } } };
    expect(woerter(falsch).filter((wort) => NIRGENDS.test(wort))).toEqual(['mehrbedarfErnaehrung']);
  });
});

describe('V-29: kein Bereich des Assessments ist Pflicht', () => {
  it('der Abschluss fragt nach keinem Bereich', () => {
    const abschluss = VERTRAEGE.find((v) => v.befehl === 'assessment_abschliessen');
    expect(abschluss).toBeDefined();
    const felder = abschluss === undefined ? [] : woerter(eingabeschema(abschluss));
    for (const bereich of ASSESSMENTBEREICHE) {
      expect(felder.filter((wort) => wort.toLowerCase().includes(bereich))).toEqual([]);
    }
  });
});

describe('V-35: Profiling und Assessment bleiben getrennt', () => {
  const IM_ASSESSMENT = Object.entries(BEFEHLSRECHTE).filter(([name]) => name.startsWith('assessment_'));

  it('in das Assessment schreibt, wer den Fall führt', () => {
    expect(IM_ASSESSMENT).toHaveLength(4);
    for (const [, rollen] of IM_ASSESSMENT) expect([...rollen].sort()).toEqual(['fm', 'fm_extern']);
  });

  it('K3 liest ohne einen Grund von Fall zu Fall nur, wer führt, vertritt oder eine gezogene Akte prüft', () => {
    const lesende = zellen().filter((z) => z.klasse === 'K3' && z.lesen && z.beziehung !== 'notzugriff');
    expect(lesende.map(({ rolle, beziehung }) => `${rolle} ${beziehung}`).sort()).toEqual([
      'fm vertretung',
      'fm zustaendig',
      'fm_extern beauftragt',
      'tl stichprobe',
    ]);
  });

  it('die Akte der Person führt Bezeichnungen, kein Feld aus dem Assessment', () => {
    const spalten = Object.keys(getTableColumns(schema.handlungsbedarf));
    expect(spalten).toContain('bezeichnung');
    for (const feld of ['bereich', 'reaktion', 'aussage', 'protokoll', 'text'])
      expect(spalten).not.toContain(feld);
  });
});

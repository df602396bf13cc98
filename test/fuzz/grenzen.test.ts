import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { NACHTS } from '../support/umfang.ts';
import { grenzgaenger, urteil } from './grenzgaenger.ts';
import { proben } from './randwerte.ts';
import { ablaufstuecke, geschichtenstuecke, type Stueck } from './stuecke.ts';
import { operationen } from './vertrag.ts';

/** Asks a running workflow; test/workflows/api.test.ts plays it. */
const MIT_TEMPORAL = 'get /api/v1/faelle/{fallId}/ablauf';

/** Stories that together give every command, each time the one with most that is missing. */
function deckende(stuecke: readonly Stueck[]): Stueck[] {
  const fehlt = new Set(stuecke.flatMap(({ operationen: alle }) => [...alle]));
  const wahl: Stueck[] = [];
  const neues = ({ operationen: alle }: Stueck): number => [...alle].filter((op) => fehlt.has(op)).length;
  while (fehlt.size > 0) {
    const bestes = stuecke.reduce((eines, anderes) => (neues(anderes) > neues(eines) ? anderes : eines));
    for (const op of bestes.operationen) fehlt.delete(op);
    wahl.push(bestes);
  }
  return wahl;
}

/** By day: what is no command, a third of it. */
const jedesDritte = (stuecke: readonly Stueck[]): Stueck[] => stuecke.filter((_, nr) => nr % 3 === 0);

describe('an den Grenzen jeder Zahl, jedes Textes, jeder Liste und jedes Tages (13, erster Punkt)', () => {
  let datenbanken: Datenbanken;
  const { vor, gesehen, befunde, anfragen } = grenzgaenger(operationen());
  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
  });
  afterAll(() => datenbanken.stop());

  it('kein Fehler des Servers, der richtige Status, nichts halb geschrieben, Kennungen groß wie klein', async () => {
    const alle = NACHTS
      ? [...ablaufstuecke(), ...deckende(geschichtenstuecke())]
      : jedesDritte(ablaufstuecke());
    for (const stueck of alle) await stueck.spiele({ databaseUrl: await datenbanken.neue(), runde: 0, vor });
    console.info(`${anfragen()} Versuche an ${gesehen.size} Operationen`);
    expect(befunde.slice(0, 5).join('\n\n')).toBe('');
  }, 1_200_000);

  it('Kontrolle: ein Fehler des Servers, ein Ja zu Verbotenem und ein Status außerhalb der Beschreibung fallen auf', () => {
    const name = 'patch /api/v1/themen/{themaId}';
    const operation = operationen().find((eine) => eine.name === name);
    const id = '8a37479c-c81e-50be-8dcb-2d31755687de';
    const wurf = {
      methode: 'PATCH',
      pfad: `/api/v1/themen/${id}`,
      header: {},
      rumpf: { version: 1, name: 'Sucht' },
    };
    const versionen = proben(name, wurf, () => false).filter(({ was }) => was.startsWith('rumpf.version'));
    const verboten = new Map(versionen.map((probe) => [probe.was.split(' = ')[1], probe.verboten]));
    expect([verboten.get('2147483646'), verboten.get('2147483647'), verboten.get('0')]).toEqual([
      false,
      true,
      true,
    ]);
    if (operation === undefined) throw new Error('Die Operation gibt es nicht mehr');
    const antwort = (status: number) => ({ status, inhalt: JSON.stringify({ id, version: 2 }), typ: '' });
    expect(urteil({ verboten: false }, antwort(200), operation)).toBeNull();
    expect(urteil({ verboten: false }, antwort(500), operation)).toContain('Server');
    expect(urteil({ verboten: true }, antwort(200), operation)).toBe('200 statt 400');
    expect(urteil({ verboten: false }, antwort(418), operation)).toContain('nicht im Vertrag');
  });

  it.runIf(NACHTS)('keine Operation fehlt', () => {
    const namen = operationen().map(({ name }) => name);
    expect(namen.filter((name) => name !== MIT_TEMPORAL && !gesehen.has(name))).toEqual([]);
  });
});

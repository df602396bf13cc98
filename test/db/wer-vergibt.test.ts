import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import { darfBesetzen } from '../../domain/organisation/verwaltung.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { baueWelt, id } from '../support/rechtewelt.ts';

const T1 = id('team-1');
const T2 = id('team-2');
const wer = (rolle: Rolle): string => id(`kollege-${rolle}`);

describe('Zeilenschutz: wer Rechte vergibt, muss sie vergeben dürfen (Issue 13, Sicherheit 6)', () => {
  let datenbanken: Datenbanken;
  let besitzer: Datenbank;
  let api: Datenbank;

  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
    const url = await datenbanken.neue();
    besitzer = oeffneDatenbank(url, 2);
    api = oeffneDatenbank((await richteZugaengeEin(url)).api, 2);
    await baueWelt(besitzer);
  });
  afterAll(async () => {
    await Promise.all([besitzer.schliesse(), api.schliesse()]);
    await datenbanken.stop();
  });

  /** How many rows a statement of this role changes; null when PostgreSQL refuses it. Nothing of it stays. */
  async function wirkt(rolle: Rolle, anweisung: string): Promise<number | null> {
    const zurueck = new Error('zurück');
    let zeilen: number | null = null;
    const akteur = { mitarbeitende: wer(rolle), am: '2026-12-01T08:00:00Z', vertritt: [] };
    await mitAkteur(api, akteur, async (tx) => {
      zeilen = (await tx.execute(sql.raw(`${anweisung} returning 1 as eins`))).length;
      throw zurueck;
    }).catch((fehler: unknown) => {
      if (fehler !== zurueck) zeilen = null;
    });
    return zeilen;
  }

  const werde = (wen: string, spalten: string): string =>
    `update mitarbeitende set ${spalten} where id = '${wen}'`;
  const leite = (wen: string, team: string): string =>
    `insert into teamverantwortung (id, mitarbeitende_id, team_id) values (gen_random_uuid(), '${wen}', '${team}')`;
  const stelleEin = (rolle: Rolle, team: string): string =>
    `insert into mitarbeitende (id, subjekt, anzeigename, email, rolle, team_id)
       values (gen_random_uuid(), 'neu', 'Neu', 'neu@jobcenter.example', '${rolle}', '${team}')`;

  it.each<[string, Rolle, string]>([
    ['die Teamleitung macht sich zur Bereichsleitung', 'tl', werde(wer('tl'), `rolle = 'bereichsleitung'`)],
    ['die Teamleitung geht in ein fremdes Team', 'tl', werde(wer('tl'), `team_id = '${T2}'`)],
    ['die Teamleitung leitet ein fremdes Team', 'tl', leite(wer('tl'), T2)],
    ['die Teamleitung gibt ihr eigenes Team weiter', 'tl', leite(wer('fm'), T1)],
    ['die Teamleitung macht eine FM zur Teamleitung', 'tl', werde(wer('fm'), `rolle = 'tl'`)],
    ['die Teamleitung macht eine FM zum Datenschutz', 'tl', werde(wer('fm'), `rolle = 'datenschutz'`)],
    ['die Teamleitung ändert den Datenschutz', 'tl', werde(wer('datenschutz'), `aktiv = false`)],
    ['die Teamleitung holt eine fremde FM', 'tl', werde(id('fm-fremd'), `team_id = '${T1}'`)],
    [
      'die Teamleitung übernimmt das Konto der Bereichsleitung',
      'tl',
      werde(wer('bereichsleitung'), `subjekt = 'x'`),
    ],
    ['die Teamleitung entzieht der Bereichsleitung ihr Team', 'tl', 'delete from teamverantwortung'],
    [
      'die Bereichsleitung ändert die eigene Rolle',
      'bereichsleitung',
      werde(wer('bereichsleitung'), `rolle = 'datenschutz'`),
    ],
    ['die Bereichsleitung nimmt sich ein fremdes Team', 'bereichsleitung', leite(wer('bereichsleitung'), T2)],
    ['die Bereichsleitung vergibt ein fremdes Team', 'bereichsleitung', leite(wer('tl'), T2)],
    ['die Bereichsleitung gibt einer FM ein Team', 'bereichsleitung', leite(wer('fm'), T1)],
    ['die Teamleitung meldet sich als ihre FM an', 'tl', werde(wer('fm'), `subjekt = 'x'`)],
    [
      'die Bereichsleitung ändert die eigene Anmeldung',
      'bereichsleitung',
      werde(wer('bereichsleitung'), `subjekt = 'x'`),
    ],
    ['eine FM macht sich zur Teamleitung', 'fm', werde(wer('fm'), `rolle = 'tl'`)],
    ['Controlling leitet', 'controlling', leite(wer('controlling'), T2)],
    [
      'die Teamleitung ordnet den Ring eines fremden Teams',
      'tl',
      `insert into vertretungsring values ('${T2}', 1, '{${id('fm-fremd')},${wer('fm')}}', now(), '${wer('tl')}')`,
    ],
    [
      'die Teamleitung bescheinigt in einem fremden Team',
      'tl',
      `insert into externnachweis values (gen_random_uuid(), '${id('fm-fremd')}', 'eignung', '2026-01-01', '2027-01-01', now(), '${wer('tl')}')`,
    ],
  ])('%s: nein', async (_, rolle, anweisung) => {
    expect(await wirkt(rolle, anweisung)).toBeOneOf([null, 0]);
  });

  it.each<[string, Rolle, string]>([
    ['die Teamleitung ändert den Anteil einer FM', 'tl', werde(wer('fm'), 'anteil = 0.5')],
    ['die Teamleitung macht einen pAp zur FM', 'tl', werde(wer('pap'), `rolle = 'fm'`)],
    [
      'die Bereichsleitung macht eine FM zur Teamleitung',
      'bereichsleitung',
      werde(wer('fm'), `rolle = 'tl'`),
    ],
    [
      'die Bereichsleitung ändert ihre Adresse',
      'bereichsleitung',
      werde(wer('bereichsleitung'), `email = 'a@b.example'`),
    ],
    ['die Bereichsleitung ändert eine Anmeldung', 'bereichsleitung', werde(wer('fm'), `subjekt = 'x'`)],
    [
      'die Bereichsleitung entzieht ein Team',
      'bereichsleitung',
      `delete from teamverantwortung where mitarbeitende_id = '${wer('tl')}'`,
    ],
    ['die Bereichsleitung vergibt ihr Team', 'bereichsleitung', leite(wer('koordinator'), T1)],
  ])('Kontrolle, %s: ja', async (_, rolle, anweisung) => {
    expect(await wirkt(rolle, anweisung)).toBe(1);
  });

  it('für jede Rolle, jede vergebene Rolle und jedes Team gibt PostgreSQL dieselbe Antwort wie die Fachregel', async () => {
    for (const geber of ROLLEN) {
      const teams = ['tl', 'bereichsleitung', 'controlling', 'koordinator'].includes(geber) ? [T1] : [];
      const verwaltend = { id: wer(geber), rolle: geber, teams };
      for (const rolle of ROLLEN)
        for (const team of [T1, T2]) {
          const darf = (await wirkt(geber, stelleEin(rolle, team))) === 1;
          expect({ geber, rolle, team, darf }).toEqual({
            geber,
            rolle,
            team,
            darf: darfBesetzen(verwaltend, { rolle, team }),
          });
        }
    }
  });
});

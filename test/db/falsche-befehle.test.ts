import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aenderePerson } from '../../api/personen/faelle.ts';
import { VERTRAEGE, type JederVertrag } from '../../api/befehle/vertraege.ts';
import { pfadVon } from '../../api/befehle/routen.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { eingabeschema } from '../../tools/szenario/verweise.ts';
import { meldeAktenlage } from '../support/aktenlage.ts';
import { beispiel, falscheEingaben, type Vorrat } from '../support/eingaben.ts';
import { meldeOrganisation } from '../support/teamkalender.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { baueOberflaeche, type Oberflaeche } from './oberflaeche.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

const BEGINN = '2026-12-01T08:00:00Z';
const HEUTE = '2026-12-01';
const MORGEN = '2026-12-02';
/** Commands that act on an ended case, too: corrections, and reasons given later. */
const AUCH_NACH_ENDE = ['berichtigen', 'begruendung_nachreichen'];

type Problem = { code: string; regel?: string; detail: string; felder?: { pfad: string }[] };

describe('falsche Daten für jeden Befehl, aus den Schemata erzeugt', () => {
  let a: Aufbau;
  let app: Oberflaeche['app'];
  let vorrat: Vorrat;
  let orte: Readonly<Record<string, string>>;
  let tokens: Oberflaeche['tokens'];

  beforeAll(async () => {
    a = await baueAuf(BEGINN);
    ({ app, tokens } = await baueOberflaeche(a));
    vorrat = { heute: HEUTE, person: await legePersonAn(a.db, 'falsch'), personal: PERSONAL.fm };
    await aenderePerson(a.umgebung, await a.konto(PERSONAL.tl), {
      id: vorrat.person,
      schluessel: neuerSchluessel(),
      rumpf: { version: 1, fmU25: PERSONAL.fm_u25 },
    });
    await meldeAktenlage(a, vorrat.person, BEGINN);
    await meldeOrganisation(a, TEAM, BEGINN);
    orte = { fallId: await abgewiesenerFall(), personId: vorrat.person, teamId: TEAM };
  });
  afterAll(async () => {
    await a.ende();
  });

  async function abgewiesenerFall(): Promise<string> {
    const { fallId } = await a.merkeVor('abgewiesen');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: HEUTE } });
    await a.gib('fm', 'uebernahmegespraech_fuehren', {
      fallId,
      eingabe: { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'] },
    });
    const kriteriumB = { ergebnis: 'nein', begruendung: 'Die Beratung durch den pAp reicht hier aus.' };
    const eingabe = {
      ergebnis: 'abweisung',
      grund: 'sonstiges',
      kriteriumB,
      begruendung: 'Kein Bedarf.',
      besprochenAm: HEUTE,
    };
    await a.gib('fm', 'zugang_entscheiden', { fallId, eingabe });
    return fallId;
  }

  async function sende(vertrag: JederVertrag, rumpf: unknown): Promise<{ status: number; problem: Problem }> {
    // A visit is recorded by the Kontakt-FM of that very team, or by the Teamleitung.
    const rolle = vertrag.rollen.find((r) => vertrag.ziel === 'team' && r === 'tl') ?? vertrag.rollen[0];
    const antwort = await request(app)
      .post(pfadVon(vertrag).replace(/\{(\w+)\}/u, (_, name: string) => orte[name] ?? ''))
      .set('Authorization', `Bearer ${tokens.get(rolle ?? '') ?? ''}`)
      .set('Idempotency-Key', randomUUID())
      .send(rumpf as object);
    return { status: antwort.status, problem: antwort.body as Problem };
  }

  it.each(VERTRAEGE.map((v) => [v.ziel, v.befehl, v] as const))(
    '%s/%s: jeder Fehler der Form ist 400 und nennt sein Feld',
    async (_ziel, _befehl, vertrag) => {
      const gut = beispiel(eingabeschema(vertrag), vorrat);
      expect(vertrag.eingabe.safeParse(gut).error).toBeUndefined();
      for (const { was, pfad, eingabe } of falscheEingaben(vertrag, vorrat)) {
        const { status, problem } = await sende(vertrag, eingabe);
        expect({ was, pfad, status, code: problem.code }).toEqual({
          was,
          pfad,
          status: 400,
          code: 'EINGABE_UNGUELTIG',
        });
        expect(
          problem.felder?.some((f) => f.pfad.startsWith(pfad) || f.pfad === ''),
          `${pfad}: ${was}`,
        ).toBe(true);
      }
    },
  );

  it.each(
    VERTRAEGE.filter((v) => 'ereignisAm' in (eingabeschema(v).properties ?? {})).map(
      (v) => [v.ziel, v.befehl, v] as const,
    ),
  )(
    '%s/%s: ein Ereignis von morgen oder ein Befehl zur falschen Zeit nennt die Regel',
    async (ziel, befehl, vertrag) => {
      const gut = beispiel(eingabeschema(vertrag), vorrat) as object;
      for (const eingabe of [gut, { ...gut, ereignisAm: MORGEN }]) {
        const passt = ziel !== 'fall' || vertrag.pfad === null || AUCH_NACH_ENDE.includes(befehl);
        if (eingabe === gut && passt) continue;
        const { status, problem } = await sende(vertrag, eingabe);
        expect([409, 422], JSON.stringify(problem)).toContain(status);
        expect(problem.regel).toMatch(/^(V-|T-|TR)\d{2}$/);
        expect(problem.detail).toMatch(/^[A-ZÄÖÜ].+\.$/u);
      }
    },
  );
});

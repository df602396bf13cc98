import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERTRAEGE } from '../../api/contracts/befehle.ts';
import { pfadVon } from '../../api/routes/befehle.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/pruefstand/stammdaten.ts';
import { routenliste } from '../../tools/openapi/openapi-text.ts';
import { meldeAktenlage } from '../support/aktenlage.ts';
import { entbinde, ERBRINGER, neuerZugang, PUNKTE, zugewieseneLeistung } from '../support/leistungsfall.ts';
import { meldeOrganisation } from '../support/teamkalender.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { baueOberflaeche, type Oberflaeche } from './oberflaeche.ts';

/** Needs a running workflow; succeeds in test/workflows/api.test.ts. */
const MIT_TEMPORAL = ['get /api/v1/faelle/{fallId}/ablauf'];
const HEUTE = '2026-12-01';

type Antwort = { id: string; version: number } & Record<string, unknown>;
type Aufruf = {
  readonly wer: keyof typeof PERSONAL;
  readonly op: string;
  readonly werte?: Readonly<Record<string, string>>;
  readonly rumpf?: object;
};

/** Stories play every command with success (test/szenarien/deckung.test.ts); here is everything else. */
describe('jede Operation, die kein Befehl an einen Vorgang ist, gelingt', () => {
  let a: Aufbau;
  let app: Oberflaeche['app'];
  let tokens: Oberflaeche['tokens'];
  const gelungen = new Set<string>();

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    ({ app, tokens } = await baueOberflaeche(a));
  });
  afterAll(() => a.ende());

  async function rufe({ wer, op, werte = {}, rumpf }: Aufruf): Promise<Antwort> {
    const [methode = '', muster = ''] = op.split(' ');
    const pfad = muster.replaceAll(/\{(\w+)\}/gu, (_, name: string) => werte[name] ?? '');
    const anfragen = request(app);
    const frage = anfragen[methode as 'get' | 'post' | 'patch'](pfad)
      .set('Authorization', `Bearer ${tokens.get(wer) ?? ''}`)
      .set('Idempotency-Key', randomUUID());
    const antwort = await (rumpf === undefined ? frage : frage.send(rumpf));
    expect([200, 201], `${op}: ${JSON.stringify(antwort.body)}`).toContain(antwort.status);
    gelungen.add(op);
    return antwort.body as Antwort;
  }
  const lies = (
    wer: keyof typeof PERSONAL,
    muster: string,
    werte?: Record<string, string>,
  ): Promise<Antwort> => rufe({ wer, op: `get /api/v1${muster}`, ...(werte === undefined ? {} : { werte }) });
  const schreibe = (
    wer: keyof typeof PERSONAL,
    op: string,
    rest: { werte?: Record<string, string>; rumpf: object },
  ): Promise<Antwort> => rufe({ wer, op: op.replace(' ', ' /api/v1'), ...rest });

  async function zugeordneterFall(personId: string): Promise<string> {
    const eingabe = { person: personId, gruende: 'Besprochen.', erlaeutertAm: HEUTE };
    const { fallId } = await a.gib('pap', 'vormerken', { fallId: null, eingabe });
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    return fallId;
  }

  it('Personen: Akte, Profil, Handlungsbedarfe, Begleitpersonen, Einwilligungen', async () => {
    const neu = {
      kundennummer: 'KN4711',
      bgNummer: 'BG/4711',
      name: 'Demo Person',
      geburtsdatum: '1990-05-04',
      rechtskreis: 'sgb_ii',
      erwerbsfaehig: true,
    };
    const { id: personId, version } = await schreibe('pap', 'post /personen', { rumpf: neu });
    const werte = { personId };
    await lies('pap', '/personen');
    await lies('pap', '/personen/{personId}', werte);
    await schreibe('pap', 'patch /personen/{personId}', { werte, rumpf: { version, bgNummer: 'BG/4712' } });
    const profil = { datum: HEUTE, profillage: 'stabilisierungsprofil', anlass: 'erst' };
    await schreibe('pap', 'post /personen/{personId}/profile', { werte, rumpf: profil });
    const bedarf = { schluesselgruppe: 'rahmenbedingungen', bezeichnung: 'Wohnraum', erkanntAm: HEUTE };
    const hb = await schreibe('pap', 'post /personen/{personId}/handlungsbedarfe', { werte, rumpf: bedarf });
    await schreibe('pap', 'patch /personen/{personId}/handlungsbedarfe/{bedarfId}', {
      werte: { ...werte, bedarfId: hb.id },
      rumpf: { version: hb.version, status: 'in_bearbeitung' },
    });
    const begleitung = await schreibe('pap', 'post /personen/{personId}/begleitpersonen', {
      werte,
      rumpf: { rolle: 'betreuer', name: 'Demo Betreuung', kontakt: 'Telefon 0000' },
    });
    await schreibe('pap', 'patch /personen/{personId}/begleitpersonen/{begleitpersonId}', {
      werte: { ...werte, begleitpersonId: begleitung.id },
      rumpf: { version: begleitung.version, kontakt: 'Telefon 0001' },
    });
    await zugeordneterFall(personId);
    const { id: einwilligungId } = await schreibe('fm', 'post /personen/{personId}/einwilligungen', {
      werte,
      rumpf: {
        zweck: 'fachdienst',
        datenkategorien: ['gesundheit'],
        entbundeneStellen: ['jobcenter', 'fachdienst'],
        empfaenger: 'Ärztlicher Dienst',
        erteiltAm: HEUTE,
        form: 'schriftlich',
        aufgeklaertUeber: { zweck: true, folgenVerweigerung: true, widerruf: true },
      },
    });
    await lies('fm', '/personen/{personId}/einwilligungen', werte);
    await schreibe('fm', 'post /personen/{personId}/einwilligungen/{einwilligungId}/widerruf', {
      werte: { ...werte, einwilligungId },
      rumpf: { widerrufenAm: HEUTE },
    });
  });

  it('Organisation: Personal, Teams, Abwesenheiten, Ring, Themen, Konflikte, Kalender', async () => {
    for (const muster of [
      '/ich',
      '/mitarbeitende',
      '/teams',
      '/policies',
      '/kalender/abweichungen',
      '/themen',
    ])
      await lies('tl', muster);
    const team = await schreibe('bereichsleitung', 'post /teams', {
      rumpf: { kennzeichen: '699', art: 'vermittlung', land: 'HB' },
    });
    await schreibe('bereichsleitung', 'patch /teams/{id}', {
      werte: { id: team.id },
      rumpf: { version: team.version, kennzeichen: '698' },
    });
    const wer = await schreibe('tl', 'post /mitarbeitende', {
      rumpf: {
        anzeigename: 'Demo Neu',
        email: 'neu@jobcenter.example',
        rolle: 'fm',
        team: TEAM,
        subjekt: 'demo-neu',
      },
    });
    const werte = { id: wer.id };
    await schreibe('tl', 'patch /mitarbeitende/{id}', {
      werte,
      rumpf: { version: wer.version, anteil: 0.5 },
    });
    const weg = await schreibe('tl', 'post /mitarbeitende/{id}/abwesenheiten', {
      werte,
      rumpf: { von: HEUTE, bis: '2026-12-23', grund: 'geplant' },
    });
    const abwesenheit = { ...werte, abwesenheitId: weg.id };
    const { version } = await schreibe('tl', 'patch /mitarbeitende/{id}/abwesenheiten/{abwesenheitId}', {
      werte: abwesenheit,
      rumpf: { version: weg.version, bis: '2026-12-18' },
    });
    await schreibe('tl', 'post /mitarbeitende/{id}/abwesenheiten/{abwesenheitId}/storno', {
      werte: abwesenheit,
      rumpf: { version },
    });
    await lies('tl', '/mitarbeitende/{id}/abwesenheiten', werte);
    await schreibe('tl', 'post /mitarbeitende/{id}/qualifikationen', {
      werte,
      rumpf: { thema: 'gespraechsfuehrung', am: HEUTE },
    });
    await lies('tl', '/teams/{id}/qualifizierung', { id: TEAM });
    const ring = await lies('tl', '/teams/{id}/vertretungsring', { id: TEAM });
    await schreibe('tl', 'post /teams/{id}/vertretungsring', {
      werte: { id: TEAM },
      rumpf: { version: ring.version, mitglieder: [PERSONAL.fm, PERSONAL.fm2, PERSONAL.fm3] },
    });
    const stand = await lies('tl', '/mitarbeitende/{id}/ausscheiden/vorschau', werte);
    await schreibe('tl', 'post /mitarbeitende/{id}/ausscheiden', {
      werte,
      rumpf: { version: stand.version, grund: 'Wechsel des Arbeitgebers' },
    });
    const thema = await schreibe('tl', 'post /themen', { rumpf: { name: 'Sucht' } });
    await schreibe('tl', 'patch /themen/{themaId}', {
      werte: { themaId: thema.id },
      rumpf: { version: thema.version, name: 'Suchtberatung' },
    });
    const person = await legePersonAn(a.db, 'konflikt');
    const konflikt = await schreibe('tl', 'post /interessenkonflikte', {
      rumpf: { person, fm: PERSONAL.fm3 },
    });
    await schreibe('tl', 'post /interessenkonflikte/{konfliktId}/aufhebung', {
      werte: { konfliktId: konflikt.id },
      rumpf: { version: konflikt.version },
    });
    await schreibe('bereichsleitung', 'post /kalender/abweichungen', {
      rumpf: { tag: '2026-12-24', grund: 'Betriebsruhe' },
    });
  });

  it('Policies: Versionen, Freigabe, Umstellung', async () => {
    await a.merkeVor('umstellung');
    const werte = { name: 'feste-dauer' };
    await schreibe('tl', 'post /policies', {
      rumpf: {
        ...werte,
        gueltigAb: HEUTE,
        aenderungen: { 'POL-HOECHSTDAUER': 'HARD' },
        begruendung: 'Beschluss',
      },
    });
    await schreibe('bereichsleitung', 'post /policies/{name}/freigabe', { werte, rumpf: {} });
    await lies('tl', '/policies/{name}', werte);
    const { id } = await schreibe('bereichsleitung', 'post /policies/{name}/migrationen', {
      werte,
      rumpf: {},
    });
    await lies('tl', '/policymigrationen/{id}', { id });
    await schreibe('bereichsleitung', 'post /policymigrationen/{id}/ausfuehrung', {
      werte: { id },
      rumpf: {},
    });
  });

  it('Fälle und Arbeitslisten', async () => {
    const { fallId } = await a.merkeVor('liste');
    const werte = { fallId };
    await lies('tl', '/faelle/{fallId}', werte);
    await lies('tl', '/faelle/{fallId}/fristen/{fristId}/{vorkommen}', {
      ...werte,
      fristId: 'T-01',
      vorkommen: '1',
    });
    await lies('tl', '/faelle/{fallId}/zuordnung/vorschlaege', werte);
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    await lies('fm', '/faelle/{fallId}/fallblatt', werte);
    await lies('fm', '/faelle/{fallId}/assessment', werte);
    for (const muster of ['/faelle', '/arbeitslisten/meine-fristen', '/arbeitslisten/team-fristen'])
      await lies('tl', muster);
    for (const muster of ['vormerkungen', 'nachhaltungen', 'auslastung'])
      await lies('tl', `/arbeitslisten/${muster}`);
    const { eintraege } = (await lies('tl', '/arbeitslisten/eingang')) as unknown as {
      eintraege: { id: string }[];
    };
    await schreibe('tl', 'post /arbeitslisten/eingang/{id}/gelesen', {
      werte: { id: eintraege[0]?.id ?? '' },
      rumpf: {},
    });
    await schreibe('tl', 'post /fristen/berechnung', {
      rumpf: { regel: 'CAL-F', ereignis: HEUTE, tage: 14, land: 'HB' },
    });
  });

  it('Verzeichnis der Leistungserbringer, fehlende Angebote, Rückmeldung', async () => {
    const neu = await schreibe('koordinator', 'post /leistungserbringer', { rumpf: ERBRINGER });
    const werte = { erbringerId: neu.id };
    await schreibe('koordinator', 'patch /leistungserbringer/{erbringerId}', {
      werte,
      rumpf: { version: neu.version, kapazitaet: 12 },
    });
    await schreibe('tl', 'post /leistungserbringer/{erbringerId}/vereinbarungen', {
      werte,
      rumpf: { gueltigAb: '2026-01-01', punkte: PUNKTE },
    });
    await lies('fm', '/leistungserbringer');
    expect(await lies('fm', '/leistungserbringer/{erbringerId}', werte)).toMatchObject({
      kapazitaet: 12,
      grundlage: 'vereinbarung',
      vereinbarungen: [{ jahresbericht: true }],
    });
    const { fallId, person } = await zugewieseneLeistung(a, 'operation', neu.id);
    await a.gib('fm', 'angebotsluecke_melden', {
      fallId,
      eingabe: { bereich: 'nr_1', bedarf: 'Keine Plätze' },
    });
    expect(await lies('koordinator', '/angebotsluecken')).toEqual([
      { am: HEUTE, bereich: 'nr_1', bedarf: 'Keine Plätze', gemeldetAn: 'koordinator' },
    ]);
    await entbinde(a, { person, erbringer: neu.id });
    const zugang = await neuerZugang(a, fallId);
    await schreibe('fm', 'post /rueckmeldungen/ansicht', { rumpf: { zugang } });
    await schreibe('fm', 'post /rueckmeldungen', {
      rumpf: { zugang, art: 'termine', tag: HEUTE, bericht: 'Erster Termin' },
    });
  });

  it('Prüfakte und Kalender, die Lotse von selbst anlegt', async () => {
    const personId = await legePersonAn(a.db, 'pruefakte');
    await meldeAktenlage(a, personId, `${HEUTE}T08:00:00Z`);
    const { fristen } = await lies('pap', '/personen/{personId}/potenzial', { personId });
    expect(fristen).toMatchObject([{ id: 'T-40', offen: true }]);
    await meldeOrganisation(a, TEAM, `${HEUTE}T08:00:00Z`);
    await lies('fm', '/teams/{teamId}/kalender', { teamId: TEAM });
    await lies('bereichsleitung', '/teams/{teamId}/kalender/stichproben', { teamId: TEAM });
  });

  it('keine Operation fehlt', () => {
    const befehle = new Set(VERTRAEGE.map((v) => `post ${pfadVon(v)}`));
    const alle = routenliste().map(({ methode, pfad }) => `${methode} ${pfad}`);
    const fehlt = alle.filter((op) => !befehle.has(op) && !MIT_TEMPORAL.includes(op) && !gelungen.has(op));
    expect(fehlt).toEqual([]);
  });
});

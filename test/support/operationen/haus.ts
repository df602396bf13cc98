import { expect } from 'vitest';
import { legePersonAn, PERSONAL, TEAM } from '../../../tools/probehaus/stammdaten.ts';
import { meldeOrganisation } from '../teamkalender.ts';
import { HEUTE, type Bedienung } from './bedienung.ts';

/** Teams, the ring of those who represent each other, the calendar of a team. */
export async function teams({ a, lies, schreibe }: Bedienung): Promise<void> {
  for (const muster of ['/ich', '/mitarbeitende', '/teams', '/policies', '/kalender/abweichungen', '/themen'])
    await lies('tl', muster);
  const team = await schreibe('bereichsleitung', 'post /teams', {
    rumpf: { kennzeichen: '699', art: 'vermittlung', land: 'HB' },
  });
  await schreibe('bereichsleitung', 'patch /teams/{id}', {
    werte: { id: team.id },
    rumpf: { version: team.version, kennzeichen: '698' },
  });
  const ring = await lies('tl', '/teams/{id}/vertretungsring', { id: TEAM });
  await schreibe('tl', 'post /teams/{id}/vertretungsring', {
    werte: { id: TEAM },
    rumpf: { version: ring.version, mitglieder: [PERSONAL.fm, PERSONAL.fm2, PERSONAL.fm3] },
  });
  await meldeOrganisation(a, TEAM, `${HEUTE}T08:00:00Z`);
  await lies('fm', '/teams/{teamId}/kalender', { teamId: TEAM });
  await lies('bereichsleitung', '/teams/{teamId}/kalender/stichproben', { teamId: TEAM });
}

/** Staff from the first day to the last. */
export async function personal({ lies, schreibe }: Bedienung): Promise<void> {
  await schreibe('tl', 'post /mitarbeitende/suche', { rumpf: { name: 'u25 demo' } });
  const wer = await schreibe('tl', 'post /mitarbeitende', {
    rumpf: {
      anzeigename: 'Demo Neu',
      email: 'neu@jobcenter.example',
      rolle: 'fm',
      team: TEAM,
      subjekt: 'demo-neu',
    },
  });
  expect(await lies('fm', '/ich/mailwahl')).toMatchObject({ mitteilung: 'taeglich' });
  const wahl = { erinnerung: 'keine', faellig: 'taeglich', ueberfaellig: 'sofort', mitteilung: 'sofort' };
  await schreibe('fm', 'patch /ich/mailwahl', { werte: {}, rumpf: wahl });
  expect(await lies('fm', '/ich/mailwahl')).toEqual(wahl);
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
  const extern = await schreibe('tl', 'post /mitarbeitende', {
    rumpf: {
      anzeigename: 'Demo Extern',
      email: 'extern@traeger.example',
      rolle: 'fm_extern',
      team: TEAM,
      subjekt: 'demo-extern',
    },
  });
  await schreibe('tl', 'post /mitarbeitende/{id}/nachweise', {
    werte: { id: extern.id },
    rumpf: { art: 'eignung', ausgestelltAm: HEUTE, gueltigBis: '2027-11-30' },
  });
  expect(await lies('tl', '/mitarbeitende/{id}/nachweise', { id: extern.id })).toMatchObject({
    fehlend: ['abgaben'],
  });
  await schreibe('bereichsleitung', 'post /mitarbeitende/{id}/anmeldung', {
    werte: { id: extern.id },
    rumpf: { version: 2, subjekt: 'oid-extern' },
  });
  const stand = await lies('tl', '/mitarbeitende/{id}/ausscheiden/vorschau', werte);
  await schreibe('tl', 'post /mitarbeitende/{id}/ausscheiden', {
    werte,
    rumpf: { version: stand.version, grund: 'Wechsel des Arbeitgebers' },
  });
}

/** Complaints, surveys, targets: what a team is told and measured by. */
export async function qualitaet({ lies, schreibe }: Bedienung): Promise<void> {
  const werte = { id: TEAM };
  const { id, version } = await schreibe('tl', 'post /teams/{id}/beschwerden', {
    werte,
    rumpf: { art: 'erreichbarkeit', eingegangenAm: '2026-11-27' },
  });
  await schreibe('tl', 'post /teams/{id}/beschwerden/{beschwerdeId}/antwort', {
    werte: { ...werte, beschwerdeId: id },
    rumpf: { version, antwort: 'abgeholfen', beantwortetAm: HEUTE },
  });
  expect(await lies('controlling', '/teams/{id}/beschwerden', werte)).toMatchObject({
    eintraege: [{ antwort: 'abgeholfen', tageBisAntwort: 4, version: 2 }],
  });
  const ergebnisse = [{ merkmal: 'Fühlte mich ernst genommen', wert: 1.8, einheit: 'note' }];
  await schreibe('controlling', 'post /teams/{id}/befragungen', {
    werte,
    rumpf: { art: 'befragung', von: '2026-11-02', bis: '2026-11-13', teilnehmende: 42, ergebnisse },
  });
  expect(await lies('tl', '/teams/{id}/befragungen', werte)).toMatchObject({ eintraege: [{ ergebnisse }] });
  const ziel = { kennzahl: 'K-54', von: '2027-01-01', bis: '2027-12-31', einheit: 'prozent' };
  const rest = { richtung: 'mindestens', grundlage: 'Zielvereinbarung 2027' };
  for (const wert of [20, 25])
    await schreibe('controlling', 'post /teams/{id}/zielwerte', { werte, rumpf: { ...ziel, ...rest, wert } });
  expect(await lies('bereichsleitung', '/teams/{id}/zielwerte', werte)).toMatchObject({
    eintraege: [{ ...ziel, wert: 25 }],
  });
}

/** Themes, conflicts of interest, closing days. */
export async function themen({ a, lies, schreibe }: Bedienung): Promise<void> {
  const thema = await schreibe('tl', 'post /themen', { rumpf: { name: 'Sucht' } });
  await schreibe('tl', 'patch /themen/{themaId}', {
    werte: { themaId: thema.id },
    rumpf: { version: thema.version, name: 'Suchtberatung' },
  });
  const person = await legePersonAn(a.db, 'konflikt');
  const konflikt = await schreibe('tl', 'post /interessenkonflikte', {
    rumpf: { person, fm: PERSONAL.fm3 },
  });
  expect(await lies('tl', '/personen/{personId}/interessenkonflikte', { personId: person })).toMatchObject({
    eintraege: [{ id: konflikt.id, fm: { id: PERSONAL.fm3 } }],
  });
  await schreibe('tl', 'post /interessenkonflikte/{konfliktId}/aufhebung', {
    werte: { konfliktId: konflikt.id },
    rumpf: { version: konflikt.version },
  });
  const tag = '2026-12-24';
  for (const rest of [{ grund: 'Betriebsruhe' }, { frei: null, grund: 'Falscher Tag' }])
    await schreibe('bereichsleitung', 'post /kalender/abweichungen', { rumpf: { tag, ...rest } });
  expect(await lies('tl', '/kalender/abweichungen/{tag}', { tag })).toMatchObject({
    eintraege: [{ frei: null }, { frei: true, gilt: false }],
  });
}

/** Versions of the policy, their approval, the migration to them (E48). */
export async function policies({ a, lies, schreibe }: Bedienung): Promise<void> {
  await a.merkeVor('umstellung');
  const werte = { name: 'feste-dauer' };
  await schreibe('tl', 'post /policies', {
    rumpf: {
      ...werte,
      gueltigAb: HEUTE,
      aenderungen: { 'POL-HOECHSTDAUER': 'hard' },
      begruendung: 'Beschluss',
    },
  });
  await schreibe('bereichsleitung', 'post /policies/{name}/freigabe', { werte, rumpf: {} });
  await lies('tl', '/policies/{name}', werte);
  await schreibe('tl', 'post /policies', {
    rumpf: { name: 'vertan', gueltigAb: HEUTE, aenderungen: {}, begruendung: 'Beschluss' },
  });
  await schreibe('tl', 'post /policies/{name}/verwerfung', { werte: { name: 'vertan' }, rumpf: {} });
  const { id } = await schreibe('bereichsleitung', 'post /policies/{name}/migrationen', {
    werte,
    rumpf: {},
  });
  await lies('tl', '/policymigrationen/{id}', { id });
  await schreibe('bereichsleitung', 'post /policymigrationen/{id}/ausfuehrung', {
    werte: { id },
    rumpf: {},
  });
}

import { expect } from 'vitest';
import { legePersonAn, PERSONAL } from '../../../tools/probehaus/stammdaten.ts';
import { meldeAktenlage } from '../aktenlage.ts';
import { FACHDIENST } from '../einwilligung.ts';
import type { Leistungswelt } from '../leistungsfall.ts';
import { HEUTE, type Bedienung } from './bedienung.ts';

async function zugeordneterFall(a: Leistungswelt, personId: string): Promise<string> {
  const eingabe = { person: personId, gruende: 'Besprochen.', erlaeutertAm: HEUTE };
  const { fallId } = await a.gib('pap', 'vormerken', { fallId: null, eingabe });
  await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
  return fallId;
}

/** Akte, Profil, Handlungsbedarfe, Begleitpersonen. */
export async function personenakte({ a, lies, schreibe }: Bedienung): Promise<void> {
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
  await schreibe('pap', 'post /personen/suche', { rumpf: { kundennummer: neu.kundennummer } });
  await lies('pap', '/personen/{personId}', werte);
  await schreibe('pap', 'patch /personen/{personId}', { werte, rumpf: { version, bgNummer: 'BG/4712' } });
  await schreibe('pap', 'post /personen/{personId}/kundennummer', {
    werte,
    rumpf: { version: 2, kundennummer: 'KN4712', grund: 'tippfehler' },
  });
  const profil = { datum: HEUTE, profillage: 'stabilisierungsprofil', anlass: 'erst' };
  await schreibe('pap', 'post /personen/{personId}/profile', { werte, rumpf: profil });
  const bedarf = { schluesselgruppe: 'rahmenbedingungen', bezeichnung: 'Wohnraum', erkanntAm: HEUTE };
  const hb = await schreibe('pap', 'post /personen/{personId}/handlungsbedarfe', { werte, rumpf: bedarf });
  await schreibe('pap', 'patch /personen/{personId}/handlungsbedarfe/{bedarfId}', {
    werte: { ...werte, bedarfId: hb.id },
    rumpf: { version: hb.version, status: 'in_bearbeitung' },
  });
  const neuzugang = { am: HEUTE, grund: 'zuzug' };
  await schreibe('pap', 'post /personen/{personId}/neuzugang', { werte, rumpf: neuzugang });
  const begleitung = await schreibe('pap', 'post /personen/{personId}/begleitpersonen', {
    werte,
    rumpf: { rolle: 'betreuer', name: 'Demo Betreuung', kontakt: 'Telefon 0000' },
  });
  await schreibe('pap', 'patch /personen/{personId}/begleitpersonen/{begleitpersonId}', {
    werte: { ...werte, begleitpersonId: begleitung.id },
    rumpf: { version: begleitung.version, kontakt: 'Telefon 0001' },
  });
  await zugeordneterFall(a, personId);
  const { id: einwilligungId } = await schreibe('fm', 'post /personen/{personId}/einwilligungen', {
    werte,
    rumpf: { ...FACHDIENST, erteiltAm: HEUTE },
  });
  await schreibe('fm', 'patch /personen/{personId}/handlungsbedarfe/{bedarfId}', {
    werte: { ...werte, bedarfId: hb.id },
    rumpf: {
      version: 2,
      status: 'reduziert',
      handlungsfeld: 'vorstrafen_geldstrafentilgung',
      wirksamesInstrument: 'leistung_16a_2',
    },
  });
  await lies('fm', '/personen/{personId}/einwilligungen', werte);
  await lies('fm', '/personen/{personId}/auskunft', werte);
  const { eintraege } = await lies('tl', '/personen/{personId}/protokoll', werte);
  // What Lotse does by itself stands between them, as soon as the day of the test has come.
  const vonMenschen = (eintraege as { rollenname: string | null }[]).filter((e) => e.rollenname !== null);
  expect(vonMenschen.slice(0, 2)).toMatchObject([
    { bezeichnung: 'Auskunft erteilt', rollenname: 'Fallmanagement Ü25' },
    { bezeichnung: 'Texte gelesen', warum: 'führt den Fall', klassen: ['K3'] },
  ]);
  await schreibe('fm', 'post /personen/{personId}/einwilligungen/{einwilligungId}/widerruf', {
    werte: { ...werte, einwilligungId },
    rumpf: { widerrufenAm: HEUTE },
  });
}

/** What somebody reminds themselves of at a case, to the day it is done (ADR 72). */
async function eigeneWiedervorlage(
  { lies, schreibe }: Pick<Bedienung, 'lies' | 'schreibe'>,
  fallId: string,
): Promise<void> {
  const liste = '/faelle/{fallId}/eigene-wiedervorlagen';
  const rumpf = { tag: '2026-12-15', satz: 'Nach dem Termin bei der Schuldnerberatung fragen' };
  const { id } = await schreibe('fm', `post ${liste}`, { werte: { fallId }, rumpf });
  const werte = { fallId, wiedervorlageId: id };
  await schreibe('fm', `post ${liste}/{wiedervorlageId}/verschiebung`, {
    werte,
    rumpf: { tag: '2026-12-22' },
  });
  expect(await lies('fm', liste, { fallId })).toMatchObject({ eintraege: [{ id, tag: '2026-12-22' }] });
  expect(await lies('fm', '/arbeitslisten/eigene-wiedervorlagen')).toMatchObject({
    eintraege: [{ id, fallId }],
  });
  await schreibe('fm', `post ${liste}/{wiedervorlageId}/erledigung`, { werte, rumpf: {} });
}

/** ADR 65: a case that is only asked for begins with nothing, and draws no number. */
async function siehAnfang({ a, schreibe }: Bedienung): Promise<void> {
  const person = await legePersonAn(a.db, 'anfangsvorschau');
  const eingabe = { person, gruende: 'Mehrere Hemmnisse.', erlaeutertAm: HEUTE };
  const { zustand, fristen } = await schreibe('pap', 'post /faelle/vorschau', {
    rumpf: { befehl: 'vormerken', eingabe },
  });
  expect({ zustand, fristen }).toMatchObject({
    zustand: 'vorgemerkt',
    fristen: [{ id: 'T-01', wirkung: 'neu' }],
  });
}

/** Cases and work lists. */
export async function faelle(bedienung: Bedienung): Promise<void> {
  const { a, lies, schreibe } = bedienung;
  await siehAnfang(bedienung);
  const { fallId } = await a.merkeVor('liste');
  const werte = { fallId };
  await lies('tl', '/faelle/{fallId}', werte);
  await lies('tl', '/faelle/{fallId}/fristen/{fristId}/{vorkommen}', {
    ...werte,
    fristId: 'T-01',
    vorkommen: '1',
  });
  await lies('tl', '/faelle/{fallId}/zuordnung/vorschlaege', werte);
  const { fristen } = await schreibe('tl', 'post /faelle/{fallId}/vorschau', {
    werte,
    rumpf: { befehl: 'zuordnen', eingabe: { fm: PERSONAL.fm } },
  });
  expect(fristen).toMatchObject([
    { id: 'T-01', wirkung: 'endet' },
    { id: 'T-02', wirkung: 'neu' },
    { id: 'T-03', wirkung: 'neu' },
  ]);
  await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
  await lies('fm', '/faelle/{fallId}/fallblatt', werte);
  await eigeneWiedervorlage({ lies, schreibe }, fallId);
  const unterlage = { nummer: 'EA-1', datum: HEUTE, titel: 'Bescheid' };
  const verweis = await schreibe('fm', 'post /faelle/{fallId}/eakte', { werte, rumpf: unterlage });
  await schreibe('fm', 'post /faelle/{fallId}/eakte/{verweisId}/ruecknahme', {
    werte: { ...werte, verweisId: verweis.id },
    rumpf: { grund: 'falsche_akte' },
  });
  await lies('fm', '/faelle/{fallId}/eakte', werte);
  await lies('fm', '/faelle/{fallId}/assessment', werte);
  await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-12-08' } });
  await a.gib('pap', 'uebergabe_bestaetigen', { fallId, eingabe: { gegenstand: 'termin' } });
  await lies('pap', '/faelle/{fallId}/uebergaben', werte);
  await lies('pap', '/faelle/{fallId}/uebergaben/{nummer}/termin', { ...werte, nummer: '1' });
  const { schreiben } = await lies('fm', '/faelle/{fallId}/schreiben', werte);
  const [brief] = schreiben as { sequenz: number }[];
  await lies('fm', '/faelle/{fallId}/schreiben/{sequenz}', { ...werte, sequenz: String(brief?.sequenz) });
  await lies('tl', '/faelle/{fallId}/protokoll', werte);
  for (const muster of ['/faelle', '/arbeitslisten/meine-fristen', '/arbeitslisten/team-fristen'])
    await lies('tl', muster);
  for (const muster of ['heute', 'vormerkungen', 'nachhaltungen', 'auslastung', 'besprechung', 'teams'])
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
}

/** The check record Lotse opens by itself (TR01). */
export async function pruefakte({ a, lies }: Bedienung): Promise<void> {
  const personId = await legePersonAn(a.db, 'pruefakte');
  await meldeAktenlage(a, personId, `${HEUTE}T08:00:00Z`);
  const { fristen } = await lies('pap', '/personen/{personId}/potenzial', { personId });
  expect(fristen).toMatchObject([{ id: 'T-40', offen: true }]);
}

/** Notzugriff mit Grund, und seine Prüfung; den einer Teamleitung prüft der Datenschutz. */
export async function notzugriff({ a, lies, schreibe }: Bedienung): Promise<void> {
  const { fallId } = await a.merkeVor('notzugriff');
  const rumpf = { art: 'notzugriff', fall: fallId, grund: 'Krise am Empfang.', stunden: 1 };
  const { id } = await schreibe('fm3', 'post /zugriffe', { rumpf });
  expect(await lies('tl', '/zugriffe/ungeprueft')).toMatchObject({ eintraege: [{ id, fallId }] });
  const werte = { zugriffId: id };
  await schreibe('tl', 'post /zugriffe/{zugriffId}/pruefung', { werte, rumpf: { ergebnis: 'bestaetigt' } });
  const { id: beanstandet } = await schreibe('fm3', 'post /zugriffe', { rumpf });
  const anderer = { zugriffId: beanstandet };
  await schreibe('tl', 'post /zugriffe/{zugriffId}/pruefung', {
    werte: anderer,
    rumpf: { ergebnis: 'beanstandet' },
  });
  expect(await lies('tl', '/zugriffe/beanstandet')).toMatchObject({
    eintraege: [{ id: beanstandet, fallId }],
  });
  await schreibe('tl', 'post /zugriffe/{zugriffId}/freigabe', {
    werte: anderer,
    rumpf: { grund: 'Nach dem Gespräch ist der Anlass geklärt.' },
  });
  const { id: derTeamleitung } = await schreibe('tl', 'post /zugriffe', { rumpf });
  expect(await lies('datenschutz', '/zugriffe/ungeprueft')).toMatchObject({
    eintraege: [{ id: derTeamleitung }],
  });
}

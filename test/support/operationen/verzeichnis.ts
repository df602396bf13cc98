import { expect } from 'vitest';
import { entbinde, ERBRINGER, PUNKTE, zugewieseneLeistung } from '../leistungsfall.ts';
import { HEUTE, type Bedienung } from './bedienung.ts';

/** Directory of the Leistungserbringer, gaps in what is on offer, feedback over a one-time link. */
export async function verzeichnis(wie: Bedienung): Promise<void> {
  const { a, lies, schreibe } = wie;
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
  const bericht = { jahr: 2025, eingegangenAm: '2026-03-02', mittel: 5_000_000, verwendet: 4_900_000 };
  await schreibe('koordinator', 'post /leistungserbringer/{erbringerId}/berichte', {
    werte,
    rumpf: { ...bericht, zufriedenheit: 'Lange Wege, gute Beratung.' },
  });
  expect(await lies('controlling', '/leistungserbringer/{erbringerId}/berichte', werte)).toMatchObject({
    eintraege: [{ ...bericht, entwicklung: null }],
  });
  await lies('fm', '/leistungserbringer');
  expect(await lies('fm', '/leistungserbringer/{erbringerId}', werte)).toMatchObject({
    kapazitaet: 12,
    grundlage: 'vereinbarung',
    vereinbarungen: [{ jahresbericht: true }],
  });
  const { fallId, person } = await zugewieseneLeistung(a, 'operation', neu.id);
  // A service is K5 by being there.
  await lies('fm', '/faelle/{fallId}', { fallId });
  await a.gib('fm', 'angebotsluecke_melden', {
    fallId,
    eingabe: { bereich: 'nr_1', bedarf: 'Keine Plätze' },
  });
  expect(await lies('koordinator', '/angebotsluecken')).toEqual([
    { am: HEUTE, bereich: 'nr_1', bedarf: 'Keine Plätze', gemeldetAn: 'koordinator' },
  ]);
  await entbinde(a, { person, erbringer: neu.id });
  const einmallink = await wie.einmallink(fallId);
  await schreibe('fm', 'post /rueckmeldungen/ansicht', { rumpf: { zugang: einmallink } });
  await schreibe('fm', 'post /rueckmeldungen', {
    rumpf: { zugang: einmallink, art: 'termine', tag: HEUTE, bericht: 'Erster Termin' },
  });
}

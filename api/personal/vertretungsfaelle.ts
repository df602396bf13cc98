import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/personal.ts';
import { liesNamen, liesTeammitglieder } from '../../db/mitarbeitende.ts';
import { liesRing, liesVertretungslage } from '../../db/vertretung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import {
  istAbwesend,
  pruefeAbwesenheit,
  pruefeLetztenTag,
  pruefeStorno,
} from '../../domain/organisation/abwesenheit.ts';
import { vertretungVon } from '../../domain/organisation/vertretung.ts';
import { leitet } from '../../domain/organisation/verwaltung.ts';
import type {
  AbwesenheitAenderung,
  Abwesenheitseintrag,
  AbwesenheitNeu,
  AbwesenheitStorno,
  Ringansicht,
  RingNeu,
  VertretungAbfrage,
} from './formen.ts';
import type { Angelegt } from '../kern/felder.ts';
import { Absage, lehneAb, nichtBerechtigt, nichtGefunden, veraltet } from '../kern/absage.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** A colleague whose absences the account keeps: the own ones, or those of the teams it leads. */
async function betroffene(tx: Transaktion, konto: Konto, id: string): Promise<ablage.Personalzeile> {
  const zeile = await ablage.sperreMitarbeitende(tx, id);
  if (zeile === null) throw nichtGefunden('Diese Person');
  if (konto.id === id || leitet(konto, zeile.teamId)) return zeile;
  throw nichtBerechtigt('Abwesenheiten trägt die Person selbst oder ihre Teamleitung ein.');
}

export async function abwesenheiten(
  { db }: Umgebung,
  konto: Konto,
  id: string,
): Promise<Abwesenheitseintrag[]> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    await betroffene(tx, konto, id);
    const zeilen = await ablage.liesAbwesenheitenVon(tx, id);
    return zeilen.map(({ id: nr, von, bis, grund, version, storniertAm }) => ({
      id: nr,
      von,
      bis,
      grund,
      version,
      storniertAm,
    }));
  });
}

/** The other absences of the colleague that hold; the caller has locked the colleague. */
async function andere(
  tx: Transaktion,
  wer: string,
  ausser: string | null,
): Promise<(ablage.Abwesenheitszeile & { wer: string })[]> {
  const alle = await ablage.liesAbwesenheitenVon(tx, wer);
  return alle
    .filter((a) => a.id !== ausser && a.storniertAm === null)
    .map((a) => ({ ...a, wer: a.mitarbeitendeId }));
}

export function meldeAbwesenheit(
  umgebung: Umgebung,
  konto: Konto,
  { id: wer, schluessel, rumpf }: SchreibenAn<AbwesenheitNeu>,
): Promise<Angelegt> {
  const was = { ort: wer, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await betroffene(tx, konto, wer);
    const { von, bis, grund } = rumpf;
    lehneAb(pruefeAbwesenheit({ wer, von, bis }, await andere(tx, wer, null)));
    const id = randomUUID();
    const neu = { id, mitarbeitendeId: wer, von, bis, grund, erfasstAm: am, erfasstVon: konto.id };
    await ablage.fuegeAbwesenheitAn(tx, neu);
    await vermerke(tx, konto, { am, aktion: 'abwesenheit_gemeldet', gegenstand: `abwesenheit:${id}` });
    return { id, version: 1 };
  });
}

type AnAbwesenheit<Rumpf> = SchreibenAn<Rumpf> & { readonly abwesenheit: string };

async function eigene(
  tx: Transaktion,
  konto: Konto,
  wo: { readonly id: string; readonly abwesenheit: string },
): Promise<ablage.Abwesenheitszeile> {
  await betroffene(tx, konto, wo.id);
  const zeile = await ablage.liesAbwesenheit(tx, wo.abwesenheit);
  if (zeile?.mitarbeitendeId !== wo.id) throw nichtGefunden('Diese Abwesenheit');
  if (zeile.storniertAm !== null)
    throw new Absage('ZUSTAND', 'Diese Abwesenheit ist storniert.', { regel: 'TR52' });
  return zeile;
}

/** A new last day: earlier when somebody comes back early, later when they stay away. */
export function aendereAbwesenheit(
  umgebung: Umgebung,
  konto: Konto,
  { id: wer, abwesenheit: id, schluessel, rumpf }: AnAbwesenheit<AbwesenheitAenderung>,
): Promise<Angelegt> {
  const was = { ort: `${wer}/${id}`, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { von } = await eigene(tx, konto, { id: wer, abwesenheit: id });
    const { version, bis } = rumpf;
    lehneAb(pruefeLetztenTag(von, bis, ortstag(am)));
    lehneAb(pruefeAbwesenheit({ wer, von, bis }, await andere(tx, wer, id)));
    const stand = await ablage.aendereAbwesenheit(tx, { id, version }, { bis });
    if (stand === null) throw veraltet();
    await vermerke(tx, konto, { am, aktion: 'abwesenheit_geaendert', gegenstand: `abwesenheit:${id}` });
    return { id, version: stand };
  });
}

export function storniereAbwesenheit(
  umgebung: Umgebung,
  konto: Konto,
  { id: wer, abwesenheit: id, schluessel, rumpf }: AnAbwesenheit<AbwesenheitStorno>,
): Promise<Angelegt> {
  const was = { ort: `${wer}/${id}`, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const zeile = await eigene(tx, konto, { id: wer, abwesenheit: id });
    lehneAb(pruefeStorno(zeile, ortstag(am)));
    const stand = await ablage.aendereAbwesenheit(tx, { id, version: rumpf.version }, { storniertAm: am });
    if (stand === null) throw veraltet();
    await vermerke(tx, konto, { am, aktion: 'abwesenheit_storniert', gegenstand: `abwesenheit:${id}` });
    return { id, version: stand };
  });
}

/** The ring as a whole: every member is an active Fallmanager of the team. */
export function legeRingFest(
  umgebung: Umgebung,
  konto: Konto,
  { id: teamId, schluessel, rumpf }: SchreibenAn<RingNeu>,
): Promise<Angelegt> {
  const was = { ort: teamId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    if ((await ablage.liesTeam(tx, teamId)) === null) throw nichtGefunden('Dieses Team');
    if (!leitet(konto, teamId)) throw nichtBerechtigt('Dieses Team gehört nicht zu Ihrem Bereich.');
    const taetige = await liesTeammitglieder(tx, teamId);
    const fms = new Set(taetige.filter(({ rolle }) => rolle === 'fm').map(({ id }) => id));
    if (!rumpf.mitglieder.every((id) => fms.has(id))) {
      const satz = 'Im Vertretungsring stehen nur aktive Fallmanagerinnen und Fallmanager des Teams.';
      throw new Absage('REGEL', satz, { regel: 'TR52' });
    }
    if ((await liesRing(tx, teamId)).version !== rumpf.version) throw veraltet();
    const version = rumpf.version + 1;
    const { mitglieder } = rumpf;
    const neu = { teamId, version, mitglieder, festgelegtAm: am, festgelegtVon: konto.id };
    if (!(await ablage.fuegeRingAn(tx, neu))) throw veraltet();
    await vermerke(tx, konto, { am, aktion: 'vertretungsring_festgelegt', gegenstand: `team:${teamId}` });
    return { id: teamId, version };
  });
}

/** The ring of a team, and who represents whom on a day; for the team and those who lead it. */
export async function vertretungsring(
  { db, uhr }: Umgebung,
  konto: Konto,
  { id: teamId, am = ortstag(uhr.jetzt()) }: { readonly id: string } & VertretungAbfrage,
): Promise<Ringansicht> {
  if (konto.team.id !== teamId && !leitet(konto, teamId))
    throw nichtBerechtigt('Dieses Team gehört nicht zu Ihrem Bereich.');
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { version } = await liesRing(tx, teamId);
    const vertretungslage = await liesVertretungslage(tx, teamId, am);
    const namen = await liesNamen(tx, vertretungslage.ring);
    const mensch = (id: string): { id: string; anzeigename: string } => ({
      id,
      anzeigename: namen.get(id) ?? '',
    });
    const mitglieder = vertretungslage.ring.map((id) => {
      const wer = vertretungVon(id, vertretungslage);
      return {
        ...mensch(id),
        abwesend: istAbwesend(id, am, vertretungslage.abwesenheiten),
        vertretung: wer === null ? null : mensch(wer),
      };
    });
    return { version, mitglieder };
  });
}

import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/personal.ts';
import { liesQualifikationen, liesTeammitglieder } from '../../db/mitarbeitende.ts';
import { liegtNochWas } from '../../db/zustaendigkeit.ts';
import { kuendigeKalenderAn } from '../../db/kalender.ts';
import { kuendigeOrganisationAn } from '../../db/team.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { qualifizierungsstand } from '../../domain/organisation/qualifikation.ts';
import {
  AUFSICHTSROLLEN,
  darfAnmeldungAendern,
  darfBesetzen,
  darfMessen,
  leitet,
} from '../../domain/organisation/verwaltung.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import type {
  AnmeldungNeu,
  MitarbeitendeAenderung,
  MitarbeitendeNeu,
  QualifikationNeu,
  Qualifizierung,
  TeamAenderung,
  TeamNeu,
} from './formen.ts';
import type { Angelegt } from '../kern/felder.ts';
import { Absage, lehneAb, nichtBerechtigt, nichtGefunden, veraltet } from '../kern/absage.ts';
import { einmalig, vermerke, type Schreiben, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** The colleague, if the account leads their team. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export async function gefuehrte(tx: Transaktion, konto: Konto, id: string): Promise<ablage.Personalzeile> {
  const zeile = await ablage.sperreMitarbeitende(tx, id);
  if (zeile === null) throw nichtGefunden('Diese Person');
  if (!leitet(konto, zeile.teamId)) throw nichtBerechtigt('Diese Person gehört nicht zu Ihren Teams.');
  return zeile;
}

type Stelle = Pick<ablage.Personalzeile, 'rolle' | 'teamId'>;

async function pruefeStelle(tx: Transaktion, konto: Konto, { rolle, teamId }: Stelle): Promise<void> {
  if ((await ablage.liesTeam(tx, teamId)) === null) throw nichtGefunden('Dieses Team');
  if (!darfBesetzen(konto, { rolle, team: teamId }))
    throw nichtBerechtigt('Diese Rolle besetzt in diesem Team jemand anderes.');
}

/** Leading roles look at teams, the others work in one; nobody is given a team its giver has no say in. */
function pruefeVerantwortung(konto: Konto, rolle: Stelle['rolle'], teams: readonly string[]): void {
  if (teams.length === 0) return;
  if (!AUFSICHTSROLLEN.includes(rolle))
    throw new Absage('REGEL', 'Verantwortung für Teams haben nur Leitung und Controlling.');
  if (konto.rolle !== 'bereichsleitung' || !teams.every((team) => konto.teams.includes(team)))
    throw nichtBerechtigt('Die Verantwortung für Teams vergibt die Bereichsleitung für ihre Teams.');
}

export function legeMitarbeitendeAn(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<MitarbeitendeNeu>,
): Promise<Angelegt> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { team: teamId, verantwortung, aktivAb = ortstag(am), ...felder } = rumpf;
    await pruefeStelle(tx, konto, { rolle: rumpf.rolle, teamId });
    pruefeVerantwortung(konto, rumpf.rolle, verantwortung);
    const id = randomUUID();
    if (!(await ablage.legeMitarbeitendeAn(tx, { ...felder, id, teamId, aktivAb })))
      throw new Absage('BEREITS_VORHANDEN', 'Diese Kennung gehört schon zu einem Konto.');
    await ablage.setzeVerantwortung(tx, id, verantwortung);
    await vermerke(tx, konto, { am, aktion: 'mitarbeitende_angelegt', gegenstand: `mitarbeitende:${id}` });
    return { id, version: 1 };
  });
}

/** Another role or team is a farewell to the work of the old one, which must have been handed over before. */
async function pruefeWechsel(
  tx: Transaktion,
  konto: Konto,
  { alt, neu }: { alt: ablage.Personalzeile; neu: Stelle },
): Promise<void> {
  if (neu.rolle === alt.rolle && neu.teamId === alt.teamId) return;
  if (konto.id === alt.id) throw nichtBerechtigt('Die eigene Rolle ändert jemand anderes.');
  await pruefeStelle(tx, konto, neu);
  if (await liegtNochWas(tx, alt.id)) {
    const satz = 'Vor einem Wechsel von Rolle oder Team sind die offenen Fälle und Personen zu übergeben.';
    throw new Absage('REGEL', satz, { regel: 'TR51' });
  }
}

export function aendereMitarbeitende(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<MitarbeitendeAenderung>,
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const alt = await gefuehrte(tx, konto, id);
    const { version, team, verantwortung, ...felder } = rumpf;
    const neu = { rolle: rumpf.rolle ?? alt.rolle, teamId: team ?? alt.teamId };
    if (!darfBesetzen(konto, { rolle: alt.rolle, team: alt.teamId })) throw nichtBerechtigt();
    await pruefeWechsel(tx, konto, { alt, neu });
    const rueckkehr = rumpf.aktivAb === undefined ? {} : { aktiv: true, aktivBis: null };
    const stand = await ablage.aendereMitarbeitende(
      tx,
      { id, version },
      { ...felder, teamId: team, ...rueckkehr },
    );
    if (stand === null) throw veraltet();
    const teams = verantwortung ?? (AUFSICHTSROLLEN.includes(neu.rolle) ? null : []);
    if (teams !== null) {
      pruefeVerantwortung(konto, neu.rolle, teams);
      await ablage.setzeVerantwortung(tx, id, teams);
    }
    await kuendigeOrganisationAn(tx, am);
    await vermerke(tx, konto, { am, aktion: 'mitarbeitende_geaendert', gegenstand: `mitarbeitende:${id}` });
    return { id, version: stand };
  });
}

/** Another login for a colleague, as after a change of the identity provider: a record of its own, because it gives an account away. */
export function aendereAnmeldung(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<AnmeldungNeu>,
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { rolle, teamId, version } = await gefuehrte(tx, konto, id);
    if (!darfAnmeldungAendern(konto, { id, rolle, team: teamId }))
      throw nichtBerechtigt('Die Anmeldung ändert die Bereichsleitung, und nie die eigene.');
    if (version !== rumpf.version) throw veraltet();
    if (!(await ablage.setzeSubjekt(tx, id, rumpf.subjekt)))
      throw new Absage('BEREITS_VORHANDEN', 'Diese Kennung gehört schon zu einem Konto.');
    await vermerke(tx, konto, { am, aktion: 'anmeldung_geaendert', gegenstand: `mitarbeitende:${id}` });
    return { id, version: version + 1 };
  });
}

/** A new team; the Bereichsleitung that creates it oversees it. */
export function legeTeamAn(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<TeamNeu>,
): Promise<Angelegt> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const id = randomUUID();
    if (!(await ablage.legeTeamAn(tx, { ...rumpf, id })))
      throw new Absage('BEREITS_VORHANDEN', 'Dieses Organisationszeichen ist schon vergeben.');
    await ablage.setzeVerantwortung(tx, konto.id, [...konto.teams, id]);
    await kuendigeOrganisationAn(tx, am);
    await vermerke(tx, konto, { am, aktion: 'team_angelegt', gegenstand: `team:${id}` });
    return { id, version: 1 };
  });
}

export function aendereTeam(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<TeamAenderung>,
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const bisher = await ablage.liesTeam(tx, id);
    if (bisher === null) throw nichtGefunden('Dieses Team');
    if (!leitet(konto, id)) throw nichtBerechtigt('Dieses Team gehört nicht zu Ihrem Bereich.');
    const { version, ...werte } = rumpf;
    const anderesLand = werte.land !== undefined && werte.land !== bisher.land;
    if (anderesLand && konto.rolle !== 'bereichsleitung')
      throw nichtBerechtigt('Das Land verschiebt alle Fristen des Teams; das ändert die Bereichsleitung.');
    if (werte.kennzeichen !== undefined && (await ablage.kennzeichenVergeben(tx, werte.kennzeichen, id)))
      throw new Absage('BEREITS_VORHANDEN', 'Dieses Organisationszeichen ist schon vergeben.');
    const stand = await ablage.aendereTeam(tx, { id, version }, werte);
    if (stand === null) throw veraltet();
    await kuendigeOrganisationAn(tx, am);
    if (anderesLand) await kuendigeKalenderAn(tx, { team: id }, am);
    await vermerke(tx, konto, { am, aktion: 'team_geaendert', gegenstand: `team:${id}` });
    return { id, version: stand };
  });
}

/** E39: a training somebody attended; entered by the Teamleitung, never changed. */
export function erfasseQualifikation(
  umgebung: Umgebung,
  konto: Konto,
  { id: mitarbeitendeId, schluessel, rumpf }: SchreibenAn<QualifikationNeu>,
): Promise<Angelegt> {
  const was = { ort: mitarbeitendeId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await gefuehrte(tx, konto, mitarbeitendeId);
    lehneAb(liegtVoraus(rumpf.am, ortstag(am)));
    const id = randomUUID();
    const neu = { ...rumpf, id, mitarbeitendeId, erfasstAm: am, erfasstVon: konto.id };
    await ablage.fuegeQualifikationAn(tx, neu);
    await vermerke(tx, konto, { am, aktion: 'qualifikation_erfasst', gegenstand: `qualifikation:${id}` });
    return { id, version: 1 };
  });
}

/** K-73: what the members of a team were trained in and what is still required. */
export async function qualifizierung(
  { db }: Umgebung,
  konto: Konto,
  teamId: string,
): Promise<Qualifizierung> {
  if (!darfMessen(konto, teamId)) throw nichtBerechtigt('Dieses Team gehört nicht zu Ihrem Bereich.');
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const mitglieder = await liesTeammitglieder(tx, teamId);
    const besuchte = await liesQualifikationen(tx, teamId);
    return {
      eintraege: mitglieder
        .filter(({ rolle }) => !AUFSICHTSROLLEN.includes(rolle))
        .map(({ id, anzeigename }) => ({
          id,
          anzeigename,
          themen: qualifizierungsstand(besuchte.filter((q) => q.mitarbeitendeId === id)),
        })),
    };
  });
}

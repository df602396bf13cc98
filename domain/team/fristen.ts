import { istArbeitstag, naechsterArbeitstag } from '../frist/kalender.ts';
import { plusTage, tageZwischen, wochentag, type Tag } from '../frist/tag.ts';
import { ZEITRAUMFRISTARTEN } from '../pflicht/katalog/team.ts';
import { regelVon, type Pflicht, type Rechenbasis } from '../pflicht/pflicht.ts';
import { nachPolicywechsel } from '../pflicht/policywechsel.ts';
import type { Pflichtlage } from '../pflicht/sollfristen.ts';
import { policyAus } from '../policy/wahl.ts';
import { folge } from '../vorgang/entwurf.ts';
import type { Zeituebergang } from '../vorgang/aggregat.ts';
import { berichtsauftrag } from './jahresberichte.ts';
import type { Teamtypen } from './typen.ts';
import { ZEITRAUMFRISTEN, type Auftrag, type Team, type Zeitraumfrist } from './team.ts';
import { kalenderzeitraum } from './zeitraum.ts';

/** Older meetings than these are of no use to anybody who looks at the team. */
const BESPRECHUNGEN_GEZEIGT = 4;
/** Where no other period is set. */
const HALBJAHR = 6;

function basisVon({ policy, kalender }: Team, heute: Tag): Rechenbasis {
  return { policy: policyAus(policy), kalender, heute };
}

/** The day of the meeting of the k-th week; null where a holiday lets it drop out (POL-BESPRECHUNG, D-55). */
function besprechungIn({ policy, kalender }: Rechenbasis, seit: Tag, woche: number): Tag | null {
  const { wochentag: gewuenscht, anFeiertag } = policy['POL-BESPRECHUNG'];
  const erster = plusTage(seit, ((gewuenscht - wochentag(seit) + 6) % 7) + 1);
  const tag = plusTage(erster, 7 * (woche - 1));
  if (anFeiertag === 'naechster_arbeitstag') return naechsterArbeitstag(tag, kalender);
  return istArbeitstag(tag, kalender) ? tag : null;
}

/** A week with a meeting. */
type Woche = { readonly nummer: number; readonly tag: Tag };

function naechsteWoche(basis: Rechenbasis, seit: Tag, ab: number): Woche {
  for (let nummer = ab; ; nummer += 1) {
    const tag = besprechungIn(basis, seit, nummer);
    if (tag !== null) return { nummer, tag };
  }
}

function vorigeWoche(basis: Rechenbasis, seit: Tag, ab: number): Woche | null {
  for (let nummer = ab; nummer >= 1; nummer -= 1) {
    const tag = besprechungIn(basis, seit, nummer);
    if (tag !== null) return { nummer, tag };
  }
  return null;
}

/** The first week whose meeting has not passed before the day. */
function wocheAb(basis: Rechenbasis, seit: Tag, tag: Tag): Woche {
  const ungefaehr = Math.max(1, Math.floor(tageZwischen(seit, tag) / 7) - 1);
  let woche = naechsteWoche(basis, seit, ungefaehr);
  while (woche.tag < tag) woche = naechsteWoche(basis, seit, woche.nummer + 1);
  return woche;
}

/**
 * The week whose meeting was held on the day: the one of that day or the last that passed, and once that is settled the
 * next one, held early. Null when that one is settled, too.
 */
export function besprochenewoche(team: Team, am: Tag): number | null {
  const basis = basisVon(team, am);
  const naechste = wocheAb(basis, team.seit, am);
  const vorige = naechste.tag === am ? null : vorigeWoche(basis, team.seit, naechste.nummer - 1);
  const offen = [vorige, naechste].find(
    (woche) => woche !== null && !team.besprechungen.some(({ nummer }) => nummer === woche.nummer),
  );
  return offen?.nummer ?? null;
}

function besprechung(basis: Rechenbasis, team: Team, woche: Woche): Pflicht {
  const { nummer, tag } = woche;
  const folgende = naechsteWoche(basis, team.seit, nummer + 1).tag;
  const vorige = vorigeWoche(basis, team.seit, nummer - 1);
  return {
    id: 'T-41',
    vorkommen: nummer,
    beginn: vorige === null ? team.seit : plusTage(vorige.tag, 1),
    auftrag: { regel: regelVon(basis, 'T-41'), ereignis: tag, dauer: null, anlass: 'Teambesprechung' },
    erfuellung: team.besprechungen.find((b) => b.nummer === nummer) ?? null,
    versaeumtAb: folgende,
    wechselAm: basis.heute > tag ? folgende : plusTage(tag, 1),
  };
}

/** T-41: one duty a week; the newest ones, every one that is still open, and the first that is not kept yet. */
function besprechungen(basis: Rechenbasis, team: Team): Pflicht[] {
  if (!basis.policy['POL-FRIST']['T-41'].aktiv) return [];
  const letzte = wocheAb(basis, team.seit, basis.heute).nummer;
  const offene = team.fristen.filter((f) => f.id === 'T-41' && f.ende === null).map((f) => f.vorkommen);
  const pflichten: Pflicht[] = [];
  let nummer = Math.max(1, Math.min(letzte - BESPRECHUNGEN_GEZEIGT + 1, ...offene));
  while (nummer <= letzte || (pflichten.at(-1)?.erfuellung ?? null) !== null) {
    const woche = naechsteWoche(basis, team.seit, nummer);
    pflichten.push(besprechung(basis, team, woche));
    nummer = woche.nummer + 1;
  }
  return pflichten;
}

/** Months of the calendar period in which a thing is owed once. */
export function periodeVon(team: Team, frist: Zeitraumfrist): number {
  if (ZEITRAUMFRISTARTEN[frist].dauer === null) return HALBJAHR;
  const { dauer } = policyAus(team.policy)['POL-FRIST'][frist];
  return dauer?.einheit === 'monate' ? dauer.anzahl : HALBJAHR;
}

/**
 * A visit, an exchange, the Betreuungsschlüssel (CAL-Z, A-16: never shifted); sample, reports, meetings (CAL-T). Left undone it stays on the list during the
 * next period, in which it may still be recorded with its true day, and is missed after that.
 */
function zeitraumpflicht(team: Team, auftrag: Auftrag): Pflicht {
  const { id, vorkommen, beginn, von, bis, erfuellung } = auftrag;
  const vorher = plusTage(von, -1);
  const folgender = kalenderzeitraum(plusTage(bis, 1), periodeVon(team, id));
  const versaeumtAb = plusTage(folgender.bis, 1);
  if (id === 'T-48') {
    return { id, vorkommen, erfuellung, versaeumtAb, wechselAm: versaeumtAb, ...berichtsauftrag(auftrag) };
  }
  return {
    id,
    vorkommen,
    beginn,
    // Due on a day somebody sets, here the last one of its period.
    auftrag:
      ZEITRAUMFRISTARTEN[id].regel === 'CAL-T'
        ? { regel: 'CAL-T', ereignis: bis, dauer: null, anlass: 'Ende des Zeitraums' }
        : {
            regel: 'CAL-Z',
            ereignis: vorher,
            dauer: { einheit: 'tage', anzahl: tageZwischen(vorher, bis) },
            anlass: 'Ende des vorigen Zeitraums',
          },
    erfuellung,
    versaeumtAb,
    wechselAm: versaeumtAb,
  };
}

function istAktiv(team: Team, frist: Zeitraumfrist): boolean {
  return policyAus(team.policy)['POL-FRIST'][frist].aktiv;
}

/** T-41 to T-45, T-48 to T-50 and T-52 of a team. */
export function pflichtlage(team: Team, heute: Tag): Pflichtlage {
  const basis = basisVon(team, heute);
  const auftraege = team.auftraege.filter(({ id }) => istAktiv(team, id));
  return nachPolicywechsel(team, {
    pflichten: [...besprechungen(basis, team), ...auftraege.map((a) => zeitraumpflicht(team, a))],
    kalender: team.kalender,
    heute,
    laeuft: () => true,
    ruht: () => false,
  });
}

/** A new calendar period begins for each duty that is owed once per period. */
export function zeituebergaenge(team: Team): readonly Zeituebergang<Teamtypen>[] {
  return ZEITRAUMFRISTEN.map((frist) => {
    const am = plusTage(team.zeitraumBis[frist], 1);
    const { von, bis } = kalenderzeitraum(am, periodeVon(team, frist));
    return { am, ereignis: folge(null, null, { art: 'zeitraum_begonnen', frist, von, bis }) };
  });
}

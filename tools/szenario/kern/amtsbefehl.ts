import { vollstaendigeAenderungen } from '../../../api/policy/parameterformen.ts';
import { FALL } from '../../../domain/fall/aggregat.ts';
import { laeuftNoch, nebenVon } from '../../../domain/fall/fall.ts';
import { machenDasselbeFrei } from '../../../domain/frist/kalender.ts';
import { pruefeEintrag } from '../../../domain/frist/kalendereintrag.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import type { Rolle } from '../../../domain/kennungen.ts';
import { leitet } from '../../../domain/organisation/verwaltung.ts';
import { POLICYRECHTE, pruefeFreigabe } from '../../../domain/policy/freigabe.ts';
import { POLICYBASEN, type Policywahl } from '../../../domain/policy/policy.ts';
import type { Falltypen } from '../../../domain/fall/typen.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import { POTENZIAL, type Potenzialtypen } from '../../../domain/potenzial/aggregat.ts';
import type { Teamtypen } from '../../../domain/team/typen.ts';
import { TEAM as KALENDER } from '../../../domain/team/aggregat.ts';
import {
  besteht,
  type Aggregat,
  type BefehlAn,
  type EreignisVon,
  type Stand,
  type Typen,
} from '../../../domain/vorgang/aggregat.ts';
import { leitung, systemkopf, type Befehlskopf, type Pflegebefehl } from '../../../domain/vorgang/befehl.ts';
import { bewegungenAus } from '../../../domain/vorgang/policyvorschau.ts';
import { fuehreAus } from '../../../domain/vorgang/schritt.ts';
import type { Befehlsergebnis } from '../motor.ts';
import type { Amtsbefehl } from '../stammdaten.ts';
import { kennung } from '../verweise.ts';
import { umstellungsfakten, type Umgestellt } from '../umstellungsfakten.ts';
import { verzeichne, type Aktenfuehrung } from './aktenfuehrung.ts';
import { kalenderVon } from './amt.ts';
import { zeichneAuf, type Fallakte } from './fallakte.ts';
import { meldeAktenlage } from './pruefung.ts';
import { berechtigter, ein, fallakte, type Stammschritt, type Welt } from './welt.ts';

type Offen<T extends Typen> = {
  readonly akte: Aktenfuehrung & { readonly label: string };
  readonly stand: T['stand'];
  readonly nimm: (ereignisse: readonly EreignisVon<T>[], stand: T['stand']) => void;
};

/** What a Vorgang is told; null = nothing that would be news to it. */
type Wunsch = (stand: Stand) => Pflegebefehl | null;

function sage<T extends Typen>(aggregat: Aggregat<T>, offen: Offen<T>, wunsch: Wunsch): Umgestellt[] {
  const befehl = wunsch(offen.stand);
  if (befehl === null) return [];
  const ergebnis = fuehreAus(aggregat, offen.stand, befehl as BefehlAn<T>);
  if (!ergebnis.ok) throw new Error('Ein Vorgang nimmt die Meldung nicht an');
  const { ereignisse, lage } = ergebnis;
  if (ereignisse.length === 0 || !besteht<T>(lage)) return [];
  offen.nimm(ereignisse, lage);
  return [{ fall: offen.akte.label, bewegungen: bewegungenAus(offen.stand.fristen, ereignisse) }];
}

function sageFaellen(faelle: readonly Fallakte[], wunsch: Wunsch): Umgestellt[] {
  return faelle.flatMap((akte) => {
    const nimm: Offen<Falltypen>['nimm'] = (ereignisse, fall) => {
      zeichneAuf(akte, akte.fall, { ereignisse, fall });
    };
    return sage(FALL, { akte, stand: akte.fall, nimm }, wunsch);
  });
}

function sagePruefungen(welt: Welt, wunsch: Wunsch): Umgestellt[] {
  return [...welt.potenziale.values()].flatMap((akte) => {
    const { lage } = akte;
    if (lage.zustand === 'neu' || POTENZIAL.istAbgeschlossen(lage)) return [];
    const nimm: Offen<Potenzialtypen>['nimm'] = (ereignisse, stand) => {
      verzeichne(akte, POTENZIAL, { vorher: lage, ereignisse });
      akte.lage = stand;
    };
    return sage(POTENZIAL, { akte, stand: lage, nimm }, wunsch);
  });
}

function sageTeam({ team }: Welt, wunsch: Wunsch): Umgestellt[] {
  if (team === null) return [];
  const { stand: vorher } = team;
  const nimm: Offen<Teamtypen>['nimm'] = (ereignisse, stand) => {
    verzeichne(team, KALENDER, { vorher, ereignisse });
    team.stand = stand;
  };
  return sage(KALENDER, { akte: team, stand: vorher, nimm }, wunsch);
}

/** Tells every Vorgang that still carries duties which policy the office has now, as the delivery does. */
function sageAllen(welt: Welt, wunsch: Wunsch): Umgestellt[] {
  const offene = welt.faelle.filter(({ fall }) => laeuftNoch(fall) || nebenVon(fall).length > 0);
  const faelle = sageFaellen(offene, wunsch);
  const pruefungen = sagePruefungen(welt, wunsch);
  for (const { fall } of pruefungen) meldeAktenlage(welt, fall, welt.uhr);
  return [...faelle, ...pruefungen, ...sageTeam(welt, wunsch)];
}

const andererKalender =
  ({ amt }: Welt, kopf: Befehlskopf): Wunsch =>
  (stand) => {
    const kalender = kalenderVon(amt, stand.team);
    if (machenDasselbeFrei(stand.kalender, kalender)) return null;
    return { ...kopf, befehl: 'kalender_uebernehmen', kalender };
  };

const mitPflichten = ({ faelle }: Welt): Fallakte[] =>
  faelle.filter(({ fall }) => !FALL.istAbgeschlossen(fall));

/** A case that is open again hears of the closing days recorded while it was not. */
export function holeKalenderNach(welt: Welt, nummer: number): void {
  const kopf = systemkopf(kennung('kalender', String(nummer)), welt.uhr);
  sageFaellen(mitPflichten(welt), andererKalender(welt, kopf));
}

type Befehlsausgang =
  Exclude<Befehlsergebnis, { ergebnis: 'ok' }> | { readonly fakten: Readonly<Record<string, unknown>> };

const VERBOTEN = { verboten: true } as const;
const darf = (rollen: readonly Rolle[], rolle: Rolle): boolean => rollen.includes(rolle);

function freigeben({ amt, geschichte, uhr }: Welt, name: string, wer: string): Befehlsausgang {
  const version = ein(
    amt.versionen.find((v) => v.name === name),
    `die Policy-Version ${name}`,
  );
  const rollen = geschichte.personal.map(({ rolle }) => rolle);
  const ablehnung = pruefeFreigabe(version, { wer, heute: ortstag(uhr), rollen });
  if (ablehnung !== null) return { abgelehnt: ablehnung.id };
  amt.versionen = amt.versionen.map((v) =>
    v === version ? { ...v, urteil: 'freigegeben' as const, freigegebenAm: uhr } : v,
  );
  return { fakten: {} };
}

function umstellen(welt: Welt, name: string, kopf: Befehlskopf): Befehlsausgang {
  const eigene = welt.amt.versionen.find((v) => v.name === name);
  const basis = POLICYBASEN.find((eingebaut) => eingebaut === name);
  if (eigene === undefined && basis === undefined)
    throw new Error(`In der Geschichte fehlt: die Policy-Version ${name}`);
  if (eigene !== undefined && eigene.urteil !== 'freigegeben') return { abgelehnt: 'E48' };
  const policy: Policywahl =
    eigene === undefined ? { basis: ein(basis, name), aenderungen: {} } : { ...eigene.wahl, version: name };
  const umgestellt = sageAllen(welt, () => ({ ...kopf, befehl: 'policy_uebernehmen', policy }));
  return { fakten: umstellungsfakten(umgestellt) };
}

function schliesstag(
  welt: Welt,
  { tag, team: label, frei, grund }: Extract<Amtsbefehl, { befehl: 'schliesstag_erfassen' }>,
  { kopf, wer }: { readonly kopf: Befehlskopf; readonly wer: Berechtigter },
): Befehlsausgang {
  const { amt } = welt;
  const team = label === undefined ? null : kennung('team', label);
  if (team !== null && !leitet(wer, team)) return VERBOTEN;
  const neu = { tag, team, frei, grund };
  const ablehnung = pruefeEintrag(neu, { eintraege: amt.eintraege, laender: [amt.land] });
  if (ablehnung !== null) return { abgelehnt: ablehnung.id };
  amt.eintraege = [...amt.eintraege, neu];
  const wunsch = andererKalender(welt, kopf);
  sageFaellen(mitPflichten(welt), wunsch);
  sagePruefungen(welt, wunsch);
  sageTeam(welt, wunsch);
  return { fakten: {} };
}

function wirke(welt: Welt, befehl: Amtsbefehl, { als, nummer }: Stammschritt): Befehlsausgang {
  const wer = berechtigter(welt, als);
  const { id, rolle } = wer;
  const kopf = { ...systemkopf(kennung('amt', String(nummer)), welt.uhr), akteur: leitung(id) };
  switch (befehl.befehl) {
    case 'policy_entwerfen': {
      if (!darf(POLICYRECHTE.entwerfen, rolle)) return VERBOTEN;
      const { name, gueltigAb, basis } = befehl;
      const wahl = { basis, aenderungen: vollstaendigeAenderungen(basis, befehl.aenderungen) };
      const neu = { name, gueltigAb, wahl, entworfenVon: id, urteil: null, freigegebenAm: '' };
      welt.amt.versionen = [...welt.amt.versionen, neu];
      return { fakten: {} };
    }
    case 'policy_freigeben':
      return darf(POLICYRECHTE.freigeben, rolle) ? freigeben(welt, befehl.name, id) : VERBOTEN;
    case 'policy_umstellen':
      return darf(POLICYRECHTE.umstellen, rolle) ? umstellen(welt, befehl.name, kopf) : VERBOTEN;
    case 'schliesstag_erfassen':
      return rolle === 'bereichsleitung' ? schliesstag(welt, befehl, { kopf, wer }) : VERBOTEN;
  }
}

function zustandVon(welt: Welt, label: string): string | null {
  const pruefung = welt.potenziale.get(label)?.lage.zustand;
  if (pruefung !== undefined) return pruefung === 'neu' ? null : pruefung;
  return (label === welt.team?.label ? welt.team.stand : fallakte(welt, label)?.fall)?.zustand ?? null;
}

/** A decision of the office for all, with the same rights and refusals as the routes of the API. */
export function fuehreAmtsbefehlAus(welt: Welt, befehl: Amtsbefehl, schritt: Stammschritt): Befehlsergebnis {
  const befehlsausgang = wirke(welt, befehl, schritt);
  if (!('fakten' in befehlsausgang)) return befehlsausgang;
  return {
    ergebnis: 'ok',
    zustand: zustandVon(welt, schritt.fall),
    neben: [],
    warnungen: [],
    ...befehlsausgang,
  };
}

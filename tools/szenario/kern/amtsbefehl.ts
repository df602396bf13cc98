import { vollstaendigeAenderungen } from '../../../api/policy/parameterformen.ts';
import { FALL } from '../../../domain/fall/aggregat.ts';
import { laeuftNoch, nebenVon } from '../../../domain/fall/fall.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import type { Rolle } from '../../../domain/kennungen.ts';
import { POLICYRECHTE, pruefeFreigabe } from '../../../domain/policy/freigabe.ts';
import { POLICYBASEN, type Policywahl } from '../../../domain/policy/policy.ts';
import type { Falltypen } from '../../../domain/fall/typen.ts';
import { POTENZIAL, type Potenzialtypen } from '../../../domain/potenzial/aggregat.ts';
import type { Teamtypen } from '../../../domain/team/typen.ts';
import { TEAM as KALENDER } from '../../../domain/team/aggregat.ts';
import {
  besteht,
  type Aggregat,
  type BefehlAn,
  type EreignisVon,
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
import { zeichneAuf } from './fallakte.ts';
import { meldeAktenlage } from './pruefung.ts';
import { berechtigter, ein, fallakte, type Stammschritt, type Welt } from './welt.ts';

type Offen<T extends Typen> = {
  readonly akte: Aktenfuehrung & { readonly label: string };
  readonly stand: T['stand'];
  readonly nimm: (ereignisse: readonly EreignisVon<T>[], stand: T['stand']) => void;
};

function sage<T extends Typen>(aggregat: Aggregat<T>, offen: Offen<T>, befehl: Pflegebefehl): Umgestellt[] {
  const ergebnis = fuehreAus(aggregat, offen.stand, befehl as BefehlAn<T>);
  if (!ergebnis.ok) throw new Error('Ein Vorgang nimmt die Meldung nicht an');
  const { ereignisse, lage } = ergebnis;
  if (ereignisse.length === 0 || !besteht<T>(lage)) return [];
  offen.nimm(ereignisse, lage);
  return [{ fall: offen.akte.label, bewegungen: bewegungenAus(offen.stand.fristen, ereignisse) }];
}

function sageFaellen(welt: Welt, befehl: Pflegebefehl): Umgestellt[] {
  const offene = welt.faelle.filter(({ fall }) => laeuftNoch(fall) || nebenVon(fall).length > 0);
  return offene.flatMap((akte) => {
    const nimm: Offen<Falltypen>['nimm'] = (ereignisse, fall) => {
      zeichneAuf(akte, akte.fall, { ereignisse, fall });
    };
    return sage(FALL, { akte, stand: akte.fall, nimm }, befehl);
  });
}

function sagePruefungen(welt: Welt, befehl: Pflegebefehl): Umgestellt[] {
  return [...welt.potenziale.values()].flatMap((akte) => {
    const { lage } = akte;
    if (lage.zustand === 'neu' || !lage.fristen.some(({ ende }) => ende === null)) return [];
    const nimm: Offen<Potenzialtypen>['nimm'] = (ereignisse, stand) => {
      verzeichne(akte, POTENZIAL, { vorher: lage, ereignisse });
      akte.lage = stand;
    };
    const gesagt = sage(POTENZIAL, { akte, stand: lage, nimm }, befehl);
    if (befehl.befehl === 'policy_uebernehmen') meldeAktenlage(welt, akte.label, welt.uhr);
    return gesagt;
  });
}

function sageTeam({ team }: Welt, befehl: Pflegebefehl): Umgestellt[] {
  if (team === null) return [];
  const { stand: vorher } = team;
  const nimm: Offen<Teamtypen>['nimm'] = (ereignisse, stand) => {
    verzeichne(team, KALENDER, { vorher, ereignisse });
    team.stand = stand;
  };
  return sage(KALENDER, { akte: team, stand: vorher, nimm }, befehl);
}

/** Tells every Vorgang that still carries duties what the office has decided, as the delivery does. */
function sageAllen(welt: Welt, befehl: Pflegebefehl): Umgestellt[] {
  return [...sageFaellen(welt, befehl), ...sagePruefungen(welt, befehl), ...sageTeam(welt, befehl)];
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
  const umgestellt = sageAllen(welt, { ...kopf, befehl: 'policy_uebernehmen', policy });
  return { fakten: umstellungsfakten(umgestellt) };
}

function schliesstag(
  welt: Welt,
  { tag, frei, grund }: Extract<Amtsbefehl, { befehl: 'schliesstag_erfassen' }>,
  kopf: Befehlskopf,
): Befehlsausgang {
  const { amt } = welt;
  const abweichungen = [...amt.kalender.abweichungen, { tag, frei, grund }].sort((a, b) =>
    a.tag.localeCompare(b.tag),
  );
  const kalender = { ...amt.kalender, abweichungen };
  amt.kalender = kalender;
  sageAllen(welt, { ...kopf, befehl: 'kalender_uebernehmen', kalender });
  return { fakten: {} };
}

function wirke(welt: Welt, befehl: Amtsbefehl, { als, nummer }: Stammschritt): Befehlsausgang {
  const { id, rolle } = berechtigter(welt, als);
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
      return rolle === 'bereichsleitung' ? schliesstag(welt, befehl, kopf) : VERBOTEN;
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

import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { besetzteRollen } from '../../db/mitarbeitende.ts';
import * as ablage from '../../db/policy.ts';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { POLICYBASEN, type Policywahl } from '../../domain/policy/policy.ts';
import {
  pruefeFreigabe,
  pruefeVerwerfung,
  type Policyentwurf,
  type Policyurteil,
} from '../../domain/policy/freigabe.ts';
import { pruefePolicy, type Befund } from '../../domain/policy/pruefung.ts';
import { vergleichePolicies } from '../../domain/policy/vergleich.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import type { Policyansicht, Policyeintrag, PolicyNeu } from './formen.ts';
import { vollstaendigeAenderungen } from './parameterformen.ts';
import { Absage, lehneAb, nichtGefunden } from '../kern/absage.ts';
import type { Schluessel } from '../kern/schluessel.ts';
import { einmalig, vermerke, type Schreiben } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

type Version = { readonly angaben: Omit<Policyeintrag, 'aktiv'>; readonly wahl: Policywahl };

const OHNE_URTEIL = { freigegebenVon: null, freigegebenAm: null, verworfenVon: null, verworfenAm: null };

function ausZeile({ wahl, urteil, urteilVon, urteilAm, ...zeile }: ablage.Policyzeile): Version {
  const beurteilt =
    urteil === 'verworfen'
      ? { ...OHNE_URTEIL, verworfenVon: urteilVon, verworfenAm: urteilAm }
      : { ...OHNE_URTEIL, freigegebenVon: urteilVon, freigegebenAm: urteilAm };
  const inhalt = { basis: wahl.basis, aenderungen: { ...wahl.aenderungen } };
  return { angaben: { ...zeile, ...beurteilt, stand: urteil ?? 'entwurf', ...inhalt }, wahl };
}

const NIEMAND = { entworfenVon: null, entworfenAm: null, ...OHNE_URTEIL };

function eingebaut(basis: Policywahl['basis']): Version {
  const begruendung = basis === 'standard' ? 'Empfohlene Werte' : 'HEGA 2010 für sich gelesen';
  const wahl = { basis, aenderungen: {} };
  const angaben = { name: basis, gueltigAb: '1995-01-01', stand: 'eingebaut', basis, begruendung } as const;
  return { angaben: { ...angaben, aenderungen: {}, ...NIEMAND }, wahl };
}

/** All versions, those of the office first, and which of them a case that begins today would get. */
async function versionen(tx: Transaktion, heute: string): Promise<{ alle: Version[]; aktive: string }> {
  const eigene = (await ablage.liesPolicyversionen(tx)).map(ausZeile);
  const fehlende = POLICYBASEN.filter((basis) => !eigene.some(({ angaben }) => angaben.name === basis));
  const { version = 'standard' } = await ablage.aktivePolicy(tx, heute);
  return { alle: [...eigene, ...fehlende.map(eingebaut)], aktive: version };
}

function eintrag({ angaben }: Version, aktive: string): Policyeintrag {
  return { ...angaben, aktiv: angaben.name === aktive };
}

/** Policy versions of the office and the built-in ones; `aktiv` is what a new case gets today. */
export function policies({ db, uhr }: Umgebung, konto: Konto): Promise<Policyeintrag[]> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { alle, aktive } = await versionen(tx, ortstag(uhr.jetzt()));
    return alle.map((version) => eintrag(version, aktive));
  });
}

async function befunde(tx: Transaktion, wahl: Policywahl): Promise<readonly Befund[]> {
  return pruefePolicy(wahl, { rollen: await besetzteRollen(tx) });
}

function finde(alle: readonly Version[], name: string): Version {
  const version = alle.find(({ angaben }) => angaben.name === name);
  if (version === undefined) throw nichtGefunden('Diese Policy-Version');
  return version;
}

/** One version with all its parameters, what the check found, and in what it differs from another one. */
export function policyansicht(
  { db, uhr }: Umgebung,
  konto: Konto,
  { name, gegen = 'standard' }: { readonly name: string; readonly gegen?: string | undefined },
): Promise<Policyansicht> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { alle, aktive } = await versionen(tx, ortstag(uhr.jetzt()));
    const version = finde(alle, name);
    return {
      ...eintrag(version, aktive),
      parameter: { ...policyAus(version.wahl) },
      befunde: [...(await befunde(tx, version.wahl))],
      gegen,
      unterschiede: [...vergleichePolicies(version.wahl, finde(alle, gegen).wahl)],
    };
  });
}

/** A draft: it acts on nothing until somebody else approves it (E48). */
export function entwerfePolicy(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<PolicyNeu>,
): Promise<{ readonly name: string; readonly befunde: Befund[] }> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { name, gueltigAb, basis, begruendung } = rumpf;
    const wahl = { basis, aenderungen: vollstaendigeAenderungen(basis, rumpf.aenderungen) };
    const neu = { name, gueltigAb, wahl, begruendung, entworfenVon: konto.id, entworfenAm: am };
    if (POLICYBASEN.some((vergeben) => vergeben === name) || !(await ablage.fuegeVersionAn(tx, neu)))
      throw new Absage('BEREITS_VORHANDEN', 'Eine Version mit diesem Namen gibt es schon.');
    await vermerke(tx, konto, { am, aktion: 'policy_entworfen', gegenstand: `policy:${name}` });
    return { name, befunde: [...(await befunde(tx, wahl))] };
  });
}

async function findeEntwurf(tx: Transaktion, name: string, am: string): Promise<Policyentwurf> {
  const { alle } = await versionen(tx, ortstag(am));
  const { angaben, wahl } = finde(alle, name);
  const { gueltigAb, stand, entworfenVon } = angaben;
  const urteil = stand === 'entwurf' ? null : stand === 'verworfen' ? stand : 'freigegeben';
  return { wahl, gueltigAb, entworfenVon: entworfenVon?.id ?? null, urteil };
}

type Benannt = { readonly name: string };
type Urteilsauftrag = Benannt & { readonly schluessel: Schluessel };
type Urteil = {
  readonly urteil: Policyurteil;
  readonly pruefe: (tx: Transaktion, entwurf: Policyentwurf, am: Instant) => Promise<Ablehnung | null>;
};

/** How a draft ends, once and on record. */
function urteile(
  { umgebung, konto }: { readonly umgebung: Umgebung; readonly konto: Konto },
  { name, schluessel }: Urteilsauftrag,
  { urteil, pruefe }: Urteil,
): Promise<Benannt> {
  const was = { ort: name, schluessel, rumpf: null };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    lehneAb(await pruefe(tx, await findeEntwurf(tx, name, am), am));
    if (!(await ablage.urteileUeberVersion(tx, { name, urteil, von: konto.id, am })))
      throw new Absage('ZUSTAND', 'Über diese Version ist schon entschieden.', { regel: 'E48' });
    await vermerke(tx, konto, { am, aktion: `policy_${urteil}`, gegenstand: `policy:${name}` });
    return { name };
  });
}

/** The second person approves what the first has drafted, if the check finds nothing that contradicts itself. */
export function gibPolicyFrei(umgebung: Umgebung, konto: Konto, auftrag: Urteilsauftrag): Promise<Benannt> {
  const pruefe: Urteil['pruefe'] = async (tx, entwurf, am) => {
    const rollen = await besetzteRollen(tx);
    return pruefeFreigabe(entwurf, { wer: konto.id, heute: ortstag(am), rollen });
  };
  return urteile({ umgebung, konto }, auftrag, { urteil: 'freigegeben', pruefe });
}

/** A draft nobody wants any more: it stays readable and acts on nothing, ever. */
export function verwirfPolicy(umgebung: Umgebung, konto: Konto, auftrag: Urteilsauftrag): Promise<Benannt> {
  const pruefe: Urteil['pruefe'] = (_, entwurf) =>
    Promise.resolve(pruefeVerwerfung(entwurf, { wer: konto.id, rolle: konto.rolle }));
  return urteile({ umgebung, konto }, auftrag, { urteil: 'verworfen', pruefe });
}

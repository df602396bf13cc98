import {
  aktivePolicy,
  fallkopf,
  fallmanagementteam,
  findeBezug,
  hatNeuerenFall,
  kollegin,
  personenakte,
  type Fallkopf,
} from '../../db/akte.ts';
import type { Transaktion } from '../../db/client.ts';
import { ladeKalenderFuerTeam } from '../../db/kalender.ts';
import { ladeZuordnungslage } from '../../db/zuordnung.ts';
import type { BefehlVon, Fallgruendung } from '../../domain/fall/befehle.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import {
  BEFEHLSRECHTE,
  darf,
  vertretenIn,
  type Fallbezug,
  type Sachbefehl,
} from '../../domain/rollen/befehlsrechte.ts';
import { personenfakten } from '../../domain/zugang/fakten.ts';
import { zuordnungsfakten } from '../../domain/zuordnung/fakten.ts';
import { nichtBerechtigt, nichtGefunden } from './absage.ts';
import {
  abgelehnt,
  LEER,
  verweise,
  type Geladen,
  type Lader,
  type Teil,
  type Vorgang,
} from './befehlsfakten.ts';
import { absage, einwilligung, faktenDerPerson } from './personenakte.ts';
import { frageVon } from './zuordnung.ts';

/** Commands whose rules look at the file of the person; the compiler knows when one is missing. */
type MitPerson = { [Name in Sachbefehl]: 'person' extends keyof BefehlVon<Name> ? Name : never }[Sachbefehl];
const MIT_PERSON: Readonly<Record<MitPerson, true>> = {
  vormerken: true,
  fall_uebernehmen: true,
  uebernahmegespraech_fuehren: true,
  zugang_entscheiden: true,
  standortgespraech_fuehren: true,
  fallabgang_dokumentieren: true,
  akh_festlegen: true,
  wiedervorlage_bearbeiten: true,
};

function pruefeRolle({ konto, befehl }: Vorgang): void {
  if (!BEFEHLSRECHTE[befehl].includes(konto.rolle)) throw nichtBerechtigt();
}

function pruefeRecht({ konto, befehl }: Vorgang, bezug: Fallbezug): void {
  if (!darf(konto, befehl, bezug)) throw nichtBerechtigt();
}

/** Authorises and loads the facts of a command. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN. */
export async function ladeUmfeld(tx: Transaktion, vorgang: Vorgang): Promise<Geladen> {
  pruefeRolle(vorgang);
  if (vorgang.befehl === 'vormerken' || vorgang.befehl === 'fall_uebernehmen') return eroeffnung(tx, vorgang);
  const kopf = await fallkopf(tx, vorgang.fallId);
  if (kopf === null) throw nichtGefunden('Diesen Fall');
  pruefeRecht(vorgang, kopf);
  return {
    fallnummer: kopf.fallnummer,
    zeilenversionen: {},
    ablehnung: null,
    fuer: vertretenIn(vorgang.konto, kopf),
    ...(await jeBefehl(tx, vorgang, kopf)),
  };
}

/** Commands that need other facts than the file of the person. */
const LADER: Readonly<Partial<Record<Sachbefehl, Lader>>> = {
  zuordnen: zuordnung,
  nachhaltung_uebertragen: fmWechsel,
  externes_fm_beauftragen: beauftragung,
  fm_wechseln: fmWechsel,
  termin_verlegen: absage,
  kontakt_erfassen: absage,
  gutachten_einleiten: einwilligung,
  berichtigen: berichtigung,
  aufnehmende_stelle_klaeren: stelle,
  umkehr_beantragen: umkehr,
  umkehr_entscheiden: umkehr,
};

async function jeBefehl(tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf): Promise<Teil> {
  const lade = LADER[vorgang.befehl];
  if (lade !== undefined) return lade(tx, vorgang, kopf);
  if (!(vorgang.befehl in MIT_PERSON)) return { umfeld: LEER };
  const { fakten, zeilenversionen } = await faktenDerPerson(tx, vorgang, kopf);
  return { umfeld: { ...LEER, person: fakten }, zeilenversionen };
}

async function umkehr(tx: Transaktion, _: Vorgang, kopf: Fallkopf): Promise<Teil> {
  return { umfeld: { ...LEER, neuerFall: await hatNeuerenFall(tx, kopf) } };
}

type Fallmanagement = {
  readonly fm: string;
  readonly fmIstFallmanager: boolean;
  readonly versionen: Readonly<Record<string, number>>;
};

/** TR07, TR51: only an active Fallmanager of the team of the case. */
async function fallmanagement(
  tx: Transaktion,
  { eingabe }: Vorgang,
  kopf: Fallkopf,
): Promise<Fallmanagement> {
  const { fm = '' } = verweise.parse(eingabe);
  const wer = await kollegin(tx, fm);
  const fmIstFallmanager = wer !== null && wer.aktiv && wer.rolle === 'fm' && wer.team === kopf.team;
  return {
    fm,
    fmIstFallmanager,
    versionen: wer === null ? {} : { [`mitarbeitende:${wer.id}`]: wer.version },
  };
}

/** TR07: the load of all at this instant, too (E09, V-70). */
async function zuordnung(tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf): Promise<Teil> {
  const { fm, fmIstFallmanager, versionen } = await fallmanagement(tx, vorgang, kopf);
  const { lage, zeilenversionen } = await ladeZuordnungslage(tx, frageVon(kopf, ortstag(vorgang.at)));
  return {
    umfeld: { ...LEER, fmIstFallmanager, last: zuordnungsfakten(lage, fm) },
    zeilenversionen: { ...zeilenversionen, ...versionen },
  };
}

/** V-52: only an active external Fallmanagement. */
async function beauftragung(tx: Transaktion, { eingabe }: Vorgang): Promise<Teil> {
  const { fm = '' } = verweise.parse(eingabe);
  const wer = await kollegin(tx, fm);
  if (wer === null) return { umfeld: LEER };
  const fmIstExtern = wer.aktiv && wer.rolle === 'fm_extern';
  return { umfeld: { ...LEER, fmIstExtern }, zeilenversionen: { [`mitarbeitende:${wer.id}`]: wer.version } };
}

async function fmWechsel(tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf): Promise<Teil> {
  const { fmIstFallmanager, versionen } = await fallmanagement(tx, vorgang, kopf);
  return { umfeld: { ...LEER, fmIstFallmanager }, zeilenversionen: versionen };
}

async function berichtigung(tx: Transaktion, { eingabe, fallId }: Vorgang): Promise<Teil> {
  const { bezug } = verweise.parse(eingabe);
  const gefunden = await findeBezug(tx, fallId, {
    art: bezug?.art ?? '',
    nummer: bezug?.nummer,
    teil: bezug?.teil,
  });
  if (gefunden !== null) return { umfeld: { ...LEER, bezug: gefunden } };
  return abgelehnt('TR58', 'Einen solchen Eintrag gibt es in diesem Fall nicht.');
}

/** TR42: the receiving pAp exists and is active; the record could not be written otherwise. */
async function stelle(tx: Transaktion, { eingabe }: Vorgang): Promise<Teil> {
  const { pap = '' } = verweise.parse(eingabe);
  const wer = await kollegin(tx, pap);
  if (wer === null || !wer.aktiv || wer.rolle !== 'pap') {
    return abgelehnt(
      'TR42',
      'Aufnehmende Stelle kann nur eine aktive Ansprechpartnerin oder ein Ansprechpartner sein.',
    );
  }
  return { umfeld: LEER, zeilenversionen: { [`mitarbeitende:${wer.id}`]: wer.version } };
}

type Ziel = { readonly team: string; readonly versionen: Readonly<Record<string, number>> };

/** Where a new case goes: to the team of the named Fallmanager, else to the Fallmanagement team. */
async function zielteam(tx: Transaktion, fm: string | undefined): Promise<Ziel | null> {
  if (fm === undefined) {
    const team = await fallmanagementteam(tx);
    return team === null ? null : { team, versionen: {} };
  }
  const wer = await kollegin(tx, fm);
  if (wer === null || !wer.aktiv || wer.rolle !== 'fm') return null;
  return { team: wer.team, versionen: { [`mitarbeitende:${wer.id}`]: wer.version } };
}

/** TR03 and the take-over: what the new case will carry, from the master data of today. */
async function eroeffnung(tx: Transaktion, vorgang: Vorgang): Promise<Geladen> {
  const { person: personId = '', bestand } = verweise.parse(vorgang.eingabe);
  const { fallId, at } = vorgang;
  const gelesen = await personenakte(tx, personId, fallId);
  if (gelesen === null) throw nichtGefunden('Diese Person');
  const ziel = await zielteam(tx, bestand?.zuordnung.fm);
  const { papId: pap, version, akte } = gelesen;
  pruefeRecht(vorgang, {
    team: ziel?.team ?? vorgang.konto.teams[0] ?? '',
    fm: null,
    pap,
    aufnehmenderPap: null,
    extern: null,
  });
  const fallnummer = vorgang.fallnummer ?? '';
  if (ziel === null) {
    const satz = 'Es gibt kein Team oder keine aktive Fallmanagerin, an die der Fall gehen kann.';
    return { fallnummer, zeilenversionen: {}, fuer: null, ...abgelehnt('TR03', satz) };
  }
  const policy = await aktivePolicy(tx, ortstag(at));
  const kalender = await ladeKalenderFuerTeam(tx, ziel.team);
  const gruendung: Fallgruendung = { personId, fallnummer, team: ziel.team, pap, policy, kalender };
  return {
    fallnummer,
    umfeld: { ...LEER, gruendung, person: personenfakten(akte, policyAus(policy), ortstag(at)) },
    zeilenversionen: { [`person:${personId}`]: version, ...ziel.versionen },
    ablehnung: null,
    fuer: null,
  };
}

import { fallkopf, findeBezug, hatNeuerenFall, type Fallkopf } from '../../../db/akte.ts';
import { kollegin } from '../../../db/mitarbeitende.ts';
import type { Transaktion } from '../../../db/client.ts';
import { ladeZuordnungslage, liesBefangene } from '../../../db/zuordnung.ts';
import { eroeffnet, type BefehlVon } from '../../../domain/fall/befehle.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { BEFEHLSRECHTE, vertretenIn, type Sachbefehl } from '../../../domain/rollen/befehlsrechte.ts';
import { zuordnungsfakten } from '../../../domain/zuordnung/fakten.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import {
  abgelehnt,
  LEER,
  pruefeRecht,
  verweise,
  type Geladen,
  type Lader,
  type Teil,
  type Vorgang,
} from './befehlsfakten.ts';
import { fallkonferenz, rueckmeldebitte } from './austausch.ts';
import { absage, eintrag, einwilligung, faktenDerPerson, leistung, planung } from './personenakte.ts';
import { eroeffnung } from './eroeffnung.ts';
import { unsichtbar } from '../../kern/unsichtbar.ts';
import { frageVon } from '../../zuordnung/faelle.ts';

/** Commands whose rules look at the file of the person; the compiler knows when one is missing. */
type MitPerson = { [Name in Sachbefehl]: 'person' extends keyof BefehlVon<Name> ? Name : never }[Sachbefehl];
const MIT_PERSON: Readonly<Record<MitPerson, true>> = {
  vormerken: true,
  im_jour_fixe_vormerken: true,
  u25_uebergabe_anmelden: true,
  fall_uebernehmen: true,
  uebernahmegespraech_fuehren: true,
  zugang_entscheiden: true,
  abweichung_beantragen: true,
  abweichung_entscheiden: true,
  standortgespraech_fuehren: true,
  fallabgang_dokumentieren: true,
  akh_festlegen: true,
  wiedervorlage_bearbeiten: true,
};

function pruefeRolle({ konto, befehl }: Vorgang): void {
  if (!BEFEHLSRECHTE[befehl].includes(konto.rolle)) throw nichtBerechtigt();
}

/** Authorises and loads the facts of a command. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN. */
export async function ladeUmfeld(tx: Transaktion, vorgang: Vorgang): Promise<Geladen> {
  pruefeRolle(vorgang);
  if (eroeffnet(vorgang.befehl)) return eroeffnung(tx, { ...vorgang, befehl: vorgang.befehl });
  const kopf = await fallkopf(tx, vorgang.fallId);
  if (kopf === null) throw await unsichtbar(tx, { tabelle: 'fall', id: vorgang.fallId });
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
  ohne_warme_uebergabe_zuordnen: zuordnung,
  nachhaltung_uebertragen: fmWechsel,
  externes_fm_beauftragen: beauftragung,
  fm_wechseln: fmWechsel,
  termin_verlegen: absage,
  kontakt_erfassen: absage,
  zugang_entscheiden: entscheidung,
  gutachten_einleiten: einwilligung,
  fallkonferenz_fuehren: fallkonferenz,
  rueckmeldung_anfordern: rueckmeldebitte,
  assessment_eintrag_erfassen: eintrag,
  integrationsplan_aufstellen: planung,
  teilziel_setzen: planung,
  vereinbarung_abschliessen: planung,
  vereinbarung_fortschreiben: planung,
  leistung_zuweisen: leistung,
  leistung_einbeziehen: leistung,
  berichtigen: berichtigung,
  aufnehmende_stelle_klaeren: stelle('TR42'),
  pap_wechseln: stelle('TR51'),
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

/** TR16: beside the file of the person, whether the named colleague works in specialised care. */
async function entscheidung(tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf): Promise<Teil> {
  const { fakten, zeilenversionen } = await faktenDerPerson(tx, vorgang, kopf);
  const umfeld = { ...LEER, person: fakten };
  const an = verweise.parse(vorgang.eingabe).weiterleitung?.an;
  const wer = an === undefined ? null : await kollegin(tx, an);
  if (wer === null) return { umfeld, zeilenversionen };
  return {
    umfeld: { ...umfeld, anIstFmSpezial: wer.aktiv && wer.rolle === 'fm_spezial' },
    zeilenversionen: { ...zeilenversionen, [`mitarbeitende:${wer.id}`]: wer.version },
  };
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
  const fmBefangen = lage.team.some(({ id, interessenkonflikt }) => id === fm && interessenkonflikt);
  return {
    umfeld: { ...LEER, fmIstFallmanager, fmBefangen, last: zuordnungsfakten(lage, fm) },
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
  const { fm, fmIstFallmanager, versionen } = await fallmanagement(tx, vorgang, kopf);
  const fmBefangen = (await liesBefangene(tx, kopf.personId)).has(fm);
  return { umfeld: { ...LEER, fmIstFallmanager, fmBefangen }, zeilenversionen: versionen };
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

/** The pAp a case is given to exists and is active; the record could not be written otherwise. */
function stelle(tr: 'TR42' | 'TR51'): Lader {
  return async (tx, { eingabe }) => {
    const { pap = '' } = verweise.parse(eingabe);
    const wer = await kollegin(tx, pap);
    if (wer === null || !wer.aktiv || wer.rolle !== 'pap')
      return abgelehnt(tr, 'Das kann nur eine aktive Ansprechpartnerin oder ein Ansprechpartner sein.');
    return { umfeld: LEER, zeilenversionen: { [`mitarbeitende:${wer.id}`]: wer.version } };
  };
}

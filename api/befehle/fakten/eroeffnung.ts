import { fallmanagementteam, personenakte, vorgaengerfall, type Aktenstand } from '../../../db/akte.ts';
import { kollegin } from '../../../db/mitarbeitende.ts';
import type { Transaktion } from '../../../db/client.ts';
import { ladeKalenderFuerTeam } from '../../../db/kalender.ts';
import { aktivePolicy } from '../../../db/policy.ts';
import type { Eroeffnungsname, Fallgruendung } from '../../../domain/fall/befehle.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import type { Fallbezug } from '../../../domain/rollen/befehlsrechte.ts';
import { abgebendeFuer } from '../../../domain/zugang/abgebend.ts';
import { personenfakten, uebergabefakten } from '../../../domain/zugang/fakten.ts';
import type { Umfeld } from '../vertrag.ts';
import { unsichtbar } from '../../kern/unsichtbar.ts';
import { abgelehnt, LEER, pruefeRecht, verweise, type Geladen, type Vorgang } from './befehlsfakten.ts';

type Eroeffnung = Vorgang & { readonly befehl: Eroeffnungsname };
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

/** What the new case will carry, from the master data of today. */
async function gruendung(
  tx: Transaktion,
  vorgang: Eroeffnung,
  { ziel, gelesen, personId }: { ziel: Ziel; gelesen: Aktenstand; personId: string },
): Promise<Fallgruendung> {
  const vorgaenger = await vorgaengerfall(tx, personId);
  return {
    personId,
    fallnummer: vorgang.fallnummer ?? '',
    team: ziel.team,
    pap: gelesen.papId,
    abgebend: abgebendeFuer(vorgang.befehl, vorgang.konto.id, gelesen.fmU25Id),
    vorgaengerFallId: vorgaenger?.id ?? null,
    laufendeNummer: (vorgaenger?.laufendeNummer ?? 0) + 1,
    policy: await aktivePolicy(tx, ortstag(vorgang.at)),
    kalender: await ladeKalenderFuerTeam(tx, ziel.team),
  };
}

/** The facts of the file a Vormerkung or take-over is decided on. */
function umfeldAus(
  { eingabe, at }: Eroeffnung,
  { akte }: Aktenstand,
  neu: Fallgruendung,
): Omit<Umfeld, 'kopf'> {
  const { fm, uebergabeAm } = verweise.parse(eingabe);
  return {
    ...LEER,
    gruendung: neu,
    person: personenfakten(akte, policyAus(neu.policy), ortstag(at)),
    // The named colleague decided the team, so they are one of it.
    fmIstFallmanager: fm !== undefined,
    uebergabe: uebergabefakten(akte.geburtsdatum, uebergabeAm),
  };
}

/** The transition a refused opening asked for. */
const ABSAGE = {
  vormerken: 'TR03',
  fall_uebernehmen: 'TR03',
  im_jour_fixe_vormerken: 'TR04',
  u25_uebergabe_anmelden: 'TR05',
} as const satisfies Record<Eroeffnungsname, string>;

/** Whose person it is before there is a case. */
function bezugVor(
  { konto, befehl }: Eroeffnung,
  { papId, fmU25Id }: Aktenstand,
  ziel: Ziel | null,
): Fallbezug {
  const abgebend = abgebendeFuer(befehl, konto.id, fmU25Id);
  const team = ziel?.team ?? konto.teams[0] ?? '';
  return {
    team,
    fm: null,
    pap: papId,
    abgebend: abgebend?.id ?? null,
    weitergeleitetAn: null,
    aufnehmenderPap: null,
    extern: null,
  };
}

/** TR03 to TR05, TR49 and the take-over: authorises and loads. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN. */
export async function eroeffnung(tx: Transaktion, vorgang: Eroeffnung): Promise<Geladen> {
  const { person: personId = '', bestand, fm } = verweise.parse(vorgang.eingabe);
  const gelesen = await personenakte(tx, personId, vorgang.fallId);
  if (gelesen === null) throw await unsichtbar(tx, { tabelle: 'person', id: personId });
  const ziel = await zielteam(tx, bestand?.zuordnung.fm ?? fm);
  pruefeRecht(vorgang, bezugVor(vorgang, gelesen, ziel));
  const leer = { fallnummer: vorgang.fallnummer ?? '', fuer: null };
  if (ziel === null) {
    const satz = 'Es gibt kein Team oder keine aktive Fallmanagerin, an die der Fall gehen kann.';
    return { ...leer, zeilenversionen: {}, ...abgelehnt(ABSAGE[vorgang.befehl], satz) };
  }
  const neu = await gruendung(tx, vorgang, { ziel, gelesen, personId });
  return {
    ...leer,
    umfeld: umfeldAus(vorgang, gelesen, neu),
    zeilenversionen: { [`person:${personId}`]: gelesen.version, ...ziel.versionen },
    ablehnung: null,
  };
}

import { randomUUID } from 'node:crypto';
import { kollegin } from '../../db/mitarbeitende.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { gibtTeam } from '../../db/organisation.ts';
import { istVorhanden } from '../../db/vorhanden.ts';
import { kuendigeOrganisationAn } from '../../db/team.ts';
import * as ablage from '../../db/themen.ts';
import type { Angelegt } from '../kern/felder.ts';
import { sichtbar } from '../personen/faelle.ts';
import { mitWeigerung } from '../kern/einsicht.ts';
import type {
  Konfliktansicht,
  KonfliktAufhebung,
  KonfliktNeu,
  ThemaAenderung,
  Themaeintrag,
  ThemaNeu,
} from './formen.ts';
import { Absage, nichtBerechtigt, nichtGefunden, veraltet } from '../kern/absage.ts';
import { einmalig, vermerke, type Schreiben, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

export async function themen({ db }: Umgebung, konto: Konto): Promise<Themaeintrag[]> {
  return mitAkteur(db, akteurVon(konto), ablage.liesThemen);
}

/** @throws Absage REGEL when that is no active Fallmanager. */
async function pruefeFm(tx: Transaktion, id: string): Promise<void> {
  const wer = await kollegin(tx, id);
  if (wer?.aktiv === true && wer.rolle === 'fm') return;
  throw new Absage('REGEL', 'Das ist keine aktive Fallmanagerin und kein aktiver Fallmanager.');
}

async function setzeZustaendigkeiten(
  tx: Transaktion,
  themaId: string,
  zustaendig: ThemaNeu['zustaendig'],
): Promise<void> {
  for (const { fm, kontaktTeam } of zustaendig) {
    await pruefeFm(tx, fm);
    if (kontaktTeam !== null && !(await gibtTeam(tx, kontaktTeam)))
      throw nichtGefunden('Dieses Kontakt-Team');
  }
  const zeilen = zustaendig.map(({ fm, kontaktTeam }) => ({
    id: randomUUID(),
    themaId,
    fmId: fm,
    kontaktTeamId: kontaktTeam,
  }));
  await ablage.ersetzeZustaendigkeiten(tx, themaId, zeilen);
}

const vergeben = (): Absage => new Absage('BEREITS_VORHANDEN', 'Ein Thema dieses Namens gibt es schon.');

export function legeThemaAn(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<ThemaNeu>,
): Promise<Angelegt> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const id = randomUUID();
    if (!(await ablage.legeThemaAn(tx, { id, name: rumpf.name }))) throw vergeben();
    await setzeZustaendigkeiten(tx, id, rumpf.zustaendig);
    await kuendigeOrganisationAn(tx, am);
    await vermerke(tx, konto, { am, aktion: 'thema_angelegt', gegenstand: `thema:${id}` });
    return { id, version: 1 };
  });
}

export function aendereThema(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<ThemaAenderung>,
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    if (!(await ablage.gibtThema(tx, { id }))) throw nichtGefunden('Dieses Thema');
    const { version: bekannt, name, aktiv, zustaendig } = rumpf;
    const werte = { ...(name === undefined ? {} : { name }), ...(aktiv === undefined ? {} : { aktiv }) };
    const version = await ablage.aendereThema(tx, { id, version: bekannt }, werte);
    if (version === null) throw veraltet();
    if (zustaendig !== undefined) await setzeZustaendigkeiten(tx, id, zustaendig);
    await kuendigeOrganisationAn(tx, am);
    await vermerke(tx, konto, { am, aktion: 'thema_geaendert', gegenstand: `thema:${id}` });
    return { id, version };
  });
}

/** A Fallmanager notes the own conflict, the Teamleitung anybody's. */
function pruefeKonfliktrecht(konto: Konto, fm: string): void {
  if (konto.rolle === 'tl' || konto.id === fm) return;
  throw nichtBerechtigt('Sie vermerken nur eigene Interessenkonflikte.');
}

/** Notes that a Fallmanager may not get the cases of a person: the fact, never why. */
export function vermerkeInteressenkonflikt(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<KonfliktNeu>,
): Promise<Angelegt> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { person, fm = konto.id } = rumpf;
    pruefeKonfliktrecht(konto, fm);
    await pruefeFm(tx, fm);
    if (!(await istVorhanden(tx, 'person', person))) throw nichtGefunden('Diese Person');
    const id = randomUUID();
    const neu = { id, personId: person, fmId: fm, vermerktAm: am, vermerktVon: konto.id };
    if (!(await ablage.vermerkeKonflikt(tx, neu))) {
      throw new Absage('BEREITS_VORHANDEN', 'Dieser Interessenkonflikt ist schon vermerkt.');
    }
    await vermerke(tx, konto, {
      am,
      aktion: 'interessenkonflikt_vermerkt',
      personId: person,
      gegenstand: `interessenkonflikt:${id}`,
    });
    return { id, version: 1 };
  });
}

/** Who may not look after a person, as far as it is the colleague's to lift. @throws Absage as reading the person. */
export function konflikteMit(umgebung: Umgebung, konto: Konto, id: string): Promise<Konfliktansicht[]> {
  const am = umgebung.uhr.jetzt();
  const blick = async (tx: Transaktion): Promise<Konfliktansicht[]> => {
    await sichtbar(tx, konto, { id, zweck: 'ansehen' });
    const alle = await ablage.liesKonflikteMit(tx, id);
    return konto.rolle === 'tl' ? alle : alle.filter(({ fm }) => fm.id === konto.id);
  };
  return mitWeigerung(umgebung, konto, { tabelle: 'person', id, am, blick });
}

export function hebeInteressenkonfliktAuf(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel, rumpf }: SchreibenAn<KonfliktAufhebung>,
): Promise<Angelegt> {
  const was = {
    ort: id,
    schluessel,
    rumpf,
  };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const konflikt = await ablage.liesKonflikt(tx, id);
    if (konflikt === null) throw nichtGefunden('Diesen Interessenkonflikt');
    pruefeKonfliktrecht(konto, konflikt.fmId);
    const von = { aufgehobenAm: am, aufgehobenVon: konto.id };
    const version = await ablage.hebeKonfliktAuf(tx, { id, version: rumpf.version }, von);
    if (version === null) throw veraltet();
    await vermerke(tx, konto, {
      am,
      aktion: 'interessenkonflikt_aufgehoben',
      personId: konflikt.personId,
      gegenstand: `interessenkonflikt:${id}`,
    });
    return { id, version };
  });
}

import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/einwilligung.ts';
import { liesEinenErbringer } from '../../db/leistung.ts';
import { kuendigeEinwilligungenAn, zaehlePersonWeiter } from '../../db/person.ts';
import { standAm } from '../../domain/einwilligung/einwilligung.ts';
import {
  absageDerErteilung,
  absageDesWiderrufs,
  REGEL_JE_ZWECK,
  type Erteilung,
} from '../../domain/einwilligung/erteilung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { fuehrtFall, gruendeAnPerson } from '../../domain/rollen/personenrechte.ts';
import type { Einwilligungsabfrage, Einwilligungsansicht, EinwilligungNeu, WiderrufNeu } from './formen.ts';
import type { Angelegt } from '../kern/felder.ts';
import { Absage, lehneAb, nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
import { vermerkeEinsicht, type Blick } from '../kern/einsicht.ts';
import { sichtbar, type Akte } from '../personen/faelle.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

type Einsicht = Pick<Akte, 'faelle'> & Pick<Blick, 'gruende' | 'fuer'>;

/** A consent says what somebody is asked about (K3): who leads a case of the person or stands in reads it. */
async function pruefeEinsicht(tx: Transaktion, konto: Konto, personId: string): Promise<Einsicht> {
  const { person, faelle } = await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' });
  const gruende = gruendeAnPerson(konto, { ...person, faelle }, { klasse: 'K3', art: 'liest' });
  if (gruende.length === 0) throw nichtBerechtigt();
  const [erster] = gruende;
  const vertreten = faelle.find(({ fm }) => konto.vertritt.some(({ id }) => id === fm));
  return {
    faelle,
    gruende: gruende.map((beziehung) => ({ beziehung, id: null })),
    fuer: erster === 'vertretung' ? (vertreten?.fm ?? null) : null,
  };
}

/** Writes only who leads a case of the person, or for one of `fuer` does (R08, R23). */
async function pruefeRecht(
  tx: Transaktion,
  konto: Konto,
  { personId, fuer = [] }: { readonly personId: string; readonly fuer?: Konto['vertritt'] },
): Promise<void> {
  if (!fuehrtFall(konto, await pruefeEinsicht(tx, konto, personId), fuer)) throw nichtBerechtigt();
}

function ansicht(zeile: ablage.Einwilligungszeile, am: string): Einwilligungsansicht {
  const { id, zweck, datenkategorien, entbundeneStellen, empfaenger, form } = zeile;
  const { erteiltAm, gueltigBis, widerrufenAm, leistungserbringerId: leistungserbringer } = zeile;
  const inhalt = { leistungserbringer, id, zweck, datenkategorien, entbundeneStellen, empfaenger, form };
  return { ...inhalt, erteiltAm, gueltigBis, widerrufenAm, stand: standAm(zeile, am) };
}

/** The consents of a person with their state on a day. */
export async function einwilligungen(
  { db, uhr }: Umgebung,
  konto: Konto,
  wahl: Einwilligungsabfrage & { readonly personId: string },
): Promise<Einwilligungsansicht[]> {
  const jetzt = uhr.jetzt();
  const { personId, am = ortstag(jetzt) } = wahl;
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { gruende, fuer } = await pruefeEinsicht(tx, konto, personId);
    await vermerkeEinsicht(tx, konto, { am: jetzt, wo: { personId }, fuer, gruende, klassen: ['K3'] });
    return (await ablage.liesEinwilligungen(tx, personId)).map((zeile) => ansicht(zeile, am));
  });
}

/** What the rules look at (E22, V-46). */
async function erteilung(tx: Transaktion, neu: EinwilligungNeu): Promise<Erteilung> {
  const { zweck, erteiltAm, gueltigBis = null, entbundeneStellen, aufgeklaertUeber } = neu;
  const { leistungserbringer: id } = neu;
  const bekannt = id !== null && (await liesEinenErbringer(tx, id)) !== null;
  return {
    zweck,
    erteiltAm,
    gueltigBis,
    entbundeneStellen,
    aufgeklaert: Object.values(aufgeklaertUeber).every(Boolean),
    erbringer: id === null ? 'keiner' : bekannt ? 'verzeichnis' : 'unbekannt',
  };
}

export function erteileEinwilligung(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: SchreibenAn<EinwilligungNeu>,
): Promise<Angelegt> {
  const was = { ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    // It binds the Jobcenter: nobody gives it for whom they represent.
    await pruefeRecht(tx, konto, { personId });
    lehneAb(absageDerErteilung(await erteilung(tx, rumpf), ortstag(am)));
    const { zweck, datenkategorien, entbundeneStellen, empfaenger, form } = rumpf;
    const { erteiltAm, gueltigBis = null, leistungserbringer: leistungserbringerId } = rumpf;
    const id = randomUUID();
    const inhalt = { zweck, datenkategorien, entbundeneStellen, empfaenger, form, erteiltAm, gueltigBis };
    const fuer = { leistungserbringerId };
    const herkunft = { id, personId, erfasstAm: am, erfasstVon: konto.id };
    await ablage.fuegeEinwilligungAn(tx, { ...inhalt, ...fuer, ...herkunft });
    if (zweck === 'leistung_16a') await kuendigeEinwilligungenAn(tx, personId, am);
    return angelegt({ tx, konto, am }, { id, personId, aktion: 'einwilligung_erteilt' });
  });
}

/** A revocation is a fact of its own; what was given stays readable. */
export function widerrufeEinwilligung(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<WiderrufNeu> & { readonly einwilligung: string },
): Promise<Angelegt> {
  const { id: personId, einwilligung: id, schluessel, rumpf } = auftrag;
  const was = {
    ort: `${personId}/${id}`,
    schluessel,
    rumpf,
  };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    // Art. 7 (3) GDPR: it is as easy as the consent was, and waits for nobody's return.
    await pruefeRecht(tx, konto, { personId, fuer: konto.vertritt });
    const gemeint = (await ablage.liesEinwilligungen(tx, personId)).find((e) => e.id === id);
    if (gemeint === undefined) throw nichtGefunden('Diese Einwilligung');
    const { widerrufenAm } = rumpf;
    // Whether it is revoked already, the insert decides.
    lehneAb(absageDesWiderrufs({ ...gemeint, widerrufenAm: null }, widerrufenAm, ortstag(am)));
    const neu = { einwilligungId: id, widerrufenAm, erfasstAm: am, erfasstVon: konto.id };
    if (!(await ablage.fuegeWiderrufAn(tx, neu))) {
      const regel = REGEL_JE_ZWECK[gemeint.zweck];
      throw new Absage('BEREITS_VORHANDEN', 'Diese Einwilligung ist schon widerrufen.', { regel });
    }
    await kuendigeEinwilligungenAn(tx, personId, am);
    return angelegt({ tx, konto, am }, { id, personId, aktion: 'einwilligung_widerrufen' });
  });
}

/** Consents count at the version of their person, so that a command that looked at them notices the change (V-75). */
async function angelegt(
  { tx, konto, am }: { readonly tx: Transaktion; readonly konto: Konto; readonly am: string },
  was: { readonly id: string; readonly personId: string; readonly aktion: string },
): Promise<Angelegt> {
  const { id, personId, aktion } = was;
  const version = await zaehlePersonWeiter(tx, personId);
  await vermerke(tx, konto, { am, aktion, personId, gegenstand: `einwilligung:${id}` });
  return { id, version };
}

import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/einwilligung.ts';
import { liesEinenErbringer } from '../../db/leistung.ts';
import { kuendigeEinwilligungenAn, zaehlePersonWeiter } from '../../db/person.ts';
import { standAm } from '../../domain/einwilligung/einwilligung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { gruendeAnPerson } from '../../domain/rollen/personenrechte.ts';
import type { Einwilligungsabfrage, Einwilligungsansicht, EinwilligungNeu, WiderrufNeu } from './formen.ts';
import type { Angelegt } from '../kern/felder.ts';
import { Absage, nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
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

/** Only the FM of a case of the person takes a consent down; it binds the Jobcenter (R08, R23). */
async function pruefeRecht(tx: Transaktion, konto: Konto, personId: string): Promise<void> {
  const { faelle } = await pruefeEinsicht(tx, konto, personId);
  if (!faelle.some(({ fm }) => fm === konto.id)) throw nichtBerechtigt();
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

/** The rule a consent has to satisfy, by its purpose. */
const REGEL = { fachdienst: 'V-24', leistung_16a: 'V-46', bedarfsgemeinschaft: 'V-31' } as const;

/** @throws Absage REGEL when it would be no consent at all (§ 67b Abs. 2 SGB X, E22). */
function pruefeInhalt(neu: EinwilligungNeu, heute: string): void {
  const { zweck, erteiltAm, gueltigBis, aufgeklaertUeber, entbundeneStellen } = neu;
  const regel = REGEL[zweck];
  if (erteiltAm > heute) throw new Absage('REGEL', 'Das Datum liegt in der Zukunft.', { regel: 'V-74' });
  if (!Object.values(aufgeklaertUeber).every(Boolean)) {
    const satz =
      'Ohne Aufklärung über Zweck, Folgen der Verweigerung und Widerruf gibt es keine Einwilligung.';
    throw new Absage('REGEL', satz, { regel });
  }
  if (gueltigBis !== undefined && gueltigBis < erteiltAm) {
    throw new Absage('REGEL', 'Die Einwilligung endet, bevor sie erteilt ist.', { regel });
  }
  if (zweck === 'bedarfsgemeinschaft') return;
  const andere = zweck === 'fachdienst' ? 'fachdienst' : 'leistungserbringer';
  if (!entbundeneStellen.includes('jobcenter') || !entbundeneStellen.includes(andere)) {
    const satz = 'Die Schweigepflichtentbindung gilt nur, wenn sie beide Seiten nennt.';
    throw new Absage('REGEL', satz, { regel });
  }
}

/** V-46: a consent to the exchange with a provider names one of the directory. @throws Absage REGEL */
async function pruefeErbringer(tx: Transaktion, neu: EinwilligungNeu): Promise<void> {
  const { zweck, leistungserbringer: id } = neu;
  if (zweck !== 'leistung_16a' && id === null) return;
  if (zweck === 'leistung_16a' && id !== null && (await liesEinenErbringer(tx, id)) !== null) return;
  const satz =
    'Für den Austausch über eine Leistung nennt die Einwilligung einen Leistungserbringer des Verzeichnisses.';
  throw new Absage('REGEL', satz, { regel: REGEL[zweck] });
}

export function erteileEinwilligung(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: SchreibenAn<EinwilligungNeu>,
): Promise<Angelegt> {
  const was = { ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await pruefeRecht(tx, konto, personId);
    pruefeInhalt(rumpf, ortstag(am));
    const { zweck, datenkategorien, entbundeneStellen, empfaenger, form } = rumpf;
    const { erteiltAm, gueltigBis = null, leistungserbringer: leistungserbringerId } = rumpf;
    await pruefeErbringer(tx, rumpf);
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
    await pruefeRecht(tx, konto, personId);
    const gemeint = (await ablage.liesEinwilligungen(tx, personId)).find((e) => e.id === id);
    if (gemeint === undefined) throw nichtGefunden('Diese Einwilligung');
    const { widerrufenAm } = rumpf;
    if (widerrufenAm > ortstag(am)) {
      throw new Absage('REGEL', 'Das Datum liegt in der Zukunft.', { regel: 'V-74' });
    }
    if (widerrufenAm < gemeint.erteiltAm) {
      throw new Absage('REGEL', 'Widerrufen wird erst, was erteilt ist.', { regel: REGEL[gemeint.zweck] });
    }
    const neu = { einwilligungId: id, widerrufenAm, erfasstAm: am, erfasstVon: konto.id };
    if (!(await ablage.fuegeWiderrufAn(tx, neu))) {
      throw new Absage('BEREITS_VORHANDEN', 'Diese Einwilligung ist schon widerrufen.');
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

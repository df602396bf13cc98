import { v5 as uuidV5 } from 'uuid';
import { kollegin, inhaberDerRolle, liesNamen, liesVerantwortung } from '../../db/mitarbeitende.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/personal.ts';
import { kuendigeAktenlageAn } from '../../db/potenzial.ts';
import { kuendigeOrganisationAn } from '../../db/team.ts';
import { liesThemenVon, uebergibThemen } from '../../db/themen.ts';
import { liesVertretungslage } from '../../db/vertretung.ts';
import {
  liegtNochWas,
  liesZustaendigkeiten,
  uebergibPersonen,
  zaehlePersonen,
} from '../../db/zustaendigkeit.ts';
import { fristname } from '../../domain/pflicht/katalog/katalog.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import {
  uebergabebefehl,
  uebernimmt,
  verteile,
  type Stelle,
  type Uebergabeplan,
} from '../../domain/organisation/ausscheiden.ts';
import { darfBesetzen } from '../../domain/organisation/verwaltung.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import { vertragFuer } from '../befehle/vertraege.ts';
import type { Ausscheiden, Ausscheidensvorschau } from './formen.ts';
import type { Angelegt } from '../kern/felder.ts';
import { Absage, lehneAb, nichtBerechtigt, veraltet } from '../kern/absage.ts';
import { fuehreAus } from '../befehle/ausfuehrung.ts';
import { gefuehrte } from './faelle.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

async function ausscheidende(tx: Transaktion, konto: Konto, id: string): Promise<ablage.Personalzeile> {
  const zeile = await gefuehrte(tx, konto, id);
  const darf = konto.id !== id && darfBesetzen(konto, { rolle: zeile.rolle, team: zeile.teamId });
  if (!darf) throw nichtBerechtigt('Über diese Person entscheidet jemand anderes.');
  return zeile;
}

/** Dry run: every running case and duty that names the colleague, and where each could go. Changes nothing. */
export async function ausscheidensvorschau(
  { db, uhr }: Umgebung,
  konto: Konto,
  id: string,
): Promise<Ausscheidensvorschau> {
  const heute = ortstag(uhr.jetzt());
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { teamId, version } = await ausscheidende(tx, konto, id);
    const stellen = await liesZustaendigkeiten(tx, id);
    const { ring, taetig } = await liesVertretungslage(tx, teamId, heute);
    const uebrige = ring.filter((wer) => wer === id || taetig.has(wer));
    const alsFm = stellen.filter(({ als }) => als === 'fm').map(({ fallId }) => fallId);
    const verteilung = verteile(id, uebrige, alsFm);
    const namen = await liesNamen(tx, uebrige);
    const faelle = stellen.map(({ fristen, ...stelle }) => {
      const an = stelle.als === 'fm' ? verteilung.get(stelle.fallId) : undefined;
      return {
        ...stelle,
        befehl: uebergabebefehl(stelle),
        vorschlag: an === undefined ? null : { id: an, anzeigename: namen.get(an) ?? '' },
        fristen: fristen.map((f) => ({ ...f, name: fristname(f.frist) })),
      };
    });
    const themen = await liesThemenVon(tx, id);
    return { version, faelle, personen: await zaehlePersonen(tx, id), themen };
  });
}

export type Ausscheidensauftrag = SchreibenAn<Ausscheiden>;

async function uebergib(
  umgebung: Umgebung,
  konto: Konto,
  uebergabe: {
    readonly von: string;
    readonly stelle: Stelle;
    readonly an: string;
    readonly auftrag: Ausscheidensauftrag;
  },
): Promise<void> {
  const { von, stelle, an, auftrag } = uebergabe;
  const name = uebergabebefehl(stelle);
  if (name === null) return;
  const { grund, warmeUebergabeAm } = auftrag.rumpf;
  const eingabe = {
    fm_wechseln: { fm: an, grund, ...(warmeUebergabeAm === undefined ? {} : { warmeUebergabeAm }) },
    nachhaltung_uebertragen: { fm: an },
    pap_wechseln: { von, pap: an, grund },
  }[name];
  const { fallId, als } = stelle;
  const schluessel = uuidV5(`${als}/${fallId}`, auftrag.schluessel.uuid);
  await fuehreAus(umgebung, konto, { vertrag: vertragFuer(name), id: fallId, schluessel, eingabe });
}

const planIn = ({ faelle, personenAn }: Ausscheiden): Uebergabeplan => ({
  faelle,
  personen: personenAn ?? null,
});

/** What names a leaving colleague. */
type Nachlass = { readonly stellen: readonly Stelle[]; readonly personen: number; readonly themen: number };

async function liesNachlass(tx: Transaktion, id: string): Promise<Nachlass> {
  const stellen = await liesZustaendigkeiten(tx, id);
  return { stellen, personen: await zaehlePersonen(tx, id), themen: (await liesThemenVon(tx, id)).length };
}

/** @throws Absage REGEL TR51 when the plan leaves something open. */
function pruefePlan({ stellen, personen, themen }: Nachlass, rumpf: Ausscheiden): void {
  const plan = planIn(rumpf);
  const offen = stellen.filter((stelle) => uebernimmt(stelle, plan) === null).length;
  const ohne = [
    offen > 0 && `${offen} Fälle`,
    personen > 0 && plan.personen === null && `${personen} Personen`,
    themen > 0 && rumpf.themenAn === undefined && `${themen} Themen`,
  ].filter((was) => was !== false);
  if (ohne.length === 0) return;
  const satz = `Für ${ohne.join(' und ')} sagt der Plan nicht, wer sie übernimmt.`;
  throw new Absage('REGEL', satz, { regel: 'TR51' });
}

/** Themes and the contact to teams go to another Fallmanager; the calendars of the teams hear of it. */
async function uebergibThemenAn(
  tx: Transaktion,
  von: string,
  ziel: { an: string | undefined; am: Instant },
): Promise<void> {
  const { an, am } = ziel;
  if (an === undefined) return;
  const wer = await kollegin(tx, an);
  if (wer?.aktiv !== true || wer.rolle !== 'fm' || an === von)
    throw new Absage('REGEL', 'Themen übernimmt nur eine andere aktive Fallmanagerin oder ein Fallmanager.', {
      regel: 'TR51',
    });
  await uebergibThemen(tx, von, an);
  await kuendigeOrganisationAn(tx, am);
}

/** The persons go with their colleague's role: to a pAp, or to a FM U25. */
async function uebergibRest(
  tx: Transaktion,
  von: ablage.Personalzeile,
  { an, am }: { readonly an: string | undefined; readonly am: Instant },
): Promise<void> {
  if (an === undefined) return;
  const wer = await kollegin(tx, an);
  if (wer === null || !wer.aktiv || wer.rolle !== von.rolle)
    throw new Absage('REGEL', 'Die Personen übernimmt nur jemand Aktives mit derselben Rolle.', {
      regel: 'TR51',
    });
  for (const person of await uebergibPersonen(tx, von.id, an)) await kuendigeAktenlageAn(tx, person, am);
}

/** Messages to a leading role go to whoever holds it; a team may not be left without. */
async function pruefeNachfolge(tx: Transaktion, { id, rolle }: ablage.Personalzeile): Promise<void> {
  if (rolle !== 'tl') return;
  for (const team of await liesVerantwortung(tx, id)) {
    if ((await inhaberDerRolle(tx, rolle, team)).some((wer) => wer !== id)) continue;
    throw new Absage('REGEL', 'Das Team hätte keine Teamleitung mehr; bitte zuerst jemanden benennen.');
  }
}

/**
 * A colleague leaves: first every case goes where the plan says, each by its own command, then the persons, and with
 * them every access ends at once. The same key again goes on where it stopped.
 */
export async function scheideAus(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: Ausscheidensauftrag,
): Promise<Angelegt> {
  const { id, schluessel, rumpf } = auftrag;
  const nachlass = await mitAkteur(umgebung.db, akteurVon(konto), async (tx) => {
    await ausscheidende(tx, konto, id);
    return liesNachlass(tx, id);
  });
  lehneAb(liegtVoraus(rumpf.warmeUebergabeAm, ortstag(umgebung.uhr.jetzt())));
  pruefePlan(nachlass, rumpf);
  for (const stelle of nachlass.stellen) {
    const an = uebernimmt(stelle, planIn(rumpf));
    if (an !== null) await uebergib(umgebung, konto, { von: id, stelle, an, auftrag });
  }
  const was = { ort: id, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const zeile = await ausscheidende(tx, konto, id);
    await pruefeNachfolge(tx, zeile);
    await uebergibRest(tx, zeile, { an: rumpf.personenAn, am });
    await uebergibThemenAn(tx, id, { an: rumpf.themenAn, am });
    if ((await liegtNochWas(tx, id)) || (await liesThemenVon(tx, id)).length > 0)
      throw new Absage('REGEL', 'Inzwischen ist etwas hinzugekommen; bitte die Vorschau neu laden.', {
        regel: 'TR51',
      });
    const werte = { aktiv: false, aktivBis: ortstag(am) };
    const version = await ablage.aendereMitarbeitende(tx, { id, version: rumpf.version }, werte);
    if (version === null) throw veraltet();
    await vermerke(tx, konto, {
      am,
      aktion: 'mitarbeitende_ausgeschieden',
      gegenstand: `mitarbeitende:${id}`,
    });
    return { id, version };
  });
}

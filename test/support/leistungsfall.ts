import { erteileEinwilligung } from '../../api/einwilligungen/faelle.ts';
import { legeErbringerAn as nimmAuf } from '../../api/erbringer/faelle.ts';
import { eq } from 'drizzle-orm';
import { erbringerpost } from '../../activities/zustellung/einmallink.ts';
import type { EinwilligungNeu } from '../../api/einwilligungen/formen.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { liesEinwilligungen } from '../../db/einwilligung.ts';
import { liesRueckmeldung } from '../../db/leistung.ts';
import { markiereZugestellt, offeneSendungen, type Sendung } from '../../db/nachrichten.ts';
import * as tabellen from '../../db/schema/index.ts';
import { DATENKATEGORIEN, nurFakten } from '../../domain/einwilligung/einwilligung.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import { KOOPERATIONSPUNKTE, type Kooperationspunkte } from '../../domain/leistung/verzeichnis.ts';
import { systemkopf } from '../../domain/vorgang/befehl.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import type { Aufbau } from '../db/anwendung.ts';
import { BESTAND } from './bestand.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';

/** What a scenario needs beside the API: the house, and commands as a colleague. */
export type Leistungswelt = Pick<Aufbau, 'db' | 'umgebung' | 'konto' | 'gib' | 'merkeVor'> & {
  readonly faelle: Pick<Aufbau['faelle'], 'sende'>;
};

const system = { system: 'wartung' } as const;

export const ERBRINGER = {
  problemfelder: ['schulden'],
  wasIstZuVeranlassen: 'Anmeldung durch das Fallmanagement',
  name: 'Demo Beratungsstelle',
  anschrift: 'Demostraße 1',
  ansprechpartner: 'Demo Ansprechperson',
  telefon: '0471 000000',
  email: 'stelle@beratung.example',
  leistungen: 'Schuldnerberatung',
  traegergruppe: 'freie_wohlfahrtspflege',
  leistungsarten: ['nr_2'],
} as const;

export const PUNKTE = Object.fromEntries(
  KOOPERATIONSPUNKTE.map((punkt) => [punkt, 'wie besprochen']),
) as Kooperationspunkte;

/** A provider of the directory. */
export async function legeErbringerAn(
  a: Leistungswelt,
  anders: { readonly name?: string } = {},
): Promise<string> {
  const konto = await a.konto(PERSONAL.koordinator);
  const rumpf = {
    ...ERBRINGER,
    problemfelder: [...ERBRINGER.problemfelder],
    leistungsarten: [...ERBRINGER.leistungsarten],
    kapazitaet: null,
    wartezeitTage: null,
    informell: false,
    formlosGrund: null,
    themenverantwortlich: null,
    ...anders,
  };
  const { id } = await nimmAuf(a.umgebung, konto, { schluessel: neuerSchluessel(), rumpf });
  return id;
}

/** A case that runs, with a service assigned to the provider. */
export async function zugewieseneLeistung(
  a: Leistungswelt,
  marke: string,
  erbringer: string,
): Promise<{ fallId: string; person: string }> {
  const person = await legePersonAn(a.db, marke);
  const { fallId } = await a.gib('tl', 'fall_uebernehmen', {
    fallId: null,
    eingabe: { person, bestand: { ...BESTAND, vereinbarungenAm: ['2026-11-02'] } },
  });
  await a.gib('fm', 'leistung_zuweisen', {
    fallId,
    eingabe: {
      leistungsart: 'nr_2',
      erbringer,
      bedarf: 'Überschuldung',
      erforderlichkeit: 'Pfändungen verhindern die Arbeitsaufnahme.',
      vorrangpruefung: 'Andere Träger leisten hier nicht.',
    },
  });
  return { fallId, person };
}

/** A release from secrecy for both sides; its id. */
export async function entbinde(
  a: Leistungswelt,
  wer: { readonly person: string; readonly erbringer: string },
  anders: Partial<EinwilligungNeu> = {},
): Promise<string> {
  const konto = await a.konto(PERSONAL.fm);
  const rumpf: EinwilligungNeu = {
    zweck: 'leistung_16a',
    datenkategorien: [...DATENKATEGORIEN],
    entbundeneStellen: ['jobcenter', 'leistungserbringer'],
    empfaenger: 'Demo Beratungsstelle',
    leistungserbringer: wer.erbringer,
    form: 'schriftlich',
    erteiltAm: '2026-12-01',
    aufgeklaertUeber: { zweck: true, folgenVerweigerung: true, widerruf: true },
    ...anders,
  };
  const auftrag = { id: wer.person, schluessel: neuerSchluessel(), rumpf };
  return (await erteileEinwilligung(a.umgebung, konto, auftrag)).id;
}

async function offene(db: Datenbank, fallId: string): Promise<Sendung[]> {
  const alle = await mitAkteur(db, system, (tx) => offeneSendungen(tx, 1_000));
  return alle.filter((sendung) => sendung.fallId === fallId);
}

/** The secret of the newest mail to the provider, as the delivery makes it; null when it brings none. */
export async function neuerEinmallink(
  { db }: Pick<Leistungswelt, 'db'>,
  fallId: string,
): Promise<string | null> {
  const mails = (await offene(db, fallId)).filter((s) => s.art === 'mail' && s.leistung !== null);
  const letzte = mails.at(-1);
  if (letzte === undefined) throw new Error('An den Leistungserbringer ging nichts');
  return (await erbringerpost({ db, jetzt: () => letzte.erstelltAm }, letzte))?.einmallink?.geheimnis ?? null;
}

async function meldung(
  { db }: Leistungswelt,
  { id, art, erstelltAm: am }: Sendung,
  personId: string,
): Promise<Befehl> {
  const kopf = systemkopf(id, am);
  return mitAkteur(db, system, async (tx) => {
    if (art === 'einwilligungen') {
      const einwilligungen = (await liesEinwilligungen(tx, personId)).map(nurFakten);
      return { ...kopf, befehl: 'einwilligungen_uebernehmen', einwilligungen };
    }
    const zeile = await liesRueckmeldung(tx, id);
    if (zeile === null) throw new Error(`Keine Rückmeldung ${id}`);
    const { leistung, art: was, tag, ergebnis, dokumentId: dokument } = zeile;
    const inhalt = was === null || tag === null ? null : { art: was, tag, ergebnis };
    return { ...kopf, befehl: 'rueckmeldung_uebernehmen', leistung, dokument, inhalt };
  });
}

/** What the delivery tells the case, without Temporal: consents that changed, feedback that came (TR35, E25). */
export async function stelleMeldungenZu(a: Leistungswelt, fallId: string): Promise<void> {
  for (const sendung of await offene(a.db, fallId)) {
    if (sendung.art !== 'einwilligungen' && sendung.art !== 'rueckmeldung') continue;
    const [zeile] = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.fall).where(eq(tabellen.fall.id, fallId)),
    );
    if (zeile === undefined) throw new Error(`Kein Fall ${fallId}`);
    const befehl = await meldung(a, sendung, zeile.personId);
    const befehlsausgang = await a.faelle.sende({
      bezug: { art: 'fall', id: fallId },
      titel: '',
      eroeffnet: false,
      befehl,
      stand: () => Promise.resolve({ stand: zeile.stand, angehalten: false }),
    });
    if (befehlsausgang.art !== 'antwort') throw new Error(JSON.stringify(befehlsausgang));
    await mitAkteur(a.db, system, (tx) => markiereZugestellt(tx, [sendung.id], sendung.erstelltAm));
  }
}

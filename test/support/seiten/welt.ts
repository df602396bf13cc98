import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { pruefeBedarf } from '../../../activities/loeschung/pruefe-bedarf.ts';
import { frage } from '../../../api/kern/aufruf.ts';
import { ROUTEN } from '../../../api/routen.ts';
import { mitAkteur } from '../../../db/client.ts';
import * as s from '../../../db/schema/index.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../../tools/probehaus/stammdaten.ts';
import type { Aufbau } from '../../db/anwendung.ts';
import { meldeAktenlage } from '../aktenlage.ts';
import { BESTAND } from '../bestand.ts';
import { FACHDIENST } from '../einwilligung.ts';
import { ERBRINGER } from '../leistungsfall.ts';
import { verbinde } from '../verbundene-faelle.ts';
import { baueMatrixwelt, HEUTE, kontoVon, type Weltfall } from '../matrixwelt.ts';

const JETZT = `${HEUTE}T08:00:00Z`;
const SATZ = 'Ein eigener Satz mit mehr als zwanzig Zeichen.';

type Wer = keyof typeof PERSONAL;
type Was = { readonly pfad?: Readonly<Record<string, string>>; readonly rumpf: object };
/** Writes as somebody through a row of the API and answers the id of what was written. */
type Tue = (wer: Wer | 'fm_extern', name: string, was: Was) => Promise<string>;

/** The matrix world, and beside it one of everything a page offers a write about. */
export type Seitenwelt = {
  readonly faelle: readonly Weltfall[];
  /** What each case is there for: a relation of the matrix, or a state of the procedure; and who of the persons and staff is special. */
  readonly namen: ReadonlyMap<string, string>;
  readonly person: { readonly ohneFall: string; readonly mitPruefakte: string };
  /** Ids of what the house keeps, by the names addresses have for them; of a migration the page is where its preview leads to. */
  readonly haus: Readonly<Record<'migration' | 'erbringerId' | 'name' | 'mitarbeitende', string>>;
};

function schreiber(a: Aufbau): Tue {
  return async (wer, name, { pfad = {}, rumpf }) => {
    const route = ROUTEN.find((zeile) => zeile.name === name);
    if (route === undefined) throw new Error(`Keine Zeile heißt ${name}`);
    const konto = await a.konto(wer === 'fm_extern' ? kontoVon('fm_extern') : PERSONAL[wer]);
    const schluessel = randomUUID();
    const antwort = (await frage(a.umgebung, route, { konto, pfad, rumpf, schluessel })) as { id?: string };
    return antwort.id ?? '';
  };
}

/** A case in every state of the procedure, the way people bring it there. */
async function legeZustaendeAn(a: Aufbau): Promise<[string, string][]> {
  const faelle: [string, string][] = [];
  const bis = async (name: string, schritte: number): Promise<string> => {
    const { fallId } = await a.merkeVor(`zustand-${name}`);
    const weg = [
      () => a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } }),
      () => a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe: { termin: '2026-12-08' } }),
      () =>
        a.gib('fm', 'uebernahmegespraech_fuehren', {
          fallId,
          eingabe: {
            art: 'persoenlich',
            teilnehmer: ['bewerber', 'pap', 'fm'],
          },
        }),
    ];
    for (const schritt of weg.slice(0, schritte)) await schritt();
    faelle.push([fallId, name]);
    return fallId;
  };
  await bis('vorgemerkt', 0);
  await bis('zugeordnet', 1);
  await bis('uebernahme_terminiert', 2);
  await bis('zugangspruefung', 3);
  for (const name of ['abgang_eingeleitet', 'beendet']) {
    const person = await legePersonAn(a.db, `zustand-${name}`);
    const { fallId } = await a.gib('tl', 'fall_uebernehmen', {
      fallId: null,
      eingabe: { person, bestand: BESTAND },
    });
    await a.gib('fm', 'abgang_einleiten', { fallId, eingabe: { grund: 'X8', begruendung: SATZ } });
    faelle.push([fallId, name]);
    // What is behind the last talks is another test's; the pages ask for the state alone.
    if (name === 'beendet')
      await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
        tx.update(s.fall).set({ zustand: 'beendet', offen: false }).where(eq(s.fall.id, fallId)),
      );
  }
  return faelle;
}

async function legePersonenAn(a: Aufbau): Promise<Seitenwelt['person']> {
  const ohneFall = await legePersonAn(a.db, 'seiten-ohne-fall');
  const mitPruefakte = await legePersonAn(a.db, 'seiten-pruefakte');
  await mitAkteur(a.db, { system: 'wartung' }, async (tx) => {
    for (const id of [ohneFall, mitPruefakte])
      await tx.update(s.person).set({ fmU25Id: PERSONAL.fm_u25 }).where(eq(s.person.id, id));
  });
  await meldeAktenlage(a, mitPruefakte, JETZT);
  return { ohneFall, mitPruefakte };
}

/** What hangs on a case and its person. */
async function legeAktendingeAn(a: Aufbau, tue: Tue, { fallId, personId }: Weltfall): Promise<void> {
  const einwilligung = { ...FACHDIENST, erteiltAm: HEUTE };
  const begleitung = { rolle: 'betreuer', name: 'Prüfbegleitung', kontakt: 'Telefon 0000' };
  // A word of the list in the place of the sign: forms read the person by its contract.
  await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
    tx.execute(sql`update handlungsbedarf_naeheres set handlungsfeld = 'sucht' from handlungsbedarf b
      where b.id = handlungsbedarf_id and b.person_id = ${personId}`),
  );
  await tue('pap', 'legeBegleitpersonAn', { pfad: { personId }, rumpf: begleitung });
  await tue('fm', 'erteileEinwilligung', { pfad: { personId }, rumpf: einwilligung });
  await tue('fm', 'erfasseEaktenverweis', {
    pfad: { fallId },
    rumpf: { nummer: 'EA-1', datum: HEUTE, titel: 'Bescheid' },
  });
  await tue('fm', 'legeEigeneWiedervorlageAn', { pfad: { fallId }, rumpf: { tag: HEUTE, satz: SATZ } });
  const kontakt = { anlass: 'laufend', art: 'telefon', status: 'durchgefuehrt', vermerk: SATZ };
  await a.gib('fm', 'kontakt_erfassen', { fallId, eingabe: kontakt });
  const unterlagen = await frage(a.umgebung, zeile('unterlagen'), {
    konto: await a.konto(PERSONAL.fm),
    pfad: { fallId },
  });
  const [dokument = ''] = (unterlagen as { dokument: string; feld: string }[]).flatMap((eine) =>
    eine.feld === 'vermerk' ? [eine.dokument] : [],
  );
  await tue('fm', 'bestreite', { pfad: { fallId }, rumpf: { dokument, stellungnahme: SATZ } });
  await tue('fm', 'beantrageLoeschung', { pfad: { fallId }, rumpf: { dokument, grund: SATZ } });
  await tue('tl', 'setzeLoeschsperre', { pfad: { fallId }, rumpf: { grund: SATZ } });
  await tue('tl', 'vermerkeInteressenkonflikt', { rumpf: { person: personId, fm: PERSONAL.fm } });
  // Five years later the nightly run would ask; the day before is enough.
  await pruefeBedarf(a.db, '2031-10-01T00:00:00Z');
}

const zeile = (name: string): (typeof ROUTEN)[number] => {
  const gefunden = ROUTEN.find((route) => route.name === name);
  if (gefunden === undefined) throw new Error(`Keine Zeile heißt ${name}`);
  return gefunden;
};

/** What the house keeps: a version of the rules in each stand, a theme, a provider, a complaint, absences, messages. */
async function legeHausdingeAn(tue: Tue): Promise<Seitenwelt['haus']> {
  const entwurf = (name: string) =>
    tue('tl', 'entwerfePolicy', {
      rumpf: { name, gueltigAb: HEUTE, aenderungen: { 'POL-HOECHSTDAUER': 'hard' }, begruendung: SATZ },
    });
  await entwurf('seiten-entwurf');
  await entwurf('seiten-freigegeben');
  const pfad = { name: 'seiten-freigegeben' };
  await tue('bereichsleitung', 'gibPolicyFrei', { pfad, rumpf: {} });
  await tue('tl', 'legeThemaAn', { rumpf: { name: 'Sucht' } });
  const erbringerId = await tue('koordinator', 'legeErbringerAn', { rumpf: ERBRINGER });
  const bericht = { jahr: 2025, eingegangenAm: '2026-03-02', mittel: 5_000_000, verwendet: 4_900_000 };
  await tue('koordinator', 'legeBerichtVor', { pfad: { erbringerId }, rumpf: bericht });
  const beschwerde = { art: 'erreichbarkeit', eingegangenAm: '2026-11-27' };
  await tue('tl', 'nimmBeschwerdeAuf', { pfad: { id: TEAM }, rumpf: beschwerde });
  const urlaub = { von: '2027-02-01', bis: '2027-02-05', grund: 'geplant' };
  for (const wer of ['fm', 'tl', 'pap'] as const)
    await tue(wer, 'meldeAbwesenheit', { pfad: { id: PERSONAL[wer] }, rumpf: urlaub });
  await tue('bereichsleitung', 'kalenderabweichungErfassen', {
    rumpf: { tag: '2026-12-24', grund: 'Betriebsruhe' },
  });
  const migration = await tue('bereichsleitung', 'schaueMigrationVor', { pfad, rumpf: {} });
  return { migration, erbringerId, ...pfad, mitarbeitende: PERSONAL.fm3 };
}

/** A look with a reason that was found wanting, and a message to everybody who gets some. */
async function legeUebrigesAn(a: Aufbau, tue: Tue, fallId: string): Promise<void> {
  const rumpf = { art: 'notzugriff', fall: fallId, grund: SATZ, stunden: 1 };
  const zugriffId = await tue('fm2', 'beginneZugriff', { rumpf });
  await tue('tl', 'pruefeZugriff', { pfad: { zugriffId }, rumpf: { ergebnis: 'beanstandet' } });
  await mitAkteur(a.db, { system: 'wartung' }, async (tx) => {
    for (const anPerson of [PERSONAL.fm, PERSONAL.tl, PERSONAL.pap, PERSONAL.datenschutz])
      await tx.insert(s.eingang).values({
        ...{ id: randomUUID(), ereignisId: randomUUID(), anPerson, teamId: TEAM, am: JETZT },
        ...{ anRolle: 'fm', anlass: 'T-10', stufe: 'erinnerung' },
      });
  });
}

/** Two teams, a colleague of every role, a case for each relation and each state, and one of everything that can be written about. */
export async function baueSeitenwelt(a: Aufbau): Promise<Seitenwelt> {
  const faelle = await baueMatrixwelt(a);
  const tue = schreiber(a);
  const zustaende = await legeZustaendeAn(a);
  const person = await legePersonenAn(a);
  const eigen = faelle.find(({ name }) => name === 'eigen');
  const kollegin = faelle.find(({ name }) => name === 'kollegin');
  if (eigen === undefined || kollegin === undefined) throw new Error('Der Welt fehlen Fälle');
  await legeAktendingeAn(a, tue, eigen);
  await legeUebrigesAn(a, tue, kollegin.fallId);
  const haus = await legeHausdingeAn(tue);
  // A recording writes the row of its case anew.
  await verbinde(a.db, (name) => faelle.find((einer) => einer.name === name)?.fallId ?? '');
  const namen = new Map([
    ...faelle.map(({ fallId, name }) => [fallId, name] as const),
    ...zustaende,
    ...Object.entries(person).map(([name, id]) => [id, name] as const),
    [kontoVon('fm_extern'), 'fm_extern'] as const,
  ]);
  return { faelle, namen, person, haus };
}

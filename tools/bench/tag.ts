import { setTimeout as warte } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { plusMonate, plusTage } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Demoperson } from '../lokal/personal.ts';
import { starteArbeitsplatz, wegVorLotse } from '../probehaus/arbeitsplatz.ts';
import { legePersonAn, PERSONAL, TEAM } from '../probehaus/stammdaten.ts';
import type { Stand } from '../probehaus/stand.ts';
import { felderAus, neuerGast, type Gast } from './gast.ts';
import { quantil } from './verteilung.ts';

const LEUTE = 40;
const ANMELDUNGEN = 300;
/** Of one clicker: Heute, the case, the form, and what is recorded. */
const RUNDEN = 5;
const P95_MS = 1_000;
/** Between two clicks somebody reads or types: never all at the same instant, never long. */
const PAUSE_MS = { mindestens: 2_000, hoechstens: 6_000 };
const PORT = 27_490;

type Platz = { readonly fallId: string; readonly gast: Gast };

const personal: readonly Demoperson[] = Array.from({ length: LEUTE }, (_, n) => {
  const subject = `0a1b6f0e-1${String(n).padStart(3, '0')}-4c00-8000-000000000001`;
  return { subject, kuerzel: `fm-${String(n)}`, anzeigename: `Messfallmanagement ${String(n)}` };
});

async function legeLeuteAn({ db }: Stand): Promise<void> {
  await mitAkteur(db, { system: 'wartung' }, (tx) =>
    tx.insert(tabellen.mitarbeitende).values(
      personal.map(({ subject, kuerzel, anzeigename }) => ({
        id: subject,
        subjekt: subject,
        anzeigename,
        email: `${kuerzel}@jobcenter.example`,
        rolle: 'fm' as const,
        teamId: TEAM,
      })),
    ),
  );
}

type Haus = Awaited<ReturnType<typeof starteArbeitsplatz>>;

/** A case of this colleague, taken over from before Lotse. */
async function uebernimm({ rufe, stand: { db } }: Haus, fm: Demoperson): Promise<string> {
  const heute = ortstag(systemuhr.jetzt());
  const fallzugang = plusTage(plusMonate(heute, -5), -3);
  const { fallId } = await rufe(PERSONAL.tl, '/faelle/uebernahme', {
    person: await legePersonAn(db, fm.kuerzel),
    bestand: {
      ...wegVorLotse(fallzugang, fm.subject),
      vereinbarungenAm: [],
      kontakteAm: [plusTage(heute, -45)],
      ueberpruefungenAm: [],
      standortgespraecheAm: [],
      feedbackAm: plusTage(plusMonate(fallzugang, 3), -1),
    },
  });
  return String(fallId);
}

/** With code, PKCE and the page of the demo provider, as a browser does it. */
async function meldeAn({ api: { url } }: Haus, { kuerzel }: Demoperson): Promise<Gast> {
  const gast = neuerGast();
  const wahl = await gast.oeffne(url);
  wahl.ort.searchParams.set('person', kuerzel);
  const { status, html } = await gast.oeffne(wahl.ort);
  if (status !== 200 || !html.includes('>Heute</')) throw new Error(`Anmeldung: ${String(status)}`);
  return gast;
}

const liesOderTippe = (): Promise<void> =>
  warte(PAUSE_MS.mindestens + Math.random() * (PAUSE_MS.hoechstens - PAUSE_MS.mindestens));

/** A click after a pause. */
async function gemessen<T>(zeiten: number[], tue: () => Promise<T>): Promise<T> {
  await liesOderTippe();
  const beginn = performance.now();
  const ergebnis = await tue();
  zeiten.push(performance.now() - beginn);
  return ergebnis;
}

type Zeiten = Readonly<Record<'anmeldung' | 'seite' | 'festhalten', number[]>>;

/** All sign in at eight in the morning, some of them again and again. */
async function morgens(haus: Haus, zeiten: Zeiten): Promise<Gast[]> {
  const gaeste: Gast[] = [];
  const je = Math.ceil(ANMELDUNGEN / LEUTE);
  await Promise.all(
    personal.map(async (person, nummer) => {
      for (let n = 0; n < je; n += 1) {
        if (n * LEUTE + nummer >= ANMELDUNGEN) return;
        gaeste[nummer] = await gemessen(zeiten.anmeldung, () => meldeAn(haus, person));
      }
    }),
  );
  return gaeste;
}

/** Looks at Heute and the case, and records a contact. @returns how many were told to be recorded */
async function arbeite({ api: { url } }: Haus, { fallId, gast }: Platz, zeiten: Zeiten): Promise<number> {
  const fall = `${url}/faelle/${fallId}`;
  let festgehalten = 0;
  for (let runde = 0; runde < RUNDEN; runde += 1) {
    for (const seite of [url, fall]) await gemessen(zeiten.seite, () => gast.oeffne(seite));
    const formular = `${fall}/tun/kontakt-erfassen`;
    const felder = felderAus((await gemessen(zeiten.seite, () => gast.oeffne(formular))).html);
    felder.set('status', 'durchgefuehrt');
    felder.set('art', 'telefon');
    felder.set('vermerk', `Gespräch ${String(runde)}`);
    const danach = await gemessen(zeiten.festhalten, () => gast.sende(formular, felder));
    if (danach.ort.searchParams.has('festgehalten')) festgehalten += 1;
  }
  return festgehalten;
}

const ms = (wert: number): string => wert.toFixed(0);

function nenne(was: string, zeiten: readonly number[]): boolean {
  const p95 = quantil(zeiten, 0.95);
  console.log(
    `tag ${was}: ${String(zeiten.length)} mal, Mitte ${ms(quantil(zeiten, 0.5))} ms, p95 ${ms(p95)} ms, längste ${ms(quantil(zeiten, 1))} ms${p95 > P95_MS ? ' ZU LANGSAM' : ''}`,
  );
  return p95 <= P95_MS;
}

async function aufgezeichnet({ stand: { db } }: Haus): Promise<number> {
  const [zeile] = await mitAkteur(db, { system: 'wartung' }, (tx) =>
    tx.execute<{ n: number }>(
      sql`select count(*)::int as n from fall_ereignis where art = 'kontakt_erfasst'`,
    ),
  );
  return zeile?.n ?? 0;
}

/**
 * A day of forty colleagues, in one process with worker and identity provider, PostgreSQL and Temporal beside it: 300 sign-ins, then
 * all of them work, with two to six seconds from click to click. What was told to be recorded has to be there, once; p95 of every kind of click within a second.
 */
export async function benchTag(): Promise<void> {
  const haus = await starteArbeitsplatz({ port: PORT, personal });
  const zeiten: Zeiten = { anmeldung: [], seite: [], festhalten: [] };
  try {
    await legeLeuteAn(haus.stand);
    const faelle: string[] = [];
    for (const person of personal) faelle.push(await uebernimm(haus, person));
    const gaeste = await morgens(haus, zeiten);
    const vorher = await aufgezeichnet(haus);
    const plaetze = gaeste.map((gast, n) => ({ gast, fallId: faelle[n] ?? '' }));
    const gesagt = await Promise.all(plaetze.map((platz) => arbeite(haus, platz, zeiten)));
    const summe = gesagt.reduce((a, b) => a + b, 0);
    const da = (await aufgezeichnet(haus)) - vorher;
    const schnell = Object.entries(zeiten).map(([was, gemessene]) => nenne(was, gemessene));
    console.log(
      `tag ${String(LEUTE * RUNDEN)} abgeschickt, ${String(summe)} als festgehalten gesagt, ${String(da)} aufgezeichnet`,
    );
    if (summe !== LEUTE * RUNDEN || da !== summe || schnell.includes(false)) process.exitCode = 1;
  } finally {
    await haus.beende();
  }
}

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { kuendigeNeuenTeamsAn } from '../../db/team.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { starteAnmeldung } from '../../tools/lokal/anmeldung.ts';
import { arbeitsplatz as client } from '../../tools/lokal/anmeldung-konfiguration.ts';
import { demopersonal } from '../../tools/lokal/personal.ts';
import { starteApi, type Pruefapi } from '../../tools/probehaus/api.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueStand, echtzeitserver, type Stand } from '../../tools/probehaus/stand.ts';
import { arbeitsplatz } from '../../web/arbeitsplatz.ts';
import { oeffneBrowser } from '../../tools/probehaus/browser.ts';
import { zustellungsanstoss } from '../../worker/anstoss.ts';

const WARTUNG = { system: 'wartung' } as const;

type Wer = keyof typeof PERSONAL;

/** Lotse as people use it: real PostgreSQL, Temporal, worker, identity provider and Chromium. */
export type Haus = {
  readonly ort: string;
  readonly stand: Stand;
  readonly api: Pruefapi;
  readonly browser: Browser;
  /** A page of somebody who has just signed in, with what it complained about and what it loaded from elsewhere. */
  readonly meldeAn: (wer: Wer, wie?: BrowserContextOptions) => Promise<Angemeldet>;
  /** Sends a body to the API. @returns the answer */
  readonly rufe: (wer: Wer, pfad: string, rumpf: object) => Promise<Record<string, unknown>>;
  readonly beende: () => Promise<void>;
};
export type Angemeldet = {
  readonly seite: Page;
  readonly klagen: string[];
  readonly fremde: string[];
};

const HEUTE: Tag = ortstag(systemuhr.jetzt());

/** One of its own for each of the processes that run files of tests beside each other. */
const PORT_ANMELDUNG = 27_420 + Number(process.env['VITEST_POOL_ID'] ?? 0);

function beobachte(seite: Page, ort: string, anbieter: string): Omit<Angemeldet, 'seite'> {
  const [klagen, fremde]: [string[], string[]] = [[], []];
  seite.on('console', (zeile) => {
    const erwartet = zeile
      .text()
      .startsWith('Failed to load resource: the server responded with a status of');
    if (['error', 'warning'].includes(zeile.type()) && !erwartet) klagen.push(zeile.text());
  });
  seite.on('pageerror', (fehler) => klagen.push(fehler.message));
  seite.on('request', (anfrage) => {
    const { origin, protocol } = new URL(anfrage.url());
    if (origin !== ort && origin !== anbieter && protocol !== 'data:') fremde.push(origin);
  });
  return { klagen, fremde };
}

/** Builds the house once for a file of tests. */
export async function baueHaus(): Promise<Haus> {
  const stand = await baueStand({ temporal: await echtzeitserver() });
  const haltWorker = await stand.starteWorker();
  const issuer = `http://127.0.0.1:${String(PORT_ANMELDUNG)}`;
  const api = await starteApi({
    db: stand.apiDb,
    tresor: stand.tresor,
    client: stand.client,
    uhr: systemuhr,
    seiten: (umgebung, adresse) =>
      arbeitsplatz({
        umgebung,
        anmeldung: { issuer, client, geheimnis: undefined, kennung: 'sub', adresse },
        log: pino({ level: 'silent' }),
      }),
  });
  const { url: ort } = api;
  const rueckkehr = [`${ort}/anmeldung/rueckkehr`];
  const anbieter = await starteAnmeldung({ port: PORT_ANMELDUNG, personal: demopersonal, rueckkehr });
  const browser = await oeffneBrowser();
  return {
    ort,
    stand,
    api,
    browser,
    meldeAn: async (wer, wie = {}) => {
      const kontext = await browser.newContext({
        locale: 'de-DE',
        viewport: { width: 1280, height: 900 },
        ...wie,
      });
      const seite = await kontext.newPage();
      const beobachtet = beobachte(seite, ort, issuer);
      await seite.goto(ort);
      await seite.locator(`button[value="${wer}"]`).click();
      await seite.locator('main h1').waitFor();
      // Whole: who counts pages from here on does not count this one.
      await seite.waitForLoadState('load');
      return { seite, ...beobachtet };
    },
    rufe: async (wer, pfad, rumpf) => {
      const antwort = await fetch(`${ort}/api/v1${pfad}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await api.token(PERSONAL[wer])}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(rumpf),
      });
      const inhalt: unknown = await antwort.json();
      if (!antwort.ok) throw new Error(`${pfad}: ${JSON.stringify(inhalt)}`);
      return { ...(inhalt as object) };
    },
    beende: async () => {
      await browser.close();
      await anbieter.stop();
      await api.stop();
      await haltWorker();
      await stand.beende();
    },
  };
}

/** A case taken over from before Lotse, Fallmanager and Ansprechperson the first of the house. @returns its id */
export async function bestandsfall(
  { rufe }: Haus,
  person: string,
  { fallzugangAm, ...mehr }: { readonly fallzugangAm: Tag; readonly [name: string]: unknown },
): Promise<string> {
  const { fallId } = await rufe('tl', '/faelle/uebernahme', {
    person,
    bestand: {
      vorgemerktAm: plusTage(fallzugangAm, -25),
      zuordnung: { am: plusTage(fallzugangAm, -18), fm: PERSONAL.fm },
      uebernahmegespraechAm: plusTage(fallzugangAm, -7),
      erstgespraechAm: plusTage(fallzugangAm, -7),
      fallzugangAm,
      ...mehr,
    },
  });
  return String(fallId);
}

/** A case taken over from before Lotse, whose monthly contact is overdue. */
export async function ueberfaelligerFall(haus: Haus, marke: string): Promise<string> {
  const fallzugangAm = plusTage(plusMonate(HEUTE, -5), -3);
  return bestandsfall(haus, await legePersonAn(haus.stand.db, marke), {
    fallzugangAm,
    kontakteAm: [plusTage(HEUTE, -45)],
    feedbackAm: plusTage(plusMonate(fallzugangAm, 3), -1),
  });
}

/** As many Handlungsbedarfe as criterion A asks for. @returns their ids */
export async function dreiBedarfe({ rufe }: Haus, person: string, erkanntAm: Tag): Promise<string[]> {
  const ids: string[] = [];
  for (const bezeichnung of ['Schulden ordnen', 'Wohnung sichern', 'Kinderbetreuung']) {
    const rumpf = { schluesselgruppe: 'rahmenbedingungen', bezeichnung, erkanntAm };
    ids.push(String((await rufe('pap', `/personen/${person}/handlungsbedarfe`, rumpf))['id']));
  }
  return ids;
}

/** A Vormerkung that waits for its Zuordnung. */
export async function wartenderFall({ rufe, stand }: Haus, marke: string): Promise<string> {
  const person = await legePersonAn(stand.db, marke);
  const { fallId } = await rufe('pap', '/faelle', {
    person,
    gruende: 'Mehrere Hemmnisse.',
    erlaeutertAm: HEUTE,
  });
  return String(fallId);
}

/** Somebody whom the FM U25 hands over in some months, on the 25th birthday. @returns id of the person */
export async function ausU25({ stand }: Haus, marke: string, monate = 4): Promise<string> {
  const person = await legePersonAn(stand.db, marke);
  const geburtsdatum = plusMonate(HEUTE, monate - 12 * 25);
  await mitAkteur(stand.db, WARTUNG, (tx) =>
    tx
      .update(tabellen.person)
      .set({ geburtsdatum, fmU25Id: PERSONAL.fm_u25 })
      .where(eq(tabellen.person.id, person)),
  );
  return person;
}

/** A team gets its calendar with the first delivery. */
export async function gibKalender({ stand }: Haus): Promise<void> {
  await mitAkteur(stand.db, WARTUNG, (tx) => kuendigeNeuenTeamsAn(tx, systemuhr.jetzt()));
  await zustellungsanstoss(stand.client)();
  const lies = () =>
    mitAkteur(stand.db, WARTUNG, (tx) =>
      tx.select().from(tabellen.vorgang).where(eq(tabellen.vorgang.id, TEAM)),
    );
  await vi.waitFor(
    async () => {
      expect(await lies()).toHaveLength(1);
    },
    { timeout: 60_000 },
  );
}

import { eq } from 'drizzle-orm';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { kuendigeNeuenTeamsAn } from '../../db/team.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { demopersonal } from '../../tools/lokal/personal.ts';
import type { Pruefapi } from '../../tools/probehaus/api.ts';
import { starteArbeitsplatz, wegVorLotse } from '../../tools/probehaus/arbeitsplatz.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import type { Stand } from '../../tools/probehaus/stand.ts';
import { oeffneBrowser } from '../../tools/probehaus/browser.ts';
import { zustellungsanstoss } from '../../worker/anstoss.ts';

const WARTUNG = { system: 'wartung' } as const;

export type Wer = keyof typeof PERSONAL;

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

let wartetNachKlicks = false;

/**
 * A click that leads to another page is over when that page has been read, not with its first bytes: what a test counts there next, it
 * counts on all of it.
 */
function warteNachKlicks(seite: Page): void {
  if (wartetNachKlicks) return;
  wartetNachKlicks = true;
  const prototyp = Object.getPrototypeOf(seite.locator('html')) as Locator;
  const klick: (this: Locator, wie?: object) => Promise<void> = Reflect.get(prototyp, 'click');
  prototyp.click = async function (this: Locator, wie) {
    await klick.call(this, wie);
    await this.page().waitForLoadState('domcontentloaded');
  };
}

/** Builds the house once for a file of tests. */
export async function baueHaus(): Promise<Haus> {
  const platz = await starteArbeitsplatz({ port: PORT_ANMELDUNG, personal: demopersonal });
  const { stand, api, issuer } = platz;
  const { url: ort } = api;
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
      warteNachKlicks(seite);
      const beobachtet = beobachte(seite, ort, issuer);
      await seite.goto(ort);
      await seite.locator(`button[value="${wer}"]`).click();
      await seite.locator('main h1').waitFor();
      // Whole: who counts pages from here on does not count this one.
      await seite.waitForLoadState('load');
      return { seite, ...beobachtet };
    },
    rufe: (wer, pfad, rumpf) => platz.rufe(PERSONAL[wer], pfad, rumpf),
    beende: async () => {
      await browser.close();
      await platz.beende();
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
    bestand: { ...wegVorLotse(fallzugangAm, PERSONAL.fm), ...mehr },
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

/** The first Fallmanager of the house is away from today on, and the second stands in for them. */
export async function fm2VertrittFm({ rufe }: Haus): Promise<void> {
  const { fm, fm2, fm3 } = PERSONAL;
  await rufe('tl', `/teams/${TEAM}/vertretungsring`, { version: 0, mitglieder: [fm, fm2, fm3] });
  const abwesend = { von: HEUTE, bis: plusTage(HEUTE, 3), grund: 'geplant' };
  await rufe('tl', `/mitarbeitende/${fm}/abwesenheiten`, abwesend);
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

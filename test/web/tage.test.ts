import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { plusMonate, plusTage, tagInWorten, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { folge, fuelle, halteFest, sende } from './formularhand.ts';
import {
  ausU25,
  baueHaus,
  bestandsfall,
  dreiBedarfe,
  gibKalender,
  ueberfaelligerFall,
  type Angemeldet,
  type Haus,
  fm2VertrittFm,
} from './haus.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());
const vor = (tage: number): Tag => plusTage(HEUTE, -tage);

let haus: Haus;

beforeAll(async () => {
  haus = await baueHaus();
  await gibKalender(haus);
});
afterAll(async () => {
  await haus.beende();
});

/** Leaves the desk; nothing complained, and nothing was loaded from elsewhere. */
async function gehHeim({ seite, klagen, fremde }: Angemeldet): Promise<void> {
  expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
  await seite.context().close();
}

const menue = (seite: Page, name: string): Promise<void> =>
  seite.getByRole('link', { name, exact: true }).click();

/** By the search of the page of persons, and only by what it is given. */
async function oeffnePerson(seite: Page, gesucht: string): Promise<void> {
  await menue(seite, 'Personen');
  await seite.getByLabel('Name, Geburtsdatum, Kunden- oder Fallnummer').fill(gesucht);
  await seite.getByRole('button', { name: 'Suchen' }).click();
  await seite.locator('main table a').click();
  await seite.getByRole('heading', { level: 1, name: /^Prüfperson/u }).waitFor();
}

/** A number as people say it. */
const gibNummer = (person: string, kundennummer: string): Promise<unknown> =>
  mitAkteur(haus.stand.db, { system: 'wartung' }, (tx) =>
    tx.update(tabellen.person).set({ kundennummer }).where(eq(tabellen.person.id, person)),
  );

const fallnummerAuf = async (seite: Page): Promise<string> =>
  /F-\d{4}-\d{5}/u.exec(await seite.title())?.[0] ?? 'keine Fallnummer';

/** Opens the case a message is about. */
async function oeffneNachricht(seite: Page, worum: string, fallnummer: string): Promise<void> {
  await menue(seite, 'Eingang');
  await seite
    .getByRole('row', { name: new RegExp(`^${worum} .*${fallnummer}`, 'u') })
    .getByRole('link')
    .click();
  await seite.getByRole('heading', { level: 1, name: `Fall ${fallnummer}` }).waitFor();
}

describe('der Tag der persönlichen Ansprechperson', () => {
  it('TR05, AC-10: merkt von der Seite der Person aus vor und sieht, dass sie wartet und was noch fehlt', async () => {
    await legePersonAn(haus.stand.db, 'tag-pap');
    const pap = await haus.meldeAn('pap');
    const { seite } = pap;
    await oeffnePerson(seite, 'tag-pap');
    await halteFest(seite, '/beginnen/vormerken', {
      gruende: 'Mehrere Hemmnisse, die zusammenwirken.',
      erlaeutertAm: HEUTE,
    });
    const nummer = await fallnummerAuf(seite);
    await menue(seite, 'Heute');
    await seite.getByRole('link', { name: /Vormerkung(?:en)? warte[nt]/u }).click();
    const zeile = await seite.getByRole('row', { name: nummer }).innerText();
    expect(zeile).toContain('0 von mindestens 3 zählenden Handlungsbedarfen');
    // AC-28, V-17: the page of the person offers no second one.
    await oeffnePerson(seite, 'tag-pap');
    expect(await seite.locator('a[href$="/beginnen/vormerken"]').count()).toBe(0);
    await seite.getByRole('link', { name: nummer }).waitFor();
    await gehHeim(pap);
  });

  it('T-06, TR55: bekommt nach drei Monaten das Feedback in den Eingang und liest es', async () => {
    const person = await legePersonAn(haus.stand.db, 'tag-feedback');
    const fallId = await bestandsfall(haus, person, {
      fallzugangAm: plusMonate(HEUTE, -3),
      kontakteAm: [vor(20)],
    });
    await haus.rufe('fm', `/faelle/${fallId}/feedback`, {
      inhalt: 'Gut angekommen; die Schulden werden geregelt.',
    });
    const pap = await haus.meldeAn('pap');
    const { seite } = pap;
    await seite.getByRole('link', { name: /neu im Eingang/u }).click();
    await seite
      .getByRole('row', { name: /^Feedback/u })
      .getByRole('link')
      .click();
    expect(await seite.locator('.verlauf').innerText()).toContain(
      'Gut angekommen; die Schulden werden geregelt.',
    );
    await gehHeim(pap);
  });
});

describe('der Tag im Jour-Fixe', () => {
  it('AC-14: merkt aus der Liste vor, findet die Person im Formular mit ihrer Nummer; wer dazukommt, prüft den Zugang', async () => {
    const person = await legePersonAn(haus.stand.db, 'tag-dazu');
    await gibNummer(person, 'JF4712');
    const av = await haus.meldeAn('jour_fixe_av');
    const { seite } = av;
    await menue(seite, 'Vormerkungen');
    await folge(seite, '/beginnen/im-jour-fixe-vormerken');
    await seite.getByLabel(/Name, Geburtsdatum oder Nummer suchen/u).fill('jf4712');
    await seite.getByRole('button', { name: 'Suchen' }).click();
    await seite.getByText('1 gefunden').waitFor();
    await fuelle(seite, {
      person,
      gruende: 'Im Gespräch werden mehrere Hemmnisse deutlich.',
      anruf: 'kommt_dazu',
      fm: PERSONAL.fm3,
    });
    await sende(seite);
    const { pathname } = new URL(seite.url());
    await gehHeim(av);
    const fm = await haus.meldeAn('fm3');
    await folge(fm.seite, `${pathname}/tun/zugang-entscheiden`);
    await fm.seite.getByRole('group', { name: 'Liegt Kriterium B vor?' }).waitFor();
    await gehHeim(fm);
  });

  it('AC-15: findet die Person nur mit der Nummer, die sie sagt, merkt sie vor und sieht sie warten', async () => {
    const person = await legePersonAn(haus.stand.db, 'tag-jour-fixe');
    await gibNummer(person, 'JF4711');
    const av = await haus.meldeAn('jour_fixe_av');
    const { seite } = av;
    await menue(seite, 'Personen');
    await seite.getByLabel('Name, Geburtsdatum, Kunden- oder Fallnummer').fill('jour-fixe');
    await seite.getByRole('button', { name: 'Suchen' }).click();
    await seite.getByText('Niemand gefunden').waitFor();
    await oeffnePerson(seite, 'jf4711');
    await halteFest(seite, '/beginnen/im-jour-fixe-vormerken', {
      gruende: 'Im Gespräch werden mehrere Hemmnisse deutlich.',
      anruf: 'feste_termine',
      fm: PERSONAL.fm,
    });
    const nummer = await fallnummerAuf(seite);
    await menue(seite, 'Vormerkungen');
    expect(await seite.getByRole('row', { name: nummer }).innerText()).toContain('Jour-Fixe');
    await gehHeim(av);
    // The Teamleitung assigns without warm handover, says why (V-14), and T-03 begins.
    const tl = await haus.meldeAn('tl');
    await menue(tl.seite, 'Vormerkungen');
    await tl.seite.getByRole('link', { name: nummer, exact: true }).click();
    await halteFest(tl.seite, '/tun/ohne-warme-uebergabe-zuordnen', { fm: PERSONAL.fm3 });
    expect(await tl.seite.getByRole('region', { name: 'Fristen' }).innerText()).toContain('T-03');
    await gehHeim(tl);
  });
});

const MELDUNG = { gruende: 'Das Fallmanagement soll weitergehen.', erlaeutertAm: HEUTE };

describe('der Tag im Fallmanagement U25', () => {
  it('AC-16, TR62: meldet die Übergabe vor dem 25. Geburtstag und verlegt sie', async () => {
    await ausU25(haus, 'tag-u25');
    const u25 = await haus.meldeAn('fm_u25');
    const { seite } = u25;
    await oeffnePerson(seite, 'tag-u25');
    await halteFest(seite, '/beginnen/u25-uebergabe-anmelden', MELDUNG);
    const verlauf = seite.locator('.verlauf');
    expect(await verlauf.innerText()).toContain(tagInWorten(plusMonate(HEUTE, 4)));
    const neuerTag = plusMonate(HEUTE, 5);
    await halteFest(seite, '/tun/u25-uebergabe-verlegen', {
      uebergabeAm: neuerTag,
      grund: 'Die Ausbildung endet erst dann.',
    });
    expect(await verlauf.innerText()).toContain(tagInWorten(neuerTag));
    await gehHeim(u25);
  });

  it('AC-17, AC-19: meldet am Tag der Übergabe, spricht im Büro des neuen Fallmanagements mit und erfährt von der Übernahme', async () => {
    const person = await ausU25(haus, 'tag-uebergabe', 0);
    await dreiBedarfe(haus, person, vor(10));
    const u25 = await haus.meldeAn('fm_u25');
    const { seite } = u25;
    await oeffnePerson(seite, 'tag-uebergabe');
    await halteFest(seite, '/beginnen/u25-uebergabe-anmelden', MELDUNG);
    const nummer = await fallnummerAuf(seite);
    const fallId = new URL(seite.url()).pathname.split('/')[2] ?? '';
    await haus.rufe('tl', `/faelle/${fallId}/zuordnung`, { fm: PERSONAL.fm2 });
    const fm = await haus.meldeAn('fm2');
    await folge(fm.seite, `/faelle/${fallId}`);
    await halteFest(fm.seite, '/tun/uebernahmegespraech-vereinbaren', { termin: HEUTE });
    const gespraech = { teilnehmer: ['bewerber', 'fm_u25', 'fm'], art: 'persoenlich' };
    await expect(halteFest(fm.seite, '/tun/uebernahmegespraech-fuehren', gespraech)).rejects.toThrow(
      'im Büro des neuen Fallmanagements',
    );
    await fuelle(fm.seite, { ort: 'fm_buero' });
    await sende(fm.seite);
    await halteFest(fm.seite, '/tun/zugang-entscheiden', {
      ergebnis: 'uebernahme',
      'kriteriumB.ergebnis': 'ja',
      'kriteriumB.begruendung': 'Drei Hemmnisse wirken zusammen.',
    });
    await gehHeim(fm);
    await oeffneNachricht(seite, 'Übernahme aus dem Fallmanagement U25', nummer);
    await gehHeim(u25);
  });
});

describe('der Tag der Teamleitung', () => {
  it('T-41, AC-10, AC-11: hält die Teambesprechung: eine Zuordnung, eine nicht jetzt, Abschluss mit Protokoll', async () => {
    for (const marke of ['eins', 'zwei', 'drei']) {
      const person = await legePersonAn(haus.stand.db, `tag-besprechung-${marke}`);
      await haus.rufe('pap', '/faelle', {
        person,
        gruende: 'Mehrere Hemmnisse.',
        erlaeutertAm: vor(9),
        ereignisAm: vor(9),
      });
    }
    const tl = await haus.meldeAn('tl');
    const { seite } = tl;
    await menue(seite, 'Besprechung');
    const dran = async (): Promise<string> =>
      /F-\d{4}-\d{5}/u.exec(await seite.locator('#dran').innerText())?.[0] ?? '';
    const zugeordnet = await dran();
    await seite.getByRole('button', { name: /^1 .* zuordnen$/u }).click();
    await seite.getByRole('status').getByText(`${zugeordnet} ist`).waitFor();
    const bleibt = await dran();
    await seite.getByRole('link', { name: 'Nicht jetzt' }).click();
    await seite.getByRole('status').getByText('bleibt auf der Liste').waitFor();
    await seite.locator('main a[href^="/besprechung/abschluss"]').click();
    expect(await seite.locator('main').innerText()).toMatch(
      new RegExp(`${bleibt} \\(bisher \\d+ Besprechung`, 'u'),
    );
    await halteFest(seite, `/tun/besprechungAbschliessen/${TEAM}`, {
      teilnehmende: [PERSONAL.fm, PERSONAL.fm2],
      protokoll: 'Eine Zuordnung; die zweite Person bringt noch Unterlagen.',
    });
    await menue(seite, 'Besprechung');
    expect(await dran()).toBe(bleibt);
    // TR60: what was worked through is not taken back any more.
    await expect
      .poll(async () => {
        await seite.reload();
        return seite.getByRole('link', { name: /^Zurücknehmen/u }).count();
      })
      .toBe(0);
    await menue(seite, 'Vormerkungen');
    expect(await seite.getByRole('row', { name: bleibt }).count()).toBe(1);
    expect(await seite.getByRole('row', { name: zugeordnet }).count()).toBe(0);
    await gehHeim(tl);
  });
});

describe('der Tag der Vertretung', () => {
  it('AC-86, R08: hat die Fristen der vertretenen Kollegin auf Heute, erledigt eine, und das steht so in der Akte', async () => {
    const fallId = await ueberfaelligerFall(haus, 'tag-vertretung');
    await fm2VertrittFm(haus);
    const fm2 = await haus.meldeAn('fm2');
    const { seite } = fm2;
    expect(await seite.getByRole('note').innerText()).toContain('Demo Fallmanagement 1');
    const tat = seite.locator(`a[href="/faelle/${fallId}/tun/kontakt-erfassen"]`);
    const pflicht = seite.locator('.pflicht', { has: tat });
    expect(await pflicht.innerText()).toContain('in Vertretung für Demo Fallmanagement 1');
    // What binds the person to their Fallmanager waits for them.
    expect(await seite.locator(`a[href="/faelle/${fallId}/tun/ueberpruefen"]`).count()).toBe(0);
    await halteFest(seite, `/faelle/${fallId}/tun/kontakt-erfassen`, {
      vermerk: 'Anruf angenommen, der Termin steht.',
    });
    const eintrag = seite.locator('.verlauf > li', { hasText: 'Anruf angenommen, der Termin steht.' });
    expect(await eintrag.innerText()).toContain('in Vertretung für');
    await menue(seite, 'Heute');
    expect(await seite.locator('.fristgruppe', { hasText: 'Überfällig' }).locator(tat).count()).toBe(0);
    await gehHeim(fm2);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legePersonAn } from '../../tools/probehaus/stammdaten.ts';
import { baueHaus, ueberfaelligerFall, type Haus } from './haus.ts';

let haus: Haus;
let fallId: string;

beforeAll(async () => {
  haus = await baueHaus();
  fallId = await ueberfaelligerFall(haus, 'arbeitsplatz-1');
});
afterAll(async () => {
  await haus.beende();
});

describe('der Arbeitsplatz im Browser', () => {
  it('führt vom Anmelden über Heute zum festgehaltenen Kontakt, ohne ein Wort an Fremde', async () => {
    const { seite, klagen, fremde } = await haus.meldeAn('fm');
    expect(await seite.title()).toMatch(/^Heute – Lotse$/u);
    await seite.getByRole('link', { name: /^Kontakt erfassen in Fall/u }).click();
    await seite.getByLabel('Vermerk').fill('Rückruf: Termin bei der Beratungsstelle steht.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').waitFor();
    expect(await seite.getByRole('status').innerText()).toContain('Als Nächstes');
    expect(await seite.locator('.verlauf').innerText()).toContain(
      'Rückruf: Termin bei der Beratungsstelle steht.',
    );
    expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
    await seite.context().close();
  });

  it('geht ohne JavaScript', async () => {
    const andere = await ueberfaelligerFall(haus, 'arbeitsplatz-2');
    const { seite } = await haus.meldeAn('fm', { javaScriptEnabled: false });
    await seite.locator(`a[href="/faelle/${andere}/tun/kontakt-erfassen"]`).click();
    await seite.getByLabel('Vermerk').fill('Telefonat geführt.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').waitFor();
    await seite.context().close();
  });

  it('geht mit der Tastatur allein: zwei Seiten, höchstens zwölf Tasten neben dem Text', async () => {
    // At least one contact is overdue; the first on the page is the one to get to.
    await ueberfaelligerFall(haus, 'arbeitsplatz-3');
    const { seite } = await haus.meldeAn('fm');
    let [tasten, seiten] = [0, 0];
    seite.on('load', () => (seiten += 1));
    const druecke = async (taste: string): Promise<void> => {
      tasten += 1;
      await seite.keyboard.press(taste);
    };
    const gehZu = async (ziel: string): Promise<void> => {
      while (tasten < 20 && (await seite.locator(`${ziel}:focus`).count()) === 0) await druecke('Tab');
    };
    // Past the menu by the first link of the page, then straight down.
    await gehZu('a.sprung');
    await druecke('Enter');
    await gehZu('.pflicht a[href$="/tun/kontakt-erfassen"]');
    await druecke('Enter');
    await seite.waitForURL(/kontakt-erfassen$/u);
    await seite.keyboard.type('Telefonat geführt.');
    await gehZu('button.kern-btn--primary');
    await druecke('Enter');
    await seite.getByRole('status').waitFor();
    console.log(`Kontakt festhalten: ${String(tasten)} Tasten, ${String(seiten)} Seiten`);
    expect({ tasten: tasten <= 12, seiten }).toEqual({ tasten: true, seiten: 2 });
    await seite.context().close();
  });

  it('eine pAp merkt vor, die TL ordnet zu, das Fallmanagement hat den Fall am selben Tag auf Heute', async () => {
    const person = await legePersonAn(haus.stand.db, 'arbeitsplatz-neu');
    const pap = await haus.meldeAn('pap');
    await pap.seite.getByRole('link', { name: 'Vormerkungen', exact: true }).click();
    await pap.seite.getByRole('link', { name: /vormerken/u }).click();
    await pap.seite.getByLabel('Person', { exact: true }).selectOption(person);
    await pap.seite.getByLabel('Gründe').fill('Mehrere Hemmnisse, die zusammenwirken.');
    await pap.seite.getByRole('button', { name: 'Festhalten' }).click();
    await pap.seite.getByRole('status').waitFor();
    const nummer = /F-\d{4}-\d{5}/u.exec(await pap.seite.title())?.[0] ?? '';
    const tl = await haus.meldeAn('tl');
    await tl.seite.getByRole('link', { name: 'Vormerkungen', exact: true }).click();
    await tl.seite.getByRole('link', { name: `Zuordnen ${nummer}` }).click();
    await tl.seite
      .getByLabel('Fallmanagerin oder Fallmanager')
      .selectOption({ label: 'Demo Fallmanagement 2 (Fallmanagement Ü25)' });
    await tl.seite.getByRole('button', { name: 'Festhalten' }).click();
    await tl.seite.getByRole('status').waitFor();
    const fm = await haus.meldeAn('fm2');
    // What is due later stands in a part of the page that opens with a click.
    await fm.seite.locator('.faelle h3 a', { hasText: nummer }).waitFor({ state: 'attached' });
    for (const { seite, klagen, fremde } of [pap, tl, fm]) {
      expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
      await seite.context().close();
    }
  });

  it('der Eingang merkt sich, was gelesen ist', async () => {
    const { seite, klagen } = await haus.meldeAn('fm2');
    await seite.getByRole('link', { name: 'Eingang', exact: true }).click();
    const neue = await seite.getByRole('button', { name: /^Gelesen/u }).count();
    expect(neue).toBeGreaterThan(0);
    await seite
      .getByRole('button', { name: /^Gelesen/u })
      .first()
      .click();
    await expect.poll(() => seite.getByRole('button', { name: /^Gelesen/u }).count()).toBe(neue - 1);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('zeigt Fehler an ihrem Feld und behält, was getippt war', async () => {
    const { seite, klagen } = await haus.meldeAn('fm');
    await seite.goto(`${haus.ort}/faelle/${fallId}/tun/ueberpruefen`);
    await seite.getByLabel('Gründe der Fortführung').fill('Die Schulden sind noch nicht geregelt.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('alert').waitFor();
    expect(await seite.title()).toMatch(/^Fehler: /u);
    expect(await seite.getByLabel('Gründe der Fortführung').inputValue()).toBe(
      'Die Schulden sind noch nicht geregelt.',
    );
    const erster = seite.getByRole('alert').getByRole('link').first();
    const feld = (await erster.getAttribute('href')) ?? '';
    expect(await seite.locator(feld).count()).toBe(1);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('wer abgemeldet ist, verliert keinen Text: er kommt zurück und geht nach der Anmeldung ab', async () => {
    const { seite } = await haus.meldeAn('fm');
    await seite.goto(`${haus.ort}/faelle/${fallId}/tun/kontakt-erfassen`);
    await seite.getByLabel('Vermerk').fill('Lange geschrieben, spät abgeschickt.');
    const kekse = await seite.context().cookies();
    await seite.context().clearCookies({ name: 'lotse' });
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('heading', { name: 'Sie sind nicht mehr angemeldet' }).waitFor();
    await seite.context().addCookies(kekse);
    await seite.getByRole('button', { name: 'Eingabe noch einmal abschicken' }).click();
    await seite.getByRole('status').waitFor();
    expect(await seite.locator('.verlauf').innerText()).toContain('Lange geschrieben, spät abgeschickt.');
    await seite.context().close();
  });

  it('nimmt kein Formular von einer fremden Seite an und keins eines anderen Kontos', async () => {
    const { seite } = await haus.meldeAn('fm');
    const [keks] = (await seite.context().cookies()).filter(({ name }) => name === 'lotse');
    const sende = (mehr: Record<string, string>, rumpf = 'status=durchgefuehrt') =>
      fetch(`${haus.ort}/faelle/${fallId}/tun/kontakt-erfassen`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie: `lotse=${keks?.value ?? ''}`,
          'content-type': 'application/x-www-form-urlencoded',
          ...mehr,
        },
        body: rumpf,
      });
    expect((await sende({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await sende({ origin: 'https://fremd.example' })).status).toBe(403);
    expect((await sende({})).status).toBe(403);
    const fremdesKonto = await sende({ 'sec-fetch-site': 'same-origin' }, `_konto=${crypto.randomUUID()}`);
    expect(fremdesKonto.status).toBe(403);
    expect((await sende({ origin: haus.ort })).status).toBe(303);
    await seite.context().close();
  });

  it('Abmelden beendet die Sitzung hier und beim Anbieter; der alte Keks gilt nicht mehr', async () => {
    const { seite } = await haus.meldeAn('fm');
    const kekse = await seite.context().cookies();
    await seite.getByRole('button', { name: 'Abmelden' }).click();
    const bestaetige = seite.getByRole('button', { name: 'Abmelden bestätigen' });
    await bestaetige.click();
    await seite.getByRole('heading', { name: 'Sie sind abgemeldet' }).waitFor();
    await seite.context().addCookies(kekse.filter(({ name }) => name === 'lotse'));
    await seite.goto(haus.ort);
    // The provider asks again who it is.
    await seite.locator('button[value="tl"]').waitFor();
    await seite.context().close();
  });

  it('Überall abmelden beendet die Anmeldung in jedem Browser', async () => {
    const hier = await haus.meldeAn('fm3');
    const dort = await haus.meldeAn('fm3');
    await hier.seite.goto(`${haus.ort}/konto`);
    await hier.seite.getByRole('button', { name: 'Überall abmelden' }).click();
    await hier.seite.getByRole('button', { name: 'Abmelden bestätigen' }).waitFor();
    const antwort = await dort.seite.request.get(`${haus.ort}/faelle`, { maxRedirects: 0 });
    expect({ status: antwort.status(), ort: antwort.headers()['location'] }).toEqual({
      status: 303,
      ort: '/anmeldung?nach=%2Ffaelle',
    });
    await hier.seite.context().close();
    await dort.seite.context().close();
  });
});

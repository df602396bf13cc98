import type { Page } from 'playwright-core';
import { oeffneBrowser } from '../../../tools/probehaus/browser.ts';
import type { Person } from './konsole.ts';

/** „Authorize“ (step 3): the form of the code flow, the sign-in in its own window, back to the page. */
async function melde(seite: Page, { name, passwort }: Person): Promise<string[]> {
  await seite.locator('.btn.authorize').click();
  await seite.locator('.auth-container').first().waitFor();
  const titel = await seite.locator('.auth-container h4').allInnerTexts();
  const wege = titel.map((zeile) => zeile.replace(/\s+/gu, ' '));
  const formular = seite.locator('.auth-container', { hasText: 'authorizationCode' });
  const fenster = seite.waitForEvent('popup');
  await formular.locator('button.authorize').click();
  const anbieter = await fenster;
  await anbieter.locator('#username').fill(name);
  await anbieter.locator('#password').fill(passwort);
  await anbieter.locator('#kc-login').click();
  await formular.getByText('Logout').waitFor();
  await seite.locator('.btn-done').first().click();
  return wege;
}

/** Step 3 as a person does it. @returns the answer to „Execute“ at `GET /api/v1/ich`, the ways „Authorize“ shows, and what the page complained about */
export async function fuehreIchAus(
  herkunft: string,
  person: Person,
): Promise<{
  readonly inhalt: unknown;
  readonly wege: readonly string[];
  readonly klagen: readonly string[];
}> {
  const browser = await oeffneBrowser();
  try {
    const seite = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const klagen: string[] = [];
    seite.on('console', (zeile) => {
      if (zeile.type() === 'error') klagen.push(zeile.text());
    });
    await seite.goto(`${herkunft}/api/v1/docs`);
    const wege = await melde(seite, person);
    await seite.locator('.opblock-tag[data-tag="Haus"]').click();
    await seite.locator('.opblock', { hasText: '/api/v1/ich' }).first().click();
    const antwort = seite.waitForResponse(`${herkunft}/api/v1/ich`);
    await seite.locator('.execute').click();
    return { inhalt: await (await antwort).json(), wege, klagen };
  } finally {
    await browser.close();
  }
}

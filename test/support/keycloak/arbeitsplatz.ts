import type { Page } from 'playwright-core';
import { oeffneBrowser } from '../../../tools/probehaus/browser.ts';
import type { Person } from './konsole.ts';

/** A browser of one person at the workplace, and what its pages complained about. */
export type Platz = {
  readonly seite: Page;
  readonly klagen: readonly string[];
  /** From any page of Lotse through Keycloak; Lotse asks for it as soon as nobody is signed in. @returns the heading they come to */
  readonly meldeAn: (person: Person) => Promise<string>;
  /** Signs out here and at Keycloak, which asks whether that is meant. */
  readonly meldeAb: () => Promise<void>;
  readonly schliesse: () => Promise<void>;
};

export async function oeffneArbeitsplatz(herkunft: string): Promise<Platz> {
  const browser = await oeffneBrowser();
  const seite = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const klagen: string[] = [];
  seite.on('console', (zeile) => {
    if (zeile.type() === 'error' && seite.url().startsWith(herkunft)) klagen.push(zeile.text());
  });
  return {
    seite,
    klagen,
    meldeAn: async ({ name, passwort }) => {
      await seite.goto(herkunft);
      await seite.locator('#username').fill(name);
      await seite.locator('#password').fill(passwort);
      await seite.locator('#kc-login').click();
      await seite.waitForURL(`${herkunft}/**`);
      return seite.locator('main h1').innerText();
    },
    meldeAb: async () => {
      await seite.getByRole('button', { name: 'Abmelden', exact: true }).click();
      await seite.locator('#kc-logout').click();
      await seite.waitForURL(`${herkunft}/abgemeldet`);
    },
    schliesse: () => browser.close(),
  };
}

import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruefeTokens } from '../../api/kern/auth.ts';
import { starteAnmeldung } from '../../tools/lokal/anmeldung.ts';
import { arbeitsplatz, audience } from '../../tools/lokal/anmeldung-konfiguration.ts';
import { demopersonal } from '../../tools/lokal/personal.ts';
import { kontoVon, pruefling } from '../api/anwendung.ts';
import { oeffneBrowser } from '../../tools/probehaus/browser.ts';

const PORT_ANMELDUNG = 27_410;

let browser: Browser;
let server: Server;
let anmeldung: Awaited<ReturnType<typeof starteAnmeldung>>;
let ort: string;

function lausche(app: Parameters<typeof createServer>[1]): Promise<string> {
  return new Promise((offen) => {
    server = createServer(app).listen(0, '127.0.0.1', () => {
      const adresse = server.address();
      offen(`http://127.0.0.1:${String(typeof adresse === 'object' ? adresse?.port : '')}`);
    });
  });
}

beforeAll(async () => {
  const rueckkehr: string[] = [];
  anmeldung = await starteAnmeldung({ port: PORT_ANMELDUNG, personal: demopersonal, rueckkehr });
  const { issuer } = anmeldung;
  const { app } = await pruefling(
    {},
    {
      konto: () => Promise.resolve(kontoVon('fm')),
      anmeldung: pruefeTokens({ issuer, audience }),
      doku: { issuer, client: arbeitsplatz, bereiche: 'openid' },
    },
  );
  ort = await lausche(app);
  rueckkehr.push(`${ort}/api/v1/docs/oauth2-redirect.html`);
  await anmeldung.stop();
  anmeldung = await starteAnmeldung({ port: PORT_ANMELDUNG, personal: demopersonal, rueckkehr });
  browser = await oeffneBrowser();
});

afterAll(async () => {
  await browser.close();
  await anmeldung.stop();
  server.closeAllConnections();
  server.close();
});

/** The page, with everything it complained about and everything it loaded from elsewhere. */
async function oeffne(): Promise<{ seite: Page; klagen: string[]; fremde: string[] }> {
  const seite = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const [klagen, fremde]: [string[], string[]] = [[], []];
  seite.on('console', (zeile) => {
    if (['error', 'warning'].includes(zeile.type())) klagen.push(zeile.text());
  });
  seite.on('pageerror', (fehler) => klagen.push(fehler.message));
  seite.on('request', (anfrage) => {
    const { origin, protocol } = new URL(anfrage.url());
    if (origin !== ort && protocol !== 'data:') fremde.push(origin);
  });
  await seite.goto(`${ort}/api/v1/docs`);
  await seite.waitForSelector('.opblock-tag');
  return { seite, klagen, fremde };
}

async function melde(seite: Page): Promise<void> {
  await seite.locator('.btn.authorize').click();
  const formular = seite.locator('.auth-container', { hasText: 'authorizationCode' });
  const fenster = seite.waitForEvent('popup');
  await formular.locator('button.authorize').click();
  const anbieter = await fenster;
  await anbieter.locator('button[value=fm]').click();
  await formular.getByText('Logout').waitFor();
  await seite.locator('.btn-done').first().click();
}

/** The ways to sign in the page offers. */
async function wege(seite: Page): Promise<string[]> {
  await seite.locator('.btn.authorize').click();
  await seite.locator('.auth-container').first().waitFor();
  const titel = await seite.locator('.auth-container h4').allInnerTexts();
  return titel.map((zeile) => zeile.replace(/\s+/gu, ' '));
}

async function oeffneOperation(seite: Page, gruppe: string, pfad: string): Promise<void> {
  await seite.locator(`.opblock-tag[data-tag="${gruppe}"]`).click();
  await seite.locator('.opblock', { hasText: pfad }).first().click();
}

describe('die Seite der Schnittstelle im Browser', () => {
  it('lädt alles von hier, fragt nur die Anmeldung und verstößt gegen keine Regel der CSP', async () => {
    const { seite, klagen, fremde } = await oeffne();
    await oeffneOperation(seite, 'Fall', '/api/v1/faelle');
    await seite.locator('.opblock-body').waitFor();
    expect(klagen).toEqual([]);
    expect(fremde.filter((origin) => origin !== anmeldung.issuer)).toEqual([]);
    // Control: what the CSP forbids is noticed here.
    await seite.evaluate(
      "document.body.append(Object.assign(new Image(), { src: 'https://anderswo.example/bild.png' }))",
    );
    await expect.poll(() => klagen.join()).toContain('Content Security Policy');
    await seite.close();
  });

  it('meldet beim Anbieter an und führt eine Anfrage wirklich aus', async () => {
    const { seite } = await oeffne();
    await melde(seite);
    await oeffneOperation(seite, 'Haus', '/api/v1/ich');
    const antwort = seite.waitForResponse(`${ort}/api/v1/ich`);
    await seite.locator('.execute').click();
    expect(await (await antwort).json()).toMatchObject({ id: kontoVon('fm').id, rolle: 'fm' });
    await seite.close();
  });

  it('bietet nur das eigene Token und den Weg über die Seite des Anbieters an, nie ein Feld für ein Passwort', async () => {
    const { seite } = await oeffne();
    expect(await wege(seite)).toEqual([
      'bearer (http, Bearer)',
      'anmeldung (OAuth2, authorizationCode with PKCE)',
    ]);
    expect(await seite.locator('#oauth_username, #oauth_password').count()).toBe(0);
    await seite.close();
  });

  it('antwortet der Anbieter nicht, bleiben Beschreibung und eigenes Token', async () => {
    const seite = await browser.newPage();
    await seite.route(`${anmeldung.issuer}/**`, (weg) => weg.abort());
    await seite.goto(`${ort}/api/v1/docs`);
    expect(await wege(seite)).toEqual(['bearer (http, Bearer)']);
    await seite.close();
  });

  it('schickt mit jeder Änderung einen neuen Schlüssel', async () => {
    const { seite } = await oeffne();
    await melde(seite);
    await oeffneOperation(seite, 'Fall', '/api/v1/faelle');
    const schluessel = new Set<string | undefined>();
    for (let mal = 0; mal < 2; mal += 1) {
      const anfrage = seite.waitForRequest(`${ort}/api/v1/faelle`);
      await seite.locator('.execute').click();
      schluessel.add((await anfrage).headers()['idempotency-key']);
    }
    expect(schluessel.size).toBe(2);
    expect([...schluessel].join()).not.toContain('00000000-0000');
    await seite.close();
  });
});

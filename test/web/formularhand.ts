import type { Locator, Page } from 'playwright-core';

/** By the path of the field in its contract (`kriteriumB.begruendung`, `verlaufsplan.0.was`); of several choices all of them. */
export type Angaben = Readonly<Record<string, string | readonly string[]>>;

/** What stands in a closed part of the page is opened as people open it. */
async function holeHervor(seite: Page, ziel: Locator): Promise<void> {
  while (!(await ziel.isVisible())) {
    const [zu] = await seite.locator('details:not([open])', { has: ziel }).all();
    if (zu === undefined) throw new Error(`Auf ${seite.url()} ist nicht zu sehen: ${String(ziel)}`);
    await zu.locator('> summary').click();
  }
}

/** Follows the first link of the page to an address that ends so. */
export async function folge(seite: Page, ende: string): Promise<void> {
  const verweis = seite.locator(`a[href$="${ende}"]`).first();
  if ((await verweis.count()) === 0) throw new Error(`Von ${seite.url()} führt kein Weg nach …${ende}`);
  await holeHervor(seite, verweis);
  await verweis.click();
}

async function fuelleFeld(seite: Page, name: string, wert: string | readonly string[]): Promise<void> {
  const feld = seite.locator(`[name="${name}"]`);
  if ((await feld.count()) === 0) throw new Error(`Das Formular ${seite.url()} fragt nicht nach ${name}`);
  await holeHervor(seite, feld.first());
  if ((await feld.and(seite.locator('select')).count()) > 0) {
    await feld.selectOption(wert);
  } else if ((await feld.and(seite.locator('[type="radio"], [type="checkbox"]')).count()) > 0) {
    for (const einer of [wert].flat()) await feld.and(seite.locator(`[value="${einer}"]`)).check();
  } else {
    await feld.fill(String(wert));
  }
}

/** Types what somebody knows into the form that is open. */
export async function fuelle(seite: Page, angaben: Angaben): Promise<void> {
  for (const [name, wert] of Object.entries(angaben)) await fuelleFeld(seite, name, wert);
}

/** Sends the form. @returns what the page says of it @throws with the summary when it comes back */
export async function sende(seite: Page): Promise<string> {
  await seite.getByRole('button', { name: 'Festhalten' }).click();
  const fehler = seite.getByRole('alert');
  const erfolg = seite.locator('.kern-alert--success');
  await fehler.or(erfolg).first().waitFor();
  if ((await fehler.count()) > 0)
    throw new Error(`${await seite.title()}: ${(await fehler.allInnerTexts()).join('\n')}`);
  return erfolg.innerText();
}

/** From the page of a case or a person through the link to the form of a write, and back with what came of it. */
export async function halteFest(seite: Page, ende: string, angaben: Angaben): Promise<string> {
  await folge(seite, ende);
  await fuelle(seite, angaben);
  return sende(seite);
}

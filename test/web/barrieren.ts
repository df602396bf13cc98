import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const Befunde = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
const REGELN = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What WCAG 2.1 and 2.2 A/AA finds on a page. The rule of the pages forbids scripts, so the checker comes from outside of it. */
export async function barrieren(seite: Page): Promise<string[]> {
  const befunde = Befunde.parse(
    await seite.evaluate(
      `${AXE}; axe.run(document, { runOnly: ${JSON.stringify(REGELN)} }).then(({ violations }) => violations)`,
    ),
  );
  return befunde.map(({ id, nodes }) => `${id}: ${nodes.map((knoten) => knoten.html).join(' | ')}`);
}

/** Wider than the window: somebody would have to scroll sideways. */
export const zuBreit = (seite: Page): Promise<boolean> =>
  seite.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** A desk, the same enlarged to 200 %, and the narrowest screen: in the points of CSS a browser divides its window by the zoom. */
const BREITEN = [320, 640, 1280];

/** What a page as it stands puts in anybody's way, on each of them. */
export async function huerden(seite: Page): Promise<string[]> {
  const gefunden: string[] = [];
  for (const width of BREITEN) {
    await seite.setViewportSize({ width, height: 900 });
    // From above: what the head that stays in sight hides of a scrolled page is in nobody's way.
    await seite.evaluate('scrollTo(0, 0)');
    gefunden.push(
      ...(await barrieren(seite)),
      ...((await zuBreit(seite)) ? [`zu breit bei ${String(width)}`] : []),
    );
  }
  return gefunden;
}

/** The same where scripts may be off: the checker is one itself, so without them only the width can be seen. */
export async function huerdenAuch(seite: Page, javaScriptEnabled: boolean): Promise<string[]> {
  if (javaScriptEnabled) return huerden(seite);
  return (await zuBreit(seite)) ? ['zu breit'] : [];
}

/** Pages of the page as it comes out of the printer. */
export async function blaetter(seite: Page): Promise<number> {
  const pdf = await seite.pdf({ preferCSSPageSize: true, printBackground: false });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

import type { Locator, Page } from 'playwright-core';
import type { Tag } from '../../domain/frist/tag.ts';

/** A page at the keyboard: nothing here ever points or scrolls. */
export type Tastatur = {
  /** Tabs on to what is meant, or back to it; fails when it does not come. */
  readonly gehZu: (ziel: Locator, taste?: 'Tab' | 'Shift+Tab') => Promise<void>;
  readonly druecke: (taste: string) => Promise<void>;
  /** To the field with this label, and what belongs into it. */
  readonly tippe: (feld: string | RegExp, text: string, taste?: 'Tab' | 'Shift+Tab') => Promise<void>;
  /** To the field of a day with this label, and its digits as the browser wants them. */
  readonly tippeTag: (feld: string, tag: Tag) => Promise<void>;
  /** Of a group of buttons the one with this label: tab into the group, then arrows; boxes to tick by space. */
  readonly waehle: (gruppe: string, wahl: string) => Promise<void>;
  /** Follows the link to an address that ends so, out of the closed part of the page it may stand in. */
  readonly folge: (ende: string) => Promise<void>;
  /** Sends the form and waits until the page says that it is recorded. */
  readonly sende: () => Promise<void>;
};

const HOECHSTENS = 80;

/** The digits of a day in the order of this browser, which follows its machine and no page. */
async function ziffern(seite: Page, tag: Tag): Promise<string> {
  const probe = await seite.context().newPage();
  await probe.setContent('<input type="date">');
  await probe.keyboard.press('Tab');
  await probe.keyboard.type('12312026');
  const monatZuerst = (await probe.locator('input').inputValue()) === '2026-12-31';
  await probe.close();
  const [jahr = '', monat = '', tagDesMonats = ''] = tag.split('-');
  return monatZuerst ? monat + tagDesMonats + jahr : tagDesMonats + monat + jahr;
}

export function tastatur(seite: Page): Tastatur {
  const hat = async (ziel: Locator): Promise<boolean> =>
    (await ziel.and(seite.locator(':focus')).count()) > 0;
  const druecke = (taste: string): Promise<void> => seite.keyboard.press(taste);
  const wiederhole = async (taste: string, ziel: Locator): Promise<void> => {
    for (let tasten = 0; !(await hat(ziel)); tasten += 1) {
      if (tasten === HOECHSTENS)
        throw new Error(
          `Mit ${String(HOECHSTENS)} × ${taste} kommt auf ${seite.url()} nicht: ${String(ziel)}`,
        );
      await druecke(taste);
    }
  };
  const gehZu: Tastatur['gehZu'] = (ziel, taste = 'Tab') => wiederhole(taste, ziel);
  return {
    gehZu,
    druecke,
    tippe: async (feld, text, taste) => {
      await gehZu(seite.getByLabel(feld), taste);
      await seite.keyboard.type(text);
    },
    tippeTag: async (feld, tag) => {
      const getippt = await ziffern(seite, tag);
      await gehZu(seite.getByLabel(feld));
      await seite.keyboard.type(getippt);
    },
    waehle: async (gruppe, wahl) => {
      const ziel = seite.getByRole('group', { name: gruppe, exact: true }).getByLabel(wahl, { exact: true });
      // Of round buttons one is on the way of the tab; arrows go to the others.
      if ((await ziel.getAttribute('type')) === 'radio') {
        const name = (await ziel.getAttribute('name')) ?? '';
        await gehZu(seite.locator(`[type="radio"][name="${name}"]`));
        await wiederhole('ArrowDown', ziel);
      } else {
        await gehZu(ziel);
      }
      if (!(await ziel.isChecked())) await druecke('Space');
    },
    folge: async (ende) => {
      const verweis = seite.locator(`a[href$="${ende}"]`);
      const zu = seite.locator('details:not([open])', { has: verweis });
      while (!(await verweis.first().isVisible()) && (await zu.count()) > 0) {
        await gehZu(zu.first().locator('> summary'));
        await druecke('Enter');
      }
      await gehZu(verweis);
      await druecke('Enter');
      await seite.waitForURL((ort) => ort.pathname.endsWith(ende));
    },
    sende: async () => {
      await gehZu(seite.getByRole('button', { name: 'Festhalten' }));
      await druecke('Enter');
      const [fehler, erfolg] = [seite.getByRole('alert'), seite.locator('.kern-alert--success')];
      await fehler.or(erfolg).first().waitFor();
      if ((await fehler.count()) > 0) throw new Error((await fehler.allInnerTexts()).join('\n'));
    },
  };
}

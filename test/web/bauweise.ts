import type { Page } from 'playwright-core';
import { z } from 'zod';

const Maengel = z.array(z.string());

/** Run in a page: what of it can be reached with the keyboard, in the order in which it is read. */
const ERREICHBARE = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((e) =>
  e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }) &&
  // Of round buttons one is on the way of the tab.
  !(e.type === 'radio' && [...document.getElementsByName(e.name)].find((r) => r.checked) !== e &&
    ([...document.getElementsByName(e.name)].some((r) => r.checked) || document.getElementsByName(e.name)[0] !== e)))`;

/** Run in a page: how it is built, where axe has no opinion or only an advice. */
const BAU = `(() => {
  const alle = (wahl) => [...document.querySelectorAll(wahl)];
  const html = (e) => e.outerHTML.slice(0, 120);
  const maengel = [];
  const melde = (was, elemente) => elemente.forEach((e) => maengel.push(was + ': ' + html(e)));
  const stufen = alle('h1, h2, h3, h4, h5, h6').map((h) => Number(h.tagName[1]));
  if (stufen.filter((stufe) => stufe === 1).length !== 1) maengel.push('Hauptüberschriften: ' + stufen.join(' '));
  // What came of something may stand above the heading, in a box that says so itself.
  if (stufen[0] !== 1 || stufen.some((stufe, n) => n > 0 && stufe > stufen[n - 1] + 1))
    maengel.push('Stufen der Überschriften: ' + stufen.join(' '));
  if (alle('main').length !== 1) maengel.push('main: ' + alle('main').length);
  melde('nav ohne Namen', alle('nav').filter((n) => !n.getAttribute('aria-label') && !n.getAttribute('aria-labelledby')));
  melde('Tabellenkopf ohne scope', alle('table:not([role=presentation]) th:not([scope])'));
  melde('Tabelle ohne Kopf', alle('table').filter((t) => t.querySelector('th[scope=col]') === null));
  melde('tabindex größer null', alle('[tabindex]').filter((e) => e.tabIndex > 0));
  const amtsfremd = /\\b(?:undefined|null|NaN|string|boolean|object)\\b|"\\|"/u.exec(document.querySelector('main')?.innerText ?? '');
  if (amtsfremd !== null) maengel.push('Wort für Programme: ' + amtsfremd[0]);
  const da = (id) => document.getElementById(id) !== null;
  for (const merkmal of ['aria-describedby', 'aria-labelledby', 'aria-controls'])
    melde(merkmal + ' ins Leere', alle('[' + merkmal + ']').filter((e) => !e.getAttribute(merkmal).split(' ').every(da)));
  melde('Sprung ins Leere', alle('a[href^="#"]').filter((a) => !da(decodeURIComponent(a.hash.slice(1)))));
  // Errors: said at once, in the title first, each with its field, and at the field.
  const fehler = alle('main [role=alert]');
  if ((fehler.length > 0) !== document.title.startsWith('Fehler: ')) maengel.push('Titel: ' + document.title);
  if (fehler.length > 1) melde('mehr als eine Zusammenfassung', fehler);
  for (const a of fehler.flatMap((kasten) => [...kasten.querySelectorAll('a[href^="#"]')])) {
    const feld = document.getElementById(a.hash.slice(1));
    const worte = (feld?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id));
    if (!worte.some((wort) => wort?.classList.contains('kern-error'))) melde('Fehler steht nicht am Feld', [a]);
    if (feld?.matches('input, select, textarea') && feld.getAttribute('aria-invalid') !== 'true') melde('Feld gilt als richtig', [feld]);
    if (feld?.tabIndex === undefined || (feld.tabIndex < 0 && !feld.hasAttribute('tabindex'))) melde('Sprung kann nicht landen', [a]);
  }
  for (const e of alle('.kern-error')) if (fehler.length === 0) melde('Fehler am Feld ohne Zusammenfassung', [e]);
  melde('Fehler im Text ohne Zusammenfassung', alle('[aria-invalid=true]').filter(() => fehler.length === 0));
  melde('Erfolg, den niemand ansagt', alle('.kern-alert--success').filter((e) => e.getAttribute('role') !== 'status'));
  return maengel;
})()`;

/** Run in a page whose colours are the ones of whoever looks: what of it can only be told by a colour. */
const OHNE_FARBE = `(() => {
  const alle = (wahl) => [...document.querySelectorAll(wahl)].filter((e) => e.checkVisibility());
  const stil = (e) => getComputedStyle(e);
  const hatRand = (e) => ['Top', 'Left', 'Bottom'].some((seite) =>
    stil(e)['border' + seite + 'Style'] !== 'none' && parseFloat(stil(e)['border' + seite + 'Width']) > 0);
  const worte = (e) => e.innerText.trim() !== '';
  const maengel = [];
  const melde = (was, elemente) => elemente.forEach((e) => maengel.push(was + ': ' + e.outerHTML.slice(0, 120)));
  melde('Feld ohne Rand', alle('main input:not([type=hidden]), main select, main textarea').filter((e) =>
    !hatRand(e) && !hatRand(e.parentElement) && stil(e).appearance === 'none'));
  melde('Knopf ohne Rand', alle('main .kern-btn').filter((e) => !hatRand(e)));
  melde('Kasten ohne Rand', alle('.kern-alert, .stoerung, .vertretung').filter((e) => !hatRand(e)));
  melde('Zustand ohne Wort', alle('.spaet, .kern-error, .kern-badge, .ruht, .gesperrt').filter((e) =>
    !worte(e) && e.textContent.trim() === ''));
  melde('Wo man ist, ist nicht zu sehen', alle('[aria-current]').filter((e) => {
    const andere = e.parentElement?.parentElement?.querySelector('a:not([aria-current]), li:not([aria-current])');
    return andere !== null && andere !== undefined && stil(e).fontWeight === stil(andere).fontWeight;
  }));
  return maengel;
})()`;

/** Run in a page: what cannot be seen to have the focus. */
const OHNE_FOKUS = `(${ERREICHBARE}).filter((e) => {
  e.focus({ focusVisible: true, preventScroll: true });
  const zeigt = (wer) => { const s = getComputedStyle(wer); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; };
  return document.activeElement === e && !zeigt(e) && !(e.labels && [...e.labels].some(zeigt));
}).map((e) => 'kein Fokus zu sehen: ' + e.outerHTML.slice(0, 120))`;

const BEWEGT = `document.getAnimations().map((a) => 'bewegt sich: ' + (a.animationName ?? a.transitionProperty))
  .concat([...document.querySelectorAll('body *')].filter((e) => {
    const s = getComputedStyle(e);
    return s.animationName !== 'none' || s.transitionDuration.split(', ').some((dauer) => parseFloat(dauer) > 0.001);
  }).map((e) => 'würde sich bewegen: ' + e.outerHTML.slice(0, 80)))`;

const AUF_PAPIER = `[...document.querySelectorAll('nav, .kopf, a.sprung, .nur-schirm, .knoepfe')].filter((e) => e.checkVisibility())
  .map((e) => 'steht auf dem Papier: ' + e.outerHTML.slice(0, 80))`;

const lies = async (seite: Page, was: string): Promise<string[]> => Maengel.parse(await seite.evaluate(was));

/** What is wrong with how a page is built, as it stands and for whoever has set up their machine in a way of their own. */
export async function baumaengel(seite: Page): Promise<string[]> {
  const gefunden = [...(await lies(seite, BAU))];
  await seite.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  for (const was of [OHNE_FARBE, OHNE_FOKUS, BEWEGT]) gefunden.push(...(await lies(seite, was)));
  await seite.emulateMedia({ media: 'print', forcedColors: 'none', reducedMotion: 'no-preference' });
  gefunden.push(...(await lies(seite, AUF_PAPIER)));
  await seite.emulateMedia({ media: null });
  return [...gefunden, ...(await lies(seite, OHNE_FOKUS))];
}

const Weg = z.object({ erwartet: z.array(z.string()), fehlt: z.array(z.string()) });
const GEHT_UM = 400;

/** From the top of the page with the tab alone: everything is reached, in the order in which it is read. */
export async function tabmaengel(seite: Page): Promise<string[]> {
  await seite.evaluate(
    `window.scrollTo(0, 0); document.activeElement?.blur(); window.lotseWeg = [];
     window.lotseMarke = document.createElement('span'); lotseMarke.tabIndex = -1; document.body.prepend(lotseMarke); lotseMarke.focus();`,
  );
  // A day has several places in one field.
  for (let tasten = 0; tasten < GEHT_UM; tasten += 1) {
    await seite.keyboard.press('Tab');
    const weiter = await seite.evaluate(
      `(() => { const e = document.activeElement; if (e === null || e === document.body) return false; if (e === lotseWeg.at(-1)) return true; if (lotseWeg.includes(e)) return false; lotseWeg.push(e); return true; })()`,
    );
    if (weiter !== true) break;
  }
  const { erwartet, fehlt } = Weg.parse(
    await seite.evaluate(`(() => {
      const html = (e) => e.outerHTML.slice(0, 120);
      const nach = (a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const zurueck = lotseWeg.filter((e, n) => n > 0 && !nach(lotseWeg[n - 1], e)).map(html);
      const alle = ${ERREICHBARE};
      lotseMarke.remove();
      return { erwartet: zurueck, fehlt: alle.filter((e) => !lotseWeg.includes(e)).map(html) };
    })()`),
  );
  return [...erwartet.map((e) => `springt zurück: ${e}`), ...fehlt.map((e) => `nicht zu erreichen: ${e}`)];
}

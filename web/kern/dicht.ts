import { html, type SafeHtml } from '@remix-run/html-template';

const DICHTE = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

const ohneEinzug = (teil: string): string => teil.replaceAll(/\s*\n\s*/gu, '\n');

/** The template without what indents it in the source; what somebody wrote stays as it is, to the last blank. */
function dicht(teile: TemplateStringsArray): TemplateStringsArray {
  const bekannte = DICHTE.get(teile);
  if (bekannte !== undefined) return bekannte;
  const dichte = Object.assign(teile.map(ohneEinzug), { raw: teile.raw.map(ohneEinzug) });
  DICHTE.set(teile, dichte);
  return dichte;
}

/** `html` for what stands on a page a hundred times: a form with many fields keeps below 100 kB. */
export const dichtesHtml = (
  teile: TemplateStringsArray,
  ...werte: Parameters<typeof html> extends [unknown, ...infer W] ? W : never
): SafeHtml => html(dicht(teile), ...werte);

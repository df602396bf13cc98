import { html, type SafeHtml } from '@remix-run/html-template';
import { tagMitWochentag } from './datum.ts';

/** The day a duty is due; where it has passed, sign and words say so. */
export function faelligkeit({
  faellig,
  ueberfaellig,
}: {
  readonly faellig: string;
  readonly ueberfaellig: boolean;
}): SafeHtml {
  const tag = tagMitWochentag(faellig);
  if (!ueberfaellig) return html`${tag}`;
  return html`<span class="spaet"><span aria-hidden="true">⚠</span> überfällig seit </span>${tag}`;
}

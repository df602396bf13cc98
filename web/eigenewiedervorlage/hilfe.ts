import { html, type SafeHtml } from '@remix-run/html-template';
import { tagMitWochentag } from '../kern/datum.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { meineAmFall } from './liste.ts';

/** Which one a form of its own is about; null for forms about something else. */
export async function gemeinteWiedervorlage(
  anfrage: Seitenanfrage,
  { fallId, wiedervorlageId }: Readonly<Record<string, string>>,
): Promise<SafeHtml | null> {
  if (fallId === undefined || wiedervorlageId === undefined) return null;
  const lage = await meineAmFall(anfrage, fallId);
  const gemeint = lage?.eintraege.find(({ id }) => id === wiedervorlageId);
  if (gemeint === undefined) return null;
  return html`<p class="kern-body wortlaut">${tagMitWochentag(gemeint.tag)}: ${gemeint.satz}</p>`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Wiedervorlageneintrag } from '../../api/eigenewiedervorlage/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { tageZwischen, type Tag } from '../../domain/frist/tag.ts';
import { tun } from '../eigenewiedervorlage/knoepfe.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { anzahl } from '../kern/worte.ts';

/** For which day; never "due": nothing follows from it. */
function wann(tag: Tag, heute: Tag): string {
  const tage = tageZwischen(heute, tag);
  if (tage === 0) return 'für heute';
  if (tage < 0) return `seit ${anzahl(-tage, 'Tag', 'Tagen')} (${tagMitWochentag(tag)})`;
  return tage === 1
    ? `für morgen, ${tagMitWochentag(tag)}`
    : `für ${tagMitWochentag(tag)}, in ${anzahl(tage, 'Tag', 'Tagen')}`;
}

/** A line beside the duties, by its word none of them. */
export function wiedervorlagenzeile(
  eintrag: Wiedervorlageneintrag,
  { heute, konto }: { readonly heute: Tag; readonly konto: Konto },
): SafeHtml {
  const { satz, tag } = eintrag;
  return html`<li class="pflicht">
    <span class="was">${satz} <span class="kennung">Eigene Wiedervorlage</span></span>
    <span class="wann">${wann(tag, heute)}</span>
    ${tun(konto, eintrag, 'heute')}
  </li>`;
}

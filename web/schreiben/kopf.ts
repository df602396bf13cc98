import { html, type SafeHtml } from '@remix-run/html-template';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { personSchema } from '../../api/personen/formen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { liesWennDa } from '../kern/zeilen.ts';
import { fallkopf } from '../fall/kopf.ts';
import type { Formular } from '../tun/formular.ts';

/** Whom or what a write is about, above its form; null where it is about the house. */
export async function kopfFuer(
  anfrage: Seitenanfrage,
  { fallId, personId }: Formular['pfad'],
): Promise<SafeHtml | null> {
  const { umgebung, konto } = anfrage;
  if (fallId !== undefined)
    return fallkopf(await frage(umgebung, fallroute, { konto, pfad: { fallId } }), konto);
  if (personId === undefined) return null;
  const person = await liesWennDa(anfrage, 'person', { schema: personSchema, pfad: { personId } });
  if (person === null) return null;
  return html`<div class="fallkopf">
    <p class="wer">
      <a class="kern-link" href="/personen/${personId}"><strong>${person.name}</strong></a>
    </p>
    <p>geboren ${tagInWorten(person.geburtsdatum)} · Kundennummer ${person.kundennummer}</p>
  </div>`;
}

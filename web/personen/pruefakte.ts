import { html, type SafeHtml } from '@remix-run/html-template';
import { pruefakteSchema } from '../../api/potenzial/formen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import { liesWennDa } from '../kern/zeilen.ts';
import { offeneFristen } from '../fall/kopf.ts';
import { verlauf } from '../fall/verlauf.ts';
import { schreibknoepfe } from '../schreiben/verweis.ts';

/** The check record of a person outside of bFM (S00): what is owed, and what can be recorded; null for roles without it. */
export async function pruefakte(anfrage: Seitenanfrage, personId: string): Promise<SafeHtml | null> {
  const akte = await liesWennDa(anfrage, 'pruefakte', { schema: pruefakteSchema, pfad: { personId } });
  const kennungen = [personId];
  const knoepfe = schreibknoepfe(anfrage.konto, [
    // An FM suggests without reading the record (TR06); everything else is for those who do.
    { name: 'uebergangAnregen', kennungen, wort: 'Übergang anregen' },
    ...(akte === null
      ? []
      : [
          { name: 'komplexprofilPruefen', kennungen, wort: 'Komplexprofil prüfen' },
          { name: 'keinBfmUe25Entscheiden', kennungen, wort: 'Kein bFM Ü25' },
          { name: 'potenzialBegruendungNachreichen', kennungen, wort: 'Begründung nachreichen' },
        ]),
  ]);
  if (akte === null && knoepfe === null) return null;
  const offene = akte === null ? [] : offeneFristen(akte);
  return html`<h3 class="kern-heading-small">Prüfakte</h3>
    <ul class="taten">
      ${offene.map(
        (frist) =>
          html`<li>${frist.name} <span class="kennung">${frist.id}</span>, ${faelligkeit(frist)}</li>`,
      )}
    </ul>
    ${knoepfe}
    ${
      akte === null || akte.geschichte.length === 0
        ? null
        : html`<details>
            <summary>Bisherige Prüfungen <span class="zahl">${akte.geschichte.length}</span></summary>
            ${verlauf(akte.geschichte)}
          </details>`
    }`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import { berichteSchema, erbringerAkte, type Erbringeransicht } from '../../api/erbringer/formen.ts';
import { erbringerliste } from '../../api/erbringer/routen.ts';
import { nichtBerechtigt } from '../../api/kern/absage.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { merkmale } from '../kern/merkmale.ts';
import type { Listenspalte } from '../kern/listenspalte.ts';
import { tabelle } from '../kern/tabelle.ts';
import { liesWennDa, liesZeile } from '../kern/zeilen.ts';
import { listenseite } from '../listen/listenseite.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { schreibknoepfe } from '../schreiben/verweis.ts';

const SPALTEN: readonly Listenspalte<Erbringeransicht>[] = [
  {
    kopf: 'Name',
    wert: ({ name, aktiv }) => `${name}${aktiv ? '' : ' (stillgelegt)'}`,
    zelle: ({ id, name, aktiv }) =>
      html`<a class="kern-link" href="/netzwerk/${id}">${name}</a>${aktiv ? '' : ' (stillgelegt)'}`,
  },
  { kopf: 'Für', zelle: ({ problemfelder }) => problemfelder.map(klartext).join(', ') },
  { kopf: 'Was zu veranlassen ist', zelle: ({ wasIstZuVeranlassen }) => wasIstZuVeranlassen },
  { kopf: 'Telefon', zelle: ({ telefon }) => telefon },
  {
    kopf: 'Wartezeit',
    zelle: ({ wartezeitTage }) => (wartezeitTage === null ? 'unbekannt' : `${String(wartezeitTage)} Tage`),
    wert: ({ wartezeitTage }) => wartezeitTage,
  },
];

export const netzwerk = listenseite({
  titel: 'Netzwerk',
  bereich: 'haus',
  route: erbringerliste,
  spalten: () => SPALTEN,
  leer: 'Noch niemand im Verzeichnis.',
  davor: (konto) =>
    schreibknoepfe(konto, [{ name: 'legeErbringerAn', wort: 'Neuer Leistungserbringer' }]) ?? html``,
});

async function berichte(anfrage: Seitenanfrage, erbringerId: string): Promise<SafeHtml | null> {
  const antwort = await liesWennDa(anfrage, 'berichteDesErbringers', {
    schema: berichteSchema,
    pfad: { erbringerId },
  });
  if (antwort === null || antwort.eintraege.length === 0) return null;
  return html`<section aria-labelledby="berichte">
    <h2 id="berichte" class="kern-heading-medium">Jahresberichte</h2>
    ${tabelle(antwort.eintraege, [
      { kopf: 'Jahr', zelle: ({ jahr }) => jahr },
      { kopf: 'Eingegangen', zelle: ({ eingegangenAm }) => tagInWorten(eingegangenAm) },
      { kopf: 'Zusammenarbeit', zelle: ({ zusammenarbeit }) => zusammenarbeit },
    ])}
  </section>`;
}

/** One provider: whom to call, what was agreed, and how it went. */
export async function erbringerseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { konto, abfrage } = anfrage;
  const erbringerId = teil(anfrage, 'erbringerId');
  const pfad = { erbringerId };
  const wer = await liesZeile(anfrage, 'leistungserbringer', { schema: erbringerAkte, pfad });
  if (wer === null) throw nichtBerechtigt();
  const kennungen = [erbringerId];
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">${wer.name}</h1>
    <p class="kern-body">${wer.wasIstZuVeranlassen}</p>
    ${merkmale([
      ['Anschrift', wer.anschrift],
      ['Ansprechpartner', wer.ansprechpartner],
      ['Telefon', wer.telefon],
      ['E-Mail', wer.email],
      ['Leistungen', wer.leistungen],
    ])}
    ${schreibknoepfe(konto, [
      { name: 'aendereErbringer', kennungen, wort: 'Ändern' },
      { name: 'schliesseVereinbarung', kennungen, wort: 'Vereinbarung erfassen' },
      { name: 'legeBerichtVor', kennungen, wort: 'Bericht erfassen' },
    ])}
    <section aria-labelledby="vereinbarungen">
      <h2 id="vereinbarungen" class="kern-heading-medium">Kooperationsvereinbarungen</h2>
      ${
        wer.vereinbarungen.length === 0
          ? html`<p class="kern-body">Keine.</p>`
          : tabelle(wer.vereinbarungen, [
              { kopf: 'Gültig ab', zelle: ({ gueltigAb }) => tagInWorten(gueltigAb) },
              {
                kopf: 'Bis',
                zelle: ({ gueltigBis }) => (gueltigBis === null ? 'offen' : tagInWorten(gueltigBis)),
              },
              { kopf: 'Leistung', zelle: ({ punkte }) => punkte.leistungsbeschreibung },
            ])
      }
    </section>
    ${await berichte(anfrage, erbringerId)}
    <p class="kern-body"><a class="kern-link" href="/netzwerk">Zum Netzwerk</a></p>`;
  return { art: 'seite', titel: 'Leistungserbringer', inhalt, bereich: 'haus' };
}

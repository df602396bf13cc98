import { html, type SafeHtml } from '@remix-run/html-template';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Seite } from '../../api/kern/seiten.ts';
import type { Personeneintrag } from '../../api/personen/formen.ts';
import { personenliste, personensuche } from '../../api/personen/routen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { suchbegriff } from '../kern/suchbegriff.ts';
import type { Listenspalte } from '../kern/listenspalte.ts';
import { tabelle } from '../kern/tabelle.ts';
import { anzahl } from '../kern/worte.ts';
import { listenseite } from '../listen/listenseite.ts';
import { schreibknoepfe } from '../schreiben/verweis.ts';
import { absageAus } from '../tun/fehler.ts';

const SPALTEN: readonly Listenspalte<Personeneintrag>[] = [
  {
    kopf: 'Name',
    sortiert: 'name',
    wert: ({ name }) => name,
    zelle: ({ id, name }) => html`<a class="kern-link" href="/personen/${id}">${name}</a>`,
  },
  {
    kopf: 'Geboren',
    zelle: ({ geburtsdatum }) => tagInWorten(geburtsdatum),
    wert: ({ geburtsdatum }) => ({ tag: geburtsdatum }),
  },
  { kopf: 'Kundennummer', sortiert: 'kundennummer', zelle: ({ kundennummer }) => kundennummer },
];

/** Names and numbers are sent and never stand in an address (DS-20). */
function suchfeld(gesucht: string): SafeHtml {
  return html`<form method="post" action="/personen" role="search" class="suche" autocomplete="off">
    <div class="kern-form-input">
      <label class="kern-label" for="suche">Name, Geburtsdatum, Kunden- oder Fallnummer</label>
      <div class="kern-hint" id="suche-hinweis">
        Auch mehreres zusammen, Teile genügen: „mül 4.5.1980“ findet Anna Mueller.
      </div>
      <input
        class="kern-form-input__input"
        type="search"
        id="suche"
        name="suche"
        maxlength="100"
        autocomplete="off"
        aria-describedby="suche-hinweis"
        value="${gesucht}"
      />
    </div>
    <button class="kern-btn kern-btn--primary"><span class="kern-label">Suchen</span></button>
  </form>`;
}

/** What stands above the persons: a new one, and the search. */
const darueber = (konto: Konto, gesucht: string): SafeHtml =>
  html`${schreibknoepfe(konto, [{ name: 'legePersonAn', wort: 'Neue Person' }])} ${suchfeld(gesucht)}`;

/** Everybody this colleague may know. In the Jour-Fixe there is nobody to browse: the person says the number. */
export const personen = listenseite({
  titel: 'Personen',
  bereich: 'personen',
  route: personenliste,
  spalten: () => SPALTEN,
  leer: 'Hier stehen die Personen, für die Sie zuständig sind.',
  davor: (konto) => darueber(konto, ''),
});

function treffer({ eintraege, gesamt }: Seite<Personeneintrag>): SafeHtml {
  const mehr = gesamt - eintraege.length;
  return html`<h2 class="kern-heading-medium" role="status">
      ${gesamt === 0 ? 'Niemand gefunden' : anzahl(gesamt, 'Person gefunden', 'Personen gefunden')}
    </h2>
    ${
      gesamt === 0
        ? html`<p class="kern-body">
            Gesucht wird unter den Personen, die Sie kennen dürfen.
            <a class="kern-link" href="/personen">Alle zeigen</a>
          </p>`
        : tabelle(eintraege, SPALTEN)
    }
    ${mehr > 0 ? html`<p class="leise">Es sind mehr, als hier stehen; bitte suchen Sie genauer.</p>` : null}`;
}

type Gefunden = { readonly gesucht: string; readonly darunter: SafeHtml; readonly status?: number };

function seite({ konto }: Seitenanfrage, { gesucht, darunter, status = 200 }: Gefunden): Seitenantwort {
  const inhalt = html`<h1 class="kern-heading-large">Personen</h1>
    ${darueber(konto, gesucht)} ${darunter}`;
  return { art: 'seite', titel: 'Personen', inhalt, bereich: 'personen', status };
}

/** Who has this name or number, among those this colleague may know. */
export async function suchePersonen(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, rumpf } = anfrage;
  const gesucht = (rumpf.get('suche') ?? '').trim();
  if (gesucht === '') return { art: 'weiter', ort: '/personen' };
  try {
    const liste = await frage(umgebung, personensuche, {
      konto,
      rumpf: suchbegriff(gesucht, ortstag(umgebung.uhr.jetzt())),
    });
    return seite(anfrage, { gesucht, darunter: treffer(liste) });
  } catch (roh) {
    const absage = absageAus(roh);
    if (absage.code !== 'EINGABE_UNGUELTIG') throw roh;
    const satz = absage.felder.map(({ meldung }) => meldung).join(' ');
    const inhalt = html`<p class="kern-body">${satz}</p>`;
    const darunter = hinweiskasten({ art: 'danger', titel: 'Bitte prüfen Sie die Suche', inhalt });
    return seite(anfrage, { gesucht, darunter, status: 400 });
  }
}

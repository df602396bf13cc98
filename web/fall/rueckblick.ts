import { html, type SafeHtml } from '@remix-run/html-template';
import { fallabfrage, type Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { Absage } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { phasenname } from '../../domain/fall/bezeichnungen.ts';
import { tagInWorten, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { bedarfe, ziele } from '../druck/blatt.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { merkmale } from '../kern/merkmale.ts';
import { tabelle } from '../kern/tabelle.ts';
import { zustandsname } from '../kern/worte.ts';
import { FRISTSPALTEN } from './fristspalten.ts';
import { offeneFristen } from './kopf.ts';
import { verlauf } from './verlauf.ts';

type Tagesfrage = { readonly fallId: string; readonly heute: Tag; readonly stand: string };

/** Asks for the day to look back to; stands on the page of the case and on every look back. */
export function tagesfrage({ fallId, heute, stand }: Tagesfrage): SafeHtml {
  return html`<form method="get" action="/faelle/${fallId}" class="formular nur-schirm">
    <div class="kern-form-input">
      <label class="kern-label" for="stand">Akte, wie sie am Ende dieses Tages war</label>
      <input
        class="kern-form-input__input tag"
        type="date"
        id="stand"
        name="stand"
        max="${heute}"
        value="${stand}"
        required
      />
    </div>
    <div class="knoepfe">
      <button class="kern-btn kern-btn--secondary"><span class="kern-label">Stand ansehen</span></button>
    </div>
  </form>`;
}

const zurueck = (fallId: string): SafeHtml =>
  html`<p class="kern-body nur-schirm">
    <a class="kern-link" href="/faelle/${fallId}">Zurück zum heutigen Stand</a>
  </p>`;

function wieEsWar(fall: Fallansicht): SafeHtml {
  const { person, zustand, team, fm, pap, vorgemerktAm, fallzugangAm, fallabgangAm, phasen } = fall;
  const laufend = phasen.filter(({ bis }) => bis === null).map(({ phase }) => phasenname(phase));
  const wann = (tag: Tag | null): string | null => (tag === null ? null : tagMitWochentag(tag));
  return merkmale([
    ['Person', person?.name ?? 'Name für Ihre Rolle nicht sichtbar'],
    ['Zustand', zustandsname(zustand)],
    ['Phase', laufend.length === 0 ? null : laufend.join(', ')],
    ['Team', team.kennzeichen],
    ['Fallmanagement', fm?.anzeigename ?? 'noch niemand'],
    ['pAp', pap?.anzeigename ?? 'niemand'],
    ['Vorgemerkt', wann(vorgemerktAm)],
    ['Fallzugang', wann(fallzugangAm)],
    ['Fallabgang', wann(fallabgangAm)],
  ]);
}

function planung({ planung: damals }: Fallansicht): SafeHtml | null {
  if (damals === null) return null;
  return html`<section aria-labelledby="planung">
    <h2 id="planung" class="kern-heading-medium">Woran an diesem Tag gearbeitet wurde</h2>
    ${bedarfe(damals)} ${ziele(damals)}
  </section>`;
}

/** Nothing can be done here: what was is only read. */
function rueckblick(fall: Fallansicht): SafeHtml {
  const offene = offeneFristen(fall);
  return html`${wieEsWar(fall)}
    <section aria-labelledby="fristen">
      <h2 id="fristen" class="kern-heading-medium">Offene Fristen an diesem Tag</h2>
      ${offene.length === 0 ? html`<p class="kern-body">Keine.</p>` : tabelle(offene, FRISTSPALTEN)}
    </section>
    ${planung(fall)}
    <section aria-labelledby="verlauf">
      <h2 id="verlauf" class="kern-heading-medium">Was bis dahin war</h2>
      ${verlauf(fall.geschichte)}
    </section>`;
}

type Seite = { readonly titel: string; readonly inhalt: SafeHtml; readonly status?: number };
const alsSeite = (seite: Seite): Seitenantwort => ({ art: 'seite', bereich: 'faelle', ...seite });

/** The question again, with what was wrong with the day. */
function nocheinmal(gefragt: Tagesfrage, { satz, status }: { satz: string; status: number }): Seitenantwort {
  const kasten = hinweiskasten({
    art: 'danger',
    titel: 'Diesen Stand gibt es nicht',
    inhalt: html`<p class="kern-body">${satz}</p>`,
  });
  const inhalt = html`${kasten}
    <h1 class="kern-heading-large">Akte zu einem früheren Tag</h1>
    ${tagesfrage(gefragt)} ${zurueck(gefragt.fallId)}`;
  return alsSeite({ titel: 'Fehler: Akte zu einem früheren Tag', inhalt, status });
}

function zeige(fall: Fallansicht, gefragt: Tagesfrage): Seitenantwort {
  const tag = tagInWorten(gefragt.stand);
  const kasten = hinweiskasten({
    art: 'warning',
    titel: `Stand zum ${tag} – nicht der heutige`,
    inhalt: html`<p class="kern-body">
      So stand es am Ende dieses Tages in der Akte. Was seitdem war, fehlt hier; zu tun ist hier nichts.
    </p>`,
  });
  const inhalt = html`${kasten} ${zurueck(gefragt.fallId)}
    <h1 class="kern-heading-large">Fall ${fall.fallnummer}, Stand zum ${tag}</h1>
    ${rueckblick(fall)} ${tagesfrage(gefragt)} ${zurueck(gefragt.fallId)}`;
  return alsSeite({ titel: `Stand zum ${tag}, Fall ${fall.fallnummer}`, inhalt });
}

/** The case as it was at the end of a day (V-71), as far as the colleague may read it today. */
export async function rueckblickseite(
  { umgebung, konto, pfad }: Seitenanfrage,
  stand: string,
): Promise<Seitenantwort> {
  const fallId = teil({ pfad }, 'fallId');
  const gefragt = { fallId, heute: ortstag(umgebung.uhr.jetzt()), stand };
  const abfrage = fallabfrage.safeParse({ stand });
  if (!abfrage.success)
    return nocheinmal(
      { ...gefragt, stand: '' },
      { satz: 'Das ist kein Tag, wie es der 12.03.2026 ist.', status: 400 },
    );
  try {
    return zeige(await frage(umgebung, fallroute, { konto, pfad: { fallId }, abfrage: { stand } }), gefragt);
  } catch (roh) {
    if (!(roh instanceof Absage) || roh.code !== 'REGEL') throw roh;
    return nocheinmal(gefragt, { satz: `${roh.message} (${roh.regel ?? ''})`, status: 422 });
  }
}

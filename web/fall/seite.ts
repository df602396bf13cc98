import { html, type SafeHtml } from '@remix-run/html-template';
import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { unterlagenverweise } from '../druck/unterlagen.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { befehlAus, istEigene, ortDerTat, TATEN } from '../kern/taten.ts';
import { moeglichkeiten } from '../tun/moeglich.ts';
import { FRISTSPALTEN } from './fristspalten.ts';
import { fallkopf, naechste, offeneFristen } from './kopf.ts';
import { darfAmFall } from './recht.ts';
import { taten } from './taten.ts';
import { verlauf } from './verlauf.ts';
import { mitAusweg } from './zugriff.ts';
import { zeitstrahl } from './zeitstrahl.ts';

type Frist = Fallansicht['fristen'][number];

/** What came of the form somebody has just sent, with what is due next. */
function erfolg(fall: Fallansicht, befehl: string | null): SafeHtml | null {
  const getan = BEFEHLSZEILEN.find(({ vertrag }) => vertrag.befehl === befehlAus(befehl ?? ''));
  if (getan === undefined) return null;
  const frist = naechste(fall);
  return hinweiskasten({
    art: 'success',
    titel: `Festgehalten: ${getan.vertrag.titel}`,
    inhalt:
      frist === undefined
        ? null
        : html`<p class="kern-body">
            Als Nächstes: ${frist.name} bis ${tagMitWochentag(frist.faellig)}.
            <a class="kern-link" href="/">Zurück zu Heute</a>
          </p>`,
  });
}

/** The deed a duty waits for, where it is this colleague's. */
function eigeneTat(id: Frist['id'], fall: Fallansicht, konto: Konto): { ort: string; wort: string } | null {
  const tat = TATEN[id];
  if (tat === null || !istEigene(tat, konto, (befehl) => darfAmFall(fall, konto, befehl))) return null;
  const ort = ortDerTat(tat, { fallId: fall.id, personId: null, teamId: null });
  return ort === null ? null : { ort, wort: tat.wort };
}

function fristspalten(fall: Fallansicht, konto: Konto): readonly Spalte<Frist>[] {
  return [
    ...FRISTSPALTEN,
    {
      kopf: 'Tun',
      zelle: ({ id, name, vorkommen }) => {
        const tat = eigeneTat(id, fall, konto);
        return html`${tat === null ? null : html`<a class="kern-link" href="${tat.ort}">${tat.wort}</a> · `}
          <a class="kern-link" href="/faelle/${fall.id}/fristen/${id}/${vorkommen}"
            >Warum?<span class="kern-sr-only"> ${name}</span></a
          >`;
      },
    },
  ];
}

function fristentafel(fall: Fallansicht, konto: Konto): SafeHtml {
  const offene = offeneFristen(fall);
  return offene.length === 0
    ? html`<p class="kern-body">Keine offene Frist.</p>`
    : tabelle(offene, fristspalten(fall, konto));
}

/** A case as this colleague may see it: what to do, what is due, what has happened. */
export async function fallseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  try {
    return zeige(
      anfrage,
      await frage(umgebung, fallroute, { konto, pfad: { fallId: teil(anfrage, 'fallId') } }),
    );
  } catch (roh) {
    return mitAusweg(anfrage, roh);
  }
}

function zeige({ umgebung, konto, abfrage }: Seitenanfrage, fall: Fallansicht): Seitenantwort {
  const inhalt = html`${fallkopf(fall, konto)} ${erfolg(fall, abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Fall ${fall.fallnummer}</h1>
    ${unterlagenverweise(fall, konto)}
    <div class="spalten halb">
      <section aria-labelledby="fristen">
        <h2 id="fristen" class="kern-heading-medium">Fristen</h2>
        ${fristentafel(fall, konto)}
      </section>
      <section aria-labelledby="tun">
        <h2 id="tun" class="kern-heading-medium">Festhalten</h2>
        ${taten(fall.id, moeglichkeiten(fall, konto))}
      </section>
    </div>
    ${zeitstrahl(fall, ortstag(umgebung.uhr.jetzt()))}
    <section aria-labelledby="verlauf">
      <h2 id="verlauf" class="kern-heading-medium">Was bisher war</h2>
      ${verlauf(fall.geschichte)}
    </section>
    <p class="kern-body"><a class="kern-link" href="/faelle/${fall.id}/akte">Akte und Datenschutz</a></p>`;
  return { art: 'seite', titel: `Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}

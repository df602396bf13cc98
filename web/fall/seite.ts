import { html, type SafeHtml } from '@remix-run/html-template';
import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { meineWiedervorlagen } from '../eigenewiedervorlage/abschnitt.ts';
import { unterlagenverweise } from '../druck/unterlagen.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { befehlAus, istEigene, ortDerTat, TATEN } from '../kern/taten.ts';
import { moeglichkeiten, type Moeglichkeiten } from '../tun/moeglich.ts';
import { bedarfsgemeinschaft } from './bedarfsgemeinschaft.ts';
import { FRISTSPALTEN } from './fristspalten.ts';
import { fallkopf, naechste, offeneFristen } from './kopf.ts';
import { fallprotokollort } from './protokoll.ts';
import { darfProtokoll } from './recht.ts';
import { rueckblickseite, tagesfrage } from './rueckblick.ts';
import { taten } from './taten.ts';
import { verlauf } from './verlauf.ts';
import { mitAusweg } from './zugriff.ts';
import { zeitstrahl } from './zeitstrahl.ts';

type Frist = Fallansicht['fristen'][number];

/** What came of the form somebody has just sent, with what is due next. */
function erfolg(fall: Fallansicht, befehl: string | null): SafeHtml | null {
  const getan = BEFEHLSZEILEN.find(({ vertrag }) => vertrag.befehl === befehlAus(befehl ?? ''));
  if (getan === undefined) return schreiberfolg(befehl);
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

/** A case before somebody, with what they can do about it now. */
type Fallage = { readonly fall: Fallansicht; readonly konto: Konto; readonly moeglich: Moeglichkeiten };

/** The deed a duty waits for, where it is this colleague's and the case lets it be done: a resting duty waits for nobody. */
function eigeneTat(
  id: Frist['id'],
  { fall, konto, moeglich }: Fallage,
): { ort: string; wort: string } | null {
  const tat = TATEN[id];
  const geht = (befehl: Sachbefehl): boolean =>
    moeglich.jetzt.some(({ vertrag }) => vertrag.befehl === befehl);
  if (tat === null || !istEigene(tat, konto, geht)) return null;
  const ort = ortDerTat(tat, { fallId: fall.id, personId: null, teamId: null });
  return ort === null ? null : { ort, wort: tat.wort };
}

function fristspalten(lage: Fallage): readonly Spalte<Frist>[] {
  return [
    ...FRISTSPALTEN,
    {
      kopf: 'Tun',
      zelle: ({ id, name, vorkommen }) => {
        const tat = eigeneTat(id, lage);
        return html`${tat === null ? null : html`<a class="kern-link" href="${tat.ort}">${tat.wort}</a> · `}
          <a class="kern-link" href="/faelle/${lage.fall.id}/fristen/${id}/${vorkommen}"
            >Warum?<span class="kern-sr-only"> ${name}</span></a
          >`;
      },
    },
  ];
}

function fristentafel(lage: Fallage): SafeHtml {
  const offene = offeneFristen(lage.fall);
  return offene.length === 0
    ? html`<p class="kern-body">Keine offene Frist.</p>`
    : tabelle(offene, fristspalten(lage));
}

/** A case as this colleague may see it: what to do, what is due, what has happened. */
export async function fallseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, abfrage } = anfrage;
  const stand = abfrage.get('stand') ?? '';
  try {
    if (stand !== '' && stand !== ortstag(umgebung.uhr.jetzt())) return await rueckblickseite(anfrage, stand);
    const fallId = teil(anfrage, 'fallId');
    const fall = await frage(umgebung, fallroute, { konto, pfad: { fallId } });
    return zeige(anfrage, fall, await meineWiedervorlagen(anfrage, fallId));
  } catch (roh) {
    return mitAusweg(anfrage, roh);
  }
}

function zeige(
  { umgebung, konto, abfrage }: Seitenanfrage,
  fall: Fallansicht,
  eigene: SafeHtml | null,
): Seitenantwort {
  const moeglich = moeglichkeiten(fall, konto);
  const heute = ortstag(umgebung.uhr.jetzt());
  const inhalt = html`${fallkopf(fall, konto)} ${erfolg(fall, abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Fall ${fall.fallnummer}</h1>
    ${unterlagenverweise(fall, konto)}
    <div class="spalten halb">
      <section aria-labelledby="fristen">
        <h2 id="fristen" class="kern-heading-medium">Fristen</h2>
        ${fristentafel({ fall, konto, moeglich })}
      </section>
      <section aria-labelledby="tun">
        <h2 id="tun" class="kern-heading-medium">Festhalten</h2>
        ${taten(fall.id, moeglich)}
      </section>
    </div>
    ${eigene} ${bedarfsgemeinschaft(fall)} ${zeitstrahl(fall, heute)}
    <section aria-labelledby="verlauf">
      <h2 id="verlauf" class="kern-heading-medium">Was bisher war</h2>
      ${verlauf(fall.geschichte)}
    </section>
    <p class="kern-body">
      <a class="kern-link" href="/faelle/${fall.id}/akte">Akte und Datenschutz</a>
      ${
        darfProtokoll(fall, konto)
          ? html` · <a class="kern-link" href="${fallprotokollort(fall.id)}">Wer hat gelesen</a>`
          : null
      }
    </p>
    ${tagesfrage({ fallId: fall.id, heute, stand: '' })}`;
  return { art: 'seite', titel: `Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}

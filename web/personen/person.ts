import { html, type SafeHtml } from '@remix-run/html-template';
import { frage } from '../../api/kern/aufruf.ts';
import type { Personansicht } from '../../api/personen/formen.ts';
import { personroute } from '../../api/personen/routen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { laeuft } from '../../domain/fall/zustand.ts';
import { klartext } from '../../domain/klartext.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { knopfzeile } from '../kern/knopf.ts';
import { merkmale } from '../kern/merkmale.ts';
import { jaNein } from '../kern/worte.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { schreibknoepfe } from '../schreiben/verweis.ts';
import { anfaengeUeber } from '../tun/anfang.ts';
import { wertname } from '../tun/beschriftung.ts';
import { begleitpersonen, einwilligungen, handlungsbedarfe, profile } from './abschnitte.ts';
import { wennAenderbar } from './aenderbar.ts';
import { konflikte } from './konflikte.ts';
import { personenprotokollort } from './protokoll.ts';
import { pruefakte } from './pruefakte.ts';

function stammdaten(person: Personansicht): SafeHtml {
  const { verstorbenAm, verzogenAm, neuzugang } = person;
  const zeilen: readonly (readonly [string, string | null])[] = [
    ['Geboren', tagInWorten(person.geburtsdatum)],
    ['Kundennummer', person.kundennummer],
    ['Bedarfsgemeinschaft', person.bgNummer],
    ['Rechtskreis', wertname(person.rechtskreis)],
    ['Erwerbsfähig', jaNein(person.erwerbsfaehig)],
    ['Zur Arbeitsvermittlung angemeldet', jaNein(person.zurArbeitsvermittlungAngemeldet)],
    ['Sprache der Beratung', person.bevorzugteSprache],
    ['Verstorben', verstorbenAm === null ? null : tagInWorten(verstorbenAm)],
    ['Verzogen', verzogenAm === null ? null : tagInWorten(verzogenAm)],
    [
      'Leistungen seit',
      neuzugang === null ? null : `${tagInWorten(neuzugang.am)}, ${wertname(neuzugang.grund)}`,
    ],
  ];
  return merkmale(zeilen);
}

function faelle({ faelle: alle }: Personansicht): SafeHtml {
  if (alle.length === 0) return html`<p class="kern-body">Kein Fall im Fallmanagement.</p>`;
  return html`<ul class="taten">
    ${alle.map(
      ({ fallId, fallnummer, zustand }) =>
        html`<li><a class="kern-link" href="/faelle/${fallId}">${fallnummer}</a> ${klartext(zustand)}</li>`,
    )}
  </ul>`;
}

/** With what a case of this person begins, as long as none is open (V-17). */
function beginnen({ konto }: Seitenanfrage, person: Personansicht): SafeHtml | null {
  if (person.faelle.some(({ zustand }) => laeuft(zustand))) return null;
  const anfaenge = anfaengeUeber(konto, person);
  if (anfaenge.length === 0) return null;
  return knopfzeile(anfaenge);
}

/** A person: who it is, what their cases are, and what those cases stand on. */
export async function person(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, abfrage } = anfrage;
  const personId = teil(anfrage, 'personId');
  const wer = await frage(umgebung, personroute, { konto, pfad: { personId } });
  const kennungen = [personId];
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">${wer.name}</h1>
    <div class="spalten halb">
      <section aria-labelledby="wer">
        <h2 id="wer" class="kern-heading-medium">Angaben</h2>
        ${stammdaten(wer)}
        ${schreibknoepfe(konto, [
          wennAenderbar(wer, 'angaben', { name: 'aenderePerson', kennungen, wort: 'Angaben ändern' }),
          wennAenderbar(wer, 'angaben', {
            name: 'berichtigeKundennummer',
            kennungen,
            wort: 'Kundennummer berichtigen',
          }),
          wennAenderbar(wer, 'profil', {
            name: 'erfasseNeuzugang',
            kennungen,
            wort: 'Neuzugang erfassen',
          }),
        ])}
      </section>
      <section aria-labelledby="faelle">
        <h2 id="faelle" class="kern-heading-medium">Fälle</h2>
        ${faelle(wer)} ${beginnen(anfrage, wer)} ${await pruefakte(anfrage, personId)}
      </section>
    </div>
    ${handlungsbedarfe(konto, wer)} ${profile(konto, wer)} ${begleitpersonen(konto, wer)}
    ${await einwilligungen(anfrage, wer)} ${await konflikte(anfrage, personId)}
    ${
      wer.protokollLesbar
        ? html`<p class="kern-body">
            <a class="kern-link" href="${personenprotokollort(personId)}">Wer hat gelesen</a>
          </p>`
        : null
    }`;
  return { art: 'seite', titel: 'Person', inhalt, bereich: 'personen' };
}

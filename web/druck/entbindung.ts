import { html, type SafeHtml } from '@remix-run/html-template';
import type { Einwilligungsansicht } from '../../api/einwilligungen/formen.ts';
import { einwilligungsliste } from '../../api/einwilligungen/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { Absage } from '../../api/kern/absage.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import { merkmale, type Merkmal } from '../kern/merkmale.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';

const ZWECK: Readonly<Record<Einwilligungsansicht['zweck'], string>> = {
  fachdienst: 'Ein Fachdienst soll um eine Einschätzung gebeten werden.',
  leistung_16a:
    'Bei einer Leistung nach § 16a SGB II sollen sich beide Seiten über das Vereinbarte austauschen.',
  bedarfsgemeinschaft: 'Angaben über Mitglieder der Bedarfsgemeinschaft sollen festgehalten werden.',
};

const STELLE: Readonly<Record<Einwilligungsansicht['entbundeneStellen'][number], string>> = {
  jobcenter: 'das Jobcenter',
  leistungserbringer: 'der Leistungserbringer',
  fachdienst: 'der Fachdienst',
};

/** What was released, to whom, for how long. */
function angaben(eine: Einwilligungsansicht): readonly Merkmal[] {
  const { zweck, entbundeneStellen, empfaenger, datenkategorien, form, erteiltAm, gueltigBis } = eine;
  const { widerrufenAm } = eine;
  return [
    ['Wofür', ZWECK[zweck]],
    [
      'Wer von der Schweigepflicht entbunden ist',
      entbundeneStellen.map((stelle) => STELLE[stelle]).join(', '),
    ],
    ['Gegenüber', empfaenger],
    ['Worüber gesprochen werden darf', datenkategorien.map(klartext).join(', ')],
    ['Erteilt', `am ${tagInWorten(erteiltAm)}, ${form}`],
    [
      'Gilt',
      gueltigBis === null ? 'bis zum Widerruf' : `bis ${tagInWorten(gueltigBis)} oder bis zum Widerruf`,
    ],
    ['Widerrufen', widerrufenAm === null ? null : `am ${tagInWorten(widerrufenAm)}`],
  ];
}

function blatt(fall: Fallansicht, name: string, eine: Einwilligungsansicht): SafeHtml {
  return html`<article class="blatt">
      <p class="leise">
        Jobcenter, Team ${fall.team.kennzeichen}. Unser Zeichen:
        <span class="einzeilig">${fall.fallnummer}</span>
      </p>
      <h1 class="kern-heading-large">Schweigepflichtentbindung</h1>
      <p class="kern-body">von ${name}</p>
      ${merkmale(angaben(eine))}
      <p class="kern-body">
        Die Einwilligung ist freiwillig. Über ihren Zweck, die Folgen einer Verweigerung und den Widerruf bin
        ich aufgeklärt worden. Ich kann sie jederzeit mit Wirkung für die Zukunft widerrufen (Art. 7 Abs. 3
        DSGVO).
      </p>
      <div class="unterschriften">
        <p>Ort, Datum, Unterschrift<br />${name}</p>
        <p>Ort, Datum, Unterschrift<br />für das Jobcenter</p>
      </div>
    </article>
    <p class="kern-body nur-schirm">
      <a class="kern-link" href="/faelle/${fall.id}/unterlagen">Zurück zu den Unterlagen</a>
    </p>`;
}

/** A release from secrecy as it was recorded (E22), for the file and for the person. */
export async function entbindungsseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const fall = await frage(umgebung, fallroute, { konto, pfad: { fallId: teil(anfrage, 'fallId') } });
  const { person, fallnummer } = fall;
  const erteilte =
    person === null
      ? []
      : await frage(umgebung, einwilligungsliste, { konto, pfad: { personId: person.id } });
  const eine = erteilte.find(({ id }) => id === teil(anfrage, 'einwilligung'));
  if (person === null || eine === undefined)
    throw new Absage('NICHT_GEFUNDEN', 'Diese Schweigepflichtentbindung gibt es nicht.');
  const inhalt = blatt(fall, person.name, eine);
  return { art: 'seite', titel: `Schweigepflichtentbindung, Fall ${fallnummer}`, inhalt, bereich: 'faelle' };
}

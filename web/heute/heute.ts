import { html, type SafeHtml } from '@remix-run/html-template';
import type { Heuteansicht } from '../../api/arbeitslisten/formen.ts';
import { heuteroute } from '../../api/arbeitslisten/routen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { plusTage, wochentag, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { tagAusgeschrieben } from '../kern/datum.ts';
import { anzahl } from '../kern/worte.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { auslastungstafel } from './auslastung.ts';
import { fristgruppe } from './gruppe.ts';

/** Last day of the week of a day. */
const wochenende = (tag: Tag): Tag => plusTage(tag, 7 - wochentag(tag));

const GRUPPEN = [
  { titel: 'Überfällig', zeichen: '⚠', passt: (faellig: Tag, heute: Tag) => faellig < heute },
  { titel: 'Heute', zeichen: '●', passt: (faellig: Tag, heute: Tag) => faellig === heute },
  {
    titel: 'Diese Woche',
    zeichen: '',
    passt: (faellig: Tag, heute: Tag) => faellig > heute && faellig <= wochenende(heute),
  },
  { titel: 'Später', zeichen: '', passt: (faellig: Tag, heute: Tag) => faellig > wochenende(heute) },
] as const;

/** What a list leaves out. */
const weitere = (mehr: number, eine: string, viele: string): SafeHtml | null =>
  mehr > 0 ? html`<p class="leise">und ${anzahl(mehr, eine, viele)} danach</p>` : null;

const NIEMANDES = { eintraege: [], gesamt: 0 } as const;

/** What is due, and what somebody reminds themselves of; null for a role that has no duties. */
function fristen({ fristen: meine, wiedervorlagen }: Heuteansicht, heute: Tag, konto: Konto): SafeHtml {
  if (meine === null) return html`<p class="kern-body">Für Ihre Rolle gibt es hier keine Fristen.</p>`;
  const eigene = wiedervorlagen ?? NIEMANDES;
  if (meine.eintraege.length + eigene.eintraege.length === 0)
    return html`<p class="kern-body">Nichts ist fällig. Neue Fristen erscheinen hier von selbst.</p>`;
  return html`${GRUPPEN.map(({ titel, zeichen, passt }) =>
    fristgruppe({
      titel,
      zeichen,
      heute,
      konto,
      // What is late or due today is always in sight; the rest opens with a click, and never stands behind a hover.
      offen: titel !== 'Später',
      eintraege: meine.eintraege.filter(({ faellig }) => passt(faellig, heute)),
      wiedervorlagen: eigene.eintraege.filter(({ tag }) => passt(tag, heute)),
    }),
  )}
  ${weitere(meine.gesamt - meine.eintraege.length, 'weitere Frist', 'weitere Fristen')}
  ${weitere(eigene.gesamt - eigene.eintraege.length, 'weitere eigene Wiedervorlage', 'weitere eigene Wiedervorlagen')}`;
}

/** What is counted, as one and as many are called. */
type Kachel = {
  readonly worte: readonly [eins: string, viele: string];
  readonly zahl: number | null;
  readonly ort: string;
};

/** What a Teamleitung looks after, beside the own duties. */
function teamkacheln(imTeam: Heuteansicht['imTeam']): readonly Kachel[] {
  if (imTeam === null) return [];
  const { ueberfaellig, ohneKontakt, auffaellig, standortgespraeche, vorausschauBis } = imTeam;
  const fristen = '/team/fristen?';
  return [
    {
      worte: ['überfällig im Team', 'überfällig im Team'],
      zahl: ueberfaellig,
      ort: `${fristen}ueberfaellig=true`,
    },
    {
      worte: ['ohne fälligen Kontakt', 'ohne fälligen Kontakt'],
      zahl: ohneKontakt,
      ort: `${fristen}frist=T-10&ueberfaellig=true`,
    },
    {
      worte: [
        'Standortgespräch in den nächsten drei Monaten',
        'Standortgespräche in den nächsten drei Monaten',
      ],
      zahl: standortgespraeche,
      ort: `${fristen}frist=T-08&faelligBis=${vorausschauBis}`,
    },
    {
      worte: ['Fall mit Auffälligkeit', 'Fälle mit Auffälligkeit'],
      zahl: auffaellig,
      ort: '/faelle?offen=true&auffaellig=true',
    },
  ];
}

/** Numbers beside the day, each leading to what it counts. */
function kacheln(zahlen: readonly Kachel[]): SafeHtml {
  const gezeigt = zahlen.flatMap(({ worte, zahl, ort }) =>
    zahl === null ? [] : [{ name: worte[zahl === 1 ? 0 : 1], zahl, ort }],
  );
  return html`<ul class="kacheln">
    ${gezeigt.map(
      ({ name, zahl, ort }) =>
        html`<li>
          <a class="kachel" href="${ort}"><strong>${zahl}</strong> ${name}</a>
        </li>`,
    )}
  </ul>`;
}

/** For roles that have no duties and hear of nothing here (R18, R24, R26). */
const NICHTS: Heuteansicht = {
  fristen: null,
  wiedervorlagen: null,
  neuImEingang: null,
  wartendeVormerkungen: null,
  imTeam: null,
  auslastung: [],
};

/** The start page: what this colleague has to do, the most urgent first. */
export async function heute({ umgebung, konto, abfrage }: Seitenanfrage): Promise<Seitenantwort> {
  const tag = ortstag(umgebung.uhr.jetzt());
  const lage = (await frageWennErlaubt(umgebung, heuteroute, { konto })) ?? NICHTS;
  const { neuImEingang, wartendeVormerkungen, imTeam } = lage;
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Heute, ${tagAusgeschrieben(tag)}</h1>
    ${kacheln([
      { worte: ['neu im Eingang', 'neu im Eingang'], zahl: neuImEingang, ort: '/eingang' },
      {
        worte: ['Vormerkung wartet', 'Vormerkungen warten'],
        zahl: wartendeVormerkungen,
        ort: '/vormerkungen',
      },
      ...teamkacheln(imTeam),
    ])}
    <div class="spalten">
      <div>${fristen(lage, tag, konto)}</div>
      ${auslastungstafel(lage.auslastung)}
    </div>`;
  return { art: 'seite', titel: 'Heute', inhalt, bereich: 'heute' };
}

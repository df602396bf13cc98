import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Uebergabeansicht, Uebergabevermerk } from '../../api/uebergabe/formen.ts';
import { uebergabenroute, uebergabeterminroute } from '../../api/uebergabe/routen.ts';
import { seiteDer } from '../../domain/fall/uebergabeprotokoll.ts';
import { GESPRAECHSNAMEN, TERMINORTSNAMEN } from '../../domain/fall/uebergabetermin.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagAusgeschrieben, tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { knopfzeile, type Knopf } from '../kern/knopf.ts';
import { merkmale } from '../kern/merkmale.ts';
import { tatort } from '../kern/taten.ts';
import { moeglichkeiten } from '../tun/moeglich.ts';
import { fallkopf } from './kopf.ts';

/** Address of the page that shows how a case was handed over. */
export const uebergabeort = (fallId: string): string => `/faelle/${fallId}/uebergabe`;

type Termin = NonNullable<Uebergabeansicht['termin']>;
type Beglaubigt = Pick<Termin, 'von' | 'fm' | 'gegenueber'>;

const STAENDE: Readonly<Record<Termin['stand'], string>> = {
  vorgeschlagen: 'vorgeschlagen, noch nicht von beiden bestätigt',
  bestaetigt: '✓ von beiden bestätigt',
  abgesagt: '✗ abgesagt',
  versaeumt: '✗ die Person ist nicht gekommen',
};

/** "Demo FM 1 in Vertretung für Demo FM 2, 04.03.2026, 08:00" */
function vermerkt({ wer, fuer, am }: Uebergabevermerk): SafeHtml {
  const name = wer?.anzeigename ?? 'jemand, der nicht mehr bei Lotse ist';
  return html`${name}${fuer === null ? null : ` in Vertretung für ${fuer.anzeigename}`}, ${zeitpunkt(am)}`;
}

const oderOffen = (vermerk: Uebergabevermerk | null): SafeHtml =>
  vermerk === null ? html`<strong>steht noch aus</strong>` : vermerkt(vermerk);

/** Who stands opposite the Fallmanagement, in the words of the procedure. */
const GEGENUEBER: Readonly<Record<Uebergabeansicht['gespraech'], string>> = {
  uebernahme: 'Bestätigt von der abgebenden Stelle',
  rueckgabe: 'Bestätigt von der aufnehmenden Stelle',
};

const beideSeiten = (
  { fm, gegenueber }: Beglaubigt,
  gespraech: Uebergabeansicht['gespraech'],
): readonly (readonly [string, SafeHtml])[] => [
  ['Bestätigt vom Fallmanagement', oderOffen(fm)],
  [GEGENUEBER[gespraech], oderOffen(gegenueber)],
];

function wann({ tag, uhrzeit, dauerMinuten, ort }: Termin): string {
  return [
    tagAusgeschrieben(tag),
    ...(uhrzeit === null ? [] : [`${uhrzeit} Uhr`]),
    ...(dauerMinuten === null ? [] : [`${dauerMinuten} Minuten`]),
    ...(ort === null ? [] : [TERMINORTSNAMEN[ort]]),
  ].join(', ');
}

function terminteil({ termin, abgesagt, gespraech, versaeumt }: Uebergabeansicht): SafeHtml {
  if (termin === null)
    return html`<p class="kern-body">Ein Termin ist nicht festgehalten.</p>
      ${versaeumte(versaeumt)}`;
  return html`${merkmale([
    ['Termin', wann(termin)],
    ['Stand', STAENDE[termin.stand]],
    ['Vorgeschlagen', vermerkt(termin.von)],
    ...(abgesagt === null ? beideSeiten(termin, gespraech) : [['Abgesagt', vermerkt(abgesagt)] as const]),
  ])}
  ${versaeumte(versaeumt)}`;
}

function versaeumte(tage: readonly string[]): SafeHtml | null {
  if (tage.length === 0) return null;
  return html`<p class="kern-body">
    Nicht zustande gekommen am ${tage.map(tagMitWochentag).join(' und am ')}: Die Person ist nicht gekommen.
  </p>`;
}

function gespraechsteil({ gefuehrt, gespraech }: Uebergabeansicht): SafeHtml {
  if (gefuehrt === null) return html`<p class="kern-body">Noch nicht geführt.</p>`;
  return merkmale([
    ['Geführt', gefuehrt.am === null ? 'ohne Tag' : tagAusgeschrieben(gefuehrt.am)],
    ['Festgehalten', vermerkt(gefuehrt.von)],
    ...beideSeiten(gefuehrt, gespraech),
  ]);
}

/** What this colleague may still stand by, in the words of the button; null when it is done, or somebody else's turn. */
function offenes({ termin, gefuehrt }: Uebergabeansicht, konto: Konto): string | null {
  const seite = seiteDer(konto.rolle);
  if (gefuehrt !== null) return gefuehrt[seite] === null ? 'Gespräch bestätigen' : null;
  return termin?.stand === 'vorgeschlagen' && termin[seite] === null ? 'Termin bestätigen' : null;
}

function knoepfe(uebergabe: Uebergabeansicht, fall: Fallansicht, konto: Konto): readonly Knopf[] {
  const moeglich = new Set(moeglichkeiten(fall, konto).jetzt.map(({ vertrag }) => vertrag.befehl));
  const wenn = (befehl: Sachbefehl, wort: string | null): Knopf[] =>
    wort !== null && moeglich.has(befehl) ? [{ ort: tatort(fall.id, befehl), wort }] : [];
  const neu = uebergabe.gespraech === 'uebernahme' && uebergabe.gefuehrt === null;
  return [
    ...wenn('uebergabe_bestaetigen', offenes(uebergabe, konto)),
    ...wenn('termin_verlegen', neu ? 'Termin verlegen oder absagen' : null),
    ...(uebergabe.termin === null
      ? []
      : [{ ort: `${uebergabeort(fall.id)}/${uebergabe.nummer}.ics`, wort: 'In den Kalender' }]),
  ];
}

/** The newest can still be acted on; the others are history. */
function abschnitt(uebergabe: Uebergabeansicht, fall: Fallansicht, konto: Konto | null): SafeHtml {
  const name = GESPRAECHSNAMEN[uebergabe.gespraech];
  return html`<section class="abschnitt" aria-labelledby="uebergabe-${uebergabe.nummer}">
    <h2 id="uebergabe-${uebergabe.nummer}" class="kern-heading-medium">${name}</h2>
    ${konto === null ? null : html`<div class="nur-schirm">${knopfzeile(knoepfe(uebergabe, fall, konto))}</div>`}
    <h3 class="kern-heading-small">Termin</h3>
    ${terminteil(uebergabe)}
    <h3 class="kern-heading-small">Gespräch</h3>
    ${gespraechsteil(uebergabe)}
  </section>`;
}

/** The handover protocol: who proposed, confirmed, held and stands by it (TR10 to TR12, TR43, TR65). */
export async function uebergabeseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const wo = { konto, pfad: { fallId: teil(anfrage, 'fallId') } };
  const fall = await frage(umgebung, fallroute, wo);
  const { uebergaben } = await frage(umgebung, uebergabenroute, wo);
  const inhalt = html`${fallkopf(fall, konto)}
    <h1 class="kern-heading-large">Übergabe und Rückgabe</h1>
    ${
      uebergaben.length === 0
        ? html`<p class="kern-body">
            Noch nichts vereinbart. Sobald ein Termin für das Übernahmegespräch feststeht, bestätigen ihn hier
            beide Seiten.
          </p>`
        : uebergaben.toReversed().map((eine, stelle) => abschnitt(eine, fall, stelle === 0 ? konto : null))
    }
    <p class="kern-body nur-schirm"><a class="kern-link" href="/faelle/${fall.id}">Zurück zum Fall</a></p>`;
  return { art: 'seite', titel: `Übergabe, Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}

/** The appointment as a file for one's own calendar. */
export async function uebergabekalender(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const pfad = { fallId: teil(anfrage, 'fallId'), nummer: teil(anfrage, 'nummer') };
  const { datei } = await frage(umgebung, uebergabeterminroute, { konto, pfad });
  return { art: 'datei', typ: 'text/calendar; charset=utf-8', name: 'termin.ics', inhalt: datei };
}

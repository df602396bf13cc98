import { html, type SafeHtml } from '@remix-run/html-template';
import { frage } from '../../api/kern/aufruf.ts';
import { anfangsvorschauroute, vorschauroute } from '../../api/vorschau/routen.ts';
import type { Vorschau } from '../../api/vorschau/formen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { zustandsname } from '../kern/worte.ts';

type Frist = Vorschau['fristen'][number];

const WIRKUNG: Readonly<Record<Exclude<Frist['wirkung'], 'endet'>, string>> = {
  neu: 'beginnt',
  verlegt: 'verschiebt sich',
  ruht: 'ruht',
  laeuft_weiter: 'läuft weiter',
  unveraendert: 'bleibt',
};

const ENDE: Readonly<Record<NonNullable<Frist['ende']>, string>> = {
  erledigt: 'ist erledigt',
  rechtzeitig_nacherfasst: 'ist erledigt, rechtzeitig nacherfasst',
  verspaetet_erledigt: 'ist erledigt, verspätet',
  versaeumt: 'endet als versäumt',
  entfallen: 'entfällt',
};

const geschieht = ({ wirkung, ende }: Frist): string => {
  if (ende !== null) return ENDE[ende];
  return wirkung === 'endet' ? '' : WIRKUNG[wirkung];
};

const SPALTEN: readonly Spalte<Frist>[] = [
  { kopf: 'Frist', zelle: ({ id, name }) => html`${name} <span class="kennung">${id}</span>` },
  { kopf: 'Was geschieht', zelle: geschieht },
  {
    kopf: 'Fällig',
    zelle: ({ faellig, vorher, ende }) => {
      if (ende !== null) return '–';
      const bisher = vorher === null ? '' : ` (bisher ${tagMitWochentag(vorher)})`;
      return `${tagMitWochentag(faellig)}${bisher}`;
    },
  },
];

/** What would follow: changes first, then what stays. */
export function vorschaukasten({ zustand, fristen, offeneHinweise }: Vorschau): SafeHtml {
  const bleibt = ({ wirkung }: Frist): boolean => wirkung === 'unveraendert';
  const geordnet = [...fristen.filter((frist) => !bleibt(frist)), ...fristen.filter(bleibt)];
  const inhalt = html`<p class="kern-body">
      Noch ist nichts festgehalten. Der Fall wäre danach „${zustandsname(zustand)}“.
    </p>
    ${geordnet.length === 0 ? html`<p class="kern-body">Fristen liefen danach keine.</p>` : tabelle(geordnet, SPALTEN)}
    ${
      offeneHinweise.length === 0
        ? null
        : html`<p class="kern-body">
            Unten fragt Lotse nach einer Begründung zu ${offeneHinweise.join(', ')}; sie kann auch später
            folgen.
          </p>`
    }`;
  return hinweiskasten({ art: 'info', titel: 'So ginge es weiter', inhalt });
}

/** What the command of a form would do with what was typed. @throws as the command would. */
export function siehVoraus(
  { umgebung, konto }: Seitenanfrage,
  { befehl, pfad, eingabe }: { befehl: string; pfad: Readonly<Record<string, string>>; eingabe: unknown },
): Promise<Vorschau> {
  return frage(umgebung, vorschauroute, { konto, pfad, rumpf: { befehl, eingabe } });
}

/** The same before there is a case. */
export function siehAnfangVoraus(
  { umgebung, konto }: Seitenanfrage,
  rumpf: { befehl: string; eingabe: unknown },
): Promise<Vorschau> {
  return frage(umgebung, anfangsvorschauroute, { konto, rumpf });
}

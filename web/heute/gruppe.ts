import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fristeintrag } from '../../api/arbeitslisten/formen.ts';
import type { Wiedervorlageneintrag } from '../../api/eigenewiedervorlage/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { tageZwischen } from '../../domain/frist/tag.ts';
import { darfAusListe } from '../fall/recht.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { gegenstandsname } from '../kern/gegenstand.ts';
import { knopf } from '../kern/knopf.ts';
import { istEigene, ortDerTat, TATEN } from '../kern/taten.ts';
import { anzahl } from '../kern/worte.ts';
import { wiedervorlagenzeile } from './wiedervorlage.ts';

/** How long still, or since when, with the day itself. */
function abstand(faellig: Tag, heute: Tag): string {
  const tage = tageZwischen(heute, faellig);
  const tag = tagMitWochentag(faellig);
  if (tage === 0) return 'heute fällig';
  if (tage === 1) return `morgen fällig, ${tag}`;
  return tage < 0
    ? `seit ${anzahl(-tage, 'Tag', 'Tagen')} überfällig (${tag})`
    : `bis ${tag}, in ${anzahl(tage, 'Tag', 'Tagen')}`;
}

/** Whom a button is about, for those who hear it alone. */
function betrifft({ fallId, fallnummer, art, team, person }: Fristeintrag): string {
  if (fallId !== null) return `in Fall ${fallnummer ?? ''}`;
  return art === 'team' ? `im Team ${team.kennzeichen}` : `für ${person ?? 'eine Person'}`;
}

/** The button of a duty; none where the deed is not theirs, as much of what a Vertretung has before them (R08). */
function tun(eintrag: Fristeintrag, konto: Konto): SafeHtml | null {
  const { fallId, frist, personId, team } = eintrag;
  const tat = TATEN[frist];
  if (tat === null || !istEigene(tat, konto, (befehl) => darfAusListe(eintrag, konto, befehl))) return null;
  const ort = ortDerTat(tat, { fallId, personId, teamId: team.id });
  return ort === null ? null : knopf({ ort, wort: tat.wort, wovon: betrifft(eintrag) });
}

/** Why the duty exists, opened in place. */
function warum({ fallId, frist, vorkommen, name }: Fristeintrag): SafeHtml | null {
  if (fallId === null) return null;
  return html`<a class="kern-link kern-link--small" href="/faelle/${fallId}/fristen/${frist}/${vorkommen}"
    >Warum?<span class="kern-sr-only"> ${name} (${frist})</span></a
  >`;
}

function zeile(eintrag: Fristeintrag, heute: Tag, konto: Konto): SafeHtml {
  const { name, frist, faellig, gegenstand, fm, inVertretung } = eintrag;
  const genauer = gegenstandsname(gegenstand);
  const wofuer = genauer === null ? '' : `: ${genauer}`;
  return html`<li class="pflicht">
    <span class="was">${name}${wofuer} <span class="kennung">${frist}</span></span>
    <span class="wann">${abstand(faellig, heute)}</span>
    ${inVertretung && fm !== null ? html`<span class="fuer">in Vertretung für ${fm.anzeigename}</span>` : null}
    <span class="tun">${tun(eintrag, konto)} ${warum(eintrag)}</span>
  </li>`;
}

/** Whom it is about: the case with its person, or the team. */
function kopf({ fallId, fallnummer, person, art, team }: Fristeintrag): SafeHtml {
  if (fallId === null) {
    return html`<span>${art === 'team' ? `Team ${team.kennzeichen}` : (person ?? 'Person')}</span>`;
  }
  return fallname({ fallId, fallnummer, person });
}

const fallname = ({
  fallId,
  fallnummer,
  person,
}: Pick<Fristeintrag, 'fallId' | 'fallnummer' | 'person'>): SafeHtml =>
  html`<a class="kern-link" href="/faelle/${fallId}">${fallnummer}</a> ${person}`;

/** What stands together under the name of a case, a person or a team. */
type Block = { readonly kopf: SafeHtml; readonly zeilen: SafeHtml[] };

/** Duties of one case stand together, where the first of them stands; own Wiedervorlagen behind them. */
function nachFall({ eintraege, wiedervorlagen, heute, konto }: Fristgruppe): readonly Block[] {
  const bloecke = new Map<string, Block>();
  const stelle = (schluessel: string, zeile: SafeHtml, name: () => SafeHtml): void => {
    const block = bloecke.get(schluessel) ?? { kopf: name(), zeilen: [] };
    block.zeilen.push(zeile);
    bloecke.set(schluessel, block);
  };
  for (const eintrag of eintraege)
    stelle(eintrag.fallId ?? eintrag.personId ?? eintrag.team.id, zeile(eintrag, heute, konto), () =>
      kopf(eintrag),
    );
  for (const eine of wiedervorlagen)
    stelle(eine.fallId, wiedervorlagenzeile(eine, { heute, konto }), () => fallname(eine));
  return [...bloecke.values()];
}

export type Fristgruppe = {
  readonly titel: string;
  /** Beside the word, never instead of it. */
  readonly zeichen: string;
  readonly heute: Tag;
  readonly konto: Konto;
  readonly offen: boolean;
  readonly eintraege: readonly Fristeintrag[];
  readonly wiedervorlagen: readonly Wiedervorlageneintrag[];
};

/** How many duties; what somebody only reminds themselves of is counted beside them, and by its name. */
function zahlen({ eintraege, wiedervorlagen }: Fristgruppe): SafeHtml {
  const [fristen, eigene] = [eintraege.length, wiedervorlagen.length];
  const worte = anzahl(eigene, 'eigene Wiedervorlage', 'eigene Wiedervorlagen');
  return html`${fristen === 0 ? null : html`<span class="zahl">${fristen}</span>`}
  ${eigene === 0 ? null : html`<span class="eigene">${fristen === 0 ? worte : `und ${worte}`}</span>`}`;
}

/** Duties of a stretch of time, and beside them own Wiedervorlagen; nothing at all where there is neither. */
export function fristgruppe(gruppe: Fristgruppe): SafeHtml | null {
  const { titel, zeichen, offen, eintraege, wiedervorlagen } = gruppe;
  if (eintraege.length === 0 && wiedervorlagen.length === 0) return null;
  return html`<details class="fristgruppe" ${offen ? html`open` : null}>
    <summary>
      <h2>
        ${zeichen === '' ? null : html`<span aria-hidden="true">${zeichen}</span> `}${titel} ${zahlen(gruppe)}
      </h2>
    </summary>
    <ul class="faelle">
      ${nachFall(gruppe).map(
        (block) =>
          html`<li>
            <h3>${block.kopf}</h3>
            <ul>
              ${block.zeilen}
            </ul>
          </li>`,
      )}
    </ul>
  </details>`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fristeintrag } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { tageZwischen } from '../../domain/frist/tag.ts';
import { darfAusListe } from '../fall/recht.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { gegenstandsname } from '../kern/gegenstand.ts';
import { knopf } from '../kern/knopf.ts';
import { istEigene, ortDerTat, TATEN } from '../kern/taten.ts';
import { anzahl } from '../kern/worte.ts';

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
  return html`<a class="kern-link" href="/faelle/${fallId}">${fallnummer}</a> ${person}`;
}

/** Duties of one case stand together, where the first of them stands. */
function nachFall(eintraege: readonly Fristeintrag[]): readonly (readonly Fristeintrag[])[] {
  const gruppen = new Map<string, Fristeintrag[]>();
  for (const eintrag of eintraege) {
    const schluessel = eintrag.fallId ?? eintrag.personId ?? eintrag.team.id;
    gruppen.set(schluessel, [...(gruppen.get(schluessel) ?? []), eintrag]);
  }
  return [...gruppen.values()];
}

export type Fristgruppe = {
  readonly titel: string;
  /** Beside the word, never instead of it. */
  readonly zeichen: string;
  readonly heute: Tag;
  readonly konto: Konto;
  readonly offen: boolean;
  readonly eintraege: readonly Fristeintrag[];
};

/** Duties of a stretch of time; nothing at all where there is none. */
export function fristgruppe({
  titel,
  zeichen,
  heute,
  konto,
  offen,
  eintraege,
}: Fristgruppe): SafeHtml | null {
  if (eintraege.length === 0) return null;
  return html`<details class="fristgruppe" ${offen ? html`open` : null}>
    <summary>
      <h2>
        ${zeichen === '' ? null : html`<span aria-hidden="true">${zeichen}</span> `}${titel}
        <span class="zahl">${eintraege.length}</span>
      </h2>
    </summary>
    <ul class="faelle">
      ${nachFall(eintraege).map((zusammen) => {
        const [erster] = zusammen;
        return erster === undefined
          ? null
          : html`<li>
              <h3>${kopf(erster)}</h3>
              <ul>
                ${zusammen.map((eintrag) => zeile(eintrag, heute, konto))}
              </ul>
            </li>`;
      })}
    </ul>
  </details>`;
}

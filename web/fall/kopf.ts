import { html, type SafeHtml } from '@remix-run/html-template';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { personroute } from '../../api/personen/routen.ts';
import { phasenname } from '../../domain/fall/bezeichnungen.ts';
import { auffaelligkeitssatz } from '../kern/auffaelligkeit.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { zustandsname } from '../kern/worte.ts';

type Frist = Fallansicht['fristen'][number];

/** Duties that are not fulfilled, the next one first. */
export const offeneFristen = ({ fristen }: Pick<Fallansicht, 'fristen'>): Frist[] =>
  fristen.filter(({ offen }) => offen).toSorted((a, b) => (a.faellig < b.faellig ? -1 : 1));

/** The one that is due next; what rests is not. */
export const naechste = (fall: Pick<Fallansicht, 'fristen'>): Frist | undefined =>
  offeneFristen(fall).find(({ ruht }) => !ruht);

function naechsteFrist(fall: Fallansicht): SafeHtml {
  const frist = naechste(fall);
  if (frist === undefined) return html`<p>Keine offene Frist</p>`;
  const { ueberfaellig, name, faellig, id } = frist;
  const tag = tagMitWochentag(faellig);
  return ueberfaellig
    ? html`<p class="spaet">
        <span aria-hidden="true">⚠</span> Überfällig: ${name}, ${tag} <span class="kennung">${id}</span>
      </p>`
    : html`<p>Nächste Frist: ${name}, ${tag} <span class="kennung">${id}</span></p>`;
}

/** Address of the page that is enough to step in for a colleague (V-66). */
export const blattort = ({ id }: Pick<Fallansicht, 'id'>): string => `/faelle/${id}/blatt`;

function vertretungshinweis({ inVertretung, fm, id }: Fallansicht): SafeHtml | null {
  if (!inVertretung) return null;
  return html`<p class="vertretung" role="note">
    Sie lesen in Vertretung für ${fm?.anzeigename ?? 'jemanden'}. Zuerst lesen:
    <a class="kern-link" href="${blattort({ id })}">Fallblatt</a>
  </p>`;
}

/** Leads to the person for those who may look there. */
function name({ person }: Fallansicht, { rolle }: Konto): SafeHtml | string {
  if (person === null) return 'Name für Ihre Rolle nicht sichtbar';
  return personroute.rollen.includes(rolle)
    ? html`<a class="kern-link" href="/personen/${person.id}">${person.name}</a>`
    : person.name;
}

/** Stays in sight on every page of a case: who, how far, who leads it, what is due next. */
export function fallkopf(fall: Fallansicht, konto: Konto): SafeHtml {
  const laufend = fall.phasen.filter(({ bis }) => bis === null).map(({ phase }) => phasenname(phase));
  const stand = [zustandsname(fall.zustand), ...(laufend.length === 0 ? [] : [laufend.join(', ')])];
  const wer = [`FM ${fall.fm?.anzeigename ?? 'noch niemand'}`, `pAp ${fall.pap?.anzeigename ?? 'niemand'}`];
  return html`<div class="fallkopf">
    <p class="wer">
      <a class="kern-link" href="/faelle/${fall.id}">${fall.fallnummer}</a>
      <strong>${name(fall, konto)}</strong>
    </p>
    <p>${[...stand, ...wer].join(' · ')}</p>
    ${naechsteFrist(fall)} ${auffaelligkeitssatz(fall.auffaelligkeiten)} ${vertretungshinweis(fall)}
  </div>`;
}

import { html, type SafeHtml } from '@remix-run/html-template';
import type { Teamkalenderlage, Teamlage } from '../../api/arbeitslisten/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { fristname, type Fristid } from '../../domain/pflicht/katalog/katalog.ts';
import { TEAMRECHTE, type Teamsachbefehl } from '../../domain/rollen/teamrechte.ts';
import { zeilennamen } from '../../domain/tabelle.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { faelligkeit } from '../kern/faelligkeit.ts';
import { gegenstandsname } from '../kern/gegenstand.ts';
import { knopf } from '../kern/knopf.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { teamtatort } from '../kern/taten.ts';
import { TEAMTATEN } from '../kern/teamtaten.ts';
import { rollenname } from '../kern/worte.ts';

const BEFEHLE = zeilennamen(TEAMTATEN);
const FRISTEN: readonly Fristid[] = [...new Set(BEFEHLE.map((befehl) => TEAMTATEN[befehl].frist))];

/** A visit is recorded by the Kontakt-FM of the team, a case reviewed once it was drawn; everything else by the role. */
function darf({ rolle }: Konto, befehl: Teamsachbefehl, kalender: Teamkalenderlage | null): boolean {
  if (!TEAMRECHTE[befehl].includes(rolle)) return false;
  if (kalender === null) return true;
  if (befehl === 'stichprobe_pruefen')
    return kalender.stichprobe?.faelle.some(({ geprueftAm }) => geprueftAm === null) === true;
  if (befehl !== 'teambesuch_erfassen' || rolle !== 'fm') return true;
  return kalender.besuchtSelbst;
}

/** Nobody closes a meeting from here unseen: what it means stands before its form. */
const ort = (teamId: string, befehl: Teamsachbefehl): string =>
  befehl === 'besprechung_abschliessen' ? '/besprechung/abschluss' : teamtatort(teamId, befehl);

function knoepfe({ id, kennzeichen }: Teamlage, befehle: readonly Teamsachbefehl[]): SafeHtml {
  return html`<span class="knoepfe">
    ${befehle.map((befehl) =>
      knopf({ ort: ort(id, befehl), wort: TEAMTATEN[befehl].wort, wovon: `im Team ${kennzeichen}` }),
    )}
  </span>`;
}

/** What the team still owes of this kind, each with its day. */
function offen({ offene: alle }: Teamkalenderlage, frist: Fristid): SafeHtml {
  const offene = alle.filter(({ id }) => id === frist);
  if (offene.length === 0) return html`nichts offen`;
  return html`<ul class="schlicht">
    ${offene.map((eine) => {
      const wofuer = gegenstandsname(eine.gegenstand);
      return html`<li>${wofuer === null ? null : `${wofuer}: `}${faelligkeit(eine)}</li>`;
    })}
  </ul>`;
}

function zuletzt({ zuletzt: jeArt }: Teamkalenderlage, frist: Fristid): string {
  const arten = BEFEHLE.map((befehl) => TEAMTATEN[befehl])
    .filter((tat) => tat.frist === frist)
    .map(({ ereignis }): string => ereignis);
  const tage = jeArt.filter(({ art }) => arten.includes(art)).map(({ am }) => am);
  const letzter = tage.toSorted().at(-1);
  return letzter === undefined ? 'noch\u00a0nie' : tagMitWochentag(letzter);
}

/** Whose it is, where this role has nothing to do. */
function andere(befehle: readonly Teamsachbefehl[], { rolle }: Konto): string {
  const rollen = befehle.flatMap((befehl) => TEAMRECHTE[befehl]).filter((eine) => eine !== rolle);
  return [...new Set(rollen.map(rollenname))].join(', ');
}

function spalten(lage: Teamlage, kalender: Teamkalenderlage, konto: Konto): readonly Spalte<Fristid>[] {
  return [
    { kopf: 'Pflicht', zelle: (frist) => html`${fristname(frist)} <span class="kennung">${frist}</span>` },
    { kopf: 'Offen', zelle: (frist) => offen(kalender, frist) },
    { kopf: 'Zuletzt', zelle: (frist) => zuletzt(kalender, frist) },
    {
      kopf: 'Tun',
      zelle: (frist) => {
        const alle = BEFEHLE.filter((befehl) => TEAMTATEN[befehl].frist === frist);
        const eigene = alle.filter((befehl) => darf(konto, befehl, kalender));
        return eigene.length === 0
          ? html`<span class="leise">Aufgabe: ${andere(alle, konto)}</span>`
          : knoepfe(lage, eigene);
      },
    },
  ];
}

/** What a team owes (T-41 to T-52), when it was last done, and the button to each; without its calendar only the buttons. */
export function teampflichten(lage: Teamlage, konto: Konto): SafeHtml {
  const { kalender } = lage;
  if (kalender === null) {
    const befehle = BEFEHLE.filter((befehl) => darf(konto, befehl, null));
    return html`<p class="kern-body">Den Kalender des Teams sehen Sie hier nicht.</p>
      <p>${knoepfe(lage, befehle)}</p>`;
  }
  return tabelle(FRISTEN, spalten(lage, kalender, konto));
}

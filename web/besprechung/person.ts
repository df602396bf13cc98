import type { Vormerkung } from '../../api/arbeitslisten/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage, frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Personansicht } from '../../api/personen/formen.ts';
import { personroute } from '../../api/personen/routen.ts';
import { offeneBedarfe } from '../../domain/fall/decide/handlungsbedarfe.ts';
import { alterAm } from '../../domain/frist/alter.ts';
import { tageZwischen, type Tag } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import type { Merkmal } from '../kern/merkmale.ts';
import { wegVon } from '../kern/weg.ts';
import { anzahl } from '../kern/worte.ts';
import { mitNamen } from './ort.ts';

/** `Muster, Testperson` → `M. T.` */
const initialen = (name: string): string =>
  (name.match(/(?<!\p{L})\p{L}/gu) ?? []).map((eine) => `${eine.toUpperCase()}.`).join(' ');

/** A person as the meeting sees it: by initials until names are switched on. */
export function nameFuer(anfrage: Pick<Seitenanfrage, 'abfrage'>, name: string | null): string {
  if (name === null) return 'Name für Ihre Rolle nicht sichtbar';
  return mitNamen(anfrage) ? name : initialen(name);
}

/** `2 Rahmenbedingungen, 1 Motivation`: what is open, by group and never by its words. */
function bedarfe({ handlungsbedarfe }: Personansicht): string {
  const jeGruppe = new Map<string, number>();
  for (const { schluesselgruppe: gruppe } of offeneBedarfe(handlungsbedarfe))
    jeGruppe.set(gruppe, (jeGruppe.get(gruppe) ?? 0) + 1);
  const teile = [...jeGruppe].map(([gruppe, wieviele]) => `${String(wieviele)} ${klartext(gruppe)}`);
  return teile.length === 0 ? 'keine erfasst' : teile.join(', ');
}

/** The newest of its profiles. */
function profillage({ profile }: Personansicht): string {
  const [neuestes] = profile.toSorted((a, b) => (a.datum > b.datum ? -1 : 1));
  if (neuestes === undefined) return 'kein Profiling';
  return neuestes.profillage === null ? 'nicht erfasst' : klartext(neuestes.profillage);
}

/** The reasons in words name people: only with names switched on are they read at all. */
async function gruende({ umgebung, konto, ...rest }: Seitenanfrage, fallId: string): Promise<string | null> {
  if (!mitNamen(rest)) return null;
  const fall = await frage(umgebung, fallroute, { konto, pfad: { fallId } });
  const texte = fall.geschichte.flatMap((ereignis) => ereignis.texte);
  return texte.find(({ feld }) => feld === 'gruende')?.text ?? 'stehen hier nicht';
}

function wartezeit({ vorgemerktAm, besprechungen }: Vormerkung, heute: Tag): string {
  const tage = vorgemerktAm === heute ? 'heute' : anzahl(tageZwischen(vorgemerktAm, heute), 'Tag', 'Tagen');
  const dabei =
    besprechungen === 0 ? '' : `, ${anzahl(besprechungen, 'Besprechung', 'Besprechungen')} ohne Zuordnung`;
  return `seit ${tage} (${tagMitWochentag(vorgemerktAm)})${dabei}`;
}

/** What the meeting needs to know of the one it speaks about, and how old that person is. */
export async function angabenZu(
  anfrage: Seitenanfrage,
  vormerkung: Vormerkung,
  heute: Tag,
): Promise<{ readonly alter: number | null; readonly angaben: readonly Merkmal[] }> {
  const { umgebung, konto } = anfrage;
  const { personId, pap, fehlt, beantwortetAm } = vormerkung;
  const pfad = { personId };
  const person = personId === null ? null : await frageWennErlaubt(umgebung, personroute, { konto, pfad });
  const worte = await gruende(anfrage, vormerkung.fallId);
  return {
    alter: person === null ? null : alterAm(person.geburtsdatum, heute),
    angaben: [
      ['Weg', wegVon(vormerkung)],
      ['Wartet', wartezeit(vormerkung, heute)],
      ['pAp', pap?.anzeigename ?? 'niemand'],
      ['Profillage', person === null ? null : profillage(person)],
      ['Handlungsbedarfe', person === null ? null : bedarfe(person)],
      ['Gründe', worte],
      ['Es fehlt noch', fehlt.length === 0 ? 'nichts' : fehlt.join(' ')],
      ['Beantwortet', beantwortetAm === null ? null : zeitpunkt(beantwortetAm)],
    ],
  };
}

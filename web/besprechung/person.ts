import type { Besprechungsansicht, Vormerkung } from '../../api/arbeitslisten/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { alterAm } from '../../domain/frist/alter.ts';
import { tageZwischen, type Tag } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import type { Merkmal } from '../kern/merkmale.ts';
import { wegVon } from '../kern/weg.ts';
import { anzahl } from '../kern/worte.ts';
import type { Besprechungslage } from './lage.ts';
import { mitNamen } from './ort.ts';

/** `Muster, Testperson` → `M. T.` */
const initialen = (name: string): string =>
  (name.match(/(?<!\p{L})\p{L}/gu) ?? []).map((eine) => `${eine.toUpperCase()}.`).join(' ');

/** A person as the meeting sees it: by initials until names are switched on. */
export function nameFuer(anfrage: Pick<Seitenanfrage, 'abfrage'>, name: string | null): string {
  if (name === null) return 'Name für Ihre Rolle nicht sichtbar';
  return mitNamen(anfrage) ? name : initialen(name);
}

type Aufgerufene = NonNullable<Besprechungsansicht['person']>;

/** `2 Rahmenbedingungen, 1 Motivation`: what is open, by group and never by its words. */
function bedarfe({ bedarfe: jeGruppe }: Aufgerufene): string {
  const teile = jeGruppe.map(
    ({ schluesselgruppe, offene }) => `${String(offene)} ${klartext(schluesselgruppe)}`,
  );
  return teile.length === 0 ? 'keine erfasst' : teile.join(', ');
}

/** Of its newest profile. */
function profillage({ profiling }: Aufgerufene): string {
  if (profiling === null) return 'kein Profiling';
  return profiling.profillage === null ? 'nicht erfasst' : klartext(profiling.profillage);
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
  { heute, person }: Pick<Besprechungslage, 'heute' | 'person'>,
): Promise<{ readonly alter: number | null; readonly angaben: readonly Merkmal[] }> {
  const { pap, fehlt, beantwortetAm } = vormerkung;
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

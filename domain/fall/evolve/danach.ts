import { ARBEITSAUFNAHME } from '../bezug.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { Akh, Arbeitsaufnahme, BeendeterFall, Nebenbereich, Tatsache } from '../fall.ts';
import type { Tag } from '../../frist/tag.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import { einsortiert, tatsache } from './tatsache.ts';
import { nachAbgang, type Folgezeilen } from './zeilen.ts';

function mit(fall: BeendeterFall, bereich: Nebenbereich): BeendeterFall {
  return { ...fall, neben: [...fall.neben, bereich].sort() };
}

function ohne(fall: BeendeterFall, bereich: Nebenbereich): BeendeterFall {
  return { ...fall, neben: fall.neben.filter((b) => b !== bereich) };
}

function akhFestgelegt(fall: BeendeterFall, ereignis: EreignisVon<'akh_festgelegt'>): BeendeterFall {
  const { gruende, von, bis } = ereignis;
  const merkt = gilt('V-82', fall) && ereignis.akteur !== null;
  const festgelegt = merkt ? { festgelegtVon: ereignis.akteur } : {};
  const akh = { ...tatsache(ereignis), gruende, von, bis, wiedervorlage: null, ...festgelegt };
  return { ...mit(fall, 'akh_passiv'), akh };
}

function inAkh(fall: BeendeterFall, aenderung: Partial<Akh>): BeendeterFall {
  return fall.akh === null ? fall : { ...fall, akh: { ...fall.akh, ...aenderung } };
}

/** A start of work as told by another fact; its own id, because it has its own day. */
export function arbeitsaufnahme({ ereignis, erfasstAm }: Tatsache, am: Tag): Arbeitsaufnahme {
  return { ereignis: `${ereignis}/${ARBEITSAUFNAHME}`, am, erfasstAm, pruefung: null };
}

/** A start of work is one however often it is told. */
function mitArbeitsaufnahme(fall: BeendeterFall, neu: Arbeitsaufnahme): BeendeterFall {
  const { arbeitsaufnahmen } = fall;
  if (arbeitsaufnahmen.some(({ am }) => am === neu.am)) return fall;
  return { ...fall, arbeitsaufnahmen: einsortiert(arbeitsaufnahmen, neu) };
}

function verbleib(fall: BeendeterFall, ereignis: EreignisVon<'verbleib_erfasst'>): BeendeterFall {
  const neu = tatsache(ereignis);
  const { arbeitsaufnahmeAm = null, erfuellt, messpunkt } = ereignis;
  const weiter =
    arbeitsaufnahmeAm === null ? fall : mitArbeitsaufnahme(fall, arbeitsaufnahme(neu, arbeitsaufnahmeAm));
  return erfuellt ? { ...weiter, verbleib: { ...weiter.verbleib, [messpunkt]: neu } } : weiter;
}

/** an integration that did not last corrects the statistics of X1; the case stays closed (AC-84). */
function integration(fall: BeendeterFall, ereignis: EreignisVon<'integration_geprueft'>): BeendeterFall {
  const { arbeitsaufnahme: welche, besteht } = ereignis;
  const pruefung = { ...tatsache(ereignis), besteht };
  const arbeitsaufnahmen = fall.arbeitsaufnahmen.map((a) => (a.ereignis === welche ? { ...a, pruefung } : a));
  const { fallabgang } = fall;
  const traegtAbgang = welche === `${fallabgang.ereignis}/${ARBEITSAUFNAHME}`;
  if (besteht || !traegtAbgang) return { ...fall, arbeitsaufnahmen };
  return { ...fall, arbeitsaufnahmen, fallabgang: { ...fallabgang, erfolgreich: false } };
}

function nachhaltungUebertragen(
  fall: BeendeterFall,
  { fm }: EreignisVon<'nachhaltung_uebertragen'>,
): BeendeterFall {
  const { weg } = fall;
  return { ...fall, weg: { ...weg, zuordnung: { ...weg.zuordnung, fm } } };
}

const ohneAntrag = nachAbgang((fall) => ({ ...fall, umkehr: null }));

/** After the Fallabgang: passive Betreuung, Nachhaltung, a request to reverse the exit. */
export const DANACH = {
  akh_festgelegt: nachAbgang(akhFestgelegt),
  akh_frist_geaendert: nachAbgang((fall, { bis }) => inAkh(fall, { bis })),
  akh_beendet: nachAbgang((fall) => ohne(fall, 'akh_passiv')),
  wiedervorlage_bearbeitet: nachAbgang((fall, ereignis) =>
    inAkh(fall, { wiedervorlage: tatsache(ereignis) }),
  ),
  nachhaltung_begonnen: nachAbgang((fall) => mit(fall, 'nachhaltung')),
  nachhaltung_uebertragen: nachAbgang(nachhaltungUebertragen),
  nachhaltung_beendet: nachAbgang((fall) => ohne(fall, 'nachhaltung')),
  verbleib_erfasst: nachAbgang(verbleib),
  integration_geprueft: nachAbgang(integration),
  umkehr_beantragt: nachAbgang((fall, { akteur, am, bis = null }) => ({
    ...fall,
    umkehr: { von: akteur ?? '', am, bis },
  })),
  umkehr_abgelehnt: ohneAntrag,
  umkehr_verfallen: ohneAntrag,
} satisfies Partial<Folgezeilen>;

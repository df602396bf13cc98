import { exhaustive } from '../../exhaustive.ts';
import { ARBEITSAUFNAHME } from '../bezug.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { Arbeitsaufnahme, BeendeterFall, Nebenbereich, Tatsache } from '../fall.ts';
import type { Tag } from '../../frist/tag.ts';
import { einsortiert, tatsache } from './tatsache.ts';

/** What can happen between the Fallabgang and the end of the last duty (S09–S11). */
export type Nachereignis = EreignisVon<
  | 'akh_festgelegt'
  | 'akh_frist_geaendert'
  | 'akh_beendet'
  | 'wiedervorlage_bearbeitet'
  | 'nachhaltung_begonnen'
  | 'nachhaltung_uebertragen'
  | 'nachhaltung_beendet'
  | 'verbleib_erfasst'
  | 'integration_geprueft'
  | 'umkehr_beantragt'
  | 'umkehr_abgelehnt'
  | 'umkehr_verfallen'
>;
type Akhereignis = EreignisVon<
  'akh_festgelegt' | 'akh_frist_geaendert' | 'akh_beendet' | 'wiedervorlage_bearbeitet'
>;

function mit(fall: BeendeterFall, bereich: Nebenbereich): BeendeterFall {
  return { ...fall, neben: [...fall.neben, bereich].sort() };
}

function ohne(fall: BeendeterFall, bereich: Nebenbereich): BeendeterFall {
  return { ...fall, neben: fall.neben.filter((b) => b !== bereich) };
}

function akh(fall: BeendeterFall, ereignis: Akhereignis): BeendeterFall {
  const neu = tatsache(ereignis);
  if (ereignis.art === 'akh_festgelegt') {
    const { gruende, von, bis } = ereignis;
    return { ...mit(fall, 'akh_passiv'), akh: { ...neu, gruende, von, bis, wiedervorlage: null } };
  }
  if (ereignis.art === 'akh_beendet') return ohne(fall, 'akh_passiv');
  if (fall.akh === null) return fall;
  return ereignis.art === 'akh_frist_geaendert'
    ? { ...fall, akh: { ...fall.akh, bis: ereignis.bis } }
    : { ...fall, akh: { ...fall.akh, wiedervorlage: neu } };
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

export function danach(fall: BeendeterFall, ereignis: Nachereignis): BeendeterFall {
  switch (ereignis.art) {
    case 'akh_festgelegt':
    case 'akh_frist_geaendert':
    case 'akh_beendet':
    case 'wiedervorlage_bearbeitet':
      return akh(fall, ereignis);
    case 'nachhaltung_begonnen':
      return mit(fall, 'nachhaltung');
    case 'nachhaltung_uebertragen': {
      const { weg } = fall;
      return { ...fall, weg: { ...weg, zuordnung: { ...weg.zuordnung, fm: ereignis.fm } } };
    }
    case 'nachhaltung_beendet':
      return ohne(fall, 'nachhaltung');
    case 'verbleib_erfasst':
      return verbleib(fall, ereignis);
    case 'integration_geprueft':
      return integration(fall, ereignis);
    case 'umkehr_beantragt': {
      const { akteur, am, bis = null } = ereignis;
      return { ...fall, umkehr: { von: akteur ?? '', am, bis } };
    }
    case 'umkehr_abgelehnt':
    case 'umkehr_verfallen':
      return { ...fall, umkehr: null };
    default:
      return exhaustive(ereignis);
  }
}

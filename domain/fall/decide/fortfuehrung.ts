import { verstoss } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import { kriteriumA } from '../../zugang/kriterium-a.ts';
import type { BefehlVon } from '../befehle.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { BestehenderFall, OffenerFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { einleitung } from './abgang.ts';
import { abgangErlaubt } from './abgangsgrund.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, text, zeichen, type Entwurf, type Rohereignis } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

type Ueberpruefung = BefehlVon<'ueberpruefen'>;

/** V-54, and V-55 beyond the maximum duration. */
function ohneGruende({ zustand }: OffenerFall, befehl: Ueberpruefung): Entwurf | null {
  if (zeichen(befehl, 'gruende') === 0 || zeichen(befehl, 'prognose') === 0) {
    return verstoss('V-54', 'Die Überprüfung braucht die Gründe der Fortführung und eine Prognose.');
  }
  const jenseits = zustand === 'aktiv_verlaengert' && befehl.ergebnis === 'fortfuehrung';
  return jenseits && zeichen(befehl, 'grund24MonatePlus') === 0
    ? verstoss('V-55', 'Jenseits von 24 Monaten braucht jede Fortführung eine eigene Begründung.')
    : null;
}

/** V-80: whether criterion B still holds is judged on that day, in the words of the FM; a check-list judges nothing. */
function ohneKriteriumB(fall: OffenerFall, befehl: Ueberpruefung): Entwurf | null {
  if (!gilt('V-80', fall)) return null;
  const begruendung = text(befehl, 'kriteriumBBegruendung');
  if ((befehl.kriteriumB ?? null) === null || begruendung === undefined || begruendung.zeichen === 0) {
    return verstoss('V-80', 'Es fehlt, ob Kriterium B an diesem Tag noch vorliegt und warum.');
  }
  return begruendung.nurVorlage
    ? verstoss('V-80', 'Die Begründung zu Kriterium B besteht nur aus einem Textbaustein.')
    : null;
}

type Kriterien = Pick<EreignisVon<'ueberprueft'>, 'kriteriumA' | 'kriteriumB'>;

/** E30: criterion A as the file shows it, B as it was judged; older commands say neither. */
function kriterien(fall: OffenerFall, { person, kriteriumB = null }: Ueberpruefung): Kriterien {
  if (!gilt('V-80', fall) || person === undefined || kriteriumB === null) return {};
  // Where no Profillage exists, what the FM stated at the access still stands.
  return { kriteriumA: kriteriumA(person, policyAus(fall.policy), true), kriteriumB };
}

/** V-65 waits for its explanation; V-80: who goes on although B is denied says why. */
function hinweise(fall: OffenerFall, { ergebnis }: Ueberpruefung, { kriteriumB }: Kriterien): Regelid[] {
  const offene = fall.hinweise.filter((regel) => regel === 'V-65');
  return ergebnis === 'fortfuehrung' && kriteriumB === 'nein' ? [...offene, 'V-80'] : offene;
}

/** TR36, TR41: the 6-monthly Überprüfung; one outside its window is kept but moves nothing (AC-64). */
function ueberpruefen(stand: BestehenderFall, befehl: Ueberpruefung): Entwurf {
  const tr = stand.zustand === 'aktiv_verlaengert' ? 'TR41' : 'TR36';
  const fall = ausgang(tr, stand, befehl);
  if ('ok' in fall) return fall;
  const vorher = vorFallzugang(fall, befehl, tr);
  if (vorher !== null) return vorher;
  const offen = ohneGruende(fall, befehl) ?? ohneKriteriumB(fall, befehl);
  if (offen !== null) return offen;
  const geprueft = kriterien(fall, befehl);
  const warnungen = hinweise(fall, befehl, geprueft);
  const { ergebnis } = befehl;
  const ereignis = geschehen(befehl, { tr, warnungen }, { art: 'ueberprueft', ergebnis, ...geprueft });
  return ergebnis === 'fortfuehrung' ? angenommen(ereignis) : mitAbgang(fall, befehl, ereignis);
}

/** The Überprüfung that ends in an exit decides both at once (TR37). */
function mitAbgang(fall: OffenerFall, befehl: Ueberpruefung, ereignis: Rohereignis): Entwurf {
  if (befehl.abgang === null) {
    return verstoss('V-57', 'Wer den Abgang einleitet, nennt den Abgangsgrund.');
  }
  const hindernis = abgangErlaubt(fall, befehl, befehl.abgang);
  return hindernis ?? angenommen(ereignis, einleitung('TR37', befehl.ereignisAm, befehl.abgang));
}

export const FORTFUEHRUNG = {
  ueberpruefen: {
    updatename: 'klar',
    durch: ueberpruefen,
    tage: { abgang: { arbeitsaufnahmeAm: 'eigene_regel' }, person: 'akte' },
  },
} satisfies Partial<Folgezeilen>;

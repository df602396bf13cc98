import { bedingungFehlt } from '../../ablehnung.ts';
import { plusMonate, type Tag } from '../../frist/tag.ts';
import type { BefehlVon } from '../befehle.ts';
import {
  MESSPUNKTE,
  type Arbeitsaufnahme,
  type BeendeterFall,
  type BestehenderFall,
  type Messpunkt,
} from '../fall.ts';
import { dauerhaftAb } from '../pflichten/abgang.ts';
import { sichtAuf } from '../pflichten/pflicht.ts';
import { ausgang, unmoeglich } from '../uebergaenge/ausgang.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** Last day of the window of a measuring point; never rolled (CAL-Z). */
function fensterende(fallabgangAm: Tag, messpunkt: Messpunkt): Tag {
  return plusMonate(fallabgangAm, messpunkt);
}

/** AC-82: the first measuring point whose window still holds the start of work. */
function zaehltAb(fallabgangAm: Tag, arbeitsaufnahmeAm: Tag | null): Messpunkt | null {
  if (arbeitsaufnahmeAm === null) return null;
  return MESSPUNKTE.find((punkt) => arbeitsaufnahmeAm <= fensterende(fallabgangAm, punkt)) ?? null;
}

/**
 * A start of work that belongs to this case lies after the Fallzugang; one from before the exit decision that the exit did
 * not name needs a word of explanation (001 7.1 asks where the person went after bFM).
 */
function arbeitsaufnahmeErlaubt(fall: BeendeterFall, befehl: BefehlVon<'verbleib_erfassen'>): Entwurf | null {
  const { arbeitsaufnahmeAm: am } = befehl;
  if (am === null) return null;
  if (am < fall.begleitung.fallzugang.am) {
    return bedingungFehlt('TR57', 'Die Arbeitsaufnahme liegt vor dem Fallzugang.');
  }
  const { einleitung } = fall.fallabgang;
  const bekannt = fall.arbeitsaufnahmen.some((a) => a.am === am);
  const frueh = am < (einleitung ?? fall.fallabgang).am;
  return frueh && !bekannt && zeichen(befehl, 'vermerk') === 0
    ? bedingungFehlt(
        'TR57',
        'Eine Arbeitsaufnahme vor dem Abgang braucht einen Vermerk, warum sie hier zählt.',
      )
    : null;
}

/** TR57: on or after the last day of the window; an Arbeitsaufnahme may come earlier and ends nothing. */
function verbleibErfassen(stand: BestehenderFall, befehl: BefehlVon<'verbleib_erfassen'>): Entwurf {
  const fall = ausgang('TR57', stand, befehl);
  if ('ok' in fall) return fall;
  if (!fall.neben.includes('nachhaltung')) return unmoeglich('TR57', fall, befehl);
  const { messpunkt, arbeitsaufnahmeAm } = befehl;
  if (fall.verbleib[messpunkt] !== undefined) {
    return bedingungFehlt('TR57', `Der Verbleib nach ${messpunkt} Monaten ist bereits erfasst.`);
  }
  const ende = fensterende(fall.fallabgang.am, messpunkt);
  const erfuellt = befehl.ereignisAm >= ende;
  if (!erfuellt && arbeitsaufnahmeAm === null) {
    return bedingungFehlt(
      'TR57',
      `Der Verbleib nach ${messpunkt} Monaten kann erst ab dem ${ende} erhoben werden.`,
    );
  }
  const hindernis = arbeitsaufnahmeErlaubt(fall, befehl);
  if (hindernis !== null) return hindernis;
  const { angaben } = befehl;
  const daten = {
    art: 'verbleib_erfasst',
    messpunkt,
    erfuellt,
    zaehltAb: zaehltAb(fall.fallabgang.am, arbeitsaufnahmeAm),
    // A start of work that a command of release 0.1 brought began no T-28.
    ...(angaben === undefined ? {} : { arbeitsaufnahmeAm, angaben }),
  } as const;
  const ereignis = geschehen(befehl, { tr: 'TR57' }, daten);
  const uebrig = MESSPUNKTE.filter((p) => fall.verbleib[p] === undefined && !(erfuellt && p === messpunkt));
  if (uebrig.length > 0) return angenommen(ereignis);
  return angenommen(ereignis, folge(null, befehl.ereignisAm, { art: 'nachhaltung_beendet' }));
}

/** What the end of the work says about "longer than six months". */
function endeStimmig(
  befehl: BefehlVon<'integration_pruefen'>,
  arbeit: Arbeitsaufnahme,
  ab: Tag,
): Entwurf | null {
  const { besteht, endeAm, ereignisAm } = befehl;
  if (besteht) {
    if (endeAm !== null) return bedingungFehlt('TR57', 'Eine Arbeit, die noch besteht, hat kein Ende.');
    return ereignisAm < ab
      ? bedingungFehlt('TR57', `Ob die Integration dauerhaft ist, zeigt sich erst am ${ab}.`)
      : null;
  }
  if (endeAm === null) return bedingungFehlt('TR57', 'Das Ende der Arbeit ist anzugeben.');
  return endeAm < arbeit.am || endeAm > ereignisAm || endeAm >= ab
    ? bedingungFehlt(
        'TR57',
        'Das Ende liegt nach der Arbeitsaufnahme und vor Ablauf von mehr als sechs Monaten.',
      )
    : null;
}

/** T-28: the oldest start of work nobody has checked yet lasted longer than six months, or ended before. */
function integrationPruefen(stand: BestehenderFall, befehl: BefehlVon<'integration_pruefen'>): Entwurf {
  const fall = ausgang('TR57', stand, befehl);
  if ('ok' in fall) return fall;
  const offen = fall.arbeitsaufnahmen.find((a) => a.pruefung === null);
  if (offen === undefined) return unmoeglich('TR57', fall, befehl);
  const { besteht, endeAm } = befehl;
  const ab = dauerhaftAb(sichtAuf(fall, befehl.ereignisAm), offen);
  const daten = { art: 'integration_geprueft', arbeitsaufnahme: offen.ereignis, besteht, endeAm } as const;
  return endeStimmig(befehl, offen, ab) ?? angenommen(geschehen(befehl, { tr: 'TR57' }, daten));
}

/** TR57: the Teamleitung names another Fallmanager for the time after the exit. */
function nachhaltungUebertragen(
  stand: BestehenderFall,
  befehl: BefehlVon<'nachhaltung_uebertragen'>,
): Entwurf {
  const fall = ausgang('TR57', stand, befehl);
  if ('ok' in fall) return fall;
  if (!befehl.fmIstFallmanager) {
    return bedingungFehlt(
      'TR57',
      'Übertragen werden kann nur an eine aktive Fallmanagerin oder einen Fallmanager.',
    );
  }
  return angenommen(geschehen(befehl, { tr: 'TR57' }, { art: 'nachhaltung_uebertragen', fm: befehl.fm }));
}

export const NACHHALTUNG = {
  verbleib_erfassen: {
    updatename: 'klar',
    durch: verbleibErfassen,
    tage: { arbeitsaufnahmeAm: 'tatsache', angaben: { ausbildungsaufnahmeAm: 'tatsache_ab_2' } },
  },
  integration_pruefen: { updatename: 'klar', durch: integrationPruefen, tage: { endeAm: 'tatsache' } },
  nachhaltung_uebertragen: { updatename: 'klar', durch: nachhaltungUebertragen },
} satisfies Partial<Folgezeilen>;

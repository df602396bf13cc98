import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { standAm } from '../../einwilligung/einwilligung.ts';
import type { Tag } from '../../frist/tag.ts';
import type { Regelid } from '../../kennungen.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BestehenderFall, Massnahme } from '../fall.ts';
import { letzterTag } from '../pflichten/kontakt.ts';
import { massnahmeumfang } from '../umfang.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { vereinbarungsmangel, vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

/** TR29, E29: the measure may have begun before the case, or be agreed for a day to come. */
function massnahmeBeginnen(stand: BestehenderFall, befehl: BefehlVon<'massnahme_beginnen'>): Entwurf {
  const fall = ausgang('TR29', stand, befehl);
  if ('ok' in fall) return fall;
  const { von, bis } = befehl;
  const { massnahmen } = fall.begleitung;
  if (bis < von) return bedingungFehlt('TR29', 'Die Maßnahme endet vor ihrem Beginn.');
  if (massnahmen.some((m) => m.am <= bis && von <= letzterTag(m))) {
    return bedingungFehlt('TR29', 'In dieser Zeit ist schon eine Maßnahme erfasst.');
  }
  const mangel = vereinbarungsmangel(fall, befehl);
  if (mangel === 'keine') {
    return bedingungFehlt('TR29', 'Ohne Vereinbarung braucht die Maßnahme einen Grund.');
  }
  const warnungen: Regelid[] = mangel === 'abgelaufen' ? ['V-81'] : [];
  const daten = { art: 'massnahme_begonnen', von, bis, ...massnahmeumfang(befehl) } as const;
  return angenommen(geschehen(befehl, { tr: 'TR29', warnungen }, daten));
}

/** The measure a clerk means on a day: the one that runs then, else the last that began, else the next to begin. */
function gemeinte(massnahmen: readonly Massnahme[], am: Tag): Massnahme | undefined {
  const offene = massnahmen.filter(({ ende }) => ende === null);
  const begonnene = offene.filter((m) => m.am <= am);
  return offene.find((m) => m.am <= am && am <= m.bis) ?? begonnene.at(-1) ?? offene[0];
}

/** The day is the last one in the measure; a day before its beginning says that it never began. */
function massnahmeBeenden(stand: BestehenderFall, befehl: BefehlVon<'massnahme_beenden'>): Entwurf {
  const fall = ausgang('TR29', stand, befehl);
  if ('ok' in fall) return fall;
  const massnahme = gemeinte(fall.begleitung.massnahmen, befehl.ereignisAm)?.ereignis;
  if (massnahme === undefined) {
    return bedingungFehlt('TR29', 'Es ist keine Maßnahme erfasst, die noch enden könnte.');
  }
  const { abbruch } = befehl;
  return angenommen(geschehen(befehl, { tr: 'TR29' }, { art: 'massnahme_beendet', massnahme, abbruch }));
}

const EINWILLIGUNGSMANGEL = {
  noch_nicht_erteilt: 'Die Einwilligung war an diesem Tag noch nicht erteilt.',
  widerrufen: 'Die Einwilligung ist widerrufen.',
  abgelaufen: 'Die Einwilligung ist abgelaufen.',
} as const;

/** V-24: a Fachdienst is asked only with a consent for that purpose which holds on the day. */
function ohneEinwilligung(
  fall: BestehenderFall,
  { einwilligung, gedeckt, ereignisAm }: BefehlVon<'gutachten_einleiten'>,
): Entwurf | null {
  if (einwilligung?.zweck !== 'fachdienst') {
    return verstoss('V-24', 'Ein Fachdienst wird nur mit Einwilligung der Person beteiligt.');
  }
  const stand = standAm(einwilligung, ereignisAm);
  if (stand !== 'gueltig') return verstoss('V-24', EINWILLIGUNGSMANGEL[stand]);
  return gilt('V-24', fall) && gedeckt !== true
    ? verstoss('V-24', 'Die Einwilligung deckt nicht, worum es bei dieser Art von Gutachten geht.')
    : null;
}

/** TR24: from now on no contact is due until the documents are there. */
function gutachtenEinleiten(stand: BestehenderFall, befehl: BefehlVon<'gutachten_einleiten'>): Entwurf {
  const fall = ausgang('TR24', stand, befehl);
  if ('ok' in fall) return fall;
  const { einwilligung } = befehl;
  const mangel = ohneEinwilligung(fall, befehl) ?? vorFallzugang(fall, befehl, 'TR24');
  if (mangel !== null) return mangel;
  const daten = { art: 'gutachten_eingeleitet', einwilligung: einwilligung?.id ?? '' } as const;
  return angenommen(geschehen(befehl, { tr: 'TR24' }, daten));
}

/** TR25: the documents of one Gutachten arrived; without a number those of the one that waits longest. */
function unterlagenErfassen(
  stand: BestehenderFall,
  befehl: BefehlVon<'gutachten_unterlagen_erfassen'>,
): Entwurf {
  const fall = ausgang('TR25', stand, befehl);
  if ('ok' in fall) return fall;
  const offene = fall.begleitung.gutachten.filter(({ unterlagen }) => unterlagen === null);
  const wartende = offene.filter(({ widerruf }) => widerruf === null);
  const gemeint = wartende.find(({ nummer }) => befehl.nummer === null || nummer === befehl.nummer);
  if (gemeint === undefined) {
    return offene.some(({ nummer }) => befehl.nummer === null || nummer === befehl.nummer)
      ? verstoss('V-24', 'Die Einwilligung ist widerrufen; die Unterlagen werden nicht angenommen.')
      : bedingungFehlt('TR25', 'Auf solche Unterlagen wird nicht gewartet.');
  }
  if (befehl.ereignisAm < gemeint.am) {
    return bedingungFehlt('TR25', 'Die Unterlagen können nicht vor dem Auftrag eingegangen sein.');
  }
  const daten = { art: 'gutachten_unterlagen_erfasst', nummer: gemeint.nummer } as const;
  return angenommen(geschehen(befehl, { tr: 'TR25' }, daten));
}

export const KONTAKTREGIME = {
  massnahme_beginnen: {
    updatename: 'klar',
    durch: massnahmeBeginnen,
    ereignistag: 'auch_vor_dem_fall',
    tage: { von: 'zeitraum', bis: 'zeitraum' },
  },
  massnahme_beenden: { updatename: 'klar', durch: massnahmeBeenden },
  gutachten_einleiten: { updatename: 'neutral', durch: gutachtenEinleiten, tage: { einwilligung: 'akte' } },
  gutachten_unterlagen_erfassen: { updatename: 'neutral', durch: unterlagenErfassen },
} satisfies Partial<Folgezeilen>;

import type { Tag } from '../../frist/tag.ts';
import { ankerVon } from '../anker.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { Begleitung, BestehenderFall, Standortgespraech, Tatsache, Zugangsweg } from '../fall.ts';
import { alsVerbleib, neuVerlaengert } from '../verlaengerung.ts';
import { mitPhase } from '../phasen.ts';
import { gemerkteKontakte, mitKontakt } from './kontakt.ts';
import { GEMERKT } from './tatsache.ts';
import { beginnBegleitung, kopf } from './zugang.ts';

type Uebernahme = EreignisVon<'fall_uebernommen'>;

type Fakten = {
  readonly eines: (teil: string, am: Tag) => Tatsache;
  readonly vielleicht: (teil: string, am: Tag | null) => Tatsache | null;
  /** One fact per day, numbered in order of the days. */
  readonly reihe: (teil: string, tage: readonly Tag[]) => readonly Tatsache[];
};

/** Each date becomes a fact of its own: `<event>/<part>`, so that it can be corrected alone (TR58). */
function faktenAus({ id }: Uebernahme): Fakten {
  const eines = (teil: string, am: Tag): Tatsache => ({
    ereignis: `${id}/${teil}`,
    am,
    erfasstAm: `${am}T12:00:00Z`,
  });
  return {
    eines,
    vielleicht: (teil, am) => (am === null ? null : eines(teil, am)),
    reihe: (teil, tage) => [...new Set(tage)].sort().map((am, n) => eines(`${teil}-${n + 1}`, am)),
  };
}

/**
 * A case that ran without Lotse: its facts keep the days on which they happened. They count as recorded in time,
 * because the old file, not Lotse, had to record them.
 */
export function uebernommenerFall(fallId: string, ereignis: Uebernahme): BestehenderFall {
  const { bestand } = ereignis;
  const fakten = faktenAus(ereignis);
  const fallzugang = fakten.vielleicht('fallzugang', bestand.fallzugangAm);
  const gespraech = fakten.vielleicht('uebernahmegespraech', bestand.uebernahmegespraechAm);
  const weg: Zugangsweg = {
    vormerkung: {
      ...fakten.eines('vormerkung', bestand.vorgemerktAm),
      erlaeutertAm: null,
      quelle: { art: 'pap' },
    },
    zuordnung: {
      ...fakten.eines('zuordnung', bestand.zuordnung.am),
      fm: bestand.zuordnung.fm,
      uebergabe: 'besprechung',
    },
    // Nobody knows any more when the pAp was contacted; T-02 is over with the talk.
    kontaktaufnahme: null,
    uebernahmegespraech: gespraech === null ? null : { ...gespraech, fmBekannt: true, zaehlt: true },
    erstgespraech: fakten.vielleicht('erstgespraech', bestand.erstgespraechAm),
    zugangsentscheidung: fallzugang,
    kontakte: gespraech === null ? [] : [gespraech],
  };
  const basis = kopf(fallId, ereignis);
  if (fallzugang === null) {
    const kontakte = kontakteAus(ereignis, fakten).reduce(gemerkteKontakte, weg.kontakte);
    const bisher = { ...weg, kontakte };
    if (gespraech === null) return { ...basis, zustand: 'zugeordnet', weg: bisher };
    return { ...basis, zustand: 'zugangspruefung', weg: bisher, abweichung: null };
  }
  const leer = beginnBegleitung(fallzugang, weg.erstgespraech);
  const anker = ankerVon({ policy: basis.policy, weg, begleitung: leer }).am;
  const begleitung = gefuellt({ leer, anker }, ereignis, fakten);
  const zustand = begleitung.standortgespraeche.length > 0 ? 'aktiv_verlaengert' : 'aktiv';
  const offen: BestehenderFall = { ...basis, zustand, weg, begleitung };
  return kontakteAus(ereignis, fakten).reduce(mitKontakt, offen);
}

/** Every talk counted, in order; a talk with a name of its own keeps it. */
function kontakteAus({ bestand }: Uebernahme, { vielleicht, reihe }: Fakten): readonly Tatsache[] {
  const erst = vielleicht('erstgespraech', bestand.erstgespraechAm);
  const alle = [
    ...(erst === null ? [] : [erst]),
    ...reihe('standortgespraech', bestand.standortgespraecheAm),
    ...reihe('kontakt', bestand.kontakteAm),
  ];
  const jeTag = new Map(alle.toReversed().map((k) => [k.am, k]));
  return [...jeTag.values()].sort((a, b) => (a.am < b.am ? -1 : 1));
}

/** Every Standortgespräch of a case that goes on was a Verbleib. */
function verlaengert(
  gruendung: Uebernahme['gruendung'],
  anker: Tag,
  gespraeche: readonly Tatsache[],
): readonly Standortgespraech[] {
  const offene = gespraeche.map((s) => alsVerbleib(s, null));
  return neuVerlaengert(gruendung, anker, offene);
}

function gefuellt(
  { leer, anker }: { readonly leer: Begleitung; readonly anker: Tag },
  { bestand, gruendung }: Uebernahme,
  fakten: Fakten,
): Begleitung {
  const vereinbarungen = fakten.reihe('vereinbarung', bestand.vereinbarungenAm);
  const erste = vereinbarungen[0];
  return {
    ...(erste === undefined ? leer : mitPhase(leer, 'integrationsplan_vereinbarung', erste.am)),
    vereinbarungen: vereinbarungen.slice(-GEMERKT),
    vereinbarungenVorher: Math.max(0, vereinbarungen.length - GEMERKT),
    ueberpruefungen: fakten.reihe('ueberpruefung', bestand.ueberpruefungenAm),
    standortgespraeche: verlaengert(
      gruendung,
      anker,
      fakten.reihe('standortgespraech', bestand.standortgespraecheAm),
    ),
    feedback: fakten.vielleicht('feedback', bestand.feedbackAm),
  };
}

import type { Tag } from '../../frist/tag.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { Begleitung, BestehenderFall, Tatsache, Zugangsweg } from '../fall.ts';
import { verlaengerungBis } from '../verlaengerung.ts';
import { mitKontakt, mitPhase } from './begleitung.ts';
import { GEMERKT } from './tatsache.ts';
import { beginnBegleitung, kopf } from './zugang.ts';

type Uebernahme = EreignisVon<'fall_uebernommen'>;

/**
 * A case that ran without Lotse: its facts keep the days on which they happened. They count as recorded in time,
 * because the old file, not Lotse, had to record them.
 */
export function evolveUebernahme(fallId: string, ereignis: Uebernahme): BestehenderFall {
  const { bestand } = ereignis;
  const fakt = (teil: string, am: Tag): Tatsache => ({
    ereignis: `${ereignis.id}/${teil}`,
    am,
    erfasstAm: `${am}T12:00:00Z`,
  });
  const vielleicht = (teil: string, am: Tag | null): Tatsache | null => (am === null ? null : fakt(teil, am));
  const fallzugang = vielleicht('fallzugang', bestand.fallzugangAm);
  const gespraech = vielleicht('uebernahmegespraech', bestand.uebernahmegespraechAm);
  const weg: Zugangsweg = {
    vormerkung: { ...fakt('vormerkung', bestand.vorgemerktAm), erlaeutertAm: null },
    zuordnung: { ...fakt('zuordnung', bestand.zuordnung.am), fm: bestand.zuordnung.fm },
    // Nobody knows any more when the pAp was contacted; T-02 is over with the talk.
    kontaktaufnahme: null,
    uebernahmegespraech: gespraech === null ? null : { ...gespraech, fmBekannt: true, zaehlt: true },
    erstgespraech: vielleicht('erstgespraech', bestand.erstgespraechAm),
    zugangsentscheidung: fallzugang,
  };
  const basis = kopf(fallId, ereignis);
  if (fallzugang === null) {
    return { ...basis, zustand: gespraech === null ? 'zugeordnet' : 'zugangspruefung', weg };
  }
  const begleitung = gefuellt(beginnBegleitung(fallzugang, weg.erstgespraech), ereignis, fakt);
  const zustand = begleitung.standortgespraeche.length > 0 ? 'aktiv_verlaengert' : 'aktiv';
  return { ...basis, zustand, weg, begleitung };
}

function gefuellt(
  leer: Begleitung,
  { bestand, gruendung }: Uebernahme,
  fakt: (teil: string, am: Tag) => Tatsache,
): Begleitung {
  const reihe = (teil: string, tage: readonly Tag[]): Tatsache[] =>
    [...new Set(tage)].sort().map((am, stelle) => fakt(`${teil}-${stelle + 1}`, am));
  const gespraeche = bestand.erstgespraechAm === null ? [] : [bestand.erstgespraechAm];
  const kontakte = reihe('kontakt', [...gespraeche, ...bestand.kontakteAm, ...bestand.standortgespraecheAm]);
  const vereinbarungen = reihe('vereinbarung', bestand.vereinbarungenAm);
  const erste = vereinbarungen[0];
  const mitKontakten = kontakte.reduce(mitKontakt, leer);
  return {
    ...(erste === undefined
      ? mitKontakten
      : mitPhase(mitKontakten, 'integrationsplan_vereinbarung', erste.am)),
    vereinbarungen: vereinbarungen.slice(-GEMERKT),
    vereinbarungenVorher: Math.max(0, vereinbarungen.length - GEMERKT),
    ueberpruefungen: reihe('ueberpruefung', bestand.ueberpruefungenAm),
    standortgespraeche: reihe('standortgespraech', bestand.standortgespraecheAm).map((s) => ({
      ...s,
      verlaengerungBis: verlaengerungBis(policyAus(gruendung.policy), leer.fallzugang.am, s.am),
    })),
    feedback: bestand.feedbackAm === null ? null : fakt('feedback', bestand.feedbackAm),
  };
}

import { exhaustive } from '../../exhaustive.ts';
import type { EreignisVon, Hinterlegung } from '../ereignisse.ts';
import type { Begleitung, BestehenderFall, Gutachten } from '../fall.ts';
import { istUnerledigt, type Entbindung, type Leistung } from '../leistungen.ts';
import { mitPhase } from '../phasen.ts';
import { einsortiert, GEMERKT, tatsache } from './tatsache.ts';

/** What happens to services, consents and feedback; confidential as a whole (DS-01). */
export const LEISTUNGSEREIGNISSE = [
  'leistung_zugewiesen',
  'leistung_einbezogen',
  'leistung_begonnen',
  'leistung_beendet',
  'abbruch_geprueft',
  'rueckmeldung_angefordert',
  'rueckmeldung_eingegangen',
  'rueckmeldung_abgewiesen',
  'rueckmeldungen_geprueft',
  'einwilligungen_uebernommen',
] as const;
export type Leistungsereignis = EreignisVon<(typeof LEISTUNGSEREIGNISSE)[number]>;
type Aufnahme = EreignisVon<'leistung_zugewiesen' | 'leistung_einbezogen'>;
type Verlauf = Exclude<Leistungsereignis, Aufnahme | EreignisVon<'einwilligungen_uebernommen'>>;
type Kopf = Parameters<typeof tatsache>[0];

function entbindung(ereignis: Kopf, { einwilligung, gueltigBis }: Hinterlegung): Entbindung {
  return { ...tatsache(ereignis), einwilligung, gueltigBis, widerruf: null, pruefung: null };
}

function neue(ereignis: Aufnahme): Leistung {
  const {
    leistung: nummer,
    leistungsart,
    erbringer,
    verbindlichkeit,
    wartezeitTage,
    rueckmeldung,
  } = ereignis;
  const aufgenommen = tatsache(ereignis);
  return {
    ...aufgenommen,
    nummer,
    leistungsart,
    erbringer,
    verbindlichkeit,
    // A service that runs already waits for nothing.
    wartezeitTage: ereignis.art === 'leistung_einbezogen' ? null : wartezeitTage,
    rueckmeldung,
    entbindungen: ereignis.entbindung === null ? [] : [entbindung(ereignis, ereignis.entbindung)],
    beginn: ereignis.art === 'leistung_einbezogen' ? { ...aufgenommen, am: ereignis.seit } : null,
    rueckmeldungen: [],
    ende: null,
    einzelfallpruefung: null,
  };
}

/** Services that are done stay as far as numbers need them; the record has them all. */
function mitNeuer({ leistungen }: Begleitung, neu: Leistung): readonly Leistung[] {
  const erledigte = leistungen.filter((l) => !istUnerledigt(l)).slice(-GEMERKT);
  return [...leistungen.filter((l) => istUnerledigt(l) || erledigte.includes(l)), neu];
}

/** A feedback: the first of its period counts for T-18; it may say that the service began, or how it ended. */
function mitRueckmeldung(
  leistung: Leistung,
  ereignis: EreignisVon<'rueckmeldung_eingegangen'>,
  periodeSeit: string,
): Leistung {
  const { art, tag, ergebnis } = ereignis.inhalt;
  const neu = tatsache(ereignis);
  const schonDa = leistung.rueckmeldungen.some(({ am }) => am >= periodeSeit && am <= neu.am);
  const rueckmeldungen = schonDa
    ? leistung.rueckmeldungen
    : einsortiert(leistung.rueckmeldungen, neu).slice(-GEMERKT);
  const angetreten = ergebnis !== 'nicht_angetreten';
  const beginn = leistung.beginn ?? (angetreten ? { ...neu, am: tag } : null);
  const endet = art === 'abschluss' && ergebnis !== null && leistung.ende === null;
  return { ...leistung, rueckmeldungen, beginn, ende: endet ? { ...neu, am: tag, ergebnis } : leistung.ende };
}

function weiter(leistung: Leistung, ereignis: Verlauf, periodeSeit: string): Leistung {
  const neu = tatsache(ereignis);
  switch (ereignis.art) {
    case 'leistung_begonnen':
      return { ...leistung, beginn: neu };
    case 'leistung_beendet':
      return { ...leistung, ende: { ...neu, ergebnis: ereignis.ergebnis } };
    case 'abbruch_geprueft':
      return { ...leistung, einzelfallpruefung: neu };
    case 'rueckmeldung_eingegangen':
      return mitRueckmeldung(leistung, ereignis, periodeSeit);
    case 'rueckmeldungen_geprueft': {
      const entbindungen = leistung.entbindungen.map((f) =>
        f.widerruf === null ? f : { ...f, pruefung: f.pruefung ?? neu },
      );
      return { ...leistung, entbindungen };
    }
    case 'rueckmeldung_angefordert':
    case 'rueckmeldung_abgewiesen':
      return leistung;
    default:
      return exhaustive(ereignis);
  }
}

/** TR35: a consent that was revoked serves no service any more; a new one serves those it names. */
function mitEinwilligungen(
  leistung: Leistung,
  ereignis: EreignisVon<'einwilligungen_uebernommen'>,
): Leistung {
  const bisherige = leistung.entbindungen.map((f) => {
    const widerruf = ereignis.widerrufen.find(({ einwilligung }) => einwilligung === f.einwilligung);
    return widerruf === undefined || f.widerruf !== null
      ? f
      : {
          ...f,
          widerruf: { ...tatsache(ereignis), am: widerruf.am },
          pruefung: ohneInhalt(leistung, ereignis),
        };
  });
  const dazu = ereignis.hinterlegt.filter((h) => h.leistung === leistung.nummer);
  return { ...leistung, entbindungen: [...bisherige, ...dazu.map((h) => entbindung(ereignis, h))] };
}

/** TR35: documents that are still awaited will not be taken any more. */
function ohneEinwilligung(
  gutachten: Gutachten,
  ereignis: EreignisVon<'einwilligungen_uebernommen'>,
): Gutachten {
  const widerruf = ereignis.widerrufen.find(({ einwilligung }) => einwilligung === gutachten.einwilligung);
  if (widerruf === undefined || gutachten.unterlagen !== null || gutachten.widerruf !== null)
    return gutachten;
  return { ...gutachten, widerruf: { ...tatsache(ereignis), am: widerruf.am } };
}

/** Where no feedback was ever stored there is nothing to review. */
function ohneInhalt({ rueckmeldungen }: Leistung, ereignis: Kopf): Entbindung['pruefung'] {
  return rueckmeldungen.length === 0 ? tatsache(ereignis) : null;
}

function inBegleitung(begleitung: Begleitung, ereignis: Leistungsereignis): Begleitung {
  if (ereignis.art === 'leistung_zugewiesen' || ereignis.art === 'leistung_einbezogen') {
    const leistungen = mitNeuer(begleitung, neue(ereignis));
    return mitPhase({ ...begleitung, leistungen }, 'fall_und_leistungssteuerung', tatsache(ereignis).am);
  }
  if (ereignis.art === 'einwilligungen_uebernommen') {
    return {
      ...begleitung,
      leistungen: begleitung.leistungen.map((l) => mitEinwilligungen(l, ereignis)),
      gutachten: begleitung.gutachten.map((g) => ohneEinwilligung(g, ereignis)),
    };
  }
  const seit = begleitung.vereinbarungen.at(-1)?.am ?? begleitung.fallzugang.am;
  const leistungen = begleitung.leistungen.map((l) =>
    l.nummer === ereignis.leistung ? weiter(l, ereignis, seit) : l,
  );
  return { ...begleitung, leistungen };
}

/** The services of § 16a SGB II; feedback is taken in even when the case ended while it was on its way. */
export function evolveLeistung(fall: BestehenderFall, ereignis: Leistungsereignis): BestehenderFall {
  if (!('begleitung' in fall)) return fall;
  return { ...fall, begleitung: inBegleitung(fall.begleitung, ereignis) };
}

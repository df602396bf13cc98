import type { Tag } from '../../frist/tag.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { Hinterlegung } from '../ereignisse/leistung.ts';
import type { Begleitung, Gutachten } from '../fall.ts';
import { istUnerledigt, type Entbindung, type Leistung } from '../leistungen.ts';
import { mitPhase } from '../phasen.ts';
import { einsortiert, GEMERKT, tatsache } from './tatsache.ts';
import { abFallzugang, unveraendert, type Folgezeilen } from './zeilen.ts';

type Aufnahme = EreignisVon<'leistung_zugewiesen' | 'leistung_einbezogen'>;
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
  periodeSeit: Tag,
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

function geprueft(leistung: Leistung, ereignis: EreignisVon<'rueckmeldungen_geprueft'>): Leistung {
  const neu = tatsache(ereignis);
  const entbindungen = leistung.entbindungen.map((f) =>
    f.widerruf === null ? f : { ...f, pruefung: f.pruefung ?? neu },
  );
  return { ...leistung, entbindungen };
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

function aufgenommen(begleitung: Begleitung, ereignis: Aufnahme): Begleitung {
  const leistungen = mitNeuer(begleitung, neue(ereignis));
  return mitPhase({ ...begleitung, leistungen }, 'fall_und_leistungssteuerung', tatsache(ereignis).am);
}

function einwilligungen(
  begleitung: Begleitung,
  ereignis: EreignisVon<'einwilligungen_uebernommen'>,
): Begleitung {
  return {
    ...begleitung,
    leistungen: begleitung.leistungen.map((l) => mitEinwilligungen(l, ereignis)),
    gutachten: begleitung.gutachten.map((g) => ohneEinwilligung(g, ereignis)),
  };
}

/** A row about the one service its event names. */
function imVerlauf<E extends { readonly leistung: number }>(
  zeile: (leistung: Leistung, ereignis: E, periodeSeit: Tag) => Leistung,
) {
  return abFallzugang<E>((begleitung, ereignis) => {
    const seit = begleitung.vereinbarungen.at(-1)?.am ?? begleitung.fallzugang.am;
    const leistungen = begleitung.leistungen.map((l) =>
      l.nummer === ereignis.leistung ? zeile(l, ereignis, seit) : l,
    );
    return { ...begleitung, leistungen };
  });
}

/** The services of § 16a SGB II; feedback is taken in even when the case ended while it was on its way. */
export const LEISTUNG = {
  leistung_zugewiesen: abFallzugang(aufgenommen),
  leistung_einbezogen: abFallzugang(aufgenommen),
  leistung_begonnen: imVerlauf((leistung, ereignis) => ({ ...leistung, beginn: tatsache(ereignis) })),
  leistung_beendet: imVerlauf((leistung, ereignis) => ({
    ...leistung,
    ende: { ...tatsache(ereignis), ergebnis: ereignis.ergebnis },
  })),
  abbruch_geprueft: imVerlauf((leistung, ereignis) => ({
    ...leistung,
    einzelfallpruefung: tatsache(ereignis),
  })),
  rueckmeldung_angefordert: unveraendert,
  rueckmeldung_eingegangen: imVerlauf(mitRueckmeldung),
  rueckmeldung_abgewiesen: unveraendert,
  rueckmeldungen_geprueft: imVerlauf(geprueft),
  einwilligungen_uebernommen: abFallzugang(einwilligungen),
} satisfies Partial<Folgezeilen>;

/** What happens to services, consents and feedback; confidential as a whole (DS-01). */
export type Leistungsereignis = EreignisVon<keyof typeof LEISTUNG>;

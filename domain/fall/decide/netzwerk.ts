import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { standAm } from '../../einwilligung/einwilligung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { AbgehenderFall, BestehenderFall, OffenerFall } from '../fall.ts';
import { entbindungAm } from '../leistungen.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

type Konferenz = BefehlVon<'fallkonferenz_fuehren'>;

/** V-46: a provider at the table hears something of the person, so its consent has to hold that day. */
function ohneEntbindung(fall: OffenerFall | AbgehenderFall, befehl: Konferenz): Entwurf | null {
  const { teilnehmer, leistungen: nummern, ereignisAm } = befehl;
  if (!teilnehmer.includes('leistungserbringer')) return null;
  const gemeinte = nummern.map((nummer) => fall.begleitung.leistungen.find((l) => l.nummer === nummer));
  if (gemeinte.length === 0 || gemeinte.some((l) => l === undefined)) {
    return bedingungFehlt(
      'TR29',
      'Es fehlt, um welche Leistung des Falls es mit dem Leistungserbringer geht.',
    );
  }
  const gedeckt = gemeinte.every((l) => l !== undefined && entbindungAm(l, ereignisAm) !== null);
  return gedeckt
    ? null
    : verstoss('V-46', 'Ohne Schweigepflichtentbindung sitzt kein Leistungserbringer in der Fallkonferenz.');
}

/** V-24: the same for a Fachdienst. */
function ohneEinwilligung({ teilnehmer, einwilligung, ereignisAm }: Konferenz): Entwurf | null {
  if (!teilnehmer.includes('fachdienst')) return null;
  if (einwilligung?.zweck === 'fachdienst' && standAm(einwilligung, ereignisAm) === 'gueltig') return null;
  return verstoss('V-24', 'Ein Fachdienst wird nur mit Einwilligung der Person beteiligt.');
}

/** E26: what was it about, who took part, what came out; nobody from outside without consent. */
function fallkonferenzFuehren(stand: BestehenderFall, befehl: Konferenz): Entwurf {
  const fall = ausgang('TR29', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'anlass') === 0 || zeichen(befehl, 'ergebnis') === 0) {
    return bedingungFehlt('TR29', 'Eine Fallkonferenz wird mit Anlass und Ergebnis festgehalten.');
  }
  const { leistungen } = befehl;
  return (
    vorFallzugang(fall, befehl, 'TR29') ??
    ohneEntbindung(fall, befehl) ??
    ohneEinwilligung(befehl) ??
    angenommen(geschehen(befehl, { tr: null }, { art: 'fallkonferenz_gefuehrt', leistungen }))
  );
}

/** E33: the network has nothing for the need; whoever plans offers hears what is missing, not for whom (003 ch8). */
function angebotslueckeMelden(stand: BestehenderFall, befehl: BefehlVon<'angebotsluecke_melden'>): Entwurf {
  const fall = ausgang('TR29', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'bedarf') === 0) return bedingungFehlt('TR29', 'Es fehlt, welches Angebot fehlt.');
  const { bereich, gemeldetAn } = befehl;
  const daten = { art: 'angebotsluecke_gemeldet', bereich, gemeldetAn } as const;
  return vorFallzugang(fall, befehl, 'TR29') ?? angenommen(geschehen(befehl, { tr: 'TR29' }, daten));
}

export const NETZWERK = {
  fallkonferenz_fuehren: { updatename: 'klar', durch: fallkonferenzFuehren, tage: { einwilligung: 'akte' } },
  angebotsluecke_melden: { updatename: 'klar', durch: angebotslueckeMelden },
} satisfies Partial<Folgezeilen>;

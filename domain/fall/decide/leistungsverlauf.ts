import { bedingungFehlt, verstoss, type Ablehnung } from '../../ablehnung.ts';
import { standAm, type Einwilligungsfakten } from '../../einwilligung/einwilligung.ts';
import { istAbbruch } from '../../leistung/leistung.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Rueckmeldeinhalt } from '../befehle/leistung.ts';
import type { EreignisVon } from '../ereignisse.ts';
import {
  istInBegleitung,
  type AbgehenderFall,
  type Begleitung,
  type BestehenderFall,
  type OffenerFall,
} from '../fall.ts';
import { entbindungAm, type Leistung } from '../leistungen.ts';
import { wartenBis } from '../pflichten/kontakt.ts';
import { geltenderTyp } from '../vereinbarungstyp.ts';
import { leistungsumfang } from '../umfang.ts';
import { ausgang, unmoeglich, vorgangswort } from '../uebergaenge/ausgang.ts';
import type { Uebergangid } from '../uebergaenge/katalog.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

type AnLeistung = BefehlVon<
  | 'leistung_beginnen'
  | 'leistung_beenden'
  | 'abbruch_pruefen'
  | 'rueckmeldung_anfordern'
  | 'rueckmeldungen_pruefen'
>;
type Gefunden =
  { readonly ok: true; readonly leistung: Leistung } | { readonly ok: false; readonly ablehnung: Ablehnung };

/** The service a clerk means: the named one, else the only one that fits. */
function gemeinte(
  fall: OffenerFall | AbgehenderFall,
  befehl: AnLeistung,
  was: {
    readonly tr: Uebergangid;
    readonly vorgang: string;
    readonly passt: (leistung: Leistung) => boolean;
  },
): Gefunden {
  const { tr, vorgang, passt } = was;
  const passende = fall.begleitung.leistungen.filter(passt);
  const [erste, weitere] =
    befehl.leistung === null ? passende : passende.filter(({ nummer }) => nummer === befehl.leistung);
  if (erste === undefined) return bedingungFehlt(tr, `${vorgang} passt zu keiner Leistung dieses Falls.`);
  if (weitere !== undefined)
    return bedingungFehlt(tr, 'Mehrere Leistungen kommen in Frage; bitte die Nummer nennen.');
  if (befehl.ereignisAm < erste.am) return bedingungFehlt(tr, 'Das Ereignis liegt vor der Zuweisung.');
  return { ok: true, leistung: erste };
}

/** TR32 as the Fallmanager hears of it; where feedback is agreed, the provider reports it. */
function beginnen(stand: BestehenderFall, befehl: BefehlVon<'leistung_beginnen'>): Entwurf {
  const passt = ({ beginn, ende }: Leistung): boolean => beginn === null && ende === null;
  const fall = ausgang('TR32', stand, befehl);
  if ('ok' in fall) return fall;
  const vorgang = vorgangswort('TR32', befehl);
  const gefunden = gemeinte(fall, befehl, { tr: 'TR32', vorgang, passt });
  if (!gefunden.ok) return gefunden;
  const { nummer: leistung } = gefunden.leistung;
  const { hilfeplan } = befehl;
  const daten = { art: 'leistung_begonnen', leistung, ...leistungsumfang({ hilfeplan }) } as const;
  return angenommen(geschehen(befehl, { tr: 'TR32' }, daten));
}

/** TR33, TR34 as the Fallmanager hears of it from the person. An Abbruch opens the single-case check and nothing else (V-49). */
function beenden(stand: BestehenderFall, befehl: BefehlVon<'leistung_beenden'>): Entwurf {
  const { ergebnis } = befehl;
  const tr = istAbbruch(ergebnis) ? 'TR34' : 'TR33';
  const passt = ({ ende }: Leistung): boolean => ende === null;
  const fall = ausgang(tr, stand, befehl);
  if ('ok' in fall) return fall;
  const vorgang = vorgangswort(tr, befehl);
  const gefunden = gemeinte(fall, befehl, { tr, vorgang, passt });
  if (!gefunden.ok) return gefunden;
  const { nummer: leistung, beginn } = gefunden.leistung;
  if (beginn !== null && befehl.ereignisAm < beginn.am) {
    return bedingungFehlt(tr, 'Das Ende liegt vor dem Beginn der Leistung.');
  }
  if (beginn === null && !istAbbruch(ergebnis)) {
    return bedingungFehlt(tr, 'Die Leistung hat noch nicht begonnen.');
  }
  return angenommen(geschehen(befehl, { tr }, { art: 'leistung_beendet', leistung, ergebnis }));
}

/** Is the Vereinbarung in force an EGV? From one of these nothing follows (V-49, X-05). */
function beruhtAufEgv(fall: BestehenderFall): boolean {
  return istInBegleitung(fall) && geltenderTyp(fall.begleitung, policyAus(fall.policy)) === 'egv';
}

/** V-49: the question of a wichtiger Grund is answered before anything follows, and a sanction is never what follows here. */
function abbruchPruefen(stand: BestehenderFall, befehl: BefehlVon<'abbruch_pruefen'>): Entwurf {
  const passt = ({ ende, einzelfallpruefung }: Leistung): boolean =>
    ende !== null && istAbbruch(ende.ergebnis) && einzelfallpruefung === null;
  const fall = ausgang('TR34', stand, befehl);
  if ('ok' in fall) return fall;
  const vorgang = vorgangswort('TR34', befehl);
  const gefunden = gemeinte(fall, befehl, { tr: 'TR34', vorgang, passt });
  if (!gefunden.ok) return gefunden;
  if (zeichen(befehl, 'einschaetzung') === 0) {
    return verstoss('V-49', 'Es fehlt, was die Prüfung des Einzelfalls ergeben hat.');
  }
  const { wichtigerGrund, folge } = befehl;
  const { nummer: leistung, verbindlichkeit } = gefunden.leistung;
  if (folge === 'rechtsfolgen_pruefen_lassen') {
    if (wichtigerGrund !== 'nein') {
      return verstoss(
        'V-49',
        'Solange ein wichtiger Grund besteht oder offen ist, folgt aus dem Abbruch nichts.',
      );
    }
    if (verbindlichkeit === 'freiwillig') {
      return verstoss('V-49', 'Aus dem Abbruch einer freiwilligen Teilnahme folgt nichts.');
    }
    if (beruhtAufEgv(fall)) {
      return verstoss('V-49', 'Aus einer Eingliederungsvereinbarung folgt keine Sanktion.');
    }
  }
  const daten = { art: 'abbruch_geprueft', leistung, wichtigerGrund, folge } as const;
  return angenommen(geschehen(befehl, { tr: null }, daten));
}

/** A fresh link for the provider (E25); without consent there is nothing to ask for (V-46). */
function rueckmeldungAnfordern(stand: BestehenderFall, befehl: BefehlVon<'rueckmeldung_anfordern'>): Entwurf {
  const passt = ({ rueckmeldung, ende }: Leistung): boolean => rueckmeldung && ende === null;
  const fall = ausgang('TR32', stand, befehl);
  if ('ok' in fall) return fall;
  const vorgang = vorgangswort('TR32', befehl);
  const gefunden = gemeinte(fall, befehl, { tr: 'TR32', vorgang, passt });
  if (!gefunden.ok) return gefunden;
  if (entbindungAm(gefunden.leistung, befehl.ereignisAm) === null) {
    return verstoss('V-46', 'Ohne gültige Schweigepflichtentbindung wird kein Austausch begonnen.');
  }
  const { nummer: leistung } = gefunden.leistung;
  return angenommen(geschehen(befehl, { tr: null }, { art: 'rueckmeldung_angefordert', leistung }));
}

/** TR35: what came in under a revoked consent is reviewed: still necessary, with a reason, or to be deleted. */
function rueckmeldungenPruefen(stand: BestehenderFall, befehl: BefehlVon<'rueckmeldungen_pruefen'>): Entwurf {
  const passt = ({ entbindungen }: Leistung): boolean =>
    entbindungen.some(({ widerruf, pruefung }) => widerruf !== null && pruefung === null);
  const fall = ausgang('TR35', stand, befehl);
  if ('ok' in fall) return fall;
  const vorgang = vorgangswort('TR35', befehl);
  const gefunden = gemeinte(fall, befehl, { tr: 'TR35', vorgang, passt });
  if (!gefunden.ok) return gefunden;
  const { ergebnis } = befehl;
  if (ergebnis === 'weiter_erforderlich' && zeichen(befehl, 'begruendung') === 0) {
    return bedingungFehlt('TR35', 'Weiter aufbewahrt wird nur mit Begründung.');
  }
  const { nummer: leistung } = gefunden.leistung;
  return angenommen(
    geschehen(befehl, { tr: 'TR35' }, { art: 'rueckmeldungen_geprueft', leistung, ergebnis }),
  );
}

/** TR32 to TR34 as a feedback brings them; null where it only reports on the way. */
function uebergangDurch({ beginn }: Leistung, { art, ergebnis }: Rueckmeldeinhalt): Uebergangid | null {
  if (art === 'abschluss') return ergebnis !== null && istAbbruch(ergebnis) ? 'TR34' : 'TR33';
  return beginn === null ? 'TR32' : null;
}

/**
 * A provider reported (E25). Consent was checked in the transaction that stored or refused the content (V-46): what
 * arrives here has happened, even if the service or the case ended meanwhile.
 */
function rueckmeldungUebernehmen(
  fall: BestehenderFall,
  befehl: BefehlVon<'rueckmeldung_uebernehmen'>,
): Entwurf {
  const { leistung: nummer, inhalt, dokument } = befehl;
  const leistung =
    'begleitung' in fall ? fall.begleitung.leistungen.find((l) => l.nummer === nummer) : undefined;
  if (leistung === undefined) return unmoeglich('TR32', fall, befehl);
  if (inhalt === null) {
    return angenommen(geschehen(befehl, { tr: null }, { art: 'rueckmeldung_abgewiesen', leistung: nummer }));
  }
  const daten = { art: 'rueckmeldung_eingegangen', leistung: nummer, inhalt } as const;
  const tr = istInBegleitung(fall) ? uebergangDurch(leistung, inhalt) : null;
  const ereignis = geschehen(befehl, { tr }, daten);
  const dokumente = dokument === null ? [] : [{ feld: 'rueckmeldung', id: dokument }];
  return angenommen({ ...ereignis, dokumente });
}

type Uebernommen = EreignisVon<'einwilligungen_uebernommen'>;

/** The consents on which a service rests, or documents are awaited, and that somebody has revoked since. */
function widerrufene(
  { leistungen, gutachten }: Begleitung,
  einwilligungen: readonly Einwilligungsfakten[],
): Uebernommen['widerrufen'] {
  const erwartet = gutachten.filter((g) => wartenBis(g) === null).map((g) => g.einwilligung);
  const benutzt = new Set([
    ...erwartet,
    ...leistungen.flatMap((l) =>
      l.entbindungen.filter((f) => f.widerruf === null).map((f) => f.einwilligung),
    ),
  ]);
  return einwilligungen.flatMap(({ id, widerrufenAm }) =>
    widerrufenAm !== null && benutzt.has(id) ? [{ einwilligung: id, am: widerrufenAm }] : [],
  );
}

/** The consents that now cover a service which still runs. */
function hinterlegte(
  leistungen: readonly Leistung[],
  einwilligungen: readonly Einwilligungsfakten[],
  am: string,
): Uebernommen['hinterlegt'] {
  const gueltige = einwilligungen.filter((e) => e.zweck === 'leistung_16a' && standAm(e, am) === 'gueltig');
  return leistungen
    .filter(({ ende }) => ende === null)
    .flatMap(({ nummer: leistung, erbringer, entbindungen }) =>
      gueltige
        .filter((e) => e.leistungserbringerId === erbringer)
        .filter(({ id }) => !entbindungen.some(({ einwilligung }) => einwilligung === id))
        .map(({ id: einwilligung, gueltigBis }) => ({ leistung, einwilligung, gueltigBis })),
    );
}

/** TR35, and its opposite: the consents of the person changed. A revocation acts by itself, nobody has to notice it. */
function einwilligungenUebernehmen(
  stand: BestehenderFall,
  befehl: BefehlVon<'einwilligungen_uebernehmen'>,
): Entwurf {
  const fall = ausgang('TR35', stand, befehl);
  if ('ok' in fall) return fall;
  const { leistungen } = fall.begleitung;
  const { einwilligungen, ereignisAm } = befehl;
  const widerrufen = widerrufene(fall.begleitung, einwilligungen);
  const hinterlegt = hinterlegte(leistungen, einwilligungen, ereignisAm);
  const daten = { art: 'einwilligungen_uebernommen', widerrufen, hinterlegt } as const;
  return angenommen(geschehen(befehl, { tr: widerrufen.length > 0 ? 'TR35' : null }, daten));
}

export const LEISTUNGSVERLAUF = {
  leistung_beginnen: { updatename: 'klar', durch: beginnen },
  leistung_beenden: { updatename: 'klar', durch: beenden },
  abbruch_pruefen: { updatename: 'klar', durch: abbruchPruefen },
  rueckmeldung_anfordern: { updatename: 'klar', durch: rueckmeldungAnfordern },
  rueckmeldungen_pruefen: { updatename: 'klar', durch: rueckmeldungenPruefen },
  rueckmeldung_uebernehmen: {
    updatename: 'klar',
    durch: rueckmeldungUebernehmen,
    ereignistag: 'technisch',
    tage: { inhalt: { tag: 'tatsache_ab_2' } },
  },
  einwilligungen_uebernehmen: {
    updatename: 'klar',
    durch: einwilligungenUebernehmen,
    ereignistag: 'technisch',
    tage: { einwilligungen: 'akte' },
  },
} satisfies Partial<Folgezeilen>;

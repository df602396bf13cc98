import { bedingungFehlt, jetztNicht } from '../../ablehnung.ts';
import type { Uebergangid } from '../../kennungen.ts';
import type { Befehl, BefehlVon } from '../befehle.ts';
import { istOffen, type AbgehenderFall, type BestehenderFall, type OffenerFall } from '../fall.ts';
import { abgebendeStelleVon } from '../herkunft.ts';
import { zaehltAlsKontakt } from './zugang.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from './entwurf.ts';

/** A fact of the Begleitung cannot be older than the Fallzugang. */
export function vorFallzugang(
  fall: OffenerFall | AbgehenderFall,
  befehl: Befehl,
  tr: Uebergangid,
): Entwurf | null {
  if (befehl.ereignisAm >= fall.begleitung.fallzugang.am) return null;
  return bedingungFehlt(tr, 'Das Ereignis liegt vor dem Fallzugang.');
}

export function erstgespraechFuehren(
  fall: BestehenderFall,
  befehl: BefehlVon<'erstgespraech_fuehren'>,
): Entwurf {
  const ersetztUebernahme =
    fall.zustand === 'zugeordnet' && fall.weg.zuordnung.uebergabe === 'ohne_warme_uebergabe';
  if (fall.zustand !== 'zugangspruefung' && !istOffen(fall) && !ersetztUebernahme) {
    return jetztNicht('TR20', fall.zustand, 'Das Erstgespräch');
  }
  if (fall.weg.erstgespraech !== null) {
    return bedingungFehlt('TR20', 'Das Erstgespräch ist bereits dokumentiert.');
  }
  if (befehl.ereignisAm < (fall.weg.uebernahmegespraech ?? fall.weg.zuordnung).am) {
    return bedingungFehlt(
      'TR20',
      'Das Erstgespräch kann nicht vor dem Übernahmegespräch stattgefunden haben.',
    );
  }
  const zaehlt = zaehltAlsKontakt(fall, befehl.art, ['bewerber']);
  const gefuehrt = geschehen(befehl, { tr: 'TR20' }, { art: 'erstgespraech_gefuehrt', zaehlt });
  if (!ersetztUebernahme) return angenommen(gefuehrt);
  return angenommen(folge('TR20', befehl.ereignisAm, { art: 'uebernahmegespraech_entfallen' }), gefuehrt);
}

/** Texts without which a planning step says nothing, by command. */
const PFLICHTTEXT = {
  arbeitsbuendnis_schliessen: { feld: null, tr: 'TR21', vorgang: 'Das Arbeitsbündnis' },
  integrationsplan_aufstellen: { feld: 'ziele', tr: 'TR26', vorgang: 'Der Integrationsplan' },
  vereinbarung_abschliessen: { feld: 'inhalt', tr: 'TR27', vorgang: 'Die Vereinbarung' },
} as const;

const PLANUNGSEREIGNIS = {
  arbeitsbuendnis_schliessen: { art: 'arbeitsbuendnis_geschlossen' },
  integrationsplan_aufstellen: { art: 'integrationsplan_aufgestellt' },
  vereinbarung_abschliessen: { art: 'vereinbarung_abgeschlossen' },
} as const;

type Planung = BefehlVon<keyof typeof PFLICHTTEXT>;

/** TR21, TR26, TR27 as dated facts of an open Fall. */
export function planen(fall: BestehenderFall, befehl: Planung): Entwurf {
  const { feld, tr, vorgang } = PFLICHTTEXT[befehl.befehl];
  if (!istOffen(fall)) return jetztNicht(tr, fall.zustand, vorgang);
  if (feld !== null && zeichen(befehl, feld) === 0) return bedingungFehlt(tr, `${vorgang} ist ohne Inhalt.`);
  const schonDa = befehl.befehl === 'vereinbarung_abschliessen' && fall.begleitung.vereinbarungen.length > 0;
  if (schonDa) {
    return bedingungFehlt('TR27', 'Eine Vereinbarung besteht schon; sie wird fortgeschrieben (TR56).');
  }
  return (
    vorFallzugang(fall, befehl, tr) ?? angenommen(geschehen(befehl, { tr }, PLANUNGSEREIGNIS[befehl.befehl]))
  );
}

/** TR56: reviewed or updated jointly; T-15 starts again. */
export function fortschreiben(
  fall: BestehenderFall,
  befehl: BefehlVon<'vereinbarung_fortschreiben'>,
): Entwurf {
  if (!istOffen(fall) && fall.zustand !== 'abgang_eingeleitet') {
    return jetztNicht('TR56', fall.zustand, 'Das Fortschreiben der Vereinbarung');
  }
  const letzte = fall.begleitung.vereinbarungen.at(-1);
  if (letzte === undefined) {
    return bedingungFehlt('TR56', 'Es gibt noch keine Vereinbarung, die fortgeschrieben werden könnte.');
  }
  if (befehl.ereignisAm < letzte.am) {
    return bedingungFehlt('TR56', 'Die Fortschreibung kann nicht vor der letzten Fassung liegen.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR56' }, { art: 'vereinbarung_fortgeschrieben' }));
}

/** TR55: the report to the handing-over pAp after three months (T-06). */
export function feedbackGeben(fall: BestehenderFall, befehl: BefehlVon<'feedback_geben'>): Entwurf {
  if (!istOffen(fall) && fall.zustand !== 'abgang_eingeleitet') {
    return jetztNicht('TR55', fall.zustand, 'Das Feedback');
  }
  if (abgebendeStelleVon(fall) === null) {
    return bedingungFehlt('TR55', 'Dieser Fall hat keine abgebende Stelle, die ein Feedback bekäme.');
  }
  if (zeichen(befehl, 'inhalt') === 0) return bedingungFehlt('TR55', 'Das Feedback ist ohne Inhalt.');
  return (
    vorFallzugang(fall, befehl, 'TR55') ??
    angenommen(geschehen(befehl, { tr: 'TR55' }, { art: 'feedback_gegeben' }))
  );
}

/** TR22: either side refuses; a change of FM (TR51) or an exit (TR37) is decided by the command of its own. */
export function arbeitsbuendnisScheitern(
  fall: BestehenderFall,
  befehl: BefehlVon<'arbeitsbuendnis_scheitern'>,
): Entwurf {
  if (!istOffen(fall)) return jetztNicht('TR22', fall.zustand, 'Das Scheitern des Arbeitsbündnisses');
  if (zeichen(befehl, 'gruende') === 0) {
    return bedingungFehlt('TR22', 'Kommt kein Arbeitsbündnis zustande, sind die Gründe festzuhalten.');
  }
  const { konsequenz } = befehl;
  return (
    vorFallzugang(fall, befehl, 'TR22') ??
    angenommen(geschehen(befehl, { tr: 'TR22' }, { art: 'arbeitsbuendnis_gescheitert', konsequenz }))
  );
}

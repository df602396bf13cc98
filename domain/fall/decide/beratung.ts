import { bedingungFehlt, jetztNicht } from '../../ablehnung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { EreignisVon } from '../ereignisse.ts';
import { istOffen, type BestehenderFall } from '../fall.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { zaehltAlsKontakt } from './zugang.ts';

type Erstgespraechsangaben = Pick<
  EreignisVon<'erstgespraech_gefuehrt'>,
  'dauerMinuten' | 'ausgangslage' | 'aufgeklaert'
>;

/** What E14 asks for beside the day; older commands say none of it. */
function erstgespraechsangaben({
  dauerMinuten = null,
  ausgangslage = null,
  aufgeklaert,
}: BefehlVon<'erstgespraech_fuehren'>): Erstgespraechsangaben {
  return {
    ...(dauerMinuten === null ? {} : { dauerMinuten }),
    ...(ausgangslage === null ? {} : { ausgangslage }),
    ...(aufgeklaert === undefined ? {} : { aufgeklaert }),
  };
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
  const daten = { art: 'erstgespraech_gefuehrt', zaehlt, ...erstgespraechsangaben(befehl) } as const;
  const gefuehrt = geschehen(befehl, { tr: 'TR20' }, daten);
  if (!ersetztUebernahme) return angenommen(gefuehrt);
  return angenommen(folge('TR20', befehl.ereignisAm, { art: 'uebernahmegespraech_entfallen' }), gefuehrt);
}

/** TR21: both sides carry it; one that failed may be tried again. */
export function arbeitsbuendnisSchliessen(
  fall: BestehenderFall,
  befehl: BefehlVon<'arbeitsbuendnis_schliessen'>,
): Entwurf {
  if (!istOffen(fall)) return jetztNicht('TR21', fall.zustand, 'Das Arbeitsbündnis');
  return (
    vorFallzugang(fall, befehl, 'TR21') ??
    angenommen(geschehen(befehl, { tr: 'TR21' }, { art: 'arbeitsbuendnis_geschlossen' }))
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

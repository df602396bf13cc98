import { bedingungFehlt } from '../../ablehnung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { BestehenderFall } from '../fall.ts';
import { ausgang, unmoeglich } from '../uebergaenge/ausgang.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';
import { gespraechsart, nichtGesprochen } from './gespraech.ts';
import { dauer } from '../gespraechsangaben.ts';
import { zaehltAlsKontakt } from './zugang.ts';

type Erstgespraechsangaben = Pick<
  EreignisVon<'erstgespraech_gefuehrt'>,
  'dauerMinuten' | 'vorbereitungMinuten' | 'ausgangslage' | 'aufgeklaert'
>;

/** What E14 asks for beside the day; older commands say none of it. */
function erstgespraechsangaben({
  dauerMinuten,
  vorbereitungMinuten,
  ausgangslage = null,
  aufgeklaert,
}: BefehlVon<'erstgespraech_fuehren'>): Erstgespraechsangaben {
  return {
    ...dauer({ dauerMinuten: dauerMinuten ?? undefined, vorbereitungMinuten }),
    ...(ausgangslage === null ? {} : { ausgangslage }),
    ...(aufgeklaert === undefined ? {} : { aufgeklaert }),
  };
}

function erstgespraechFuehren(stand: BestehenderFall, befehl: BefehlVon<'erstgespraech_fuehren'>): Entwurf {
  const fall = ausgang('TR20', stand, befehl);
  if ('ok' in fall) return fall;
  const ersetztUebernahme = fall.zustand === 'zugeordnet';
  if (ersetztUebernahme && fall.weg.zuordnung.uebergabe !== 'ohne_warme_uebergabe') {
    return unmoeglich('TR20', fall, befehl);
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
  const stumm = nichtGesprochen(fall, befehl.art);
  if (stumm !== null) return stumm;
  const zaehlt = zaehltAlsKontakt(fall, befehl.art, ['bewerber']);
  const daten = { art: 'erstgespraech_gefuehrt', zaehlt, ...erstgespraechsangaben(befehl) } as const;
  const warnungen = gespraechsart(fall, 'erst', befehl.art);
  const gefuehrt = geschehen(befehl, { tr: 'TR20', warnungen }, daten);
  if (!ersetztUebernahme) return angenommen(gefuehrt);
  return angenommen(folge('TR20', befehl.ereignisAm, { art: 'uebernahmegespraech_entfallen' }), gefuehrt);
}

/** TR21: both sides carry it; one that failed may be tried again. */
function arbeitsbuendnisSchliessen(
  stand: BestehenderFall,
  befehl: BefehlVon<'arbeitsbuendnis_schliessen'>,
): Entwurf {
  const fall = ausgang('TR21', stand, befehl);
  if ('ok' in fall) return fall;
  return (
    vorFallzugang(fall, befehl, 'TR21') ??
    angenommen(geschehen(befehl, { tr: 'TR21' }, { art: 'arbeitsbuendnis_geschlossen' }))
  );
}

/** TR22: either side refuses; a change of FM (TR51) or an exit (TR37) is decided by the command of its own. */
function arbeitsbuendnisScheitern(
  stand: BestehenderFall,
  befehl: BefehlVon<'arbeitsbuendnis_scheitern'>,
): Entwurf {
  const fall = ausgang('TR22', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'gruende') === 0) {
    return bedingungFehlt('TR22', 'Kommt kein Arbeitsbündnis zustande, sind die Gründe festzuhalten.');
  }
  const { konsequenz } = befehl;
  return (
    vorFallzugang(fall, befehl, 'TR22') ??
    angenommen(geschehen(befehl, { tr: 'TR22' }, { art: 'arbeitsbuendnis_gescheitert', konsequenz }))
  );
}

export const BERATUNG = {
  erstgespraech_fuehren: { durch: erstgespraechFuehren },
  arbeitsbuendnis_schliessen: { durch: arbeitsbuendnisSchliessen },
  arbeitsbuendnis_scheitern: { durch: arbeitsbuendnisScheitern },
} satisfies Partial<Folgezeilen>;

import { bedingungFehlt } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { Befehl, BefehlVon } from '../befehle.ts';
import type { EreignisVon } from '../ereignisse.ts';
import type { BestehenderFall, OffenerFall } from '../fall.ts';
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

/** TR63: told in a talk, so in words of its own; whoever records it has said it. */
function rechtsfolgenBenennen(stand: BestehenderFall, befehl: BefehlVon<'rechtsfolgen_benennen'>): Entwurf {
  const fall = ausgang('TR63', stand, befehl);
  if ('ok' in fall) return fall;
  if (zeichen(befehl, 'worte') === 0) {
    return bedingungFehlt('TR63', 'Es fehlt, mit welchen Worten die Rechtsfolgen genannt wurden.');
  }
  return befehl.ereignisAm < fall.weg.zuordnung.am
    ? bedingungFehlt(
        'TR63',
        'Vor der Zuordnung kann das Fallmanagement mit der Person nicht gesprochen haben.',
      )
    : angenommen(geschehen(befehl, { tr: 'TR63' }, { art: 'rechtsfolgen_benannt' }));
}

/** V-84: nobody binds themselves before they heard what may follow (003 ch3). */
function ohneRechtsfolgen({ weg, ...fall }: OffenerFall, { ereignisAm }: Befehl): Regelid[] {
  const benannt = weg.rechtsfolgenBenannt !== undefined && weg.rechtsfolgenBenannt.am <= ereignisAm;
  return benannt || !gilt('V-84', fall) ? [] : ['V-84'];
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
    angenommen(
      geschehen(
        befehl,
        { tr: 'TR21', warnungen: ohneRechtsfolgen(fall, befehl) },
        { art: 'arbeitsbuendnis_geschlossen' },
      ),
    )
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
  erstgespraech_fuehren: { updatename: 'klar', durch: erstgespraechFuehren },
  rechtsfolgen_benennen: { updatename: 'klar', durch: rechtsfolgenBenennen },
  arbeitsbuendnis_schliessen: { updatename: 'klar', durch: arbeitsbuendnisSchliessen },
  arbeitsbuendnis_scheitern: { updatename: 'klar', durch: arbeitsbuendnisScheitern },
} satisfies Partial<Folgezeilen>;

import { bedingungFehlt, jetztNicht, verstoss } from '../../ablehnung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Teilziel } from '../beratung.ts';
import { istOffen, type BestehenderFall, type OffenerFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { istOffenerBedarf } from './handlungsbedarfe.ts';
import { ohneAssessment } from './planung.ts';
import type { Folgezeilen } from './zeilen.ts';

/** V-36: who does what until when; how it is shown is said where it matters. */
function teilzielSetzen(stand: BestehenderFall, befehl: BefehlVon<'teilziel_setzen'>): Entwurf {
  const fall = ausgang('TR26', stand, befehl);
  if ('ok' in fall) return fall;
  const { wer, bisWann, handlungsbedarf, istHauptziel } = befehl;
  if (wer === null) return verstoss('V-36', 'Das Teilziel sagt nicht, wer es angeht.');
  if (zeichen(befehl, 'was') === 0) return verstoss('V-36', 'Das Teilziel sagt nicht, was zu tun ist.');
  if (bisWann === null || bisWann < befehl.ereignisAm) {
    return verstoss('V-36', 'Das Teilziel sagt nicht, bis wann es erreicht sein soll.');
  }
  if (!istOffenerBedarf(befehl.bedarfe, handlungsbedarf)) {
    return bedingungFehlt('TR26', 'Ein Teilziel gehört zu einem offenen Handlungsbedarf der Person.');
  }
  const hindernis = ohneAssessment(fall) ?? vorFallzugang(fall, befehl, 'TR26');
  if (hindernis !== null) return hindernis;
  const nummer = fall.begleitung.planung.teilzieleGesamt + 1;
  const daten = { art: 'teilziel_gesetzt', nummer, wer, handlungsbedarf, bisWann, istHauptziel } as const;
  return angenommen(geschehen(befehl, { tr: 'TR26' }, daten));
}

type AmTeilziel =
  | BefehlVon<'teilziel_anpassen' | 'teilziel_stand_festhalten' | 'zielaenderung_vorschlagen'>
  | (BefehlVon<'zielaenderung_entscheiden'> & { readonly teilziel: number });

/** The Teilziel a command names while it is still open, or why there is none. */
function offenes(
  stand: BestehenderFall,
  befehl: AmTeilziel,
): Entwurf | { fall: OffenerFall; ziel: Teilziel } {
  const fall = ausgang('TR26', stand, befehl);
  if ('ok' in fall) return fall;
  const ziel = fall.begleitung.planung.teilziele.find(({ nummer }) => nummer === befehl.teilziel);
  if (ziel?.ende !== null) return bedingungFehlt('TR26', 'Ein offenes Teilziel dieser Nummer gibt es nicht.');
  if (befehl.ereignisAm < ziel.am) return bedingungFehlt('TR26', 'Das liegt vor dem Tag des Teilziels.');
  return { fall, ziel };
}

type Zielaenderung = BefehlVon<'teilziel_anpassen' | 'zielaenderung_vorschlagen'>;

/** What a changed goal needs, whoever wants it: an open goal, a day to come, a reason. */
function aenderbar(fall: BestehenderFall, befehl: Zielaenderung): Entwurf | { fall: OffenerFall } {
  const gefunden = offenes(fall, befehl);
  if ('ok' in gefunden) return gefunden;
  if (befehl.bisWann < befehl.ereignisAm)
    return verstoss('V-36', 'Das neue Datum liegt in der Vergangenheit.');
  if (zeichen(befehl, 'grund') === 0) {
    return bedingungFehlt('TR26', 'Ein geändertes Teilziel braucht einen Grund.');
  }
  return gefunden;
}

/** V-52: the responsible FM changes a goal; an external one asks for it. */
function teilzielAnpassen(fall: BestehenderFall, befehl: BefehlVon<'teilziel_anpassen'>): Entwurf {
  if (befehl.akteur.rolle === 'fm_extern') {
    return verstoss('V-52', 'Ziele ändert nur, wer den Fall führt; schlagen Sie die Änderung vor.');
  }
  const geprueft = aenderbar(fall, befehl);
  if ('ok' in geprueft) return geprueft;
  const { teilziel: nummer, bisWann } = befehl;
  return angenommen(geschehen(befehl, { tr: 'TR26' }, { art: 'teilziel_angepasst', nummer, bisWann }));
}

/** T-17: the duty ends with a status and a Zwischenstand; a goal that is on its way keeps its day. */
function teilzielStandFesthalten(
  fall: BestehenderFall,
  befehl: BefehlVon<'teilziel_stand_festhalten'>,
): Entwurf {
  const gefunden = offenes(fall, befehl);
  if ('ok' in gefunden) return gefunden;
  if (zeichen(befehl, 'zwischenstand') === 0) {
    return bedingungFehlt('T-17', 'Zum Stand des Teilziels gehört ein Zwischenstand in Worten.');
  }
  const { teilziel: nummer, status } = befehl;
  return angenommen(
    geschehen(befehl, { tr: 'TR26' }, { art: 'teilziel_stand_festgehalten', nummer, status }),
  );
}

/** V-52: the external FM proposes, one change at a time; who leads the case has nobody to ask. */
function zielaenderungVorschlagen(
  fall: BestehenderFall,
  befehl: BefehlVon<'zielaenderung_vorschlagen'>,
): Entwurf {
  const geprueft = aenderbar(fall, befehl);
  if ('ok' in geprueft) return geprueft;
  if (befehl.akteur.rolle !== 'fm_extern') {
    return verstoss('V-52', 'Sie führen den Fall und ändern das Ziel selbst.');
  }
  if (geprueft.fall.begleitung.planung.vorschlag !== null) {
    return verstoss('V-52', 'Über eine vorgeschlagene Änderung ist noch nicht entschieden.');
  }
  const { teilziel: nummer, bisWann } = befehl;
  return angenommen(
    geschehen(befehl, { tr: 'TR26' }, { art: 'zielaenderung_vorgeschlagen', nummer, bisWann }),
  );
}

/** V-52: the responsible FM agrees, and the goal moves, or says why not. */
function zielaenderungEntscheiden(
  fall: BestehenderFall,
  befehl: BefehlVon<'zielaenderung_entscheiden'>,
): Entwurf {
  if (!istOffen(fall)) return jetztNicht('V-52', fall.zustand, 'Die Entscheidung über ein Ziel');
  const { vorschlag } = fall.begleitung.planung;
  if (vorschlag === null) return verstoss('V-52', 'Es ist keine Änderung eines Ziels vorgeschlagen.');
  if (zeichen(befehl, 'begruendung') === 0) {
    return verstoss('V-52', 'Die Entscheidung über ein Ziel braucht eine Begründung.');
  }
  const { teilziel: nummer, bisWann } = vorschlag;
  if (!befehl.gewaehrt) {
    return angenommen(geschehen(befehl, { tr: 'TR26' }, { art: 'zielaenderung_abgelehnt', nummer }));
  }
  const geprueft = offenes(fall, { ...befehl, teilziel: nummer });
  if ('ok' in geprueft) return geprueft;
  return angenommen(geschehen(befehl, { tr: 'TR26' }, { art: 'teilziel_angepasst', nummer, bisWann }));
}

export const TEILZIELE = {
  teilziel_setzen: { updatename: 'klar', durch: teilzielSetzen, tage: { bisWann: 'plan' } },
  teilziel_anpassen: { updatename: 'klar', durch: teilzielAnpassen, tage: { bisWann: 'plan' } },
  teilziel_stand_festhalten: { updatename: 'klar', durch: teilzielStandFesthalten },
  zielaenderung_vorschlagen: {
    updatename: 'klar',
    durch: zielaenderungVorschlagen,
    tage: { bisWann: 'plan' },
  },
  zielaenderung_entscheiden: { updatename: 'klar', durch: zielaenderungEntscheiden },
} satisfies Partial<Folgezeilen>;

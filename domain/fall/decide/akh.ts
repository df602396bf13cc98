import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BestehenderFall } from '../fall.ts';
import { ausgang, unmoeglich } from '../uebergaenge/ausgang.ts';
import { beendet, dokumentationErlaubt, dokumentierterAbgang } from './fallabgang.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { keineAkh } from './personenstand.ts';
import type { Folgezeilen } from './zeilen.ts';

type Festlegung = BefehlVon<'akh_festlegen'>;

/** Shorter than this nobody has reasoned in detail (V-61). */
const AUSFUEHRLICH_MINDESTLAENGE = 50;

/** V-61: cause, detailed reasoning, a period with an end; where no other Rechtskreis is claimed, SGB XII was checked. */
function festlegungErlaubt(befehl: Festlegung): Entwurf | null {
  const { gruende, von, bis } = befehl;
  if (gruende.length === 0) return verstoss('V-61', 'Die AKH nennt wenigstens einen Grund.');
  if (zeichen(befehl, 'ausfuehrlicheBegruendung') < AUSFUEHRLICH_MINDESTLAENGE) {
    return verstoss(
      'V-61',
      `Die AKH braucht eine ausführliche Begründung von mindestens ${AUSFUEHRLICH_MINDESTLAENGE} Zeichen.`,
    );
  }
  if (gruende.includes('keine_veraenderungsmoeglichkeit') && !befehl.sgb12Geprueft) {
    return verstoss('V-61', 'Zuerst ist zu prüfen, ob ein Übergang in das SGB XII in Frage kommt.');
  }
  if (bis === null) return verstoss('V-61', 'Die passive Betreuung braucht ein Ende: bis wann?');
  return von < befehl.ereignisAm || bis <= von
    ? verstoss('V-61', 'Die passive Betreuung beginnt nicht vor dem Fallabgang und endet nach ihrem Beginn.')
    : null;
}

/** TR45: Fallabgang with X8 and the binding period of passive Betreuung (E37, T-23). */
function akhFestlegen(stand: BestehenderFall, befehl: Festlegung): Entwurf {
  const fall = ausgang('TR45', stand, befehl);
  if ('ok' in fall) return fall;
  if (fall.abgang.grund !== 'X8') {
    return bedingungFehlt('TR45', 'Der Abgang wurde nicht mit dem Grund AKH (X8) eingeleitet.');
  }
  const hindernis = keineAkh(fall) ?? dokumentationErlaubt(fall, befehl, 'TR45') ?? festlegungErlaubt(befehl);
  if (hindernis !== null) return hindernis;
  const { gruende, von, ereignisAm } = befehl;
  const bis = befehl.bis ?? von;
  const weg = { tr: 'TR45', nachhaltung: true, begonnenMit: 'X8' } as const;
  const ende = beendet(dokumentierterAbgang(fall, befehl, weg), true);
  if (!ende.ok) return ende;
  return angenommen(
    ...ende.ereignisse,
    folge(null, ereignisAm, { art: 'akh_festgelegt', gruende, von, bis }),
  );
}

/** V-62: the period is binding; FM or Teamleitung may decide anew about it while it runs. */
function akhFristAendern(stand: BestehenderFall, befehl: BefehlVon<'akh_frist_aendern'>): Entwurf {
  const fall = ausgang('TR45', stand, befehl);
  if ('ok' in fall) return fall;
  const { akh, neben } = fall;
  if (akh === null || !neben.includes('akh_passiv')) return unmoeglich('TR45', fall, befehl);
  if (befehl.akteur.rolle === 'pap') {
    return verstoss(
      'V-62',
      'Die Dauer der passiven Betreuung ist verbindlich; ändern können sie nur Fallmanagement oder Teamleitung.',
    );
  }
  if (zeichen(befehl, 'begruendung') < AUSFUEHRLICH_MINDESTLAENGE) {
    return verstoss(
      'V-61',
      `Eine neue Entscheidung braucht eine ausführliche Begründung von mindestens ${AUSFUEHRLICH_MINDESTLAENGE} Zeichen.`,
    );
  }
  const { bis } = befehl;
  if (bis <= akh.von || bis < befehl.ereignisAm) {
    return verstoss('V-61', 'Das neue Ende liegt nach dem Beginn und nicht in der Vergangenheit.');
  }
  return angenommen(geschehen(befehl, { tr: 'TR45' }, { art: 'akh_frist_geaendert', bis }));
}

/** TR47, T-23: the pAp takes the person up again; the file says whether they are potential (E31). */
function wiedervorlageBearbeiten(
  stand: BestehenderFall,
  befehl: BefehlVon<'wiedervorlage_bearbeiten'>,
): Entwurf {
  const fall = ausgang('TR47', stand, befehl);
  if ('ok' in fall) return fall;
  const { akh } = fall;
  if (akh?.wiedervorlage !== null) return unmoeglich('TR47', fall, befehl);
  const entfallen = keineAkh(fall);
  if (entfallen !== null) return entfallen;
  if (befehl.ereignisAm < akh.bis) {
    return bedingungFehlt('TR47', `Die Wiedervorlage ist frühestens am ${akh.bis} zu bearbeiten.`);
  }
  if (zeichen(befehl, 'ergebnis') === 0) {
    return bedingungFehlt('TR47', 'Die Wiedervorlage hält fest, wie es weitergeht.');
  }
  const { erwerbsfaehig, rechtskreisSgb2, komplex } = befehl.person;
  const bleibtPotenzial = erwerbsfaehig && rechtskreisSgb2 && komplex;
  return angenommen(geschehen(befehl, { tr: 'TR47' }, { art: 'wiedervorlage_bearbeitet', bleibtPotenzial }));
}

export const AKH = {
  akh_festlegen: {
    updatename: 'neutral',
    durch: akhFestlegen,
    tage: { von: 'plan', bis: 'plan', person: 'akte' },
  },
  akh_frist_aendern: { updatename: 'neutral', durch: akhFristAendern, tage: { bis: 'plan' } },
  wiedervorlage_bearbeiten: { updatename: 'klar', durch: wiedervorlageBearbeiten, tage: { person: 'akte' } },
} satisfies Partial<Folgezeilen>;

import { faelligAm, type Fristauftrag } from '../../frist/berechnung.ts';
import type { Tag } from '../../frist/tag.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { Vereinbarungszeit } from '../beratung.ts';
import type { Begleitung, Tatsache } from '../fall.ts';
import { dauerVon, einmalig, regelVon, rollierend, type Pflicht, type Sicht } from './pflicht.ts';

/** T-15: six months after the conclusion or the last joint look at it. */
function fortschreibungen(sicht: Sicht, begleitung: Begleitung): Pflicht[] {
  const { vereinbarungen: glieder, vereinbarungenVorher: vorher } = begleitung;
  return rollierend(sicht, { id: 'T-15', anlass: 'Vereinbarung', glieder, vorher });
}

/** When the version is to be looked at again (T-15), counted from its last joint look. */
function fortschreibungAm(
  sicht: Sicht,
  { vereinbarungen }: Begleitung,
  { am, bis }: { readonly am: Tag; readonly bis: Tag | null },
): Tag | null {
  const dauer = dauerVon(sicht, 'T-15');
  const letzte = vereinbarungen.findLast((v) => v.am >= am && (bis === null || v.am < bis));
  if (dauer === null || letzte === undefined) return null;
  return faelligAm({ regel: regelVon(sicht, 'T-15'), ereignis: letzte.am, dauer }, sicht.kalender);
}

type Ablauf = Vereinbarungszeit & { readonly fassung: number; readonly naechste: Tatsache | null };

/** T-53 of one version: kept by the next one, or by the record that there is none (TR28). */
function ablaufDer(sicht: Sicht, begleitung: Begleitung, fassung: Ablauf): Pflicht[] {
  const { am: beginn, gueltigBis: ereignis, fassung: vorkommen, naechste } = fassung;
  const regel = regelVon(sicht, 'T-53');
  const auftrag: Fristauftrag = { regel, ereignis, dauer: null, anlass: 'Ende der Vereinbarung' };
  // Nobody is asked twice for the same look at the agreement.
  const fortschreibung = fortschreibungAm(sicht, begleitung, { am: beginn, bis: naechste?.am ?? null });
  if (fortschreibung !== null && fortschreibung <= faelligAm(auftrag, sicht.kalender)) return [];
  const { ohneVereinbarung = null } = begleitung.planung;
  const ende = ohneVereinbarung !== null && ohneVereinbarung.am >= beginn ? ohneVereinbarung : null;
  const erfuellung = naechste ?? ende;
  return [{ id: 'T-53', vorkommen, beginn, auftrag, erfuellung, versaeumtAb: null, wechselAm: null }];
}

/** The version in force and the one before it; what became of older ones is settled. */
function ablaeufe(sicht: Sicht, begleitung: Begleitung): Pflicht[] {
  const { vorige, vereinbarung } = begleitung.planung;
  if (!gilt('T-53', sicht.fall) || !sicht.policy['POL-FRIST']['T-53'].aktiv || vereinbarung === null)
    return [];
  const { fassung } = vereinbarung;
  const frueher = vorige === undefined ? [] : [{ ...vorige, fassung: fassung - 1, naechste: vereinbarung }];
  const fassungen: Ablauf[] = [...frueher, { ...vereinbarung, naechste: null }];
  return fassungen.flatMap((eine) => ablaufDer(sicht, begleitung, eine));
}

/** T-54: the first agreement, where the office wants a Frist for it. Its answer is remembered as long as it is the first. */
function ersteVereinbarung(sicht: Sicht, begleitung: Begleitung): Pflicht[] {
  const { vereinbarungen, vereinbarungenVorher, fallzugang: anker, planung } = begleitung;
  if (!gilt('T-54', sicht.fall) || vereinbarungenVorher > 0) return [];
  const erfuellung = vereinbarungen[0] ?? planung.ohneVereinbarung ?? null;
  return einmalig(sicht, { id: 'T-54', anker, anlass: 'Fallzugang' }, erfuellung);
}

/** T-15, T-53 and T-54: what the agreement asks for. */
export function vereinbarungspflichten(sicht: Sicht, begleitung: Begleitung): Pflicht[] {
  return [
    ...fortschreibungen(sicht, begleitung),
    ...ablaeufe(sicht, begleitung),
    ...ersteVereinbarung(sicht, begleitung),
  ];
}

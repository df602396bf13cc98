import { jetztNicht, verstoss } from '../../ablehnung.ts';
import type { Nachweisart } from '../../organisation/nachweis.ts';
import type { BefehlVon } from '../befehle.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import { beauftragungIn, istOffen, type Beauftragung, type BestehenderFall } from '../fall.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

const NACHWEISE: Readonly<Record<Nachweisart, string>> = {
  eignung: 'seiner Leistungsfähigkeit',
  abgaben: 'darüber, dass es keine Steuern und Abgaben schuldet',
};

const nein = (satz: string): Entwurf => verstoss('V-52', satz);

/** 003 ch8: whoever takes a case over has proven what the sources ask of a third party; null = it has. */
function ohneNachweis(fall: BestehenderFall, befehl: BefehlVon<'externes_fm_beauftragen'>): Entwurf | null {
  const { fehlendeNachweise: fehlend = [] } = befehl;
  if (fehlend.length === 0 || !gilt('V-52', fall)) return null;
  const welche = fehlend.map((art) => NACHWEISE[art]).join(' und ');
  return nein(`Für das externe FM liegt an diesem Tag kein gültiger Nachweis ${welche} vor.`);
}

/** V-52: an open case is entrusted to one external Fallmanagement at a time, with a Fallbesprechung at entry (003 ch8). */
function externBeauftragen(fall: BestehenderFall, befehl: BefehlVon<'externes_fm_beauftragen'>): Entwurf {
  if (!istOffen(fall)) return jetztNicht('V-52', fall.zustand, 'Die Beauftragung eines externen FM');
  const { fm, rasterMonate, fallbesprechungAm } = befehl;
  if (beauftragungIn(fall) !== null) return nein('Dieser Fall ist schon einem externen FM anvertraut.');
  if (!befehl.fmIstExtern) return nein('Beauftragt werden kann nur ein aktives externes Fallmanagement.');
  const unbelegt = ohneNachweis(fall, befehl);
  if (unbelegt !== null) return unbelegt;
  if (fallbesprechungAm === null) return nein('Eine Beauftragung beginnt mit einer Fallbesprechung.');
  if (zeichen(befehl, 'auftrag') === 0) return nein('Es fehlt, womit das externe FM beauftragt wird.');
  const bisher = fall.begleitung.extern?.abschluss ?? fall.begleitung.fallzugang;
  if (befehl.ereignisAm < bisher.am)
    return nein('Die Beauftragung liegt vor dem Fallzugang oder vor dem Ende der letzten.');
  const daten = { art: 'externes_fm_beauftragt', fm, rasterMonate, fallbesprechungAm } as const;
  return angenommen(geschehen(befehl, { tr: null }, daten));
}

/** What both reports need: a commission that runs, a day within it, and something written. */
function pruefeBericht(
  fall: BestehenderFall,
  befehl: BefehlVon<'zwischenbericht_erfassen' | 'abschlussbericht_erfassen'>,
): Entwurf | Beauftragung {
  const auftrag = beauftragungIn(fall);
  if (auftrag === null) return jetztNicht('V-52', fall.zustand, 'Ein Bericht ohne laufende Beauftragung');
  if (befehl.ereignisAm < auftrag.am) return nein('Der Bericht liegt vor der Beauftragung.');
  return zeichen(befehl, 'bericht') === 0 ? nein('Der Bericht ist ohne Inhalt.') : auftrag;
}

function zwischenberichtErfassen(
  fall: BestehenderFall,
  befehl: BefehlVon<'zwischenbericht_erfassen'>,
): Entwurf {
  const geprueft = pruefeBericht(fall, befehl);
  if ('ok' in geprueft) return geprueft;
  return angenommen(geschehen(befehl, { tr: null }, { art: 'zwischenbericht_erfasst' }));
}

/** The final report with its Fallbesprechung ends the commission, and with it every access of the external FM. */
function abschlussberichtErfassen(
  fall: BestehenderFall,
  befehl: BefehlVon<'abschlussbericht_erfassen'>,
): Entwurf {
  const geprueft = pruefeBericht(fall, befehl);
  if ('ok' in geprueft) return geprueft;
  const { fallbesprechungAm } = befehl;
  if (fallbesprechungAm === null) return nein('Eine Beauftragung endet mit einer Fallbesprechung.');
  const letzter = geprueft.berichte.at(-1);
  if (letzter !== undefined && befehl.ereignisAm < letzter.am)
    return nein('Der Abschlussbericht liegt vor dem letzten Zwischenbericht.');
  const daten = { art: 'abschlussbericht_erfasst', fallbesprechungAm } as const;
  return angenommen(geschehen(befehl, { tr: null }, daten));
}

export const EXTERN = {
  externes_fm_beauftragen: {
    updatename: 'klar',
    durch: externBeauftragen,
    tage: { fallbesprechungAm: 'tatsache' },
  },
  zwischenbericht_erfassen: { updatename: 'klar', durch: zwischenberichtErfassen },
  abschlussbericht_erfassen: {
    updatename: 'klar',
    durch: abschlussberichtErfassen,
    tage: { fallbesprechungAm: 'tatsache' },
  },
} satisfies Partial<Folgezeilen>;

import { liesNamen, menschAus } from '../../db/mitarbeitende.ts';
import { liesUebergabeprotokolle } from '../../db/uebergabeprotokoll.ts';
import {
  istVersaeumt,
  type Bestaetigtes,
  type Uebergabeprotokoll,
  type Vermerk,
} from '../../domain/fall/uebergabeprotokoll.ts';
import { kalendereintragVon, terminstand } from '../../domain/fall/uebergabetermin.ts';
import { kalenderdatei } from '../../domain/termin/kalenderdatei.ts';
import { nichtGefunden } from '../kern/absage.ts';
import { schaueAn } from '../kern/einsicht.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';
import type { Uebergabeansicht, Uebergaben, Uebergabetermindatei, Uebergabevermerk } from './formen.ts';

type Namen = ReadonlyMap<string, string>;

const vermerkt = ({ am, wer, fuer }: Vermerk, namen: Namen): Uebergabevermerk => ({
  am,
  wer: menschAus(namen, wer),
  fuer: menschAus(namen, fuer),
});

const wennVermerkt = (vermerk: Vermerk | null | undefined, namen: Namen): Uebergabevermerk | null =>
  vermerk === null || vermerk === undefined ? null : vermerkt(vermerk, namen);

const beglaubigt = (
  { von, durch }: Bestaetigtes,
  namen: Namen,
): { von: Uebergabevermerk; fm: Uebergabevermerk | null; gegenueber: Uebergabevermerk | null } => ({
  von: vermerkt(von, namen),
  fm: wennVermerkt(durch.fm, namen),
  gegenueber: wennVermerkt(durch.gegenueber, namen),
});

function terminansicht(uebergabe: Uebergabeprotokoll, namen: Namen): Uebergabeansicht['termin'] {
  const { termin } = uebergabe;
  if (termin === null) return null;
  const { uhrzeit = null, dauerMinuten = null, ort = null } = termin;
  const stand = istVersaeumt(uebergabe, termin) ? 'versaeumt' : terminstand(uebergabe, termin);
  return { tag: termin.termin, uhrzeit, dauerMinuten, ort, stand, ...beglaubigt(termin, namen) };
}

function ansicht(uebergabe: Uebergabeprotokoll, namen: Namen): Uebergabeansicht {
  const { gespraech, nummer, abgesagt, versaeumt, gefuehrt } = uebergabe;
  return {
    gespraech,
    nummer,
    termin: terminansicht(uebergabe, namen),
    abgesagt: wennVermerkt(abgesagt, namen),
    versaeumt: [...versaeumt],
    gefuehrt: gefuehrt === null ? null : { am: gefuehrt.am, ...beglaubigt(gefuehrt, namen) },
  };
}

/** Staff an handover names, each once. */
function beteiligte({ termin, abgesagt, gefuehrt }: Uebergabeprotokoll): string[] {
  const vermerke = [
    abgesagt,
    ...[termin, gefuehrt].flatMap((eines) =>
      eines === null ? [] : [eines.von, eines.durch.fm, eines.durch.gegenueber],
    ),
  ];
  return vermerke.flatMap((v) => [v?.wer, v?.fuer]).filter((id) => typeof id === 'string');
}

/** Handovers and returns of a case: proposed, confirmed by both sides, held. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT. */
export function listeUebergaben(umgebung: Umgebung, konto: Konto, fallId: string): Promise<Uebergaben> {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, zugriff }) => {
    const alle = await liesUebergabeprotokolle(tx, fallId);
    const namen = await liesNamen(tx, [...new Set(alle.flatMap(beteiligte))]);
    const { fallnummer } = zugriff.zeile.fall;
    return { fallId, fallnummer, uebergaben: alle.map((eine) => ansicht(eine, namen)) };
  });
}

/** The appointment of one of them for a calendar; a later file of the same one changes the entry. @throws Absage as above. */
export function liesUebergabetermin(
  umgebung: Umgebung,
  konto: Konto,
  { fallId, nummer }: { readonly fallId: string; readonly nummer: number },
): Promise<Uebergabetermindatei> {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, zugriff }) => {
    const gemeint = (await liesUebergabeprotokolle(tx, fallId)).find((eine) => eine.nummer === nummer);
    const { fallnummer } = zugriff.zeile.fall;
    const eintrag =
      gemeint === undefined ? null : kalendereintragVon(gemeint, { fallId, fallnummer, adresse: null });
    if (eintrag === null) throw nichtGefunden('Dieser Termin');
    return { fallId, nummer, datei: kalenderdatei([eintrag], 'PUBLISH') };
  });
}

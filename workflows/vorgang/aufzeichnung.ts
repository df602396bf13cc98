import type { Aufzeichnungsauftrag } from '../../activities/aufzeichnung/auftrag.ts';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import { besteht, type BefehlAn, type Typen } from '../../domain/vorgang/aggregat.ts';
import type { Antwort } from '../../domain/vorgang/antwort.ts';
import { fuehreAus, zeitgerecht, zeitschritt, type Fortschritt } from '../../domain/vorgang/schritt.ts';
import { zeichneAuf } from '../activities.ts';
import { standAus } from './altform.ts';
import { ANGEHALTEN } from './befehlsannahme.ts';
import { merkeAntwort, type Lauf, type Wartender } from './lauf.ts';

/** A recording costs two workflow tasks; this keeps a run below 30. */
const AUFZEICHNUNGEN_JE_LAUF = 13;

type Befehlsausgang =
  | { readonly ok: true; readonly antwort: Antwort | null }
  | { readonly ok: false; readonly ablehnung: Ablehnung };

const VERALTET: Ablehnung = {
  id: 'V-75',
  art: 'veraltet',
  satz: 'Die Akte hat sich seit dem Lesen geändert; bitte neu laden und noch einmal entscheiden.',
};
const ZWEITER_FALL: Ablehnung = {
  id: 'V-17',
  art: 'regel',
  satz: 'Für diese Person gibt es bereits einen offenen Fall.',
};

function uebernimm<T extends Typen>(lauf: Lauf<T>, { ereignisse, stand }: Fortschritt<T>): void {
  lauf.lage = stand;
  const { laufwechselNach } = lauf.rahmen;
  const phasenwechsel = ereignisse.some(
    ({ art }) => art === 'regelwerk_uebernommen' || laufwechselNach.some((eine) => eine === art),
  );
  if (phasenwechsel || lauf.aufzeichnungen >= AUFZEICHNUNGEN_JE_LAUF) lauf.laufwechsel = true;
}

/**
 * Records, then evolves: the transaction may still refuse, and then there is nothing to roll back (architecture.md 3).
 * `voraus` means this run began with an older state than the record has: read it and decide again.
 */
async function zeichne<T extends Typen>(
  lauf: Lauf<T>,
  fortschritt: Fortschritt<T>,
  auftrag: Pick<Aufzeichnungsauftrag, 'befehlId' | 'zeilenversionen' | 'antwort'>,
): Promise<Befehlsausgang | 'voraus'> {
  const { aggregat } = lauf.rahmen;
  const ersteImLauf = lauf.aufzeichnungen === 0;
  lauf.aufzeichnungen += 1;
  const ergebnis = await zeichneAuf({
    ...auftrag,
    art: aggregat.art,
    id: aggregat.idVon(lauf.lage),
    ereignisse: fortschritt.ereignisse,
    ersteImLauf,
  });
  switch (ergebnis.art) {
    case 'gespeichert':
      if (ergebnis.abSequenz === lauf.lage.sequenz + 1) uebernimm(lauf, fortschritt);
      return { ok: true, antwort: ergebnis.antwort };
    case 'voraus':
      lauf.lage = aggregat.aufHeutigenStand(standAus(ergebnis) as T['stand']);
      return 'voraus';
    case 'abgelehnt':
      return { ok: false, ablehnung: ergebnis.ablehnung };
    case 'veraltet':
      return { ok: false, ablehnung: VERALTET };
    case 'zweiter_fall':
      return { ok: false, ablehnung: ZWEITER_FALL };
    case 'konflikt':
      lauf.angehalten = true;
      return { ok: false, ablehnung: ANGEHALTEN };
  }
}

/** Records everything time has brought until `at`; before each command, and when the timer fires. */
export async function holeZeitNach<T extends Typen>(lauf: Lauf<T>, at: string): Promise<void> {
  for (;;) {
    if (lauf.angehalten) return;
    const fortschritt = zeitschritt(lauf.rahmen.aggregat, lauf.lage, at);
    if (fortschritt === null) return;
    const befehlId = fortschritt.ereignisse[0]?.id ?? '';
    const befehlsausgang = await zeichne(lauf, fortschritt, { befehlId, zeilenversionen: {}, antwort: null });
    if (befehlsausgang !== 'voraus' && !befehlsausgang.ok) return;
  }
}

async function entscheide<T extends Typen>(lauf: Lauf<T>, befehl: BefehlAn<T>): Promise<Befehlsausgang> {
  const { aggregat } = lauf.rahmen;
  for (;;) {
    await holeZeitNach(lauf, befehl.at);
    if (lauf.angehalten) return { ok: false, ablehnung: ANGEHALTEN };
    const ergebnis = fuehreAus(aggregat, lauf.lage, befehl);
    if (!ergebnis.ok) return ergebnis;
    const { ereignisse, lage: stand } = ergebnis;
    // Facts from elsewhere may be known already.
    if (ereignisse.length === 0 || !besteht<T>(stand)) return { ok: true, antwort: null };
    const antwort = aggregat.antwortAuf(befehl, ereignisse, stand);
    const { befehlId, zeilenversionen } = befehl;
    const befehlsausgang = await zeichne(lauf, { ereignisse, stand }, { befehlId, zeilenversionen, antwort });
    if (befehlsausgang !== 'voraus') return befehlsausgang;
  }
}

/** One command at a time: decide again (the validator saw an older state), record, evolve, answer. */
export async function bearbeite<T extends Typen>(lauf: Lauf<T>, wartender: Wartender<T>): Promise<void> {
  const befehl = zeitgerecht(lauf.lage, wartender.befehl);
  const befehlsausgang = await entscheide(lauf, befehl);
  if (!befehlsausgang.ok) {
    lauf.folgenlos += 1;
    wartender.lehneAb?.(befehlsausgang.ablehnung);
    return;
  }
  if (befehlsausgang.antwort === null) {
    lauf.folgenlos += 1;
    return;
  }
  merkeAntwort(lauf, { befehlId: befehl.befehlId, antwort: befehlsausgang.antwort });
  wartender.antworte?.(befehlsausgang.antwort);
}

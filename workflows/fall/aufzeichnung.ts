import type { Aufzeichnungsauftrag } from '../../activities/aufzeichnung/auftrag.ts';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import { aufHeutigenStand } from '../../domain/fall/altstand.ts';
import { antwortAuf, type Antwort } from '../../domain/fall/antwort.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { fuehreAus, zeitgerecht, zeitschritt, type Fortschritt } from '../../domain/fall/schritt.ts';
import { zeichneAuf } from '../activities.ts';
import { ANGEHALTEN } from './befehlsannahme.ts';
import { merkeAntwort, type Lauf, type Wartender } from './lauf.ts';

/** Changes of phase that begin a fresh run, so that a cold replay stays short (architecture.md 5). */
const LAUFWECHSEL_NACH: ReadonlySet<Ereignis['art']> = new Set([
  'fallzugang_dokumentiert',
  'ueberprueft',
  'fallabgang_dokumentiert',
] as const);

/** A recording costs two workflow tasks; this keeps a run below 30. */
const AUFZEICHNUNGEN_JE_LAUF = 13;

type Ausgang =
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

function uebernimm(lauf: Lauf, { ereignisse, fall }: Fortschritt): void {
  lauf.fall = fall;
  const phasenwechsel = ereignisse.some((e) => LAUFWECHSEL_NACH.has(e.art));
  if (phasenwechsel || lauf.aufzeichnungen >= AUFZEICHNUNGEN_JE_LAUF) lauf.laufwechsel = true;
}

/**
 * Records, then evolves: the transaction may still refuse, and then there is nothing to roll back (architecture.md 3).
 * `voraus` means this run began with an older state than the record has: read it and decide again.
 */
async function zeichne(
  lauf: Lauf,
  fortschritt: Fortschritt,
  auftrag: Omit<Aufzeichnungsauftrag, 'fallId' | 'ereignisse' | 'ersteImLauf'>,
): Promise<Ausgang | 'voraus'> {
  const ersteImLauf = lauf.aufzeichnungen === 0;
  lauf.aufzeichnungen += 1;
  const ergebnis = await zeichneAuf({
    ...auftrag,
    fallId: lauf.fall.fallId,
    ereignisse: fortschritt.ereignisse,
    ersteImLauf,
  });
  switch (ergebnis.art) {
    case 'gespeichert':
      if (ergebnis.abSequenz === lauf.fall.sequenz + 1) uebernimm(lauf, fortschritt);
      return { ok: true, antwort: ergebnis.antwort };
    case 'voraus':
      lauf.fall = aufHeutigenStand(ergebnis.fall);
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
export async function holeZeitNach(lauf: Lauf, at: string): Promise<void> {
  for (;;) {
    if (lauf.angehalten) return;
    const fortschritt = zeitschritt(lauf.fall, at);
    if (fortschritt === null) return;
    const befehlId = fortschritt.ereignisse[0]?.id ?? '';
    const ausgang = await zeichne(lauf, fortschritt, { befehlId, zeilenversionen: {}, antwort: null });
    if (ausgang !== 'voraus' && !ausgang.ok) return;
  }
}

async function entscheide(lauf: Lauf, befehl: Befehl): Promise<Ausgang> {
  for (;;) {
    await holeZeitNach(lauf, befehl.at);
    if (lauf.angehalten) return { ok: false, ablehnung: ANGEHALTEN };
    const ergebnis = fuehreAus(lauf.fall, befehl);
    if (!ergebnis.ok) return ergebnis;
    const antwort = antwortAuf(befehl, ergebnis.ereignisse, ergebnis.fall);
    const { befehlId, zeilenversionen } = befehl;
    const ausgang = await zeichne(lauf, ergebnis, { befehlId, zeilenversionen, antwort });
    if (ausgang !== 'voraus') return ausgang;
  }
}

/** One command at a time: decide again (the validator saw an older state), record, evolve, answer. */
export async function bearbeite(lauf: Lauf, wartender: Wartender): Promise<void> {
  const befehl = zeitgerecht(lauf.fall, wartender.befehl);
  const ausgang = await entscheide(lauf, befehl);
  if (!ausgang.ok) {
    lauf.abgelehnt += 1;
    wartender.lehneAb?.(ausgang.ablehnung);
    return;
  }
  if (ausgang.antwort === null) return;
  merkeAntwort(lauf, { befehlId: befehl.befehlId, antwort: ausgang.antwort });
  wartender.antworte?.(ausgang.antwort);
}

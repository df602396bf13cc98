import type { GeleseneEingabe, Vertrag } from '../../../api/befehle/vertrag.ts';
import { Absage } from '../../../api/kern/absage.ts';
import type { Befehlsschritt } from '../geschichte.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { kennung, mitIds, type Verweis } from '../verweise.ts';
import { geschichtenleser } from './aktenleser.ts';
import { befehlskopf } from './befehlskopf.ts';
import { berechtigter, ein, fallakte, type Welt } from './welt.ts';

/** A step that gives a command to a Vorgang, and the number of the case it opens. */
type Auftrag = {
  readonly schritt: Extract<Befehlsschritt, { ziel: unknown }>;
  readonly id: string;
  readonly fallnummer?: string;
};

type Vorbereitet<B> = { readonly befehl: B } | Exclude<Befehlsergebnis, { ergebnis: 'ok' }>;

/** The id a label stands for. */
function idVon(welt: Welt, { art, label }: Verweis): string {
  return art === 'fall' ? ein(fallakte(welt, label), label).fall.fallId : kennung(art, label);
}

async function nachRecht<T>(arbeit: () => Promise<T>): Promise<T | { readonly verboten: true }> {
  try {
    return await arbeit();
  } catch (fehler) {
    if (fehler instanceof Absage && fehler.code === 'NICHT_BERECHTIGT') return { verboten: true };
    throw fehler;
  }
}

/** A command of a clerk as the API prepares it: with the same rights and loaders, on the record of the story. */
export async function bereite<B>(
  welt: Welt,
  vertrag: Vertrag & { readonly lies: (eingabe: unknown) => GeleseneEingabe<B> },
  { schritt, id, fallnummer = '' }: Auftrag,
): Promise<Vorbereitet<B>> {
  const { eingabe, bereite: lade } = vertrag.lies(mitIds(vertrag, schritt.eingabe, (v) => idVon(welt, v)));
  const wer = berechtigter(welt, schritt.als);
  const rahmen = { konto: wer, id, fallnummer, at: schritt.am };
  const bereit = await nachRecht(() => lade(geschichtenleser(welt), rahmen));
  if ('verboten' in bereit) return bereit;
  if ('ablehnung' in bereit) return { abgelehnt: bereit.ablehnung.id };
  const { fuer, zeilenversionen, baue } = bereit;
  const { befehl, ablehnung } = baue(befehlskopf(vertrag, eingabe, { schritt, wer, fuer, zeilenversionen }));
  return ablehnung === null ? { befehl } : { abgelehnt: ablehnung.id };
}

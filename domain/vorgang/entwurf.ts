import { verstoss, type Ablehnung } from '../ablehnung.ts';
import type { Uebergangid } from '../fall/uebergaenge/katalog.ts';
import type { Tag } from '../frist/tag.ts';
import type { Regelid } from '../kennungen.ts';
import type { Befehlskopf, Textnachweis } from './befehl.ts';
import type { Ereigniskopf } from './ereignis.ts';

/** An event before it got its place in its Vorgang. */
export type Rohereignis<Daten> = Omit<Ereigniskopf, 'id' | 'sequenz' | 'am' | 'akteur' | 'fuer'> & Daten;

/** What a command would record, or why it may not. */
export type Entwurf<Daten> =
  | { readonly ok: true; readonly ereignisse: readonly Rohereignis<Daten>[] }
  | { readonly ok: false; readonly ablehnung: Ablehnung };

/** A transition and the warnings that come with it. */
export type Uebergang = { readonly tr: Uebergangid | null; readonly warnungen?: readonly Regelid[] };

/** Length of a text the command brings; 0 when it is missing or blank. */
export function zeichen(befehl: Befehlskopf, feld: string): number {
  return text(befehl, feld)?.zeichen ?? 0;
}

export function text(befehl: Befehlskopf, feld: string): Textnachweis | undefined {
  return befehl.texte[feld];
}

/** I rules inform, W rules ask for a reason. */
const NUR_HINWEIS: readonly Regelid[] = ['V-12', 'V-64'];

function ohneBegruendung(befehl: Befehlskopf, warnungen: readonly Regelid[]): Regelid[] {
  return warnungen.filter(
    (regel) => !NUR_HINWEIS.includes(regel) && (befehl.begruendungen[regel]?.zeichen ?? 0) === 0,
  );
}

function dokumente(befehl: Befehlskopf): Ereigniskopf['dokumente'] {
  const texte = Object.entries(befehl.texte).map(([feld, t]) => ({ feld, t }));
  const gruende = Object.entries(befehl.begruendungen).map(([regel, t]) => ({
    feld: `begruendung ${regel}`,
    t,
  }));
  return [...texte, ...gruende].flatMap(({ feld, t }) =>
    t !== undefined && t.zeichen > 0 ? [{ feld, id: t.dokument }] : [],
  );
}

/** The fact a command reports, with its documents and warnings. */
export function geschehen<Daten>(
  befehl: Befehlskopf,
  uebergang: Uebergang,
  daten: Daten,
): Rohereignis<Daten> {
  const warnungen = uebergang.warnungen ?? [];
  return {
    ...daten,
    tr: uebergang.tr,
    ereignisAm: befehl.ereignisAm,
    dokumente: dokumente(befehl),
    warnungen,
    offeneHinweise: ohneBegruendung(befehl, warnungen),
  };
}

/** A consequence that brings no text and no warning of its own. */
export function folge<Daten>(
  tr: Uebergangid | null,
  ereignisAm: Tag | null,
  daten: Daten,
): Rohereignis<Daten> {
  return { ...daten, tr, ereignisAm, dokumente: [], warnungen: [], offeneHinweise: [] };
}

export function angenommen<Daten>(...ereignisse: Rohereignis<Daten>[]): {
  readonly ok: true;
  readonly ereignisse: readonly Rohereignis<Daten>[];
} {
  return { ok: true, ereignisse };
}

/** V-83: a reason belongs to a rule that asks for one; given to another it would be read by nobody. */
export function ohneFremdeGruende<Daten>(
  entwurf: Entwurf<Daten>,
  { begruendungen }: Befehlskopf,
): Entwurf<Daten> {
  if (!entwurf.ok) return entwurf;
  const gefragt = new Set<string>(entwurf.ereignisse.flatMap(({ warnungen }) => warnungen));
  const fremde = Object.keys(begruendungen).filter((regel) => !gefragt.has(regel));
  if (fremde.length === 0) return entwurf;
  return verstoss('V-83', `Nach einem Grund zu ${fremde.join(', ')} fragt hier niemand.`);
}

/** Adds a warning to the reported fact; it stays open until its reason is given. */
export function mitWarnung<Daten>(
  entwurf: Entwurf<Daten>,
  befehl: Befehlskopf,
  regel: Regelid,
): Entwurf<Daten> {
  if (!entwurf.ok) return entwurf;
  const [erstes, ...rest] = entwurf.ereignisse;
  if (erstes === undefined) return entwurf;
  const warnungen = [...erstes.warnungen, regel];
  const offeneHinweise = [...erstes.offeneHinweise, ...ohneBegruendung(befehl, [regel])];
  return { ok: true, ereignisse: [{ ...erstes, warnungen, offeneHinweise }, ...rest] };
}

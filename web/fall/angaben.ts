import type { SafeHtml } from '@remix-run/html-template';
import { istTag } from '../../domain/frist/tag.ts';
import { tagMitWochentag } from '../kern/datum.ts';
import { istKennung } from '../kern/kennung.ts';
import { merkmale, type Merkmal } from '../kern/merkmale.ts';
import { jaNein } from '../kern/worte.ts';
import { feldname, wertname } from '../tun/beschriftung.ts';

function einzeln(name: string, wert: string | number | boolean): string {
  if (typeof wert === 'boolean') return jaNein(wert);
  if (typeof wert === 'string' && istTag(wert)) return tagMitWochentag(wert);
  return wertname(wert, name);
}

/** Facts as lines; ids mean nothing to people and stay in the record. */
function zeilen(name: string, wert: unknown): Merkmal[] {
  if (wert === null || (typeof wert === 'string' && istKennung(wert))) return [];
  if (typeof wert === 'string' || typeof wert === 'number' || typeof wert === 'boolean')
    return [[feldname(name), einzeln(name, wert)]];
  if (Array.isArray(wert)) {
    const teile = wert.flatMap((teil: unknown) => zeilen(name, teil).map(([, inhalt]) => String(inhalt)));
    return teile.length === 0 ? [] : [[feldname(name), teile.join('; ')]];
  }
  if (typeof wert !== 'object') return [];
  // What was judged says the name around it: "Ergebnis" alone could be of anything.
  return Object.entries(wert).flatMap(([feld, inhalt]) => zeilen(feld === 'ergebnis' ? name : feld, inhalt));
}

/** What stands in a command and in a part of it is said once. */
const einmal = (liste: readonly Merkmal[]): readonly Merkmal[] =>
  liste.filter(([name, wert], stelle) => liste.findIndex(([n, w]) => n === name && w === wert) === stelle);

/** What an event says beside its texts, as a list of names and values; null where it says nothing. */
export function angabenliste(angaben: Readonly<Record<string, unknown>>): SafeHtml | null {
  const liste = Object.entries(angaben).flatMap(([feld, wert]) => zeilen(feld, wert));
  if (liste.length === 0) return null;
  return merkmale(einmal(liste));
}

/** A text that holds facts of a case that was taken over, as facts; null where it is what somebody wrote. */
export function alsAngaben(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.startsWith('{')) return null;
  try {
    const gelesen: unknown = JSON.parse(text);
    return typeof gelesen === 'object' && gelesen !== null ? { ...gelesen } : null;
  } catch {
    return null;
  }
}

import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { fallbezugVon } from '../../../domain/rollen/befehlsrechte.ts';
import { darfVerweisFuehren } from '../../../domain/rollen/eaktenrechte.ts';
import { liegtVoraus } from '../../../domain/zugang/aktentage.ts';
import type { Absage } from '../motor.ts';
import type { Eaktenbefehl } from '../stammdaten.ts';
import { berechtigter, ein, fallakte, type Stammschritt, type Welt } from './welt.ts';

/** References of a case to the eAkte, as the routes of the API take them; null = done. */
export function fuehreEakte(welt: Welt, befehl: Eaktenbefehl, schritt: Stammschritt): Absage | null {
  const { fall, eakte } = ein(fallakte(welt, schritt.fall), `der Fall ${schritt.fall}`);
  const wer = berechtigter(welt, schritt.als);
  const darf = (titel: string | null): boolean => darfVerweisFuehren(wer, fallbezugVon(fall), { titel });
  if (befehl.befehl === 'eaktenverweis_erfassen') {
    const { titel = null, datum } = befehl;
    if (!darf(titel)) return { verboten: true };
    const voraus = liegtVoraus(datum, ortstag(schritt.am));
    if (voraus !== null) return { abgelehnt: voraus.id };
    eakte.push({ titel });
    return null;
  }
  const gemeint = eakte[befehl.verweis - 1];
  if (gemeint === undefined) throw new Error('Einen Verweis dieser Nummer gibt es nicht');
  if (!darf(gemeint?.titel ?? null)) return { verboten: true };
  if (gemeint === null) return { abgelehnt: 'V-71' };
  eakte[befehl.verweis - 1] = null;
  return null;
}

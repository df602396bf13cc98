import { bedingungFehlt } from '../ablehnung.ts';
import type { Regelid } from '../kennungen.ts';
import type { Geregelt } from '../vorgang/regelwerk.ts';
import { mitWarnung } from '../vorgang/entwurf.ts';
import { nachName, type Zeilenspalten } from '../vorgang/tafel.ts';
import { imRahmen } from '../vorgang/zeitregel.ts';
import type { Befehl } from './befehle.ts';
import { EROEFFNUNGEN, FOLGEBEFEHLE } from './befehlstafel.ts';
import type { Entwurf } from './decide/entwurf.ts';
import { ohneOffeneAbsage } from './decide/termine.ts';
import type { Eroeffnungskarte, Folgekarte } from './decide/zeilen.ts';
import type { Ereignisdaten } from './ereignisse.ts';
import { vormerkungVon, type BestehenderFall, type Fall } from './fall.ts';

const eroeffne = nachName<Fall, Eroeffnungskarte, Ereignisdaten>(EROEFFNUNGEN);
const folge = nachName<BestehenderFall, Folgekarte, Ereignisdaten>(FOLGEBEFEHLE);

function zeileVon(befehl: Befehl): Zeilenspalten {
  return 'gruendung' in befehl ? EROEFFNUNGEN[befehl.befehl] : FOLGEBEFEHLE[befehl.befehl];
}

/** Whose rules act: those of the case, or those a new one begins with. */
function geregelt(fall: Fall, befehl: Befehl): Geregelt {
  if (fall.zustand !== 'neu') return fall;
  return 'gruendung' in befehl ? befehl.gruendung : {};
}

/** What V-74 measures by: the case, or what a new one will carry. */
function grundlage(fall: Fall, befehl: Befehl): Pick<BestehenderFall, 'policy' | 'kalender'> | null {
  if (fall.zustand !== 'neu') return fall;
  return 'gruendung' in befehl ? befehl.gruendung : null;
}

/**
 * Decides one command on the recorded state: the events it would record, or the rule that forbids it.
 * Pure; `at`, ids and facts come inside the command (rules.md D2). Time steps due until `at` must be taken before.
 */
export function decide(fall: Fall, befehl: Befehl): Entwurf {
  return imRahmen(befehl, zeileVon(befehl), {
    geregelt: geregelt(fall, befehl),
    grundlage: grundlage(fall, befehl),
    entscheide: () => {
      const entschieden = ohneOffeneAbsage(fall, imFall(fall, befehl, entscheide(fall, befehl)));
      return formhinweise(befehl).reduce<Entwurf>((e, regel) => mitWarnung(e, befehl, regel), entschieden);
    },
  });
}

/** What may be wrong with any talk or text: an open room (V-34), codes and hidden markers (V-28). */
function formhinweise(befehl: Befehl): Regelid[] {
  const offenerRaum = 'raum' in befehl && befehl.raum === 'offen';
  const kuerzel = Object.values(befehl.texte).some((text) => text?.kuerzel === true);
  return [...(kuerzel ? (['V-28'] as const) : []), ...(offenerRaum ? (['V-34'] as const) : [])];
}

/** Nothing of a case happens before its Vormerkung; the refusal names the transition that was asked for. */
function imFall(fall: Fall, befehl: Befehl, entwurf: Entwurf): Entwurf {
  if (!entwurf.ok || fall.zustand === 'neu' || zeileVon(befehl).ereignistag !== undefined) return entwurf;
  if (befehl.ereignisAm >= vormerkungVon(fall).am) return entwurf;
  const tr = entwurf.ereignisse[0]?.tr ?? 'TR03';
  return bedingungFehlt(tr, 'Das Ereignis liegt vor der Vormerkung dieses Falls.');
}

function entscheide(fall: Fall, befehl: Befehl): Entwurf {
  if ('gruendung' in befehl) return eroeffne(fall, befehl);
  if (fall.zustand === 'neu') throw new Error(`Befehl ${befehl.befehl} an einen Fall ohne Ereignis`);
  return folge(fall, befehl);
}

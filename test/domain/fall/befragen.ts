import type { Befehl, Befehlsname } from '../../../domain/fall/befehle.ts';
import { evolve } from '../../../domain/fall/evolve.ts';
import type { Fall } from '../../../domain/fall/fall.ts';
import { nachrichten } from '../../../domain/fall/nachrichten.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import { befehl } from '../../../tools/simulation/bauen.ts';
import { GEEIGNET } from '../../../tools/probehaus/befehle.ts';

export type Anders = Readonly<Record<string, unknown>>;

/** A command by name; a table of commands cannot keep the precise type of each. */
export const mit = (name: Befehlsname, um: string, anders: Anders = {}): Befehl =>
  befehl(name, um, anders as never);

/** The facts of a suitable person, some of them different. */
export const person = (anders: Partial<typeof GEEIGNET>): { readonly person: typeof GEEIGNET } => ({
  person: { ...GEEIGNET, ...anders },
});

/** Warnings of all events of one command, and what they leave open. */
export function hinweise(fall: Fall, einer: Befehl): { alle: string[]; offen: string[] } {
  const ergebnis = fuehreAus(fall, einer);
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  const { ereignisse } = ergebnis;
  return {
    alle: ereignisse.flatMap((e) => e.warnungen),
    offen: ereignisse.flatMap((e) => e.offeneHinweise),
  };
}

/** Who is told what by one command, as `role:transition`. */
export function gesagt(fall: Fall, einer: Befehl): string[] {
  const ergebnis = fuehreAus(fall, einer);
  if (!ergebnis.ok) throw new Error(ergebnis.ablehnung.satz);
  let stand: Fall = fall;
  return ergebnis.ereignisse
    .flatMap((ereignis) => {
      const vorher = stand;
      stand = evolve(stand, ereignis);
      return nachrichten(ereignis, vorher, stand).map((n) => `${n.an}:${n.anlass}:${n.person ?? '-'}`);
    })
    .sort();
}

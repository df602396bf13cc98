import { jetztNicht } from '../../ablehnung.ts';
import type { Fall } from '../fall.ts';
import { zeileVon, type UEBERGAENGE, type Uebergangid } from './katalog.ts';
import type { Ausgangszustand } from './zeile.ts';

type Katalog = typeof UEBERGAENGE;

/** The commands a row names; of several rows those that all of them name. */
type Gefragt<T extends Uebergangid> = Katalog[T] extends { befehle: infer B } ? keyof B & string : never;
type Verneint = ReturnType<typeof jetztNicht>;

/** From which states the command leads on: its own, else those of the row. */
type Von<T extends Uebergangid, N> = T extends Uebergangid
  ? Katalog[T] extends { von: readonly (infer Alle)[]; befehle: infer B }
    ? N extends keyof B
      ? B[N] extends { von: readonly (infer Eigene)[] }
        ? Eigene
        : Alle
      : never
    : never
  : never;

type FallIn<Z, F = Fall> = F extends { zustand: infer S } ? ([S & Z] extends [never] ? never : F) : never;

/** The words of a command of a row, and the states it is possible in. */
export function worte(
  tr: Uebergangid,
  befehl: string,
): { readonly satz: string; readonly von: readonly Ausgangszustand[] } {
  const { befehle, von, name } = zeileVon(tr);
  const eigene = befehle?.[befehl] ?? name;
  return typeof eigene === 'string' ? { satz: eigene, von } : eigene;
}

function fuehrtWeiter<T extends Uebergangid, N>(
  fall: Fall,
  tr: T,
  befehl: N & string,
): fall is FallIn<Von<T, N>> {
  return worte(tr, befehl).von.includes(fall.zustand);
}

/** What the command is called in the sentences of its refusals. */
export function vorgangswort<T extends Uebergangid>(
  tr: T,
  { befehl }: { readonly befehl: Gefragt<T> },
): string {
  return worte(tr, befehl).satz;
}

/** The refusal of a command that the state, or what the case holds beside it, does not allow now. */
export function unmoeglich<T extends Uebergangid>(
  tr: T,
  { zustand }: { readonly zustand: string },
  befehl: { readonly befehl: Gefragt<T> },
): Verneint {
  return jetztNicht(tr, zustand, vorgangswort(tr, befehl));
}

/** The case in a state from which the row lets the command lead on, else the refusal in its words. */
export function ausgang<T extends Uebergangid, N extends Gefragt<T>>(
  tr: T,
  fall: Fall,
  befehl: { readonly befehl: N },
): FallIn<Von<T, N>> | Verneint {
  return fuehrtWeiter<T, N>(fall, tr, befehl.befehl) ? fall : unmoeglich(tr, fall, befehl);
}

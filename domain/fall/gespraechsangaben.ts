import type { Gespraechsdauer, Terminangaben } from './befehle/kopf.ts';

type Genannt<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Minutes as somebody stated them; what nobody stated is left out, as before it was asked for. */
export function dauer({ dauerMinuten, vorbereitungMinuten }: Genannt<Gespraechsdauer>): Gespraechsdauer {
  return {
    ...(dauerMinuten === undefined ? {} : { dauerMinuten }),
    ...(vorbereitungMinuten === undefined ? {} : { vorbereitungMinuten }),
  };
}

/** What a planned talk says beside its day. */
export function terminangaben({ uhrzeit, dauerMinuten, ort }: Genannt<Terminangaben>): Terminangaben {
  return {
    ...(uhrzeit === undefined ? {} : { uhrzeit }),
    ...(dauerMinuten === undefined ? {} : { dauerMinuten }),
    ...(ort === undefined ? {} : { ort }),
  };
}

/** Time and place belong to an appointment that lies ahead. */
export function nenntTermin({ uhrzeit, ort }: Terminangaben): boolean {
  return uhrzeit !== undefined || ort !== undefined;
}

import { z } from 'zod';
import type { Rolle } from '../../domain/kennungen.ts';
import { LOESCHRECHTE, type Loeschhandlung } from '../../domain/rollen/loeschrechte.ts';
import type { Klasse } from '../../domain/rollen/matrix.ts';
import { angelegt, fallVerweis, type Angelegt, kennung } from '../kern/felder.ts';
import { ANLEGEN, LEER, LESEN, route, type Route, type Spur } from '../kern/route.ts';
import type { Schreiben } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

export const amFall = z.strictObject({ fallId: fallVerweis });
/** That something is erased or kept is process data; what is disputed is the text itself. */
const PROZESS: readonly Klasse[] = ['K1'];
export const FALL = '/api/v1/faelle/{fallId}';

/** The path of one thing of a case; what it is called decides which. */
export const teil = (verweis: string) => amFall.extend({ id: kennung.meta({ verweis }) });

type Zeilenkopf<Pfad> = {
  readonly name: string;
  readonly pfad: string;
  readonly pfadwerte: z.ZodType<Pfad>;
  readonly titel: string;
  readonly klassen?: readonly Klasse[];
};

export function schreiben<Pfad, Rumpf>(
  {
    was,
    klassen = PROZESS,
    ...zeilenkopf
  }: Zeilenkopf<Pfad> & { was: Loeschhandlung; rumpf: z.ZodType<Rumpf> },
  fall: (umgebung: Umgebung, konto: Konto, auftrag: Pfad & Schreiben<Rumpf>) => Promise<Angelegt>,
): Route {
  return route({
    ...ANLEGEN,
    ...zeilenkopf,
    pfad: `${FALL}${zeilenkopf.pfad}`,
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen },
    rollen: LOESCHRECHTE[was],
    antwort: angelegt,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      fall(umgebung, konto, { ...pfad, schluessel, rumpf }),
  });
}

type Lesezeilenkopf<Pfad, Ergebnis> = Zeilenkopf<Pfad> & {
  readonly rollen: readonly Rolle[];
  readonly antwort: z.ZodType<Ergebnis>;
  readonly spur: Spur;
  /** In the answer for those who may read them. */
  readonly zeigt?: readonly Klasse[];
};

/** That there is a text, and of which class. */
export const UNTERLAGEN: readonly Klasse[] = ['K2', 'K3', 'K4', 'K5', 'K6'];

export function lesen<Pfad, Ergebnis>(
  { klassen = PROZESS, zeigt = [], ...zeilenkopf }: Lesezeilenkopf<Pfad, Ergebnis>,
  fall: (umgebung: Umgebung, konto: Konto, pfad: Pfad) => Promise<Ergebnis>,
): Route {
  return route({
    ...LESEN,
    ...zeilenkopf,
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen, ...(zeigt.length > 0 ? { zeigt } : {}) },
    abfrage: LEER,
    fall: (umgebung, { konto, pfad }) => fall(umgebung, konto, pfad),
  });
}

import { BEFEHLSZEILEN, type Befehlszeile } from '../../api/befehle/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { darfAmFall } from '../fall/recht.ts';
import { uebergaengeAus, zeileVon } from '../../domain/fall/uebergaenge/katalog.ts';
import { worte } from '../../domain/fall/uebergaenge/ausgang.ts';
import type { Ausgangszustand } from '../../domain/fall/uebergaenge/zeile.ts';
import type { Zustand } from '../../domain/kennungen.ts';
import { zustandsname } from '../kern/worte.ts';

/** Commands on a case that exists, in the order of the procedure. */
export const FALLBEFEHLE: readonly Befehlszeile[] = BEFEHLSZEILEN.filter(
  ({ vertrag }) => vertrag.ziel === 'fall' && vertrag.pfad !== null,
);

/** The states a command is possible in, by the transitions it asks for (zustaende.md 3); null where none says so. */
function zustaendeFuer(befehl: string): ReadonlySet<Ausgangszustand> | null {
  const eigene = uebergaengeAus(befehl).filter((tr) => Object.hasOwn(zeileVon(tr).befehle ?? {}, befehl));
  return eigene.length === 0 ? null : new Set(eigene.flatMap((tr) => worte(tr, befehl).von));
}

/** The form of a command is for those who may give it. */
export const istErlaubt = ({ vertrag }: Befehlszeile, fall: Fallansicht, konto: Konto): boolean =>
  vertrag.ziel === 'fall' && darfAmFall(fall, konto, vertrag.befehl);

/** Worked out once: the page of every case asks for all of them. */
const ZUSTAENDE: ReadonlyMap<string, ReturnType<typeof zustaendeFuer>> = new Map(
  FALLBEFEHLE.map(({ vertrag: { befehl } }) => [befehl, zustaendeFuer(befehl)]),
);

export type Moeglichkeiten = {
  readonly jetzt: readonly Befehlszeile[];
  /** With the sentence why not now. */
  readonly spaeter: readonly { readonly zeile: Befehlszeile; readonly warum: string }[];
};

function warumNicht(zustand: Zustand, zustaende: ReadonlySet<Ausgangszustand>): string {
  const namen = [...zustaende].map((einer) => `„${zustandsname(einer)}“`);
  return `Der Fall ist „${zustandsname(zustand)}“; das geht in ${namen.join(', ')}.`;
}

/** What this colleague may do with a case at all: what is possible in its state, and what is not with the reason. */
export function moeglichkeiten(fall: Fallansicht, konto: Konto): Moeglichkeiten {
  const { zustand } = fall;
  const eigene = FALLBEFEHLE.filter((zeile) => istErlaubt(zeile, fall, konto)).map((zeile) => ({
    zeile,
    zustaende: ZUSTAENDE.get(zeile.vertrag.befehl) ?? null,
  }));
  return {
    jetzt: eigene.flatMap(({ zeile, zustaende }) => (zustaende?.has(zustand) === false ? [] : [zeile])),
    spaeter: eigene.flatMap(({ zeile, zustaende }) =>
      zustaende?.has(zustand) === false ? [{ zeile, warum: warumNicht(zustand, zustaende) }] : [],
    ),
  };
}

import { BEFEHLSZEILEN, type Befehlszeile } from '../../api/befehle/routen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { uebergaengeAus, zeileVon } from '../../domain/fall/uebergaenge/katalog.ts';
import type { Zustand } from '../../domain/kennungen.ts';
import { zustandsname } from '../kern/worte.ts';

/** Commands on a case that exists, in the order of the procedure. */
export const FALLBEFEHLE: readonly Befehlszeile[] = BEFEHLSZEILEN.filter(
  ({ vertrag }) => vertrag.ziel === 'fall' && vertrag.pfad !== null,
);

/** The states a command is possible in, by the transitions it asks for (zustaende.md 3); null where none says so. */
function zustaendeFuer(befehl: string): ReadonlySet<string> | null {
  const zeilen = uebergaengeAus(befehl).map(zeileVon);
  const eigene = zeilen.filter(({ befehle = {} }) => Object.hasOwn(befehle, befehl));
  if (eigene.length === 0) return null;
  const von = eigene.flatMap((zeile) => {
    const worte = zeile.befehle?.[befehl];
    return worte === undefined || typeof worte === 'string' ? zeile.von : worte.von;
  });
  return new Set<string>(von);
}

export type Moeglichkeiten = {
  readonly jetzt: readonly Befehlszeile[];
  /** With the sentence why not now. */
  readonly spaeter: readonly { readonly zeile: Befehlszeile; readonly warum: string }[];
};

function warumNicht(zustand: Zustand, zustaende: ReadonlySet<string>): string {
  const namen = [...zustaende].map((einer) => `„${zustandsname(einer as Zustand)}“`);
  return `Der Fall ist „${zustandsname(zustand)}“; das geht in ${namen.join(', ')}.`;
}

/** What this colleague's role may do with a case at all: what is possible in its state, and what is not with the reason. */
export function moeglichkeiten({ zustand }: Pick<Fallansicht, 'zustand'>, { rolle }: Konto): Moeglichkeiten {
  const eigene = FALLBEFEHLE.filter(({ vertrag }) => vertrag.rollen.includes(rolle));
  const geht = ({ vertrag }: Befehlszeile): boolean => zustaendeFuer(vertrag.befehl)?.has(zustand) ?? true;
  return {
    jetzt: eigene.filter(geht),
    spaeter: eigene
      .filter((zeile) => !geht(zeile))
      .map((zeile) => ({
        zeile,
        warum: warumNicht(zustand, zustaendeFuer(zeile.vertrag.befehl) ?? new Set()),
      })),
  };
}

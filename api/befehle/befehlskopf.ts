import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import type { Befehlskopf } from '../../domain/vorgang/befehl.ts';
import type { Konto } from '../kern/umgebung.ts';
import type { Textsatz } from './texte.ts';
import type { Gemeinsam } from './vertrag.ts';
import type { Zeilenversionen } from './vorhaben.ts';

type Anlass = { readonly konto: Konto; readonly befehlId: string; readonly at: Instant };
type Angaben = {
  readonly eingabe: Gemeinsam;
  readonly texte: Pick<Textsatz, 'texte' | 'begruendungen'>;
  /** Whom the colleague represents. */
  readonly fuer: string | null;
  readonly zeilenversionen: Zeilenversionen;
};

/** The head of a command of a clerk: who gives it, when it happened, with proofs of its texts; the same to be sent and to be previewed. */
export function befehlskopf({ konto, befehlId, at }: Anlass, was: Angaben): Befehlskopf {
  const { eingabe, texte, fuer, zeilenversionen } = was;
  return {
    befehlId,
    at,
    akteur: { id: konto.id, rolle: konto.rolle, ...(fuer === null ? {} : { fuer }) },
    ereignisAm: eingabe.ereignisAm ?? ortstag(at),
    texte: texte.texte,
    begruendungen: texte.begruendungen,
    zeilenversionen,
  };
}

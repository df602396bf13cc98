import type { JederVertrag } from '../../../api/contracts/befehle.ts';
import { zerlegeTexte } from '../../../api/contracts/texte.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import type { Befehlskopf } from '../../../domain/vorgang/befehl.ts';
import type { Befehlsschritt } from '../geschichte.ts';
import { kennung } from '../verweise.ts';

/** The step, who takes it, and whom they represent. */
type Auftraggeber = {
  readonly schritt: Befehlsschritt;
  readonly wer: Berechtigter;
  readonly fuer?: string | null;
};

/** The head of a command as the edge builds it, with the proofs of its texts. `roh` has ids in the place of labels. */
export function befehlskopf(
  vertrag: JederVertrag,
  roh: unknown,
  { schritt, wer, fuer = null }: Auftraggeber,
): Befehlskopf {
  const { nummer, am } = schritt;
  const eingabe = vertrag.eingabe.parse(roh);
  const befehlId = kennung('befehl', `${nummer}`);
  const { texte, begruendungen } = zerlegeTexte(vertrag, eingabe, (feld) => `${befehlId}/${feld}`);
  const akteur = { id: wer.id, rolle: wer.rolle, ...(fuer === null ? {} : { fuer }) };
  const ereignisAm = eingabe.ereignisAm ?? ortstag(am);
  return { befehlId, at: am, akteur, ereignisAm, texte, begruendungen, zeilenversionen: {} };
}

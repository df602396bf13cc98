import { vertragFuer, type JederVertrag } from '../../../api/befehle/vertraege.ts';
import { zerlegeTexte, type Textentwurf } from '../../../api/befehle/texte.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import type { Befehlskopf } from '../../../domain/vorgang/befehl.ts';
import type { Befehlsschritt, Schritt } from '../geschichte.ts';
import { kennung } from '../verweise.ts';

/** The step, who takes it, and whom they represent. */
type Auftraggeber = {
  readonly schritt: Befehlsschritt;
  readonly wer: Berechtigter;
  readonly fuer?: string | null;
};

const textId =
  (befehlId: string) =>
  (feld: string): string =>
    `${befehlId}/${feld}`;

/** The texts a step brings to a case, with the classes of its contract. */
export function entwuerfeVon(schritt: Schritt): readonly Textentwurf[] {
  if (schritt.art !== 'befehl' || !('ziel' in schritt) || schritt.ziel !== 'fall') return [];
  const befehlId = kennung('befehl', `${schritt.nummer}`);
  return zerlegeTexte(vertragFuer(schritt.befehl), schritt.eingabe, textId(befehlId)).entwuerfe;
}

/** The head of a command as the edge builds it, with the proofs of its texts. `roh` has ids in the place of labels. */
export function befehlskopf(
  vertrag: JederVertrag,
  roh: unknown,
  { schritt, wer, fuer = null }: Auftraggeber,
): Befehlskopf {
  const { nummer, am } = schritt;
  const eingabe = vertrag.eingabe.parse(roh);
  const befehlId = kennung('befehl', `${nummer}`);
  const { texte, begruendungen } = zerlegeTexte(vertrag, eingabe, textId(befehlId));
  const akteur = { id: wer.id, rolle: wer.rolle, ...(fuer === null ? {} : { fuer }) };
  const ereignisAm = eingabe.ereignisAm ?? ortstag(am);
  return { befehlId, at: am, akteur, ereignisAm, texte, begruendungen, zeilenversionen: {} };
}

import { vertragFuer } from '../../../api/befehle/vertraege.ts';
import type { Gemeinsam, Vertrag } from '../../../api/befehle/vertrag.ts';
import { zerlegeTexte, type Textentwurf } from '../../../api/befehle/texte.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import type { Befehlskopf } from '../../../domain/vorgang/befehl.ts';
import type { Befehlsschritt, Schritt } from '../geschichte.ts';
import { kennung } from '../verweise.ts';

/** The step, who takes it and for whom, on what row versions. */
type Auftraggeber = Pick<Befehlskopf, 'zeilenversionen'> & {
  readonly schritt: Befehlsschritt;
  readonly wer: Berechtigter;
  readonly fuer: string | null;
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

/** The head of a command as the edge builds it, with the proofs of its texts. */
export function befehlskopf(
  vertrag: Pick<Vertrag, 'texte'>,
  eingabe: Gemeinsam,
  { schritt, wer, fuer, zeilenversionen }: Auftraggeber,
): Befehlskopf {
  const { nummer, am } = schritt;
  const befehlId = kennung('befehl', `${nummer}`);
  const { texte, begruendungen } = zerlegeTexte(vertrag, eingabe, textId(befehlId));
  const akteur = { id: wer.id, rolle: wer.rolle, ...(fuer === null ? {} : { fuer }) };
  const ereignisAm = eingabe.ereignisAm ?? ortstag(am);
  return { befehlId, at: am, akteur, ereignisAm, texte, begruendungen, zeilenversionen };
}

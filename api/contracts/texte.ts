import type { Textnachweis } from '../../domain/fall/befehle.ts';
import type { Regelid } from '../../domain/kennungen.ts';
import { istNurVorlage } from '../../domain/zugang/vorlagentext.ts';
import type { Befehlsvertrag, Datenklasse } from './vertrag.ts';

/** A text on its way into the record. */
export type Textentwurf = {
  readonly id: string;
  readonly feld: string;
  readonly klasse: Datenklasse;
  readonly text: string;
};

/** The texts of one command: what is stored, and what the workflow may know of it. */
export type Textsatz = {
  readonly entwuerfe: readonly Textentwurf[];
  readonly texte: Readonly<Record<string, Textnachweis>>;
  readonly begruendungen: Readonly<Partial<Record<Regelid, Textnachweis>>>;
};

function lies(wert: unknown, pfad: readonly string[]): unknown {
  const [kopf, ...rest] = pfad;
  if (kopf === undefined) return wert;
  if (typeof wert !== 'object' || wert === null) return undefined;
  return lies(Object.entries(wert).find(([name]) => name === kopf)?.[1], rest);
}

/** The name a rule knows a text by: `kriteriumB.begruendung` is `kriteriumBBegruendung`, `abgang.begruendung` the reason itself. */
function regelname(pfad: string): string {
  const [erster = '', letzter] = pfad.split('.');
  if (letzter === undefined) return erster;
  if (erster === 'abgang') return letzter;
  return `${erster}${letzter.charAt(0).toUpperCase()}${letzter.slice(1)}`;
}

function nachweis(entwurf: Textentwurf): Textnachweis {
  const zeichen = entwurf.text.trim().length;
  return { dokument: entwurf.id, zeichen, nurVorlage: istNurVorlage(entwurf.text) };
}

/** Takes the free texts out of a parsed input. `neueId(feld)` must give the same id for the same command and field. */
export function zerlegeTexte(
  vertrag: Befehlsvertrag,
  eingabe: { begruendungen?: Record<string, string> | undefined },
  neueId: (feld: string) => string,
): Textsatz {
  const entwuerfe: Textentwurf[] = [];
  const texte: Record<string, Textnachweis> = {};
  for (const [pfad, klasse] of Object.entries(vertrag.texte)) {
    const wert = lies(eingabe, pfad.split('.'));
    if (typeof wert !== 'string') continue;
    const feld = regelname(pfad);
    const entwurf = { id: neueId(feld), feld, klasse, text: wert };
    if (wert.trim() !== '') entwuerfe.push(entwurf);
    texte[feld] = nachweis(entwurf);
  }
  const begruendungen: Partial<Record<Regelid, Textnachweis>> = {};
  for (const [regel, text] of Object.entries(eingabe.begruendungen ?? {})) {
    const feld = `begruendung ${regel}`;
    const entwurf: Textentwurf = { id: neueId(feld), feld, klasse: 'K1', text };
    if (text.trim() !== '') entwuerfe.push(entwurf);
    begruendungen[regel as Regelid] = nachweis(entwurf);
  }
  return { entwuerfe, texte, begruendungen };
}

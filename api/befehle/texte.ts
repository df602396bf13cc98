import type { Textnachweis } from '../../domain/vorgang/befehl.ts';
import type { Regelid } from '../../domain/kennungen.ts';
import { istLesbar, sichtbarerText } from '../../domain/lesbar.ts';
import { istNurVorlage } from '../../domain/zugang/vorlagentext.ts';
import { enthaeltKuerzel } from '../../domain/fall/kuerzel.ts';
import type { Datenklasse, Textklasse, Vertrag } from './vertrag.ts';

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

/** Name of the document that holds the answers of a form beside its texts, as JSON. */
const ANGABEN = 'angaben';

function lies(wert: unknown, pfad: readonly string[]): unknown {
  const [erstes, ...rest] = pfad;
  if (erstes === undefined) return wert;
  if (typeof wert !== 'object' || wert === null) return undefined;
  return lies(Object.entries(wert).find(([name]) => name === erstes)?.[1], rest);
}

/** Parts of an input that are a form of their own: their texts keep their names. */
const EIGENE_FORMEN: readonly string[] = ['abgang', 'anpassung'];

/** The name a rule knows a text by: `kriteriumB.begruendung` is `kriteriumBBegruendung`, `abgang.begruendung` the reason itself. */
function regelname(pfad: string): string {
  const [erster = '', letzter] = pfad.split('.');
  if (letzter === undefined) return erster;
  if (EIGENE_FORMEN.includes(erster)) return letzter;
  return `${erster}${letzter.charAt(0).toUpperCase()}${letzter.slice(1)}`;
}

/** How much there is to read; dots alone are nothing. */
const laenge = (text: string): number => (istLesbar(text) ? sichtbarerText(text).trim().length : 0);

function nachweis(entwurf: Textentwurf): Textnachweis {
  const zeichen = laenge(entwurf.text);
  const kuerzel = enthaeltKuerzel(entwurf.text) ? ({ kuerzel: true } as const) : {};
  return { dokument: entwurf.id, zeichen, nurVorlage: istNurVorlage(entwurf.text), ...kuerzel };
}

function klasseVon(klasse: Textklasse, eingabe: object): Datenklasse {
  if (typeof klasse === 'string') return klasse;
  const trifftZu = Object.entries(klasse.bei).every(([feld, wert]) => lies(eingabe, [feld]) === wert);
  return trifftZu ? klasse.klasse : klasse.sonst;
}

/** Takes the free texts out of a parsed input. `neueId(feld)` must give the same id for the same command and field. */
export function zerlegeTexte(
  vertrag: Pick<Vertrag, 'texte'>,
  eingabe: { begruendungen?: Record<string, string> | undefined },
  neueId: (feld: string) => string,
): Textsatz {
  const entwuerfe: Textentwurf[] = [];
  const texte: Record<string, Textnachweis> = {};
  for (const [pfad, klasse] of Object.entries(vertrag.texte)) {
    const wert = lies(eingabe, pfad.split('.'));
    if (typeof wert !== 'string') continue;
    const feld = regelname(pfad);
    const entwurf = { id: neueId(feld), feld, klasse: klasseVon(klasse, eingabe), text: wert };
    if (laenge(wert) > 0) entwuerfe.push(entwurf);
    texte[feld] = nachweis(entwurf);
  }
  const begruendungen: Partial<Record<Regelid, Textnachweis>> = {};
  for (const [regel, text] of Object.entries(eingabe.begruendungen ?? {})) {
    const feld = `begruendung ${regel}`;
    const entwurf: Textentwurf = { id: neueId(feld), feld, klasse: 'K1', text };
    if (laenge(text) > 0) entwuerfe.push(entwurf);
    begruendungen[regel as Regelid] = nachweis(entwurf);
  }
  const angaben = angabenEntwurf(vertrag, eingabe, neueId);
  if (angaben.text !== '{}') {
    entwuerfe.push(angaben);
    const { id: dokument, text } = angaben;
    texte[angaben.feld] = { dokument, zeichen: text.length, nurVorlage: false };
  }
  return { entwuerfe, texte, begruendungen };
}

function ohne(wert: unknown, texte: ReadonlySet<string>, pfad: string): unknown {
  if (typeof wert !== 'object' || wert === null || Array.isArray(wert)) return wert;
  const rest = Object.entries(wert)
    .map(([name, teil]: [string, unknown]) => ({ name, teil, ort: pfad === '' ? name : `${pfad}.${name}` }))
    .filter(({ ort }) => ort !== 'begruendungen' && !texte.has(ort));
  return Object.fromEntries(rest.map(({ name, teil, ort }) => [name, ohne(teil, texte, ort)]));
}

/**
 * Everything else the clerk entered, as it was entered: who took part, the state of each Handlungsbedarf, days no Frist
 * hangs on. The case does not need it; the record has to be complete (V-67).
 */
function angabenEntwurf(
  vertrag: Pick<Vertrag, 'texte'>,
  eingabe: object,
  neueId: (feld: string) => string,
): Textentwurf {
  const rest = ohne(eingabe, new Set(Object.keys(vertrag.texte)), '');
  return { id: neueId(ANGABEN), feld: ANGABEN, klasse: 'K3', text: JSON.stringify(rest) };
}

import type { Datenklasse } from '../../domain/rollen/matrix.ts';
import { huelle, oeffneHuelle } from './huelle.ts';
import type { Tresor } from './tresor.ts';

/** A text with all that is bound into its encryption: moved to another document, class or case it does not open. */
export type Schutztext = {
  readonly id: string;
  readonly klasse: Datenklasse;
  readonly text: string;
  readonly fallId?: string | null;
  readonly vorgangId?: string | null;
};

/** Classes whose texts are never stored in clear (DS-28). */
const VERSCHLUESSELT: ReadonlySet<Datenklasse> = new Set(['K4', 'K5']);

/** How a stored ciphertext begins; `dokument_verschluesselt` lets no K4 or K5 in without it. */
export const KENNUNG = 'lotse1:';

/** What is shown instead of a text that cannot be opened any more. */
export const UNLESBAR = {
  vernichtet: '[Gelöscht: Der Schlüssel dieses Falls ist vernichtet.]',
  veraendert: '[Nicht lesbar: Dieser Text wurde nach dem Speichern verändert oder verschoben.]',
} as const;

const bezugVon = ({ fallId, vorgangId }: Schutztext): string => fallId ?? vorgangId ?? '';
const ortVon = (text: Schutztext): string[] => ['lotse-dokument-1', text.id, text.klasse, bezugVon(text)];

function istGeschuetzt({ klasse }: Pick<Schutztext, 'klasse'>): boolean {
  return VERSCHLUESSELT.has(klasse);
}

/** The texts as they are stored. Null when the key of their case is destroyed: nothing is written there any more. */
export async function versiegle<T extends Schutztext>(
  tresor: Tresor,
  texte: readonly T[],
): Promise<T[] | null> {
  const fertig: T[] = [];
  for (const text of texte) {
    if (!istGeschuetzt(text)) {
      fertig.push(text);
      continue;
    }
    const schluessel = await tresor.schluessel(bezugVon(text));
    if (schluessel === null) return null;
    const verhuellt = huelle(schluessel, Buffer.from(text.text), ortVon(text)).toString('base64');
    fertig.push({ ...text, text: KENNUNG + verhuellt });
  }
  return fertig;
}

function oeffne(schluessel: Buffer, text: Schutztext): string {
  if (!text.text.startsWith(KENNUNG)) return UNLESBAR.veraendert;
  const verhuellt = Buffer.from(text.text.slice(KENNUNG.length), 'base64');
  return oeffneHuelle(schluessel, verhuellt, ortVon(text))?.toString('utf8') ?? UNLESBAR.veraendert;
}

/** The texts as they were written; in place of those that do not open stands a notice, the others stay readable. */
export async function entsiegle<T extends Schutztext>(tresor: Tresor, texte: readonly T[]): Promise<T[]> {
  const schluessel = new Map<string, Buffer | null>();
  for (const bezug of new Set(texte.filter(istGeschuetzt).map(bezugVon)))
    schluessel.set(bezug, await tresor.vorhandener(bezug));
  return texte.map((text) => {
    if (!istGeschuetzt(text)) return text;
    const eigener = schluessel.get(bezugVon(text)) ?? null;
    return { ...text, text: eigener === null ? UNLESBAR.vernichtet : oeffne(eigener, text) };
  });
}

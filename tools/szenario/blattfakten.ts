import type { Fallansicht } from '../../api/faelle/formen.ts';
import type { Fallblattansicht, Protokollansicht } from '../../api/faelle/blattformen.ts';
import type { Fallblatt } from '../../domain/fall/fallblatt.ts';
import type { Protokoll } from '../../domain/fall/protokoll.ts';

type Fakten = Readonly<Record<string, unknown>>;

/** What a story says of a Fallblatt: how much of each, and what is missing. */
export function blattfakten(blatt: Fallblatt | Fallblattansicht): Fakten {
  const { arbeitsbuendnis, handlungsbedarfe, teilziele, vereinbarung, unvollstaendig } = blatt;
  return {
    arbeitsbuendnis,
    handlungsbedarfe: handlungsbedarfe.length,
    gereiht: handlungsbedarfe.filter(({ rang }) => rang !== null).length,
    inVereinbarung: handlungsbedarfe.filter((hb) => hb.inVereinbarung).length,
    teilziele: teilziele.map(({ nummer, status }) => `${nummer}: ${status}`),
    vereinbarung: vereinbarung === null ? null : `${vereinbarung.typ}, Fassung ${vereinbarung.fassung}`,
    unvollstaendig: unvollstaendig.map(({ regel, was }) => `${regel}: ${was}`),
  };
}

/** What a story says of the protocol: every entry with its area and what the person said to it. */
export function protokollfakten({ fassungen, eintraege }: Protokoll | Protokollansicht): Fakten {
  return {
    fassungen: fassungen.length,
    eintraege: eintraege.map(({ nummer, bereich, reaktion }) => `${nummer}: ${bereich}, ${reaktion}`),
  };
}

/** What a story says of the texts a colleague finds in a case: their names and classes, never their words. */
export function textfakten(
  texte: readonly Pick<Fallansicht['geschichte'][number]['texte'][number], 'feld' | 'klasse'>[],
): Fakten {
  return { texte: [...new Set(texte.map(({ feld, klasse }) => `${feld} (${klasse})`))].sort() };
}

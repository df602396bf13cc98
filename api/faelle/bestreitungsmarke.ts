import type { Transaktion } from '../../db/client.ts';
import type { Text } from '../../db/geschichte.ts';
import { liesBestreitungen } from '../../db/loeschung/entscheidungen.ts';

/** Puts the newest mark and the statement of the person to each text that is or was disputed, wherever it is shown. */
export async function mitBestreitungen(
  tx: Transaktion,
  fallId: string,
  texte: readonly Text[],
): Promise<Text[]> {
  const ids = texte.map(({ id }) => id);
  const marken = ids.length === 0 ? [] : await liesBestreitungen(tx, fallId, ids);
  const markeZu = new Map(marken.map((marke) => [marke.dokumentId, marke]));
  const textVon = new Map(texte.map(({ id, text }) => [id, text]));
  return texte.map((text) => {
    const marke = markeZu.get(text.id);
    if (marke === undefined) return text;
    const { stand, grund, stellungnahmeId } = marke;
    return { ...text, bestreitung: { stand, grund, stellungnahme: textVon.get(stellungnahmeId) ?? null } };
  });
}

import { frage } from '../../api/kern/aufruf.ts';
import { schreibenroute } from '../../api/schreiben/routen.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';

/** A letter as the API writes it: a document of its own, for the printer as it is (ADR 51). */
export async function schreibenseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto } = anfrage;
  const pfad = { fallId: teil(anfrage, 'fallId'), sequenz: teil(anfrage, 'sequenz') };
  const { dokument } = await frage(umgebung, schreibenroute, { konto, pfad });
  return { art: 'dokument', dokument };
}

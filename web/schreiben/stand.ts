import { z } from 'zod';
import { Absage } from '../../api/kern/absage.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { liesZeile, zeileMit } from '../kern/zeilen.ts';

/** Where something that is changed can be read before: the row, and which of its entries it is. */
type Quelle = {
  readonly zeile: string;
  /** The entry whose id stands under this name in the address of the write. */
  readonly eintrag?: { readonly liste: string; readonly wer: string };
};

const inListe = (zeile: string, wer: string): Quelle => ({ zeile, eintrag: { liste: 'eintraege', wer } });

/** How what a write changes stands before it; a test asks for a row here of every write that names a known version. */
export const STANDQUELLEN: Readonly<Record<string, Quelle>> = {
  aenderePerson: { zeile: 'person' },
  berichtigeKundennummer: { zeile: 'person' },
  aendereBegleitperson: { zeile: 'person', eintrag: { liste: 'begleitpersonen', wer: 'begleitpersonId' } },
  aendereHandlungsbedarf: { zeile: 'person', eintrag: { liste: 'handlungsbedarfe', wer: 'bedarfId' } },
  hebeInteressenkonfliktAuf: inListe('interessenkonflikteMit', 'konfliktId'),
  aendereErbringer: { zeile: 'leistungserbringer' },
  aendereThema: inListe('themen', 'themaId'),
  aendereMitarbeitende: inListe('mitarbeitende', 'id'),
  aendereAnmeldung: inListe('mitarbeitende', 'id'),
  scheideAus: { zeile: 'ausscheidensvorschau' },
  aendereMailwahl: { zeile: 'mailwahl' },
  aendereTeam: inListe('teams', 'id'),
  legeRingFest: { zeile: 'vertretungsring' },
  aendereAbwesenheit: inListe('abwesenheiten', 'abwesenheitId'),
  storniereAbwesenheit: inListe('abwesenheiten', 'abwesenheitId'),
  verschiebeEigeneWiedervorlage: inListe('eigeneWiedervorlagenAmFall', 'wiedervorlageId'),
  beantworteBeschwerde: inListe('beschwerden', 'beschwerdeId'),
};

const Antwort = z.record(z.string(), z.unknown());
const Liste = z.array(z.looseObject({ id: z.string() }));

/** The ids of the address a row needs, too. */
function pfadFuer(zeile: string, pfad: Readonly<Record<string, string>>): Record<string, string> {
  const muster = zeileMit(zeile)?.pfad ?? '';
  return Object.fromEntries(Object.entries(pfad).filter(([name]) => muster.includes(`{${name}}`)));
}

const JE_SEITE = 100;
const SEITEN_HOECHSTENS = 20;

/** Lists come in pages; the one that is changed may stand on any of them. */
async function suche(
  anfrage: Seitenanfrage,
  { zeile, eintrag }: Required<Quelle>,
  pfad: Readonly<Record<string, string>>,
): Promise<unknown> {
  const blaettert = zeileMit(zeile)?.abfrage.safeParse({ limit: String(JE_SEITE) }).success === true;
  for (let seite = 0; seite < SEITEN_HOECHSTENS; seite += 1) {
    const abfrage = blaettert ? { limit: String(JE_SEITE), offset: String(seite * JE_SEITE) } : {};
    const antwort = await liesZeile(anfrage, zeile, {
      schema: Antwort,
      pfad: pfadFuer(zeile, pfad),
      abfrage,
    });
    const liste = Liste.parse(antwort?.[eintrag.liste] ?? []);
    const gefunden = liste.find(({ id }) => id === pfad[eintrag.wer]);
    if (gefunden !== undefined) return gefunden;
    if (!blaettert || liste.length < JE_SEITE) return null;
  }
  return null;
}

/**
 * What is there before it is changed; null for a write that makes something new.
 * @throws Absage NICHT_GEFUNDEN when it is not there (any more).
 */
export async function standVor(
  anfrage: Seitenanfrage,
  name: string,
  pfad: Readonly<Record<string, string>>,
): Promise<unknown> {
  const quelle = STANDQUELLEN[name];
  if (quelle === undefined) return null;
  const { zeile, eintrag } = quelle;
  const stand =
    eintrag === undefined
      ? await liesZeile(anfrage, zeile, { schema: Antwort, pfad: pfadFuer(zeile, pfad) })
      : await suche(anfrage, { zeile, eintrag }, pfad);
  if (stand === null) throw new Absage('NICHT_GEFUNDEN', 'Was Sie ändern wollen, gibt es nicht mehr.');
  return stand;
}

import { fallereignis } from '../../db/akte.ts';
import type { Transaktion } from '../../db/client.ts';
import type { Text } from '../../db/geschichte.ts';
import { liesHandlungsbedarfe } from '../../db/person.ts';
import { fallblatt } from '../../domain/fall/fallblatt.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import { warErfasst } from '../../domain/fall/rueckblick.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';
import type { Zugriff } from '../kern/fallzugriff.ts';
import type { Fallansicht } from './formen.ts';

type Bedarf = Awaited<ReturnType<typeof liesHandlungsbedarfe>>[number];

/** As it was on record at the end of the day; a Handlungsbedarf nobody knew of yet is none. */
function bedarfAm({ id, bezeichnung, status, erkanntAm, verlauf }: Bedarf, tag: Tag) {
  const bisDahin = verlauf.filter(({ erfasstAm }) => warErfasst({ am: erfasstAm }, tag));
  const damals = bisDahin.at(-1)?.status;
  if (damals !== undefined) return [{ id, bezeichnung, status: damals }];
  return verlauf.length === 0 && erkanntAm <= tag ? [{ id, bezeichnung, status }] : [];
}

type Damals = {
  readonly stand: BestehenderFall;
  readonly tag: Tag;
  /** What was on record by then, as far as the colleague may read it today. */
  readonly geschichte: readonly { readonly daten: AllgemeinesEreignis }[];
  readonly textVon: ReadonlyMap<string, Text>;
};

/** What was worked on at the end of a day, for those who read the Fallblatt (V-66); null for all others. */
export async function planungAm(
  tx: Transaktion,
  { leitet, klassen }: Pick<Zugriff, 'leitet' | 'klassen'>,
  { stand, tag, geschichte, textVon }: Damals,
): Promise<Fallansicht['planung']> {
  if (!leitet && !klassen.includes('K3')) return null;
  const bedarfe = (await liesHandlungsbedarfe(tx, stand.personId)).flatMap((bedarf) => bedarfAm(bedarf, tag));
  const ereignisse = geschichte.map(({ daten }) => fallereignis(daten));
  const { handlungsbedarfe, teilziele } = fallblatt({ fall: stand, ereignisse, bedarfe, heute: tag });
  const bezeichnungen = new Map(bedarfe.map(({ id, bezeichnung }) => [id, bezeichnung]));
  return {
    handlungsbedarfe: handlungsbedarfe.map((bedarf) => ({
      ...bedarf,
      bezeichnung: bezeichnungen.get(bedarf.id) ?? '',
    })),
    teilziele: teilziele.map(({ dokumente, ...ziel }) => ({
      ...ziel,
      texte: dokumente.flatMap((id) => ohneKennung(textVon.get(id))),
    })),
  };
}

function ohneKennung(gelesen: Text | undefined): Omit<Text, 'id'>[] {
  if (gelesen === undefined) return [];
  const { feld, klasse, text, bestreitung } = gelesen;
  return [{ feld, klasse, text, ...(bestreitung === undefined ? {} : { bestreitung }) }];
}

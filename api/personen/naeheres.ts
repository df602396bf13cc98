import type { Handlungsbedarfszeile, Personenfall, Personenzeile } from '../../db/person.ts';
import { liesNaeheres, liesStaende, setzeNaeheres, type Naeheres } from '../../db/naeheres.ts';
import type { Transaktion } from '../../db/client.ts';
import { phaseAm } from '../../domain/fall/phasen.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Hbstatus } from '../../domain/kennungen.ts';
import { darfAnPerson, gruendeAnPerson } from '../../domain/rollen/personenrechte.ts';
import type { Erkennungsphase } from '../../domain/zugang/handlungsfeld.ts';
import { Absage, nichtBerechtigt } from '../kern/absage.ts';
import { vermerkeEinsicht } from '../kern/einsicht.ts';
import type { Konto } from '../kern/umgebung.ts';
import type { HandlungsbedarfAenderung, Personansicht } from './formen.ts';

type Akte = { readonly person: Personenzeile; readonly faelle: readonly Personenfall[] };

/** What a request says that is K4 (E06, 001 7.1). */
export type Genannt = Pick<HandlungsbedarfAenderung, 'handlungsfeld' | 'wirksamesInstrument'>;
type Gezeigt = Pick<Personansicht['handlungsbedarfe'][number], 'handlungsfeld' | 'wirksamesInstrument'>;

/** A Handlungsbedarf that did not come to an end was helped by nothing yet. */
export const geholfen = (status: Hbstatus): boolean => status === 'reduziert' || status === 'abgebaut';

/** K4 is written by those who lead a case of the person, nobody else. @throws Absage NICHT_BERECHTIGT */
export function pruefeNaeheres(konto: Konto, { person, faelle }: Akte, genannt: Genannt): void {
  if (Object.values(genannt).every((wert) => wert === undefined)) return;
  if (darfAnPerson(konto, { ...person, faelle }, { klasse: 'K4', art: 'schreibt' })) return;
  throw nichtBerechtigt('Handlungsfeld und Instrument erfasst nur, wer einen Fall der Person führt.');
}

/** @throws Absage REGEL where an instrument is named for what is not reduced */
export function pruefeInstrument({ wirksamesInstrument }: Genannt, status: Hbstatus): void {
  if (wirksamesInstrument === undefined || wirksamesInstrument === null || geholfen(status)) return;
  throw new Absage(
    'REGEL',
    'Was gewirkt hat, steht erst an einem reduzierten oder abgebauten Handlungsbedarf.',
  );
}

export async function merkeNaeheres(
  tx: Transaktion,
  konto: Konto,
  was: Genannt & { readonly id: string; readonly erfasstAm: Instant },
): Promise<void> {
  const { id: handlungsbedarfId, erfasstAm, handlungsfeld, wirksamesInstrument } = was;
  if (handlungsfeld === undefined && wirksamesInstrument === undefined) return;
  const werte = {
    ...(handlungsfeld === undefined ? {} : { handlungsfeld }),
    ...(wirksamesInstrument === undefined ? {} : { wirksamesInstrument }),
  };
  await setzeNaeheres(tx, { ...werte, handlungsbedarfId, erfasstAm, erfasstVon: konto.id });
}

/** E05: the phase in which it was recognised follows from the case that ran on that day; nobody is asked. */
export async function phaseDerErkennung(
  tx: Transaktion,
  personId: string,
  am: Tag,
): Promise<Erkennungsphase> {
  for (const stand of await liesStaende(tx, personId)) {
    const phase = 'begleitung' in stand ? phaseAm(stand.begleitung.phasen, am) : null;
    if (phase !== null) return phase;
  }
  return 'ausserhalb_bfm';
}

/** What the reader sees of K4 at a Handlungsbedarf. */
export type Naeheressicht = (bedarf: Pick<Handlungsbedarfszeile, 'id' | 'status'>) => Gezeigt;

/** Without the right to K4 the fields do not exist: a blank would betray the others. */
const UNSICHTBAR: Naeheressicht = () => ({});

function zeige(naeheres: Naeheres | undefined, status: Hbstatus): Gezeigt {
  return {
    handlungsfeld: naeheres?.handlungsfeld ?? null,
    wirksamesInstrument: geholfen(status) ? (naeheres?.wirksamesInstrument ?? null) : null,
  };
}

/** The K4 of a person's Handlungsbedarfe as this colleague sees it; that it was shown is on record (DS-29). */
export async function naeheresFuer(
  tx: Transaktion,
  konto: Konto,
  { akte: { person, faelle }, am }: { readonly akte: Akte; readonly am: Instant },
): Promise<Naeheressicht> {
  const gruende = gruendeAnPerson(konto, { ...person, faelle }, { klasse: 'K4', art: 'liest' });
  if (gruende.length === 0) return UNSICHTBAR;
  const alle = await liesNaeheres(tx, person.id);
  if (alle.size > 0) {
    const traegt = gruende.map((beziehung) => ({ beziehung, id: null }));
    const wo = { personId: person.id };
    await vermerkeEinsicht(tx, konto, { am, wo, fuer: null, gruende: traegt, klassen: ['K4'] });
  }
  return ({ id, status }) => zeige(alle.get(id), status);
}

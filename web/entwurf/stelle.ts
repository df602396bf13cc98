import { z } from 'zod';
import { Absage } from '../../api/kern/absage.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import type { Formular } from '../tun/formular.ts';

/** Which form a draft is of, whom it is about, and the address that opens it again. */
export type Stelle = {
  readonly ort: string;
  readonly weiter: string;
  readonly fallId: string | null;
  readonly personId: string | null;
};

export function stelleVon(
  { ort, abfrage }: Pick<Seitenanfrage, 'ort' | 'abfrage'>,
  { bezug }: Pick<Formular, 'bezug'>,
): Stelle {
  const { fallId = null, personId = null } = bezug;
  return { ort, weiter: abfrage.size === 0 ? ort : `${ort}?${abfrage.toString()}`, fallId, personId };
}

/** Pages that have forms; none of their addresses is longer than a name and two ids. */
const ORT_HOECHSTENS = 200;
const FORMULARORT = /^\/(?:faelle|personen|tun|beginnen|besprechung)\/[\w/-]+$/u;
const istFormularort = (ort: string): boolean => ort.length <= ORT_HOECHSTENS && FORMULARORT.test(ort);
const kennung = z.uuid();

function kennungAus(rumpf: URLSearchParams, name: string): string | null {
  const text = rumpf.get(name) ?? '';
  return text === '' ? null : kennung.parse(text.toLowerCase());
}

const nirgends = (): Absage => new Absage('NICHT_GEFUNDEN', 'Dieses Formular gibt es nicht.');

/** What a form says of itself. @throws Absage NICHT_GEFUNDEN for an address that is none of a form of Lotse. */
export function stelleAus(rumpf: URLSearchParams): Stelle {
  const weiter = rumpf.get('_ort') ?? '';
  const adresse = URL.parse(weiter, 'http://lotse');
  if (adresse?.origin !== 'http://lotse' || !istFormularort(adresse.pathname)) throw nirgends();
  try {
    const [fallId, personId] = [kennungAus(rumpf, '_fall'), kennungAus(rumpf, '_person')];
    return { ort: adresse.pathname, weiter: adresse.pathname + adresse.search, fallId, personId };
  } catch {
    throw nirgends();
  }
}

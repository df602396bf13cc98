import type { Verhuelltes } from '../../db/eigene-wiedervorlage.ts';
import { huelle, oeffneHuelle } from '../../db/tresor/huelle.ts';
import { Absage } from '../kern/absage.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

type Mittel = Pick<Umgebung, 'tresor'>;

/** Account and row are bound in; the case is by its key, which goes with it in every backup. */
const platz = ({ id: kontoId }: Konto, id: string): string[] => ['lotse-eigene-wiedervorlage-1', kontoId, id];

/** @throws Absage ZUSTAND where the case is erased already */
export async function verhuelle(
  { tresor }: Mittel,
  konto: Konto,
  { id, fallId, satz }: { readonly id: string; readonly fallId: string; readonly satz: string },
): Promise<Buffer> {
  const schluessel = await tresor.schluessel(fallId);
  if (schluessel === null) throw new Absage('ZUSTAND', 'Dieser Fall ist gelöscht; er nimmt nichts mehr auf.');
  return huelle(schluessel, Buffer.from(satz), platz(konto, id));
}

/** The sentences in clear; a row that does not open is left out. */
export async function enthuelle<Z extends Verhuelltes>(
  { tresor }: Mittel,
  konto: Konto,
  zeilen: readonly Z[],
): Promise<(Omit<Z, 'inhalt'> & { satz: string })[]> {
  const schluessel = await tresor.vorhandene([...new Set(zeilen.map(({ fallId }) => fallId))]);
  return zeilen.flatMap(({ inhalt, ...zeile }) => {
    const eigener = schluessel.get(zeile.fallId);
    const klar = eigener === undefined ? null : oeffneHuelle(eigener, inhalt, platz(konto, zeile.id));
    return klar === null ? [] : [{ ...zeile, satz: klar.toString('utf8') }];
  });
}

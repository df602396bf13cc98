import type { Transaktion } from '../../../db/client.ts';
import { alsSystem } from '../../../db/systemzugriff.ts';
import { ladePruefakten, potenzialkopf } from '../../../db/potenzial.ts';
import {
  darfAmPotenzial,
  POTENZIALRECHTE,
  type Potenzialsachbefehl,
} from '../../../domain/rollen/potenzialrechte.ts';
import type { Potenzialumfeld } from '../formen/potenzial.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import { unsichtbar } from '../../kern/unsichtbar.ts';
import type { Befehlsort, Vorbereitung } from '../befehlsort.ts';

type Geladen = Pick<Vorbereitung, 'ablehnung' | 'zeilenversionen' | 'fuer'> & {
  readonly umfeld: Omit<Potenzialumfeld, 'kopf'>;
};

/** Authorises and loads the facts of a command on a check record. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN. */
export async function ladePotenzialumfeld(
  tx: Transaktion,
  befehl: Potenzialsachbefehl,
  { konto, id, at }: Pick<Befehlsort, 'konto' | 'id' | 'at'>,
): Promise<Geladen> {
  if (!POTENZIALRECHTE[befehl].includes(konto.rolle)) throw nichtBerechtigt();
  // A suggestion is open to every FM, who reads nothing of the record (TR06).
  const lies = (): ReturnType<typeof potenzialkopf> => potenzialkopf(tx, id);
  const kopf = befehl === 'uebergang_anregen' ? await alsSystem(tx, 'befehl', lies) : await lies();
  if (kopf === null)
    throw await unsichtbar(tx, { tabelle: 'vorgang', id, was: 'Eine Prüfung zu dieser Person' });
  const { team, lage, policy } = kopf.stand;
  if (!darfAmPotenzial(konto, befehl, { team, pap: lage.pap, fmU25: lage.fmU25 })) throw nichtBerechtigt();
  if (befehl !== 'komplexprofil_pruefen')
    return { ablehnung: null, zeilenversionen: {}, fuer: null, umfeld: { fakten: null } };
  const { fakten, version } = await ladePruefakten(tx, id, { policy, at });
  return { ablehnung: null, zeilenversionen: { [`person:${id}`]: version }, fuer: null, umfeld: { fakten } };
}

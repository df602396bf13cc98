import { hebeAuf, verwirf } from '../../api/formularentwurf/faelle.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { pruefeKonto } from '../tun/absenden.ts';
import { felderAus } from './bestand.ts';
import { stelleAus } from './stelle.ts';

/** Keeps what somebody has typed, by a button or by the script of the page, and shows the form again. */
export async function hebeEntwurfAuf(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  const { umgebung, konto, rumpf } = anfrage;
  const { weiter, ...stelle } = stelleAus(rumpf);
  await hebeAuf(umgebung, konto, { ...stelle, felder: felderAus(rumpf, rumpf.get('_schluessel') ?? '') });
  return { art: 'weiter', ort: weiter };
}

/** Begins the form anew. */
export async function verwirfEntwurf({ umgebung, konto, rumpf }: Seitenanfrage): Promise<Seitenantwort> {
  const { ort, weiter } = stelleAus(rumpf);
  await verwirf(umgebung, konto, ort);
  return { art: 'weiter', ort: weiter };
}

import { hebeAuf, liesEntwurf, type Entwurf } from '../../api/formularentwurf/faelle.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import type { Formular } from '../tun/formular.ts';
import { stelleVon } from './stelle.ts';

const SCHLUESSEL = '_schluessel';

/** What was typed, and the key it shall be sent with: not what a form says of itself, nor what it searches. */
export function felderAus(rumpf: URLSearchParams, schluessel: string): string {
  const getippt = [...rumpf].filter(([name]) => !name.startsWith('_'));
  return new URLSearchParams([...getippt, [SCHLUESSEL, schluessel]]).toString();
}

/** What came in and is not recorded yet is kept, should the page be closed. Where that fails it still stands in the page. */
export async function behalte(anfrage: Seitenanfrage, formular: Formular, schluessel: string): Promise<void> {
  const { umgebung, konto, rumpf } = anfrage;
  const felder = felderAus(rumpf, schluessel);
  await hebeAuf(umgebung, konto, { ...stelleVon(anfrage, formular), felder }).catch(() => undefined);
}

type Begonnenes = {
  readonly werte: URLSearchParams;
  readonly schluessel: string;
  readonly begonnen: Entwurf;
};

/** What was begun in this form; null where nothing was. */
export async function liesBegonnenes(anfrage: Seitenanfrage): Promise<Begonnenes | null> {
  const begonnen = await liesEntwurf(anfrage.umgebung, anfrage.konto, anfrage.ort);
  if (begonnen === null) return null;
  const werte = new URLSearchParams(begonnen.felder);
  return { werte, schluessel: werte.get(SCHLUESSEL) ?? '', begonnen };
}

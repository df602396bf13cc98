import { folge } from '../vorgang/entwurf.ts';
import { beginne } from '../vorgang/schritt.ts';
import { FALL } from './aggregat.ts';
import type { Ereignis } from './ereignisse.ts';

/** The first events of a case, and the id they are recorded under. */
export type Fallbeginn = {
  readonly fallId: string;
  readonly befehlId: string;
  readonly ereignisse: readonly Ereignis[];
};

/** TR64: what begins with the end of a case that was passed on to another team; null where nothing does. */
export function folgefallAus(von: string, ereignis: Ereignis): Fallbeginn | null {
  if (ereignis.art !== 'weitergeleitet' || ereignis.folgefall === undefined) return null;
  const { fallId, gruendung, grundlage, besprochenAm } = ereignis.folgefall;
  const befehlId = `weiterleitung/${ereignis.id}`;
  const { akteur, fuer } = ereignis;
  const wer = fuer === undefined ? { akteur } : { akteur, fuer };
  const ereignisse = beginne(FALL, fallId, {
    anlass: { id: befehlId, at: ereignis.am, wer },
    ereignis: folge('TR64', ereignis.ereignisAm, {
      art: 'vorgemerkt',
      gruendung,
      erlaeutertAm: besprochenAm,
      quelle: { art: 'weiterleitung', fall: von, grundlage },
    }),
  });
  return { fallId, befehlId, ereignisse };
}

import type { SafeHtml } from '@remix-run/html-template';
import type { Konfliktansicht } from '../../api/zuordnung/formen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import { konfliktliste } from '../../api/zuordnung/routen.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { zeitpunkt } from '../kern/datum.ts';
import { abschnitt } from '../schreiben/abschnitt.ts';
import { tunspalte } from '../schreiben/verweis.ts';

/** Who may not get the cases of this person, the fact and never why; null for roles that have no part in it. */
export async function konflikte(anfrage: Seitenanfrage, personId: string): Promise<SafeHtml | null> {
  const { umgebung, konto } = anfrage;
  const liste = await frageWennErlaubt(umgebung, konfliktliste, { konto, pfad: { personId } });
  if (liste === null) return null;
  const aufheben = tunspalte<Konfliktansicht>(konto, ({ id, fm }) => ({
    name: 'hebeInteressenkonfliktAuf',
    kennungen: [id, personId],
    wort: 'Aufheben',
    wovon: fm.anzeigename,
  }));
  return abschnitt(konto, {
    id: 'konflikte',
    titel: 'Interessenkonflikte',
    eintraege: liste.eintraege,
    spalten: [
      { kopf: 'Wer', zelle: ({ fm }) => fm.anzeigename },
      { kopf: 'Vermerkt', zelle: ({ vermerktAm }) => zeitpunkt(vermerktAm) },
      aufheben,
    ],
    leer: 'Keiner vermerkt.',
    tun: [
      { name: 'vermerkeInteressenkonflikt', kennungen: [personId], wort: 'Interessenkonflikt vermerken' },
    ],
  });
}

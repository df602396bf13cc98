import { v5 as uuidV5 } from 'uuid';
import type { Bezugsort } from '../../../db/akte.ts';
import type { Bezug } from '../../../domain/fall/befehle.ts';
import { vormerkungVon } from '../../../domain/fall/fall.ts';
import type { Eintrag, Verlegungsziel } from '../../../domain/fall/eintrag.ts';
import { eintragAus } from '../../../domain/fall/ruecknahme.ts';
import { zeileVon } from '../../../domain/fall/uebergaenge/katalog.ts';
import { darf } from '../../../domain/rollen/befehlsrechte.ts';
import type { Fallvorhaben } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { abgelehnt, geladen, type Abgelehnt, type Geladen } from './lader.ts';

/** Namespace of the keys under which another case hears of an entry; fixed for ever. */
const SENDUNGEN = '4b8a7f0e-2c55-4f0e-9d67-8a1f2f3c7b60';

type MitBezug = { readonly bezug: Bezugsort; readonly ziel?: string | undefined };

/** Where the entry is moved to. Whoever moves it may take entries back there, too: nobody writes into a case that is not theirs. */
async function verlegungsziel(
  leser: Aktenleser,
  { kopf, konto, eingabe }: Fallvorhaben<MitBezug>,
  ereignis: string,
): Promise<Verlegungsziel | null | Abgelehnt> {
  if (eingabe.ziel === undefined) return null;
  const ziel = await leser.fallkopf(eingabe.ziel);
  if (ziel === null || !darf(konto, 'eintrag_zurueckziehen', ziel))
    return abgelehnt(
      'TR61',
      'In den anderen Fall dürfen Sie nicht eintragen; die Teamleitung kann verlegen.',
    );
  return {
    fall: ziel.id,
    sendung: uuidV5(`${ereignis}|${ziel.id}`, SENDUNGEN),
    selbePerson: ziel.personId === kopf.personId,
    vorgemerktAm: vormerkungVon(ziel.stand).am,
    nimmtKontakte: zeileVon('TR54').von.includes(ziel.stand.zustand),
  };
}

/** TR61: the entry that is meant, with what came of it, and the case it belongs to. */
export async function eintragMitZiel(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<MitBezug>,
): Promise<Geladen<Eintrag & { readonly bezug: Bezug; readonly ziel: Verlegungsziel | null }>> {
  const gefunden = await leser.eintrag(vorhaben.id, vorhaben.eingabe.bezug);
  if (gefunden === null) return abgelehnt('TR61', 'Einen solchen Eintrag gibt es in diesem Fall nicht.');
  const { ereignis, ereignisse } = gefunden;
  const { id, art, akteur } = ereignis;
  const ziel = await verlegungsziel(leser, vorhaben, id);
  if (ziel !== null && 'ablehnung' in ziel) return ziel;
  return geladen({ ...eintragAus(ereignisse, ereignis), bezug: { ereignis: id, art, akteur }, ziel });
}

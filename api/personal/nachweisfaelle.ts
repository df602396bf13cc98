import { v7 as uuidV7 } from 'uuid';
import { mitAkteur } from '../../db/client.ts';
import { liesExternnachweise } from '../../db/mitarbeitende.ts';
import * as ablage from '../../db/personal.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { absageDesNachweises, fehlendeNachweise } from '../../domain/organisation/nachweis.ts';
import { Absage, lehneAb, veraltet } from '../kern/absage.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import { gefuehrte } from './faelle.ts';
import type { Nachweise, NachweisNeu } from './formen.ts';

/** 003 ch8: what an external Fallmanagement proved; a newer proof of a kind takes the place of the last. */
export function erfasseNachweis(
  umgebung: Umgebung,
  konto: Konto,
  { id: mitarbeitendeId, schluessel, rumpf }: SchreibenAn<NachweisNeu>,
): Promise<Angelegt> {
  const was = { ort: mitarbeitendeId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const wer = await gefuehrte(tx, konto, mitarbeitendeId);
    if (wer.rolle !== 'fm_extern')
      throw new Absage('REGEL', 'Nachweise führt Lotse für externes Fallmanagement.', { regel: 'V-52' });
    lehneAb(absageDesNachweises(rumpf, ortstag(am)));
    const id = uuidV7();
    await ablage.fuegeNachweisAn(tx, {
      ...rumpf,
      id,
      mitarbeitendeId,
      erfasstAm: am,
      erfasstVon: konto.id,
    });
    // A commission rests on the proofs, so it notices the change (V-75).
    const version = await ablage.aendereMitarbeitende(tx, wer, {});
    if (version === null) throw veraltet();
    await vermerke(tx, konto, { am, aktion: 'nachweis_erfasst', gegenstand: `externnachweis:${id}` });
    return { id, version };
  });
}

/** The proofs with what is missing today. */
export function nachweise({ db, uhr }: Umgebung, konto: Konto, id: string): Promise<Nachweise> {
  const heute = ortstag(uhr.jetzt());
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    await gefuehrte(tx, konto, id);
    const alle = await liesExternnachweise(tx, id);
    const eintraege = alle.map(({ art, ausgestelltAm, gueltigBis, erfasstAm }) => {
      return { art, ausgestelltAm, gueltigBis, erfasstAm };
    });
    return { eintraege, fehlend: fehlendeNachweise(alle, heute) };
  });
}

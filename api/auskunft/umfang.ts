import { kollegin } from '../../db/mitarbeitende.ts';
import { liesAlleFaelle } from '../../db/auskunft.ts';
import type { Transaktion } from '../../db/client.ts';
import { liesGeltende } from '../../db/sonderzugriff.ts';
import type { Rechtsbeziehung } from '../../domain/rollen/matrix.ts';
import { nichtBerechtigt } from '../kern/absage.ts';
import type { Konto } from '../kern/umgebung.ts';
import { sichtbar } from '../personen/faelle.ts';

export type Fallverweis = Awaited<ReturnType<typeof liesAlleFaelle>>[number];

/** Which cases somebody tells the person about, and under which relation; the others are named for those to tell who lead them. */
type Umfang = {
  readonly beziehung: Rechtsbeziehung;
  /** For the log: the relation, and each access with a reason. */
  readonly grund: string;
  readonly eigene: readonly Fallverweis[];
  readonly andere: readonly Fallverweis[];
};

/** Cases of an FM who has left, or of none, that the colleague has opened with a reason (DS-29). */
async function geoeffnete(tx: Transaktion, konto: Konto, faelle: readonly Fallverweis[]) {
  const offen = new Map<Fallverweis, string>();
  for (const fall of faelle) {
    const leitet = fall.fmId === null ? null : await kollegin(tx, fall.fmId);
    if (leitet?.aktiv === true) continue;
    const gruende = await liesGeltende(tx, { wer: konto.id, fallId: fall.id, jetzt: konto.am });
    const notzugriff = gruende.find(({ art }) => art === 'notzugriff');
    if (notzugriff !== undefined) offen.set(fall, notzugriff.id);
  }
  return offen;
}

/**
 * ADR 36: nobody tells more than they may read. The Fallmanager tells of the person and of the cases they lead, in their own
 * name, and of those of an FM who has left and that they have opened with a reason; of a person without any case the pAp. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT
 */
export async function umfangFuer(tx: Transaktion, konto: Konto, personId: string): Promise<Umfang> {
  const alle = await liesAlleFaelle(tx, personId);
  if (konto.rolle === 'fm') {
    const gefuehrte = alle.filter(({ fmId }) => fmId === konto.id);
    const fremde = alle.filter(({ fmId }) => fmId !== konto.id);
    const offen = await geoeffnete(tx, konto, fremde);
    const beziehung = gefuehrte.length > 0 ? 'zustaendig' : 'notzugriff';
    const grund = [
      ...(gefuehrte.length > 0 ? ['zustaendig'] : []),
      ...[...offen.values()].map((id) => `notzugriff:${id}`),
    ].join(' ');
    if (grund !== '')
      return {
        beziehung,
        grund,
        eigene: [...gefuehrte, ...offen.keys()],
        andere: fremde.filter((fall) => !offen.has(fall)),
      };
  }
  const { person } = await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' });
  if (konto.rolle !== 'pap' || alle.length > 0 || person.papId !== konto.id)
    throw nichtBerechtigt('Auskunft gibt, wer den Fall führt; ohne Fall die Ansprechperson.');
  return { beziehung: 'betreuend', grund: 'betreuend', eigene: [], andere: [] };
}

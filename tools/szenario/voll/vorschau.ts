import { isDeepStrictEqual } from 'node:util';
import { vorschauSchema, type Vorschau } from '../../../api/vorschau/formen.ts';
import { fallkopf } from '../../../db/akte.ts';
import { mitAkteur, type Datenbank } from '../../../db/client.ts';
import type { Vorgangsbezug } from '../../../db/verweis.ts';
import type { Pruefapi } from '../../probehaus/api.ts';
import type { Absage, Befehlsergebnis } from '../motor.ts';
import { absage, rufe, type Sachschritt } from './zugriff.ts';

type Ziel = {
  readonly bezug: Vorgangsbezug | null;
  readonly rumpf: unknown;
  /** Of every so many commands one is asked about. */
  readonly jede: number;
};
/** @param eroeffnet the case the command has begun */
type Vergleich = (ergebnis: Befehlsergebnis, db: Datenbank, eroeffnet: string | null) => Promise<void>;

/** Outcome and open duties, in a form in which what was said and what came can be compared. */
type Folge =
  | { readonly absage: Absage }
  | { readonly zustand: string | null; readonly warnungen: unknown; readonly fristen: unknown };

function gesagt({ zustand, warnungen, fristen }: Vorschau): Folge {
  const offene = fristen.filter(({ ende }) => ende === null);
  return {
    zustand,
    warnungen,
    fristen: offene.map(({ id, vorkommen, faellig }) => [id, vorkommen, faellig]).sort(),
  };
}

async function geschehen(db: Datenbank, fallId: string, ergebnis: Befehlsergebnis): Promise<Folge> {
  if (!('ergebnis' in ergebnis)) return { absage: ergebnis };
  const kopf = await mitAkteur(db, { system: 'wartung' }, (tx) => fallkopf(tx, fallId));
  const offene = (kopf?.stand.fristen ?? []).filter(({ ende }) => ende === null);
  const { zustand, warnungen } = ergebnis;
  return {
    zustand,
    warnungen,
    fristen: offene.map(({ id, vorkommen, faellig }) => [id, vorkommen, faellig]).sort(),
  };
}

/**
 * Asks what a command on a case, or one that begins it, would do (ADR 65).
 * @returns compares that with what the command then did; @throws where it was another thing
 */
export async function siehVoraus(
  api: Pruefapi,
  schritt: Sachschritt,
  { bezug, rumpf: eingabe, jede }: Ziel,
): Promise<Vergleich> {
  if ((bezug !== null && bezug.art !== 'fall') || schritt.nummer % jede !== 0) return () => Promise.resolve();
  const { befehl } = schritt;
  const fall = bezug === null ? '' : `/${bezug.id}`;
  const anfrage = { methode: 'POST', pfad: `/api/v1/faelle${fall}/vorschau`, rumpf: { befehl, eingabe } };
  const { status, inhalt } = await rufe(api, schritt, anfrage);
  const soll: Folge =
    status === 200 ? gesagt(vorschauSchema.parse(inhalt)) : { absage: absage(status, inhalt) };
  return async (ergebnis, db, eroeffnet) => {
    const ist = await geschehen(db, bezug?.id ?? eroeffnet ?? '', ergebnis);
    if (isDeepStrictEqual(soll, ist)) return;
    throw new Error(
      `Die Vorschau auf ${befehl} sagte ${JSON.stringify(soll)}, es kam ${JSON.stringify(ist)}`,
    );
  };
}

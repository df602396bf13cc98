import { fallereignis } from '../../db/akte.ts';
import { FALLABLAGE } from '../../db/ablage.ts';
import type { Transaktion } from '../../db/client.ts';
import { liesGeschichte, liesTexte, type Text } from '../../db/geschichte.ts';
import { liesHandlungsbedarfe } from '../../db/person.ts';
import { fallblatt } from '../../domain/fall/fallblatt.ts';
import { protokollAus } from '../../domain/fall/protokoll.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Fallblattansicht, Protokollansicht } from './blattformen.ts';
import { mitBestreitungen } from './bestreitungsmarke.ts';
import { nichtBerechtigt } from '../kern/absage.ts';
import { schaueAn } from '../kern/einsicht.ts';
import type { Zugriff } from '../kern/fallzugriff.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

export type Einsicht = {
  readonly tx: Transaktion;
  readonly zugriff: Zugriff;
  readonly ereignisse: readonly Ereignis[];
  /** The texts of some documents, in their order, without those the colleague may not read. */
  readonly texteZu: (dokumente: readonly string[]) => Omit<Text, 'id'>[];
  readonly heute: string;
};

/**
 * The restricted area of a case (DS-01): the Fallmanager, whoever represents them today, an external FM, a sample.
 * Every look is on record (DS-29). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT.
 */
export function imGeschuetztenBereich<Ansicht>(
  umgebung: Umgebung,
  wer: { readonly konto: Konto; readonly fallId: string },
  zeige: (einsicht: Einsicht) => Promise<Ansicht>,
): Promise<Ansicht> {
  const { fallId } = wer;
  return schaueAn(umgebung, { ...wer, fest: ['K3'] }, async ({ tx, am, zugriff }) => {
    const { klassen, leitet } = zugriff;
    if (!leitet && !klassen.includes('K3')) throw nichtBerechtigt();
    const geschichte = await liesGeschichte(tx, FALLABLAGE.ereignisse, fallId);
    const gelesen = await liesTexte(
      tx,
      { art: 'fall', id: fallId },
      { klassen, dazu: [], tresor: umgebung.tresor },
    );
    const texte = await mitBestreitungen(tx, fallId, gelesen);
    const textVon = new Map(texte.map(({ id, ...text }) => [id, text]));
    return zeige({
      tx,
      zugriff,
      ereignisse: geschichte.map(({ daten }) => fallereignis(daten)),
      texteZu: (dokumente) => dokumente.flatMap((id) => textVon.get(id) ?? []),
      heute: ortstag(am),
    });
  });
}

/** V-66: the essential Handlungsbedarfe, their order, goals and agreement, and what is missing. */
export function liesFallblatt(umgebung: Umgebung, konto: Konto, fallId: string): Promise<Fallblattansicht> {
  return imGeschuetztenBereich(umgebung, { konto, fallId }, async (einsicht) => {
    const { tx, zugriff, ereignisse, texteZu, heute } = einsicht;
    const { fall } = zugriff.zeile;
    const akte = await liesHandlungsbedarfe(tx, fall.personId);
    const bezeichnungen = new Map(akte.map(({ id, bezeichnung }) => [id, bezeichnung]));
    const bedarfe = akte.map(({ id, status }) => ({ id, status }));
    const blatt = fallblatt({ fall: fall.stand, ereignisse, bedarfe, heute });
    const { phasen, arbeitsbuendnis, handlungsbedarfe, teilziele, vereinbarung, unvollstaendig } = blatt;
    return {
      fallId: fall.id,
      fallnummer: fall.fallnummer,
      phasen: [...phasen],
      arbeitsbuendnis,
      handlungsbedarfe: handlungsbedarfe.map((hb) => ({
        ...hb,
        bezeichnung: bezeichnungen.get(hb.id) ?? '',
      })),
      teilziele: teilziele.map(({ dokumente, ...ziel }) => ({ ...ziel, texte: texteZu(dokumente) })),
      vereinbarung: vereinbarung === null ? null : vereinbarungsansicht(vereinbarung, texteZu),
      unvollstaendig: [...unvollstaendig],
    };
  });
}

function vereinbarungsansicht(
  vereinbarung: NonNullable<ReturnType<typeof fallblatt>['vereinbarung']>,
  texteZu: Einsicht['texteZu'],
): Fallblattansicht['vereinbarung'] {
  const { typ, fassung, seit, gueltigBis, handlungsbedarfe, teilziele, dokumente } = vereinbarung;
  return {
    typ,
    fassung,
    seit,
    gueltigBis,
    handlungsbedarfe: [...handlungsbedarfe],
    teilziele: [...teilziele],
    texte: texteZu(dokumente),
  };
}

/** E16: the Assessment for those who lead the case; the pAp sees the labels of the Handlungsbedarfe, never this (V-35). */
export function liesProtokoll(umgebung: Umgebung, konto: Konto, fallId: string): Promise<Protokollansicht> {
  return imGeschuetztenBereich(umgebung, { konto, fallId }, ({ ereignisse, texteZu }) => {
    const { fassungen, eintraege } = protokollAus(ereignisse);
    return Promise.resolve({
      fallId,
      fassungen: fassungen.map(({ dokumente, ...fassung }) => ({ ...fassung, texte: texteZu(dokumente) })),
      eintraege: eintraege.map(({ dokumente, ...eintrag }) => ({ ...eintrag, texte: texteZu(dokumente) })),
    });
  });
}

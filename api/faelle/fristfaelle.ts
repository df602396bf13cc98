import { FALLABLAGE } from '../../db/ablage.ts';
import { liesFristen, liesGeschichte, type Mensch } from '../../db/geschichte.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { fristschluessel } from '../../domain/pflicht/frist.ts';
import { fristgeschichten, type Fristeintrag } from '../../domain/pflicht/fristgeschichte.ts';
import type { Fristerklaerung } from './formen.ts';
import { nichtGefunden } from '../kern/absage.ts';
import { fristansicht, ohneHerleitung } from '../kern/akteneinsicht.ts';
import { schaueAn } from '../kern/einsicht.ts';
import { siehtEreignis, type Zugriff } from '../kern/fallzugriff.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

type Frage = { readonly fallId: string; readonly fristId: string; readonly vorkommen: number };

/** One change as this colleague may see it: who does not lead the case does not learn of what hints at health. */
function verlaufszeile(
  { akteur, durch, ...eintrag }: Fristeintrag,
  menschen: ReadonlyMap<string, Mensch>,
  zugriff: Pick<Zugriff, 'klassen'>,
): Fristerklaerung['verlauf'][number] {
  return {
    ...eintrag,
    akteur: akteur === null ? null : (menschen.get(akteur) ?? null),
    durch: siehtEreignis(durch, zugriff) ? durch : null,
  };
}

/**
 * Why a duty of a case exists, from what it was computed, under which policy, and who moved it when.
 * @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT.
 */
export function fristerklaerung(
  umgebung: Umgebung,
  konto: Konto,
  { fallId, fristId, vorkommen }: Frage,
): Promise<Fristerklaerung> {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, am, zugriff }) => {
    const zeilen = await liesFristen(tx, FALLABLAGE.fristen, fallId);
    const zeile = zeilen.find((z) => z.fristId === fristId && z.vorkommen === vorkommen);
    if (zeile === undefined) throw nichtGefunden('Diese Frist');
    const geschichte = await liesGeschichte(tx, FALLABLAGE.ereignisse, fallId);
    const menschen = new Map(
      geschichte.flatMap(({ akteur }) => (akteur === null ? [] : [[akteur.id, akteur]])),
    );
    const alle = fristgeschichten(geschichte.map(({ daten }) => daten));
    const eigene = alle.get(fristschluessel({ id: fristId, vorkommen })) ?? [];
    const frist = fristansicht(zeile, ortstag(am));
    return {
      ...(zugriff.leitet ? frist : ohneHerleitung(frist)),
      policy: zeile.offen ? zugriff.zeile.fall.policyversion : (eigene.at(-1)?.policy ?? 'standard'),
      verlauf: eigene.map((eintrag) => verlaufszeile(eintrag, menschen, zugriff)),
    };
  });
}

import { fallereignis } from '../../db/akte.ts';
import type { BestehenderFall } from '../../domain/fall/fall.ts';
import { entbindungAm, type Leistung } from '../../domain/fall/leistungen.ts';
import { tageZwischen, type Tag } from '../../domain/frist/tag.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';
import type { Fallansicht } from './formen.ts';

function leistungsansicht(leistung: Leistung, heute: Tag): Fallansicht['leistungen'][number] {
  const { nummer, leistungsart, erbringer, verbindlichkeit, rueckmeldung, beginn, ende, am } = leistung;
  const entbindung = entbindungAm(leistung, heute);
  return {
    nummer,
    leistungsart,
    erbringer,
    verbindlichkeit,
    rueckmeldung,
    zugewiesenAm: am,
    beginnAm: beginn?.am ?? null,
    // A service that ran before it was included waited for nothing.
    wartezeitTage: beginn === null ? null : Math.max(0, tageZwischen(am, beginn.am)),
    endeAm: ende?.am ?? null,
    ergebnis: ende?.ergebnis ?? null,
    austauschErlaubt: entbindung !== null,
    einwilligungBis: entbindung?.gueltigBis ?? null,
  };
}

/** The § 16a services of a case as those see them who lead it (E21). */
export function leistungsansichten(stand: BestehenderFall, heute: Tag): Fallansicht['leistungen'] {
  if (!('begleitung' in stand)) return [];
  return stand.begleitung.leistungen.map((leistung) => leistungsansicht(leistung, heute));
}

/**
 * Texts nobody reads any more: after a revocation their feedback was found to be no longer necessary (TR35). They are
 * locked at once; the erasure removes them.
 */
export function gesperrteTexte(geschichte: readonly { readonly daten: AllgemeinesEreignis }[]): Set<string> {
  const gesperrt = new Set<string>();
  const eingegangen = new Map<number, string[]>();
  for (const { daten } of geschichte) {
    const ereignis = fallereignis(daten);
    if (ereignis.art === 'rueckmeldung_eingegangen') {
      const ids = ereignis.dokumente.map(({ id }) => id);
      eingegangen.set(ereignis.leistung, [...(eingegangen.get(ereignis.leistung) ?? []), ...ids]);
    }
    if (ereignis.art === 'rueckmeldungen_geprueft' && ereignis.ergebnis === 'loeschen') {
      for (const id of eingegangen.get(ereignis.leistung) ?? []) gesperrt.add(id);
    }
  }
  return gesperrt;
}

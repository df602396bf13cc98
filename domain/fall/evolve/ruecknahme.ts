import type { EreignisVon } from '../ereignisse.ts';
import type { Begleitung, BestehenderFall } from '../fall.ts';
import type { Zurueckgezogenes } from '../eintrag.ts';
import { istTatsache } from './tatsache.ts';
import type { Folgezeilen } from './zeilen.ts';

/** Takes every fact of the events out, wherever the case keeps it: out of lists, and null where it stands alone. */
function ohne(wert: unknown, weg: ReadonlySet<string>): unknown {
  if (typeof wert !== 'object' || wert === null) return wert;
  if (istTatsache(wert) && weg.has(wert.ereignis)) return null;
  if (Array.isArray(wert)) {
    return wert
      .map((teil: unknown) => ({ teil, neu: ohne(teil, weg) }))
      .filter(({ teil, neu }) => neu !== null || teil === null)
      .map(({ neu }) => neu);
  }
  return Object.fromEntries(
    Object.entries(wert).map(([name, teil]: [string, unknown]) => [name, ohne(teil, weg)]),
  );
}

/** What hangs on an entry by its number; the fact itself goes with all others. */
function ohneNummern(begleitung: Begleitung, teile: readonly Zurueckgezogenes[]): Begleitung {
  const { assessment, planung } = begleitung;
  const eintraege = new Set(teile.map(({ eintrag }) => eintrag));
  const wieder = teile.flatMap(({ reaktionZu }) => (reaktionZu === undefined ? [] : [reaktionZu]));
  const offen = new Set([...(assessment?.offeneReaktionen ?? []), ...wieder]);
  const ziele = new Set(teile.map(({ teilziel }) => teilziel));
  const gemeint = new Set(planung.teilziele.filter((z) => ziele.has(z.nummer)).map((z) => z.handlungsbedarf));
  const nochMitZiel = new Set(
    planung.teilziele.filter((z) => !ziele.has(z.nummer)).map((z) => z.handlungsbedarf),
  );
  return {
    ...begleitung,
    assessment:
      assessment === null
        ? null
        : {
            ...assessment,
            offeneReaktionen: [...offen].filter((n) => !eintraege.has(n)).sort((a, b) => a - b),
          },
    planung: {
      ...planung,
      bedarfeMitZiel: planung.bedarfeMitZiel.filter((id) => !gemeint.has(id) || nochMitZiel.has(id)),
      vorschlag:
        planung.vorschlag !== null && ziele.has(planung.vorschlag.teilziel) ? null : planung.vorschlag,
    },
  };
}

/** TR61: as if it had never been entered; the record keeps that it was, by whom, and why it went. */
function zurueckgezogen(
  fall: BestehenderFall,
  { teile }: EreignisVon<'eintrag_zurueckgezogen'>,
): BestehenderFall {
  const ohneZahlen =
    'begleitung' in fall ? { ...fall, begleitung: ohneNummern(fall.begleitung, teile) } : fall;
  // Only facts that may be missing are ever withdrawn (ruecknahme.ts); the shape stays that of the state.
  const neu = ohne(ohneZahlen, new Set(teile.map(({ ereignis }) => ereignis))) as BestehenderFall;
  if (!teile.some((t) => t.trotzKriteriumB === true)) return neu;
  return { ...neu, auffaelligkeiten: neu.auffaelligkeiten.filter((a) => a !== 'kriterium_b') };
}

export const RUECKNAHME = { eintrag_zurueckgezogen: zurueckgezogen } satisfies Partial<Folgezeilen>;

import type { z } from 'zod';
import type { Feldfehler } from '../../api/kern/absage.ts';
import { rueckmeldungNeu, type Linkansicht } from '../../api/rueckmeldung/formen.ts';
import { fragenAus, type Feld } from '../tun/feld.ts';
import { leseEingabe } from '../tun/lies.ts';

/** Fields of the contract by the kind of report. */
const JE_ART: ReadonlyMap<string, readonly Feld[]> = new Map(
  rueckmeldungNeu.options.map((eine): [string, readonly Feld[]] => [
    eine.shape.art.value,
    fragenAus(eine satisfies z.ZodType).felder,
  ]),
);

/** Asked in words of its own, or not asked but known: the secret and the kind. */
const GETRENNT: ReadonlySet<string> = new Set(['zugang', 'art']);

/** Where the cursor, the script and a mistake find the code. */
export const ZUGANGSFELD: Feld = {
  art: 'zeile',
  pfad: 'zugang',
  name: 'Code aus der E-Mail',
  pflicht: true,
  hinweis: 'Der Teil des Links hinter dem Zeichen #. Sie können auch den ganzen Link einfügen.',
  vorgabe: undefined,
  leerbar: false,
};

/** Out of a mail people take the whole link, or what stands behind `#`, with blanks around it. */
export const zugangAus = (rumpf: URLSearchParams): string =>
  (rumpf.get('zugang') ?? '').split('#').at(-1)?.trim() ?? '';

/** In the words a provider is asked with. */
function gefragt(feld: Feld): Feld {
  const { pfad, pflicht, vorgabe, leerbar } = feld;
  switch (pfad) {
    case 'tag':
      return { ...feld, name: 'Von welchem Tag berichten Sie?', hinweis: null };
    case 'bericht':
      return {
        art: 'absatz',
        name: 'Ihr Bericht',
        hinweis: 'Bitte nennen Sie keine Namen; das Zeichen genügt.',
        ...{ pfad, pflicht, vorgabe, leerbar },
      };
    case 'ergebnis':
      return { ...feld, name: 'Wie ist es ausgegangen?', hinweis: 'Nur beim Abschluss.' };
    default:
      return feld;
  }
}

/** The form for what is asked for today, and nothing else (V-46). */
export function felderFuer(erbeten: Linkansicht['erbeten']): readonly Feld[] {
  const [einzige, ...andere] = erbeten;
  const art: Feld = {
    art: 'wahl',
    werte: erbeten,
    pfad: 'art',
    name: 'Worüber berichten Sie?',
    pflicht: true,
    hinweis: null,
    vorgabe: andere.length === 0 ? einzige : undefined,
    leerbar: false,
  };
  const alle = new Map(
    erbeten.flatMap((eine) => JE_ART.get(eine) ?? []).map((feld) => [feld.pfad, gefragt(feld)]),
  );
  return [art, ...[...alle.values()].filter(({ pfad }) => !GETRENNT.has(pfad))];
}

/** The report as its contract wants it: what only another kind asks for was not in sight, and is not sent. */
export function leseMeldung(rumpf: URLSearchParams): object {
  const felder = JE_ART.get(rumpf.get('art') ?? '') ?? [];
  return { ...leseEingabe(felder, rumpf), zugang: zugangAus(rumpf) };
}

/** What to do about a field that was left empty; contracts say what is wrong, not what to do. */
const BITTE: Readonly<Record<string, string>> = {
  zugang: 'Bitte fügen Sie den Code aus der E-Mail ein.',
  art: 'Bitte wählen Sie, worüber Sie berichten.',
  tag: 'Bitte geben Sie den Tag an.',
  bericht: 'Bitte schreiben Sie, was zu berichten ist.',
  ergebnis: 'Bitte wählen Sie, wie es ausgegangen ist.',
};

/** The paths a report has to fill; without a kind those every kind asks for. */
export const gefragtIn = (rumpf: URLSearchParams): readonly string[] =>
  (JE_ART.get(rumpf.get('art') ?? 'termine') ?? []).map(({ pfad }) => pfad);

/** Everything that is missing at once, beside what the contract found: without the kind it looks no further. */
export function mitFehlendem(
  felder: readonly Feldfehler[],
  rumpf: URLSearchParams,
  gefragt: readonly string[],
): readonly Feldfehler[] {
  const fehlend = gefragt.flatMap((pfad) => {
    const bitte = (rumpf.get(pfad) ?? '').trim() === '' ? BITTE[pfad] : undefined;
    return bitte === undefined ? [] : [{ pfad, meldung: bitte }];
  });
  const genannt = new Set(fehlend.map(({ pfad }) => pfad));
  return [...fehlend, ...felder.filter(({ pfad }) => !genannt.has(pfad))];
}

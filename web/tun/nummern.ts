import { protokollSchema } from '../../api/faelle/blattformen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallblattroute } from '../../api/faelle/routen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import { liesWennDa, wennDa } from '../kern/zeilen.ts';
import { wertname } from './beschriftung.ts';
import type { Moeglichkeit } from './waehlbar.ts';

type Teilziel = NonNullable<Fallansicht['planung']>['teilziele'][number];
type Leistung = Fallansicht['leistungen'][number];

const STAND: Readonly<Record<Teilziel['status'], string>> = {
  offen: 'offen',
  laufend: 'läuft',
  erreicht: 'erreicht',
  nicht_erreicht: 'nicht erreicht',
};

const AUSZUG = 80;

/** The first words of a text, enough to know it again. */
function auszug(text: string): string {
  const eineZeile = text.replaceAll(/\s+/gu, ' ').trim();
  return eineZeile.length <= AUSZUG ? eineZeile : `${eineZeile.slice(0, AUSZUG - 1).trimEnd()}…`;
}

/** What the text of a goal says, where it may be read; else the day it is due tells it apart. */
function alsZiel({ nummer, bisWann, status, texte }: Teilziel): Moeglichkeit {
  const was = texte.findLast(({ feld }) => feld === 'neueFassung' || feld === 'was')?.text ?? '';
  const gesagt = was.trim() === '' ? `, bis ${tagInWorten(bisWann)}` : `: ${auszug(was)}`;
  return { wert: String(nummer), name: `Nr. ${String(nummer)}${gesagt} (${STAND[status]})` };
}

function verlauf({ zugewiesenAm, beginnAm, endeAm }: Leistung): string {
  if (endeAm !== null) return `beendet am ${tagInWorten(endeAm)}`;
  return beginnAm === null
    ? `zugewiesen am ${tagInWorten(zugewiesenAm)}`
    : `läuft seit ${tagInWorten(beginnAm)}`;
}

const alsLeistung = (leistung: Leistung): Moeglichkeit => ({
  wert: String(leistung.nummer),
  name: `Leistung ${String(leistung.nummer)}: ${wertname(leistung.leistungsart, 'leistungsart')} (${verlauf(leistung)})`,
});

/** Nothing for whom the restricted area is closed: they go on with the number. */
async function teilziele({ id }: Fallansicht, anfrage: Seitenanfrage): Promise<readonly Teilziel[]> {
  const { umgebung, konto } = anfrage;
  const blatt = await wennDa(() =>
    frageWennErlaubt(umgebung, fallblattroute, { konto, pfad: { fallId: id } }),
  );
  return blatt?.teilziele ?? [];
}

async function assessmenteintraege(
  { id }: Fallansicht,
  anfrage: Seitenanfrage,
): Promise<readonly Moeglichkeit[]> {
  const protokoll = await liesWennDa(anfrage, 'assessmentprotokoll', {
    schema: protokollSchema,
    pfad: { fallId: id },
  });
  return (protokoll?.eintraege ?? []).map(({ nummer, bereich, erfasstAm }) => ({
    wert: String(nummer),
    name: `Nr. ${String(nummer)}: ${wertname(bereich, 'bereich')}, erfasst am ${tagInWorten(erfasstAm)}`,
  }));
}

/** Several may wait to hear of the same one. */
function terminabsagen({ offeneTerminabsagen }: Fallansicht): readonly Moeglichkeit[] {
  const tage = new Map(offeneTerminabsagen.map(({ nummer, am }) => [nummer, am]));
  return [...tage].map(([nummer, am]) => ({
    wert: String(nummer),
    name: `Nr. ${String(nummer)}, abgesagt am ${tagInWorten(am)}`,
  }));
}

type Zaehle = (fall: Fallansicht, anfrage: Seitenanfrage) => Promise<readonly Moeglichkeit[]>;

/** What a case counts, by what the contract says of the number (`nummerVon`). */
export const NUMMERN: Readonly<Record<string, Zaehle>> = {
  teilziel: async (fall, anfrage) => (await teilziele(fall, anfrage)).map(alsZiel),
  offenes_teilziel: async (fall, anfrage) =>
    (await teilziele(fall, anfrage))
      .filter(({ status }) => status === 'offen' || status === 'laufend')
      .map(alsZiel),
  leistung: ({ leistungen }) => Promise.resolve(leistungen.map(alsLeistung)),
  terminabsage: (fall) => Promise.resolve(terminabsagen(fall)),
  assessmenteintrag: assessmenteintraege,
};

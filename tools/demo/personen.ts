import { v5 as uuidV5 } from 'uuid';
import type { Transaktion } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { ortszeit } from '../../domain/frist/zeitzone.ts';
import type { Profillage, Schluesselgruppe } from '../../domain/kennungen.ts';
import { NEUZUGANGSGRUENDE } from '../../domain/zugang/neuzugang.ts';
import type { Handlungsfeld } from '../../domain/zugang/handlungsfeld.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { PERSONAL } from '../probehaus/stammdaten.ts';

const RAUM = '6f0b6b0e-7c53-4c0e-8b1b-9c0f5a1d2e77';
const ANZAHL = 26;
/** Whom the FM U25 hands over in four months, on the 25th birthday (T-13). */
export const U25 = 25;
/** Has too few counting Handlungsbedarfe, to show what V-03 says. */
const OHNE_KRITERIUM_A = 7;

/** A stable id of the demo data. */
export const demoId = (marke: string): string => uuidV5(marke, RAUM);
export const personId = (nummer: number): string => demoId(`person-${nummer}`);

/** Who looks after a person: most belong to the first pAp, the account of the first steps. */
export const papVon = (nummer: number): 'pap' | 'pap2' =>
  [6, 9, 12].includes(nummer) || (nummer % 4 === 2 && nummer > 12) ? 'pap2' : 'pap';

const BEDARFE: readonly (readonly [Schluesselgruppe, string])[] = [
  ['rahmenbedingungen', 'Wohnsituation'],
  ['leistungsfaehigkeit', 'Belastbarkeit'],
  ['rahmenbedingungen', 'Finanzielle Situation'],
  ['rahmenbedingungen', 'Kinderbetreuung'],
  ['leistungsfaehigkeit', 'Tagesstruktur'],
  ['rahmenbedingungen', 'Mobilität'],
  ['qualifikation', 'Berufsabschluss'],
];

const PROFILLAGEN: readonly Profillage[] = [
  'stabilisierungsprofil',
  'entwicklungsprofil',
  'unterstuetzungsprofil',
];

/** Three to five neighbours of the list; every window of five holds at least three that count. */
function bedarfeVon(nummer: number): readonly (readonly [Schluesselgruppe, string])[] {
  if (nummer === OHNE_KRITERIUM_A) return BEDARFE.slice(0, 2);
  return Array.from(
    { length: 4 + (nummer % 2) },
    (_, stelle) => BEDARFE[(nummer + stelle) % BEDARFE.length] ?? ['rahmenbedingungen', 'Wohnsituation'],
  );
}

/** E06 of the demo, by what the Handlungsbedarf is called; only those who lead the case see it (K4). */
const FELDER: Readonly<Record<string, Handlungsfeld>> = {
  Wohnsituation: 'wohnraum',
  Belastbarkeit: 'gesundheitliche_einschraenkung',
  'Finanzielle Situation': 'schulden_finanzielle_notlage',
  Kinderbetreuung: 'soziales_familiaeres_umfeld',
};

type Zeilen = {
  readonly person: typeof tabellen.person.$inferInsert;
  readonly profil: typeof tabellen.profiling.$inferInsert;
  readonly bedarfe: (typeof tabellen.handlungsbedarf.$inferInsert)[];
  readonly naeheres: (typeof tabellen.handlungsbedarfNaeheres.$inferInsert)[];
  readonly verlauf: (typeof tabellen.handlungsbedarfVerlauf.$inferInsert)[];
};

function naeheresVon(
  bedarfe: readonly { readonly id: string; readonly bezeichnung: string }[],
  erfasstAm: string,
): Zeilen['naeheres'] {
  return bedarfe.map(({ id: handlungsbedarfId, bezeichnung }) => ({
    handlungsbedarfId,
    handlungsfeld: FELDER[bezeichnung] ?? 'sonstiges',
    erfasstAm,
    erfasstVon: PERSONAL.fm,
  }));
}

function neuzugangVon(nummer: number, stichtag: Tag): typeof tabellen.neuzugang.$inferInsert {
  const erfasst = plusTage(stichtag, -30 - nummer);
  return {
    personId: personId(nummer),
    am: plusTage(erfasst, -400),
    grund: NEUZUGANGSGRUENDE[nummer % NEUZUGANGSGRUENDE.length] ?? 'sonstiges',
    erfasstAm: ortszeit(`${erfasst}T09:00`),
    erfasstVon: PERSONAL[papVon(nummer)],
  };
}

function alterVon(nummer: number, stichtag: Tag): Pick<Zeilen['person'], 'geburtsdatum' | 'fmU25Id'> {
  if (nummer === U25) return { geburtsdatum: plusMonate(stichtag, 4 - 25 * 12), fmU25Id: PERSONAL.fm_u25 };
  return { geburtsdatum: `${1962 + nummer}-0${1 + (nummer % 9)}-1${nummer % 10}` };
}

function zeilen(nummer: number, stichtag: Tag): Zeilen {
  const [zweistellig, id] = [String(nummer).padStart(2, '0'), personId(nummer)];
  const pap = PERSONAL[papVon(nummer)];
  const tag = plusTage(stichtag, -30 - nummer);
  const erfasstAm = ortszeit(`${tag}T09:00`);
  const bedarfe = bedarfeVon(nummer).map(([schluesselgruppe, bezeichnung]) => ({
    id: demoId(`bedarf-${nummer}-${bezeichnung}`),
    personId: id,
    schluesselgruppe,
    bezeichnung,
    status: 'offen' as const,
    erkanntAm: tag,
    erkanntVon: 'pap' as const,
    erkanntInPhase: 'ausserhalb_bfm' as const,
    massgeblichFuerUebergabe: schluesselgruppe !== 'qualifikation',
  }));
  return {
    person: {
      id,
      kundennummer: `DEMO00${zweistellig}`,
      bgNummer: `DEMO/00${zweistellig}`,
      name: `Muster, Testperson ${zweistellig}`,
      ...alterVon(nummer, stichtag),
      rechtskreis: 'sgb_ii',
      erwerbsfaehig: true,
      papId: pap,
    },
    profil: {
      id: demoId(`profil-${nummer}`),
      personId: id,
      datum: tag,
      profillage: PROFILLAGEN[nummer % PROFILLAGEN.length] ?? 'stabilisierungsprofil',
      anlass: 'erst',
      abgesichert: true,
      ressourcen: [{ typ: 'umfeld_informell', bezeichnung: 'Familie am Ort' }],
      erstelltVon: pap,
      erfasstAm,
    },
    bedarfe,
    naeheres: naeheresVon(bedarfe, erfasstAm),
    verlauf: bedarfe.map(({ id: bedarf }) => ({
      id: demoId(`verlauf-${bedarf}`),
      handlungsbedarfId: bedarf,
      status: 'offen',
      am: tag,
      erfasstAm,
      von: pap,
    })),
  };
}

/** Writes the synthetic persons; what is there already stays as it is. @returns their number */
export async function legePersonenAn(tx: Transaktion, stichtag: Tag): Promise<number> {
  const nummern = Array.from({ length: ANZAHL }, (_, stelle) => stelle + 1);
  const alle = nummern.map((nummer) => zeilen(nummer, stichtag));
  await tx
    .insert(tabellen.person)
    .values(alle.map((z) => z.person))
    .onConflictDoNothing();
  await tx
    .insert(tabellen.profiling)
    .values(alle.map((z) => z.profil))
    .onConflictDoNothing();
  await tx
    .insert(tabellen.neuzugang)
    .values(nummern.map((nummer) => neuzugangVon(nummer, stichtag)))
    .onConflictDoNothing();
  await tx
    .insert(tabellen.handlungsbedarf)
    .values(alle.flatMap((z) => z.bedarfe))
    .onConflictDoNothing();
  await tx
    .insert(tabellen.handlungsbedarfNaeheres)
    .values(alle.flatMap((z) => z.naeheres))
    .onConflictDoNothing();
  await tx
    .insert(tabellen.handlungsbedarfVerlauf)
    .values(alle.flatMap((z) => z.verlauf))
    .onConflictDoNothing();
  return ANZAHL;
}

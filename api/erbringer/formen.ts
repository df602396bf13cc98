import { z } from 'zod';
import { MELDEWEGE } from '../../domain/fall/befehle/netzwerk.ts';
import { LEISTUNGSARTEN } from '../../domain/leistung/leistung.ts';
import { KOOPERATIONSPUNKTE, PROBLEMFELDER, TRAEGERGRUPPEN } from '../../domain/leistung/verzeichnis.ts';
import { tabelleAus } from '../../domain/tabelle.ts';
import { mailadresse, mitarbeitendeVerweis, tag, kennung, version, zeile, absatz } from '../kern/felder.ts';
import { seite, seitenabfrage } from '../kern/seiten.ts';

const angabe = zeile(300);
const text = absatz(4_000);

const eintrag = {
  problemfelder: z.array(z.enum(PROBLEMFELDER)).min(1).max(PROBLEMFELDER.length),
  wasIstZuVeranlassen: text.describe('Was zu veranlassen ist, zum Beispiel Anmeldeweg und Sprechzeiten'),
  name: angabe,
  anschrift: angabe,
  ansprechpartner: angabe,
  telefon: angabe,
  email: mailadresse,
  leistungen: text,
  traegergruppe: z.enum(TRAEGERGRUPPEN),
  leistungsarten: z.array(z.enum(LEISTUNGSARTEN)).max(LEISTUNGSARTEN.length),
  kapazitaet: z.int().min(0).max(10_000).nullable().describe('Plätze, die vereinbart sind'),
  wartezeitTage: z.int().min(1).max(365).nullable().describe('Zugesagte Tage bis zum Beginn (T-19)'),
  informell: z.boolean().describe('Selbsthilfegruppen und Ähnliches'),
  formlosGrund: angabe.nullable().describe('Warum es keine Kooperationsvereinbarung gibt (V-53)'),
  themenverantwortlich: mitarbeitendeVerweis.nullable(),
};

const FREI = {
  leistungsarten: [],
  kapazitaet: null,
  wartezeitTage: null,
  informell: false,
  formlosGrund: null,
  themenverantwortlich: null,
};

export const erbringerNeu = z.strictObject({
  ...eintrag,
  leistungsarten: eintrag.leistungsarten.default(FREI.leistungsarten),
  kapazitaet: eintrag.kapazitaet.default(null),
  wartezeitTage: eintrag.wartezeitTage.default(null),
  informell: eintrag.informell.default(false),
  formlosGrund: eintrag.formlosGrund.default(null),
  themenverantwortlich: eintrag.themenverantwortlich.default(null),
});
export type ErbringerNeu = z.output<typeof erbringerNeu>;

export const erbringerAenderung = z
  .strictObject({
    version,
    ...z.strictObject({ ...eintrag, aktiv: z.boolean() }).partial().shape,
  })
  .describe('Nur die geänderten Felder');
export type ErbringerAenderung = z.output<typeof erbringerAenderung>;

const punkte = z
  .strictObject(tabelleAus(KOOPERATIONSPUNKTE, () => text))
  .describe('Die zwölf Punkte einer Kooperationsvereinbarung (004 Kap. 4)');

const vereinbarung = {
  gueltigAb: tag,
  gueltigBis: tag.nullable().describe('Letzter Tag, wenn sie befristet ist'),
  punkte,
  jahresbericht: z.boolean().describe('Ein Jahresbericht ist vereinbart (T-48)'),
};
export const vereinbarungNeu = z.strictObject({
  ...vereinbarung,
  gueltigBis: vereinbarung.gueltigBis.default(null),
  jahresbericht: vereinbarung.jahresbericht.default(true),
});
export type VereinbarungNeu = z.output<typeof vereinbarungNeu>;

const erbringerSchema = z
  .strictObject({
    id: kennung,
    ...eintrag,
    aktiv: z.boolean(),
    grundlage: z
      .enum(['vereinbarung', 'formlos', 'keine'])
      .describe('Worauf die Zusammenarbeit heute beruht'),
    version: z.int(),
  })
  .meta({ id: 'Leistungserbringer' });
export type Erbringeransicht = z.infer<typeof erbringerSchema>;

export const erbringerAkte = erbringerSchema.extend({
  vereinbarungen: z.array(
    z.strictObject({
      id: kennung,
      ...vereinbarung,
      gueltigAb: z.string(),
      gueltigBis: z.string().nullable(),
    }),
  ),
});
export type Erbringerakte = z.infer<typeof erbringerAkte>;

const CENT = z.int().min(0).max(2_000_000_000).nullable();
const bericht = {
  jahr: z.int().min(2000).max(2100),
  eingegangenAm: tag,
  mittel: CENT.describe('K-84: überlassene Mittel in Cent'),
  verwendet: CENT.describe('K-84: davon verwendet, in Cent'),
  zusammenarbeit: text.nullable().describe('K-85: Arbeit und Zusammenarbeit, ohne Namen'),
  entwicklung: text.nullable().describe('K-87: Entwicklungen und Folgerungen'),
  zufriedenheit: text.nullable().describe('K-91: was die Kundinnen und Kunden sagen, ohne Namen'),
};
export const berichtNeu = z
  .strictObject({
    ...bericht,
    mittel: bericht.mittel.default(null),
    verwendet: bericht.verwendet.default(null),
    zusammenarbeit: bericht.zusammenarbeit.default(null),
    entwicklung: bericht.entwicklung.default(null),
    zufriedenheit: bericht.zufriedenheit.default(null),
  })
  .describe('Für dasselbe Jahr gilt, was zuletzt erfasst ist');
export type BerichtNeu = z.output<typeof berichtNeu>;

export const berichteSchema = z.strictObject({
  eintraege: z.array(
    z.strictObject({ id: kennung, ...bericht, eingegangenAm: z.string() }).meta({ id: 'Erbringerbericht' }),
  ),
});
export type Berichte = z.infer<typeof berichteSchema>;

export const luecken = z
  .array(
    z.strictObject({
      am: z.string(),
      bereich: z.enum([...LEISTUNGSARTEN, 'andere']),
      bedarf: z.string(),
      gemeldetAn: z.enum(MELDEWEGE),
    }),
  )
  .describe('Fehlende Angebote, die neuesten zuerst, ohne Fall und Person (E33)');
export type Luecken = z.infer<typeof luecken>;

export const erbringerabfrage = z.strictObject({
  problemfeld: z.enum(PROBLEMFELDER).optional(),
  // In the address, where searches for people never stand: a provider is an organisation (DS-20).
  gesucht: zeile(100).optional(),
  ...seitenabfrage,
});
export type Erbringerabfrage = z.output<typeof erbringerabfrage>;
export const erbringerseite = seite(erbringerSchema);

import { z } from 'zod';
import { HERKUENFTE } from '../../domain/fall/herkunft.ts';
import { EMPFAENGERROLLEN, FRIST_IDS, ZUSTAENDE } from '../../domain/kennungen.ts';
import { VORGANGSARTEN } from '../../domain/vorgang/aggregat.ts';
import { tag, kennung } from '../kern/felder.ts';
import { wiedervorlagenseite } from '../eigenewiedervorlage/formen.ts';
import { auffaelligkeiten, friststatus, menschSchema, teamVerweisSchema } from '../faelle/formen.ts';
import { profillagen, schluesselgruppe } from '../personen/formen.ts';
import { beschwerdeSchema, zielwertSchema } from '../qualitaet/formen.ts';
import { teamkalenderSchema } from '../team/formen.ts';
import { auslastungSchema, vorschlaegeSchema } from '../zuordnung/formen.ts';
import { jaNein, seite, seitenabfrage, sortierung } from '../kern/seiten.ts';

const fallverweis = {
  fallId: kennung,
  fallnummer: z.string(),
  person: z.string().nullable().describe('Name; leer für Rollen ohne K0'),
};

const inVertretung = z.boolean().describe('Sie sehen den Eintrag in Vertretung für den genannten FM');

/** To what an entry belongs: a Fall with its Fallnummer, or another Vorgang about a person or a team. */
const vorgangsverweis = {
  art: z.enum(VORGANGSARTEN),
  fallId: kennung.nullable(),
  fallnummer: z.string().nullable(),
  personId: kennung.nullable().describe('Leer für Rollen ohne K0 und wo es um keine Person geht'),
  person: z.string().nullable().describe('Name; leer für Rollen ohne K0'),
};

export const fristenabfrage = z.strictObject({
  ...seitenabfrage,
  frist: z.enum(FRIST_IDS).optional(),
  ueberfaellig: jaNein.optional(),
  faelligBis: tag.optional(),
  team: kennung.optional(),
  fm: kennung.optional(),
  sortierung: sortierung(['faellig', 'fallnummer', 'frist']),
});
export type Fristenabfrage = z.output<typeof fristenabfrage>;

const fristeintrag = z
  .strictObject({
    ...vorgangsverweis,
    frist: z.enum(FRIST_IDS),
    name: z.string(),
    vorkommen: z.int(),
    beginn: z.string(),
    faellig: z.string(),
    status: friststatus,
    ueberfaellig: z.boolean(),
    zustand: z.string().describe('Zustand des Falls oder des anderen Vorgangs'),
    gegenstand: z
      .string()
      .nullable()
      .describe('Bei Fristen eines Teams: das besuchte Team, die Partner des Austauschs'),
    team: teamVerweisSchema,
    fm: menschSchema.nullable(),
    inVertretung,
  })
  .meta({ id: 'Fristeintrag' });
export type Fristeintrag = z.infer<typeof fristeintrag>;
export const fristenseite = seite(fristeintrag);

export const faelleabfrage = z.strictObject({
  ...seitenabfrage,
  zustand: z.enum(ZUSTAENDE).optional(),
  offen: jaNein.optional(),
  auffaellig: jaNein.optional(),
  ueberfaellig: jaNein.optional(),
  team: kennung.optional(),
  fallnummer: z.string().max(20).optional(),
  person: kennung.optional(),
  sortierung: sortierung(['fallnummer', 'vorgemerktAm', 'zustand', 'naechsteFaelligkeit']),
});
export type Faelleabfrage = z.output<typeof faelleabfrage>;

const falleintrag = z
  .strictObject({
    ...fallverweis,
    zustand: z.enum(ZUSTAENDE),
    offen: z.boolean(),
    team: teamVerweisSchema,
    fm: menschSchema.nullable(),
    pap: menschSchema.nullable(),
    vorgemerktAm: z.string(),
    fallzugangAm: z.string().nullable(),
    naechsteFaelligkeit: z.string().nullable(),
    ueberfaellige: z.int().describe('Zahl der überfälligen Fristen'),
    auffaelligkeiten,
    inVertretung,
  })
  .meta({ id: 'Falleintrag' });
export type Falleintrag = z.infer<typeof falleintrag>;
export const faelleseite = seite(falleintrag);

export const vormerkungsabfrage = z.strictObject({
  ...seitenabfrage,
  team: kennung.optional(),
  sortierung: sortierung(['reihenfolge', 'vorgemerktAm', 'fallnummer']),
});
export type Vormerkungsabfrage = z.output<typeof vormerkungsabfrage>;

const vormerkung = z
  .strictObject({
    ...fallverweis,
    personId: kennung.nullable().describe('Leer für Rollen ohne K0'),
    vorgemerktAm: z.string(),
    herkunft: z.enum(HERKUENFTE).describe('Auf welchem Weg die Person vorgemerkt wurde (E07)'),
    uebergabeAm: z.string().nullable().describe('Geplanter Tag der Übergabe aus dem Fallmanagement U25'),
    team: teamVerweisSchema,
    pap: menschSchema.nullable(),
    besprechungen: z
      .int()
      .describe('Teambesprechungen, die seit der Vormerkung ohne Zuordnung vergangen sind'),
    naechsteBesprechung: z.string(),
    wievielte: z.int().describe('Die wievielte Besprechung die nächste für diese Vormerkung ist'),
    fehlt: z.array(z.string()).describe('Was noch fehlt, in Worten; leer, wenn alles da ist'),
    beantwortetAm: z.string().nullable().describe('Letzte Antwort an die oder den pAp'),
  })
  .meta({ id: 'Vormerkungseintrag' });
export type Vormerkung = z.infer<typeof vormerkung>;
export const vormerkungsseite = seite(vormerkung);

export const eingangsabfrage = z.strictObject({
  ...seitenabfrage,
  gelesen: jaNein.optional(),
  stufe: z.enum(['erinnerung', 'faellig', 'ueberfaellig', 'mitteilung']).optional(),
  fall: kennung.optional(),
  sortierung: sortierung(['am', 'faellig']),
});
export type Eingangsabfrage = z.output<typeof eingangsabfrage>;

const eingangseintrag = z
  .strictObject({
    id: kennung,
    ...vorgangsverweis,
    anlass: z.string(),
    name: z.string(),
    stufe: z.enum(['erinnerung', 'faellig', 'ueberfaellig', 'mitteilung']),
    anRolle: z.enum(EMPFAENGERROLLEN),
    vorkommen: z.int().nullable(),
    faellig: z.string().nullable(),
    am: z.string(),
    gelesenAm: z.string().nullable(),
    an: menschSchema.nullable().describe('Leer, wenn die Nachricht an die Rolle im Team ging'),
    vertretung: menschSchema.nullable().describe('Wer die Nachricht in Vertretung bekommen hat'),
  })
  .meta({ id: 'Eingangseintrag' });
export type Eingangseintrag = z.infer<typeof eingangseintrag>;
export const eingangsseite = seite(eingangseintrag);

const teamzahlen = z.strictObject({
  ueberfaellig: z.int().describe('Überfällige Fristen'),
  ohneKontakt: z.int().describe('Fälle, deren monatlicher Kontakt überfällig ist (T-10)'),
  auffaellig: z.int().describe('Offene Fälle mit einer Auffälligkeit (K-43)'),
  standortgespraeche: z
    .int()
    .describe(
      'Fälle, deren Höchstdauer bis zum Tag der Vorausschau endet: das Standortgespräch kommt (T-08, T-09)',
    ),
  vorausschauBis: tag,
});

export const heuteSchema = z
  .strictObject({
    fristen: fristenseite.nullable(),
    wiedervorlagen: wiedervorlagenseite
      .nullable()
      .describe('Eigene Wiedervorlagen: keine Fristen, und in keiner anderen Zahl enthalten'),
    neuImEingang: z.int().nullable(),
    wartendeVormerkungen: z.int().nullable(),
    imTeam: teamzahlen.nullable(),
    auslastung: z.array(auslastungSchema),
  })
  .meta({ id: 'Heute' });
export type Heuteansicht = z.infer<typeof heuteSchema>;

const teamkalenderlage = z.strictObject({
  offene: z
    .array(
      z.strictObject({
        id: z.enum(FRIST_IDS),
        faellig: z.string(),
        ueberfaellig: z.boolean(),
        gegenstand: z
          .string()
          .nullable()
          .describe('Bei Besuchen das besuchte Team, bei Austauschen der Partner'),
      }),
    )
    .describe('Offene Fristen des Teams, die früheste zuerst'),
  zuletzt: z
    .array(z.strictObject({ art: z.string(), am: z.string() }))
    .describe('Je Art von Ereignis der jüngste Tag'),
  besuchtSelbst: z.boolean().describe('Sie sind Kontakt-FM eines Teams, das dieses Team besucht'),
  betreuungsschluessel: z
    .strictObject({ am: z.string(), schluessel: z.number() })
    .nullable()
    .describe('Der zuletzt festgestellte (T-44)'),
  stichprobe: teamkalenderSchema.shape.stichprobe,
});
export type Teamkalenderlage = z.infer<typeof teamkalenderlage>;

const teamlageSchema = z
  .strictObject({
    id: kennung,
    kennzeichen: z.string(),
    kalender: teamkalenderlage
      .nullable()
      .describe('Leer für Rollen, die ihn nicht lesen, und solange es keinen gibt'),
    qualitaet: z
      .strictObject({ beschwerden: z.array(beschwerdeSchema), zielwerte: z.array(zielwertSchema) })
      .nullable()
      .describe('Leer für Rollen ohne K6 des Teams; höchstens 50 Beschwerden, die jüngste zuerst'),
  })
  .meta({ id: 'Teamlage' });
export type Teamlage = z.infer<typeof teamlageSchema>;
export const teamlagenSchema = z.strictObject({
  teams: z.array(teamlageSchema),
  auslastung: z.array(auslastungSchema),
});
export type Teamlagen = z.infer<typeof teamlagenSchema>;

export const besprechungsabfrage = z.strictObject({
  fall: kennung
    .optional()
    .describe('Wer aufgerufen wird; ohne Angabe, oder wartet der Fall nicht mehr, wer zuerst dran ist'),
});

const zugeordnet = z.strictObject({
  ...fallverweis,
  fm: menschSchema.nullable(),
  team: kennung,
  beginn: z.string(),
});
export type Zugeordnete = z.infer<typeof zugeordnet>;

export const besprechungSchema = z
  .strictObject({
    wartende: vormerkungsseite.describe('In der Reihenfolge der Besprechung, höchstens 100'),
    zugeordnete: z
      .array(zugeordnet)
      .describe('Seit der letzten abgeschlossenen Besprechung zugeordnet und noch nicht übernommen (TR60)'),
    teams: z.array(
      z.strictObject({
        id: kennung,
        kennzeichen: z.string(),
        offene: z
          .strictObject({ faellig: z.string(), ueberfaellig: z.boolean() })
          .nullable()
          .describe('Die Besprechung, die als nächste abgeschlossen wird (T-41)'),
      }),
    ),
    person: z
      .strictObject({
        geburtsdatum: z.string(),
        profiling: z
          .strictObject({ profillage: profillagen.nullable() })
          .nullable()
          .describe('Das jüngste; leer, wenn es keins gibt'),
        bedarfe: z
          .array(z.strictObject({ schluesselgruppe, offene: z.int() }))
          .describe('Wie viele Handlungsbedarfe offen sind, je Schlüsselgruppe'),
      })
      .nullable()
      .describe('Wer aufgerufen ist'),
    vorschlaege: vorschlaegeSchema.nullable().describe('Für die Vormerkung, die aufgerufen ist'),
    auslastung: z.array(auslastungSchema),
  })
  .meta({ id: 'Besprechung' });
export type Besprechungsansicht = z.infer<typeof besprechungSchema>;

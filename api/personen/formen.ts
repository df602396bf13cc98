import { z } from 'zod';
import { AENDERBARES } from '../../domain/rollen/personenrechte.ts';
import { HB_STATUS } from '../../domain/kennungen.ts';
import {
  ERKENNUNGSPHASEN,
  HANDLUNGSFELDER,
  INSTRUMENTE,
  RESSOURCENTYPEN,
} from '../../domain/zugang/handlungsfeld.ts';
import { NEUZUGANGSGRUENDE } from '../../domain/zugang/neuzugang.ts';
import { SPRACHCODES } from '../../domain/sprachen.ts';
import {
  kurztext,
  menschenname,
  mitarbeitendeVerweis,
  tag,
  version,
  kennung,
  zeile,
} from '../kern/felder.ts';
import { seite, seitenabfrage, sortierung } from '../kern/seiten.ts';

const rechtskreis = z.enum(['sgb_ii', 'sgb_iii', 'sonstiger']);
export const profillagen = z.enum([
  'marktprofil',
  'aktivierungsprofil',
  'foerderprofil',
  'entwicklungsprofil',
  'stabilisierungsprofil',
  'unterstuetzungsprofil',
  'nicht_ermittelt',
]);
export const schluesselgruppe = z.enum([
  'qualifikation',
  'leistungsfaehigkeit',
  'motivation',
  'rahmenbedingungen',
  'arbeitsmarktbedingungen',
]);
export const hbstatus = z.enum(HB_STATUS);

const verstorbenAm = tag.nullable().describe('Sterbetag; null = lebt');
const verzogenAm = tag
  .nullable()
  .describe('Tag des Wegzugs aus dem Gebiet des Jobcenters; null = wohnt hier');

/** Language of the person or of a colleague, by ISO 639 code. */
export const sprache = z.enum(SPRACHCODES);

const personfelder = {
  kundennummer: z.string().regex(/^[0-9A-Z]{4,20}$/, 'Ziffern und Großbuchstaben, 4 bis 20 Zeichen'),
  bgNummer: z.string().regex(/^[0-9A-Z/-]{4,30}$/, 'Ziffern, Großbuchstaben, / und -, 4 bis 30 Zeichen'),
  name: menschenname,
  geburtsdatum: z.iso
    .date()
    .refine((wert) => wert >= '1900-01-01' && wert <= '2100-12-31', 'Zwischen 1900 und 2100'),
  rechtskreis,
  erwerbsfaehig: z.boolean(),
  zurArbeitsvermittlungAngemeldet: z.boolean(),
};

const fmU25 = mitarbeitendeVerweis
  .nullable()
  .optional()
  .describe('Fallmanagement U25 der Person; null = keines');

export const personNeu = z.strictObject({
  ...personfelder,
  andereMitDiesemNamen: z
    .boolean()
    .optional()
    .describe('Ja, wenn feststeht, dass es jemand anderes ist, obwohl Name und Geburtsdatum schon vorkommen'),
  zurArbeitsvermittlungAngemeldet: z.boolean().default(true),
  bevorzugteSprache: sprache
    .nullable()
    .default(null)
    .describe('Sprache der Beratung; leer, wenn Deutsch genügt'),
  pap: mitarbeitendeVerweis.optional().describe('Zuständige/r pAp; eine/e pAp legt nur eigene Personen an'),
  verstorbenAm: verstorbenAm.optional(),
  verzogenAm: verzogenAm.optional(),
  fmU25,
});
export type PersonNeu = z.output<typeof personNeu>;

export const personAenderung = z.strictObject({
  version,
  bgNummer: personfelder.bgNummer.optional(),
  name: personfelder.name.optional(),
  geburtsdatum: personfelder.geburtsdatum.optional(),
  rechtskreis: rechtskreis.optional(),
  erwerbsfaehig: z.boolean().optional(),
  verstorbenAm: verstorbenAm.optional(),
  verzogenAm: verzogenAm.optional(),
  zurArbeitsvermittlungAngemeldet: z.boolean().optional(),
  pap: mitarbeitendeVerweis.optional(),
  fmU25,
  bevorzugteSprache: sprache.nullable().optional(),
});
export type PersonAenderung = z.output<typeof personAenderung>;

/** Why a number was not the person's. */
const NUMMERNGRUENDE = ['tippfehler', 'neue_nummer', 'falsche_person'] as const;
export const nummernberichtigung = z.strictObject({
  version,
  kundennummer: personfelder.kundennummer,
  grund: z.enum(NUMMERNGRUENDE).describe('Warum die bisherige Nummer nicht stimmt'),
});
export type Nummernberichtigung = z.output<typeof nummernberichtigung>;

const ressource = z.strictObject({ typ: z.enum(RESSOURCENTYPEN), bezeichnung: kurztext });

export const profilNeu = z.strictObject({
  datum: tag,
  profillage: profillagen.nullable(),
  anlass: z.enum(['erst', 'fortschreibung', 'fallabgang']),
  abgesichert: z.boolean().default(false),
  ressourcen: z.array(ressource).max(20).optional().describe('Worauf sich die Person stützen kann (E04)'),
});
export type ProfilNeu = z.output<typeof profilNeu>;

export const neuzugangNeu = z
  .strictObject({
    am: tag.describe('Tag, ab dem die Person Leistungen bezieht'),
    grund: z.enum(NEUZUGANGSGRUENDE),
  })
  .describe('Freiwillig, allein für die Statistik der Neuzugänge (003 Kap. 7); der jüngste gilt');
export type NeuzugangNeu = z.output<typeof neuzugangNeu>;

const handlungsfeld = z.enum(HANDLUNGSFELDER);
const instrument = z.enum(INSTRUMENTE);
const nurLeitend = 'nur für die, die einen Fall der Person führen (K4)';

export const handlungsbedarfNeu = z.strictObject({
  schluesselgruppe,
  bezeichnung: kurztext,
  erkanntAm: tag,
  massgeblichFuerUebergabe: z.boolean().default(false),
  handlungsfeld: handlungsfeld.optional().describe(`Handlungsfeld (E06); ${nurLeitend}`),
});
export type HandlungsbedarfNeu = z.output<typeof handlungsbedarfNeu>;

export const handlungsbedarfAenderung = z.strictObject({
  version,
  status: hbstatus.optional().describe('Ohne Angabe bleibt er'),
  handlungsfeld: handlungsfeld.nullable().optional().describe(`Handlungsfeld (E06); ${nurLeitend}`),
  wirksamesInstrument: instrument
    .nullable()
    .optional()
    .describe(`Was gewirkt hat, wenn der Bedarf reduziert oder abgebaut ist (001 7.1); ${nurLeitend}`),
});
export type HandlungsbedarfAenderung = z.output<typeof handlungsbedarfAenderung>;

const begleitpersonfelder = {
  rolle: z.enum(['betreuer', 'familie', 'sonstige']),
  name: menschenname,
  kontakt: kurztext.describe('Wie die Begleitperson zu erreichen ist'),
};

export const begleitpersonNeu = z.strictObject({
  ...begleitpersonfelder,
  beiTerminabsageInformieren: z.boolean().default(true),
});
export type BegleitpersonNeu = z.output<typeof begleitpersonNeu>;

export const begleitpersonAenderung = z.strictObject({
  version,
  rolle: begleitpersonfelder.rolle.optional(),
  name: begleitpersonfelder.name.optional(),
  kontakt: begleitpersonfelder.kontakt.optional(),
  beiTerminabsageInformieren: z.boolean().optional(),
});
export type BegleitpersonAenderung = z.output<typeof begleitpersonAenderung>;

const begleitpersonSchema = z
  .strictObject({
    id: kennung,
    ...begleitpersonfelder,
    beiTerminabsageInformieren: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Begleitperson' });

const profil = z.strictObject({
  id: kennung,
  datum: z.string(),
  profillage: profillagen.nullable(),
  anlass: z.enum(['erst', 'fortschreibung', 'fallabgang']),
  abgesichert: z.boolean(),
  ressourcen: z.array(ressource).nullable().describe('E04; null, wo nichts dazu erfasst ist'),
  erstelltVon: kennung,
});

const handlungsbedarfSchema = z
  .strictObject({
    id: kennung,
    schluesselgruppe,
    bezeichnung: z.string(),
    status: hbstatus,
    erkanntAm: z.string(),
    erkanntVon: z.enum(['pap', 'fm', 'jour_fixe', 'fm_u25']),
    erkanntInPhase: z
      .enum(ERKENNUNGSPHASEN)
      .nullable()
      .describe('Prozessphase an diesem Tag; leer, wo er erfasst ist, bevor Lotse danach sah'),
    massgeblichFuerUebergabe: z.boolean(),
    handlungsfeld: handlungsfeld.nullable().optional().describe(`E06; steht ${nurLeitend} da`),
    wirksamesInstrument: instrument.nullable().optional().describe(`001 7.1; steht ${nurLeitend} da`),
    version: z.int(),
    verlauf: z.array(z.strictObject({ status: hbstatus, am: z.string(), von: kennung })),
  })
  .meta({ id: 'Handlungsbedarf' });

export const personSchema = z
  .strictObject({
    id: kennung,
    kundennummer: z.string(),
    bgNummer: z.string(),
    name: z.string(),
    geburtsdatum: z.string(),
    rechtskreis,
    erwerbsfaehig: z.boolean(),
    verstorbenAm: z.string().nullable(),
    verzogenAm: z.string().nullable(),
    zurArbeitsvermittlungAngemeldet: z.boolean(),
    pap: kennung,
    fmU25: kennung.nullable(),
    bevorzugteSprache: sprache.nullable(),
    version: z
      .int()
      .describe('Zählt auch Änderungen an Profil, Handlungsbedarfen, Begleitpersonen und Einwilligungen'),
    begleitpersonen: z.array(begleitpersonSchema),
    neuzugang: z
      .strictObject({ am: z.string(), grund: z.enum(NEUZUGANGSGRUENDE) })
      .nullable()
      .describe('Grund des Neuzugangs (E01); leer, wo niemand ihn erfasst hat'),
    profile: z.array(profil),
    handlungsbedarfe: z.array(handlungsbedarfSchema),
    faelle: z.array(z.strictObject({ fallId: kennung, fallnummer: z.string(), zustand: z.string() })),
    aenderbar: z
      .array(z.enum(AENDERBARES))
      .describe(
        'Was Sie hier ändern dürfen: Angaben, Profil mit Handlungsbedarfen, Einwilligungen, nur ihr Widerruf',
      ),
    protokollLesbar: z
      .boolean()
      .describe('Ob Sie lesen dürfen, wer die Akte dieser Person gelesen und geändert hat (K7)'),
  })
  .meta({ id: 'Person' });
export type Personansicht = z.infer<typeof personSchema>;

export const personenabfrage = z.strictObject({
  ...seitenabfrage,
  sortierung: sortierung(['name', 'kundennummer']),
});
/** In the body: an address ends up in logs of proxies, and name and number are K0 (DS-20). */
export const personensuche = z
  .strictObject({
    kundennummer: personfelder.kundennummer.optional(),
    fallnummer: zeile(20).optional().describe('Nummer eines Falls, den Sie sehen'),
    geburtsdatum: personfelder.geburtsdatum.optional(),
    name: zeile(100)
      .min(2, 'Mindestens zwei Buchstaben')
      .optional()
      .describe('Teile des Namens in beliebiger Folge; ä und ae, ß und ss gelten als gleich'),
  })
  .describe('Was angegeben ist, gilt zusammen')
  .refine((suche) => Object.values(suche).some((wert) => wert !== undefined), {
    message: 'Ein Teil des Namens, ein Geburtsdatum, eine Kunden- oder eine Fallnummer',
    path: ['name'],
  });
export type Personenabfrage = z.output<typeof personenabfrage> & Partial<z.output<typeof personensuche>>;
const personeneintrag = z.strictObject({
  id: kennung,
  name: z.string(),
  kundennummer: z.string(),
  geburtsdatum: z.string(),
  pap: kennung,
});
export type Personeneintrag = z.infer<typeof personeneintrag>;
export const personenseite = seite(personeneintrag);

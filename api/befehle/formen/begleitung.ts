import { z } from 'zod';
import type { Abgangsangaben } from '../../../domain/fall/befehle.ts';
import { HB_STATUS, VERLAENGERUNGSGRUENDE, ZIELSTELLEN } from '../../../domain/kennungen.ts';
import { dauer } from '../../../domain/fall/gespraechsangaben.ts';
import {
  abgangsgrund,
  bedarfVerweis,
  freitext,
  gemeinsam,
  gespraechsdauer,
  kontaktart,
  ortDes,
  raum,
  tag,
} from '../../kern/felder.ts';
import { bedarfsgeschichten, person } from '../fakten/person.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

/** The exit decision inside another command, with the answers its guard asks for (X9: V-63). */
export const abgangsangaben = {
  grund: abgangsgrund,
  kriterienEntfallen: z.boolean().default(false).describe('X9: die Zugangskriterien liegen nicht mehr vor'),
  ohneFmMoeglich: z.boolean().default(false).describe('X9: Fortschritte sind ohne bFM möglich'),
  nebengruende: z.array(abgangsgrund).max(5).default([]),
  arbeitsaufnahmeAm: tag.optional().describe('X1: Tag der Arbeitsaufnahme (A-22)'),
  leistungsbezugLaeuft: z.boolean().default(false).describe('X1: der Leistungsbezug geht weiter'),
  marktfaehig: z.boolean().default(false).describe('X11: marktfähig, zählt als Erfolg'),
  zielstelle: z.enum(ZIELSTELLEN).optional().describe('X14: das spezialisierte Fallmanagement'),
};

type Abgangseingabe = z.output<z.ZodObject<typeof abgangsangaben>>;

/** The reason in words stays in PostgreSQL; only the answers the guard asks for go to the case (DS-20). */
export function alsAbgangsangaben(eingabe: Abgangseingabe): Abgangsangaben {
  const { grund, kriterienEntfallen, ohneFmMoeglich, nebengruende } = eingabe;
  const { arbeitsaufnahmeAm = null, leistungsbezugLaeuft, marktfaehig, zielstelle = null } = eingabe;
  return {
    grund,
    kriterienEntfallen,
    ohneFmMoeglich,
    nebengruende,
    arbeitsaufnahmeAm,
    leistungsbezugLaeuft,
    marktfaehig,
    zielstelle,
  };
}

export const begleitungsvertraege = {
  ueberpruefen: fallvertrag({
    befehl: 'ueberpruefen',
    pfad: '/ueberpruefung',
    titel: 'Fortführung überprüfen',
    eingabe: z.strictObject({
      ergebnis: z.enum(['fortfuehrung', 'abgang_einleiten']).default('fortfuehrung'),
      gruende: freitext.describe('Gründe der Fortführung (V-54)'),
      prognose: freitext.describe('Prognose der Erfolgsaussichten (V-54)'),
      grund24MonatePlus: freitext.optional().describe('Begründung jenseits von 24 Monaten (V-55)'),
      kriteriumB: z
        .strictObject({ ergebnis: z.enum(['ja', 'nein', 'unklar']), begruendung: freitext })
        .optional()
        .describe('Liegt Kriterium B an diesem Tag noch vor? Kriterium A wird berechnet (V-80)'),
      abgang: z.strictObject({ ...abgangsangaben, begruendung: freitext }).optional(),
      ...gemeinsam,
    }),
    texte: {
      gruende: 'K3',
      prognose: 'K3',
      grund24MonatePlus: 'K3',
      'kriteriumB.begruendung': 'K3',
      'abgang.begruendung': 'K3',
    },
    fakten: { person },
    zuBefehl: ({ ergebnis, abgang, kriteriumB }, kopf, { person }) => ({
      ...kopf,
      befehl: 'ueberpruefen',
      ergebnis,
      abgang: abgang === undefined ? null : alsAbgangsangaben(abgang),
      kriteriumB: kriteriumB?.ergebnis ?? null,
      person,
    }),
  }),

  standortgespraech_fuehren: fallvertrag({
    befehl: 'standortgespraech_fuehren',
    pfad: '/standortgespraech',
    titel: 'Geführtes Standortgespräch dokumentieren',
    eingabe: z.strictObject({
      ergebnis: z.enum(['verbleib', 'rueckgabe_an_pap']),
      art: kontaktart,
      raum,
      ...gespraechsdauer,
      sichtFm: freitext.optional(),
      sichtBewerber: freitext.optional(),
      begruendung24MonatePlus: freitext.optional(),
      verlaengerungsgrund: z
        .enum(VERLAENGERUNGSGRUENDE)
        .optional()
        .describe('Bei Verbleib: Art des Grundes neben dem Text (001 7.1)'),
      standJeHandlungsbedarf: z
        .array(
          z.strictObject({
            handlungsbedarf: bedarfVerweis,
            stand: z.enum(HB_STATUS),
          }),
        )
        .max(50)
        .default([])
        .describe('Jeder Handlungsbedarf, der beim Fallzugang offen war oder später hinzukam (V-56)'),
      ...gemeinsam,
    }),
    texte: { sichtFm: 'K3', sichtBewerber: 'K3', begruendung24MonatePlus: 'K3' },
    fakten: { person, bedarfe: bedarfsgeschichten },
    zuBefehl: (
      { ergebnis, art, raum: wo, standJeHandlungsbedarf, verlaengerungsgrund, ...minuten },
      kopf,
      { person, bedarfe },
    ) => ({
      ...kopf,
      ...ortDes({ raum: wo }),
      ...dauer(minuten),
      ...(verlaengerungsgrund === undefined ? {} : { verlaengerungsgrund }),
      befehl: 'standortgespraech_fuehren',
      ergebnis,
      art,
      handlungsbedarfeBewertet: new Set(standJeHandlungsbedarf.map((s) => s.handlungsbedarf)).size,
      person,
      bewertungen: standJeHandlungsbedarf,
      bedarfe,
    }),
  }),
} satisfies Partial<Fallvertraege>;

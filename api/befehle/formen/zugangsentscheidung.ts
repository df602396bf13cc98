import { z } from 'zod';
import type { Personenfakten } from '../../../domain/fall/befehle.ts';
import {
  NICHTZUGANGSGRUENDE,
  UEBERMITTLUNGSGRUNDLAGEN,
  UEBERNAHMEGRUENDE,
  WEITERLEITUNGSZIELE,
} from '../../../domain/kennungen.ts';
import { freitext, gemeinsam, kriteriumB, mitarbeitendeVerweis, tag } from '../../kern/felder.ts';
import { person } from '../fakten/person.ts';
import { anIstFmSpezial } from '../fakten/personal.ts';
import { folgefallVon, folgegruendung } from '../fakten/weiterleitung.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

/** The judgement of the FM (E10). */
const urteil = {
  kriteriumB: z.strictObject({ ergebnis: kriteriumB, begruendung: freitext }),
  komplexitaet: z
    .strictObject({ komplex: z.boolean(), begruendung: freitext })
    .optional()
    .describe('Nur wo keine Profillage vorliegt: die Einschätzung des Fallmanagements (A-02)'),
  integrationNachrangig: z
    .boolean()
    .default(false)
    .describe('Die Integration in den Arbeitsmarkt ist derzeit nicht das vorrangige Ziel (V-09)'),
  fmVorgestelltAm: tag
    .optional()
    .describe('Die Person kennt Name und Kontakt ihrer Fallmanagerin seit (V-15)'),
};

const URTEILSTEXTE = { 'kriteriumB.begruendung': 'K3', 'komplexitaet.begruendung': 'K3' } as const;

type Urteil = z.output<z.ZodObject<typeof urteil>>;

function zugangsurteil(
  { kriteriumB: b, komplexitaet, integrationNachrangig, fmVorgestelltAm }: Urteil,
  personenfakten: Personenfakten,
) {
  return {
    kriteriumB: b.ergebnis,
    komplex: komplexitaet?.komplex ?? null,
    integrationNachrangig,
    fmVorgestelltAm: fmVorgestelltAm ?? null,
    person: personenfakten,
  };
}

export const entscheidungsvertraege = {
  zugang_entscheiden: fallvertrag({
    befehl: 'zugang_entscheiden',
    pfad: '/zugangsentscheidung',
    titel: 'Über den Zugang entscheiden',
    eingabe: z.strictObject({
      ergebnis: z.enum(['uebernahme', 'abweisung', 'weiterleitung']),
      ...urteil,
      grund: z
        .enum(NICHTZUGANGSGRUENDE)
        .exclude(['bewusste_nichtvormerkung', 'spezialisiertes_fm'])
        .optional()
        .describe('Maßgeblicher Grund; bei Abweisung Pflicht (E12, V-10)'),
      begruendung: freitext
        .optional()
        .describe('Maßgebliche Gründe; bei Abweisung und Weiterleitung Pflicht (V-10)'),
      uebernahmegrund: z
        .enum(UEBERNAHMEGRUENDE)
        .optional()
        .describe('Bei Übernahme: Art des Grundes neben dem Text (001 7.1)'),
      besprochenAm: tag.optional().describe('Gründe mit der Person besprochen am (V-16)'),
      weiterleitung: z
        .strictObject({
          ziel: z
            .enum(WEITERLEITUNGSZIELE)
            .describe('Führt dort ein Team mit Lotse weiter, beginnt bei ihm ein verbundener Fall (TR64)'),
          grundlage: z
            .enum(UEBERMITTLUNGSGRUNDLAGEN)
            .optional()
            .describe('Rechtsgrundlage der Übermittlung, Pflicht an ein Team (§ 69 Abs. 1 Nr. 1 SGB X)'),
          an: mitarbeitendeVerweis
            .optional()
            .describe('Wer dort davon erfährt; bei einem Team immer dessen Leitung (V-12)'),
        })
        .optional()
        .describe('Bei Weiterleitung Pflicht (TR16)'),
      ...gemeinsam,
    }),
    texte: { ...URTEILSTEXTE, begruendung: 'K2' },
    fakten: { person, anIstFmSpezial, folgegruendung },
    zuBefehl: (eingabe, kopf, fakten) => {
      const { ergebnis, grund, uebernahmegrund, besprochenAm, weiterleitung } = eingabe;
      return {
        ...kopf,
        ...zugangsurteil(eingabe, fakten.person),
        befehl: 'zugang_entscheiden',
        ergebnis,
        grund: grund ?? null,
        ...(uebernahmegrund === undefined ? {} : { uebernahmegrund }),
        besprochenAm: besprochenAm ?? null,
        weiterleitung:
          weiterleitung === undefined
            ? null
            : {
                ziel: weiterleitung.ziel,
                an: weiterleitung.an ?? null,
                anIstFmSpezial: fakten.anIstFmSpezial,
                ...folgefallVon(fakten.folgegruendung, {
                  befehlId: kopf.befehlId,
                  grundlage: weiterleitung.grundlage ?? null,
                }),
              },
      };
    },
  }),

  abweichung_beantragen: fallvertrag({
    befehl: 'abweichung_beantragen',
    pfad: '/abweichung/antrag',
    titel: 'Übernahme ohne Kriterium A beantragen (Prophylaxe)',
    eingabe: z.strictObject({
      ...urteil,
      prophylaxe: z
        .strictObject({
          neuzugang: z.boolean(),
          risikoLangzeitarbeitslosigkeit: z.boolean(),
          wahrscheinlichkeitMinimierbar: z.boolean(),
        })
        .describe('Die vierte Bedingung, das abgesicherte Profiling, steht in der Akte (V-08)'),
      begruendung: freitext.describe('Warum von Kriterium A abgewichen werden soll (V-08)'),
      ...gemeinsam,
    }),
    texte: { ...URTEILSTEXTE, begruendung: 'K2' },
    fakten: { person },
    zuBefehl: (eingabe, kopf, fakten) => ({
      ...kopf,
      ...zugangsurteil(eingabe, fakten.person),
      befehl: 'abweichung_beantragen',
      prophylaxe: eingabe.prophylaxe,
    }),
  }),

  abweichung_entscheiden: fallvertrag({
    befehl: 'abweichung_entscheiden',
    pfad: '/abweichung/entscheidung',
    titel: 'Über einen Antrag auf Abweichung entscheiden',
    eingabe: z.strictObject({ gewaehrt: z.boolean(), begruendung: freitext, ...gemeinsam }),
    texte: { begruendung: 'K2' },
    fakten: { person },
    zuBefehl: ({ gewaehrt }, kopf, { person }) => ({
      ...kopf,
      befehl: 'abweichung_entscheiden',
      gewaehrt,
      person,
    }),
  }),
} satisfies Partial<Fallvertraege>;

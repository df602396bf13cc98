import { z } from 'zod';
import { GUTACHTENARTEN } from '../../../domain/einwilligung/einwilligung.ts';
import { zeilennamen } from '../../../domain/tabelle.ts';
import { dauer, terminangaben as termindaten } from '../../../domain/fall/gespraechsangaben.ts';
import { MASSNAHMEARTEN, massnahmeumfang } from '../../../domain/fall/umfang.ts';
import {
  absagenummer,
  freitext,
  gemeinsam,
  gespraechsdauer,
  kontaktart,
  kosten,
  ortDes,
  raum,
  tag,
  terminangaben,
  nummer,
} from '../../kern/felder.ts';
import { gutachteneinwilligung } from '../fakten/einwilligung.ts';
import { zuInformierenBeiAbsage } from '../fakten/person.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

export const kontaktvertraege = {
  kontakt_erfassen: fallvertrag({
    befehl: 'kontakt_erfassen',
    pfad: '/kontakte',
    titel: 'Kontakt planen, absagen, als versäumt oder geführt erfassen',
    eingabe: z.strictObject({
      anlass: z
        .enum(['erstgespraech', 'uebernahmegespraech', 'standortgespraech', 'rueckgabegespraech', 'laufend'])
        .default('laufend'),
      art: kontaktart.default('persoenlich'),
      status: z.enum(['geplant', 'durchgefuehrt', 'abgesagt', 'nicht_erschienen']),
      termin: tag.optional(),
      ...terminangaben,
      ...gespraechsdauer,
      dauerMinuten: gespraechsdauer.dauerMinuten.describe('Wie lange das Gespräch dauert oder dauerte'),
      raum,
      vermerk: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { vermerk: 'K3', videolink: 'K1' },
    fakten: { absage: zuInformierenBeiAbsage },
    zuBefehl: ({ anlass, art, status, termin, raum: wo, ...angaben }, kopf, { absage }) => ({
      ...kopf,
      ...absage,
      ...ortDes({ raum: wo }),
      ...termindaten(angaben),
      ...dauer(angaben),
      befehl: 'kontakt_erfassen',
      anlass,
      art,
      status,
      termin: termin ?? null,
    }),
  }),

  begleitperson_informieren: fallvertrag({
    befehl: 'begleitperson_informieren',
    pfad: '/begleitpersonen/information',
    titel: 'Festhalten, dass eine Begleitperson von der Terminabsage weiß',
    eingabe: z.strictObject({
      nummer: absagenummer
        .optional()
        .describe(
          'Welche Terminabsage, nach ihrem Vorkommen von T-32; ohne Angabe jede bis zu diesem Tag, solange nur eine Begleitperson wartet',
        ),
      ...gemeinsam,
    }),
    texte: {},
    fakten: {},
    zuBefehl: ({ nummer }, kopf) => ({
      ...kopf,
      befehl: 'begleitperson_informieren',
      nummer: nummer ?? null,
    }),
  }),

  massnahme_beginnen: fallvertrag({
    befehl: 'massnahme_beginnen',
    pfad: '/massnahmen',
    titel: 'Maßnahme der aktiven Arbeitsmarktpolitik erfassen',
    eingabe: z.strictObject({
      art: z.enum(MASSNAHMEARTEN),
      von: tag.describe('Erster Tag; er darf noch kommen'),
      bis: tag.describe('Geplanter letzter Tag; mit ihm endet die Maßnahme von selbst'),
      kostenCent: kosten,
      grundOhneVereinbarung: freitext.optional().describe('Nötig, solange keine Vereinbarung besteht'),
      ...gemeinsam,
    }),
    texte: { grundOhneVereinbarung: 'K3' },
    fakten: {},
    zuBefehl: ({ von, bis, art: massnahmeart, kostenCent }, kopf) => {
      // What began before it was recorded happened on its first day, which V-74 asks about.
      const ereignisAm = von < kopf.ereignisAm ? von : kopf.ereignisAm;
      const umfang = massnahmeumfang({ massnahmeart, kostenCent });
      return { ...kopf, ereignisAm, befehl: 'massnahme_beginnen', von, bis, ...umfang };
    },
  }),

  massnahme_beenden: fallvertrag({
    befehl: 'massnahme_beenden',
    pfad: '/massnahmen/ende',
    titel: 'Maßnahme anders als geplant beenden',
    eingabe: z.strictObject({
      abbruch: z.boolean().default(false).describe('Vor dem Ziel abgebrochen oder nicht angetreten'),
      ...gemeinsam,
      ereignisAm: gemeinsam.ereignisAm.describe(
        'Letzter Tag in der Maßnahme; ein Tag vor ihrem Beginn heißt: nicht angetreten; ohne Angabe heute',
      ),
    }),
    texte: {},
    fakten: {},
    zuBefehl: ({ abbruch }, kopf) => ({ ...kopf, befehl: 'massnahme_beenden', abbruch }),
  }),

  // The paths of this and the next say nothing about health: addresses stand in the logs of every proxy.
  gutachten_einleiten: fallvertrag({
    befehl: 'gutachten_einleiten',
    pfad: '/klaerungen',
    titel: 'Gutachten einleiten; bis zum Eingang der Unterlagen ruht die Kontaktpflicht',
    eingabe: z.strictObject({
      art: z
        .enum(zeilennamen(GUTACHTENARTEN))
        .describe('Die Einwilligung muss decken, worum es dabei geht (V-24)'),
      auftrag: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { auftrag: 'K4' },
    fakten: { abgedeckt: gutachteneinwilligung },
    zuBefehl: (_, kopf, { abgedeckt }) => ({ ...kopf, befehl: 'gutachten_einleiten', ...abgedeckt }),
  }),

  gutachten_unterlagen_erfassen: fallvertrag({
    befehl: 'gutachten_unterlagen_erfassen',
    pfad: '/klaerungen/unterlagen',
    titel: 'Eingang der Unterlagen eines Gutachtens erfassen',
    eingabe: z.strictObject({
      nummer: nummer.optional().describe('Welches Gutachten des Falls; ohne Angabe das am längsten offene'),
      ergebnisFunktionsbezogen: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { ergebnisFunktionsbezogen: 'K4' },
    fakten: {},
    zuBefehl: ({ nummer }, kopf) => ({
      ...kopf,
      befehl: 'gutachten_unterlagen_erfassen',
      nummer: nummer ?? null,
    }),
  }),
} satisfies Partial<Fallvertraege>;

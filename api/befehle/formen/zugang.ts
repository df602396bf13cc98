import { z } from 'zod';
import type { Gewaehlt } from '../../../domain/fall/befehle.ts';
import {
  freitext,
  gemeinsam,
  kontaktart,
  mitarbeitendeVerweis,
  ortDes,
  raum,
  tag,
  teilnehmer,
  themaVerweis,
} from '../../kern/felder.ts';
import { gebraucht, vertrag, type Umfeld } from '../vertrag.ts';

/** The chosen colleague with what speaks against the choice; what does not is left out, as before it was asked for. */
function gewaehlt(
  fm: string,
  { fmIstFallmanager, fmBefangen }: Pick<Umfeld, 'fmIstFallmanager' | 'fmBefangen'>,
): Gewaehlt {
  return fmBefangen ? { fm, fmIstFallmanager, fmBefangen } : { fm, fmIstFallmanager };
}

export const zuordnen = vertrag({
  befehl: 'zuordnen',
  pfad: '/zuordnung',
  titel: 'In der Teambesprechung einer Fallmanagerin zuordnen',
  uebergaenge: ['TR07'],
  eingabe: z.strictObject({ fm: mitarbeitendeVerweis, ...gemeinsam }),
  texte: {},
  zuBefehl: ({ fm }, { last, ...umfeld }) => ({
    ...umfeld.kopf,
    befehl: 'zuordnen',
    ...gewaehlt(fm, umfeld),
    last,
  }),
});

export const fmWechseln = vertrag({
  befehl: 'fm_wechseln',
  pfad: '/fallmanagement',
  titel: 'Den Fall einer anderen Fallmanagerin oder einem anderen Fallmanager geben',
  uebergaenge: ['TR51'],
  eingabe: z.strictObject({
    fm: mitarbeitendeVerweis,
    grund: freitext.optional().describe('Warum gewechselt wird (V-68)'),
    warmeUebergabeAm: tag.optional().describe('Tag des Gesprächs, in dem übergeben wurde'),
    ...gemeinsam,
  }),
  texte: { grund: 'K1' },
  zuBefehl: ({ fm, warmeUebergabeAm }, umfeld) => ({
    ...umfeld.kopf,
    befehl: 'fm_wechseln',
    ...gewaehlt(fm, umfeld),
    warmeUebergabeAm: warmeUebergabeAm ?? null,
  }),
});

export const ohneWarmeUebergabeZuordnen = vertrag({
  befehl: 'ohne_warme_uebergabe_zuordnen',
  pfad: '/zuordnung/ohne-warme-uebergabe',
  titel: 'Nach einem Jour-Fixe ausnahmsweise ohne warme Übergabe zuordnen',
  uebergaenge: ['TR08'],
  eingabe: z.strictObject({
    fm: mitarbeitendeVerweis,
    thema: themaVerweis.optional().describe('Thema, nach dem zugeordnet wird (E42)'),
    ...gemeinsam,
  }),
  texte: {},
  zuBefehl: ({ fm, thema }, { last, ...umfeld }) => ({
    ...umfeld.kopf,
    befehl: 'ohne_warme_uebergabe_zuordnen',
    ...gewaehlt(fm, umfeld),
    thema: thema ?? null,
    last,
  }),
});

export const papWechseln = vertrag({
  befehl: 'pap_wechseln',
  pfad: '/ansprechpartner',
  titel:
    'An die Stelle einer ausscheidenden Ansprechpartnerin oder eines Ansprechpartners tritt jemand anderes',
  uebergaenge: ['TR51'],
  eingabe: z.strictObject({
    von: mitarbeitendeVerweis,
    pap: mitarbeitendeVerweis,
    grund: freitext.optional().describe('Warum gewechselt wird (V-68)'),
    ...gemeinsam,
  }),
  texte: { grund: 'K1' },
  zuBefehl: ({ von, pap }, { kopf }) => ({ ...kopf, befehl: 'pap_wechseln', von, pap }),
});

export const terminVereinbaren = vertrag({
  befehl: 'uebernahmegespraech_vereinbaren',
  pfad: '/uebernahmegespraech/termin',
  titel: 'Termin des Übernahmegesprächs vereinbaren',
  uebergaenge: ['TR10'],
  eingabe: z.strictObject({ termin: tag, ...gemeinsam }),
  texte: {},
  zuBefehl: ({ termin }, { kopf }) => ({ ...kopf, befehl: 'uebernahmegespraech_vereinbaren', termin }),
});

export const uebernahmegespraechFuehren = vertrag({
  befehl: 'uebernahmegespraech_fuehren',
  pfad: '/uebernahmegespraech',
  titel: 'Geführtes Übernahmegespräch dokumentieren',
  uebergaenge: ['TR12'],
  eingabe: z.strictObject({
    teilnehmer,
    art: kontaktart.default('persoenlich'),
    ort: z
      .enum(['fm_buero', 'anderer_ort'])
      .optional()
      .describe('Bei einer Übergabe aus dem Fallmanagement U25: im Büro des neuen Fallmanagements (A-38)'),
    raum,
    vorteilsuebersetzung: freitext.optional(),
    ...gemeinsam,
  }),
  texte: { vorteilsuebersetzung: 'K3' },
  zuBefehl: ({ teilnehmer: wer, art, ort, raum: wo }, { kopf, person }) => ({
    ...kopf,
    ...ortDes({ raum: wo }),
    befehl: 'uebernahmegespraech_fuehren',
    teilnehmer: wer,
    art,
    imFmBuero: ort === 'fm_buero',
    person: gebraucht(person, 'Person'),
  }),
});

export const zurueckziehen = vertrag({
  befehl: 'zurueckziehen',
  pfad: '/rueckzug',
  titel: 'Vormerkung zurückziehen',
  uebergaenge: ['TR13'],
  eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
  texte: { grund: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'zurueckziehen' }),
});

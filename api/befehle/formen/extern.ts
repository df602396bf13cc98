import { z } from 'zod';
import { freitext, gemeinsam, mitarbeitendeVerweis, tag } from '../../kern/felder.ts';
import { externwahl } from '../fakten/personal.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

const fallbesprechungAm = tag.optional().describe('Tag der Fallbesprechung mit dem externen FM');

export const externvertraege = {
  externes_fm_beauftragen: fallvertrag({
    befehl: 'externes_fm_beauftragen',
    pfad: '/externes-fm',
    titel: 'Externes Fallmanagement beauftragen',
    eingabe: z.strictObject({
      fm: mitarbeitendeVerweis,
      rasterMonate: z.int().min(1).max(12).describe('Vereinbarter Abstand der Zwischenberichte (T-33)'),
      fallbesprechungAm,
      auftrag: freitext.describe('Womit das externe FM beauftragt wird'),
      ...gemeinsam,
    }),
    texte: { auftrag: 'K1' },
    fakten: { externwahl },
    zuBefehl: ({ fm, rasterMonate, fallbesprechungAm: besprochen }, kopf, { externwahl: wahl }) => ({
      ...kopf,
      befehl: 'externes_fm_beauftragen',
      fm,
      ...wahl,
      rasterMonate,
      fallbesprechungAm: besprochen ?? null,
    }),
  }),

  zwischenbericht_erfassen: fallvertrag({
    befehl: 'zwischenbericht_erfassen',
    pfad: '/zwischenberichte',
    titel: 'Zwischenbericht des externen FM erfassen',
    eingabe: z.strictObject({ bericht: freitext, ...gemeinsam }),
    texte: { bericht: 'K3' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'zwischenbericht_erfassen' }),
  }),

  abschlussbericht_erfassen: fallvertrag({
    befehl: 'abschlussbericht_erfassen',
    pfad: '/abschlussbericht',
    titel: 'Abschlussbericht des externen FM erfassen und die Beauftragung beenden',
    eingabe: z.strictObject({ bericht: freitext, fallbesprechungAm, ...gemeinsam }),
    texte: { bericht: 'K3' },
    fakten: {},
    zuBefehl: ({ fallbesprechungAm: besprochen }, kopf) => ({
      ...kopf,
      befehl: 'abschlussbericht_erfassen',
      fallbesprechungAm: besprochen ?? null,
    }),
  }),
} satisfies Partial<Fallvertraege>;

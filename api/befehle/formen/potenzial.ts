import { z } from 'zod';
import { NICHTZUGANGSGRUENDE } from '../../../domain/kennungen.ts';
import type { BefehlAn } from '../../../domain/vorgang/aggregat.ts';
import type { Potenzialtypen } from '../../../domain/potenzial/aggregat.ts';
import { PRUEFERGEBNISSE, type Pruefakten } from '../../../domain/potenzial/befehle.ts';
import { POTENZIALRECHTE, type Potenzialsachbefehl } from '../../../domain/rollen/potenzialrechte.ts';
import type { Befehlskopf } from '../../../domain/vorgang/befehl.ts';
import { freitext, gemeinsam } from '../../kern/felder.ts';
import { NACHTRAG } from './nachtrag.ts';
import { gebraucht, vertragsbau, type VertragAn } from '../vertrag.ts';

/** Facts a use case has loaded for a command on a check record. */
export type Potenzialumfeld = { readonly kopf: Befehlskopf; readonly fakten: Pruefakten | null };

type Art = {
  ziel: 'potenzial';
  name: Potenzialsachbefehl;
  befehl: BefehlAn<Potenzialtypen>;
  umfeld: Potenzialumfeld;
};

/** One command on the check record of a person. */
export type Potenzialvertrag = VertragAn<Art>;
const vertrag = vertragsbau<Art>('potenzial', POTENZIALRECHTE);

const komplexprofilPruefen = vertrag({
  befehl: 'komplexprofil_pruefen',
  pfad: '/pruefungen',
  titel: 'Prüfung des Komplexprofils dokumentieren',
  uebergaenge: ['TR02'],
  eingabe: z.strictObject({
    ergebnis: z.enum(PRUEFERGEBNISSE),
    grund: z.enum(NICHTZUGANGSGRUENDE).optional().describe('Grund, wenn kein Zugang folgt (E12)'),
    kriteriumB: z.enum(['ja', 'nein', 'unklar']).default('unklar'),
    begruendung: freitext
      .optional()
      .describe('Maßgebliche Gründe; bei kein_zugang und nichtvormerkung nötig'),
    ...gemeinsam,
  }),
  texte: { begruendung: 'K2' },
  zuBefehl: ({ ergebnis, grund, kriteriumB }, { kopf, fakten }) => ({
    ...kopf,
    befehl: 'komplexprofil_pruefen',
    ergebnis,
    grund: grund ?? null,
    kriteriumB,
    fakten: gebraucht(fakten, 'Fakten der Prüfung'),
  }),
});

const uebergangAnregen = vertrag({
  befehl: 'uebergang_anregen',
  pfad: '/anregungen',
  titel: 'Als Fallmanagement einen Übergang anregen',
  uebergaenge: ['TR06'],
  eingabe: z.strictObject({ hinweis: freitext, ...gemeinsam }),
  texte: { hinweis: 'K2' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'uebergang_anregen' }),
});

const keinBfmUe25 = vertrag({
  befehl: 'kein_bfm_ue25_entscheiden',
  pfad: '/u25-entscheidung',
  titel: 'Als FM U25 entscheiden, dass kein bFM Ü25 folgt',
  uebergaenge: [],
  eingabe: z.strictObject({ begruendung: freitext, ...gemeinsam }),
  texte: { begruendung: 'K2' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'kein_bfm_ue25_entscheiden' }),
});

const begruendungNachreichen = vertrag({
  ...NACHTRAG,
  zuBefehl: ({ regel }, { kopf }) => ({ ...kopf, befehl: NACHTRAG.befehl, regel }),
});

/** Every command on a check record. */
export const POTENZIALVERTRAEGE: readonly Potenzialvertrag[] = [
  komplexprofilPruefen,
  uebergangAnregen,
  keinBfmUe25,
  begruendungNachreichen,
];

import { z } from 'zod';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Antwort } from '../../domain/fall/antwort.ts';
import { VEREINBARUNGSTYPEN } from '../../domain/fall/beratung.ts';
import { ZUSTAENDE, type Regelid } from '../../domain/kennungen.ts';
import { POTENZIALZUSTAENDE } from '../../domain/potenzial/potenzial.ts';
import { kennung } from '../kern/felder.ts';

const regel = z
  .custom<Regelid>((wert) => typeof wert === 'string' && /^V-\d+$/.test(wert))
  .meta({
    type: 'string',
    pattern: '^V-\\d+$',
  });

const FREIGABE = ['beantragt', 'abgelehnt', 'gewaehrt'] as const;

const antwortfelder = {
  neben: z.array(z.string()).describe('Parallele Bereiche nach dem Ende, z. B. nachhaltung'),
  warnungen: z.array(regel).describe('Regeln der Schwere W oder I, die zutrafen'),
  offeneHinweise: z.array(regel).describe('Davon: noch ohne Begründung'),
  sequenz: z.int().describe('Nummer des letzten Ereignisses, das der Befehl aufgezeichnet hat'),
};
const faktenfelder = {
  kriteriumA: z.boolean().exactOptional(),
  anzahlHandlungsbedarfe: z.int().exactOptional(),
};

const fallantwort = {
  ...antwortfelder,
  zustand: z.enum(ZUSTAENDE),
  fakten: z.strictObject({
    ...faktenfelder,
    verlaengerungBis: z.string().exactOptional(),
    zaehltAb: z.literal([6, 12, 24]).nullable().exactOptional(),
    messpunktErfuellt: z.boolean().exactOptional(),
    auslastungVorher: z.number().nullable().exactOptional(),
    auslastungNachher: z.number().nullable().exactOptional(),
    erfolgreich: z.boolean().exactOptional().describe('A-21'),
    abbruch: z.boolean().exactOptional().describe('003 I3'),
    dauerhaft: z.boolean().exactOptional(),
    bleibtPotenzial: z.boolean().exactOptional(),
    umkehr: z.enum(FREIGABE).exactOptional(),
    abweichung: z.enum(FREIGABE).exactOptional(),
    ohneProfillage: z.literal(true).exactOptional(),
    meldefrist: z.string().exactOptional(),
    eintrag: z.int().exactOptional().describe('Nummer des Eintrags im Assessment'),
    teilziel: z.int().exactOptional().describe('Nummer des Teilziels'),
    problemeMitZiel: z.int().exactOptional().describe('K-F2, in Prozent'),
    typ: z.enum(VEREINBARUNGSTYPEN).exactOptional(),
    laufendeNummer: z.int().exactOptional(),
  }),
};
const potenzialantwort = {
  ...antwortfelder,
  zustand: z.enum(POTENZIALZUSTAENDE),
  fakten: z.strictObject(faktenfelder),
};

const teamantwort = {
  ...antwortfelder,
  zustand: z.literal('taetig'),
  fakten: z.strictObject({
    besprechung: z.int().exactOptional().describe('Die wievielte Woche abgeschlossen ist'),
    zugeordnet: z.int().exactOptional(),
    bleiben: z
      .record(z.string(), z.int())
      .exactOptional()
      .describe('Wie viele Vormerkungen bleiben, je wievielter nächster Besprechung'),
    schluessel: z.number().exactOptional().describe('Fälle je Vollzeitstelle heute (K-51)'),
    jahresmittel: z.number().exactOptional(),
    band: z
      .enum(['unter', 'im_band', 'ueber'])
      .exactOptional()
      .describe('Wo das Jahresmittel liegt (POL-SCHLUESSEL)'),
    gezogen: z.array(z.string()).exactOptional().describe('Gezogene Fallnummern'),
    zuPruefen: z.int().exactOptional(),
  }),
};

/** Answer of each kind of Vorgang to a command, as stored beside its key. */
export const ANTWORTSCHEMATA = {
  fall: z.strictObject(fallantwort) satisfies z.ZodType<Antwort>,
  potenzial: z.strictObject(potenzialantwort),
  team: z.strictObject(teamantwort),
} as const;

/** The same as the caller of the API gets it, with the name of the Vorgang. */
export const BEFEHLSANTWORTEN = {
  fall: z
    .strictObject({ fallId: kennung, fallnummer: z.string(), ...fallantwort })
    .meta({ id: 'Befehlsantwort' }),
  potenzial: z.strictObject({ personId: kennung, ...potenzialantwort }).meta({ id: 'Potenzialantwort' }),
  team: z.strictObject({ teamId: kennung, ...teamantwort }).meta({ id: 'Teamantwort' }),
} as const;
export type Befehlsantworten = {
  readonly [Z in keyof typeof BEFEHLSANTWORTEN]: z.output<(typeof BEFEHLSANTWORTEN)[Z]>;
};

/** A refusal as the workflow throws it and as it is stored beside the key. */
export const ablehnungSchema: z.ZodType<Ablehnung> = z.object({
  id: z.custom<Ablehnung['id']>(
    (wert) => typeof wert === 'string' && /^(V-\d+|TR\d+|T-\d+|LAUFWECHSEL|UNLESBAR)$/.test(wert),
  ),
  art: z.enum(['zustand', 'regel', 'veraltet', 'technisch']),
  satz: z.string(),
});

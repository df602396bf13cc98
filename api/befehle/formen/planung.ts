import { z } from 'zod';
import { VEREINBARUNGSTYPEN } from '../../../domain/fall/beratung.ts';
import { TEILZIEL_WER, type Vereinbarungsangaben } from '../../../domain/fall/befehle/planung.ts';
import {
  bedarfVerweis,
  freitext,
  gemeinsam,
  kurztext,
  offenesTeilziel,
  tag,
  teilzielNummer,
  zeile,
} from '../../kern/felder.ts';
import { bedarfsstaende } from '../fakten/person.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

const bedarfe = z.array(bedarfVerweis).max(50);

const aenderung = z.strictObject({
  teilziel: offenesTeilziel.describe('Nummer des Teilziels'),
  bisWann: tag.describe('Neues Datum; es verschiebt die Frist'),
  grund: freitext,
  neueFassung: freitext.optional().describe('Was jetzt zu tun ist, wenn sich auch das ändert'),
  ...gemeinsam,
});

const vereinbarung = {
  typ: z
    .enum(VEREINBARUNGSTYPEN)
    .optional()
    .describe('Ohne Angabe die Art, die das Gesetz an diesem Tag kennt (V-42)'),
  gueltigBis: tag.optional().describe('Die Vereinbarung ist befristet (V-39)'),
  leistungenTraeger: freitext,
  pflichtenKunde: freitext.describe('Klar und verständlich, was die Person übernimmt'),
  zeitrahmen: freitext,
  handlungsbedarfe: bedarfe.default([]).describe('Handlungsbedarfe, um die es geht (V-37)'),
  teilziele: z.array(teilzielNummer).max(50).default([]),
  angebotsinformationGegebenAm: tag.optional().describe('Über örtliche Angebote informiert (V-41)'),
  rechtsfolgen: freitext.optional().describe('Nur, wo die Art der Vereinbarung sie trägt (V-43)'),
  rechtsfolgenErlaeutertAm: tag.optional(),
  verweis: freitext.optional().describe('Bei einer Verpflichtung durch Verwaltungsakt: welcher'),
  unterschrieben: z.enum(['schriftlich', 'elektronisch']).default('schriftlich'),
};

type Vereinbarungseingabe = z.output<z.ZodObject<typeof vereinbarung>>;

const VEREINBARUNGSTEXTE = [
  'leistungenTraeger',
  'pflichtenKunde',
  'zeitrahmen',
  'rechtsfolgen',
  'verweis',
] as const;

const texte = (vor: string): Record<string, 'K3'> =>
  Object.fromEntries(VEREINBARUNGSTEXTE.map((feld) => [`${vor}${feld}`, 'K3']));

function alsAngaben(eingabe: Vereinbarungseingabe): Vereinbarungsangaben {
  const { typ = null, gueltigBis = null, handlungsbedarfe, teilziele } = eingabe;
  const { angebotsinformationGegebenAm = null, rechtsfolgenErlaeutertAm = null } = eingabe;
  return {
    typ,
    gueltigBis,
    handlungsbedarfe,
    teilziele,
    angebotsinformationGegebenAm,
    rechtsfolgenErlaeutertAm,
  };
}

export const planungsvertraege = {
  teilziel_setzen: fallvertrag({
    befehl: 'teilziel_setzen',
    pfad: '/teilziele',
    titel: 'Teilziel nach der 5-W-Regel setzen',
    eingabe: z.strictObject({
      wer: z.enum(TEILZIEL_WER).optional(),
      was: freitext,
      bisWann: tag.optional(),
      nachweisWie: freitext.optional().describe('Wie es gegebenenfalls nachgewiesen wird'),
      handlungsbedarf: bedarfVerweis,
      zielbereich: zeile(100).describe('K-F1'),
      istHauptziel: z.boolean().default(false),
      ...gemeinsam,
    }),
    texte: { was: 'K3', nachweisWie: 'K3' },
    fakten: { bedarfe: bedarfsstaende },
    zuBefehl: ({ wer, bisWann, handlungsbedarf, istHauptziel }, kopf, { bedarfe: alle }) => ({
      ...kopf,
      befehl: 'teilziel_setzen',
      wer: wer ?? null,
      bisWann: bisWann ?? null,
      handlungsbedarf,
      istHauptziel,
      bedarfe: alle,
    }),
  }),

  integrationsplan_aufstellen: fallvertrag({
    befehl: 'integrationsplan_aufstellen',
    pfad: '/integrationsplan',
    titel: 'Integrationsplan aufstellen oder erneuern',
    eingabe: z.strictObject({
      zielLangfristig: freitext,
      zielMittelfristig: freitext,
      zielKurzfristig: freitext,
      chancenRisikoAnalyse: freitext.optional(),
      arbeitsmarktabgleich: freitext,
      reihenfolge: bedarfe
        .default([])
        .describe('Handlungsbedarfe in der Reihenfolge der Bearbeitung; der erste zuerst (V-40)'),
      verlaufsplan: z
        .array(
          z.strictObject({
            was: kurztext,
            art: z.enum(['parallel', 'sequenziell']),
            nach: z.array(z.int().min(1).max(50)).max(10).default([]).describe('Nummern früherer Schritte'),
            von: tag,
            bis: tag,
          }),
        )
        .max(50)
        .default([])
        .describe('Schritte als Netzplan'),
      ...gemeinsam,
    }),
    texte: {
      zielLangfristig: 'K3',
      zielMittelfristig: 'K3',
      zielKurzfristig: 'K3',
      chancenRisikoAnalyse: 'K3',
      arbeitsmarktabgleich: 'K3',
    },
    fakten: { bedarfe: bedarfsstaende },
    zuBefehl: ({ reihenfolge, verlaufsplan }, kopf, { bedarfe: alle }) => ({
      ...kopf,
      befehl: 'integrationsplan_aufstellen',
      reihenfolge,
      schritte: verlaufsplan.map(({ art, nach, von, bis }) => ({ art, nach, von, bis })),
      bedarfe: alle,
    }),
  }),

  teilziel_anpassen: fallvertrag({
    befehl: 'teilziel_anpassen',
    pfad: '/teilziele/anpassung',
    titel: 'Teilziel anpassen',
    eingabe: aenderung,
    texte: { grund: 'K3', neueFassung: 'K3' },
    fakten: {},
    zuBefehl: ({ teilziel, bisWann }, kopf) => ({
      ...kopf,
      befehl: 'teilziel_anpassen',
      teilziel,
      bisWann,
    }),
  }),

  teilziel_stand_festhalten: fallvertrag({
    befehl: 'teilziel_stand_festhalten',
    pfad: '/teilziele/stand',
    titel: 'Zwischenstand oder Ergebnis eines Teilziels festhalten',
    eingabe: z.strictObject({
      teilziel: offenesTeilziel.describe('Nummer des Teilziels'),
      status: z.enum(['laufend', 'erreicht', 'nicht_erreicht']),
      zwischenstand: freitext,
      hindernisse: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { zwischenstand: 'K3', hindernisse: 'K3' },
    fakten: {},
    zuBefehl: ({ teilziel, status }, kopf) => ({
      ...kopf,
      befehl: 'teilziel_stand_festhalten',
      teilziel,
      status,
    }),
  }),

  zielaenderung_vorschlagen: fallvertrag({
    befehl: 'zielaenderung_vorschlagen',
    pfad: '/teilziele/vorschlag',
    titel: 'Als externes FM die Änderung eines Teilziels vorschlagen',
    eingabe: aenderung,
    texte: { grund: 'K3', neueFassung: 'K3' },
    fakten: {},
    zuBefehl: ({ teilziel, bisWann }, kopf) => ({
      ...kopf,
      befehl: 'zielaenderung_vorschlagen',
      teilziel,
      bisWann,
    }),
  }),

  zielaenderung_entscheiden: fallvertrag({
    befehl: 'zielaenderung_entscheiden',
    pfad: '/teilziele/vorschlag/entscheidung',
    titel: 'Über die vorgeschlagene Änderung eines Teilziels entscheiden',
    eingabe: z.strictObject({ gewaehrt: z.boolean(), begruendung: freitext, ...gemeinsam }),
    texte: { begruendung: 'K3' },
    fakten: {},
    zuBefehl: ({ gewaehrt }, kopf) => ({ ...kopf, befehl: 'zielaenderung_entscheiden', gewaehrt }),
  }),

  vereinbarung_abschliessen: fallvertrag({
    befehl: 'vereinbarung_abschliessen',
    pfad: '/vereinbarung',
    titel: 'Vereinbarung abschließen',
    eingabe: z.strictObject({ ...vereinbarung, ...gemeinsam }),
    texte: texte(''),
    fakten: { bedarfe: bedarfsstaende },
    zuBefehl: (eingabe, kopf, { bedarfe: alle }) => ({
      ...kopf,
      befehl: 'vereinbarung_abschliessen',
      angaben: alsAngaben(eingabe),
      bedarfe: alle,
    }),
  }),

  vereinbarung_scheitern: fallvertrag({
    befehl: 'vereinbarung_scheitern',
    pfad: '/vereinbarung/scheitern',
    titel: 'Festhalten, dass keine Vereinbarung zustande kommt',
    eingabe: z.strictObject({ grund: freitext, ...gemeinsam }),
    texte: { grund: 'K3' },
    fakten: {},
    zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'vereinbarung_scheitern' }),
  }),

  vereinbarung_fortschreiben: fallvertrag({
    befehl: 'vereinbarung_fortschreiben',
    pfad: '/vereinbarung/fortschreibung',
    titel: 'Vereinbarung gemeinsam überprüfen oder fortschreiben',
    eingabe: z.strictObject({
      inhalt: freitext.optional().describe('Ergebnis der gemeinsamen Überprüfung'),
      anpassung: z.strictObject(vereinbarung).optional().describe('Die neue Fassung, wenn sich etwas ändert'),
      sinnhaftigkeit: freitext.optional().describe('Ist bFM noch sinnvoll? Mit jeder Anpassung (T-16)'),
      ...gemeinsam,
    }),
    texte: { inhalt: 'K3', sinnhaftigkeit: 'K3', ...texte('anpassung.') },
    fakten: { bedarfe: bedarfsstaende },
    zuBefehl: ({ anpassung }, kopf, { bedarfe: alle }) => ({
      ...kopf,
      befehl: 'vereinbarung_fortschreiben',
      anpassung: anpassung === undefined ? null : alsAngaben(anpassung),
      bedarfe: alle,
    }),
  }),
} satisfies Partial<Fallvertraege>;

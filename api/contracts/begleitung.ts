import { z } from 'zod';
import type { Abgangsangaben } from '../../domain/fall/befehle.ts';
import { ZIELSTELLEN } from '../../domain/kennungen.ts';
import { abgangsgrund, freitext, gemeinsam, kontaktart, regelId, tag } from './felder.ts';
import { gebraucht, vertrag } from './vertrag.ts';

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

export const erstgespraechFuehren = vertrag({
  befehl: 'erstgespraech_fuehren',
  pfad: '/erstgespraech',
  titel: 'Geführtes Erstgespräch dokumentieren',
  uebergaenge: ['TR20'],
  eingabe: z.strictObject({
    art: kontaktart.default('persoenlich'),
    dauerMinuten: z.int().min(1).max(600).optional(),
    ergebnis: freitext.optional(),
    ...gemeinsam,
  }),
  texte: { ergebnis: 'K3' },
  zuBefehl: ({ art }, { kopf }) => ({ ...kopf, befehl: 'erstgespraech_fuehren', art }),
});

export const arbeitsbuendnisSchliessen = vertrag({
  befehl: 'arbeitsbuendnis_schliessen',
  pfad: '/arbeitsbuendnis',
  titel: 'Tragfähiges Arbeitsbündnis dokumentieren',
  uebergaenge: ['TR21'],
  eingabe: z.strictObject({ erwartungen: freitext.optional(), ...gemeinsam }),
  texte: { erwartungen: 'K3' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'arbeitsbuendnis_schliessen' }),
});

export const arbeitsbuendnisScheitern = vertrag({
  befehl: 'arbeitsbuendnis_scheitern',
  pfad: '/arbeitsbuendnis/scheitern',
  titel: 'Festhalten, dass kein Arbeitsbündnis zustande kommt',
  uebergaenge: ['TR22'],
  eingabe: z.strictObject({
    konsequenz: z.enum(['fm_wechsel', 'information_aufklaerung', 'rueckgabe']),
    gruende: freitext,
    ...gemeinsam,
  }),
  texte: { gruende: 'K3' },
  zuBefehl: ({ konsequenz }, { kopf }) => ({ ...kopf, befehl: 'arbeitsbuendnis_scheitern', konsequenz }),
});

export const integrationsplanAufstellen = vertrag({
  befehl: 'integrationsplan_aufstellen',
  pfad: '/integrationsplan',
  titel: 'Integrationsplan aufstellen',
  uebergaenge: ['TR26'],
  eingabe: z.strictObject({ ziele: freitext, ...gemeinsam }),
  texte: { ziele: 'K3' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'integrationsplan_aufstellen' }),
});

export const vereinbarungAbschliessen = vertrag({
  befehl: 'vereinbarung_abschliessen',
  pfad: '/vereinbarung',
  titel: 'Vereinbarung abschließen',
  uebergaenge: ['TR27'],
  eingabe: z.strictObject({ inhalt: freitext, ...gemeinsam }),
  texte: { inhalt: 'K3' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'vereinbarung_abschliessen' }),
});

export const vereinbarungFortschreiben = vertrag({
  befehl: 'vereinbarung_fortschreiben',
  pfad: '/vereinbarung/fortschreibung',
  titel: 'Vereinbarung gemeinsam überprüfen oder fortschreiben',
  uebergaenge: ['TR56'],
  eingabe: z.strictObject({ inhalt: freitext.optional(), ...gemeinsam }),
  texte: { inhalt: 'K3' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'vereinbarung_fortschreiben' }),
});

export const ueberpruefen = vertrag({
  befehl: 'ueberpruefen',
  pfad: '/ueberpruefung',
  titel: 'Fortführung überprüfen',
  uebergaenge: ['TR36', 'TR41', 'TR37'],
  eingabe: z.strictObject({
    ergebnis: z.enum(['fortfuehrung', 'abgang_einleiten']).default('fortfuehrung'),
    gruende: freitext.describe('Gründe der Fortführung (V-54)'),
    prognose: freitext.describe('Prognose der Erfolgsaussichten (V-54)'),
    grund24MonatePlus: freitext.optional().describe('Begründung jenseits von 24 Monaten (V-55)'),
    abgang: z.strictObject({ ...abgangsangaben, begruendung: freitext }).optional(),
    ...gemeinsam,
  }),
  texte: { gruende: 'K3', prognose: 'K3', grund24MonatePlus: 'K3', 'abgang.begruendung': 'K3' },
  zuBefehl: ({ ergebnis, abgang }, { kopf }) => ({
    ...kopf,
    befehl: 'ueberpruefen',
    ergebnis,
    abgang: abgang === undefined ? null : alsAbgangsangaben(abgang),
  }),
});

export const standortgespraechFuehren = vertrag({
  befehl: 'standortgespraech_fuehren',
  pfad: '/standortgespraech',
  titel: 'Geführtes Standortgespräch dokumentieren',
  uebergaenge: ['TR39', 'TR40'],
  eingabe: z.strictObject({
    ergebnis: z.enum(['verbleib', 'rueckgabe_an_pap']),
    art: kontaktart.default('persoenlich'),
    sichtFm: freitext.optional(),
    sichtBewerber: freitext.optional(),
    begruendung24MonatePlus: freitext.optional(),
    standJeHandlungsbedarf: z
      .array(
        z.strictObject({
          handlungsbedarf: z.string().min(1).max(200),
          stand: z.enum(['offen', 'in_bearbeitung', 'reduziert', 'abgebaut', 'verworfen']),
        }),
      )
      .max(50)
      .default([]),
    ...gemeinsam,
  }),
  texte: { sichtFm: 'K3', sichtBewerber: 'K3', begruendung24MonatePlus: 'K3' },
  zuBefehl: ({ ergebnis, art, standJeHandlungsbedarf }, { kopf, person }) => ({
    ...kopf,
    befehl: 'standortgespraech_fuehren',
    ergebnis,
    art,
    handlungsbedarfeBewertet: new Set(standJeHandlungsbedarf.map((s) => s.handlungsbedarf)).size,
    person: gebraucht(person, 'Person'),
  }),
});

export const feedbackGeben = vertrag({
  befehl: 'feedback_geben',
  pfad: '/feedback',
  titel: 'Feedback an den abgebenden pAp geben',
  uebergaenge: ['TR55'],
  eingabe: z.strictObject({ inhalt: freitext, ...gemeinsam }),
  texte: { inhalt: 'K1' },
  zuBefehl: (_, { kopf }) => ({ ...kopf, befehl: 'feedback_geben' }),
});

export const begruendungNachreichen = vertrag({
  befehl: 'begruendung_nachreichen',
  pfad: '/begruendungen',
  titel: 'Begründung zu einer offenen Warnung nachreichen',
  uebergaenge: [],
  eingabe: z.strictObject({ regel: regelId, begruendung: freitext, ...gemeinsam }),
  texte: { begruendung: 'K1' },
  zuBefehl: ({ regel }, { kopf }) => ({ ...kopf, befehl: 'begruendung_nachreichen', regel }),
});

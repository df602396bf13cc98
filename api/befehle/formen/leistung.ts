import { z } from 'zod';
import { FOLGEN_DES_ABBRUCHS } from '../../../domain/fall/befehle/leistung.ts';
import {
  EIGENE_ZUGANGSWEGE,
  HILFEPLANSTAENDE,
  LEISTUNGSARTEN,
  LEISTUNGSERGEBNISSE,
  rueckmeldungErforderlich,
  UEBLICHE_VERBINDLICHKEIT,
  VERBINDLICHKEITEN,
} from '../../../domain/leistung/leistung.ts';
import type { Leistungsangaben } from '../../../domain/fall/befehle/leistung.ts';
import { leistungsumfang } from '../../../domain/fall/umfang.ts';
import { erbringerVerweis, freitext, gemeinsam, kosten, leistungsnummer, tag } from '../../kern/felder.ts';
import { gefragteLeistung } from '../fakten/austausch.ts';
import { zuweisung, type Zuweisung } from '../fakten/einwilligung.ts';
import { fallvertrag } from '../zutritt/fall.ts';
import type { Fallvertraege } from './zeilen.ts';

const leistungsart = z
  .enum(LEISTUNGSARTEN)
  .describe('Nummer in § 16a Satz 2 SGB II; die Insolvenzberatung wird bei nr_2 erfasst');

const hilfeplan = z
  .enum(HILFEPLANSTAENDE)
  .describe('Nur Leistungen der Jugendhilfe: wie es um den Hilfeplan nach § 36 SGB VIII steht (003 Kap. 6)');

const aufnahme = z.strictObject({
  leistungsart,
  erbringer: erbringerVerweis,
  bedarf: freitext.optional().describe('Welchen Bedarf das Fallmanagement festgestellt hat (V-44)'),
  erforderlichkeit: freitext.optional().describe('Warum die Leistung für die Eingliederung erforderlich ist'),
  vorrangpruefung: freitext
    .optional()
    .describe('Welche vorrangigen Leistungen anderer Träger geprüft sind und warum sie nicht genügen (V-44)'),
  vorrangGeprueft: z
    .boolean()
    .default(false)
    .describe(
      'Nur Fälle nach Regelwerk 1: vorrangige Leistungen sind geprüft; sonst steht es in vorrangpruefung',
    ),
  verbindlichkeit: z.enum(VERBINDLICHKEITEN).optional().describe('Ohne Angabe die übliche der Nummer (V-48)'),
  rueckmeldung: z
    .boolean()
    .optional()
    .describe('Rückmeldungen sind vereinbart; ohne Angabe ja, außer bei nr_1 (V-47)'),
  abgrenzungGeprueft: z
    .boolean()
    .default(false)
    .describe('Nur nr_3: andere Angebote wirken nicht, keine Behandlung, kein Ersatz des Fallmanagements'),
  voraussichtlicheDauerMonate: z.int().min(1).max(120).optional(),
  kostenCent: kosten,
  hilfeplan: hilfeplan.optional(),
  ...gemeinsam,
});

type Aufnahme = Omit<z.output<typeof aufnahme>, 'erbringer'>;

function angaben(aufgenommen: Aufnahme, { erbringer, einwilligung }: Zuweisung): Leistungsangaben {
  const { leistungsart: art, verbindlichkeit, rueckmeldung } = aufgenommen;
  const { vorrangGeprueft, abgrenzungGeprueft } = aufgenommen;
  return {
    ...leistungsumfang(aufgenommen),
    leistungsart: art,
    erbringer,
    verbindlichkeit: verbindlichkeit ?? UEBLICHE_VERBINDLICHKEIT[art],
    rueckmeldung: rueckmeldung ?? rueckmeldungErforderlich(art),
    vorrangGeprueft,
    abgrenzungGeprueft,
    einwilligung,
  };
}

// What need somebody has is a detail on debts or addiction: specially protected (rollen.md 1).
const AUFNAHMETEXTE = { bedarf: 'K4', erforderlichkeit: 'K4', vorrangpruefung: 'K4' } as const;

const leistung = leistungsnummer
  .optional()
  .describe('Nummer der Leistung im Fall; ohne Angabe die einzige, die passt');

export const leistungsvertraege = {
  leistung_zuweisen: fallvertrag({
    befehl: 'leistung_zuweisen',
    pfad: '/leistungen',
    titel: 'Leistung nach § 16a SGB II zuweisen',
    eingabe: aufnahme.extend({ grundOhneVereinbarung: freitext.optional() }),
    texte: { ...AUFNAHMETEXTE, grundOhneVereinbarung: 'K3' },
    fakten: { zuweisung },
    zuBefehl: (eingabe, kopf, fakten) => ({
      ...kopf,
      befehl: 'leistung_zuweisen',
      ...angaben(eingabe, fakten.zuweisung),
    }),
  }),

  leistung_einbeziehen: fallvertrag({
    befehl: 'leistung_einbeziehen',
    pfad: '/leistungen/einbezug',
    titel: 'Leistung einbeziehen, die ohne das Fallmanagement begonnen hat',
    eingabe: aufnahme.extend({
      zugangsweg: z.enum(EIGENE_ZUGANGSWEGE),
      seit: tag.describe('Erster Tag der Leistung'),
      rechtsgrundlage: z
        .enum(['sgb_ii_16a', 'andere'])
        .describe('Für den Einbezug ohne Bedeutung (004 Kap. 1)'),
      rueckmeldungVereinbartAm: tag
        .optional()
        .describe('Nötig ohne Kooperationsvereinbarung: wann Rückmeldungen verabredet wurden (V-51)'),
    }),
    texte: AUFNAHMETEXTE,
    fakten: { zuweisung },
    zuBefehl: (eingabe, kopf, fakten) => ({
      ...kopf,
      befehl: 'leistung_einbeziehen',
      ...angaben(eingabe, fakten.zuweisung),
      zugangsweg: eingabe.zugangsweg,
      seit: eingabe.seit,
      rechtsgrundlage: eingabe.rechtsgrundlage,
      rueckmeldungVereinbartAm: eingabe.rueckmeldungVereinbartAm ?? null,
      gedeckt: fakten.zuweisung.gedeckt,
    }),
  }),

  leistung_beginnen: fallvertrag({
    befehl: 'leistung_beginnen',
    pfad: '/leistungen/beginn',
    titel: 'Ersten wahrgenommenen Termin einer Leistung erfassen',
    eingabe: z.strictObject({ leistung, hilfeplan: hilfeplan.optional(), ...gemeinsam }),
    texte: {},
    fakten: {},
    zuBefehl: (eingabe, kopf) => ({
      ...kopf,
      ...leistungsumfang({ hilfeplan: eingabe.hilfeplan }),
      befehl: 'leistung_beginnen',
      leistung: eingabe.leistung ?? null,
    }),
  }),

  leistung_beenden: fallvertrag({
    befehl: 'leistung_beenden',
    pfad: '/leistungen/ende',
    titel: 'Ende einer Leistung erfassen, wie die Person es berichtet',
    eingabe: z.strictObject({
      leistung,
      ergebnis: z.enum(LEISTUNGSERGEBNISSE),
      vermerk: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { vermerk: 'K4' },
    fakten: {},
    zuBefehl: (eingabe, kopf) => ({
      ...kopf,
      befehl: 'leistung_beenden',
      leistung: eingabe.leistung ?? null,
      ergebnis: eingabe.ergebnis,
    }),
  }),

  abbruch_pruefen: fallvertrag({
    befehl: 'abbruch_pruefen',
    pfad: '/leistungen/einzelfall',
    titel: 'Einzelfall nach einem Abbruch prüfen; eine Sanktion folgt daraus nie von selbst',
    eingabe: z.strictObject({
      leistung,
      wichtigerGrund: z.enum(['ja', 'nein', 'ungeklaert']),
      folge: z.enum(FOLGEN_DES_ABBRUCHS).default('keine'),
      einschaetzung: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { einschaetzung: 'K4' },
    fakten: {},
    zuBefehl: (eingabe, kopf) => ({
      ...kopf,
      befehl: 'abbruch_pruefen',
      leistung: eingabe.leistung ?? null,
      wichtigerGrund: eingabe.wichtigerGrund,
      folge: eingabe.folge,
    }),
  }),

  rueckmeldung_anfordern: fallvertrag({
    befehl: 'rueckmeldung_anfordern',
    pfad: '/leistungen/rueckmeldung',
    titel: 'Leistungserbringer mit einem neuen Einmallink um Rückmeldung bitten',
    eingabe: z.strictObject({ leistung, ...gemeinsam }),
    texte: {},
    fakten: { gefragt: gefragteLeistung },
    zuBefehl: (_, kopf, { gefragt }) => ({
      ...kopf,
      befehl: 'rueckmeldung_anfordern',
      leistung: gefragt,
    }),
  }),

  rueckmeldungen_pruefen: fallvertrag({
    befehl: 'rueckmeldungen_pruefen',
    pfad: '/leistungen/rueckmeldungen/pruefung',
    titel: 'Gespeicherte Rückmeldungen nach einem Widerruf prüfen',
    eingabe: z.strictObject({
      leistung,
      ergebnis: z.enum(['weiter_erforderlich', 'loeschen']),
      begruendung: freitext.optional(),
      ...gemeinsam,
    }),
    texte: { begruendung: 'K4' },
    fakten: {},
    zuBefehl: (eingabe, kopf) => ({
      ...kopf,
      befehl: 'rueckmeldungen_pruefen',
      leistung: eingabe.leistung ?? null,
      ergebnis: eingabe.ergebnis,
    }),
  }),
} satisfies Partial<Fallvertraege>;

import type { Einwilligungsfakten } from '../../domain/einwilligung/einwilligung.ts';
import type { Leistungsangaben, Leistungsbefehl } from '../../domain/fall/befehle/leistung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Netzwerkbefehl } from '../../domain/fall/befehle/netzwerk.ts';
import type { Vorgaben } from './vorgabenform.ts';

/** A provider of the directory with an agreement and a promised waiting time. */
export const ERBRINGER = '1b7c2a7e-0000-4000-8000-0000000000c1';

/** The consent to the exchange with that provider. */
export const AUSTAUSCH: Einwilligungsfakten = {
  id: '1b7c2a7e-0000-4000-8000-0000000000e2',
  zweck: 'leistung_16a',
  erteiltAm: '2020-01-02',
  gueltigBis: null,
  widerrufenAm: null,
  leistungserbringerId: ERBRINGER,
};

const LEISTUNG: Leistungsangaben = {
  leistungsart: 'nr_2',
  erbringer: { id: ERBRINGER, aktiv: true, grundlage: 'vereinbarung', wartezeitTage: 21 },
  verbindlichkeit: 'freiwillig',
  rueckmeldung: true,
  vorrangGeprueft: true,
  abgrenzungGeprueft: false,
  einwilligung: AUSTAUSCH,
};

/** The data of the commands around § 16a services, at an instant. */
export const leistung = (at: string): Vorgaben<Leistungsbefehl['befehl'] | Netzwerkbefehl['befehl']> => ({
  leistung_zuweisen: LEISTUNG,
  leistung_einbeziehen: {
    ...LEISTUNG,
    zugangsweg: 'eigeninitiative',
    seit: '2024-12-20',
    rechtsgrundlage: 'andere',
    rueckmeldungVereinbartAm: null,
    gedeckt: true,
  },
  leistung_beginnen: { leistung: null },
  leistung_beenden: { leistung: null, ergebnis: 'abgebrochen' },
  abbruch_pruefen: { leistung: null, wichtigerGrund: 'ungeklaert', folge: 'keine' },
  rueckmeldung_anfordern: { leistung: null },
  rueckmeldungen_pruefen: { leistung: null, ergebnis: 'loeschen' },
  rueckmeldung_uebernehmen: {
    leistung: 1,
    dokument: null,
    inhalt: { art: 'termine', tag: ortstag(at), ergebnis: null },
  },
  einwilligungen_uebernehmen: { einwilligungen: [{ ...AUSTAUSCH, widerrufenAm: ortstag(at) }] },
  fallkonferenz_fuehren: { teilnehmer: ['bewerber', 'fm'], leistungen: [], einwilligung: null },
  angebotsluecke_melden: { bereich: 'andere', gemeldetAn: 'koordinator' },
});

import type { Einwilligungsfakten } from '../../domain/einwilligung/einwilligung.ts';
import type { Beratungsbefehl } from '../../domain/fall/befehle/beratung.ts';
import type { Bedarfsstand } from '../../domain/fall/befehle/kopf.ts';
import type { Planungsbefehl, Vereinbarungsangaben } from '../../domain/fall/befehle/planung.ts';
import { plusMonate, plusTage } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Vorgaben } from './vorgabenform.ts';

/** A consent that holds whenever a case of the simulation may ask for it. */
export const EINWILLIGUNG: Einwilligungsfakten = {
  id: '1b7c2a7e-0000-4000-8000-0000000000e1',
  zweck: 'fachdienst',
  erteiltAm: '2020-01-02',
  gueltigBis: null,
  widerrufenAm: null,
};

/** Three Handlungsbedarfe, one of them worked on; the ids mean nothing. */
export const BEDARFE: readonly Bedarfsstand[] = [
  { id: '1b7c2a7e-0000-4000-8000-0000000000c1', status: 'in_bearbeitung' },
  { id: '1b7c2a7e-0000-4000-8000-0000000000c2', status: 'offen' },
  { id: '1b7c2a7e-0000-4000-8000-0000000000c3', status: 'offen' },
];
const ERSTER = '1b7c2a7e-0000-4000-8000-0000000000c1';

export const beratung = (at: string): Vorgaben<Beratungsbefehl['befehl']> => ({
  erstgespraech_fuehren: {
    art: 'persoenlich',
    dauerMinuten: 60,
    ausgangslage: 'verbindliche_beratung',
    aufgeklaert: true,
  },
  rechtsfolgen_benennen: {},
  arbeitsbuendnis_schliessen: {},
  arbeitsbuendnis_scheitern: { konsequenz: 'fm_wechsel' },
  assessment_beginnen: { freiwilligkeitErklaertAm: ortstag(at) },
  assessment_eintrag_erfassen: {
    bereich: 'berufsbiografie',
    thema: null,
    quelle: 'gespraech',
    aussage: 'einschaetzung',
    reaktion: 'offen',
    nachEigenemBekunden: true,
    ueberBg: false,
    zweckHb: ERSTER,
    loeschenSpaetestens: null,
    bedarfe: BEDARFE,
    einwilligung: EINWILLIGUNG,
    gedeckt: true,
  },
  assessment_reaktion_erfassen: { eintrag: 1, reaktion: 'verworfen' },
  assessment_abschliessen: { unterrichtetAm: ortstag(at) },
});

/** An agreement of half a year, as the law and the office want it. */
export const vereinbarung = (at: string): Vereinbarungsangaben => ({
  typ: null,
  gueltigBis: plusMonate(ortstag(at), 6),
  handlungsbedarfe: [ERSTER],
  teilziele: [],
  angebotsinformationGegebenAm: null,
  rechtsfolgenErlaeutertAm: null,
});

export const planung = (at: string): Vorgaben<Planungsbefehl['befehl']> => ({
  integrationsplan_aufstellen: {
    reihenfolge: [ERSTER],
    schritte: [
      { art: 'parallel', nach: [], von: ortstag(at), bis: plusTage(ortstag(at), 30) },
      { art: 'sequenziell', nach: [1], von: plusTage(ortstag(at), 31), bis: plusTage(ortstag(at), 60) },
    ],
    bedarfe: BEDARFE,
  },
  teilziel_setzen: {
    wer: 'kunde',
    bisWann: plusTage(ortstag(at), 42),
    handlungsbedarf: ERSTER,
    istHauptziel: true,
    bedarfe: BEDARFE,
  },
  teilziel_anpassen: { teilziel: 1, bisWann: plusTage(ortstag(at), 70) },
  teilziel_stand_festhalten: { teilziel: 1, status: 'erreicht' },
  zielaenderung_vorschlagen: { teilziel: 1, bisWann: plusTage(ortstag(at), 70) },
  zielaenderung_entscheiden: { gewaehrt: true },
  vereinbarung_abschliessen: { angaben: vereinbarung(at), bedarfe: BEDARFE },
  vereinbarung_scheitern: {},
  vereinbarung_fortschreiben: { anpassung: vereinbarung(at), bedarfe: BEDARFE },
});

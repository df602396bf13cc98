import { systemuhr } from '../../api/kern/uhr.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { legePersonAn } from '../../tools/probehaus/stammdaten.ts';
import { bestandsfall, type Haus } from './haus.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());
const FALLZUGANG = plusTage(plusMonate(HEUTE, -7), -3);

/** A case in its eighth month as people have it: what is worked on, goals, an agreement, a release from secrecy. */
export async function fallMitPlan(haus: Haus, marke: string): Promise<string> {
  const person = await legePersonAn(haus.stand.db, marke);
  const fallId = await bestandsfall(haus, person, {
    fallzugangAm: FALLZUGANG,
    vereinbarungenAm: [],
    kontakteAm: [plusTage(HEUTE, -20)],
    ueberpruefungenAm: [plusTage(plusMonate(FALLZUGANG, 6), -5)],
    standortgespraecheAm: [],
    feedbackAm: plusTage(plusMonate(FALLZUGANG, 3), -1),
  });
  const ort = `/faelle/${fallId}`;
  const bedarfe: string[] = [];
  for (const bezeichnung of ['Schulden ordnen', 'Wohnung sichern', 'Kinderbetreuung']) {
    const rumpf = { schluesselgruppe: 'rahmenbedingungen', bezeichnung, erkanntAm: FALLZUGANG };
    bedarfe.push(String((await haus.rufe('fm', `/personen/${person}/handlungsbedarfe`, rumpf))['id']));
  }
  await haus.rufe('fm', `${ort}/arbeitsbuendnis`, { erwartungen: 'Offen miteinander reden.' });
  await haus.rufe('fm', `${ort}/assessment`, { freiwilligkeitErklaertAm: HEUTE });
  await haus.rufe('fm', `${ort}/integrationsplan`, {
    zielLangfristig: 'Arbeit in Teilzeit',
    zielMittelfristig: 'Ein geregelter Haushalt',
    zielKurzfristig: 'Schulden überblicken',
    arbeitsmarktabgleich: 'Lager und Verkauf suchen.',
    reihenfolge: bedarfe,
  });
  for (const [nummer, handlungsbedarf] of bedarfe.entries())
    await haus.rufe('fm', `${ort}/teilziele`, {
      wer: 'kunde',
      was: `Unterlagen ${String(nummer + 1)} sammeln und zur Beratungsstelle bringen`,
      bisWann: plusTage(HEUTE, 30 * (nummer + 1)),
      nachweisWie: 'Bestätigung der Stelle',
      handlungsbedarf,
      zielbereich: 'Lebenslage',
    });
  await haus.rufe('fm', `${ort}/vereinbarung`, {
    gueltigBis: plusMonate(HEUTE, 6),
    leistungenTraeger: 'Termin bei der Beratungsstelle',
    pflichtenKunde: 'Kommt zu jedem Termin & <sagt ab>, wenn es nicht geht.',
    zeitrahmen: 'sechs Monate',
    handlungsbedarfe: bedarfe,
    teilziele: [1, 2, 3],
    angebotsinformationGegebenAm: HEUTE,
  });
  await haus.rufe('fm', `/personen/${person}/einwilligungen`, {
    zweck: 'fachdienst',
    datenkategorien: ['eignung'],
    entbundeneStellen: ['jobcenter', 'fachdienst'],
    empfaenger: 'Berufspsychologischer Service',
    form: 'schriftlich',
    erteiltAm: plusTage(HEUTE, -3),
    aufgeklaertUeber: { zweck: true, folgenVerweigerung: true, widerruf: true },
  });
  return fallId;
}

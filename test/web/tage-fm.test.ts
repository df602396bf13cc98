import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemuhr } from '../../api/kern/uhr.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { ERBRINGER } from '../support/leistungsfall.ts';
import { folge, halteFest } from './formularhand.ts';
import { baueHaus, bestandsfall, dreiBedarfe, type Angemeldet, type Haus } from './haus.ts';

const HEUTE: Tag = ortstag(systemuhr.jetzt());
const vor = (tage: number): Tag => plusTage(HEUTE, -tage);

let haus: Haus;

beforeAll(async () => {
  haus = await baueHaus();
});
afterAll(async () => {
  await haus.beende();
});

/** Leaves the desk; nothing complained, and nothing was loaded from elsewhere. */
async function gehHeim({ seite, klagen, fremde }: Angemeldet): Promise<void> {
  expect({ klagen, fremde }).toEqual({ klagen: [], fremde: [] });
  await seite.context().close();
}

type Planfall = { readonly ort: string; readonly bedarfe: readonly string[] };

/** A Vormerkung of a month ago, assigned three weeks ago. */
async function zugeordneterFall(marke: string): Promise<Planfall> {
  const person = await legePersonAn(haus.stand.db, marke);
  const bedarfe = await dreiBedarfe(haus, person, vor(40));
  const { fallId } = await haus.rufe('pap', '/faelle', {
    person,
    gruende: 'Mehrere Hemmnisse, die zusammenwirken.',
    erlaeutertAm: vor(30),
    ereignisAm: vor(30),
  });
  const ort = `/faelle/${String(fallId)}`;
  await haus.rufe('tl', `${ort}/zuordnung`, { fm: PERSONAL.fm, ereignisAm: vor(20) });
  return { ort, bedarfe };
}

describe('der Tag im Fallmanagement', () => {
  let fall: Planfall;

  it('AC-01: übernimmt: Termin, Übernahmegespräch, Entscheidung über den Zugang, Erstgespräch, Arbeitsbündnis', async () => {
    fall = await zugeordneterFall('tag-uebernahme');
    const fm = await haus.meldeAn('fm');
    const { seite } = fm;
    await halteFest(seite, `${fall.ort}/tun/uebernahmegespraech-vereinbaren`, {
      termin: vor(10),
      ereignisAm: vor(15),
    });
    await halteFest(seite, '/tun/uebernahmegespraech-fuehren', {
      teilnehmer: ['bewerber', 'pap', 'fm'],
      art: 'persoenlich',
      ereignisAm: vor(10),
      dauerMinuten: '60',
    });
    await halteFest(seite, '/tun/zugang-entscheiden', {
      ergebnis: 'uebernahme',
      'kriteriumB.ergebnis': 'ja',
      'kriteriumB.begruendung': 'Drei Hemmnisse wirken zusammen.',
      ereignisAm: vor(10),
    });
    const fristen = seite.getByRole('region', { name: 'Fristen' });
    for (const id of ['T-03', 'T-06', 'T-07', 'T-08', 'T-10'])
      expect(await fristen.getByText(id, { exact: true }).count()).toBe(1);
    const danach = await halteFest(seite, '/tun/erstgespraech-fuehren', {
      art: 'persoenlich',
      ausgangslage: 'verbindliche_beratung',
      aufklaerungMitwirkungUndFolgen: 'ja',
      ereignisAm: vor(8),
    });
    expect(danach).toContain('Als Nächstes: Kontakt bis');
    expect(await fristen.getByText('T-03', { exact: true }).count()).toBe(0);
    await halteFest(seite, '/tun/arbeitsbuendnis-schliessen', {
      erwartungen: 'Offen miteinander reden.',
      ereignisAm: vor(8),
    });
    expect(await seite.locator('.verlauf').innerText()).toContain(
      'Begründung zu Kriterium B: Drei Hemmnisse wirken zusammen.',
    );
    await gehHeim(fm);
  });

  it('AC-45, V-40: plant: Assessment, Teilziel, Integrationsplan in eigener Reihenfolge, Vereinbarung', async () => {
    const [schulden = '', wohnung = '', kinder = ''] = fall.bedarfe;
    const fm = await haus.meldeAn('fm');
    const { seite } = fm;
    await folge(seite, fall.ort);
    await halteFest(seite, '/tun/assessment-beginnen', {
      freiwilligkeitErklaertAm: vor(8),
      ereignisAm: vor(8),
    });
    await halteFest(seite, '/tun/assessment-eintrag-erfassen', {
      bereich: 'selbsteinschaetzung',
      text: 'Die Räumungsklage ist seit zwei Wochen anhängig.',
      zweckHb: wohnung,
      quelle: 'gespraech',
      aussage: 'tatsache',
      reaktionKunde: 'bestaetigt',
    });
    await halteFest(seite, '/tun/teilziel-setzen', {
      was: 'Unterlagen zur Klage sammeln und zur Beratungsstelle bringen',
      wer: 'kunde',
      bisWann: plusTage(HEUTE, 30),
      nachweisWie: 'Bestätigung der Stelle',
      handlungsbedarf: wohnung,
      zielbereich: 'Lebenslage',
    });
    await halteFest(seite, '/tun/integrationsplan-aufstellen', {
      'reihenfolge.0': wohnung,
      'reihenfolge.1': schulden,
      'reihenfolge.2': kinder,
      zielKurzfristig: 'Die Wohnung ist gesichert',
      zielMittelfristig: 'Ein geregelter Haushalt',
      zielLangfristig: 'Arbeit in Teilzeit',
      arbeitsmarktabgleich: 'Lager und Verkauf suchen.',
      'verlaufsplan.0.was': 'Beratung zur Räumungsklage',
      'verlaufsplan.0.art': 'parallel',
      'verlaufsplan.0.von': HEUTE,
      'verlaufsplan.0.bis': plusMonate(HEUTE, 2),
    });
    await halteFest(seite, '/tun/vereinbarung-abschliessen', {
      handlungsbedarfe: fall.bedarfe,
      leistungenTraeger: 'Vermittelt den Termin bei der Beratungsstelle.',
      pflichtenKunde: 'Kommt zu jedem Termin und bringt alle Briefe zur Räumungsklage mit.',
      zeitrahmen: 'sechs Monate',
      gueltigBis: plusMonate(HEUTE, 6),
      angebotsinformationGegebenAm: HEUTE,
      teilziele: '1',
    });
    await seite.getByRole('link', { name: 'Fallblatt', exact: true }).click();
    await seite.getByRole('heading', { level: 1, name: /^Fallblatt F-/u }).waitFor();
    const blatt = await seite.locator('.blatt').innerText();
    expect(blatt).toContain('Unterlagen zur Klage sammeln');
    expect(blatt).toContain('Kooperationsplan, Fassung 1');
    // The order somebody chose, not the one of the list.
    const rang = (bezeichnung: string): Promise<string> =>
      seite.getByRole('row', { name: bezeichnung }).first().innerText();
    expect(await rang('Wohnung sichern')).toMatch(/\b1\b/u);
    expect(await rang('Schulden ordnen')).toMatch(/\b2\b/u);
    await gehHeim(fm);
  });

  it('V-44, AC-53: weist eine Leistung zu; ohne Begründung sagt die Seite, was fehlt', async () => {
    const erbringer = String((await haus.rufe('koordinator', '/leistungserbringer', ERBRINGER))['id']);
    const fm = await haus.meldeAn('fm');
    const { seite } = fm;
    await folge(seite, fall.ort);
    const zuweisung = { leistungsart: 'nr_2', erbringer, bedarf: 'Überschuldung' };
    await expect(halteFest(seite, '/tun/leistung-zuweisen', zuweisung)).rejects.toThrow('V-44');
    await seite.getByRole('link', { name: 'Abbrechen' }).click();
    await halteFest(seite, '/tun/leistung-zuweisen', {
      ...zuweisung,
      erforderlichkeit: 'Pfändungen verhindern die Arbeitsaufnahme.',
      vorrangpruefung: 'Andere Träger leisten hier nicht.',
    });
    expect(await seite.locator('.verlauf').innerText()).toMatch(/Leistung zugewiesen[^]*Überschuldung/u);
    await gehHeim(fm);
  });

  it('AC-74, TR40: überprüft, führt das Standortgespräch, gibt zurück; die Ansprechperson liest den Abschluss', async () => {
    const fallzugangAm = plusTage(plusMonate(HEUTE, -24), 7);
    const person = await legePersonAn(haus.stand.db, 'tag-rueckgabe');
    await dreiBedarfe(haus, person, fallzugangAm);
    const fallId = await bestandsfall(haus, person, {
      fallzugangAm,
      kontakteAm: [vor(20)],
      ueberpruefungenAm: [6, 12, 18].map((monate) => plusTage(plusMonate(fallzugangAm, monate), -5)),
      feedbackAm: plusTage(plusMonate(fallzugangAm, 3), -1),
    });
    const fm = await haus.meldeAn('fm');
    const { seite } = fm;
    await halteFest(seite, `/faelle/${fallId}/tun/ueberpruefen`, {
      'kriteriumB.begruendung': 'Die Hemmnisse wirken kaum noch zusammen.',
      gruende: 'Die Schulden sind fast geregelt.',
      prognose: 'In wenigen Wochen tragfähig.',
      ergebnis: 'fortfuehrung',
    });
    // V-56: every Handlungsbedarf has its row; what is to say of it is open.
    await halteFest(seite, '/tun/standortgespraech-fuehren', {
      ergebnis: 'rueckgabe_an_pap',
      art: 'persoenlich',
      sichtBewerber: 'Ich komme allein zurecht.',
      sichtFm: 'Ohne uns tragfähig.',
      'standJeHandlungsbedarf.0.stand': 'reduziert',
      'standJeHandlungsbedarf.1.stand': 'abgebaut',
      'standJeHandlungsbedarf.2.stand': 'offen',
    });
    const fristen = seite.getByRole('region', { name: 'Fristen' });
    expect(await fristen.getByRole('row', { name: /T-21/u }).innerText()).toContain(
      'Fallabgang dokumentieren',
    );
    // What rests waits for nobody.
    expect(await fristen.getByRole('link', { name: 'Standortgespräch festhalten' }).count()).toBe(0);
    await halteFest(seite, '/tun/aufnehmende-stelle-klaeren', {
      weg: 'vormaliger_pap',
      pap: PERSONAL.pap,
      vormaligerPapGefragtAm: HEUTE,
    });
    await halteFest(seite, '/tun/rueckgabegespraech-fuehren', {
      teilnehmer: ['bewerber', 'pap', 'fm'],
      art: 'persoenlich',
      naechsteSchritte: 'Bewerbungen ab Januar.',
      inhalt: 'Alle drei sind sich einig.',
    });
    const abgang = {
      begruendung: 'Die Schulden sind geregelt, die Wohnung ist sicher.',
      abschlussvermerk: 'Weiter mit Bewerbungen in Teilzeit.',
      zielerreichung: 'teilweise',
    };
    // AC-74, V-58: the sentence says what to do, and the page of the person has the form for it.
    await expect(halteFest(seite, '/tun/fallabgang-dokumentieren', abgang)).rejects.toThrow(
      'das Profil der Person anzupassen',
    );
    await folge(seite, `/personen/${person}`);
    await halteFest(seite, `/tun/erstelleProfil/${person}`, {
      datum: HEUTE,
      profillage: 'foerderprofil',
      anlass: 'fallabgang',
    });
    await folge(seite, `/faelle/${fallId}`);
    await halteFest(seite, '/tun/fallabgang-dokumentieren', abgang);
    expect(await fristen.innerText()).toContain('Nachhaltung 6 Monate');
    await gehHeim(fm);
    const pap = await haus.meldeAn('pap');
    await pap.seite.getByRole('link', { name: 'Eingang', exact: true }).click();
    await pap.seite
      .getByRole('row', { name: /^Fallabgang/u })
      .getByRole('link')
      .click();
    expect(await pap.seite.locator('.verlauf').innerText()).toContain('Weiter mit Bewerbungen in Teilzeit.');
    await gehHeim(pap);
  });
});

import { html } from '@remix-run/html-template';
import { describe, expect, it } from 'vitest';
import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import { ROUTEN } from '../../api/routen.ts';
import { FRIST_IDS } from '../../domain/pflicht/katalog/katalog.ts';
import { ortDerTat, schreibort, TATEN, tatort } from '../../web/kern/taten.ts';
import { anfangsort } from '../../web/tun/anfang.ts';
import { zeigeFeld } from '../../web/tun/darstellung.ts';
import type { Formularstand } from '../../web/tun/formularstand.ts';
import { feldname, wertname } from '../../web/tun/beschriftung.ts';
import { flach, fragenAus, istVerdeckt, type Feld } from '../../web/tun/feld.ts';
import { formularbild } from '../../web/tun/formulare.ts';
import { NUMMERN } from '../../web/tun/nummern.ts';
import { inOrdnung } from '../../web/tun/ordnung.ts';
import { vorbelegung } from '../../web/tun/vorbelegen.ts';
import { STANDQUELLEN } from '../../web/schreiben/stand.ts';
import { leseEingabe, verschoben } from '../../web/tun/lies.ts';

const STAND: Formularstand = {
  befehl: 'probe',
  werte: new URLSearchParams(),
  fehler: new Map(),
  fokus: null,
  auswahl: new Map(),
  aendert: false,
};

const ID = '6f1c0c52-0000-4000-8000-000000000001';
const ZWEITE_ID = '6f1c0c52-0000-4000-8000-000000000002';

/** What fields take whose text has a form of its own. */
const TEXTE: Readonly<Record<string, string>> = {
  regel: 'V-13',
  loswort: 'Los-2026-Dezember',
  kundennummer: 'DEMO0001',
  bgNummer: 'DEMO/0001',
  email: 'demo@lotse.example',
  fallId: ID,
};
/** Where the same name has another form. */
const TEXTE_VON: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  entwerfePolicy: { name: 'neue-version' },
};

/** Something every kind of field can hold. */
function beispiel(feld: Feld): [string, string][] {
  switch (feld.art) {
    case 'gruppe':
      return feld.felder.flatMap(beispiel);
    case 'liste':
      return beispiel(verschoben(feld.eintrag, `${feld.pfad}.0`));
    case 'wahl':
    case 'mehrwahl':
      return [[feld.pfad, String(feld.werte[0])]];
    case 'verweis':
      return [[feld.pfad, ID]];
    case 'verweise':
      return [ID, ZWEITE_ID].map((id) => [feld.pfad, id]);
    case 'jaNein':
      return [[feld.pfad, 'ja']];
    case 'zahl':
      return [[feld.pfad, String(Math.max(1, feld.min ?? 1))]];
    case 'tag':
      return [[feld.pfad, '2026-12-01']];
    case 'uhrzeit':
      return [[feld.pfad, '09:30']];
    case 'zeile':
    case 'absatz':
      return [[feld.pfad, TEXTE[feld.name] ?? 'kontakt_erfasst']];
  }
}

const SCHREIBENDE = ROUTEN.filter(({ schreibt }) => schreibt);

const nenntTag = (rumpf: (typeof ROUTEN)[number]['rumpf']): boolean => fragenAus(rumpf).mitEreignistag;

const zeileVon = (befehl: string): (typeof BEFEHLSZEILEN)[number] =>
  BEFEHLSZEILEN.find(({ vertrag }) => vertrag.befehl === befehl) ?? expect.unreachable();

/** The form of a command on a case, where there are these Handlungsbedarfe. */
function seiteVon(befehl: string, bedarfe: readonly string[]): string {
  const felder = inOrdnung(befehl, fragenAus(zeileVon(befehl).route.rumpf).felder);
  const eintraege = bedarfe.map((wert) => ({ wert, name: wert }));
  const stand = { ...STAND, befehl, auswahl: new Map([['handlungsbedarf', { eintraege, mehr: false }]]) };
  return String(html`${felder.map((feld) => zeigeFeld(feld, stand))}`);
}

/** What stands beside the fields, each as it is read. */
const beschriftungen = (seite: string): string[] =>
  [...seite.matchAll(/<label[^>]*>(.*?)<\/label\s*>/gsu)].map(([, text = '']) =>
    text.replaceAll(/<[^>]*>/gu, '').trim(),
  );

describe('Formulare aus den Verträgen (ADR 62)', () => {
  it.each(SCHREIBENDE.map((route) => [route.name, route] as const))(
    '%s: ganz ausgefüllt nimmt der Vertrag die Eingabe an, und jedes Feld steht auf der Seite',
    (befehl, { titel, rumpf }) => {
      const { felder } = fragenAus(rumpf);
      const eigene = TEXTE_VON[befehl] ?? {};
      const ausgefuellt = felder
        .flatMap(beispiel)
        .map(([pfad, wert]): [string, string] => [pfad, eigene[pfad] ?? wert]);
      const tag: [string, string][] = nenntTag(rumpf) ? [['ereignisAm', '2026-12-01']] : [];
      const eingabe = leseEingabe(felder, new URLSearchParams([...ausgefuellt, ...tag]));
      expect(rumpf?.safeParse(eingabe).error?.issues ?? []).toEqual([]);
      const { vorn, weitere } = formularbild({ befehl, titel, felder, stand: null });
      const gezeigt = felder.filter((feld) => !istVerdeckt(feld));
      expect([...vorn, ...weitere].toSorted((a, b) => gezeigt.indexOf(a) - gezeigt.indexOf(b))).toEqual(
        gezeigt,
      );
      const seite = String(html`${gezeigt.map((feld) => zeigeFeld(feld, STAND))}`);
      for (const [pfad] of gezeigt.flatMap(beispiel))
        if (!seite.includes(`name="${pfad}"`))
          expect(seite).toContain(`id="feld-${pfad.replaceAll('.', '-')}"`);
    },
  );

  it('was geändert wird, steht vorher im Formular und bleibt, wie es ist, wenn niemand tippt', () => {
    const { felder } = fragenAus(
      ROUTEN.find(({ name }) => name === 'aenderePerson')?.rumpf ?? expect.unreachable(),
    );
    const stand = {
      version: 7,
      name: 'Muster, Probe',
      erwerbsfaehig: false,
      verzogenAm: null,
      fmU25: ID,
      bevorzugteSprache: 'ar',
    };
    const gezeigt = vorbelegung(felder, stand);
    expect(leseEingabe(felder, gezeigt, gezeigt)).toEqual({
      version: 7,
      name: 'Muster, Probe',
      erwerbsfaehig: false,
      fmU25: ID,
      bevorzugteSprache: 'ar',
    });
    const geleert = new URLSearchParams(gezeigt);
    geleert.set('fmU25', '');
    geleert.set('name', '');
    expect(leseEingabe(felder, geleert, gezeigt)).toMatchObject({ fmU25: null, name: '' });
  });

  it('jeder Schreibweg, der einen bekannten Stand nennt, weiß, wo er steht', () => {
    const mitStand = SCHREIBENDE.filter(({ rumpf }) => fragenAus(rumpf).felder.some(istVerdeckt));
    expect(mitStand.map(({ name }) => name).filter((name) => STANDQUELLEN[name] === undefined)).toEqual([]);
  });

  it('„offen“ ist bei einem Handlungsbedarf ein Stand und bei einem Gespräch ein Raum', () => {
    expect([wertname('offen', 'stand'), wertname('offen', 'raum'), wertname('offen')]).toEqual([
      'Offen',
      'in einem offenen Raum',
      'Offen',
    ]);
  });

  it('V-55, V-56: das Standortgespräch nennt Pflicht nicht freiwillig und hat je Handlungsbedarf eine Zeile', () => {
    const befehl = 'standortgespraech_fuehren';
    const seite = seiteVon(befehl, [ID, ZWEITE_ID]);
    for (const name of ['sichtFm', 'sichtBewerber'])
      expect(beschriftungen(seite)).toContain(feldname(name, befehl));
    expect(seite).toContain('name="standJeHandlungsbedarf.1.stand"');
    expect(seite).not.toContain('name="standJeHandlungsbedarf.2.stand"');
  });

  it('was der Fall zählt, wird gewählt: eines aus der Liste, mehrere zum Ankreuzen; was getippt war, bleibt angekreuzt', () => {
    const { felder } = fragenAus(zeileVon('vereinbarung_abschliessen').route.rumpf);
    const teilziele = felder.filter(({ name }) => name === 'teilziele');
    const eintraege = [1, 2, 3].map((nummer) => ({ wert: String(nummer), name: `Nr. ${String(nummer)}` }));
    const auswahl = new Map(
      ['teilziel', 'offenes_teilziel'].map((was) => [was, { eintraege, mehr: false }] as const),
    );
    const werte = new URLSearchParams([
      ['teilziele', '1'],
      ['teilziele.0', '3'],
    ]);
    const seite = String(html`${teilziele.map((feld) => zeigeFeld(feld, { ...STAND, auswahl, werte }))}`);
    const angekreuzte = [...seite.matchAll(/value="(\d)"\s+checked/gu)].map(([, nummer]) => nummer);
    expect(angekreuzte).toEqual(['1', '3']);
    werte.append('teilziele', '3');
    expect(leseEingabe(teilziele, werte)).toEqual({ teilziele: [1, 3] });

    const stand = { ...STAND, auswahl, werte: new URLSearchParams({ teilziel: '2' }) };
    const anpassen = fragenAus(zeileVon('teilziel_anpassen').route.rumpf).felder;
    const eines = anpassen.filter(({ name }) => name === 'teilziel');
    expect(String(html`${eines.map((feld) => zeigeFeld(feld, stand))}`)).toMatch(/value="2"\s+selected/u);
    expect(leseEingabe(eines, stand.werte)).toEqual({ teilziel: 2 });
  });

  it.each([
    'teilziel_anpassen',
    'leistung_beenden',
    'begleitperson_informieren',
    'assessment_reaktion_erfassen',
  ])('%s: wo nichts zur Wahl steht, bleibt das Feld für die Nummer', (befehl) => {
    const zaehlende = fragenAus(zeileVon(befehl).route.rumpf).felder.filter(
      (feld) => feld.art === 'zahl' && feld.von !== null,
    );
    expect(zaehlende).toHaveLength(1);
    expect(String(html`${zaehlende.map((feld) => zeigeFeld(feld, STAND))}`)).toContain('inputmode="numeric"');
  });

  it('jede Nummer eines Falls, die ein Vertrag nennt, hat eine Liste', () => {
    const gezaehltes = BEFEHLSZEILEN.flatMap(({ route }) => flach(fragenAus(route.rumpf).felder)).flatMap(
      (feld) => (feld.art === 'liste' ? [feld.eintrag] : [feld]),
    );
    const arten = new Set(gezaehltes.flatMap((feld) => (feld.art === 'zahl' ? (feld.von ?? []) : [])));
    expect([...arten].toSorted()).toEqual(Object.keys(NUMMERN).toSorted());
  });

  it('V-40: die Reihenfolge wird nacheinander gewählt, nicht angekreuzt', () => {
    const seite = seiteVon('integrationsplan_aufstellen', [ID, ZWEITE_ID]);
    expect(seite).toContain('<select class="kern-form-input__select" id="feld-reihenfolge-1"');
    expect(seite).not.toMatch(/type="checkbox"[^>]*name="reihenfolge/u);
  });

  it('eine Regelnummer allein ist kein Hinweis', () => {
    const hinweise = SCHREIBENDE.flatMap(({ rumpf }) => flach(fragenAus(rumpf).felder)).map(
      ({ hinweis }) => hinweis ?? '',
    );
    expect(hinweise.filter((hinweis) => /^[A-Z]+-\S+$/u.test(hinweis))).toEqual([]);
  });

  it('leer gelassene Felder sagen nichts', () => {
    const { felder } = fragenAus(BEFEHLSZEILEN[0]?.vertrag.eingabe ?? expect.unreachable());
    expect(
      leseEingabe(felder, new URLSearchParams(felder.map(({ pfad }): [string, string] => [pfad, '  ']))),
    ).toEqual({});
  });

  it('eine Begründung geht unter ihrer Regel mit, eine leere nicht', () => {
    const rumpf = new URLSearchParams([
      ['begruendungen.V-13', 'Weil die Person krank war.'],
      ['begruendungen.V-70', ''],
    ]);
    expect(leseEingabe([], rumpf)).toEqual({ begruendungen: { 'V-13': 'Weil die Person krank war.' } });
  });

  it('was getippt wurde, steht als Text da und nie als Auszeichnung', () => {
    const boese = '"><script>alert(1)</script>';
    for (const art of ['zeile', 'absatz'] as const) {
      const feld: Feld = {
        art,
        pfad: 'probe',
        name: 'probe',
        pflicht: true,
        hinweis: boese,
        vorgabe: undefined,
        leerbar: false,
      };
      const stand = {
        ...STAND,
        werte: new URLSearchParams({ probe: boese }),
        fehler: new Map([['probe', boese]]),
      };
      expect(String(zeigeFeld(feld, stand))).not.toContain('<script');
    }
  });
});

describe('Was eine Frist erfüllt (ADR 62)', () => {
  const wo = { fallId: 'f', personId: 'p', teamId: 't' };
  it('jede Frist führt zu einem Formular, das es gibt', () => {
    const orte = new Set([
      '/besprechung',
      ...BEFEHLSZEILEN.map(({ vertrag, route }) => {
        if (vertrag.pfad === null) return anfangsort(vertrag.befehl);
        if (vertrag.ziel === 'fall') return tatort('f', vertrag.befehl);
        return schreibort(route.name, vertrag.ziel === 'team' ? 't' : 'p');
      }),
    ]);
    for (const id of FRIST_IDS) {
      const tat = TATEN[id];
      if (tat !== null) expect(orte).toContain(ortDerTat(tat, wo));
    }
  });

  it('was das Team, eine Person oder ein Fall schuldet, wird dort festgehalten und sonst nirgends', () => {
    const ort = (id: keyof typeof TATEN, mehr: Partial<Parameters<typeof ortDerTat>[1]>): string | null => {
      const tat = TATEN[id];
      return tat === null ? null : ortDerTat(tat, { fallId: null, personId: null, teamId: null, ...mehr });
    };
    expect(ort('T-44', { teamId: 't' })).toBe('/tun/betreuungsschluesselFeststellen/t');
    expect(ort('T-40', { personId: 'p' })).toBe('/tun/komplexprofilPruefen/p');
    expect(ort('T-10', { fallId: 'f' })).toBe('/faelle/f/tun/kontakt-erfassen');
    expect([
      ort('T-44', { fallId: 'f' }),
      ort('T-40', { teamId: 't' }),
      ort('T-10', { teamId: 't' }),
    ]).toEqual([null, null, null]);
  });
});

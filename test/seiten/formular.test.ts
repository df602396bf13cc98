import { html } from '@remix-run/html-template';
import { describe, expect, it } from 'vitest';
import { BEFEHLSZEILEN } from '../../api/befehle/routen.ts';
import { FRIST_IDS } from '../../domain/pflicht/katalog/katalog.ts';
import { TATEN } from '../../web/kern/taten.ts';
import { zeigeFeld, type Formularstand } from '../../web/tun/darstellung.ts';
import { felderVon, type Feld } from '../../web/tun/feld.ts';
import { formularbild } from '../../web/tun/formulare.ts';
import { leseEingabe, verschoben } from '../../web/tun/lies.ts';

const STAND: Formularstand = {
  befehl: 'probe',
  werte: new URLSearchParams(),
  fehler: new Map(),
  fokus: null,
  auswahl: new Map(),
};

const ID = '6f1c0c52-0000-4000-8000-000000000001';

/** What fields take whose text has a form of its own. */
const TEXTE: Readonly<Record<string, string>> = { regel: 'V-13', loswort: 'Los-2026-Dezember' };

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
    case 'verweise':
      return [[feld.pfad, ID]];
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

describe('Formulare aus den Verträgen (ADR 62)', () => {
  it.each(BEFEHLSZEILEN.map(({ vertrag }) => [vertrag.befehl, vertrag] as const))(
    '%s: ganz ausgefüllt nimmt der Vertrag die Eingabe an, und jedes Feld steht auf der Seite',
    (_, vertrag) => {
      const felder = felderVon(vertrag.eingabe);
      const ausgefuellt = felder.flatMap(beispiel);
      const eingabe = leseEingabe(
        felder,
        new URLSearchParams([...ausgefuellt, ['ereignisAm', '2026-12-01']]),
      );
      expect(vertrag.eingabe.safeParse(eingabe).error?.issues ?? []).toEqual([]);
      const { vorn, weitere } = formularbild(vertrag, felder);
      expect([...vorn, ...weitere].toSorted((a, b) => felder.indexOf(a) - felder.indexOf(b))).toEqual(felder);
      const seite = String(html`${felder.map((feld) => zeigeFeld(feld, STAND))}`);
      for (const [pfad] of ausgefuellt)
        if (!seite.includes(`name="${pfad}"`))
          expect(seite).toContain(`id="feld-${pfad.replaceAll('.', '-')}"`);
    },
  );

  it('leer gelassene Felder sagen nichts', () => {
    const felder = felderVon(BEFEHLSZEILEN[0]?.vertrag.eingabe ?? expect.unreachable());
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
  it('jede Frist eines Falls führt zu einem Formular, das es gibt', () => {
    const befehle = new Set(BEFEHLSZEILEN.map(({ vertrag }) => vertrag.befehl));
    for (const id of FRIST_IDS) {
      const tat = TATEN[id];
      if (tat !== null) expect(befehle).toContain(tat.befehl);
    }
  });
});

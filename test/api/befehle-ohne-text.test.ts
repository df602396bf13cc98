import { describe, expect, it } from 'vitest';
import { BEFEHLSVERTRAEGE } from '../../api/befehle/vertraege.ts';
import { zerlegeTexte } from '../../api/befehle/texte.ts';
import { GEEIGNET, kopf, vormerkung } from '../../tools/probehaus/befehle.ts';
import { eingabeschema } from '../../tools/szenario/verweise.ts';
import { volleEingabe } from '../support/eingaben.ts';

const KANARIE = 'Kanarienvogel singt';

const VORRAT = {
  heute: '2026-01-05',
  person: '6f1c6c1e-4f6a-4d0b-9c53-0b3c1a7d2e11',
  personal: '6f1c6c1e-4f6a-4d0b-9c53-0b3c1a7d2e11',
  satz: KANARIE,
};

describe('DS-20: ein Befehl an den Fall trägt keinen Text', () => {
  it.each(BEFEHLSVERTRAEGE.map((vertrag) => [vertrag.befehl, vertrag] as const))('%s', (_, vertrag) => {
    const eingabe = vertrag.eingabe.parse(volleEingabe(eingabeschema(vertrag), VORRAT));
    const { texte, begruendungen, entwuerfe } = zerlegeTexte(vertrag, eingabe, (feld) => feld);
    const befehl = vertrag.zuBefehl(eingabe, {
      kopf: { ...kopf('2026-02-01T09:00:00Z', 'fm'), texte, begruendungen },
      gruendung: vormerkung('2026-02-01T09:00:00Z', 'p', 'F-2026-00001').gruendung,
      person: GEEIGNET,
      fmIstFallmanager: true,
      fmBefangen: true,
      fmIstExtern: true,
      last: { faelle: 75, soll: 75, abweichung: false },
      anIstFmSpezial: true,
      uebergabe: { am: '2026-06-15', ue25: true },
      neuerFall: false,
      begleitpersonInformieren: true,
      erbringer: null,
      einwilligung: null,
      bedarfe: [],
      bezug: { ereignis: 'e', art: 'vorgemerkt', akteur: null },
    });
    expect(JSON.stringify(befehl)).not.toContain(KANARIE);
    expect(entwuerfe.filter((e) => e.feld === 'angaben')).toHaveLength(1);
    expect(entwuerfe.filter((e) => e.text === KANARIE)).toHaveLength(Object.keys(vertrag.texte).length + 1);
  });
});

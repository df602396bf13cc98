import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  beantworteBeschwerde,
  beschwerden,
  legeBefragungAn,
  nimmBeschwerdeAuf,
} from '../../api/qualitaet/faelle.ts';
import { legeBerichtVor } from '../../api/erbringer/berichtfaelle.ts';
import type { BerichtNeu } from '../../api/erbringer/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import { PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { legeErbringerAn } from '../support/leistungsfall.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';

describe('Beschwerden, Befragungen, Berichte der Leistungserbringer (003 Kap. 8; 004 Kap. 9)', () => {
  let a: Aufbau;
  let tl: Konto;

  const auftrag = <R>(rumpf: R, id = TEAM) => ({ id, schluessel: neuerSchluessel(), rumpf });
  const neu = (eingegangenAm: string) =>
    nimmBeschwerdeAuf(a.umgebung, tl, auftrag({ art: 'dauer', eingegangenAm } as const));
  const antworte = (beschwerdeId: string, beantwortetAm: string, version = 1) =>
    beantworteBeschwerde(a.umgebung, tl, {
      ...auftrag({ version, antwort: 'abgeholfen', beantwortetAm } as const),
      beschwerdeId,
    });

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    tl = await a.konto(PERSONAL.tl);
  });
  afterAll(() => a.ende());

  it('eine Beschwerde wird einmal beantwortet, nicht vor ihrem Eingang; die Tage sind gerechnet', async () => {
    const { id } = await neu('2026-11-20');
    await expect(antworte(id, '2026-11-19')).rejects.toMatchObject({ regel: 'V-74' });
    await expect(antworte(id, '2026-11-27', 2)).rejects.toMatchObject({ code: 'VERALTET' });
    await antworte(id, '2026-11-27');
    await expect(antworte(id, '2026-11-28', 2)).rejects.toMatchObject({ code: 'REGEL' });
    await neu('2026-11-30');
    const { eintraege } = await beschwerden(a.umgebung, tl, { id: TEAM, limit: 10, offset: 0 });
    expect(eintraege.map(({ tageBisAntwort }) => tageBisAntwort)).toEqual([null, 7]);
  });

  it('DS-31: von weniger als drei Teilnehmenden werden keine Zahlen geführt', async () => {
    const konto = await a.konto(PERSONAL.controlling);
    const ergebnisse = [{ merkmal: 'Zufrieden', wert: 50, einheit: 'prozent' } as const];
    const rumpf = { art: 'kundenbeirat', von: HEUTE, bis: HEUTE, ergebnisse } as const;
    const erfasse = (teilnehmende: number) =>
      legeBefragungAn(a.umgebung, konto, auftrag({ ...rumpf, ergebnisse: [...ergebnisse], teilnehmende }));
    await expect(erfasse(2)).rejects.toMatchObject({ regel: 'DS-31' });
    await expect(erfasse(3)).resolves.toMatchObject({ version: 1 });
  });

  it('K-84: niemand verwendet mehr, als er bekam; ein Bericht ohne Inhalt ist keiner', async () => {
    const konto = await a.konto(PERSONAL.koordinator);
    const erbringer = await legeErbringerAn(a);
    const leer = {
      mittel: null,
      verwendet: null,
      zusammenarbeit: null,
      entwicklung: null,
      zufriedenheit: null,
    };
    const bericht: BerichtNeu = { ...leer, jahr: 2025, eingegangenAm: '2026-03-02' };
    const lege = (anders: Partial<BerichtNeu>) =>
      legeBerichtVor(a.umgebung, konto, auftrag({ ...bericht, ...anders }, erbringer));
    await expect(lege({})).rejects.toMatchObject({ regel: 'T-48' });
    await expect(lege({ mittel: 100, verwendet: 101 })).rejects.toMatchObject({ regel: 'K-84' });
    await expect(lege({ mittel: 100, verwendet: 100, jahr: 2027 })).rejects.toMatchObject({ regel: 'T-48' });
    await expect(lege({ mittel: 100, verwendet: 100 })).resolves.toMatchObject({ version: 1 });
  });
});

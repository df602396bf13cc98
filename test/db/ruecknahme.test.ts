import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { mitAkteur } from '../../db/client.ts';
import { beantragteUnterlagen } from '../../db/loeschung/faellig.ts';
import { alsLoeschung } from '../../db/loeschung/rolle.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { legePersonAn, PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { BESTAND } from '../support/bestand.ts';
import { stelleZu } from '../support/zustellung-ohne-temporal.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';
const WORTE = 'Vermerk über die andere Person';

/** The texts of a contact as somebody sees them in the history of a case. */
type Vermerk = { readonly tr: string | null; readonly texte: readonly string[] };

describe('TR61: ein Eintrag in der falschen Akte', () => {
  let a: Aufbau;
  let fm: Konto;
  let hier: string;
  let dort: string;

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    const faelle: string[] = [];
    for (const name of ['hier', 'dort']) {
      const person = await legePersonAn(a.db, name);
      const eingabe = { person, bestand: BESTAND };
      faelle.push((await a.gib('tl', 'fall_uebernehmen', { fallId: null, eingabe })).fallId);
    }
    [hier = '', dort = ''] = faelle;
    fm = await a.konto(PERSONAL.fm);
  });
  afterAll(() => a.ende());

  const erfasse = (): Promise<unknown> =>
    a.gib('fm', 'kontakt_erfassen', { fallId: hier, eingabe: { status: 'durchgefuehrt', vermerk: WORTE } });
  const ziehZurueck = (eingabe: object): Promise<unknown> =>
    a.gib('fm', 'eintrag_zurueckziehen', {
      fallId: hier,
      eingabe: { bezug: { art: 'kontakt_erfasst' }, grund: 'falsche Akte', ...eingabe },
    });
  const vermerke = async (fallId: string): Promise<Vermerk[]> =>
    (await liesFallansicht(a.umgebung, fm, fallId)).geschichte
      .filter(({ art }) => art === 'kontakt_erfasst')
      .map(({ uebergang: tr, texte }) => ({
        tr,
        texte: texte.filter((t) => t.feld === 'vermerk').map((t) => t.text),
      }));
  const zuLoeschen = (): Promise<string[]> =>
    alsLoeschung(a.db, (tx) => beantragteUnterlagen(tx, { nach: null, hoechstens: 100, heute: HEUTE }));

  it('ein Fehlgriff im eigenen Fall bleibt lesbar und wird nicht gelöscht', async () => {
    await erfasse();
    await ziehZurueck({});
    expect(await vermerke(hier)).toEqual([{ tr: 'TR54', texte: [WORTE] }]);
    expect(await zuLoeschen()).toEqual([]);
  });

  it('was von einer anderen Person handelt, sieht sofort niemand mehr, und die Löschung findet es', async () => {
    await erfasse();
    await ziehZurueck({ falscheAkte: true });
    expect((await vermerke(hier)).at(-1)).toEqual({ tr: 'TR54', texte: [] });
    // The words, and what else was entered with them.
    expect(await zuLoeschen()).toHaveLength(2);
  });

  it('verlegt steht es im anderen Fall, und hier wird es erst gelöscht, wenn es dort angekommen ist', async () => {
    const vorher = (await zuLoeschen()).length;
    await erfasse();
    await ziehZurueck({ ziel: dort });
    expect(await zuLoeschen()).toHaveLength(vorher);
    expect((await vermerke(hier)).at(-1)).toEqual({ tr: 'TR54', texte: [] });
    await stelleZu({ db: a.db, faelle: a.umgebung.ablaeufe, jetzt: a.umgebung.uhr.jetzt }, new Map());
    expect(await vermerke(dort)).toEqual([{ tr: 'TR61', texte: [WORTE] }]);
    expect(await zuLoeschen()).toHaveLength(vorher + 2);
  });

  it('wer im anderen Fall nichts zu tun hat, verlegt nicht dorthin', async () => {
    const fremd = await legePersonAn(a.db, 'fremd');
    const bestand = { ...BESTAND, zuordnung: { ...BESTAND.zuordnung, fm: PERSONAL.fm2 } };
    const { fallId } = await a.gib('tl', 'fall_uebernehmen', {
      fallId: null,
      eingabe: { person: fremd, bestand },
    });
    await erfasse();
    await expect(ziehZurueck({ ziel: fallId })).rejects.toMatchObject({ regel: 'TR61' });
    await ziehZurueck({});
    const texte = await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
      tx.execute(`select 1 from dokument where fall_id = '${fallId}' and feld = 'vermerk'`),
    );
    expect(texte).toHaveLength(0);
  });
});

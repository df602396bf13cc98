import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { meineFristen } from '../../api/arbeitslisten/faelle.ts';
import { mitAkteur } from '../../db/client.ts';
import { fegeKurzlebiges } from '../../db/loeschung/faellig.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { OHNE_GRENZEN } from '../../tools/probehaus/api.ts';
import { mitIcalJs, mitNodeIcal, nachUid, type Eintrag } from '../support/kalenderleser.ts';
import { oeffneSeiten, type Seitenhaus } from '../support/seiten/haus.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const HEUTE = '2026-12-01';
const wartung = { system: 'wartung' } as const;
type Wer = 'fm' | 'fm2' | 'pap' | 'tl';

describe('Fristen im eigenen Kalender (Issue 16.3, ADR 76)', () => {
  let a: Aufbau;
  let haus: Seitenhaus;

  beforeAll(async () => {
    a = await baueAuf(`${HEUTE}T08:00:00Z`);
    haus = await oeffneSeiten({ ...a.umgebung, db: a.apiDb });
  });
  afterAll(async () => {
    haus.stop();
    await a.ende();
  });
  beforeEach(async () => {
    a.stelle(`${HEUTE}T08:00:00Z`);
    await roh(sql`delete from kalenderzugang`);
  });

  const roh = (was: ReturnType<typeof sql>) => mitAkteur(a.db, wartung, (tx) => tx.execute(was));
  const formular = (wer: Wer) => new URLSearchParams({ _konto: PERSONAL[wer] });

  /** What the page shows once. */
  async function legeAn(wer: Wer): Promise<string> {
    const { status, html } = await haus.rufe(PERSONAL[wer], '/konto/kalender', formular(wer));
    expect(status).toBe(200);
    const adresse = /value="(http[^"]+\/kalender\/[\w-]{43}\.ics)"/u.exec(html)?.[1];
    if (adresse === undefined) throw new Error('Die Seite zeigt keine Adresse');
    return adresse;
  }
  const hole = async (adresse: string, wie: RequestInit = {}): Promise<string> => {
    const antwort = await fetch(adresse, wie);
    expect(antwort.status).toBe(200);
    expect(antwort.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    return antwort.text();
  };
  const eintraege = async (adresse: string): Promise<Eintrag[]> => {
    const text = await hole(adresse);
    const gelesen = mitIcalJs(text).toSorted(nachUid);
    expect(mitNodeIcal(text).toSorted(nachUid)).toEqual(gelesen);
    return gelesen;
  };
  const status = async (adresse: string): Promise<number> => (await fetch(adresse)).status;

  /** A case of the first Fallmanager with an appointment for the talk of its handover. */
  async function fallMitTermin(
    marke: string,
    termin = '2026-12-08',
  ): Promise<{ fallId: string; fallnummer: string }> {
    const vorgemerkt = await a.merkeVor(marke);
    if (!('fallId' in vorgemerkt)) throw new Error('Kein Fall');
    const { fallId, fallnummer } = vorgemerkt;
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm } });
    const eingabe = { termin, uhrzeit: '10:30', dauerMinuten: 45, ort: 'fm_buero' };
    await a.gib('fm', 'uebernahmegespraech_vereinbaren', { fallId, eingabe });
    return { fallId, fallnummer };
  }

  it('zeigt alle offenen Fristen der eigenen Fälle als ganze Tage und den Termin der Übergabe, in zwei fremden Programmen gleich', async () => {
    const { fallId, fallnummer } = await fallMitTermin('kalender');
    const alle = await eintraege(await legeAn('fm'));
    const fm = await a.konto(PERSONAL.fm);
    const liste = await meineFristen(a.umgebung, fm, { limit: 100, offset: 0, sortierung: 'faellig' });
    const erwartet = liste.eintraege.flatMap(
      ({ fallId: zu, fallnummer: nr, frist, vorkommen, name, faellig }) =>
        zu === null
          ? []
          : [
              {
                uid: `${frist}-${String(vorkommen)}-${zu}@lotse`,
                titel: `${name} – Fall ${nr ?? ''}`,
                tag: faellig,
                ganztags: true,
              },
            ],
    );
    expect(erwartet.filter(({ uid }) => uid.includes(fallId)).length).toBeGreaterThan(0);
    expect(alle.filter(({ ganztags }) => ganztags)).toMatchObject(
      erwartet.toSorted((eine, andere) => eine.uid.localeCompare(andere.uid)),
    );
    expect(alle.filter(({ uid }) => uid === `uebernahme-1-${fallId}@lotse`)).toMatchObject([
      { titel: `Übernahmegespräch – Fall ${fallnummer}`, tag: '2026-12-08', ganztags: false },
    ]);
    // The counterpart of the talk has the same appointment, and no duty of the FM.
    const beimPap = await eintraege(await legeAn('pap'));
    expect(beimPap.filter(({ uid }) => uid.includes(fallId) && !uid.startsWith('uebernahme'))).toEqual([]);
    expect(beimPap.map(({ uid }) => uid)).toContain(`uebernahme-1-${fallId}@lotse`);
  });

  it('nennt Fallnummer und Art der Aufgabe, keinen Namen, keine Kundennummer, niemanden aus dem Haus (DS-20, DS-30)', async () => {
    await fallMitTermin('kalender-namenlos');
    const text = (await hole(await legeAn('fm'))).replaceAll(/\r?\n[ \t]/gu, '');
    const namen = await roh(sql`select name, kundennummer, bg_nummer from person`);
    const personal = await roh(sql`select anzeigename, email, subjekt from mitarbeitende`);
    const worte = [...namen, ...personal].flatMap((zeile) => Object.values(zeile).map(String));
    expect(worte.length).toBeGreaterThan(20);
    expect(worte.filter((wort) => text.includes(wort))).toEqual([]);
    const zeilen = [...text.matchAll(/^(?:SUMMARY|DESCRIPTION):(.*?)\r?$/gmu)].map(([, wort]) => wort ?? '');
    expect(
      zeilen.filter((wort) => !/^.+ – Fall F-2026-\d{5}$|^Einzelheiten stehen in Lotse\.$/u.test(wort)),
    ).toEqual([]);
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/u);
    // A due day takes nobody's time.
    expect(text.match(/^TRANSP:TRANSPARENT/gmu)?.length).toBe(text.match(/^DTSTART;VALUE=DATE:/gmu)?.length);
  });

  it('eine Änderung trifft denselben Eintrag mit höherer SEQUENCE; was getan oder abgesagt ist, verschwindet', async () => {
    const { fallId } = await fallMitTermin('kalender-aendern');
    const adresse = await legeAn('fm');
    const mit = async (uid: string): Promise<Eintrag | undefined> =>
      (await eintraege(adresse)).find((eintrag) => eintrag.uid === uid);
    const da = async (uid: string): Promise<Eintrag> => (await mit(uid)) ?? expect.fail(`${uid} fehlt`);
    const termin = `uebernahme-1-${fallId}@lotse`;
    const frist =
      (await eintraege(adresse)).find((e) => e.ganztags && e.uid.includes(fallId)) ?? expect.fail();
    const aendere = (was: ReturnType<typeof sql>) =>
      roh(sql`update frist set ${was} where fall_id = ${fallId} and frist_id = ${frist.uid.slice(0, 4)}`);
    const vorher = await da(termin);
    const verlegung = { termin: '2026-12-10', grund: 'Passt besser.' };
    await a.gib('pap', 'termin_verlegen', { fallId, eingabe: verlegung });
    const nachher = await da(termin);
    expect(nachher.tag).toBe('2026-12-10');
    expect(nachher.folge).toBeGreaterThan(vorher.folge);
    await aendere(sql`faellig = '2027-01-12'`);
    const verlegt = await da(frist.uid);
    expect(verlegt.tag).toBe('2027-01-12');
    expect(verlegt.folge).toBeGreaterThan(frist.folge);
    await a.gib('pap', 'termin_verlegen', { fallId, eingabe: { grund: 'Die Person ist krank.' } });
    expect(await mit(termin)).toBeUndefined();
    await aendere(sql`offen = false`);
    expect(await mit(frist.uid)).toBeUndefined();
  });

  it('kein Eintrag aus fremden Fällen: nicht bei der Kollegin, nicht nach einem Wechsel, auch nicht in Vertretung', async () => {
    const { fallId } = await fallMitTermin('kalender-fremd');
    const meins = async (adresse: string): Promise<number> =>
      (await eintraege(adresse)).filter(({ uid }) => uid.includes(fallId)).length;
    const [fm, fm2] = [await legeAn('fm'), await legeAn('fm2')];
    expect(await meins(fm)).toBeGreaterThan(1);
    await roh(sql`insert into vertretungsring (team_id, version, mitglieder, festgelegt_am, festgelegt_von)
      select team_id, 1, array[${PERSONAL.fm2}::uuid, ${PERSONAL.fm}::uuid], now(), id from mitarbeitende where id = ${PERSONAL.tl}`);
    await roh(sql`insert into abwesenheit (id, mitarbeitende_id, von, bis, grund, erfasst_am, erfasst_von)
      values (gen_random_uuid(), ${PERSONAL.fm}, ${HEUTE}, ${HEUTE}, 'geplant', now(), ${PERSONAL.fm})`);
    expect((await a.konto(PERSONAL.fm2)).vertritt.map(({ id }) => id)).toEqual([PERSONAL.fm]);
    expect(await meins(fm2)).toBe(0);
    const wechsel = { fm: PERSONAL.fm2, grund: 'Neue Verteilung im Team.' };
    await a.gib('tl', 'fm_wechseln', { fallId, eingabe: wechsel });
    expect(await meins(fm)).toBe(0);
    expect(await meins(fm2)).toBeGreaterThan(0);
  });

  it('eine neue Adresse beendet die alte, Aufheben beendet jede, wer ausscheidet hat keine mehr', async () => {
    const erste = await legeAn('fm');
    const zweite = await legeAn('fm');
    expect([await status(erste), await status(zweite)]).toEqual([404, 200]);
    const { html } = await haus.rufe(PERSONAL.fm, '/konto');
    expect(html).toContain('Ihre Adresse gilt seit');
    expect(html).not.toMatch(/\/kalender\/[\w-]{43}/u);
    const { weiter } = await haus.rufe(PERSONAL.fm, '/konto/kalender/widerruf', formular('fm'));
    expect(weiter).toBe('/konto?kalender=aufgehoben');
    expect(await status(zweite)).toBe(404);
    const dritte = await legeAn('fm2');
    await roh(sql`update mitarbeitende set aktiv = false where id = ${PERSONAL.fm2}`);
    expect(await status(dritte)).toBe(404);
    const nachts = (tag: string) =>
      mitAkteur(a.db, { system: 'loeschung' }, (tx) => fegeKurzlebiges(tx, tag));
    await nachts(HEUTE);
    expect(await roh(sql`select 1 from kalenderzugang where konto_id = ${PERSONAL.fm2}`)).toEqual([]);
    await roh(sql`update mitarbeitende set aktiv = true where id = ${PERSONAL.fm2}`);
    expect(await status(dritte)).toBe(404);
    expect(await status(erste.replace(/[\w-]{43}/u, 'A'.repeat(43)))).toBe(404);
    expect(await status(erste.replace(/[\w-]{43}/u, '..%2f..'))).toBe(404);
  });

  it('wessen Rolle keine Fälle mehr hat, bekommt nichts; es gelten die Rechte von heute', async () => {
    const adresse = await legeAn('fm');
    await roh(sql`update mitarbeitende set rolle = 'administration' where id = ${PERSONAL.fm}`);
    expect(await status(adresse)).toBe(404);
    const { status: verweigert, html } = await haus.rufe(PERSONAL.fm, '/konto/kalender', formular('fm'));
    expect([verweigert, html.includes('/kalender/A')]).toEqual([403, false]);
    await roh(sql`update mitarbeitende set rolle = 'fm' where id = ${PERSONAL.fm}`);
    expect(await status(adresse)).toBe(200);
  });

  it('das Geheimnis steht in keinem Protokoll, keiner Tabelle und keinem Verweis, den ein Programm weitergibt', async () => {
    const vorher = haus.protokoll().length;
    const adresse = await legeAn('fm');
    const geheimnis = /[\w-]{43}/u.exec(adresse)?.[0] ?? '';
    const { headers } = await fetch(adresse);
    await fetch(adresse, { method: 'HEAD' });
    await fetch(adresse, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    await haus.rufe(PERSONAL.fm, '/konto/kalender/widerruf', formular('fm'));
    expect(await status(adresse)).toBe(404);
    const zeilen = haus.protokoll().slice(vorher);
    expect(zeilen).toContain('GET /kalender/:geheimnis.ics');
    expect(zeilen).not.toContain(geheimnis);
    const tabellen = await roh(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const abzug = await Promise.all(
      tabellen.map(({ name }) => roh(sql.raw(`select t::text as zeile from "${String(name)}" t`))),
    );
    expect(abzug.flat().length).toBeGreaterThan(100);
    expect(JSON.stringify(abzug)).not.toContain(geheimnis);
  });

  it('niemand liest den Zugang anderer; das Anlegen und jeder Blick stehen im Protokoll (DS-29)', async () => {
    await hole(await legeAn('fm'));
    const alsTl = await mitAkteur(a.apiDb, { mitarbeitende: PERSONAL.tl }, (tx) =>
      tx.execute(sql`select 1 from kalenderzugang`),
    );
    expect(alsTl).toEqual([]);
    const spuren = await roh(sql`select liste from lesespur where akteur_id = ${PERSONAL.fm}`);
    expect(JSON.stringify(spuren)).toContain('kalender');
    const eintrag = await roh(
      sql`select gegenstand from protokoll where aktion = 'kalenderzugang_angelegt' and akteur_id = ${PERSONAL.fm}`,
    );
    expect(eintrag.at(-1)).toEqual({ gegenstand: `kalenderzugang:${PERSONAL.fm}` });
  });

  it('wer rät, wird gebremst; ein gültiger Kalender nicht, es sei denn, er fragt selbst zu oft (S10)', async () => {
    const grenzen = { ...OHNE_GRENZEN, fehlanmeldungenJeAdresse: 5, aufwendigJeKonto: 8 };
    const eng = await oeffneSeiten({ ...a.umgebung, db: a.apiDb }, grenzen);
    const { html } = await eng.rufe(PERSONAL.fm, '/konto/kalender', formular('fm'));
    const adresse = /value="(http[^"]+\.ics)"/u.exec(html)?.[1] ?? '';
    const geraten: number[] = [];
    for (let nr = 0; nr < 7; nr += 1)
      geraten.push(await status(adresse.replace(/[\w-]{43}/u, String(nr).repeat(43))));
    expect(geraten).toEqual([404, 404, 404, 404, 404, 429, 429]);
    const eigene: number[] = [];
    for (let nr = 0; nr < 9; nr += 1) eigene.push(await status(adresse));
    expect(eigene).toEqual([...Array.from({ length: 8 }, () => 200), 429]);
    eng.stop();
  });
});

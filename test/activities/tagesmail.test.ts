import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { OHNE_WAHL } from '../../domain/mail/mailwahl.ts';
import {
  adresseVon,
  bauePostwelt,
  fallnummerVon,
  kontoVon,
  type Ankuendigung,
  type Postwelt,
} from '../support/postwelt.ts';

const KOLLEGINNEN = 40;
const FAELLE = 400;
const DIENSTAG: Tag = '2026-12-01';
const um = (tag: Tag, uhrzeit: string): string => `${tag}T${uhrzeit}:00Z`;
/** 00:00 in Berlin, when Fristen are told. */
const mitternacht = (tag: Tag): string => um(plusTage(tag, -1), '23:00');
const ANLAESSE = ['T-03', 'T-06', 'T-07', 'T-10', 'T-19'] as const;

/** What the night of a day tells about a duty of a case, due that day where nothing else is said. */
const nachts = (
  tag: Tag,
  fall: number,
  was: Pick<Ankuendigung, 'anlass' | 'stufe'> & { faellig?: Tag },
): Ankuendigung => ({
  an: 1 + ((fall - 1) % KOLLEGINNEN),
  fall,
  vorkommen: 1,
  faellig: tag,
  am: mitternacht(tag),
  ...was,
});

/** Five duties of every case: 2,000. */
const zweitausend = (tag: Tag): Ankuendigung[] =>
  Array.from({ length: FAELLE }, (_, nr) =>
    ANLAESSE.map((anlass) =>
      nachts(tag, nr + 1, {
        anlass,
        stufe: anlass === 'T-06' ? 'erinnerung' : 'faellig',
        faellig: anlass === 'T-06' ? plusTage(tag, 3) : tag,
      }),
    ),
  ).flat();

describe('Einmal am Tag eine Mail (Issue 16.3, ADR 75)', () => {
  let w: Postwelt;

  beforeEach(async () => {
    w = await bauePostwelt(mitternacht(DIENSTAG), KOLLEGINNEN, FAELLE);
  });
  afterEach(() => w.ende());

  const zustellenUm = async (instant: string) => {
    w.stelle(instant);
    await w.stelleZu();
    return w.neue();
  };
  const wartend = async (): Promise<number> =>
    (await w.roh(sql`select 1 from ausgang where zugestellt_am is null`)).length;
  /** Everything the inbox says to somebody, as lines `Fallnummer: duty`, against what their mails said. */
  const fehlend = async (texte: ReadonlyMap<string, string>): Promise<unknown[]> => {
    const eingang = await w.roh<{ email: string; fallnummer: string; anlass: string; anzahl: number }>(
      sql`select m.email, f.fallnummer, count(distinct e.anlass)::int as anzahl from eingang e
        join fall f on f.id = e.fall_id join mitarbeitende m on m.id = e.an_person group by 1, 2`,
    );
    return eingang.filter(
      ({ email, fallnummer, anzahl }) =>
        (texte.get(email) ?? '').split(`- ${fallnummer}: `).length - 1 !== anzahl,
    );
  };

  it('2.000 Fristen für 40 Personen: 40 Mails, und keine Zeile des Eingangs fehlt', async () => {
    await w.kuendigeAn(...zweitausend(DIENSTAG));
    expect(await zustellenUm(mitternacht(DIENSTAG))).toEqual([]);
    expect(await w.istEtwasZuSammeln()).toBe(false);
    w.stelle(um(DIENSTAG, '05:29'));
    expect(await w.istEtwasZuSammeln()).toBe(false);
    w.stelle(um(DIENSTAG, '05:30'));
    expect(await w.istEtwasZuSammeln()).toBe(true);
    const mails = await zustellenUm(um(DIENSTAG, '05:30'));
    expect(mails.map(({ an }) => an[0]).toSorted()).toEqual(
      Array.from({ length: KOLLEGINNEN }, (_, nr) => adresseVon(nr + 1)).toSorted(),
    );
    expect(new Set(mails.map(({ betreff }) => betreff))).toEqual(
      new Set(['Lotse: 40 Fristen heute, 10 demnächst']),
    );
    expect(await fehlend(new Map(mails.map(({ an, text }) => [an[0] ?? '', text])))).toEqual([]);
    expect(await wartend()).toBe(0);
    expect(mails.map(({ roh }) => roh).join('')).not.toMatch(/Geheimname|Demo|KN-/u);
    // The same minute again, and the rest of the day: nothing more.
    expect(await w.istEtwasZuSammeln()).toBe(false);
    expect(await zustellenUm(um(DIENSTAG, '15:00'))).toEqual([]);
  });

  it('sagt, wovon sie kommt und dass niemand sie geschrieben hat; die Kennung hängt an Person und Tag', async () => {
    await w.kuendigeAn(nachts(DIENSTAG, 1, { anlass: 'T-10', stufe: 'faellig' }));
    await zustellenUm(mitternacht(DIENSTAG));
    const [mail] = await zustellenUm(um(DIENSTAG, '06:00'));
    expect(mail?.roh).toMatch(/^Auto-Submitted: auto-generated\r?$/mu);
    expect(mail?.roh.replaceAll(/\r?\n /gu, ' ')).toMatch(
      /^List-ID: Lotse Tagesmail <tagesmail\.lotse\.xn--jobcenter-\S+\.example>\r?$/mu,
    );
    const [zeile] = await w.roh<{ id: string }>(sql`select id from ausgang where art = 'tagesmail'`);
    expect(mail?.messageId).toBe(`<${zeile?.id ?? ''}@lotse>`);
    expect(mail?.text).toContain('https://lotse.jobcenter-müllheim.example/');
  });

  it('nach drei Tagen ohne Worker eine einzige Mail, auch wenn die Nächte erst nach und nach nachgeholt werden', async () => {
    const freitag = plusTage(DIENSTAG, 3);
    w.stelle(um(freitag, '09:00'));
    for (const [nr, tag] of [DIENSTAG, plusTage(DIENSTAG, 1), plusTage(DIENSTAG, 2), freitag].entries()) {
      await w.kuendigeAn(
        ...Array.from({ length: KOLLEGINNEN }, (_, fall) =>
          nachts(tag, fall + 1, { anlass: ANLAESSE[nr] ?? '', stufe: 'faellig' }),
        ),
      );
      expect(await zustellenUm(um(freitag, `09:0${String(nr)}`))).toEqual([]);
    }
    expect(await zustellenUm(um(freitag, '09:12'))).toEqual([]);
    const mails = await zustellenUm(um(freitag, '09:13'));
    expect(mails).toHaveLength(KOLLEGINNEN);
    expect(new Set(mails.map(({ betreff }) => betreff))).toEqual(
      new Set(['Lotse: 1 Frist heute, 3 überfällig']),
    );
    expect(await fehlend(new Map(mails.map(({ an, text }) => [an[0] ?? '', text])))).toEqual([]);
    expect(await wartend()).toBe(0);
  });

  it('nach drei Tagen ohne Mailserver eine einzige Mail: Was nicht hinausging, geht in der nächsten auf', async () => {
    w.postfach.weiseAb('Der Server ist voll');
    for (const tage of [0, 1, 2]) {
      const tag = plusTage(DIENSTAG, tage);
      await w.kuendigeAn(
        ...Array.from({ length: KOLLEGINNEN }, (_, fall) =>
          nachts(tag, fall + 1, { anlass: ANLAESSE[tage] ?? '', stufe: 'faellig' }),
        ),
      );
      // Those of the days before are tried again, too.
      w.stelle(mitternacht(tag));
      await w.stelleZu();
      w.stelle(um(tag, '05:30'));
      await w.stelleZu();
      expect(w.neue()).toEqual([]);
      expect(await wartend()).toBeGreaterThanOrEqual(KOLLEGINNEN);
    }
    w.postfach.weiseAb(null);
    const mails = await zustellenUm(um(plusTage(DIENSTAG, 2), '08:00'));
    expect(mails).toHaveLength(KOLLEGINNEN);
    expect(new Set(mails.map(({ betreff }) => betreff))).toEqual(
      new Set(['Lotse: 1 Frist heute, 2 überfällig']),
    );
    expect(await fehlend(new Map(mails.map(({ an, text }) => [an[0] ?? '', text])))).toEqual([]);
    expect(await wartend()).toBe(0);
  });

  it('wer abwesend ist, bekommt eine Mail am ersten Tag danach, an dem das Team arbeitet', async () => {
    await w.roh(sql`insert into abwesenheit (id, mitarbeitende_id, von, bis, grund, erfasst_am, erfasst_von)
      values (gen_random_uuid(), ${kontoVon(1)}, ${DIENSTAG}, ${plusTage(DIENSTAG, 3)}, 'geplant', now(), ${kontoVon(1)})`);
    for (const [nr, tage] of [0, 1, 2, 3].entries()) {
      const tag = plusTage(DIENSTAG, tage);
      await w.kuendigeAn(
        nachts(tag, 1, { anlass: ANLAESSE[nr] ?? '', stufe: 'faellig' }),
        nachts(tag, 2, { anlass: ANLAESSE[nr] ?? '', stufe: 'faellig' }),
      );
      await zustellenUm(mitternacht(tag));
      const mails = await zustellenUm(um(tag, '05:30'));
      expect(mails.map(({ an }) => an[0])).toEqual([adresseVon(2)]);
    }
    // The absence is over, but it is Saturday, and then Sunday.
    for (const tage of [4, 5]) expect(await zustellenUm(um(plusTage(DIENSTAG, tage), '08:00'))).toEqual([]);
    const montag = await zustellenUm(um(plusTage(DIENSTAG, 6), '05:30'));
    expect(montag.map(({ an, betreff }) => [an[0], betreff])).toEqual([
      [adresseVon(1), 'Lotse: 4 Fristen überfällig'],
    ]);
  });

  it('an einem Schließtag des Teams kommt keine', async () => {
    await w.kuendigeAn(nachts(DIENSTAG, 1, { anlass: 'T-10', stufe: 'faellig' }));
    await w.roh(
      sql`insert into kalenderabweichung (tag, frei, grund, erfasst_am) values (${DIENSTAG}, true, 'Umzug', now())`,
    );
    await zustellenUm(mitternacht(DIENSTAG));
    expect(await zustellenUm(um(DIENSTAG, '08:00'))).toEqual([]);
    expect(await zustellenUm(um(plusTage(DIENSTAG, 1), '05:30'))).toHaveLength(1);
  });

  it('nennt jede Frist einmal mit ihrem heutigen Tag, und nicht mehr, was getan ist oder ruht; ist alles getan, kommt keine Mail', async () => {
    const tag = DIENSTAG;
    await w.kuendigeAn(
      nachts(plusTage(tag, -1), 1, { anlass: 'T-10', stufe: 'erinnerung', faellig: tag }),
      nachts(tag, 1, { anlass: 'T-10', stufe: 'faellig' }),
      nachts(tag, 1, { anlass: 'T-07', stufe: 'faellig' }),
      nachts(tag, 1, { anlass: 'T-06', stufe: 'faellig' }),
      nachts(tag, 1, { anlass: 'T-03', stufe: 'faellig' }),
      nachts(tag, 2, { anlass: 'T-10', stufe: 'faellig' }),
    );
    await zustellenUm(mitternacht(tag));
    const aendere = (anlass: string, was: ReturnType<typeof sql>) =>
      w.roh(sql`update frist set ${was} where frist_id = ${anlass}`);
    await aendere('T-07', sql`offen = false`);
    await aendere('T-06', sql`ruht = true`);
    await aendere('T-03', sql`faellig = ${plusTage(tag, 9)}`);
    await w.roh(
      sql`update frist set offen = false where fall_id in (select id from fall where fallnummer = ${fallnummerVon(2)})`,
    );
    const mails = await zustellenUm(um(tag, '05:30'));
    expect(
      mails.map(({ betreff, text }) => [betreff, text.split('\n').filter((z) => z.startsWith('- '))]),
    ).toEqual([
      [
        'Lotse: 1 Frist heute, 1 demnächst',
        [`- ${fallnummerVon(1)}: Kontakt`, `- ${fallnummerVon(1)}: Erstgespräch (10.12.2026)`],
      ],
    ]);
    expect(await wartend()).toBe(0);
  });

  it('jede Stufe geht den gewählten Weg, der Eingang behält alles, Einladungen warten nie', async () => {
    await w.waehle(1, {
      erinnerung: 'keine',
      faellig: 'sofort',
      ueberfaellig: 'taeglich',
      mitteilung: 'keine',
    });
    const je = (an: number): Ankuendigung[] => [
      nachts(DIENSTAG, an, { anlass: 'T-06', stufe: 'erinnerung', faellig: plusTage(DIENSTAG, 3) }),
      nachts(DIENSTAG, an, { anlass: 'T-03', stufe: 'faellig' }),
      nachts(DIENSTAG, an, { anlass: 'T-10', stufe: 'ueberfaellig', faellig: plusTage(DIENSTAG, -1) }),
      { an, fall: an, anlass: 'TR04', stufe: 'mitteilung', am: mitternacht(DIENSTAG) },
      { an, fall: an, anlass: 'TR10', stufe: 'mitteilung', am: mitternacht(DIENSTAG) },
    ];
    await w.kuendigeAn(...je(1), ...je(2));
    const betreffe = (mails: Awaited<ReturnType<typeof zustellenUm>>, an: number): string[] =>
      mails
        .filter((mail) => mail.an[0] === adresseVon(an))
        .map(({ betreff }) => betreff.split(':')[0] ?? '')
        .toSorted();
    const sofort = await zustellenUm(mitternacht(DIENSTAG));
    expect(betreffe(sofort, 1)).toEqual(['Heute fällig', 'Mitteilung']);
    expect(betreffe(sofort, 2)).toEqual(['Mitteilung', 'Überfällig']);
    const morgens = await zustellenUm(um(DIENSTAG, '05:30'));
    expect(morgens.map(({ an, betreff }) => [an[0], betreff]).toSorted()).toEqual([
      [adresseVon(1), 'Lotse: 1 Frist überfällig'],
      [adresseVon(2), 'Lotse: 1 Frist heute, 1 demnächst, 1 Mitteilung'],
    ]);
    expect(await w.roh(sql`select 1 from eingang`)).toHaveLength(10);
    expect(await wartend()).toBe(0);
  });

  it('wer ausscheidet, bekommt keine mehr, und nichts wartet ewig', async () => {
    await w.kuendigeAn(nachts(DIENSTAG, 1, { anlass: 'T-10', stufe: 'faellig' }));
    await zustellenUm(mitternacht(DIENSTAG));
    await w.roh(sql`update mitarbeitende set aktiv = false where id = ${kontoVon(1)}`);
    expect(await zustellenUm(um(DIENSTAG, '05:30'))).toEqual([]);
    expect(await wartend()).toBe(0);
  });

  it('was im Postausgang lag, bevor es eine Wahl gab, kommt an: das Dringende einzeln, der Rest gesammelt', async () => {
    const gestern = plusTage(DIENSTAG, -1);
    await w.kuendigeAn(
      nachts(gestern, 1, { anlass: 'T-10', stufe: 'ueberfaellig' }),
      nachts(gestern, 1, { anlass: 'T-03', stufe: 'faellig' }),
    );
    await w.roh(sql`update ausgang set versuche = 3, letzter_fehler = 'Error'`);
    expect(await zustellenUm(um(DIENSTAG, '05:45'))).toHaveLength(1);
    expect(await zustellenUm(um(DIENSTAG, '05:56'))).toMatchObject([
      { betreff: 'Lotse: 1 Frist überfällig' },
    ]);
  });

  it('während der Wartung wird nichts gesammelt', async () => {
    await w.waehle(1, { ...OHNE_WAHL });
    await w.kuendigeAn(nachts(DIENSTAG, 1, { anlass: 'T-10', stufe: 'faellig' }));
    await zustellenUm(mitternacht(DIENSTAG));
    await w.roh(sql`insert into wartung (id, seit) values (gen_random_uuid(), now())`);
    expect(await zustellenUm(um(DIENSTAG, '05:30'))).toEqual([]);
    expect(await w.istEtwasZuSammeln()).toBe(false);
  });
});

import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesFallansicht } from '../../api/faelle/faelle.ts';
import { meldeZurueck } from '../../api/rueckmeldung/faelle.ts';
import { verschluesseleBestand } from '../../db/tresor/bestand.ts';
import {
  SchluesselspeicherFehlt,
  oeffneSchluesselspeicher,
  type Schluesselspeicher,
} from '../../db/tresor/speicher.ts';
import { UNLESBAR, versiegle } from '../../db/tresor/textschutz.ts';
import { hauptschluesselAus, oeffneTresor, type Hauptschluessel } from '../../db/tresor/tresor.ts';
import { richteZugaengeEin } from '../../tools/lokal/zugaenge.ts';
import { PERSONAL } from '../../tools/probehaus/stammdaten.ts';
import { abzug } from '../support/abzug.ts';
import { entbinde, legeErbringerAn, neuerEinmallink, zugewieseneLeistung } from '../support/leistungsfall.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';

const haupt = (...ids: readonly [id: string, schluessel: Buffer][]): Hauptschluessel =>
  hauptschluesselAus({ schreibt: ids[0]?.[0] ?? '', schluessel: new Map(ids) });

describe('DS-28: Texte von K4 und K5 unter einem Schlüssel je Fall', () => {
  let a: Aufbau;
  let sql: postgres.Sql;
  let fallId: string;

  beforeAll(async () => {
    a = await baueAuf('2026-12-01T08:00:00Z');
    sql = postgres(a.url, { max: 1, onnotice: () => undefined });
    const erbringer = await legeErbringerAn(a);
    const fall = await zugewieseneLeistung(a, 'tresor', erbringer);
    fallId = fall.fallId;
    await entbinde(a, { person: fall.person, erbringer });
    const einmallink = (await neuerEinmallink(a, fallId)) ?? '';
    const tag = '2026-12-01';
    await meldeZurueck(a.umgebung, { zugang: einmallink, art: 'termine', tag, bericht: 'Kanarienbericht' });
    await a.gib('fm', 'angebotsluecke_melden', {
      fallId,
      eingabe: { bereich: 'nr_1', bedarf: 'Offenes Wort' },
    });
  });
  afterAll(async () => {
    await sql.end();
    await a.ende();
  });

  const texte = async (welcher = fallId): Promise<string[]> => {
    const { geschichte } = await liesFallansicht(a.umgebung, await a.konto(PERSONAL.fm), welcher);
    return geschichte.flatMap((eintrag) => eintrag.texte.map(({ text }) => text)).sort();
  };
  /** As superuser, past the trigger; what is changed comes back afterwards. */
  const gefaelscht = async <T>(
    tat: (tx: postgres.TransactionSql) => Promise<unknown>,
    danach: () => Promise<T>,
  ) => {
    const vorher = await sql`select id, text from dokument`;
    const alsReplikat = (arbeit: (tx: postgres.TransactionSql) => Promise<unknown>) =>
      sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await arbeit(tx);
      });
    await alsReplikat(tat);
    try {
      return await danach();
    } finally {
      await alsReplikat(async (tx) => {
        for (const { id, text } of vorher)
          await tx`update dokument set text = ${String(text)} where id = ${String(id)}`;
      });
    }
  };
  const OFFEN = ['Pfändungen verhindern die Arbeitsaufnahme.', 'Überschuldung', 'Offenes Wort'];

  it('die Fallmanagerin liest sie, ein Abzug der Datenbank enthält keinen davon', async () => {
    expect(await texte()).toEqual(expect.arrayContaining(['Überschuldung', 'Offenes Wort']));
    const inhalt = await abzug(a.db);
    // Positive control: what is not protected is in the copy.
    expect(inhalt).toContain('Offenes Wort');
    for (const geheim of ['Kanarienbericht', 'Überschuldung', 'Pfändungen verhindern'])
      expect(inhalt).not.toContain(geheim);
    const arten = await sql`select klasse, count(*)::int as n from dokument
      where klasse in ('K4', 'K5') group by 1 order by 1`;
    expect(arten.map(({ klasse }) => String(klasse))).toEqual(['K4', 'K5']);
  });

  it('PostgreSQL nimmt K4 und K5 im Klartext gar nicht erst an', async () => {
    const versuch = sql`insert into dokument (id, fall_id, befehl_id, klasse, feld, text, stand, erstellt_am)
      values (gen_random_uuid(), ${fallId}, gen_random_uuid(), 'K4', 'x', 'Klartext', 'entwurf', now())`;
    await expect(versuch).rejects.toMatchObject({ constraint_name: 'dokument_verschluesselt' });
  });

  it('geändert, verschoben oder umgeschrieben öffnet sich ein Text nicht; die übrigen bleiben lesbar', async () => {
    const vertauscht = await gefaelscht(
      (
        tx,
      ) => tx`update dokument d set text = (select text from dokument e where e.klasse = 'K4' and e.id <> d.id limit 1)
        where klasse = 'K4'`,
      texte,
    );
    expect(vertauscht.filter((text) => text === UNLESBAR.veraendert)).toHaveLength(3);
    expect(vertauscht).toContain('Offenes Wort');
    const andereKlasse = await gefaelscht(
      (tx) =>
        tx`update dokument set klasse = case klasse when 'K4' then 'K5' when 'K5' then 'K4' else klasse end`,
      async () => {
        const gelesen = await texte();
        await sql.begin(async (tx) => {
          await tx`set local session_replication_role = replica`;
          await tx`update dokument set klasse = case klasse when 'K4' then 'K5' when 'K5' then 'K4' else klasse end`;
        });
        return gelesen;
      },
    );
    expect(andereKlasse).not.toContain('Überschuldung');
    const gekippt = await gefaelscht(
      (tx) => tx`update dokument set text = left(text, -4) || 'AAA=' where klasse = 'K4'`,
      texte,
    );
    expect(gekippt).not.toContain('Überschuldung');
    expect(await texte()).toEqual(expect.arrayContaining(OFFEN));
  });

  it('ein vernichteter Schlüssel bleibt vernichtet: Texte unlesbar, die Akte lesbar, nichts Neues', async () => {
    const { fallId: anderer } = await zugewieseneLeistung(a, 'vernichtet', await legeErbringerAn(a));
    expect(await texte(anderer)).toContain('Überschuldung');
    const beleg = await a.schutz.tresor.vernichte(anderer);
    expect(await a.schutz.tresor.vernichte(anderer)).toEqual(beleg);
    expect(beleg.bezug).toBe(anderer);
    const danach = await texte(anderer);
    expect(danach).toContain(UNLESBAR.vernichtet);
    expect(danach).not.toContain('Überschuldung');
    expect(await a.schutz.tresor.schluessel(anderer)).toBeNull();
    const neu = { id: randomUUID(), klasse: 'K4', text: 'x', fallId: anderer } as const;
    expect(await versiegle(a.schutz.tresor, [neu])).toBeNull();
    // Never had one: none is made later either.
    const nie = randomUUID();
    await a.schutz.tresor.vernichte(nie);
    expect(await a.schutz.tresor.schluessel(nie)).toBeNull();
    expect(await texte()).toContain('Überschuldung');
  });

  it('Klartext einer älteren Version wird einmal verschlüsselt, nur vom Eigentümer; der Auslöser bleibt', async () => {
    const id = randomUUID();
    await sql`alter table dokument drop constraint dokument_verschluesselt`;
    await sql`insert into dokument (id, fall_id, befehl_id, klasse, feld, text, stand, erstellt_am)
      values (${id}, ${fallId}, gen_random_uuid(), 'K5', 'x', 'Altbestand', 'gueltig', now())`;
    await sql`alter table dokument add constraint dokument_verschluesselt
      check (klasse not in ('K4', 'K5') or text like 'lotse1:%') not valid`;
    const { api, worker } = await richteZugaengeEin(a.url);
    for (const datenbankzugang of [api, worker])
      await expect(verschluesseleBestand(datenbankzugang, a.schutz.tresor)).rejects.toThrow();
    expect(await abzug(a.db)).toContain('Altbestand');
    expect(await verschluesseleBestand(a.url, a.schutz.tresor)).toBe(1);
    expect(await verschluesseleBestand(a.url, a.schutz.tresor)).toBe(0);
    expect(await abzug(a.db)).not.toContain('Altbestand');
    await expect(sql`update dokument set text = 'lotse1:x' where id = ${id}`).rejects.toMatchObject({
      code: '23001',
    });
    const [bedingung] =
      await sql`select convalidated from pg_constraint where conname = 'dokument_verschluesselt'`;
    expect(bedingung).toEqual({ convalidated: true });
  });

  describe('der Schlüsselspeicher', () => {
    let speicher: Schluesselspeicher;
    beforeAll(async () => {
      speicher = await oeffneSchluesselspeicher(a.schutz.url);
    });
    afterAll(() => speicher.schliesse());

    it('gehört einem eigenen Zugang; API und Worker der Akte kommen nicht hinein', async () => {
      const { api } = await richteZugaengeEin(a.url);
      const fremd = Object.assign(new URL(api), { pathname: new URL(a.schutz.url).pathname }).toString();
      await expect(oeffneSchluesselspeicher(fremd)).rejects.toMatchObject({ code: '42501' });
    });

    it('ist er weg, sagt der Fehler, dass er es ist und nicht die Akte (Issue 13, Sicherheit 10)', async () => {
      const eigener = await oeffneSchluesselspeicher(a.schutz.url);
      expect(await eigener.antwortet()).toBe(true);
      await eigener.schliesse();
      await expect(eigener.lies([randomUUID()])).rejects.toBeInstanceOf(SchluesselspeicherFehlt);
      await expect(eigener.antwortet()).rejects.toBeInstanceOf(SchluesselspeicherFehlt);
    });

    it('öffnet sich mit einem anderen Hauptschluessel nicht, und die API startet dann nicht', async () => {
      const falsch = randomBytes(32);
      await expect(oeffneTresor(speicher, haupt(['pruefstand', falsch]))).rejects.toThrow(
        'LOTSE_HAUPTSCHLUESSEL passt nicht zum Schlüsselspeicher',
      );
      const { api } = await richteZugaengeEin(a.url);
      const env = {
        ...process.env,
        DATABASE_URL: api,
        SCHLUESSEL_DATABASE_URL: a.schutz.url,
        LOTSE_HAUPTSCHLUESSEL: `pruefstand:${falsch.toString('base64')}`,
        LOTSE_TEMPORAL_KLARTEXT: 'ja',
        LOTSE_LOESCHBUCH: '/dev/null',
        OIDC_ISSUER: 'http://127.0.0.1:1',
        PORT: '0',
      };
      const programmende = await new Promise<{ code: number; fehler: string }>((fertig) => {
        execFile(process.execPath, ['api/main.ts'], { env }, (fehler, _, stderr) => {
          fertig({ code: Number(fehler?.code ?? 0), fehler: stderr });
        });
      });
      expect(programmende.fehler).toContain('Die API startet nicht: LOTSE_HAUPTSCHLUESSEL passt nicht');
      expect(programmende.fehler).not.toContain(falsch.toString('base64'));
      expect(programmende.code).toBe(1);
    });

    it('wird mit dem neuen Hauptschlüssel umverpackt; der alte öffnet danach nichts mehr', async () => {
      const eigener = await oeffneSchluesselspeicher(
        Object.assign(new URL(a.url), { pathname: '/postgres' }).toString(),
      );
      const alt: [string, Buffer] = ['alt', randomBytes(32)];
      const neu: [string, Buffer] = ['neu', randomBytes(32)];
      const [bezug, weg] = [randomUUID(), randomUUID()];
      const erster = await oeffneTresor(eigener, haupt(alt));
      const schluessel = await erster.schluessel(bezug);
      await erster.schluessel(weg);
      await erster.vernichte(weg);
      const beide = await oeffneTresor(eigener, haupt(neu, alt));
      expect(await beide.verpackeUm()).toBe(1);
      expect(await beide.verpackeUm()).toBe(0);
      const nurNeu = await oeffneTresor(eigener, haupt(neu));
      expect(await nurNeu.schluessel(bezug)).toEqual(schluessel);
      expect(await nurNeu.schluessel(weg)).toBeNull();
      await expect(oeffneTresor(eigener, haupt(alt))).rejects.toThrow('LOTSE_HAUPTSCHLUESSEL');
      await eigener.schliesse();
    });

    it('vergibt bei gleichzeitigem ersten Gebrauch einen einzigen Schlüssel', async () => {
      const bezug = randomUUID();
      const alle = await Promise.all(Array.from({ length: 12 }, () => a.schutz.tresor.schluessel(bezug)));
      expect(new Set(alle.map((einer) => einer?.toString('hex'))).size).toBe(1);
    });
  });
});

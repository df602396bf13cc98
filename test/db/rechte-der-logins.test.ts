import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitAkteur, oeffneDatenbank, type Datenbank } from '../../db/client.ts';
import { richteZugaengeEin, type Zugaenge } from '../../tools/lokal/zugaenge.ts';
import { starteDatenbanken, type Datenbanken } from '../../tools/probehaus/datenbanken.ts';
import { API, LOESCHUNG, WORKER, WORTE, type Recht, type Rechte } from '../support/rechte-der-logins.ts';

const LISTEN = { api: API, worker: WORKER, loeschung: LOESCHUNG } as const satisfies Record<
  keyof Zugaenge,
  Rechte
>;
type Login = keyof typeof LISTEN;
const ARTEN = ['liest', 'fuegtAn', 'aendert', 'loescht'] as const;
type Art = (typeof ARTEN)[number];
type Spalte = { readonly tabelle: string; readonly spalte: string };

/** A statement that needs the privilege and no other, and changes nothing. */
const VERSUCH: Readonly<Record<Art, (s: Spalte) => string>> = {
  liest: ({ tabelle, spalte }) => `select "${spalte}" from "${tabelle}" limit 0`,
  fuegtAn: ({ tabelle, spalte }) => `insert into "${tabelle}" ("${spalte}") select null where false`,
  aendert: ({ tabelle, spalte }) => `update "${tabelle}" set "${spalte}" = null where false`,
  loescht: ({ tabelle }) => `delete from "${tabelle}" where false`,
};

function soll(recht: Recht | undefined, art: Art, spalte: string): boolean {
  const wert = recht?.[art];
  if (wert === undefined || wert === true) return wert === true;
  return wert === '*' || wert.split(' ').includes(spalte);
}

describe('Rechte der Logins, Tabelle für Tabelle und Spalte für Spalte (SECURITY.md, Issue 13, Sicherheit 5)', () => {
  let datenbanken: Datenbanken;
  let besitzer: Datenbank;
  const logins = new Map<Login, Datenbank>();
  let spalten: Spalte[];

  beforeAll(async () => {
    datenbanken = await starteDatenbanken();
    const url = await datenbanken.neue();
    besitzer = oeffneDatenbank(url, 1);
    const zugaenge = await richteZugaengeEin(url);
    for (const login of ['api', 'worker', 'loeschung'] as const)
      logins.set(login, oeffneDatenbank(zugaenge[login], 1));
    spalten = await mitAkteur(besitzer, { system: 'wartung' }, async (tx) => [
      ...(await tx.execute<Spalte>(sql`select table_name as tabelle, column_name as spalte
        from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`)),
    ]);
  });
  afterAll(async () => {
    await Promise.all([besitzer, ...logins.values()].map((db) => db.schliesse()));
    await datenbanken.stop();
  });

  const codeVon = (fehler: unknown): unknown =>
    fehler instanceof Error && fehler.cause instanceof Error && 'code' in fehler.cause
      ? fehler.cause.code
      : null;

  /** Does PostgreSQL let this login do it? Null where it lets nobody: views, and numbers it gives itself. */
  async function darf(login: Login, art: Art, spalte: Spalte): Promise<boolean | null> {
    const db = logins.get(login);
    if (db === undefined) throw new Error('kein Login');
    try {
      await db.drizzle.execute(sql.raw(VERSUCH[art](spalte)));
      return true;
    } catch (fehler) {
      const code = codeVon(fehler);
      if (code === '55000' || code === '428C9') return null;
      if (code !== '42501') throw fehler;
      return false;
    }
  }

  it.each(['api', 'worker', 'loeschung'] as const)(
    '%s darf, was in der Liste steht, und nichts sonst',
    async (login) => {
      const liste: Rechte = LISTEN[login];
      const abweichend: string[] = [];
      for (const s of spalten)
        for (const art of ARTEN) {
          const erwartet = soll(liste[s.tabelle], art, s.spalte);
          const ist = await darf(login, art, s);
          if (ist !== null && ist !== erwartet)
            abweichend.push(`${erwartet ? 'fehlt' : 'zu viel'}: ${art} ${s.tabelle}.${s.spalte}`);
        }
      expect(abweichend).toEqual([]);
      // Every name of the list is one of the schema.
      const bekannt = new Set(spalten.map(({ tabelle }) => tabelle));
      expect(Object.keys(liste).filter((tabelle) => !bekannt.has(tabelle))).toEqual([]);
    },
  );

  it('Worker und Löschung lesen kein Wort und keinen Namen einer Person', async () => {
    const gelesen: string[] = [];
    for (const [tabelle, worte] of Object.entries(WORTE))
      for (const spalte of worte.split(' ')) {
        expect(spalten).toContainEqual({ tabelle, spalte });
        for (const login of ['worker', 'loeschung'] as const)
          if ((await darf(login, 'liest', { tabelle, spalte })) === true)
            gelesen.push(`${login} ${tabelle}.${spalte}`);
      }
    expect(gelesen).toEqual([]);
    // Control: the API does, where row-level security lets it.
    expect(await darf('api', 'liest', { tabelle: 'dokument', spalte: 'text' })).toBe(true);
  });

  it('die Bilder der Akte (V-18, E35) macht PostgreSQL, und nur dem Worker; lesen kann er sie nicht', async () => {
    for (const [login, erlaubt] of [
      ['worker', true],
      ['api', false],
      ['loeschung', false],
    ] as const) {
      const db = logins.get(login);
      const ruf = (text: string): Promise<boolean> | undefined =>
        db?.drizzle.execute(sql.raw(text)).then(
          () => true,
          (fehler: unknown) => codeVon(fehler) !== '42501',
        );
      const niemand = 'gen_random_uuid()';
      expect(await ruf(`select lotse_bild_der_akte(${niemand})`)).toBe(false);
      expect(await ruf(`select * from lotse_zaehlbare_bedarfe(${niemand})`)).toBe(erlaubt);
      expect(await ruf(`select lotse_halte_eingangsqualitaet_fest(${niemand}, ${niemand}, now())`)).toBe(
        erlaubt,
      );
    }
  });
});

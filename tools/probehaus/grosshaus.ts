import { sql, type SQL } from 'drizzle-orm';
import { mitAkteur, type Datenbank, type Transaktion } from '../../db/client.ts';
import { NACHHALTUNGSFRISTEN } from '../../domain/pflicht/katalog/katalog.ts';
import { instantAus, type Instant } from '../../domain/frist/zeitzone.ts';
import { hausrand } from './hausrand.ts';
import { legePersonalAn, PERSONAL, TEAM } from './stammdaten.ts';
import { zeichneVorlagen } from './vorlagefaelle.ts';

/** Cases of the team whose staff asks: as many accompanied as waiting. In every house the same. */
const EIGENE = 75;
/** Cases of any other team, and those of one of its Fallmanager. */
const JE_TEAM = 600;

/** An id of version 4 that is the same in every run. */
const uuid = (zeichen: string): string =>
  `overlay(overlay(md5(${zeichen}) placing '4' from 13) placing '8' from 17)::uuid`;
const kennung = (zeichen: string): SQL => sql.raw(uuid(zeichen));

/** Which cases there will be, and who has to do with them; those of the own team come first. */
async function plane(tx: Transaktion, faelle: number, vorlagen: Vorlagen): Promise<void> {
  const { wartend, begleitet } = vorlagen;
  await tx.execute(sql`create temp table plan on commit drop as
    select n, eigen, wartet, ${kennung(`'fall-' || n`)} as fall, ${kennung(`'person-' || n`)} as person,
      'F-20' || lpad((n % 25)::text, 2, '0') || '-' || lpad(n::text, 6, '0') as fallnummer,
      case when wartet then ${wartend.fallId}::uuid else ${begleitet.fallId}::uuid end as vorlage,
      case when wartet then ${wartend.personId}::uuid else ${begleitet.personId}::uuid end as vorlageperson,
      case when eigen then ${TEAM}::uuid else ${kennung(`'team-' || k`)} end as team,
      case when wartet then null when eigen then ${PERSONAL.fm}::uuid else ${kennung(`'fm-' || k || '-' || n % 8`)} end as fm,
      case when eigen then ${PERSONAL.pap}::uuid else ${kennung(`'pap-' || k || '-' || n % 4`)} end as pap,
      case when eigen then ${PERSONAL.tl}::uuid else ${kennung(`'tl-' || k`)} end as tl,
      case when eigen and not wartet then ${ZUSAETZLICHE.fm_extern}::uuid end as extern,
      case when eigen and n % 2 = 0 then ${PERSONAL.fm_u25}::uuid when eigen then ${PERSONAL.jour_fixe_av}::uuid
        when n % 20 = 0 then ${kennung(`'abgebend-' || k`)} end as abgebend,
      case when eigen and not wartet then ${PERSONAL.fm_spezial}::uuid end as weiter,
      case when eigen then ${PERSONAL.fm_u25}::uuid when n % 7 = 0 then ${kennung(`'abgebend-' || k`)} end as fm_u25
    from (select n, n <= ${2 * EIGENE} as eigen, n / ${JE_TEAM} as k,
        case when n <= ${2 * EIGENE} then n > ${EIGENE} else n % 10 = 0 end as wartet
      from generate_series(1, ${faelle}::int) n) reihe`);
  await tx.execute(sql`create index on plan (vorlage)`);
  await tx.execute(sql`analyze plan`);
}

type Vorlagen = Awaited<ReturnType<typeof zeichneVorlagen>>;

/** Copies rows of the templates, each under the columns named here, for every case of the plan. */
async function kopiere(
  tx: Transaktion,
  tabelle: string,
  { ersetzt, wo }: { readonly ersetzt: Readonly<Record<string, string>>; readonly wo: string },
): Promise<void> {
  const zeilen = await tx.execute<{
    name: string;
  }>(sql`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${tabelle} order by ordinal_position`);
  const spalten = zeilen.map(({ name }) => name);
  const werte = spalten.map((spalte) => ersetzt[spalte] ?? `v.${spalte}`);
  await tx.execute(
    sql.raw(
      `insert into ${tabelle} (${spalten.join(', ')}) select ${werte.join(', ')} from plan p join ${tabelle} v on ${wo}`,
    ),
  );
}

const AM_FALL = 'v.fall_id = p.vorlage';
const AN_PERSON = 'v.person_id = p.vorlageperson';
/** An own id for the copy of a row. */
const NEU = uuid('v.id::text || p.n');
/** Who gets the copy of a message to one of the demo staff. */
const EMPFAENGER = `case v.an_person when '${PERSONAL.fm}' then p.fm when '${PERSONAL.pap}' then p.pap
  when '${PERSONAL.tl}' then p.tl else v.an_person end`;

async function kopierePersonen(tx: Transaktion): Promise<void> {
  await kopiere(tx, 'person', {
    wo: 'v.id = p.vorlageperson',
    ersetzt: {
      id: 'p.person',
      kundennummer: `'K' || lpad(p.n::text, 9, '0')`,
      bg_nummer: `'B' || p.n`,
      name: `'Prüfperson ' || substr(md5(p.n::text), 1, 8)`,
      pap_id: 'p.pap',
      fm_u_25_id: 'p.fm_u25',
    },
  });
  await kopiere(tx, 'profiling', { wo: AN_PERSON, ersetzt: { id: NEU, person_id: 'p.person' } });
}

async function kopiereFaelle(tx: Transaktion): Promise<void> {
  await kopiere(tx, 'fall', {
    wo: 'v.id = p.vorlage',
    ersetzt: {
      id: 'p.fall',
      fallnummer: 'p.fallnummer',
      person_id: 'p.person',
      team_id: 'p.team',
      fm_id: 'p.fm',
      pap_id: 'p.pap',
      extern_id: 'p.extern',
      abgebend_id: 'p.abgebend',
      weitergeleitet_an_id: 'p.weiter',
      vorgemerkt_am: 'v.vorgemerkt_am - p.n % 300',
      // One in fifty was passed on by another team.
      herkunft: `case when p.n % 50 = 7 then 'weiterleitung' else v.herkunft end`,
      vorgaenger_fall_id: `case when p.n % 50 = 7 then ${uuid(`'fall-' || (p.n + 300)`)} end`,
    },
  });
  await kopiere(tx, 'fall_ereignis', {
    wo: AM_FALL,
    ersetzt: { id: `v.id || '-' || p.n`, fall_id: 'p.fall', befehl_id: `v.befehl_id || '-' || p.n` },
  });
  const frist = { fall_id: 'p.fall', faellig: 'v.faellig + p.n % 200 - 100', beginn: 'v.beginn - 100' };
  await kopiere(tx, 'frist', { wo: AM_FALL, ersetzt: frist });
  await kopiere(tx, 'eingang', {
    wo: AM_FALL,
    ersetzt: {
      id: NEU,
      fall_id: 'p.fall',
      team_id: 'p.team',
      an_person: EMPFAENGER,
      am: `v.am - p.n % 900 * interval '1 day'`,
    },
  });
}

/** Three texts a case, none of them encrypted. */
async function schreibeTexte(tx: Transaktion): Promise<void> {
  await tx.execute(sql`insert into dokument (id, fall_id, befehl_id, klasse, feld, text, stand, verfasser_id, erstellt_am)
    select ${kennung(`'dokument-' || p.n || '-' || i`)}, p.fall, ${kennung(`'befehl-' || p.n || '-' || i`)}, 'K1', 'gruende', 'Mehrere Hemmnisse.',
      'gueltig', p.pap, now() from plan p cross join generate_series(1, 3) i`);
}

/** Eight entries a case over five years, chained in name only: nobody checks these. */
async function schreibeProtokoll(tx: Transaktion): Promise<void> {
  await tx.execute(sql`insert into protokoll (id, am, gespeichert_am, akteur_id, aktion, rechtsgrundlage, fall_id, person_id, gegenstand,
      rolle, klassen, kette, nummer, vorher, hash)
    select ${kennung(`'protokoll-' || p.n || '-' || i`)}, am, am, coalesce(p.fm, p.pap), 'fall_gelesen', 'DS-29', p.fall, p.person,
      'fall:' || p.fall, 'fm', '{K3}', 'fall:' || p.fall, i, '', ''
    from plan p cross join generate_series(1, 8) i
    cross join lateral (select now() - (p.n * 7 + i * 229) % 1825 * interval '1 day' as am) t`);
}

/** What the templates have no row of: the check record of every third person, Nachhaltung of every accompanied case. */
async function ergaenze(tx: Transaktion): Promise<void> {
  const faellig = sql.raw('current_date + n % 200 - 100');
  await tx.execute(sql`insert into vorgang (id, art, zustand, offen, sequenz, person_id, team_id, pap_id, fm_id, stand)
    select person, 'potenzial', 'offen', true, 1, person, team, pap, coalesce(fm_u25, pap), '{"art": "potenzial"}'::jsonb
    from plan where n % 3 = 0`);
  for (const frist of ['T-14', 'T-40'])
    await tx.execute(sql`insert into vorgang_frist (vorgang_id, frist_id, vorkommen, beginn, roh, faellig, status, lauf, offen, ruht, herleitung)
      select person, ${frist}, 1, current_date - 100, ${faellig}, ${faellig}, 'offen', 'laeuft', true, false, '[]'::jsonb
      from plan where n % 3 = 0`);
  for (const frist of NACHHALTUNGSFRISTEN)
    await tx.execute(sql`insert into frist (fall_id, frist_id, vorkommen, beginn, roh, faellig, status, lauf, offen, ruht, herleitung)
      select fall, ${frist}, 1, current_date - 100, ${faellig}, ${faellig}, 'offen', 'laeuft', true, false, '[]'::jsonb
      from plan where not wartet and n % 3 = 0 on conflict do nothing`);
}

/** Accounts of roles the demo staff has none of. */
export const ZUSAETZLICHE = {
  fm_extern: '0a1b6f0e-0090-4c00-8000-000000000001',
  service_center: '0a1b6f0e-0090-4c00-8000-000000000002',
} as const;

async function stelleEin(tx: Transaktion, faelle: number): Promise<void> {
  const teams = sql`generate_series(0, ${faelle}::int / ${JE_TEAM}) k`;
  await tx.execute(sql`insert into team (id, kennzeichen, art, land)
    select ${kennung(`'team-' || k`)}, 'T' || k, 'fallmanagement', 'HB' from ${teams}`);
  const leute = [
    ['tl', `'tl-' || k`, '0'],
    ['fm', `'fm-' || k || '-' || i`, '7'],
    ['pap', `'pap-' || k || '-' || i`, '3'],
    ['fm_u25', `'abgebend-' || k`, '0'],
  ] as const;
  for (const [rolle, wer, bis] of leute)
    await tx.execute(sql`insert into mitarbeitende (id, subjekt, anzeigename, email, rolle, team_id)
      select ${kennung(wer)}, ${sql.raw(wer)}, 'Demo ' || ${sql.raw(wer)}, 'demo@jobcenter.example', ${rolle}, ${kennung(`'team-' || k`)}
      from ${teams} cross join generate_series(0, ${sql.raw(bis)}) i`);
  await tx.execute(sql`insert into teamverantwortung (id, mitarbeitende_id, team_id)
    select ${kennung(`'verantwortung-' || k`)}, ${kennung(`'tl-' || k`)}, ${kennung(`'team-' || k`)} from ${teams}`);
  for (const [rolle, id] of Object.entries(ZUSAETZLICHE))
    await tx.execute(sql`insert into mitarbeitende (id, subjekt, anzeigename, email, rolle, team_id)
      values (${id}, ${id}, ${`Demo ${rolle}`}, 'demo@jobcenter.example', ${rolle}, ${TEAM})`);
}

export type Grosshaus = {
  readonly eigen: { readonly fall: string; readonly person: string; readonly kundennummer: string };
};

/**
 * A house with as many cases: what one team has is the same in each, only the rest of the house grows. By SQL, because commands
 * would take hours; the two cases that are copied were recorded as every other.
 */
export async function baueGrosshaus(
  besitzer: Datenbank,
  worker: Datenbank,
  faelle: number,
): Promise<Grosshaus> {
  await legePersonalAn(besitzer);
  const am: Instant = instantAus(Date.now());
  const vorlagen = await zeichneVorlagen({ besitzer, worker, am });
  await mitAkteur(besitzer, { system: 'wartung' }, async (tx) => {
    // Chains, references and append-only hold for what people write; here they would only cost time.
    await tx.execute(sql`set local session_replication_role = replica`);
    await plane(tx, faelle, vorlagen);
    await stelleEin(tx, faelle);
    await kopierePersonen(tx);
    await kopiereFaelle(tx);
    await schreibeTexte(tx);
    await schreibeProtokoll(tx);
    await ergaenze(tx);
    await hausrand(tx);
  });
  await besitzer.drizzle.execute(sql`vacuum (analyze)`);
  const [eigen] = await mitAkteur(besitzer, { system: 'wartung' }, (tx) =>
    tx.execute<Grosshaus['eigen']>(sql`select f.id as fall, f.person_id as person, p.kundennummer from fall f
      join person p on p.id = f.person_id where f.id = ${kennung(`'fall-1'`)}`),
  );
  if (eigen === undefined) throw new Error('Das Haus ist leer');
  return { eigen };
}

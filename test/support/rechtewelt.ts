import { sql } from 'drizzle-orm';
import { v5 as uuidV5 } from 'uuid';
import { KENNUNG } from '../../db/tresor/textschutz.ts';
import { mitAkteur, type Datenbank, type Transaktion } from '../../db/client.ts';
import * as s from '../../db/schema/index.ts';
import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import type { Klasse } from '../../domain/rollen/matrix.ts';
import type { Naehe } from './matrix-1-3.ts';

const RAUM = '5d4f5f7a-6a53-4a0e-9f0b-1f1f0f7c2a01';
export const id = (marke: string): string => uuidV5(marke, RAUM);

const AM = '2026-12-01T08:00:00Z';
const HEUTE = '2026-12-01';
const T1 = id('team-1');
const T2 = id('team-2');

/** Cases of the world and how everybody of team 1 stands to them; closed and stopped ones are as the own one. */
export const FAELLE = {
  eigen: 'eigen',
  geschlossen: 'eigen',
  angehalten: 'eigen',
  vertreten: 'vertreten',
  kollegin: 'team',
  gezogen: 'gezogen',
  fremd: 'fremd',
  // Passed on to `eigen`, and what `geschlossen` was passed on as (TR64).
  vorher: 'vorher',
  nachher: 'nachher',
} as const satisfies Record<string, Naehe>;
export type Fallname = keyof typeof FAELLE;
const FALLNAMEN = Object.keys(FAELLE) as Fallname[];

/** A row with data of a person: its key in its table, the case it belongs to, its class. */
export type Zeile = { tabelle: string; schluessel: string; fall: string; klasse: Klasse };

const kollege = (rolle: Rolle): string => id(`kollege-${rolle}`);
const akteur = (rolle: Rolle) => ({
  mitarbeitende: kollege(rolle),
  vertritt: rolle === 'fm' ? [id('abwesend')] : [],
  am: AM,
});

async function legeHausAn(tx: Transaktion): Promise<void> {
  for (const [teamId, kennzeichen] of [
    [T1, '1'],
    [T2, '2'],
  ] as const)
    await tx.insert(s.team).values({ id: teamId, kennzeichen, art: 'fallmanagement', land: 'HB' });
  const neu = (nr: string, rolle: Rolle, teamId: string): typeof s.mitarbeitende.$inferInsert => ({
    id: nr,
    subjekt: nr,
    anzeigename: `Prüf ${nr.slice(0, 8)}`,
    email: `${nr}@jobcenter.example`,
    rolle,
    teamId,
  });
  await tx
    .insert(s.mitarbeitende)
    .values([
      ...ROLLEN.map((rolle) => neu(kollege(rolle), rolle, T1)),
      neu(id('abwesend'), 'fm', T1),
      neu(id('fm-andere'), 'fm', T1),
      neu(id('fm-fremd'), 'fm', T2),
      neu(id('pap-andere'), 'pap', T1),
    ]);
  for (const rolle of ['tl', 'bereichsleitung', 'controlling', 'koordinator'] as const)
    await tx
      .insert(s.teamverantwortung)
      .values({ id: id(`v-${rolle}`), mitarbeitendeId: kollege(rolle), teamId: T1 });
  await tx.insert(s.abwesenheit).values({
    id: id('weg'),
    mitarbeitendeId: id('abwesend'),
    von: HEUTE,
    bis: HEUTE,
    grund: 'geplant',
    erfasstAm: AM,
    erfasstVon: id('abwesend'),
  });
  await tx.insert(s.vertretungsring).values({
    teamId: T1,
    version: 1,
    mitglieder: [id('abwesend'), kollege('fm'), id('fm-andere')],
    festgelegtAm: AM,
    festgelegtVon: kollege('tl'),
  });
  const gezogen = { faelle: [{ fall: id('fall-gezogen') }], leseBis: HEUTE };
  await tx.execute(sql`insert into vorgang (id, art, zustand, offen, sequenz, team_id, stand)
    values (${T1}, 'team', 'laufend', true, 1, ${T1}, ${JSON.stringify({ art: 'team', stichprobe: gezogen })}::jsonb)`);
}

/** Who is named in a case of the world, by how everybody stands to it. */
function beteiligte(naehe: Naehe): Record<string, string | null> {
  const eigen = naehe === 'eigen';
  const fm: Partial<Record<Naehe, string>> = { eigen: kollege('fm'), vertreten: id('abwesend') };
  const anderswo = ['fremd', 'vorher', 'nachher'].includes(naehe);
  return {
    teamId: anderswo ? T2 : T1,
    fmId: anderswo ? id('fm-fremd') : (fm[naehe] ?? id('fm-andere')),
    papId: eigen ? kollege('pap') : id('pap-andere'),
    externId: eigen ? kollege('fm_extern') : null,
    weitergeleitetAnId: eigen ? kollege('fm_spezial') : null,
  };
}

/** One case with a row of every class in every table; `abgebendId` cannot be two people, so it is said. */
async function legeFallAn(
  tx: Transaktion,
  name: string,
  o: { naehe: Naehe; offen?: boolean; angehalten?: boolean; abgebend?: Rolle },
): Promise<Zeile[]> {
  const fallId = id(`fall-${name}`);
  const personId = id(`person-${name}`);
  const b = beteiligte(o.naehe);
  const von = id('fm-andere');
  const zeilen: Zeile[] = [];
  const merke = (tabelle: string, klasse: Klasse, schluessel: string): string => {
    zeilen.push({ tabelle, klasse, schluessel, fall: name });
    return schluessel;
  };
  await tx.insert(s.person).values({
    id: merke('person', 'K0', personId),
    kundennummer: `KN-${name}`,
    bgNummer: `BG-${name}`,
    name: `Prüfperson ${name}`,
    geburtsdatum: '1990-01-01',
    rechtskreis: 'sgb_ii',
    erwerbsfaehig: true,
    papId: b['papId'] ?? von,
  });
  await tx.execute(sql`insert into fall (id, fallnummer, person_id, zustand, offen, team_id, fm_id, pap_id, extern_id,
      abgebend_id, weitergeleitet_an_id, sequenz, vorgemerkt_am, fallzugang_am, policyversion, stand, angehalten_seit)
    values (${merke('fall', 'K1', fallId)}, ${`F-${name}`}, ${personId}, 'aktiv', ${o.offen ?? true}, ${b['teamId']}, ${b['fmId']},
      ${b['papId']}, ${b['externId']}, ${o.abgebend === undefined ? null : kollege(o.abgebend)}, ${b['weitergeleitetAnId']}, 1, ${HEUTE},
      ${HEUTE}, 'standard', '{}'::jsonb, ${o.angehalten === true ? AM : null})`);
  await tx.execute(sql`insert into begleitperson (id, person_id, rolle, name, kontakt, angelegt_am)
    values (${merke('begleitperson', 'K0', id(`bp-${name}`))}, ${personId}, 'familie', 'Prüfbegleitung', 'Telefon', ${AM})`);
  await tx.execute(sql`insert into profiling (id, person_id, datum, anlass, erstellt_von, erfasst_am)
    values (${merke('profiling', 'K2', id(`pr-${name}`))}, ${personId}, ${HEUTE}, 'erst', ${von}, ${AM})`);
  await tx.execute(sql`insert into neuzugang (person_id, am, grund, erfasst_am, erfasst_von)
    values (${merke('neuzugang', 'K2', personId)}, ${HEUTE}, 'zuzug', ${AM}, ${von})`);
  await tx.execute(sql`insert into handlungsbedarf (id, person_id, schluesselgruppe, bezeichnung, status, erkannt_am, erkannt_von)
    values (${merke('handlungsbedarf', 'K2', id(`hb-${name}`))}, ${personId}, 'rahmenbedingungen', 'Wohnen', 'offen', ${HEUTE}, 'fm')`);
  await tx.execute(sql`insert into handlungsbedarf_verlauf (id, handlungsbedarf_id, status, am, erfasst_am, von)
    values (${merke('handlungsbedarf_verlauf', 'K2', id(`hv-${name}`))}, ${id(`hb-${name}`)}, 'offen', ${HEUTE}, ${AM}, ${von})`);
  await tx.execute(sql`insert into handlungsbedarf_naeheres (handlungsbedarf_id, handlungsfeld, erfasst_am, erfasst_von)
    values (${merke('handlungsbedarf_naeheres', 'K4', id(`hb-${name}`))}, 'wohnraum', ${AM}, ${von})`);
  await tx.execute(sql`insert into eaktenverweis (id, fall_id, nummer, datum, titel, erfasst_am, erfasst_von)
    values (${merke('eaktenverweis', 'K3', id(`ea-${name}`))}, ${fallId}, '4711', ${HEUTE}, 'Bescheid', ${AM}, ${von})`);
  await tx.execute(sql`insert into einwilligung (id, person_id, zweck, datenkategorien, entbundene_stellen, empfaenger, form, erteilt_am, erfasst_am, erfasst_von)
    values (${merke('einwilligung', 'K3', id(`ew-${name}`))}, ${personId}, 'fachdienst', '{}', '{}', 'Fachdienst', 'schriftlich', ${HEUTE}, ${AM}, ${von})`);
  await tx.execute(sql`insert into einwilligung_widerruf (einwilligung_id, widerrufen_am, erfasst_am, erfasst_von)
    values (${merke('einwilligung_widerruf', 'K3', id(`ew-${name}`))}, ${HEUTE}, ${AM}, ${von})`);
  await tx.execute(sql`insert into frist (fall_id, frist_id, vorkommen, beginn, roh, faellig, status, lauf, offen, ruht, herleitung)
    values (${merke('frist', 'K1', fallId)}, 'T-01', 1, ${HEUTE}, ${HEUTE}, ${HEUTE}, 'offen', 'laeuft', true, false, '[]'::jsonb)`);
  await tx.execute(
    sql`insert into eingangsqualitaet (fall_id, festgehalten_am, bild) values (${merke('eingangsqualitaet', 'K2', fallId)}, ${AM}, '{}'::jsonb)`,
  );
  for (const [nr, [art, klasse]] of Object.entries({
    1: ['vormerkung_beantwortet', 'K1'],
    2: ['assessment_eintrag_erfasst', 'K3'],
    3: ['leistung_zugewiesen', 'K5'],
  } as const))
    await tx.execute(sql`insert into fall_ereignis (id, fall_id, sequenz, art, am, befehl_id, daten)
      values (${merke('fall_ereignis', klasse, `e-${name}-${nr}`)}, ${fallId}, ${Number(nr)}, ${art}, ${AM}, ${id(`b-${name}`)}, '{}'::jsonb)`);
  await tx.execute(sql`insert into abgangsbild (ereignis_id, fall_id, festgehalten_am, bild)
    values (${merke('abgangsbild', 'K2', `e-${name}-1`)}, ${fallId}, ${AM}, '{}'::jsonb)`);
  for (const klasse of ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'] as const)
    await tx.execute(sql`insert into dokument (id, fall_id, befehl_id, klasse, feld, text, stand, verfasser_id, erstellt_am)
      values (${merke('dokument', klasse, id(`d-${name}-${klasse}`))}, ${fallId}, ${id(`b-${name}`)}, ${klasse}, 'feld', ${`${KENNUNG}Prüftext`}, 'gueltig', ${von}, ${AM})`);
  await tx.execute(
    sql`insert into rueckmeldung (id, fall_id, leistung, eingegangen_am) values (${merke('rueckmeldung', 'K5', id(`rm-${name}`))}, ${fallId}, 1, ${AM})`,
  );
  await tx.execute(
    sql`insert into protokoll (id, am, aktion, fall_id) values (${merke('protokoll', 'K7', id(`pk-${name}`))}, ${AM}, 'pruefung', ${fallId})`,
  );
  return zeilen;
}

/** A house with one colleague of every role and a case for every way to stand to one. */
export async function baueWelt(besitzer: Datenbank): Promise<Zeile[]> {
  return mitAkteur(besitzer, { system: 'wartung' }, async (tx) => {
    await legeHausAn(tx);
    const zeilen: Zeile[] = [];
    for (const name of FALLNAMEN) {
      const naehe = FAELLE[name];
      const zusatz = { offen: name !== 'geschlossen', angehalten: name === 'angehalten' };
      zeilen.push(...(await legeFallAn(tx, name, { naehe, ...zusatz })));
    }
    for (const [folgt, auf] of [
      ['eigen', 'vorher'],
      ['nachher', 'geschlossen'],
    ] as const)
      await tx.execute(sql`update fall set herkunft = 'weiterleitung', vorgaenger_fall_id = ${id(`fall-${auf}`)}
        where id = ${id(`fall-${folgt}`)}`);
    for (const rolle of ['fm_u25', 'jour_fixe_av'] as const)
      zeilen.push(...(await legeFallAn(tx, `abgegeben-${rolle}`, { naehe: 'team', abgebend: rolle })));
    return zeilen;
  });
}

/** The column that names a row of a table. */
const SCHLUESSEL: Readonly<Record<string, string>> = {
  frist: 'fall_id',
  eingangsqualitaet: 'fall_id',
  abgangsbild: 'ereignis_id',
  einwilligung_widerruf: 'einwilligung_id',
  handlungsbedarf_naeheres: 'handlungsbedarf_id',
  neuzugang: 'person_id',
};

/** Everything a role gets to see of these tables when no query asks for anything: row-level security alone. */
export async function sieht(db: Datenbank, rolle: Rolle, tabellen: readonly string[]): Promise<Set<string>> {
  return mitAkteur(db, akteur(rolle), async (tx) => {
    const gesehen = new Set<string>();
    for (const tabelle of tabellen) {
      const spalte = sql.identifier(SCHLUESSEL[tabelle] ?? 'id');
      const zeilen = await tx.execute<{ k: string }>(
        sql`select ${spalte}::text as k from ${sql.identifier(tabelle)}`,
      );
      for (const { k } of zeilen) gesehen.add(`${tabelle}:${k}`);
    }
    return gesehen;
  });
}

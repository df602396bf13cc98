import { sql, type SQL } from 'drizzle-orm';
import { KENNUNG } from '../../db/tresor/textschutz.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';

/** Marker in every free text of a copied case and its person; found anywhere after the erasure, something was left. */
export const KANARIE = 'Zaunkönig-7140';

type Vorlage = { readonly fallId: string; readonly personId: string; readonly reihe: SQL };

/** Id of a copy: md5 of the old one and the number. */
const neu = (spalte: string): SQL => sql.raw(`md5(${spalte}::text || '-' || n)::uuid`);
const kanarie = sql.raw(`'{"kanarie": "${KANARIE}"}'::jsonb`);
const wort = sql.raw(`'${KANARIE}'`);

/** The person with the whole file. */
function kopienDerPerson({ personId, reihe }: Vorlage): SQL[] {
  return [
    sql`insert into person (id, kundennummer, bg_nummer, name, geburtsdatum, rechtskreis, erwerbsfaehig,
        pap_id, angelegt_am, bevorzugte_sprache)
      select ${neu('id')}, ${wort} || n, ${wort} || n, ${wort} || n, geburtsdatum, rechtskreis, erwerbsfaehig, pap_id,
        angelegt_am, bevorzugte_sprache from person, ${reihe} where id = ${personId}`,
    sql`insert into profiling (id, person_id, datum, profillage, anlass, erstellt_von, erfasst_am)
      select ${neu('id')}, ${neu('person_id')}, datum, profillage, anlass, erstellt_von, erfasst_am
      from profiling, ${reihe} where person_id = ${personId}`,
    sql`insert into begleitperson (id, person_id, rolle, name, kontakt, angelegt_am)
      select ${neu('id')}, ${neu('id')}, 'familie', ${wort}, ${wort}, angelegt_am from person, ${reihe} where id = ${personId}`,
    sql`insert into handlungsbedarf (id, person_id, schluesselgruppe, bezeichnung, status, erkannt_am, erkannt_von)
      select ${neu('id')}, ${neu('id')}, 'rahmenbedingungen', ${wort}, 'abgebaut', '2026-01-01', 'fm'
      from person, ${reihe} where id = ${personId}`,
    sql`insert into handlungsbedarf_verlauf (id, handlungsbedarf_id, status, am, erfasst_am, von)
      select ${neu('id')}, ${neu('id')}, 'abgebaut', '2026-01-01', angelegt_am, pap_id from person, ${reihe} where id = ${personId}`,
    sql`insert into einwilligung (id, person_id, zweck, datenkategorien, entbundene_stellen, empfaenger, form,
        erteilt_am, erfasst_am, erfasst_von)
      select ${neu('id')}, ${neu('id')}, 'fachdienst', '{gesundheit}', '{jobcenter}', ${wort}, 'schriftlich', '2026-01-01',
        angelegt_am, pap_id from person, ${reihe} where id = ${personId}`,
    sql`insert into einwilligung_widerruf (einwilligung_id, widerrufen_am, erfasst_am, erfasst_von)
      select ${neu('id')}, '2026-02-01', angelegt_am, pap_id from person, ${reihe} where id = ${personId}`,
    sql`insert into interessenkonflikt (id, person_id, fm_id, vermerkt_am, vermerkt_von)
      select ${neu('id')}, ${neu('id')}, pap_id, angelegt_am, pap_id from person, ${reihe} where id = ${personId}`,
  ];
}

/** The case with its record, texts, claims and messages. */
function kopienDesFalls({ fallId, personId, reihe }: Vorlage): SQL[] {
  return [
    sql`insert into fall (id, fallnummer, person_id, zustand, offen, neben, team_id, fm_id, pap_id, herkunft,
        sequenz, vorgemerkt_am, hinweise, policyversion, stand)
      select ${neu('id')}, 'F-2020-' || lpad(n::text, 6, '0'), ${neu('person_id')}, zustand, offen, neben, team_id, fm_id,
        pap_id, herkunft, sequenz, vorgemerkt_am, array[${wort}], policyversion, stand || ${kanarie}
      from fall, ${reihe} where id = ${fallId}`,
    sql`insert into fall_ereignis (id, fall_id, sequenz, art, am, akteur, befehl_id, daten)
      select id || '-' || n, ${neu('fall_id')}, sequenz, art, am, akteur, befehl_id || '-' || n, daten || ${kanarie}
      from fall_ereignis, ${reihe} where fall_id = ${fallId}`,
    sql`insert into frist select ${neu('fall_id')}, frist_id, vorkommen, beginn, roh, faellig, status, lauf,
        offen, ruht, herleitung || jsonb_build_array(${kanarie}) from frist, ${reihe} where fall_id = ${fallId}`,
    sql`insert into eingangsqualitaet select ${neu('id')}, angelegt_am, ${kanarie}
      from (select ${fallId}::uuid as id, angelegt_am from person where id = ${personId}) f, ${reihe}`,
    sql`insert into abgangsbild (ereignis_id, fall_id, festgehalten_am, bild)
      select max(id) || '-' || n, ${neu('fall_id')}, max(am), ${kanarie}
      from fall_ereignis, ${reihe} where fall_id = ${fallId} group by fall_id, n`,
    sql`insert into dokument (id, fall_id, befehl_id, klasse, feld, text, stand, verfasser_id, erstellt_am)
      select ${neu('id')}, ${neu('fall_id')}, ${neu('befehl_id')}, 'K4', feld, ${KENNUNG} || ${wort}, 'gueltig', verfasser_id, erstellt_am
      from dokument, ${reihe} where fall_id = ${fallId}`,
    sql`insert into befehl (akteur_id, schluessel, befehl_id, route, pruefsumme, fall_id, fallnummer, at, status, antwort)
      select p.pap_id, ${neu('f.id')}, ${neu('f.id')}, 'x', 'x', ${neu('f.id')}, ${wort}, p.angelegt_am, 200, ${kanarie}
      from fall f join person p on p.id = f.person_id, ${reihe} where f.id = ${fallId}`,
    sql`insert into sonderzugriff (id, art, mitarbeitende_id, fall_id, grund, von, bis)
      select ${neu('f.id')}, 'notzugriff', p.pap_id, ${neu('f.id')}, ${wort}, p.angelegt_am, p.angelegt_am
      from fall f join person p on p.id = f.person_id, ${reihe} where f.id = ${fallId}`,
    sql`insert into eingang (id, fall_id, ereignis_id, an_rolle, an_person, team_id, anlass, stufe, am)
      select ${neu('id')}, ${neu('fall_id')}, ereignis_id, an_rolle, an_person, team_id, ${wort}, stufe, am
      from eingang, ${reihe} where fall_id = ${fallId}`,
    sql`insert into ausgang (id, fall_id, art, eingang_id, empfaenger, erstellt_am, zugestellt_am, letzter_fehler)
      select ${neu('id')}, ${neu('fall_id')}, art, ${neu('eingang_id')}, empfaenger, erstellt_am, coalesce(zugestellt_am, erstellt_am),
        ${wort} from ausgang, ${reihe} where fall_id = ${fallId}`,
  ];
}

/** What the erasure itself keeps about a case. */
function kopienDerLoeschakte({ fallId, reihe }: Vorlage): SQL[] {
  return [
    sql`insert into loeschsperre (id, fall_id, grund, gesetzt_am, gesetzt_von, aufgehoben_am, aufgehoben_von, aufhebungsgrund)
      select ${neu('f.id')}, ${neu('f.id')}, ${wort}, p.angelegt_am, p.pap_id, p.angelegt_am, p.pap_id, ${wort}
      from fall f join person p on p.id = f.person_id, ${reihe} where f.id = ${fallId}`,
    sql`insert into loeschantrag (id, fall_id, grund, beantragt_am, beantragt_von, zurueckgenommen_am)
      select ${neu('f.id')}, ${neu('f.id')}, ${wort}, p.angelegt_am, p.pap_id, p.angelegt_am
      from fall f join person p on p.id = f.person_id, ${reihe} where f.id = ${fallId}`,
    sql`insert into bedarfspruefung (id, fall_id, anlass, faellig_am, erstellt_am)
      select ${neu('f.id')}, ${neu('f.id')}, 'fallabgang', '2026-01-01', p.angelegt_am
      from fall f join person p on p.id = f.person_id, ${reihe} where f.id = ${fallId}`,
    sql`insert into bedarfsentscheidung (pruefung_id, dokument_id, entscheidung, grund)
      select ${neu('id')}, ${neu('id')}, 'behalten', ${wort} from fall, ${reihe} where id = ${fallId}`,
    sql`insert into bestreitung (id, fall_id, dokument_id, stellungnahme_id, klasse, stand, erfasst_am, erfasst_von, grund)
      select ${neu('f.id')}, ${neu('f.id')}, ${neu('f.id')}, ${neu('f.id')}, 'K3', 'abgelehnt', p.angelegt_am, p.pap_id, ${wort}
      from fall f join person p on p.id = f.person_id, ${reihe} where f.id = ${fallId}`,
  ];
}

/**
 * Copies a case and its person with all their rows, each copy under ids of its own and with the marker in every field
 * that holds words: what workflows would take hours to make.
 */
export async function kopiereFall(
  db: Datenbank,
  vorlage: Omit<Vorlage, 'reihe'>,
  anzahl: number,
): Promise<void> {
  const mitReihe = { ...vorlage, reihe: sql`generate_series(1, ${anzahl}::int) n` };
  await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    for (const kopien of [kopienDerPerson, kopienDesFalls, kopienDerLoeschakte])
      for (const kopie of kopien(mitReihe)) await tx.execute(kopie);
  });
}

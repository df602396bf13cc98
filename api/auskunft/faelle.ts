import { randomUUID } from 'node:crypto';
import * as ablage from '../../db/auskunft.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { entsiegle, type Schutztext } from '../../db/tresor/textschutz.ts';
import type { Tresor } from '../../db/tresor/tresor.ts';
import { klartext } from '../../domain/klartext.ts';
import { DATENARTEN } from '../../domain/loeschung/konzept.ts';
import { DATENKLASSEN, recht, type Datenklasse, type Klasse } from '../../domain/rollen/matrix.ts';
import { ohneKennung, ROLLENNAMEN } from '../../domain/rollen/namen.ts';
import type { Auskunft, Auskunftsabschnitt, Auskunftsantwort } from './formen.ts';
import { auskunftsdokument } from './dokument.ts';
import { abschnittVon, HINWEISE } from './worte.ts';
import { wertartDerSpalte } from './wertarten.ts';
import { gehalten } from '../kern/einsicht.ts';
import { warum } from '../leseprotokoll/faelle.ts';
import { umfangFuer, type Fallverweis } from './umfang.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

type Tabellen = readonly ablage.Auskunftstabelle[];

/** Texts as they were written, without drafts and without what the reader may not see. */
async function geoeffnet(
  { tabelle, zeilen }: ablage.Auskunftstabelle,
  { tresor, darf }: { readonly tresor: Tresor; readonly darf: ReadonlySet<unknown> },
): Promise<ablage.Auskunftstabelle> {
  const lesbare = zeilen.filter(({ klasse }) => klasse === undefined || darf.has(klasse));
  if (tabelle !== 'dokument') return { tabelle, zeilen: lesbare };
  const texte = lesbare.filter(({ stand }) => stand === 'gueltig') as unknown as Schutztext[];
  return { tabelle, zeilen: await entsiegle(tresor, texte) };
}

/** Staff by role instead of name (EuGH C-579/21), providers by name: an id says nothing to the person. */
function benannt(wert: unknown, namen: ReadonlyMap<string, string>): unknown {
  if (typeof wert === 'string') return namen.get(wert) ?? wert;
  if (typeof wert !== 'object' || wert === null) return wert;
  if (Array.isArray(wert)) return wert.map((teil) => benannt(teil, namen));
  return Object.fromEntries(Object.entries(wert).map(([name, teil]) => [name, benannt(teil, namen)]));
}

/** A row with names where ids stand; what somebody wrote stays, even if it looks like an id. */
function benannteZeile(tabelle: string, zeile: ablage.Auskunftszeile, namen: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    Object.entries(zeile).map(([spalte, wert]) => {
      const art = wertartDerSpalte(tabelle, spalte);
      return [spalte, art === 'kennung' || art === 'angaben' ? benannt(wert, namen) : wert];
    }),
  );
}

/** The rows by Datenart, in the order of the Löschkonzept; what may not be told by this reader is named. */
function geordnet(
  tabellen: Tabellen,
  { darf, namen: alle }: { readonly darf: ReadonlySet<string>; readonly namen: ReadonlyMap<string, string> },
): { readonly datenarten: Auskunftsabschnitt[]; readonly verschwiegen: string[] } {
  const datenarten: Auskunftsabschnitt[] = [];
  const verschwiegen: string[] = [];
  for (const art of DATENARTEN) {
    const eigene = art.tabellen.flatMap((tabelle) => {
      const zeilen = tabellen.filter((t) => t.tabelle === tabelle).flatMap((t) => t.zeilen);
      const eintraege = zeilen.map((zeile) => benannteZeile(tabelle, zeile, alle));
      return eintraege.length === 0 ? [] : [{ tabelle, eintraege }];
    });
    if (eigene.length === 0) continue;
    const erlaubt = art.tabellen.includes('dokument') || art.klassen.every((klasse) => darf.has(klasse));
    if (erlaubt) datenarten.push(abschnittVon(art, eigene));
    else verschwiegen.push(art.name);
  }
  return { datenarten, verschwiegen };
}

/** What is told, for the log: the classes of texts and events, and of tables that hold one class. */
function klassenIn(datenarten: readonly Auskunftsabschnitt[]): Datenklasse[] {
  const ohneTexte = datenarten.filter(({ tabellen }) =>
    tabellen.every(({ tabelle }) => tabelle !== 'dokument'),
  );
  const fest = ohneTexte.flatMap(({ klassen }) => DATENKLASSEN.filter((k) => klassen.includes(k)));
  return gehalten(datenarten, fest);
}

async function spuren(
  tx: Transaktion,
  personId: string,
  eigene: readonly Fallverweis[],
): Promise<Auskunft['protokoll']> {
  const zeilen = await ablage.liesSpuren(
    tx,
    personId,
    eigene.map(({ id }) => id),
  );
  return zeilen.map(({ am, aktion, rolle, klassen, ...rest }) => ({
    am,
    rolle: rolle === null ? null : ohneKennung(ROLLENNAMEN[rolle]),
    was: klartext(aktion),
    klassen: [...(klassen ?? [])],
    warum: warum(rest),
  }));
}

/** Names for the ids in the rows, and which of them received something. */
async function namen(
  tx: Transaktion,
): Promise<{ alle: Map<string, string>; erbringer: Map<string, string> }> {
  const { personal, erbringer: einrichtungen } = await ablage.liesBenennungen(tx);
  const erbringer = new Map(einrichtungen.map(({ id, name }) => [id, name]));
  const rollen = personal.map(({ id, rolle }) => [id, ohneKennung(ROLLENNAMEN[rolle])] as const);
  return { alle: new Map([...rollen, ...erbringer]), erbringer };
}

function empfaengerIn(tabellen: Tabellen, erbringer: ReadonlyMap<string, string>): string[] {
  const zeilen = tabellen.flatMap((t) => t.zeilen);
  const text = JSON.stringify(zeilen);
  const genannte = [...erbringer].filter(([id]) => text.includes(id)).map(([, name]) => name);
  const stellen = zeilen.flatMap(({ empfaenger, zweck }) =>
    zweck === undefined ? [] : [String(empfaenger)],
  );
  const extern = zeilen.some(({ externId }) => typeof externId === 'string')
    ? ['Externes Fallmanagement']
    : [];
  return [...new Set([...genannte, ...stellen, ...extern])].sort();
}

/** DS-33, Art. 15 DSGVO: all that is kept about a person, in one look that is on record. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export function auskunft(umgebung: Umgebung, konto: Konto, personId: string): Promise<Auskunftsantwort> {
  const { db, uhr, tresor } = umgebung;
  const am = uhr.jetzt();
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { beziehung, grund, eigene, andere } = await umfangFuer(tx, konto, personId);
    // The log of the person is theirs to have, whoever tells it (K7).
    const darf = new Set<Klasse>([...recht(konto.rolle, beziehung).liest, 'K7']);
    const roh = await ablage.liesAuskunft(tx, 'person', personId);
    for (const { id } of eigene) roh.push(...(await ablage.liesAuskunft(tx, 'fall', id)));
    const tabellen: ablage.Auskunftstabelle[] = [];
    for (const tabelle of roh) tabellen.push(await geoeffnet(tabelle, { tresor, darf }));
    const { alle, erbringer } = await namen(tx);
    const { datenarten, verschwiegen } = geordnet(tabellen, { darf, namen: alle });
    const klassen = klassenIn(datenarten);
    const vermerk = {
      am,
      akteurId: konto.id,
      personId,
      aktion: 'auskunft_erteilt',
      rechtsgrundlage: 'Art. 15 DSGVO, § 83 SGB X',
      grund,
      klassen,
    };
    // In the log of each case that was told; of a person without one in that of the person.
    const erzaehlte = eigene.length === 0 ? [{}] : eigene.map(({ id: fallId }) => ({ fallId }));
    await protokolliere(
      tx,
      erzaehlte.map((wo) => ({ ...vermerk, ...wo, id: randomUUID() })),
    );
    const inhalt: Auskunft = {
      erstelltAm: am,
      rechtsgrundlage: 'Art. 15 DSGVO und § 83 SGB X',
      hinweise: HINWEISE,
      empfaenger: empfaengerIn(tabellen, erbringer),
      datenarten,
      protokoll: await spuren(tx, personId, eigene),
      nichtEnthalten: [
        ...andere.map(({ fallnummer }) => `Fall ${fallnummer}: Auskunft gibt, wer ihn führt`),
        ...verschwiegen.map(
          (name) =>
            `${name}: Auskunft gibt das Jobcenter gesondert, weil die Ansprechperson es nicht lesen darf`,
        ),
      ],
    };
    return { auskunft: inhalt, dokument: auskunftsdokument(inhalt) };
  });
}

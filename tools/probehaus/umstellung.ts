import { nebeneinander } from '../../activities/nebeneinander.ts';
import { migrationNeu } from '../../api/policy/formen.ts';
import { entwerfePolicy, gibPolicyFrei } from '../../api/policy/faelle.ts';
import {
  fuehreMigrationAus,
  policymigration,
  schaueMigrationVor,
} from '../../api/policy/migrationsfaelle.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import type { Migrationsansicht } from '../../api/policy/formen.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { frist } from '../../db/schema/index.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { instantAus, ortstag } from '../../domain/frist/zeitzone.ts';
import type { Pruefapi } from './api.ts';
import { uebernahme } from './befehle.ts';
import { legePersonAn, PERSONAL } from './stammdaten.ts';
import { eroeffne, type Stand } from './stand.ts';
import { neuerSchluessel } from './schluessel.ts';

const GLEICHZEITIG = 8;
const jetzt = (): string => instantAus(Date.now());

/** A running case whose Überprüfung was done at different distances from its half-year, so that each moves by its own days. */
function laufenderFall(personId: string, nummer: number): Befehl {
  const heute = ortstag(jetzt());
  const zugang = plusTage(heute, -200 - (nummer % 30));
  return uebernahme(
    jetzt(),
    { personId, fallnummer: `F-2026-${String(30_000 + nummer)}`, zugang },
    {
      vereinbarungenAm: [plusTage(heute, -30)],
      kontakteAm: [plusTage(heute, -3)],
      ueberpruefungenAm: [plusTage(zugang, 170 + (nummer % 10))],
      feedbackAm: plusTage(zugang, 80),
    },
  );
}

export async function legeLaufendeFaelleAn({ db, client }: Stand, anzahl: number): Promise<void> {
  await nebeneinander([...Array(anzahl).keys()], GLEICHZEITIG, async (nummer) => {
    const person = await legePersonAn(db, `umstellung-${nummer}`);
    await eroeffne(client, randomUUID(), laufenderFall(person, nummer));
  });
}

type Fristtage = ReadonlyMap<string, string>;
const schluessel = (fall: string, id: string, vorkommen: number): string => `${fall}/${id}/${vorkommen}`;

/** Due day and state of every duty of every case. */
export async function liesFristtage(db: Datenbank): Promise<Fristtage> {
  const zeilen = await mitAkteur(db, { system: 'wartung' }, (tx) => tx.select().from(frist));
  return new Map(
    zeilen.map((z) => [
      schluessel(z.vorgangId, z.fristId, z.vorkommen),
      `${z.faellig} ${z.offen ? 'offen' : z.status}`,
    ]),
  );
}

type Vorgaenge = Migrationsansicht['vorgaenge']['eintraege'];

/** What moved although nobody was shown it, and what did not move although it was: empty when both agree. */
export function abweichungen(vorher: Fristtage, nachher: Fristtage, vorschau: Vorgaenge): string[] {
  const erwartet = new Map(vorher);
  for (const { id, bewegungen } of vorschau)
    for (const b of bewegungen)
      erwartet.set(schluessel(id, b.frist, b.vorkommen), `${b.faellig} ${b.ende ?? 'offen'}`);
  const alle = new Set([...erwartet.keys(), ...nachher.keys()]);
  return [...alle].filter((frage) => erwartet.get(frage) !== nachher.get(frage));
}

export type Auftrag = { readonly id: string; readonly vorschau: Vorgaenge };
type Amt = Pick<Pruefapi, 'umgebung' | 'konto'>;

/** The whole of a migration as previewed: its numbers and every Vorgang. */
export async function liesUmstellung({ umgebung, konto }: Amt, id: string): Promise<Migrationsansicht> {
  return policymigration(umgebung, await konto(PERSONAL.bereichsleitung), { id, limit: 100_000, offset: 0 });
}

/** Drafts, approves and previews a version that counts reviews from the last one. */
export async function schaueVor(amt: Amt): Promise<Auftrag> {
  const { umgebung, konto } = amt;
  const [tl, bl] = await Promise.all([konto(PERSONAL.tl), konto(PERSONAL.bereichsleitung)]);
  const name = 'rollierend';
  await entwerfePolicy(umgebung, tl, {
    schluessel: neuerSchluessel(),
    rumpf: {
      name,
      gueltigAb: ortstag(jetzt()),
      basis: 'standard',
      aenderungen: { 'POL-REVIEW': { art: 'rollierend' } },
      begruendung: 'Beschluss',
    },
  });
  await gibPolicyFrei(umgebung, bl, { name, schluessel: neuerSchluessel() });
  const { id } = await schaueMigrationVor(umgebung, bl, {
    name,
    schluessel: neuerSchluessel(),
    rumpf: migrationNeu.parse({}),
  });
  return { id, vorschau: (await liesUmstellung(amt, id)).vorgaenge.eintraege };
}

export async function fuehreAus({ umgebung, konto }: Amt, id: string): Promise<void> {
  await fuehreMigrationAus(umgebung, await konto(PERSONAL.bereichsleitung), {
    id,
    schluessel: neuerSchluessel(),
  });
}

/** Waits until so many Vorgänge were moved. @throws when that takes too long */
export async function warteAufUmgestellte(amt: Amt, id: string, mindestens: number): Promise<void> {
  const ende = Date.now() + 300_000;
  for (;;) {
    const { umgestellt, abweichend } = (await liesUmstellung(amt, id)).zahlen;
    if (umgestellt + abweichend >= mindestens) return;
    if (Date.now() > ende) throw new Error(`Erst ${umgestellt} von ${mindestens} Vorgängen sind umgestellt`);
    await warte(200);
  }
}

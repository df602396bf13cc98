import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { v5 as uuidV5 } from 'uuid';
import { liesFallnummern } from '../../db/akte.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { gueltigAbVon, verwendbarePolicy } from '../../db/policy.ts';
import * as ablage from '../../db/policymigration.ts';
import { alsSystem } from '../../db/systemzugriff.ts';
import { versionsname } from '../../domain/policy/wahl.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';
import { bewegungenAus, type Fristbewegung } from '../../domain/vorgang/policyvorschau.ts';
import type { MigrationNeu, Migrationsansicht } from './formen.ts';
import type { Seitenwahl } from '../kern/seiten.ts';
import { Absage, nichtGefunden } from '../kern/absage.ts';
import type { Schluessel } from '../kern/schluessel.ts';
import { einmalig, vermerke, type Schreiben } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

type Angelegt = { readonly id: string; readonly vorgaenge: number; readonly bewegungen: number };

function zaehle(schritte: readonly Pick<ablage.Umstellung, 'vorschau'>[]): Omit<Angelegt, 'id'> {
  const bewegungen = schritte.reduce((summe, { vorschau }) => summe + vorschau.bewegungen.length, 0);
  return { vorgaenge: schritte.length, bewegungen };
}

/** Which Fristen of which running cases another version would move; nothing moves yet (E48, AC-94). */
export function schaueMigrationVor(
  umgebung: Umgebung,
  konto: Konto,
  { name, schluessel, rumpf: umfang }: { readonly name: string } & Schreiben<MigrationNeu>,
): Promise<Angelegt> {
  // A preview of all is told as it was before there was a choice, so that its key stays what it was.
  const alles = umfang.teams === null && umfang.arten === null;
  const was = { ort: name, schluessel, rumpf: alles ? null : umfang };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const wahl = await verwendbarePolicy(tx, name);
    if (wahl === null) throw new Absage('ZUSTAND', 'Diese Version ist nicht freigegeben.', { regel: 'E48' });
    const id = randomUUID();
    const umstellungen = await ablage.liesUmstellungen(tx, { policy: wahl, at: am, umfang });
    const schritte = umstellungen.map((umstellung, stelle) => ({
      ...umstellung,
      id: uuidV5(umstellung.vorgangId, id),
      migrationId: id,
      nummer: stelle + 1,
    }));
    await ablage.speichereMigration(tx, { id, wahl, umfang, von: konto.id, am }, schritte);
    await vermerke(tx, konto, {
      am,
      aktion: 'policymigration_vorgeschaut',
      gegenstand: `policymigration:${id}`,
    });
    return { id, ...zaehle(schritte) };
  });
}

const UEBERHOLT =
  'Seit der Vorschau hat sich in den Fällen etwas geändert; bitte eine neue Vorschau erstellen.';

/** Orders what was previewed, if it is still what would happen. Each Vorgang hears of it through the outbox. */
export function fuehreMigrationAus(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel }: { readonly id: string; readonly schluessel: Schluessel },
): Promise<Angelegt> {
  const was = { ort: id, schluessel, rumpf: null };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const migration = await ablage.liesMigration(tx, id);
    if (migration === null) throw nichtGefunden('Diese Umstellung');
    const ab = await gueltigAbVon(tx, versionsname(migration.wahl));
    if (ab !== null && ab > ortstag(am)) {
      throw new Absage('REGEL', 'Diese Version gilt noch nicht; umgestellt wird frühestens an ihrem Tag.', {
        regel: 'E48',
      });
    }
    if (!(await ablage.erteileAuftrag(tx, { migrationId: id, von: konto.id, am })))
      throw new Absage('ZUSTAND', 'Diese Umstellung ist schon ausgeführt.', { regel: 'E48' });
    const schritte = await ablage.liesSchritte(tx, id);
    const jetzt = await ablage.liesUmstellungen(tx, {
      policy: migration.wahl,
      at: am,
      umfang: migration.umfang,
    });
    const vorgeschaut = schritte.map(({ art, vorgangId, vorher, vorschau }) => ({
      art,
      vorgangId,
      vorher,
      vorschau,
    }));
    if (!isDeepStrictEqual(jetzt, vorgeschaut)) throw new Absage('VERALTET', UEBERHOLT, { regel: 'V-75' });
    await ablage.kuendigeUmstellungAn(tx, schritte, am);
    await vermerke(tx, konto, {
      am,
      aktion: 'policymigration_ausgefuehrt',
      gegenstand: `policymigration:${id}`,
    });
    return { id, ...zaehle(schritte) };
  });
}

const ohneVorher = ({ frist, vorkommen, faellig, ende }: Fristbewegung): unknown => [
  frist,
  vorkommen,
  faellig,
  ende,
];

/** Did the step move what the preview had shown? */
function standVon(
  { vorschau }: Pick<ablage.Umstellung, 'vorschau'>,
  ereignisse: readonly AllgemeinesEreignis[] | undefined,
): 'offen' | 'umgestellt' | 'abweichend' {
  if (ereignisse === undefined) return 'offen';
  const bewegt = bewegungenAus([], ereignisse).map(ohneVorher);
  return isDeepStrictEqual(bewegt, vorschau.bewegungen.map(ohneVorher)) ? 'umgestellt' : 'abweichend';
}

type Vorgaenge = Migrationsansicht['vorgaenge']['eintraege'];

async function vorgaenge(
  tx: Transaktion,
  schritte: Awaited<ReturnType<typeof ablage.liesSchritte>>,
  ausgefuehrt: boolean,
): Promise<Vorgaenge> {
  const wirkungen = await ablage.liesWirkungen(tx, schritte);
  const ids = schritte.map(({ vorgangId }) => vorgangId);
  const nummern = await alsSystem(tx, 'umstellung', () => liesFallnummern(tx, ids));
  return schritte.map(({ id, art, vorgangId, vorher, vorschau }) => ({
    art,
    id: vorgangId,
    fallnummer: nummern.get(vorgangId) ?? null,
    vorher,
    zustand: vorschau.zustand,
    stand: ausgefuehrt ? standVon({ vorschau }, wirkungen.get(id)) : ('vorgeschaut' as const),
    bewegungen: [...vorschau.bewegungen],
  }));
}

/** A migration, previewed or under way: what each Vorgang was to do and has done. */
export function policymigration(
  { db }: Umgebung,
  konto: Konto,
  { id, limit, offset }: { readonly id: string } & Seitenwahl,
): Promise<Migrationsansicht> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const migration = await ablage.liesMigration(tx, id);
    if (migration === null) throw nichtGefunden('Diese Umstellung');
    const { wahl, umfang, von, am, ausgefuehrtAm } = migration;
    const alle = await vorgaenge(tx, await ablage.liesSchritte(tx, id), ausgefuehrtAm !== null);
    const zahl = (stand: Vorgaenge[number]['stand']): number => alle.filter((v) => v.stand === stand).length;
    return {
      id,
      policy: versionsname(wahl),
      umfang: { teams: umfang.teams && [...umfang.teams], arten: umfang.arten && [...umfang.arten] },
      von,
      am,
      ausgefuehrtAm,
      zahlen: {
        vorgaenge: alle.length,
        bewegungen: alle.reduce((summe, { bewegungen }) => summe + bewegungen.length, 0),
        offen: zahl('offen'),
        umgestellt: zahl('umgestellt'),
        abweichend: zahl('abweichend'),
      },
      vorgaenge: { eintraege: alle.slice(offset, offset + limit), gesamt: alle.length, limit, offset },
    };
  });
}

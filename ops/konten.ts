import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { mitAkteur, oeffneDatenbank, type Datenbank, type Transaktion } from '../db/client.ts';
import { migriere } from '../db/migrate.ts';
import * as ablage from '../db/personal.ts';
import { protokolliere } from '../db/protokoll.ts';
import { kuendigeOrganisationAn } from '../db/team.ts';
import { LAENDER } from '../domain/frist/laender.ts';
import { instantAus, type Instant } from '../domain/frist/zeitzone.ts';
import type { Arbeit, Unterbefehl } from './aufruf.ts';
import { BedienFehler } from './bedienfehler.ts';
import type { Env } from '../transport/env.ts';

const WARTUNG = { system: 'wartung' } as const;

/** As long as a login may be; the same bounds as at the API. */
const subjekt = z.string().trim().min(1).max(255);

/** What names the first account: a team, and the Bereichsleitung that sets up everything else over the API. */
const erstesKonto = z.strictObject({
  team: z.string().trim().min(1).max(20),
  art: z.enum(['fallmanagement', 'vermittlung']).default('fallmanagement'),
  land: z.enum(LAENDER),
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u),
  email: z.email().max(200),
  subjekt,
});
type ErstesKonto = z.output<typeof erstesKonto>;

const einmal = (was: readonly string[]): boolean => new Set(was).size === was.length;
const wechsel = z
  .array(z.strictObject({ alt: subjekt, neu: subjekt }))
  .min(1)
  .refine((paare) => einmal(paare.map(({ alt }) => alt)), 'Eine alte Kennung steht zweimal da')
  .refine((paare) => einmal(paare.map(({ neu }) => neu)), 'Eine neue Kennung steht zweimal da');

/** Accounts are written with the login of the owner, who may give any right: no process has it. */
async function mitBesitzer(env: Env, arbeit: (db: Datenbank) => Promise<number>): Promise<number> {
  const besitzer = env['DATABASE_MIGRATION_URL'];
  if (besitzer === undefined || besitzer === '')
    throw new BedienFehler(
      'Konten legt von der Kommandozeile nur der Eigentümer der Datenbank an.',
      'Setzen Sie DATABASE_MIGRATION_URL.',
    );
  await migriere(besitzer);
  const db = oeffneDatenbank(besitzer, 2);
  try {
    return await arbeit(db);
  } finally {
    await db.schliesse();
  }
}

const vermerke = (tx: Transaktion, am: Instant, wer: { aktion: string; id: string }): Promise<void> =>
  protokolliere(tx, [{ id: randomUUID(), am, aktion: wer.aktion, gegenstand: `mitarbeitende:${wer.id}` }]);

async function legeErstesKontoAn(tx: Transaktion, neu: ErstesKonto, am: Instant): Promise<string> {
  if (await ablage.gibtBereichsleitung(tx))
    throw new BedienFehler(
      'Es gibt schon eine Bereichsleitung; sie legt weitere Konten an.',
      'Hat sich nur ihre Kennung geändert, nehmen Sie `npm run ops -- subjekte <Datei>`.',
    );
  const { team: kennzeichen, art, land, name: anzeigename, email, subjekt } = neu;
  const teamId = randomUUID();
  const id = randomUUID();
  const rolle = 'bereichsleitung';
  if (!(await ablage.legeTeamAn(tx, { id: teamId, kennzeichen, art, land })))
    throw new BedienFehler(
      `Das Team ${kennzeichen} gibt es schon.`,
      'Nehmen Sie ein anderes Organisationszeichen.',
    );
  if (!(await ablage.legeMitarbeitendeAn(tx, { id, subjekt, anzeigename, email, rolle, teamId })))
    throw new BedienFehler('Diese Kennung gehört schon zu einem Konto.', 'Prüfen Sie die Angabe subjekt.');
  await ablage.setzeVerantwortung(tx, id, [teamId]);
  await kuendigeOrganisationAn(tx, am);
  await vermerke(tx, am, { aktion: 'erstes_konto_angelegt', id });
  return id;
}

/** `erstes-konto`: of an empty house (docs/erste-anmeldung.md). */
const erstesKontoAnlegen =
  (neu: ErstesKonto): Arbeit =>
  (env) =>
    mitBesitzer(env, async (db) => {
      const am = instantAus(Date.now());
      const id = await mitAkteur(db, WARTUNG, (tx) => legeErstesKontoAn(tx, neu, am));
      console.log(`Konto ${id} ist angelegt: Bereichsleitung, verantwortlich für das Team ${neu.team}.`);
      return 0;
    });

/** A line `alt;neu` each; a first line that names the columns is passed over. */
function liesPaare(text: string): z.output<typeof wechsel> {
  const zeilen = text
    .split(/\r?\n/u)
    .map((zeile) => zeile.trim())
    .filter((zeile) => zeile !== '' && zeile !== 'alt;neu');
  const gelesen = wechsel.safeParse(
    zeilen.map((zeile) => {
      const [alt, neu, ...rest] = zeile.split(';').map((teil) => teil.trim());
      return rest.length > 0 ? {} : { alt, neu };
    }),
  );
  if (gelesen.success) return gelesen.data;
  const [erstes] = gelesen.error.issues;
  const wo = typeof erstes?.path[0] === 'number' ? `Zeile ${String(erstes.path[0] + 1)}` : erstes?.message;
  throw new BedienFehler(
    `Die Datei ist nicht lesbar (${wo ?? 'leer'}).`,
    'Jede Zeile nennt die alte und die neue Kennung, durch Semikolon getrennt.',
  );
}

async function wechsle(tx: Transaktion, paare: z.output<typeof wechsel>, am: Instant): Promise<void> {
  const konten = new Map(
    await Promise.all(
      paare.map(async ({ alt, neu }) => [neu, await ablage.kontoMitSubjekt(tx, alt)] as const),
    ),
  );
  const unbekannt = [...konten.values()].filter((id) => id === null).length;
  if (unbekannt > 0)
    throw new BedienFehler(
      `Zu ${String(unbekannt)} der alten Kennungen gibt es kein Konto; geändert ist nichts.`,
      'Prüfen Sie die Datei.',
    );
  // First out of the way, so that two colleagues may change places.
  for (const id of konten.values()) await ablage.setzeSubjekt(tx, id ?? '', `wechsel:${randomUUID()}`);
  for (const [neu, id] of konten) {
    if (!(await ablage.setzeSubjekt(tx, id ?? '', neu)))
      throw new BedienFehler(
        'Eine neue Kennung gehört schon zu einem anderen Konto; geändert ist nichts.',
        'Prüfen Sie die Datei.',
      );
    await vermerke(tx, am, { aktion: 'anmeldung_geaendert', id: id ?? '' });
  }
}

/** `subjekte`: another identity provider, or other names there; all of the file or nothing. */
const subjekteWechseln =
  (datei: string): Arbeit =>
  (env) =>
    mitBesitzer(env, async (db) => {
      const text = await readFile(datei, 'utf8').catch((cause: unknown) => {
        throw new BedienFehler(`Die Datei ${datei} lässt sich nicht lesen.`, 'Prüfen Sie den Pfad.', {
          cause,
        });
      });
      const paare = liesPaare(text);
      await mitAkteur(db, WARTUNG, (tx) => wechsle(tx, paare, instantAus(Date.now())));
      console.log(`${String(paare.length)} Kennungen sind geändert; die alten melden niemanden mehr an.`);
      return 0;
    });

const liesErstesKonto: Unterbefehl['lies'] = ({ rest, freigeben, alle }) => {
  const paare = rest.map((angabe) => /^(?<name>[a-z]+)=(?<wert>.*)$/su.exec(angabe)?.groups);
  const angaben = Object.fromEntries(paare.map((paar) => [paar?.['name'] ?? '', paar?.['wert']]));
  const neu = erstesKonto.safeParse(angaben);
  return neu.success && !freigeben && !alle && paare.length === Object.keys(angaben).length
    ? erstesKontoAnlegen(neu.data)
    : null;
};

/** Accounts from a shell: what an empty house, or one with another identity provider, cannot do over the API. */
export const KONTENBEFEHLE = {
  'erstes-konto': {
    angaben: '<Angabe=…> …',
    zeile: 'legt in einem leeren Haus die Bereichsleitung an; Angaben: team, land, name, email, subjekt, art',
    lies: liesErstesKonto,
  },
  subjekte: {
    angaben: '<Datei>',
    zeile: 'ändert Kennungen der Anmeldung, je Zeile alt;neu, etwa nach einem Wechsel des Anmeldedienstes',
    lies: ({ rest: [datei, ...mehr], freigeben, alle }) =>
      datei === undefined || mehr.length > 0 || freigeben || alle ? null : subjekteWechseln(datei),
  },
} as const satisfies Readonly<Record<string, Unterbefehl>>;

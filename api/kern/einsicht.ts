import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { protokolliere } from '../../db/protokoll.ts';
import { istVorhanden } from '../../db/vorhanden.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { EREIGNISKLASSEN } from '../../domain/rollen/ereignisklassen.ts';
import { DATENKLASSEN, GESCHUETZT, recht, type Datenklasse } from '../../domain/rollen/matrix.ts';
import { Absage } from './absage.ts';
import { VERTRAULICHE_FRIST } from './akteneinsicht.ts';
import { zugriffAuf, type Lesegrund, type Zugriff } from './fallzugriff.ts';
import { akteurVon, type Konto, type Umgebung } from './umgebung.ts';

type Feld = readonly [name: string, wert: unknown];

/** What one field of an answer gives away: the class of a text, an event by its kind, the services of a case (DS-01). */
function klasseVon([name, wert]: Feld): string | undefined {
  if (name === 'klasse') return String(wert);
  if (name === 'art' || name === 'durch') return EREIGNISKLASSEN.get(String(wert));
  // What is worked on, as the Fallblatt says it.
  if (name === 'planung' && wert !== null) return 'K3';
  return name === 'leistungen' && Array.isArray(wert) && wert.length > 0 ? 'K5' : undefined;
}

/** T-12 says from which documents it follows. */
function zeigtHerleitung(knoten: object): boolean {
  if (!('id' in knoten) || knoten.id !== VERTRAULICHE_FRIST || !('herleitung' in knoten)) return false;
  return Array.isArray(knoten.herleitung) && knoten.herleitung.length > 0;
}

function sammle(knoten: unknown, funde: Set<string>): void {
  if (typeof knoten !== 'object' || knoten === null) return;
  if (zeigtHerleitung(knoten)) funde.add('K5');
  for (const feld of Object.entries(knoten)) {
    const klasse = klasseVon(feld);
    if (klasse !== undefined) funde.add(klasse);
    sammle(feld[1], funde);
  }
}

/** The data classes an answer really holds, from the answer itself: what is on record cannot differ from what was shown. */
export function gehalten(antwort: unknown, fest: readonly Datenklasse[] = []): Datenklasse[] {
  const gefunden = new Set<string>(fest);
  sammle(antwort, gefunden);
  return DATENKLASSEN.filter((klasse) => gefunden.has(klasse));
}

/**
 * Why somebody reads, without a free word: the relations that give the protected classes, each with the id of what it rests
 * on. The words of a reason stand beside the case and go with it (DS-32).
 */
function grundVon(rolle: Rolle, gruende: readonly Lesegrund[], klassen: readonly Datenklasse[]): string {
  const geschuetzt = GESCHUETZT.filter((klasse) => klassen.includes(klasse));
  const traegt = gruende.filter(({ beziehung }) =>
    recht(rolle, beziehung).liest.some((klasse) => geschuetzt.some((k) => k === klasse)),
  );
  return (traegt.length > 0 ? traegt : gruende.slice(0, 1))
    .map(({ beziehung, id }) => (id === null ? beziehung : `${beziehung}:${id}`))
    .join(' ');
}

/** What was looked at: a case, a person, or another Vorgang. */
type Gegenstand = { readonly fallId?: string; readonly personId?: string; readonly vorgangId?: string };

/** What the entry of a look is called: of texts, or of somebody the reader has nothing to do with. */
type Blickaktion = 'texte_gelesen' | 'person_ohne_bezug_gelesen';

/** A look, with what it gave. */
export type Blick = {
  readonly aktion?: Blickaktion;
  readonly am: Instant;
  readonly wo: Gegenstand;
  readonly fuer: string | null;
  readonly gruende: readonly Lesegrund[];
  readonly klassen: readonly Datenklasse[];
};

/** DS-29: one entry, in the transaction of the look; the role is written by PostgreSQL, which knows it best. */
export async function vermerkeEinsicht(tx: Transaktion, konto: Konto, blick: Blick): Promise<void> {
  const { aktion = 'texte_gelesen', am, wo, fuer, gruende, klassen } = blick;
  await protokolliere(tx, [
    {
      ...wo,
      id: randomUUID(),
      am,
      akteurId: konto.id,
      fuerId: fuer,
      aktion,
      rechtsgrundlage: 'DS-29',
      grund: grundVon(konto.rolle, gruende, klassen),
      klassen,
    },
  ]);
}

/** DS-29: is the look at these classes on record? */
export const istGeschuetzt = (klassen: readonly Datenklasse[]): boolean =>
  klassen.some((klasse) => GESCHUETZT.includes(klasse));

/** A look at a case that gave K3 to K5 is on record, and every look of a Vertretung and of an access with a reason (R08). */
async function vermerkeBlick(
  tx: Transaktion,
  konto: Konto,
  { zugriff, am, klassen }: { zugriff: Zugriff; am: Instant; klassen: readonly Datenklasse[] },
): Promise<void> {
  const { fuer, gruende, mitGrund, zeile } = zugriff;
  if (!istGeschuetzt(klassen) && fuer === null && !mitGrund) return;
  await vermerkeEinsicht(tx, konto, { am, wo: { fallId: zeile.fall.id }, fuer, gruende, klassen });
}

type Verweigert = { readonly tabelle: 'fall' | 'person'; readonly id: string; readonly am: Instant };

/** A refused look at a case or a person is on record, too (DS-29, AC-87): what was read is rolled back, the attempt is not. */
async function vermerkeWeigerung(
  { db }: Umgebung,
  konto: Konto,
  { tabelle, id, am }: Verweigert,
): Promise<void> {
  await mitAkteur(db, akteurVon(konto), async (tx) => {
    if (!(await istVorhanden(tx, tabelle, id))) return;
    const wo = tabelle === 'fall' ? { fallId: id } : { personId: id };
    const vermerk = { aktion: 'einsicht_verweigert', rechtsgrundlage: 'DS-29', ...wo };
    await protokolliere(tx, [{ ...vermerk, id: randomUUID(), am, akteurId: konto.id }]);
  });
}

/** The look, or the record of its refusal. @throws Absage what the look throws */
export async function mitWeigerung<T>(
  umgebung: Umgebung,
  konto: Konto,
  was: Verweigert & { readonly blick: (tx: Transaktion) => Promise<T> },
): Promise<T> {
  try {
    return await mitAkteur(umgebung.db, akteurVon(konto), was.blick);
  } catch (fehler) {
    if (fehler instanceof Absage && fehler.code === 'NICHT_BERECHTIGT')
      await vermerkeWeigerung(umgebung, konto, was);
    throw fehler;
  }
}

/** Who looks at which case; `fest`: classes the answer is about even where it is empty. */
export type Fallblick = {
  readonly konto: Konto;
  readonly fallId: string;
  readonly fest?: readonly Datenklasse[];
};

/**
 * The way every look at a case goes: the right to it, the answer, and the record of what the answer holds, in one transaction.
 * @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT.
 */
export async function schaueAn<Ansicht>(
  umgebung: Umgebung,
  { konto, fallId, fest = [] }: Fallblick,
  zeige: (einsicht: { tx: Transaktion; am: Instant; zugriff: Zugriff }) => Promise<Ansicht>,
): Promise<Ansicht> {
  const am = umgebung.uhr.jetzt();
  const blick = async (tx: Transaktion): Promise<Ansicht> => {
    const zugriff = await zugriffAuf(tx, konto, { fallId, am });
    const ansicht = await zeige({ tx, am, zugriff });
    await vermerkeBlick(tx, konto, { zugriff, am, klassen: gehalten(ansicht, fest) });
    return ansicht;
  };
  return mitWeigerung(umgebung, konto, { tabelle: 'fall', id: fallId, am, blick });
}

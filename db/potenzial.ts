import { and, eq, sql } from 'drizzle-orm';
import { ortstag, type Instant } from '../domain/frist/zeitzone.ts';
import { aktenlage, type Aktenlage, type Potenzialakte } from '../domain/potenzial/aktenlage.ts';
import type { Potenzialgruendung } from '../domain/potenzial/befehle.ts';
import type { Potenzial } from '../domain/potenzial/potenzial.ts';
import { policyAus } from '../domain/policy/wahl.ts';
import { REGELWERK } from '../domain/vorgang/regelwerk.ts';
import type { BestehenderFall } from '../domain/fall/fall.ts';
import { meldungFuer, type Personenmeldung } from '../domain/fall/wegfall.ts';
import { POTENZIALABLAGE } from './ablage.ts';
import { liesFallstaende } from './fallstaende.ts';
import { aktivePolicy } from './policy.ts';
import type { Transaktion } from './client.ts';
import { ladeKalenderFuerTeam } from './kalender.ts';
import { ausgang, mitarbeitende, person, vorgang } from './schema/index.ts';

/** What a check record is told: the facts of file and cases, what a new one would carry, and its state on record. */
export type Geladen = {
  readonly lage: Aktenlage;
  readonly gruendung: Potenzialgruendung;
  readonly stand: Potenzial | null;
};

/** Tells the check record of a person that file or cases have changed; what they say is read when it is delivered. */
export async function kuendigeAktenlageAn(tx: Transaktion, personId: string, am: Instant): Promise<void> {
  const id = sql`gen_random_uuid()`;
  await tx.insert(ausgang).values({ id, vorgangId: personId, art: 'aktenlage', erstelltAm: am });
}

type Akte = Potenzialakte & { readonly faelle: readonly BestehenderFall[] };

const PROFILE = sql<Potenzialakte['profile']>`(select coalesce(json_agg(json_build_object('datum', p.datum,
    'profillage', p.profillage) order by p.datum, p.erfasst_am, p.id), '[]')
  from profiling p where p.person_id = ${person.id})`;

/** @throws when there is no such person. */
async function ladeAkte(tx: Transaktion, personId: string): Promise<Akte> {
  const [zeile] = await tx
    .select({
      geburtsdatum: person.geburtsdatum,
      erwerbsfaehig: person.erwerbsfaehig,
      rechtskreis: person.rechtskreis,
      verstorbenAm: person.verstorbenAm,
      verzogenAm: person.verzogenAm,
      pap: person.papId,
      fmU25: person.fmU25Id,
      team: mitarbeitende.teamId,
      profile: PROFILE,
    })
    .from(person)
    .innerJoin(mitarbeitende, eq(mitarbeitende.id, person.papId))
    .where(eq(person.id, personId));
  if (zeile === undefined) throw new Error('Unbekannte Person');
  return { ...zeile, faelle: await liesFallstaende(tx, personId) };
}

/** V-79: what file and cases say to a case about whether its person is still an eLb. @throws when there is no such person. */
export async function ladePersonenmeldung(
  tx: Transaktion,
  { personId, fallId }: Pick<BestehenderFall, 'personId' | 'fallId'>,
): Promise<Personenmeldung> {
  const { faelle, ...akte } = await ladeAkte(tx, personId);
  return meldungFuer(fallId, akte, faelle);
}

/** @throws when there is no such person. */
export async function ladeAktenlage(tx: Transaktion, personId: string, am: Instant): Promise<Geladen> {
  const stand = (await POTENZIALABLAGE.sperre(tx, personId))?.stand ?? null;
  const { faelle, ...akte } = await ladeAkte(tx, personId);
  const policy = stand?.policy ?? (await aktivePolicy(tx, ortstag(am)));
  const kalender = await ladeKalenderFuerTeam(tx, akte.team);
  return {
    lage: aktenlage(akte, faelle, policyAus(policy)),
    gruendung: { personId, policy, kalender, regelwerk: REGELWERK },
    stand,
  };
}

/** The check record as a command needs it. */
export async function potenzialkopf(
  tx: Transaktion,
  personId: string,
): Promise<{ readonly stand: Potenzial; readonly angehalten: boolean } | null> {
  const [zeile] = await tx
    .select({ stand: vorgang.stand, seit: vorgang.angehaltenSeit })
    .from(vorgang)
    .where(and(eq(vorgang.id, personId), eq(vorgang.art, 'potenzial')));
  if (zeile?.stand.art !== 'potenzial') return null;
  return { stand: zeile.stand, angehalten: zeile.seit !== null };
}

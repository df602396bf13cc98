import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { FALLABLAGE } from '../../db/ablage.ts';
import { liesFall } from '../../db/fallansicht.ts';
import { liesFristen, liesGeschichte, liesTexte, type Text } from '../../db/geschichte.ts';
import { protokolliere } from '../../db/nachrichten.ts';
import { teamkopf } from '../../db/team.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { LEISTUNGSEREIGNISSE } from '../../domain/fall/evolve/leistung.ts';
import { istInBegleitung, type BestehenderFall } from '../../domain/fall/fall.ts';
import { kontaktregime } from '../../domain/fall/pflichten/kontakt.ts';
import { sichtAuf } from '../../domain/fall/pflichten/pflicht.ts';
import type { Fristid, Rolle } from '../../domain/kennungen.ts';
import { darfLesen, fallbezugVon, fuehrt, vertretenIn } from '../../domain/rollen/befehlsrechte.ts';
import { GESCHUETZT, lesbareKlassen } from '../../domain/rollen/datenklassen.ts';
import { darfStichprobeLesen } from '../../domain/team/team.ts';
import type { Ablaufansicht, Fallansicht } from '../contracts/fall.ts';
import { Absage, nichtBerechtigt } from './absage.ts';
import { unsichtbar } from './unsichtbar.ts';
import { ereignisansicht, fristansicht } from './akteneinsicht.ts';
import { gesperrteTexte, leistungsansichten } from './leistungsansicht.ts';
import { akteurVon, type Konto, type Umgebung } from './umgebung.ts';

/** Roles that may know who the person is (K0). */
export function siehtNamen(rolle: Rolle): boolean {
  return rolle !== 'bereichsleitung' && rolle !== 'controlling' && rolle !== 'koordinator';
}

/** What hints at health or debts is for those who lead the case: documents and services are nobody else's business (DS-01). */
const VERTRAULICH: ReadonlySet<string> = new Set<Fristid | Ereignis['art']>([
  'T-12',
  'gutachten_eingeleitet',
  'gutachten_unterlagen_erfasst',
  ...LEISTUNGSEREIGNISSE,
  'fallkonferenz_gefuehrt',
  'angebotsluecke_gemeldet',
]);

/** V-35: the protocol of the Assessment belongs to those who may read K3; others see that there was one. */
const PROTOKOLL: ReadonlySet<string> = new Set<Ereignis['art']>([
  'assessment_eintrag_erfasst',
  'assessment_reaktion_erfasst',
]);

/** R12: the Teamleitung reads K3 of a case only while it is in the sample, and for a time (T-50). */
async function klassenDerStichprobe(
  tx: Transaktion,
  { rolle }: Konto,
  { fall, heute }: { readonly fall: Gelesen['fall']; readonly heute: Tag },
): Promise<readonly Text['klasse'][]> {
  if (rolle !== 'tl') return [];
  const team = await teamkopf(tx, fall.teamId);
  return team !== null && darfStichprobeLesen(team.stand, fall.id, heute) ? ['K3'] : [];
}

export function siehtEreignis(
  art: string,
  { leitet, klassen }: Pick<Zugriff, 'leitet' | 'klassen'>,
): boolean {
  if (PROTOKOLL.has(art)) return leitet || klassen.includes('K3');
  return leitet || !VERTRAULICH.has(art);
}

/** Others see that a Frist runs, not from what it follows. */
export function ohneHerleitung<F extends { readonly id: string; readonly herleitung: readonly unknown[] }>(
  frist: F,
): F {
  return VERTRAULICH.has(frist.id) ? { ...frist, herleitung: [] } : frist;
}

function regimeVon(stand: BestehenderFall, heute: string): Fallansicht['kontaktregime'] {
  return istInBegleitung(stand) ? kontaktregime(sichtAuf(stand, heute), stand.begleitung) : null;
}

type Gelesen = NonNullable<Awaited<ReturnType<typeof liesFall>>>;

/** R05: what was said when the person was handed back. */
const UEBERGABEN: ReadonlySet<string> = new Set([
  'rueckgabegespraech_gefuehrt',
  'fallbesprechung_gefuehrt',
] satisfies Ereignis['art'][]);

/** Documents beyond the classes of the role: the receiving pAp reads the talks that hand the person over. */
function uebergabetexte(
  konto: Konto,
  { fall }: Gelesen,
  geschichte: readonly { readonly daten: AllgemeinesEreignis }[],
): readonly string[] {
  if (fall.aufnehmenderPapId !== konto.id) return [];
  return geschichte
    .filter(({ daten }) => UEBERGABEN.has(daten.art))
    .flatMap(({ daten }) => daten.dokumente.map(({ id }) => id));
}

async function berechtigt(tx: Transaktion, konto: Konto, fallId: string): Promise<Gelesen> {
  const zeile = await liesFall(tx, fallId);
  if (zeile === null) throw await unsichtbar(tx, { tabelle: 'fall', id: fallId });
  if (!darfLesen(konto, fallbezugVon(zeile.fall.stand))) throw nichtBerechtigt();
  return zeile;
}

/** What a colleague may see of a case today. */
export type Zugriff = {
  readonly zeile: Gelesen;
  /** Whom they represent. */
  readonly fuer: string | null;
  readonly klassen: readonly Text['klasse'][];
  /** Leads the case, or stands in for whoever does. */
  readonly leitet: boolean;
};

/** @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT. */
export async function zugriffAuf(
  tx: Transaktion,
  konto: Konto,
  { fallId, am }: { readonly fallId: string; readonly am: Instant },
): Promise<Zugriff> {
  const zeile = await berechtigt(tx, konto, fallId);
  const bezug = fallbezugVon(zeile.fall.stand);
  const fuer = vertretenIn(konto, bezug);
  const eigene = lesbareKlassen(konto, bezug);
  const gezogen = await klassenDerStichprobe(tx, konto, { fall: zeile.fall, heute: ortstag(am) });
  return { zeile, fuer, klassen: [...eigene, ...gezogen], leitet: fuehrt(konto, bezug) };
}

/** DS-29: every look at texts of the restricted area, and every look of a Vertretung, is on record in the same transaction. */
export async function protokolliereEinsicht(
  tx: Transaktion,
  wer: Konto,
  wo: { fallId: string; am: Instant; fuer: string | null },
): Promise<void> {
  await protokolliere(tx, [
    {
      id: randomUUID(),
      am: wo.am,
      akteurId: wer.id,
      aktion: 'texte_gelesen',
      rechtsgrundlage: 'DS-29',
      fallId: wo.fallId,
      fuerId: wo.fuer,
    },
  ]);
}

/** How far the case has come, for everybody who may read it. */
function verlauf({ fall, vorgaenger }: Gelesen): Pick<Fallansicht, Verlaufsfeld> {
  return {
    vorgemerktAm: fall.vorgemerktAm,
    fallzugangAm: fall.fallzugangAm,
    fallabgangAm: fall.fallabgangAm,
    abgangsgrund: fall.abgangsgrund,
    erfolgreich: fall.erfolgreich,
    abbruch: fall.abbruch,
    ueber24Monate: fall.ueber24Monate,
    herkunft: fall.herkunft,
    laufendeNummer: fall.laufendeNummer,
    vorgaenger,
    auffaelligkeiten: fall.auffaelligkeiten,
    offeneHinweise: fall.hinweise,
    policy: fall.policyversion,
    sequenz: fall.sequenz,
    angehaltenSeit: fall.angehaltenSeit,
  };
}
type Verlaufsfeld =
  | 'vorgemerktAm'
  | 'fallzugangAm'
  | 'fallabgangAm'
  | 'abgangsgrund'
  | 'erfolgreich'
  | 'abbruch'
  | 'ueber24Monate'
  | 'herkunft'
  | 'laufendeNummer'
  | 'vorgaenger'
  | 'auffaelligkeiten'
  | 'offeneHinweise'
  | 'policy'
  | 'sequenz'
  | 'angehaltenSeit';

/** A case with its Fristen and history as this colleague may see it. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT. */
export async function liesFallansicht(
  { db, uhr }: Umgebung,
  konto: Konto,
  fallId: string,
): Promise<Fallansicht> {
  const am = uhr.jetzt();
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { zeile, fuer, klassen, leitet } = await zugriffAuf(tx, konto, { fallId, am });
    const { fall, team, fm, pap, abgebend, aufnehmenderPap } = zeile;
    const heute = ortstag(am);
    const fristen = (await liesFristen(tx, FALLABLAGE.fristen, fallId)).map((f) => fristansicht(f, heute));
    const geschichte = (await liesGeschichte(tx, FALLABLAGE.ereignisse, fallId)).filter(({ daten }) =>
      siehtEreignis(daten.art, { leitet, klassen }),
    );
    const dazu = uebergabetexte(konto, zeile, geschichte);
    const texte = await liesTexte(tx, { art: 'fall', id: fallId }, { klassen, dazu });
    if (fuer !== null || texte.some(({ klasse }) => GESCHUETZT.includes(klasse)))
      await protokolliereEinsicht(tx, konto, { fallId, am, fuer });
    const gesperrt = gesperrteTexte(geschichte);
    const lesbare = texte.filter(({ id }) => !gesperrt.has(id));
    const textVon = new Map(lesbare.map((text) => [text.id, text]));
    return {
      id: fall.id,
      fallnummer: fall.fallnummer,
      zustand: fall.zustand,
      neben: fall.neben,
      person: siehtNamen(konto.rolle) ? zeile.person : null,
      team,
      fm,
      pap,
      abgebend,
      inVertretung: fuer !== null,
      aufnehmenderPap,
      ...verlauf(zeile),
      phasen: 'begleitung' in fall.stand ? [...fall.stand.begleitung.phasen] : [],
      kontaktregime: leitet ? regimeVon(fall.stand, heute) : null,
      leistungen: leitet ? leistungsansichten(fall.stand, heute) : [],
      fristen: leitet ? fristen : fristen.map(ohneHerleitung),
      geschichte: geschichte.map((eintrag) => ereignisansicht(eintrag, textVon)),
    };
  });
}

/** What the running workflow says. @throws Absage NICHT_ERREICHBAR while nobody answers, ZUSTAND when the case is over. */
export async function liesAblauf(
  { db, ablaeufe }: Umgebung,
  konto: Konto,
  fallId: string,
): Promise<Ablaufansicht> {
  const { fall: akte } = await mitAkteur(db, akteurVon(konto), (tx) => berechtigt(tx, konto, fallId));
  const ablauf = await ablaeufe.ablauf({ art: 'fall', id: fallId });
  if (ablauf === 'unerreichbar')
    throw new Absage('NICHT_ERREICHBAR', 'Der Ablauf des Falls antwortet gerade nicht.');
  if (ablauf === 'kein_lauf')
    throw new Absage('ZUSTAND', 'Der Fall ist abgeschlossen; er hat keinen laufenden Ablauf mehr.');
  const leitet = fuehrt(konto, fallbezugVon(akte.stand));
  const { stand, fristen, naechsterSchrittAm, wartendeBefehle, angehalten } = ablauf;
  return {
    zustand: stand.zustand,
    sequenz: stand.sequenz,
    naechsterSchrittAm,
    wartendeBefehle,
    angehalten,
    fristen: fristen
      .map((f) => ({ ...f, herleitung: [...f.herleitung] }))
      .map((f) => (leitet ? f : ohneHerleitung(f))),
  };
}

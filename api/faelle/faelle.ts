import { FALLABLAGE } from '../../db/ablage.ts';
import type { Transaktion } from '../../db/client.ts';
import { liesFaelleDerBedarfsgemeinschaft } from '../../db/fallansicht.ts';
import { liesFristen, liesGeschichte, liesTexte, type Text } from '../../db/geschichte.ts';
import { liesStandAm, versetzeZurueck } from '../../db/rueckblick.ts';
import type { ABGANG } from '../../domain/fall/evolve/abgang.ts';
import type { AllgemeinesEreignis } from '../../domain/vorgang/ereignis.ts';
import { tagInWorten, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { warErfasst } from '../../domain/fall/rueckblick.ts';
import { istInBegleitung, type BestehenderFall } from '../../domain/fall/fall.ts';
import { kontaktregime } from '../../domain/fall/pflichten/kontakt.ts';
import { sichtAuf } from '../../domain/fall/pflichten/pflicht.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { BEZIEHUNGEN, recht } from '../../domain/rollen/matrix.ts';
import type { Ablaufansicht, Fallansicht } from './formen.ts';
import { Absage } from '../kern/absage.ts';
import { ereignisansicht, fristansicht, ohneHerleitung } from '../kern/akteneinsicht.ts';
import { mitBestreitungen } from './bestreitungsmarke.ts';
import { schaueAn } from '../kern/einsicht.ts';
import { siehtEreignis, type Gelesen, type Zugriff } from '../kern/fallzugriff.ts';
import { sichtVon } from '../kern/sicht.ts';
import { gesperrteTexte, leistungsansichten } from './leistungsansicht.ts';
import { planungAm } from './planung.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

/** Roles that may know who a person is (K0) in some relation; PostgreSQL shows the name in that one only. */
export function siehtNamen(rolle: Rolle): boolean {
  return BEZIEHUNGEN.some((b) => b !== 'notzugriff' && recht(rolle, b).liest.includes('K0'));
}

function regimeVon(stand: BestehenderFall, heute: string): Fallansicht['kontaktregime'] {
  return istInBegleitung(stand) ? kontaktregime(sichtAuf(stand, heute), stand.begleitung) : null;
}

/** R05: of what happens on the way out, the talks in which the person is handed back. */
export const UEBERGABEN: Readonly<Record<keyof typeof ABGANG, boolean>> = {
  abgang_eingeleitet: false,
  abgang_zurueckgenommen: false,
  aufnehmende_stelle_geklaert: false,
  rueckgabegespraech_gefuehrt: true,
  fallbesprechung_gefuehrt: true,
  fallabgang_dokumentiert: false,
  fallabgang_umgekehrt: false,
};
const istAbgangsart = (art: string): art is keyof typeof ABGANG => Object.hasOwn(UEBERGABEN, art);

/** T-32: who still has to hear of which cancelled appointment. */
function offeneTerminabsagen({ terminabsagen }: BestehenderFall): Fallansicht['offeneTerminabsagen'] {
  return terminabsagen
    .filter(({ informiert }) => informiert === null)
    .map(({ nummer, am, begleitperson = null }) => ({ nummer, am, begleitperson }));
}

/** Documents beyond the classes of the role: the receiving pAp reads the talks that hand the person over. */
function uebergabetexte(
  konto: Konto,
  { fall }: Gelesen,
  geschichte: readonly { readonly daten: AllgemeinesEreignis }[],
): readonly string[] {
  if (fall.aufnehmenderPapId !== konto.id) return [];
  return geschichte
    .filter(({ daten }) => istAbgangsart(daten.art) && UEBERGABEN[daten.art])
    .flatMap(({ daten }) => daten.dokumente.map(({ id }) => id));
}

/** How far the case has come, for everybody who may read it. */
function verlauf({ fall, vorgaenger, folgefall }: Gelesen): Pick<Fallansicht, Verlaufsfeld> {
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
    folgefall,
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
  | 'folgefall'
  | 'auffaelligkeiten'
  | 'offeneHinweise'
  | 'policy'
  | 'sequenz'
  | 'angehaltenSeit';

/** The number of the Bedarfsgemeinschaft is K0: who does not know the person learns nothing of the others. */
async function bedarfsgemeinschaftVon(
  tx: Transaktion,
  konto: Konto,
  person: Fallansicht['person'],
): Promise<Fallansicht['bedarfsgemeinschaft']> {
  return person === null ? [] : liesFaelleDerBedarfsgemeinschaft(tx, person.id, sichtVon(konto));
}

/** A look at a case, and what of it is shown: as it is, or as it was at the end of a day. */
type Schau = {
  readonly umgebung: Umgebung;
  readonly konto: Konto;
  readonly fallId: string;
  readonly tx: Transaktion;
  readonly zugriff: Zugriff;
};
type Bild = {
  readonly zeile: Gelesen;
  readonly fristen: Fallansicht['fristen'];
  readonly tag: Tag;
  readonly standVom: Tag | null;
};

type Geschichte = Awaited<ReturnType<typeof liesGeschichte>>;

/** What the colleague may read of the history today; what was locked or disputed since is so in every look back, too. */
async function lesbareTexte(
  { umgebung, konto, fallId, tx, zugriff }: Schau,
  geschichte: Geschichte,
): Promise<ReadonlyMap<string, Text>> {
  const { klassen, zeile } = zugriff;
  const dazu = uebergabetexte(konto, zeile, geschichte);
  const { tresor } = umgebung;
  const gelesen = await liesTexte(tx, { art: 'fall', id: fallId }, { klassen, dazu, tresor });
  const texte = await mitBestreitungen(tx, fallId, gelesen);
  const gesperrt = gesperrteTexte(geschichte);
  return new Map(texte.filter(({ id }) => !gesperrt.has(id)).map((text) => [text.id, text]));
}

/** The rights are those of today, whatever day is looked at. */
async function ansichtVon(schau: Schau, { zeile, fristen, tag, standVom }: Bild): Promise<Fallansicht> {
  const { konto, fallId, tx, zugriff } = schau;
  const { fuer, leitet, mitGrund } = zugriff;
  const { fall, team, fm, pap, abgebend, aufnehmenderPap } = zeile;
  const person = siehtNamen(konto.rolle) || mitGrund ? zeile.person : null;
  const geschichte = (await liesGeschichte(tx, FALLABLAGE.ereignisse, fallId)).filter(({ daten }) =>
    siehtEreignis(daten.art, zugriff),
  );
  const textVon = await lesbareTexte(schau, geschichte);
  const gezeigt = geschichte.filter(({ daten }) => standVom === null || warErfasst(daten, standVom));
  return {
    id: fall.id,
    fallnummer: fall.fallnummer,
    standVom,
    zustand: fall.zustand,
    neben: fall.neben,
    person,
    team,
    fm,
    pap,
    abgebend,
    inVertretung: fuer !== null,
    aufnehmenderPap,
    ...verlauf(zeile),
    phasen: 'begleitung' in fall.stand ? [...fall.stand.begleitung.phasen] : [],
    kontaktregime: leitet ? regimeVon(fall.stand, tag) : null,
    leistungen: leitet ? leistungsansichten(fall.stand, tag) : [],
    offeneTerminabsagen: leitet ? offeneTerminabsagen(fall.stand) : [],
    bedarfsgemeinschaft: standVom === null ? await bedarfsgemeinschaftVon(tx, konto, person) : [],
    fristen: leitet ? fristen : fristen.map(ohneHerleitung),
    planung:
      standVom === null
        ? null
        : await planungAm(tx, zugriff, { stand: fall.stand, tag, geschichte: gezeigt, textVon }),
    geschichte: gezeigt.map((eintrag) => ereignisansicht(eintrag, textVon)),
  };
}

/** A case with its Fristen and history as this colleague may see it. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT. */
export async function liesFallansicht(
  umgebung: Umgebung,
  konto: Konto,
  fallId: string,
): Promise<Fallansicht> {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, am, zugriff }) => {
    const tag = ortstag(am);
    const fristen = (await liesFristen(tx, FALLABLAGE.fristen, fallId)).map((f) => fristansicht(f, tag));
    const bild = { zeile: zugriff.zeile, fristen, tag, standVom: null };
    return ansichtVon({ umgebung, konto, fallId, tx, zugriff }, bild);
  });
}

/** Nothing is shown for a day that is not over, or on which there was no such case. */
const keinStand = (satz: string): Absage => new Absage('REGEL', satz, { regel: 'V-71' });

/**
 * The same as it was at the end of a day (V-71): folded from what was on record by then.
 * @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT, and REGEL V-71 for a day to come or before the first event.
 */
export async function blickeZurueck(
  umgebung: Umgebung,
  konto: Konto,
  { fallId, stand: tag }: { readonly fallId: string; readonly stand: Tag },
): Promise<Fallansicht> {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, am, zugriff }) => {
    if (tag > ortstag(am))
      throw keinStand(`Der ${tagInWorten(tag)} liegt in der Zukunft; die Akte gibt es nur bis heute.`);
    const stand = await liesStandAm(tx, fallId, tag);
    if (stand === null) throw keinStand(`Am ${tagInWorten(tag)} gab es diesen Fall noch nicht.`);
    const zeile = await versetzeZurueck(tx, zugriff.zeile, stand);
    const fristen = friststaende(stand).map((frist) => fristansicht(frist, tag));
    return ansichtVon({ umgebung, konto, fallId, tx, zugriff }, { zeile, fristen, tag, standVom: tag });
  });
}

/** The duties a state remembers, in the order they fall due. */
function friststaende({ fristen }: BestehenderFall): Parameters<typeof fristansicht>[0][] {
  return fristen
    .map(({ id: fristId, vorkommen, beginn, roh, faellig, lauf, ende, ruht }) => ({
      ...{ fristId, vorkommen, beginn, roh, faellig, ruht },
      ...{ status: ende ?? lauf, offen: ende === null, herleitung: [] },
    }))
    .toSorted((a, b) => (a.faellig < b.faellig ? -1 : a.faellig > b.faellig ? 1 : 0));
}

/**
 * What the running workflow says. It is asked before the transaction begins, because it may take its time; whoever has no
 * right to the case hears nothing of the answer. @throws Absage NICHT_ERREICHBAR while nobody answers, ZUSTAND when the case is over.
 */
export async function liesAblauf(umgebung: Umgebung, konto: Konto, fallId: string): Promise<Ablaufansicht> {
  const ablauf = await umgebung.ablaeufe.ablauf({ art: 'fall', id: fallId });
  return schaueAn(umgebung, { konto, fallId }, ({ zugriff }) => {
    if (ablauf === 'unerreichbar')
      throw new Absage('NICHT_ERREICHBAR', 'Der Ablauf des Falls antwortet gerade nicht.');
    if (ablauf === 'kein_lauf')
      throw new Absage('ZUSTAND', 'Der Fall ist abgeschlossen; er hat keinen laufenden Ablauf mehr.');
    const { stand, fristen, naechsterSchrittAm, wartendeBefehle, angehalten } = ablauf;
    return Promise.resolve({
      zustand: stand.zustand,
      sequenz: stand.sequenz,
      naechsterSchrittAm,
      wartendeBefehle,
      angehalten,
      fristen: fristen
        .map((f) => ({ ...f, herleitung: [...f.herleitung] }))
        .map((f) => (zugriff.leitet ? f : ohneHerleitung(f))),
    });
  });
}

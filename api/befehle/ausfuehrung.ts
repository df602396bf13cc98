import { randomUUID } from 'node:crypto';
import {
  beanspruche,
  erledige,
  legeEntwuerfeAb,
  liesAnspruch,
  sperreTexte,
  verwirfEntwuerfe,
  zieheFallnummer,
  type Anspruch,
} from '../../db/befehl.ts';
import { mitAkteur, mitGemerktem, type Transaktion } from '../../db/client.ts';
import { versiegle } from '../../db/tresor/textschutz.ts';
import { verweisAuf, type Vorgangsbezug } from '../../db/verweis.ts';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { ablehnungSchema, ANTWORTSCHEMATA, type Befehlsantworten } from './antwort.ts';
import type { JederVertrag } from './vertraege.ts';
import { befehlskopf } from './befehlskopf.ts';
import { zerlegeTexte } from './texte.ts';
import { adresseVon } from '../kern/adressen.ts';
import { Absage, ausAblehnung, vernichtet } from '../kern/absage.ts';
import { statusVon } from '../kern/problem.ts';
import { befehlIdVon, dokumentIdVon, pruefeWiederverwendung } from '../kern/schluessel.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import type { Aktenstand, Befehlsausgang, Befehlssendung } from '../kern/vorgangsablauf.ts';
import { datenbankleser } from './fakten/datenbankleser.ts';
import { anschriftMit, anschriftVon, liesAktenstand, neuerStand, type Anschrift } from './ziele.ts';

/** A command as it comes in. `id` names its Vorgang; null for the commands that open one. */
type Befehlsauftrag<V extends JederVertrag> = {
  readonly vertrag: V;
  readonly id: string | null;
  /** Idempotency-Key, a UUID. */
  readonly schluessel: string;
  readonly eingabe: unknown;
};

export type Befehlsergebnis<Ziel extends Vorgangsart = 'fall'> = Befehlsantworten[Ziel];

/** How a command is named in keys; fixed for ever, because a repeated key must give the same id. */
function routeVon({ ziel, befehl, pfad }: JederVertrag): string {
  return `${befehl} POST ${adresseVon(ziel)}${pfad ?? ''}`;
}

/** A claimed command on its way: sent to its Vorgang, refused by what the record shows, or known already. */
type Vorbereitet =
  | { readonly art: 'bekannt'; readonly anspruch: Anspruch; readonly anschrift: Anschrift }
  | {
      readonly art: 'abgelehnt';
      readonly anspruch: Anspruch;
      readonly anschrift: Anschrift;
      readonly ablehnung: Ablehnung;
    }
  | {
      readonly art: 'bereit';
      readonly anspruch: Anspruch;
      readonly anschrift: Anschrift;
      readonly sendung: Sendung;
    };

/** `erstmals`: the key was claimed for it just now, so that there is no record of a Vorgang it opens. */
type Sendung = Omit<Befehlssendung, 'stand'> & { readonly erstmals: boolean };

type Anlauf = { readonly konto: Konto; readonly auftrag: Befehlsauftrag<JederVertrag> };

async function anspruchFuer(
  tx: Transaktion,
  { uhr, pruefsumme }: Umgebung,
  anlauf: Anlauf,
): Promise<{ readonly anspruch: Anspruch; readonly erster: boolean }> {
  const { konto, auftrag } = anlauf;
  const { vertrag, schluessel, id, eingabe } = auftrag;
  const route = routeVon(vertrag);
  const summe = await pruefsumme(route, id ?? '', eingabe);
  const beansprucht = await beanspruche(tx, {
    ...verweisAuf({ art: vertrag.ziel, id: id ?? randomUUID() }),
    akteurId: konto.id,
    schluessel,
    befehlId: befehlIdVon(konto.id, route, schluessel),
    route,
    pruefsumme: summe,
    at: uhr.jetzt(),
  });
  pruefeWiederverwendung(beansprucht.anspruch, summe);
  return beansprucht;
}

/** One transaction: claim the key, authorise, draw the number, store the texts, load the facts. */
async function bereiteVor(umgebung: Umgebung, anlauf: Anlauf): Promise<Vorbereitet> {
  const { konto, auftrag } = anlauf;
  const { vertrag } = auftrag;
  const art = vertrag.ziel;
  return mitGemerktem(umgebung.db, akteurVon(konto), async (tx) => {
    const { anspruch: bisher, erster } = await anspruchFuer(tx, umgebung, anlauf);
    let anspruch = bisher;
    if (anspruch.status !== null)
      return { art: 'bekannt', anspruch, anschrift: await anschriftVon(tx, art, anspruch) };
    const gelesen = vertrag.lies(auftrag.eingabe);
    const { eingabe } = gelesen;
    if (art === 'fall' && auftrag.id === null)
      anspruch = await zieheFallnummer(tx, anspruch, Number(ortstag(anspruch.at).slice(0, 4)));
    const { befehlId, at, fallnummer } = anspruch;
    const bezug = bezugVon(anspruch, art);
    const rahmen = { konto, id: bezug.id, fallnummer, at };
    const vorbereitet = await gelesen.bereite(datenbankleser(tx), rahmen);
    if ('ablehnung' in vorbereitet)
      return { art: 'abgelehnt', anspruch, anschrift: await anschriftVon(tx, art, anspruch), ...vorbereitet };
    const { zeilenversionen, fuer, titel, baue } = vorbereitet;
    const anschrift = anschriftMit(art, anspruch, titel);
    const texte = zerlegeTexte(vertrag, eingabe, (feld) => dokumentIdVon(befehlId, feld));
    const { befehl, ablehnung } = baue(
      befehlskopf({ konto, befehlId, at }, { eingabe, texte, fuer, zeilenversionen }),
    );
    if (ablehnung !== null) return { art: 'abgelehnt', anspruch, anschrift, ablehnung };
    const herkunft = { ...verweisAuf(bezug), verfasserId: konto.id, erstelltAm: at };
    const entwuerfe = texte.entwuerfe.map((entwurf) => ({ ...entwurf, ...herkunft }));
    const versiegelt = await versiegle(umgebung.tresor, entwuerfe);
    if (versiegelt === null) throw vernichtet();
    await legeEntwuerfeAb(tx, { befehlId, erster }, versiegelt);
    const eroeffnet = auftrag.id === null;
    const sendung = { bezug, befehl, titel, eroeffnet, erstmals: eroeffnet && erster };
    return { art: 'bereit', anspruch, anschrift, sendung };
  });
}

const bezugVon = ({ fallId, vorgangId }: Anspruch, art: Vorgangsart): Vorgangsbezug => ({
  art,
  id: fallId ?? vorgangId ?? '',
});

/** The stored outcome as the caller gets it, today as the first time. @throws Absage for a stored refusal. */
function ausAnspruch<Ziel extends Vorgangsart>(
  ziel: Ziel,
  { status, antwort }: Anspruch,
  anschrift: Anschrift,
): Befehlsergebnis<Ziel> {
  if (status !== 200) throw ausAblehnung(ablehnungSchema.parse(antwort));
  // Address and answer together are the answer of this kind; the compiler cannot follow the two tables.
  return { ...anschrift, ...ANTWORTSCHEMATA[ziel].parse(antwort) } as Befehlsergebnis<Ziel>;
}

/** Stores a refusal unless an outcome is there already, and then gives that one. */
async function lehneAb({ db }: Umgebung, anspruch: Anspruch, ablehnung: Ablehnung): Promise<Anspruch> {
  return mitAkteur(db, { mitarbeitende: anspruch.akteurId }, async (tx) => {
    await sperreTexte(tx, anspruch.befehlId);
    const befehlsergebnis = { status: statusVon(ausAblehnung(ablehnung)), antwort: ablehnung };
    const ergebnis = await erledige(tx, anspruch, befehlsergebnis);
    if (ergebnis.neu) await verwirfEntwuerfe(tx, anspruch.befehlId);
    return ergebnis.anspruch;
  });
}

function sende(umgebung: Umgebung, { erstmals, ...sendung }: Sendung): Promise<Befehlsausgang> {
  const { db, schranke, ablaeufe } = umgebung;
  const { bezug } = sendung;
  let ohneAkte = erstmals;
  const stand = (): Promise<Aktenstand> => {
    if (!ohneAkte) return mitAkteur(db, { system: 'befehl' }, (tx) => liesAktenstand(tx, bezug));
    // Sent once more it may have been recorded meanwhile.
    ohneAkte = false;
    return Promise.resolve(neuerStand(bezug));
  };
  return schranke(bezug.id, () => ablaeufe.sende({ ...sendung, stand }));
}

async function vollziehe(umgebung: Umgebung, vorbereitet: Vorbereitet): Promise<Anspruch> {
  const { anspruch } = vorbereitet;
  if (vorbereitet.art === 'bekannt') return anspruch;
  if (vorbereitet.art === 'abgelehnt') return lehneAb(umgebung, anspruch, vorbereitet.ablehnung);
  const befehlsausgang = await sende(umgebung, vorbereitet.sendung);
  if (befehlsausgang.art === 'antwort') return { ...anspruch, status: 200, antwort: befehlsausgang.antwort };
  if (befehlsausgang.art === 'abgelehnt') return lehneAb(umgebung, anspruch, befehlsausgang.ablehnung);
  const nachgesehen = await mitAkteur(umgebung.db, { mitarbeitende: anspruch.akteurId }, (tx) =>
    liesAnspruch(tx, anspruch),
  );
  if (nachgesehen !== null && nachgesehen.status !== null) return nachgesehen;
  if (befehlsausgang.art === 'unlesbar')
    throw new Absage(
      'NICHT_ERREICHBAR',
      'Lotse kann die Antwort gerade nicht lesen. Bitte verständigen Sie die IT und wiederholen Sie dann mit demselben Idempotency-Key.',
    );
  throw new Absage(
    'AUSGANG_UNBEKANNT',
    'Ob die Eingabe angekommen ist, steht noch nicht fest. Bitte mit demselben Idempotency-Key wiederholen.',
  );
}

/**
 * The one way of a command to its Vorgang (architecture.md 3): authorise, claim the key, load the facts, call the
 * workflow, answer. The same command sent several times at once is sent once.
 * @throws Absage with the rule when it is refused, AUSGANG_UNBEKANNT when only a repetition can tell.
 */
export async function fuehreAus<V extends JederVertrag>(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: Befehlsauftrag<V>,
): Promise<Befehlsergebnis<V['ziel']>> {
  const { unterwegs } = umgebung;
  const vorbereitet = await bereiteVor(umgebung, { konto, auftrag });
  const { befehlId } = vorbereitet.anspruch;
  let vollzug = unterwegs.get(befehlId);
  if (vollzug === undefined) {
    vollzug = vollziehe(umgebung, vorbereitet).finally(() => unterwegs.delete(befehlId));
    unterwegs.set(befehlId, vollzug);
  }
  const ziel: V['ziel'] = auftrag.vertrag.ziel;
  return ausAnspruch(ziel, await vollzug, vorbereitet.anschrift);
}

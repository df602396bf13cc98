import { randomUUID } from 'node:crypto';
import { fallkopf } from '../../db/akte.ts';
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
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import type { Ablehnung } from '../../domain/ablehnung.ts';
import type { Antwort } from '../../domain/fall/antwort.ts';
import { eroeffnet, type Befehl, type Befehlskopf } from '../../domain/fall/befehle.ts';
import { decide } from '../../domain/fall/decide.ts';
import type { NeuerFall } from '../../domain/fall/fall.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { ablehnungSchema, antwortSchema } from '../contracts/antwort.ts';
import { zerlegeTexte } from '../contracts/texte.ts';
import type { Befehlsvertrag } from '../contracts/vertrag.ts';
import { Absage, ausAblehnung } from './absage.ts';
import type { Fallausgang, Fallstand } from './fallworkflow.ts';
import { befehlIdVon, dokumentIdVon, pruefsumme, pruefeWiederverwendung } from './schluessel.ts';
import { ladeUmfeld } from './umfeld.ts';
import type { Konto, Umgebung } from './umgebung.ts';

/** A command as it comes in. `fallId` is null for the commands that open a case. */
type Befehlsauftrag = {
  readonly vertrag: Befehlsvertrag;
  readonly fallId: string | null;
  /** Idempotency-Key, a UUID. */
  readonly schluessel: string;
  readonly eingabe: unknown;
};

export type Befehlsergebnis = Antwort & { readonly fallId: string; readonly fallnummer: string };

/** How the path of a command is named in keys and logs. */
function routeVon({ pfad }: Pick<Befehlsvertrag, 'pfad' | 'befehl'>): string {
  return `POST /api/v1/faelle/{fallId}${pfad ?? ''}`;
}

/** A claimed command on its way: sent to the case, refused by what the record shows, or known already. */
type Vorbereitet =
  | { readonly art: 'bekannt'; readonly anspruch: Anspruch; readonly fallnummer: string }
  | {
      readonly art: 'abgelehnt';
      readonly anspruch: Anspruch;
      readonly ablehnung: Ablehnung;
      readonly fallnummer: string;
    }
  | {
      readonly art: 'bereit';
      readonly anspruch: Anspruch;
      readonly befehl: Befehl;
      readonly fallnummer: string;
    };

const neuerFall = (fallId: string): NeuerFall => ({ zustand: 'neu', fallId, sequenz: 0 });

async function anspruchFuer(
  tx: Transaktion,
  { uhr }: Umgebung,
  { konto, auftrag }: { readonly konto: Konto; readonly auftrag: Befehlsauftrag },
): Promise<Anspruch> {
  const { vertrag, schluessel, fallId, eingabe } = auftrag;
  const route = `${vertrag.befehl} ${routeVon(vertrag)}`;
  const summe = pruefsumme(route, fallId ?? '', eingabe);
  const { anspruch } = await beanspruche(tx, {
    akteurId: konto.id,
    schluessel,
    befehlId: befehlIdVon(konto.id, route, schluessel),
    route,
    pruefsumme: summe,
    fallId: fallId ?? randomUUID(),
    at: uhr.jetzt(),
  });
  pruefeWiederverwendung(anspruch, summe);
  return anspruch;
}

/** One transaction: claim the key, authorise, draw the number, store the texts, load the facts. */
async function bereiteVor(umgebung: Umgebung, konto: Konto, auftrag: Befehlsauftrag): Promise<Vorbereitet> {
  return mitAkteur(umgebung.db, { mitarbeitende: konto.id }, async (tx) => {
    let anspruch = await anspruchFuer(tx, umgebung, { konto, auftrag });
    if (anspruch.status !== null) return bekannt(tx, anspruch);
    const { vertrag } = auftrag;
    const eingabe = vertrag.eingabe.parse(auftrag.eingabe);
    if (auftrag.fallId === null)
      anspruch = await zieheFallnummer(tx, anspruch, Number(ortstag(anspruch.at).slice(0, 4)));
    const { befehlId, fallId, at, fallnummer: gezogen } = anspruch;
    const vorgang = { konto, befehl: vertrag.befehl, eingabe, fallId, fallnummer: gezogen, at };
    const { umfeld, zeilenversionen, ablehnung, fallnummer, fuer } = await ladeUmfeld(tx, vorgang);
    if (ablehnung !== null) return { art: 'abgelehnt', anspruch, ablehnung, fallnummer };
    const texte = zerlegeTexte(vertrag, eingabe, (feld) => dokumentIdVon(befehlId, feld));
    const herkunft = { fallId, verfasserId: konto.id, erstelltAm: at };
    const entwuerfe = texte.entwuerfe.map((entwurf) => ({ ...entwurf, ...herkunft }));
    await legeEntwuerfeAb(tx, befehlId, entwuerfe);
    const kopf: Befehlskopf = {
      befehlId,
      at,
      akteur: { id: konto.id, rolle: konto.rolle, ...(fuer === null ? {} : { fuer }) },
      ereignisAm: eingabe.ereignisAm ?? ortstag(at),
      texte: texte.texte,
      begruendungen: texte.begruendungen,
      zeilenversionen,
    };
    return { art: 'bereit', anspruch, befehl: vertrag.zuBefehl(eingabe, { ...umfeld, kopf }), fallnummer };
  });
}

async function bekannt(tx: Transaktion, anspruch: Anspruch): Promise<Vorbereitet> {
  const fallnummer = anspruch.fallnummer ?? (await fallkopf(tx, anspruch.fallId))?.fallnummer ?? '';
  return { art: 'bekannt', anspruch, fallnummer };
}

/** The stored outcome as the caller gets it, today as the first time. @throws Absage for a stored refusal. */
function ausAnspruch({ status, antwort, fallId }: Anspruch, fallnummer: string): Befehlsergebnis {
  if (status === 200) return { fallId, fallnummer, ...antwortSchema.parse(antwort) };
  throw ausAblehnung(ablehnungSchema.parse(antwort));
}

const STATUS = { zustand: 409, veraltet: 409, regel: 422, technisch: 503 } as const;

/** Stores a refusal unless an outcome is there already, and then gives that one. */
async function lehneAb({ db }: Umgebung, anspruch: Anspruch, ablehnung: Ablehnung): Promise<Anspruch> {
  return mitAkteur(db, { mitarbeitende: anspruch.akteurId }, async (tx) => {
    await sperreTexte(tx, anspruch.befehlId);
    const ausgang = { status: STATUS[ablehnung.art], antwort: ablehnung };
    const ergebnis = await erledige(tx, anspruch, ausgang);
    if (ergebnis.neu) await verwirfEntwuerfe(tx, anspruch.befehlId);
    return ergebnis.anspruch;
  });
}

function sende(
  umgebung: Umgebung,
  vorbereitet: Extract<Vorbereitet, { art: 'bereit' }>,
): Promise<Fallausgang> {
  const { anspruch, befehl, fallnummer } = vorbereitet;
  const { fallId } = anspruch;
  const neu = eroeffnet(befehl.befehl);
  if (neu) {
    // The same `decide` as in the validator: a refused opening must not leave a workflow behind.
    const entwurf = decide(neuerFall(fallId), befehl);
    if (!entwurf.ok) return Promise.resolve({ art: 'abgelehnt', ablehnung: entwurf.ablehnung });
  }
  const stand = (): Promise<Fallstand> =>
    mitAkteur(umgebung.db, { system: 'api' }, async (tx) => {
      const kopf = await fallkopf(tx, fallId);
      return { fall: kopf?.stand ?? neuerFall(fallId), angehalten: kopf?.angehalten ?? false };
    });
  return umgebung.schranke(fallId, () =>
    umgebung.faelle.sende({ befehl, fallId, fallnummer, eroeffnet: neu, stand }),
  );
}

async function vollziehe(umgebung: Umgebung, vorbereitet: Vorbereitet): Promise<Anspruch> {
  const { anspruch } = vorbereitet;
  if (vorbereitet.art === 'bekannt') return anspruch;
  if (vorbereitet.art === 'abgelehnt') return lehneAb(umgebung, anspruch, vorbereitet.ablehnung);
  const ausgang = await sende(umgebung, vorbereitet);
  if (ausgang.art === 'antwort') return { ...anspruch, status: 200, antwort: ausgang.antwort };
  if (ausgang.art === 'abgelehnt') return lehneAb(umgebung, anspruch, ausgang.ablehnung);
  const nachgesehen = await mitAkteur(umgebung.db, { mitarbeitende: anspruch.akteurId }, (tx) =>
    liesAnspruch(tx, anspruch),
  );
  if (nachgesehen !== null && nachgesehen.status !== null) return nachgesehen;
  throw new Absage(
    'AUSGANG_UNBEKANNT',
    'Ob die Eingabe angekommen ist, steht noch nicht fest. Bitte mit demselben Idempotency-Key wiederholen.',
  );
}

export type Befehlsausfuehrung = (konto: Konto, auftrag: Befehlsauftrag) => Promise<Befehlsergebnis>;

/**
 * The one way of a command to its case (architecture.md 3): authorise, claim the key, load the facts, call the
 * workflow, answer. The same command sent several times at once is sent to the case once.
 * @throws Absage with the rule when it is refused, AUSGANG_UNBEKANNT when only a repetition can tell.
 */
export function erzeugeBefehlsausfuehrung(umgebung: Umgebung): Befehlsausfuehrung {
  const unterwegs = new Map<string, Promise<Anspruch>>();
  return async (konto, auftrag) => {
    const vorbereitet = await bereiteVor(umgebung, konto, auftrag);
    const { befehlId } = vorbereitet.anspruch;
    let lauf = unterwegs.get(befehlId);
    if (lauf === undefined) {
      lauf = vollziehe(umgebung, vorbereitet).finally(() => unterwegs.delete(befehlId));
      unterwegs.set(befehlId, lauf);
    }
    return ausAnspruch(await lauf, vorbereitet.fallnummer);
  };
}

import { z } from 'zod';
import { LOESCHRECHTE, type Loeschhandlung } from '../../domain/rollen/loeschrechte.ts';
import type { Klasse } from '../../domain/rollen/matrix.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { ROLLEN } from '../../domain/kennungen.ts';
import { fallVerweis } from '../contracts/felder.ts';
import * as vertrag from '../contracts/loeschung.ts';
import { angelegt, type Angelegt } from '../contracts/stammdaten.ts';
import { route, type Route } from '../route.ts';
import type { Anwendung } from '../use-cases/anwendung.ts';
import type { Konto } from '../use-cases/umgebung.ts';

const leer = z.strictObject({});
const amFall = z.strictObject({ fallId: fallVerweis });
/** That something is erased or kept is process data; what is disputed is the text itself. */
const PROZESS: readonly Klasse[] = ['K1'];
const FALL = '/api/v1/faelle/{fallId}';

type Schreiben<Rumpf> = {
  readonly pfad: string;
  readonly titel: string;
  readonly was: Loeschhandlung;
  readonly rumpf: z.ZodType<Rumpf>;
  readonly klassen?: readonly Klasse[];
};

function anlegen<Rumpf>(
  { was, rumpf, klassen = PROZESS, ...kopf }: Schreiben<Rumpf>,
  tue: (konto: Konto, auftrag: { fallId: string; schluessel: string; rumpf: Rumpf }) => Promise<Angelegt>,
): Route {
  return route({
    ...kopf,
    pfad: `${FALL}${kopf.pfad}`,
    methode: 'post',
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen },
    rollen: LOESCHRECHTE[was],
    pfadwerte: amFall,
    abfrage: leer,
    rumpf,
    status: 201,
    schreibt: true,
    antwort: angelegt,
    handler: async ({ konto, pfad, rumpf: inhalt, schluessel }) => ({
      status: 201,
      rumpf: await tue(konto, { ...pfad, schluessel, rumpf: inhalt }),
    }),
  });
}

/** A write to one thing of the case; what it is called in the path decides which. */
function anTeil<Rumpf>(
  { was, rumpf, verweis, klassen = PROZESS, ...kopf }: Schreiben<Rumpf> & { readonly verweis: string },
  tue: (
    konto: Konto,
    auftrag: { fallId: string; id: string; schluessel: string; rumpf: Rumpf },
  ) => Promise<Angelegt>,
): Route {
  return route({
    ...kopf,
    pfad: `${FALL}${kopf.pfad}`,
    methode: 'post',
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen },
    rollen: LOESCHRECHTE[was],
    pfadwerte: amFall.extend({ id: z.uuid().meta({ verweis }) }),
    abfrage: leer,
    rumpf,
    status: 201,
    schreibt: true,
    antwort: angelegt,
    handler: async ({ konto, pfad, rumpf: inhalt, schluessel }) => ({
      status: 201,
      rumpf: await tue(konto, { ...pfad, schluessel, rumpf: inhalt }),
    }),
  });
}

type Lesen<Ergebnis> = {
  readonly pfad: string;
  readonly titel: string;
  readonly rollen: readonly Rolle[];
  readonly antwort: z.ZodType<Ergebnis>;
  readonly klassen?: readonly Klasse[];
};

function lesenAmFall<Ergebnis>(
  { klassen = PROZESS, ...kopf }: Lesen<Ergebnis>,
  lies: (konto: Konto, fallId: string) => Promise<Ergebnis>,
): Route {
  return route({
    ...kopf,
    pfad: `${FALL}${kopf.pfad}`,
    methode: 'get',
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen },
    pfadwerte: amFall,
    abfrage: leer,
    rumpf: null,
    status: 200,
    schreibt: false,
    handler: async ({ konto, pfad }) => ({ status: 200, rumpf: await lies(konto, pfad.fallId) }),
  });
}

function liste<Ergebnis>(
  { klassen = PROZESS, ...kopf }: Lesen<Ergebnis>,
  lies: (konto: Konto) => Promise<Ergebnis>,
): Route {
  return route({
    ...kopf,
    pfad: `/api/v1${kopf.pfad}`,
    methode: 'get',
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen },
    pfadwerte: leer,
    abfrage: leer,
    rumpf: null,
    status: 200,
    schreibt: false,
    handler: async ({ konto }) => ({ status: 200, rumpf: await lies(konto) }),
  });
}

/** Löschsperre (TR53). */
function sperrrouten(a: Anwendung): Route[] {
  return [
    liste(
      {
        pfad: '/loeschsperren',
        titel: 'Geltende Löschsperren',
        rollen: ['tl'],
        antwort: vertrag.sperrenSchema,
      },
      a.loeschsperren,
    ),
    anlegen(
      { pfad: '/loeschsperren', titel: 'Löschsperre setzen', was: 'sperren', rumpf: vertrag.sperreNeu },
      a.setzeLoeschsperre,
    ),
    anTeil(
      {
        pfad: '/loeschsperren/{id}/aufhebung',
        titel: 'Löschsperre aufheben',
        was: 'sperren',
        rumpf: vertrag.aufhebungNeu,
        verweis: 'loeschsperre',
      },
      a.hebeLoeschsperreAuf,
    ),
  ];
}

/** Early erasure by two persons (TR53). */
function antragsrouten(a: Anwendung): Route[] {
  const antrag = { was: 'beantragen', rumpf: vertrag.ohneInhalt, verweis: 'loeschantrag' } as const;
  return [
    liste(
      {
        pfad: '/loeschantraege',
        titel: 'Anträge auf vorzeitige Löschung, die auf die zweite Person oder ihren Tag warten',
        rollen: LOESCHRECHTE.beantragen,
        antwort: vertrag.antraegeSchema,
      },
      a.loeschantraege,
    ),
    anlegen(
      {
        pfad: '/loeschantraege',
        titel: 'Vorzeitige Löschung beantragen',
        was: 'beantragen',
        rumpf: vertrag.antragNeu,
      },
      a.beantrageLoeschung,
    ),
    anTeil(
      {
        ...antrag,
        pfad: '/loeschantraege/{id}/bestaetigung',
        titel: 'Löschung als zweite Person bestätigen',
      },
      a.bestaetigeLoeschung,
    ),
    anTeil(
      { ...antrag, pfad: '/loeschantraege/{id}/ruecknahme', titel: 'Löschung zurücknehmen' },
      a.nimmLoeschungZurueck,
    ),
  ];
}

/** "Bedarf noch nötig?" (T-30). */
function bedarfsrouten(a: Anwendung): Route[] {
  return [
    lesenAmFall(
      {
        pfad: '/bedarfspruefungen',
        titel: 'Fragen „noch nötig?“ mit den Unterlagen',
        rollen: LOESCHRECHTE.pruefen,
        antwort: vertrag.pruefungenSchema,
      },
      a.bedarfspruefungen,
    ),
    anTeil(
      {
        pfad: '/bedarfspruefungen/{id}/entscheidung',
        titel: 'Je Unterlage behalten oder löschen',
        was: 'pruefen',
        rumpf: vertrag.entscheidungNeu,
        verweis: 'bedarfspruefung',
      },
      a.entscheideBedarf,
    ),
  ];
}

/** What a case holds and until when (V-33), and what the person disputes in it (V-71). */
function unterlagenrouten(a: Anwendung): Route[] {
  return [
    lesenAmFall(
      {
        pfad: '/unterlagen',
        titel: 'Unterlagen mit ihrem letzten Tag',
        rollen: ROLLEN,
        antwort: vertrag.unterlagenSchema,
      },
      a.unterlagen,
    ),
    lesenAmFall(
      {
        klassen: ['K3'],
        pfad: '/bestreitungen',
        titel: 'Bestrittene Unterlagen',
        rollen: LOESCHRECHTE.bestreiten,
        antwort: vertrag.bestreitungenSchema,
      },
      a.bestreitungen,
    ),
    anlegen(
      {
        klassen: ['K3'],
        pfad: '/bestreitungen',
        titel: 'Unterlage als bestritten kennzeichnen',
        was: 'bestreiten',
        rumpf: vertrag.bestreitungNeu,
      },
      a.bestreite,
    ),
    anTeil(
      {
        klassen: ['K3'],
        pfad: '/bestreitungen/{id}/erledigung',
        titel: 'Bestreiten erledigen: berichtigt oder mit Grund abgelehnt',
        was: 'bestreiten',
        rumpf: vertrag.erledigungNeu,
        verweis: 'bestreitung',
      },
      a.erledigeBestreitung,
    ),
  ];
}

export function routenDerLoeschung(anwendung: Anwendung): Route[] {
  return [
    ...antragsrouten(anwendung),
    ...sperrrouten(anwendung),
    ...bedarfsrouten(anwendung),
    ...unterlagenrouten(anwendung),
  ];
}

import { z } from 'zod';
import { LOESCHRECHTE, type Loeschhandlung } from '../../domain/rollen/loeschrechte.ts';
import type { Klasse } from '../../domain/rollen/matrix.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { ROLLEN } from '../../domain/kennungen.ts';
import { fallVerweis } from '../kern/felder.ts';
import * as vertrag from './formen.ts';
import { angelegt, type Angelegt } from '../personen/formen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';
import type { Konto } from '../kern/umgebung.ts';

const leer = z.strictObject({});
const amFall = z.strictObject({ fallId: fallVerweis });
/** That something is erased or kept is process data; what is disputed is the text itself. */
const PROZESS: readonly Klasse[] = ['K1'];
const FALL = '/api/v1/faelle/{fallId}';

/** The path of one thing of a case; what it is called decides which. */
const teil = (verweis: string) => amFall.extend({ id: z.uuid().meta({ verweis }) });

type Kopf<Pfad> = {
  readonly pfad: string;
  readonly pfadwerte: z.ZodType<Pfad>;
  readonly titel: string;
  readonly klassen?: readonly Klasse[];
};

function schreiben<Pfad, Rumpf>(
  { was, klassen = PROZESS, ...kopf }: Kopf<Pfad> & { was: Loeschhandlung; rumpf: z.ZodType<Rumpf> },
  tue: (konto: Konto, auftrag: Pfad & { schluessel: string; rumpf: Rumpf }) => Promise<Angelegt>,
): Route {
  return route({
    ...kopf,
    pfad: `${FALL}${kopf.pfad}`,
    methode: 'post',
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen },
    rollen: LOESCHRECHTE[was],
    abfrage: leer,
    status: 201,
    schreibt: true,
    antwort: angelegt,
    handler: async ({ konto, pfad, rumpf, schluessel }) => ({
      status: 201,
      rumpf: await tue(konto, { ...pfad, schluessel, rumpf }),
    }),
  });
}

type Lesekopf<Pfad, Ergebnis> = Kopf<Pfad> & {
  readonly rollen: readonly Rolle[];
  readonly antwort: z.ZodType<Ergebnis>;
  /** In the answer for those who may read them. */
  readonly zeigt?: readonly Klasse[];
};

/** That there is a text, and of which class. */
const UNTERLAGEN: readonly Klasse[] = ['K2', 'K3', 'K4', 'K5', 'K6'];

function lesen<Pfad, Ergebnis>(
  { klassen = PROZESS, zeigt = [], ...kopf }: Lesekopf<Pfad, Ergebnis>,
  lies: (konto: Konto, pfad: Pfad) => Promise<Ergebnis>,
): Route {
  return route({
    ...kopf,
    methode: 'get',
    gruppe: 'Löschung',
    betrifft: { was: 'fall', klassen, ...(zeigt.length > 0 ? { zeigt } : {}) },
    abfrage: leer,
    rumpf: null,
    status: 200,
    schreibt: false,
    handler: async ({ konto, pfad }) => ({ status: 200, rumpf: await lies(konto, pfad) }),
  });
}

/** Löschsperre (TR53). */
const sperrrouten = (a: Anwendung): Route[] => [
  lesen(
    {
      pfad: '/api/v1/loeschsperren',
      pfadwerte: leer,
      titel: 'Geltende Löschsperren',
      rollen: ['tl'],
      antwort: vertrag.sperrenSchema,
    },
    a.loeschsperren,
  ),
  schreiben(
    {
      pfad: '/loeschsperren',
      pfadwerte: amFall,
      titel: 'Löschsperre setzen',
      was: 'sperren',
      rumpf: vertrag.sperreNeu,
    },
    a.setzeLoeschsperre,
  ),
  schreiben(
    {
      pfad: '/loeschsperren/{id}/aufhebung',
      pfadwerte: teil('loeschsperre'),
      titel: 'Löschsperre aufheben',
      was: 'sperren',
      rumpf: vertrag.aufhebungNeu,
    },
    a.hebeLoeschsperreAuf,
  ),
];

const amAntrag = {
  pfadwerte: teil('loeschantrag'),
  was: 'beantragen',
  rumpf: vertrag.ohneInhalt,
} as const;

/** Early erasure by two persons (TR53). */
const antragsrouten = (a: Anwendung): Route[] => [
  lesen(
    {
      pfad: '/api/v1/loeschantraege',
      pfadwerte: leer,
      titel: 'Anträge auf vorzeitige Löschung, die auf die zweite Person oder ihren Tag warten',
      rollen: LOESCHRECHTE.beantragen,
      antwort: vertrag.antraegeSchema,
    },
    a.loeschantraege,
  ),
  schreiben(
    {
      pfad: '/loeschantraege',
      pfadwerte: amFall,
      titel: 'Vorzeitige Löschung beantragen',
      was: 'beantragen',
      rumpf: vertrag.antragNeu,
    },
    a.beantrageLoeschung,
  ),
  schreiben(
    {
      ...amAntrag,
      pfad: '/loeschantraege/{id}/bestaetigung',
      titel: 'Löschung als zweite Person bestätigen',
    },
    a.bestaetigeLoeschung,
  ),
  schreiben(
    { ...amAntrag, pfad: '/loeschantraege/{id}/ruecknahme', titel: 'Löschung zurücknehmen' },
    a.nimmLoeschungZurueck,
  ),
];

/** "Bedarf noch nötig?" (T-30), and what a case holds until when (V-33). */
const bedarfsrouten = (a: Anwendung): Route[] => [
  lesen(
    {
      zeigt: UNTERLAGEN,
      pfad: `${FALL}/bedarfspruefungen`,
      pfadwerte: amFall,
      titel: 'Fragen „noch nötig?“ mit den Unterlagen',
      rollen: LOESCHRECHTE.pruefen,
      antwort: vertrag.pruefungenSchema,
    },
    (konto, { fallId }) => a.bedarfspruefungen(konto, fallId),
  ),
  schreiben(
    {
      pfad: '/bedarfspruefungen/{id}/entscheidung',
      pfadwerte: teil('bedarfspruefung'),
      titel: 'Je Unterlage behalten oder löschen',
      was: 'pruefen',
      rumpf: vertrag.entscheidungNeu,
    },
    a.entscheideBedarf,
  ),
  lesen(
    {
      zeigt: UNTERLAGEN,
      pfad: `${FALL}/unterlagen`,
      pfadwerte: amFall,
      titel: 'Unterlagen mit ihrem letzten Tag',
      rollen: ROLLEN,
      antwort: vertrag.unterlagenSchema,
    },
    (konto, { fallId }) => a.unterlagen(konto, fallId),
  ),
];

/** What the person disputes (V-71). */
const bestreitungsrouten = (a: Anwendung): Route[] => [
  lesen(
    {
      zeigt: UNTERLAGEN,
      klassen: ['K3'],
      pfad: `${FALL}/bestreitungen`,
      pfadwerte: amFall,
      titel: 'Bestrittene Unterlagen',
      rollen: LOESCHRECHTE.bestreiten,
      antwort: vertrag.bestreitungenSchema,
    },
    (konto, { fallId }) => a.bestreitungen(konto, fallId),
  ),
  schreiben(
    {
      klassen: ['K3'],
      pfad: '/bestreitungen',
      pfadwerte: amFall,
      titel: 'Unterlage als bestritten kennzeichnen',
      was: 'bestreiten',
      rumpf: vertrag.bestreitungNeu,
    },
    a.bestreite,
  ),
  schreiben(
    {
      klassen: ['K3'],
      pfad: '/bestreitungen/{id}/erledigung',
      pfadwerte: teil('bestreitung'),
      titel: 'Bestreiten erledigen: berichtigt oder mit Grund abgelehnt',
      was: 'bestreiten',
      rumpf: vertrag.erledigungNeu,
    },
    a.erledigeBestreitung,
  ),
];

export function routenDerLoeschung(anwendung: Anwendung): Route[] {
  return [antragsrouten, sperrrouten, bedarfsrouten, bestreitungsrouten].flatMap((routen) =>
    routen(anwendung),
  );
}

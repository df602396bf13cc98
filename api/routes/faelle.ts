import { z } from 'zod';
import { BEFEHLSRECHTE } from '../../domain/rollen/befehlsrechte.ts';
import { befehlsantwortSchema } from '../contracts/antwort.ts';
import { BEFEHLSVERTRAEGE } from '../contracts/befehle.ts';
import { ablaufSchema, fallIdSchema, fallSchema } from '../contracts/fall.ts';
import type { Befehlsvertrag } from '../contracts/vertrag.ts';
import { route, type Route } from '../route.ts';
import type { Anwendung } from '../use-cases/anwendung.ts';

const BASIS = '/api/v1/faelle';
const leer = z.strictObject({});
const LESER = [
  'pap',
  'fm',
  'fm_extern',
  'fm_u25',
  'fm_spezial',
  'jour_fixe_av',
  'tl',
  'bereichsleitung',
] as const;

/** The commands that open a case have addresses of their own. */
const EROEFFNUNGEN: Readonly<Partial<Record<Befehlsvertrag['befehl'], string>>> = {
  vormerken: BASIS,
  im_jour_fixe_vormerken: `${BASIS}/jour-fixe`,
  u25_uebergabe_anmelden: `${BASIS}/u25-uebergabe`,
  fall_uebernehmen: `${BASIS}/uebernahme`,
};

/** Address of a command. */
export function pfadVon({ befehl, pfad }: Pick<Befehlsvertrag, 'befehl' | 'pfad'>): string {
  return EROEFFNUNGEN[befehl] ?? `${BASIS}/{fallId}${pfad ?? ''}`;
}

function befehlsroute(vertrag: Befehlsvertrag, { befehl }: Anwendung): Route {
  const eroeffnet = vertrag.pfad === null;
  const ort: z.ZodType<{ fallId?: string }> = eroeffnet ? leer : fallIdSchema;
  const uebergaenge = vertrag.uebergaenge.length === 0 ? '' : `Übergänge: ${vertrag.uebergaenge.join(', ')}.`;
  return route({
    methode: 'post',
    pfad: pfadVon(vertrag),
    titel: vertrag.titel,
    gruppe: 'Fall',
    beschreibung: uebergaenge,
    rollen: BEFEHLSRECHTE[vertrag.befehl],
    status: eroeffnet ? 201 : 200,
    schreibt: true,
    pfadwerte: ort,
    abfrage: leer,
    rumpf: vertrag.eingabe,
    antwort: befehlsantwortSchema,
    handler: async ({ konto, pfad, rumpf, schluessel }) => {
      const auftrag = { vertrag, fallId: pfad.fallId ?? null, schluessel, eingabe: rumpf };
      const ergebnis = await befehl(konto, auftrag);
      if (!eroeffnet) return { status: 200, rumpf: ergebnis };
      return { status: 201, rumpf: ergebnis, ort: `${BASIS}/${ergebnis.fallId}` };
    },
  });
}

/** A case: its commands, its file, its running workflow. */
export function fallrouten(anwendung: Anwendung): Route[] {
  const lesen = {
    methode: 'get',
    gruppe: 'Fall',
    rollen: LESER,
    status: 200,
    schreibt: false,
    rumpf: null,
  } as const;
  return [
    ...BEFEHLSVERTRAEGE.map((vertrag) => befehlsroute(vertrag, anwendung)),
    route({
      ...lesen,
      pfad: `${BASIS}/{fallId}`,
      titel: 'Fall mit Fristen und Geschichte lesen',
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: fallSchema,
      handler: async ({ konto, pfad }) => ({ status: 200, rumpf: await anwendung.fall(konto, pfad.fallId) }),
    }),
    route({
      ...lesen,
      pfad: `${BASIS}/{fallId}/ablauf`,
      titel: 'Den laufenden Ablauf des Falls fragen',
      pfadwerte: fallIdSchema,
      abfrage: leer,
      antwort: ablaufSchema,
      handler: async ({ konto, pfad }) => ({
        status: 200,
        rumpf: await anwendung.ablauf(konto, pfad.fallId),
      }),
    }),
  ];
}

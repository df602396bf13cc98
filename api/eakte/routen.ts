import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import { angelegt, fallVerweis, kennung } from '../kern/felder.ts';
import { ANLEGEN, LEER, LESEN, route, type Route } from '../kern/route.ts';
import { eaktenverweise, erfasseVerweis, nimmVerweisZurueck } from './faelle.ts';
import * as vertrag from './formen.ts';

const PFAD = '/api/v1/faelle/{fallId}/eakte';
const fallId = z.strictObject({ fallId: fallVerweis });
const gemeinsam = { pfad: PFAD, gruppe: 'Fall', pfadwerte: fallId } as const;
/** That something arrived (K1); what it is for those who write K3. */
const schreiben = {
  ...ANLEGEN,
  ...gemeinsam,
  rollen: ['fm', 'fm_extern'],
  betrifft: { was: 'fall', klassen: ['K1'] },
  antwort: angelegt,
} as const;

/** References of a case to documents of the eAkte (001 2.2). */
export const eaktenrouten: readonly Route[] = [
  route({
    ...LESEN,
    spur: 'klassen',
    ...gemeinsam,
    rollen: ROLLEN,
    betrifft: { was: 'fall', klassen: ['K1', 'K3'] },
    name: 'eaktenverweise',
    titel: 'Verweise auf Unterlagen der eAkte',
    abfrage: LEER,
    antwort: vertrag.verweiseSchema,
    fall: (umgebung, { konto, pfad }) => eaktenverweise(umgebung, konto, pfad.fallId),
  }),
  route({
    ...schreiben,
    name: 'erfasseEaktenverweis',
    titel: 'Unterlage der eAkte vermerken; in Vertretung nur ihren Eingang',
    rumpf: vertrag.verweisNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      erfasseVerweis(umgebung, konto, { id: pfad.fallId, schluessel, rumpf }),
    ort: ({ pfad }) => `/api/v1/faelle/${pfad.fallId}/eakte`,
  }),
  route({
    ...schreiben,
    pfad: `${PFAD}/{verweisId}/ruecknahme`,
    name: 'nimmEaktenverweisZurueck',
    titel: 'Verweis auf eine Unterlage zurücknehmen',
    pfadwerte: fallId.extend({ verweisId: kennung }),
    rumpf: vertrag.ruecknahmeNeu,
    fall: (umgebung, { konto, pfad: { fallId: id, verweisId: verweis }, rumpf, schluessel }) =>
      nimmVerweisZurueck(umgebung, konto, { id, verweis, schluessel, rumpf }),
  }),
];

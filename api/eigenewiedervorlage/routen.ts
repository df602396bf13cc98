import { z } from 'zod';
import { ROLLEN } from '../../domain/kennungen.ts';
import { liestFaelle } from '../../domain/rollen/befehlsrechte.ts';
import { kennung } from '../kern/felder.ts';
import { ANLEGEN, HANDELN, LEER, LESEN, OHNE_RUMPF, route, type Route } from '../kern/route.ts';
import {
  eigeneWiedervorlagen,
  erledigeWiedervorlage,
  legeWiedervorlageAn,
  verlegeWiedervorlage,
  wiedervorlagenAmFall,
} from './faelle.ts';
import * as vertrag from './formen.ts';

const PFAD = '/api/v1/faelle/{fallId}/eigene-wiedervorlagen';
const fallId = z.strictObject({ fallId: kennung });
const eine = fallId.extend({ wiedervorlageId: kennung });
/** Whoever opens cases at all. */
const rollen = ROLLEN.filter(liestFaelle);

const gemeinsam = {
  pfad: PFAD,
  gruppe: 'Fall',
  rollen,
  pfadwerte: fallId,
  betrifft: { was: 'fall', klassen: ['K1'] },
} as const;

export const wiedervorlagenroute: Route<vertrag.AmFall> = route({
  ...LESEN,
  spur: 'klassen',
  ...gemeinsam,
  name: 'eigeneWiedervorlagenAmFall',
  titel: 'Eigene Wiedervorlagen an einem Fall',
  beschreibung:
    'Erinnerungen dieses Kontos an sich selbst; niemand sonst sieht sie, sie sind keine Frist und nicht Teil der Akte.',
  abfrage: LEER,
  antwort: vertrag.amFallSchema,
  fall: (umgebung, { konto, pfad }) => wiedervorlagenAmFall(umgebung, konto, pfad.fallId),
});

const eigeneListe: Route = route({
  ...LESEN,
  spur: 'liste',
  aufwendig: true,
  pfad: '/api/v1/arbeitslisten/eigene-wiedervorlagen',
  gruppe: 'Arbeitslisten',
  rollen,
  pfadwerte: LEER,
  betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K0'] },
  name: 'eigeneWiedervorlagen',
  titel: 'Meine eigenen Wiedervorlagen',
  beschreibung: 'An Fällen, die Sie noch sehen; die früheste zuerst.',
  abfrage: vertrag.wiedervorlagenabfrage,
  antwort: vertrag.wiedervorlagenseite,
  fall: (umgebung, { konto, abfrage }) => eigeneWiedervorlagen(umgebung, konto, abfrage),
});

/** Private reminders of the author (ADR 72): no Frist, no command, nothing in Temporal. */
export const wiedervorlagenrouten: readonly Route[] = [
  wiedervorlagenroute,
  eigeneListe,
  route({
    ...ANLEGEN,
    ...gemeinsam,
    name: 'legeEigeneWiedervorlageAn',
    titel: 'Eigene Wiedervorlage anlegen',
    rumpf: vertrag.wiedervorlageNeu,
    antwort: vertrag.geschrieben,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      legeWiedervorlageAn(umgebung, konto, { id: pfad.fallId, schluessel, rumpf }),
    ort: ({ pfad }) => PFAD.replace('{fallId}', pfad.fallId),
  }),
  route({
    ...HANDELN,
    ...gemeinsam,
    pfad: `${PFAD}/{wiedervorlageId}/erledigung`,
    name: 'erledigeEigeneWiedervorlage',
    titel: 'Eigene Wiedervorlage erledigen',
    beschreibung: 'Sie ist danach gelöscht.',
    pfadwerte: eine,
    rumpf: OHNE_RUMPF,
    antwort: vertrag.geschrieben,
    fall: (umgebung, { konto, pfad, schluessel }) =>
      erledigeWiedervorlage(umgebung, konto, {
        id: pfad.fallId,
        wiedervorlage: pfad.wiedervorlageId,
        schluessel,
      }),
  }),
  route({
    ...HANDELN,
    ...gemeinsam,
    pfad: `${PFAD}/{wiedervorlageId}/verschiebung`,
    name: 'verschiebeEigeneWiedervorlage',
    titel: 'Eigene Wiedervorlage verschieben',
    pfadwerte: eine,
    rumpf: vertrag.verlegungNeu,
    antwort: vertrag.geschrieben,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      verlegeWiedervorlage(umgebung, konto, {
        id: pfad.fallId,
        wiedervorlage: pfad.wiedervorlageId,
        schluessel,
        rumpf,
      }),
  }),
];

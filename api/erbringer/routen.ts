import { z } from 'zod';
import { FACHROLLEN } from '../../domain/kennungen.ts';
import { angelegt, kennung } from '../kern/felder.ts';
import type { Seite } from '../kern/seiten.ts';
import * as vertrag from './formen.ts';
import { AENDERN, ANLEGEN, HAUS, LEER, LESEN, OHNE_PERSON, route, type Route } from '../kern/route.ts';
import { berichte, legeBerichtVor } from './berichtfaelle.ts';
import {
  aendereErbringer,
  angebotsluecken,
  erbringer,
  erbringerseite,
  legeErbringerAn,
  schliesseVereinbarung,
} from './faelle.ts';

const PFAD = '/api/v1/leistungserbringer';
const erbringerId = z.strictObject({ erbringerId: kennung });
const gruppe = 'Leistungserbringer';
const lesen = {
  ...LESEN,
  spur: OHNE_PERSON,
  gruppe,
  rollen: FACHROLLEN,
  betrifft: HAUS,
} as const;
/** R18 keeps the Handbuch; the Teamleitung stands in where nobody holds that role. */
const pflegen = { gruppe, rollen: ['koordinator', 'tl'], betrifft: HAUS, antwort: angelegt } as const;

const pflegerouten: readonly Route[] = [
  route({
    ...ANLEGEN,
    ...pflegen,
    pfad: PFAD,
    name: 'legeErbringerAn',
    titel: 'Leistungserbringer in das Verzeichnis aufnehmen',
    pfadwerte: LEER,
    rumpf: vertrag.erbringerNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) => legeErbringerAn(umgebung, konto, { schluessel, rumpf }),
    ort: ({ ergebnis }) => `${PFAD}/${ergebnis.id}`,
  }),
  route({
    ...AENDERN,
    ...pflegen,
    pfad: `${PFAD}/{erbringerId}`,
    name: 'aendereErbringer',
    titel: 'Eintrag eines Leistungserbringers ändern oder stilllegen',
    pfadwerte: erbringerId,
    rumpf: vertrag.erbringerAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereErbringer(umgebung, konto, { id: pfad.erbringerId, schluessel, rumpf }),
  }),
  route({
    ...ANLEGEN,
    ...pflegen,
    pfad: `${PFAD}/{erbringerId}/vereinbarungen`,
    name: 'schliesseVereinbarung',
    titel: 'Kooperationsvereinbarung mit einem Leistungserbringer erfassen',
    pfadwerte: erbringerId,
    rumpf: vertrag.vereinbarungNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      schliesseVereinbarung(umgebung, konto, { id: pfad.erbringerId, schluessel, rumpf }),
  }),
];

const berichtrouten: readonly Route[] = [
  route({
    ...lesen,
    rollen: ['koordinator', 'tl', 'bereichsleitung', 'controlling'],
    pfad: `${PFAD}/{erbringerId}/berichte`,
    name: 'berichteDesErbringers',
    titel: 'Was ein Leistungserbringer über seine Jahre berichtet hat (K-84, K-85, K-87, K-91)',
    pfadwerte: erbringerId,
    abfrage: LEER,
    antwort: vertrag.berichteSchema,
    fall: (umgebung, { konto, pfad }) => berichte(umgebung, konto, pfad.erbringerId),
  }),
  route({
    ...ANLEGEN,
    ...pflegen,
    pfad: `${PFAD}/{erbringerId}/berichte`,
    name: 'legeBerichtVor',
    titel: 'Bericht eines Leistungserbringers über ein Jahr erfassen',
    pfadwerte: erbringerId,
    rumpf: vertrag.berichtNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      legeBerichtVor(umgebung, konto, { id: pfad.erbringerId, schluessel, rumpf }),
  }),
];

export const erbringerliste: Route<Seite<vertrag.Erbringeransicht>> = route({
  ...lesen,
  pfad: PFAD,
  name: 'leistungserbringerSuchen',
  titel: 'Leistungserbringer, nach Problemfeld und Teilen des Namens',
  pfadwerte: LEER,
  abfrage: vertrag.erbringerabfrage,
  antwort: vertrag.erbringerseite,
  fall: (umgebung, { konto, abfrage }) => erbringerseite(umgebung, konto, abfrage),
});

/** Directory of Leistungserbringer with their Kooperationsvereinbarungen (E23, E24). */
export const verzeichnisrouten: readonly Route[] = [
  erbringerliste,
  route({
    ...lesen,
    pfad: `${PFAD}/{erbringerId}`,
    name: 'leistungserbringer',
    titel: 'Ein Leistungserbringer mit seinen Kooperationsvereinbarungen',
    pfadwerte: erbringerId,
    abfrage: LEER,
    antwort: vertrag.erbringerAkte,
    fall: (umgebung, { konto, pfad }) => erbringer(umgebung, konto, pfad.erbringerId),
  }),
  route({
    ...lesen,
    rollen: ['koordinator', 'tl', 'bereichsleitung', 'controlling'],
    betrifft: { was: 'team', klassen: ['K6'] },
    pfad: '/api/v1/angebotsluecken',
    name: 'angebotsluecken',
    titel: 'Gemeldete fehlende Angebote der eigenen Teams',
    pfadwerte: LEER,
    abfrage: LEER,
    antwort: vertrag.luecken,
    fall: (umgebung, { konto }) => angebotsluecken(umgebung, konto),
  }),
  ...pflegerouten,
  ...berichtrouten,
];

import { ROLLEN } from '../../domain/kennungen.ts';
import { LOESCHRECHTE } from '../../domain/rollen/loeschrechte.ts';
import { LEER, type Route } from '../kern/route.ts';
import { bestreite, bestreitungen, erledigeBestreitung } from './bestreitungsfaelle.ts';
import * as faelle from './faelle.ts';
import * as vertrag from './formen.ts';
import { amFall, FALL, lesen, schreiben, teil, UNTERLAGEN } from './routenform.ts';

const NUR_KENNUNGEN = { ohne: 'nennt Fälle mit ihrer Kennung, keine Person' } as const;

/** Löschsperre (TR53). */
const sperrrouten: readonly Route[] = [
  lesen(
    {
      pfad: '/api/v1/loeschsperren',
      pfadwerte: LEER,
      name: 'loeschsperren',
      titel: 'Geltende Löschsperren',
      rollen: ['tl'],
      antwort: vertrag.sperrenSchema,
      spur: NUR_KENNUNGEN,
    },
    faelle.loeschsperren,
  ),
  schreiben(
    {
      pfad: '/loeschsperren',
      pfadwerte: amFall,
      name: 'setzeLoeschsperre',
      titel: 'Löschsperre setzen',
      was: 'sperren',
      rumpf: vertrag.sperreNeu,
    },
    faelle.setzeLoeschsperre,
  ),
  schreiben(
    {
      pfad: '/loeschsperren/{id}/aufhebung',
      pfadwerte: teil('loeschsperre'),
      name: 'hebeLoeschsperreAuf',
      titel: 'Löschsperre aufheben',
      was: 'sperren',
      rumpf: vertrag.aufhebungNeu,
    },
    faelle.hebeLoeschsperreAuf,
  ),
];

const amAntrag = {
  pfadwerte: teil('loeschantrag'),
  was: 'beantragen',
  rumpf: vertrag.ohneInhalt,
} as const;

/** Early erasure by two persons (TR53). */
const antragsrouten: readonly Route[] = [
  lesen(
    {
      pfad: '/api/v1/loeschantraege',
      pfadwerte: LEER,
      name: 'loeschantraege',
      titel: 'Anträge auf vorzeitige Löschung, die auf die zweite Person oder ihren Tag warten',
      rollen: LOESCHRECHTE.beantragen,
      antwort: vertrag.antraegeSchema,
      spur: NUR_KENNUNGEN,
    },
    faelle.loeschantraege,
  ),
  schreiben(
    {
      pfad: '/loeschantraege',
      pfadwerte: amFall,
      name: 'beantrageLoeschung',
      titel: 'Vorzeitige Löschung beantragen',
      was: 'beantragen',
      rumpf: vertrag.antragNeu,
    },
    faelle.beantrageLoeschung,
  ),
  schreiben(
    {
      ...amAntrag,
      pfad: '/loeschantraege/{id}/bestaetigung',
      name: 'bestaetigeLoeschung',
      titel: 'Löschung als zweite Person bestätigen',
    },
    faelle.bestaetigeLoeschung,
  ),
  schreiben(
    {
      ...amAntrag,
      pfad: '/loeschantraege/{id}/ruecknahme',
      name: 'nimmLoeschungZurueck',
      titel: 'Löschung zurücknehmen',
    },
    faelle.nimmLoeschungZurueck,
  ),
];

/** "Bedarf noch nötig?" (T-30), and what a case holds until when (V-33). */
const bedarfsrouten: readonly Route[] = [
  lesen(
    {
      zeigt: UNTERLAGEN,
      pfad: `${FALL}/bedarfspruefungen`,
      pfadwerte: amFall,
      name: 'bedarfspruefungen',
      titel: 'Fragen „noch nötig?“ mit den Unterlagen',
      rollen: LOESCHRECHTE.pruefen,
      antwort: vertrag.pruefungenSchema,
      spur: 'klassen',
    },
    (umgebung, konto, { fallId }) => faelle.bedarfspruefungen(umgebung, konto, fallId),
  ),
  schreiben(
    {
      pfad: '/bedarfspruefungen/{id}/entscheidung',
      pfadwerte: teil('bedarfspruefung'),
      name: 'entscheideBedarf',
      titel: 'Je Unterlage behalten oder löschen',
      was: 'pruefen',
      rumpf: vertrag.entscheidungNeu,
    },
    faelle.entscheideBedarf,
  ),
  lesen(
    {
      zeigt: UNTERLAGEN,
      pfad: `${FALL}/unterlagen`,
      pfadwerte: amFall,
      name: 'unterlagen',
      titel: 'Unterlagen mit ihrem letzten Tag',
      rollen: ROLLEN,
      antwort: vertrag.unterlagenSchema,
      spur: 'klassen',
    },
    (umgebung, konto, { fallId }) => faelle.unterlagen(umgebung, konto, fallId),
  ),
];

/** What the person disputes (V-71). */
const bestreitungsrouten: readonly Route[] = [
  lesen(
    {
      zeigt: UNTERLAGEN,
      klassen: ['K3'],
      pfad: `${FALL}/bestreitungen`,
      pfadwerte: amFall,
      name: 'bestreitungen',
      titel: 'Bestrittene Unterlagen',
      rollen: LOESCHRECHTE.bestreiten,
      antwort: vertrag.bestreitungenSchema,
      spur: 'klassen',
    },
    (umgebung, konto, { fallId }) => bestreitungen(umgebung, konto, fallId),
  ),
  schreiben(
    {
      klassen: ['K3'],
      pfad: '/bestreitungen',
      pfadwerte: amFall,
      name: 'bestreite',
      titel: 'Unterlage als bestritten kennzeichnen',
      was: 'bestreiten',
      rumpf: vertrag.bestreitungNeu,
    },
    bestreite,
  ),
  schreiben(
    {
      klassen: ['K3'],
      pfad: '/bestreitungen/{id}/erledigung',
      pfadwerte: teil('bestreitung'),
      name: 'erledigeBestreitung',
      titel: 'Bestreiten erledigen: berichtigt oder mit Grund abgelehnt',
      was: 'bestreiten',
      rumpf: vertrag.erledigungNeu,
    },
    erledigeBestreitung,
  ),
];

export const routenDerLoeschung: readonly Route[] = [
  ...antragsrouten,
  ...sperrrouten,
  ...bedarfsrouten,
  ...bestreitungsrouten,
];

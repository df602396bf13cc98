import { z } from 'zod';
import * as vertrag from './formen.ts';
import type { Seite } from '../kern/seiten.ts';
import { HANDELN, HAUS, LEER, LESEN, OHNE_RUMPF, route, type Route } from '../kern/route.ts';
import { eingang, liesNachricht, meineFaelle, meineFristen, nachhaltungen, teamFristen } from './faelle.ts';
import { besprechung } from './besprechungsfaelle.ts';
import { heute } from './heutefaelle.ts';
import { teamlagen } from './teamlagefaelle.ts';
import { wartendeVormerkungen } from './vormerkungsfaelle.ts';
import { kennung } from '../kern/felder.ts';
import type { Konto } from '../kern/umgebung.ts';
import { AUSGELASTETE } from '../zuordnung/formen.ts';
import { FACHROLLEN, type Rolle } from '../../domain/kennungen.ts';
import { liestFaelle } from '../../domain/rollen/befehlsrechte.ts';

const BASIS = '/api/v1/arbeitslisten';
const FAELLE = [
  'pap',
  'fm',
  'fm_extern',
  'fm_u25',
  'fm_spezial',
  'jour_fixe_av',
  'tl',
  'bereichsleitung',
] as const;
const VORMERKENDE = ['pap', 'fm_u25', 'jour_fixe_av', 'tl', 'bereichsleitung'] as const;
const LEITUNG = ['tl', 'bereichsleitung'] as const;

const lesen = {
  ...LESEN,
  gruppe: 'Arbeitslisten',
  aufwendig: true,
  spur: 'liste',
  pfadwerte: LEER,
  betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K0'] },
} as const;

const nachhaltungsroute: Route = route({
  ...lesen,
  pfad: `${BASIS}/nachhaltungen`,
  name: 'nachhaltungen',
  titel: 'Offene Nachhaltungen meiner Fälle oder Teams',
  beschreibung: 'Verbleib nach 6, 12, 24 Monaten und dauerhafte Integration; mit `faelligBis` die fälligen.',
  rollen: ['fm', 'tl', 'bereichsleitung', 'controlling'],
  abfrage: vertrag.fristenabfrage,
  antwort: vertrag.fristenseite,
  fall: (umgebung, { konto, abfrage }) => nachhaltungen(umgebung, konto, abfrage),
});

export const fallliste: Route<Seite<vertrag.Falleintrag>> = route({
  ...lesen,
  gruppe: 'Fall',
  pfad: '/api/v1/faelle',
  name: 'meineFaelle',
  titel: 'Meine Fälle',
  rollen: FAELLE,
  abfrage: vertrag.faelleabfrage,
  antwort: vertrag.faelleseite,
  fall: (umgebung, { konto, abfrage }) => meineFaelle(umgebung, konto, abfrage),
});

const ALLE = [
  'pap',
  'fm',
  'fm_extern',
  'tl',
  'bereichsleitung',
  'controlling',
  'fm_u25',
  'datenschutz',
] as const;
export const eingangsliste: Route<Seite<vertrag.Eingangseintrag>> = route({
  ...lesen,
  pfad: `${BASIS}/eingang`,
  name: 'eingang',
  titel: 'Nachrichten an mich und meine Rolle',
  rollen: ALLE,
  abfrage: vertrag.eingangsabfrage,
  antwort: vertrag.eingangsseite,
  fall: (umgebung, { konto, abfrage }) => eingang(umgebung, konto, abfrage),
});

export const gelesenroute: Route<{ id: string }> = route({
  ...HANDELN,
  gruppe: 'Arbeitslisten',
  betrifft: HAUS,
  pfad: `${BASIS}/eingang/{id}/gelesen`,
  name: 'markiereNachrichtGelesen',
  titel: 'Eine Nachricht als gelesen kennzeichnen',
  rollen: ALLE,
  pfadwerte: z.strictObject({ id: kennung }),
  rumpf: OHNE_RUMPF,
  antwort: z.strictObject({ id: kennung }),
  fall: (umgebung, { konto, pfad, schluessel }) =>
    liesNachricht(umgebung, konto, { id: pfad.id, schluessel }),
});

const eingangsrouten: readonly Route[] = [eingangsliste, gelesenroute];

const eigeneFristen: Route<Seite<vertrag.Fristeintrag>> = route({
  ...lesen,
  pfad: `${BASIS}/meine-fristen`,
  name: 'meineFristen',
  titel: 'Meine offenen Fristen',
  rollen: FAELLE,
  abfrage: vertrag.fristenabfrage,
  antwort: vertrag.fristenseite,
  fall: (umgebung, { konto, abfrage }) => meineFristen(umgebung, konto, abfrage),
});

const hat = (rollen: readonly Rolle[], { rolle }: Konto): boolean => rollen.includes(rolle);

/** Everybody who has duties, or hears of something. */
const HEUTIGE: readonly Rolle[] = [...new Set([...FAELLE, ...ALLE])];

export const heuteroute: Route<vertrag.Heuteansicht> = route({
  ...lesen,
  betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K0', 'K6'] },
  pfad: `${BASIS}/heute`,
  name: 'heute',
  titel: 'Was heute ansteht',
  beschreibung:
    'Die eigenen offenen Fristen und Wiedervorlagen, je höchstens 100, und die Zahlen daneben; leer, was die Rolle nicht hat.',
  rollen: HEUTIGE,
  abfrage: LEER,
  antwort: vertrag.heuteSchema,
  fall: (umgebung, { konto }) =>
    heute(umgebung, konto, {
      fristen: hat(FAELLE, konto),
      wiedervorlagen: liestFaelle(konto.rolle),
      eingang: hat(ALLE, konto),
      vormerkungen: hat(VORMERKENDE, konto),
      teamfristen: hat(LEITUNG, konto),
      auslastung: hat(AUSGELASTETE, konto),
    }),
});

export const fristenDesTeams: Route<Seite<vertrag.Fristeintrag>> = route({
  ...lesen,
  pfad: `${BASIS}/team-fristen`,
  name: 'teamFristen',
  titel: 'Offene Fristen meiner Teams',
  beschreibung: 'Mit `ueberfaellig=true` die überfälligen.',
  rollen: LEITUNG,
  abfrage: vertrag.fristenabfrage,
  antwort: vertrag.fristenseite,
  fall: (umgebung, { konto, abfrage }) => teamFristen(umgebung, konto, abfrage),
});

export const vormerkungsliste: Route<Seite<vertrag.Vormerkung>> = route({
  ...lesen,
  pfad: `${BASIS}/vormerkungen`,
  name: 'wartendeVormerkungen',
  titel: 'Vormerkungen, die auf eine Zuordnung warten',
  beschreibung:
    'Reihenfolge, in der die Besprechung sie durchgeht: zuerst U25 mit Übergabetermin, der frühere voran; ' +
    'dann Vormerkungen aus dem Jour-Fixe; dann die übrigen. Darin nach Zahl der Besprechungen, in denen sie ' +
    'schon offen waren, die häufigere voran, dann nach dem Tag der Vormerkung.',
  rollen: VORMERKENDE,
  abfrage: vertrag.vormerkungsabfrage,
  antwort: vertrag.vormerkungsseite,
  fall: (umgebung, { konto, abfrage }) => wartendeVormerkungen(umgebung, konto, abfrage),
});

export const teamlagenroute: Route<vertrag.Teamlagen> = route({
  ...LESEN,
  spur: { ohne: 'zeigt Pflichten und Zahlen der eigenen Teams, von der Stichprobe die Fallnummern' },
  gruppe: 'Team',
  aufwendig: true,
  pfad: `${BASIS}/teams`,
  betrifft: { ...HAUS, zeigt: ['K6'] },
  name: 'teamlagen',
  titel: 'Was meine Teams schulden, woran sie gemessen werden und wie sie ausgelastet sind',
  beschreibung:
    'Für wen leitet, beaufsichtigt oder zählt: die eigenen Teams, sonst das eigene; leer, was die Rolle nicht hat.',
  rollen: FACHROLLEN,
  pfadwerte: LEER,
  abfrage: LEER,
  antwort: vertrag.teamlagenSchema,
  fall: (umgebung, { konto }) => teamlagen(umgebung, konto, hat(AUSGELASTETE, konto)),
});

export const besprechungsroute: Route<vertrag.Besprechungsansicht> = route({
  ...lesen,
  betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K0', 'K2', 'K6'] },
  pfad: `${BASIS}/besprechung`,
  name: 'besprechung',
  titel: 'Was vor der Teambesprechung liegt',
  beschreibung:
    'Die Wartenden in ihrer Reihenfolge, wer aufgerufen ist mit Vorschlägen, was seit der letzten Besprechung zugeordnet wurde.',
  rollen: ['tl'],
  abfrage: vertrag.besprechungsabfrage,
  antwort: vertrag.besprechungSchema,
  fall: (umgebung, { konto, abfrage }) => besprechung(umgebung, konto, abfrage),
});

/** What somebody has to do, from PostgreSQL alone: right even while Temporal is away. */
export const listenrouten: readonly Route[] = [
  heuteroute,
  eigeneFristen,
  fristenDesTeams,
  vormerkungsliste,
  besprechungsroute,
  teamlagenroute,
  nachhaltungsroute,
  fallliste,
  ...eingangsrouten,
];

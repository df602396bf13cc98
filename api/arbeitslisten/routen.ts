import { z } from 'zod';
import * as vertrag from './formen.ts';
import { HAUS, route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
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
const LEITUNG = ['tl', 'bereichsleitung'] as const;

const lesen = {
  methode: 'get',
  gruppe: 'Arbeitslisten',
  aufwendig: true,
  status: 200,
  schreibt: false,
  rumpf: null,
  pfadwerte: leer,
  betrifft: { was: 'fall', klassen: ['K1'], zeigt: ['K0'] },
} as const;

/** What somebody has to do, from PostgreSQL alone: right even while Temporal is away. */
export function listenrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      pfad: `${BASIS}/meine-fristen`,
      titel: 'Meine offenen Fristen',
      rollen: FAELLE,
      abfrage: vertrag.fristenabfrage,
      antwort: vertrag.fristenseite,
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.meineFristen(konto, abfrage),
      }),
    }),
    route({
      ...lesen,
      pfad: `${BASIS}/team-fristen`,
      titel: 'Offene Fristen meiner Teams',
      beschreibung: 'Mit `ueberfaellig=true` die überfälligen.',
      rollen: LEITUNG,
      abfrage: vertrag.fristenabfrage,
      antwort: vertrag.fristenseite,
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.teamFristen(konto, abfrage),
      }),
    }),
    route({
      ...lesen,
      pfad: `${BASIS}/vormerkungen`,
      titel: 'Vormerkungen, die auf eine Zuordnung warten',
      beschreibung:
        'Reihenfolge, in der die Besprechung sie durchgeht: zuerst U25 mit Übergabetermin, der frühere voran; ' +
        'dann Vormerkungen aus dem Jour-Fixe; dann die übrigen. Darin nach Zahl der Besprechungen, in denen sie ' +
        'schon offen waren, die häufigere voran, dann nach dem Tag der Vormerkung.',
      rollen: ['pap', 'fm_u25', 'jour_fixe_av', 'tl', 'bereichsleitung'],
      abfrage: vertrag.vormerkungsabfrage,
      antwort: vertrag.vormerkungsseite,
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.wartendeVormerkungen(konto, abfrage),
      }),
    }),
    nachhaltungen(anwendung),
    meineFaelle(anwendung),
    ...eingangsrouten(anwendung),
  ];
}

function nachhaltungen(anwendung: Anwendung): Route {
  return route({
    ...lesen,
    pfad: `${BASIS}/nachhaltungen`,
    titel: 'Offene Nachhaltungen meiner Fälle oder Teams',
    beschreibung:
      'Verbleib nach 6, 12, 24 Monaten und dauerhafte Integration; mit `faelligBis` die fälligen.',
    rollen: ['fm', 'tl', 'bereichsleitung', 'controlling'],
    abfrage: vertrag.fristenabfrage,
    antwort: vertrag.fristenseite,
    handler: async ({ konto, abfrage }) => ({
      status: 200,
      rumpf: await anwendung.nachhaltungen(konto, abfrage),
    }),
  });
}

function meineFaelle(anwendung: Anwendung): Route {
  return route({
    ...lesen,
    gruppe: 'Fall',
    pfad: '/api/v1/faelle',
    titel: 'Meine Fälle',
    rollen: FAELLE,
    abfrage: vertrag.faelleabfrage,
    antwort: vertrag.faelleseite,
    handler: async ({ konto, abfrage }) => ({
      status: 200,
      rumpf: await anwendung.meineFaelle(konto, abfrage),
    }),
  });
}

function eingangsrouten(anwendung: Anwendung): Route[] {
  const alle = ['pap', 'fm', 'fm_extern', 'tl', 'bereichsleitung', 'controlling', 'fm_u25'] as const;
  return [
    route({
      ...lesen,
      pfad: `${BASIS}/eingang`,
      titel: 'Nachrichten an mich und meine Rolle',
      rollen: alle,
      abfrage: vertrag.eingangsabfrage,
      antwort: vertrag.eingangsseite,
      handler: async ({ konto, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.eingang(konto, abfrage),
      }),
    }),
    route({
      methode: 'post',
      gruppe: 'Arbeitslisten',
      betrifft: HAUS,
      status: 200,
      schreibt: true,
      pfad: `${BASIS}/eingang/{id}/gelesen`,
      titel: 'Eine Nachricht als gelesen kennzeichnen',
      rollen: alle,
      pfadwerte: z.strictObject({ id: z.uuid() }),
      abfrage: leer,
      rumpf: null,
      antwort: z.strictObject({ id: z.uuid() }),
      handler: async ({ konto, pfad, schluessel }) => ({
        status: 200,
        rumpf: await anwendung.liesNachricht(konto, { id: pfad.id, schluessel }),
      }),
    }),
  ];
}

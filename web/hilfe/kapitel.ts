import { readFileSync } from 'node:fs';
import type { Rolle } from '../../domain/kennungen.ts';

/** Chapters about pages, with what a link to them says. */
export const SEITENKAPITEL = {
  heute: 'Heute und Eingang',
  listen: 'Listen',
  fall: 'Die Seite eines Falls',
  festhalten: 'Etwas festhalten',
  uebergabe: 'Übergabe und Rückgabe',
  vormerkungen: 'Vormerkungen und Besprechung',
  personen: 'Personen',
  team: 'Team',
  haus: 'Haus',
  fristen: 'Fristenrechner',
  konto: 'Mein Konto',
} as const;
export type Seitenkapitel = keyof typeof SEITENKAPITEL;

const AUFGABENKAPITEL = {
  'fuer-ansprechpersonen': 'Für persönliche Ansprechpersonen',
  'fuer-fallmanagement': 'Für das Fallmanagement',
  'fuer-teamleitungen': 'Für Teamleitungen',
  'fuer-u25-und-jour-fixe': 'Für U25, Jour-Fixe und spezialisierte Stellen',
  'fuer-weitere-rollen': 'Für Koordination, Service-Center, Controlling und Administration',
  datenschutz: 'Für Datenschutzbeauftragte',
} as const;
export type Aufgabenkapitel = keyof typeof AUFGABENKAPITEL;

/** What everybody may read, signed in or not. */
export const OEFFENTLICHES = {
  barrierefreiheit: 'Barrierefreiheit',
  'einfach-erklaert': 'Was Lotse mit Ihren Daten macht',
} as const;
export type Oeffentliches = keyof typeof OEFFENTLICHES;

/** The chapter about the tasks of each role. */
export const KAPITEL_DER_ROLLE: Readonly<Record<Rolle, Aufgabenkapitel>> = {
  pap: 'fuer-ansprechpersonen',
  fm: 'fuer-fallmanagement',
  fm_extern: 'fuer-fallmanagement',
  tl: 'fuer-teamleitungen',
  bereichsleitung: 'fuer-teamleitungen',
  fm_u25: 'fuer-u25-und-jour-fixe',
  jour_fixe_av: 'fuer-u25-und-jour-fixe',
  fm_spezial: 'fuer-u25-und-jour-fixe',
  koordinator: 'fuer-weitere-rollen',
  service_center: 'fuer-weitere-rollen',
  controlling: 'fuer-weitere-rollen',
  administration: 'fuer-weitere-rollen',
  datenschutz: 'datenschutz',
};

export const KAPITEL = { ...SEITENKAPITEL, ...AUFGABENKAPITEL, ...OEFFENTLICHES };
export type Kapitel = keyof typeof KAPITEL;

export const istKapitel = (name: string): name is Kapitel => Object.hasOwn(KAPITEL, name);

/** Address of a chapter. */
export const hilfeort = (kapitel: Kapitel): string =>
  Object.hasOwn(OEFFENTLICHES, kapitel) ? `/${kapitel}` : `/hilfe/${kapitel}`;

/** Its text, as it stands in docs/handbuch. */
export const kapiteltext = (kapitel: Kapitel): string =>
  readFileSync(new URL(`../../docs/handbuch/${kapitel}.md`, import.meta.url), 'utf8');
